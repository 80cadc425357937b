"""The invented people's mail servers: SMTP (aiosmtpd) that delivers to their IMAP mailboxes, and to nobody else."""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.utils import format_datetime, parseaddr
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from mailbot.clock import Clock
from mailbot.demo.mailboxes import HOST, Mailboxes
from mailbot.demo.returned import returned

AUTHSERV_ID = "mx.example.org"
ZONE = ZoneInfo("Europe/London")
OK = "250 2.0.0 delivered"
NOBODY = "550 5.1.1 nobody of that address lives in this demo, and it sends nothing anywhere else"


@dataclass(frozen=True, slots=True)
class Servers:
    """Both servers, running: their ports on the loopback interface, and everybody's password."""

    mailboxes: Mailboxes
    smtp_port: int
    passwords: Mapping[str, str]

    @property
    def imap_port(self) -> int:
        """Where IMAP listens."""
        return self.mailboxes.port


@asynccontextmanager
async def servers(passwords: Mapping[str, str], clock: Clock, gone: Collection[str] = ()) -> AsyncIterator[Servers]:
    """Runs both in this loop. `passwords` are by address; mail to those `gone` is accepted, and comes back."""
    mailboxes = Mailboxes(passwords)
    await mailboxes.open()
    door = Door(mailboxes, passwords, clock, frozenset(gone))
    listening = await asyncio.get_running_loop().create_server(door.protocol, HOST, 0)
    try:
        yield Servers(mailboxes, int(listening.sockets[0].getsockname()[1]), passwords)
    finally:
        listening.close()
        await mailboxes.close()


@dataclass(frozen=True, slots=True)
class Door:
    """What the SMTP server does with mail: it stamps who sent it, as a mail provider does, and delivers."""

    mailboxes: Mailboxes
    passwords: Mapping[str, str]
    clock: Clock
    gone: frozenset[str]

    def protocol(self) -> SMTP:
        """One conversation; the names of the hooks are aiosmtpd's."""
        return SMTP(
            SimpleNamespace(handle_RCPT=self.take_recipient, handle_DATA=self.take_mail),
            hostname=AUTHSERV_ID,
            ident="mailbot demo",
            auth_require_tls=False,
            authenticator=self.authenticate,
            loop=asyncio.get_running_loop(),
        )

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object
    ) -> AuthResult:
        """Users are addresses."""
        if not isinstance(given, LoginPassword):
            return AuthResult(success=False, handled=False)
        user = given.login.decode("utf-8", "replace").casefold()
        right = self.passwords.get(user, "").encode() == given.password and bool(given.password)
        return AuthResult(success=right, handled=False, auth_data=user)

    async def take_recipient(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Nothing ever leaves for the world outside."""
        if not self.mailboxes.has(mailbox_of(address)):
            return NOBODY
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def take_mail(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Into every recipient's mailbox; back to the sender where a mailbox is gone."""
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        user = session.auth_data if session.authenticated else None
        raw = self._stamped(content, envelope.mail_from or "", str(user) if user else None)
        for address in envelope.rcpt_tos:
            if mailbox_of(address) not in self.gone:
                await self.mailboxes.put(mailbox_of(address), raw, self.clock.now())
            elif envelope.mail_from:
                await self._send_back(content, envelope.mail_from, address)
        return OK

    async def _send_back(self, content: bytes, sender: str, address: str) -> None:
        at = self.clock.now().astimezone(ZONE)
        report = self._stamped(returned(content, sender, address, at), "", None)
        if self.mailboxes.has(mailbox_of(sender)):
            await self.mailboxes.put(mailbox_of(sender), report, at)

    def _stamped(self, content: bytes, sender: str, user: str | None) -> bytes:
        """With what a provider adds on top: its verdict (RFC 8601), the envelope's sender, when it came."""
        written_by = parseaddr(str(BytesHeaderParser().parsebytes(content)["from"] or ""))[1].casefold()
        at = format_datetime(self.clock.now().astimezone(ZONE))
        lines = (
            f"Authentication-Results: {AUTHSERV_ID}; dmarc={verdict(written_by, user)}"
            f" header.from={written_by.rpartition('@')[2] or 'unknown'}",
            f"Return-Path: <{sender}>",
            f"Received: from localhost ([{HOST}]) by {AUTHSERV_ID} with ESMTP{'A' if user else ''}; {at}",
        )
        return "".join(f"{line}\r\n" for line in lines).encode("ascii", "replace") + content


def verdict(written_by: str, user: str | None) -> str:
    """What this server says of the From address: who logged in may write as themselves, and as nobody else."""
    if user is None:
        return "none"
    return "pass" if user == written_by else "fail"


def mailbox_of(address: str) -> str:
    """Whose mailbox that is: mail to somebody+anything is for somebody."""
    local, _, domain = address.casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"
