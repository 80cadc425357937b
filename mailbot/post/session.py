"""One connection to an SMTP server, and one letter at a time over it."""

import ssl
from collections.abc import Awaitable, Callable

from aiosmtplib import SMTP, SMTPException, SMTPResponse, SMTPResponseException
from aiosmtplib.protocol import PERIOD_REGEX, normalize_message_line_endings

from mailbot.errors import TryAgain
from mailbot.post.envelope import Delivery, Envelope, Refused, refusal, turned_away, wire_address
from mailbot.post.settings import SLOWEST, SmtpServer
from mailbot.post.trouble import LOST, in_words

FINAL_REPLY = 4
"""Times the usual time-out: giving up on the last answer makes a letter uncertain (RFC 5321, 4.5.3.2.6)."""

START_INPUT = 354
GOING_AWAY = 421
BAD_MAILBOX_NAME = 553


class Lost(Exception):
    """The connection broke before any text was sent, so nothing has happened. The text says how it broke."""


class Session:
    """A connection that is logged in. After any doubt it is closed, and `usable` is False."""

    def __init__(self, server: SmtpServer, context: ssl.SSLContext | None) -> None:
        self._server = server
        self._smtp = SMTP(
            hostname=server.host,
            port=server.port,
            timeout=server.timeout,
            use_tls=server.security == "tls",
            start_tls=False,
            tls_context=context,
            local_hostname="localhost",
        )

    @property
    def usable(self) -> bool:
        """Can another letter go over it?"""
        return self._smtp.is_connected

    async def open(self) -> None:
        """Connect, check the certificate, log in. Raises TryAgain with one clear line, whatever the reason."""
        try:
            await self._step("connecting", self._connect)
            if self._server.security == "starttls":
                await self._step("STARTTLS", self._upgrade)
            if self._server.user is not None:
                await self._step("logging in", self._log_in)
        except BaseException:
            self.drop()
            raise

    async def close(self) -> None:
        """Say goodbye, without waiting for long."""
        try:
            await self._smtp.quit(timeout=2.0)
        except (SMTPException, OSError):
            pass  # it is going either way
        finally:
            self.drop()

    def drop(self) -> None:
        """Close at once."""
        self._smtp.close()

    async def deliver(self, envelope: Envelope) -> Delivery:
        """One letter. Raises Lost if the connection broke before any text was sent; then nothing has happened."""
        try:
            return await self._deliver(envelope)
        except BaseException:
            self.drop()  # cancelled or lost in the middle: its state is not known
            raise

    async def _deliver(self, envelope: Envelope) -> Delivery:
        wanted, refused = self._sort(envelope.recipients)
        sender = self._on_the_wire(envelope.sender) if envelope.sender else b""
        if sender is None or not wanted:
            return _all_refused(envelope, BAD_MAILBOX_NAME, "no address in it can be written to at this server")
        reply = await self._say(b"MAIL", b"FROM:<" + sender + b">", *self._options(envelope, sender, wanted))
        if not _is_yes(reply):
            return await self._end(_all_refused(envelope, reply.code, f"MAIL was answered {reply.code}"))
        accepted = []
        for address, wire in wanted.items():
            reply = await self._say(b"RCPT", b"TO:<" + wire + b">")
            if _is_yes(reply):
                accepted.append(address)
            else:
                refused.append(refusal(address, reply.code))
        if not accepted:
            decisive = next((each.code for each in refused if each.temporary), refused[-1].code)
            return await self._end(turned_away(refused, decisive, f"all recipients were refused ({decisive})"))
        return await self._text(envelope.raw, tuple(accepted), refused)

    async def _text(self, raw: bytes, accepted: tuple[str, ...], refused: list[Refused]) -> Delivery:
        reply: SMTPResponse | None = await self._say(b"DATA")
        if reply and reply.code == START_INPUT:
            reply = await self._hand_over(raw)
        if reply is None:
            return Delivery("uncertain", refused=tuple(refused), note="no answer after the text had begun to go out")
        if _is_yes(reply):
            note = f"{len(refused)} recipients were refused" if refused else ""
            return Delivery("sent", accepted, tuple(refused), reply.code, note)
        everyone = refused + [refusal(address, reply.code) for address in accepted]
        return await self._end(turned_away(everyone, reply.code, f"the text was answered {reply.code}"))

    async def _hand_over(self, raw: bytes) -> SMTPResponse | None:
        """The text itself, not by aiosmtplib's `data`: that does not tell before from after. None is in doubt."""
        protocol = self._smtp.protocol
        if protocol is None:
            raise Lost(LOST)
        try:
            protocol.write(_dotted(raw))
        except SMTPException:
            raise Lost(LOST) from None
        try:
            patience = FINAL_REPLY * self._server.timeout + len(raw) / SLOWEST
            return await protocol.read_response(timeout=patience)
        except (SMTPException, OSError):
            self.drop()
            return None

    async def _say(self, *words: bytes) -> SMTPResponse:
        try:
            reply = await self._smtp.execute_command(*words)
        except (SMTPException, OSError) as error:
            raise Lost(in_words(error)) from None
        if reply.code == GOING_AWAY:
            raise Lost(f"the server closes the connection ({reply.code})")
        return reply

    async def _end(self, delivery: Delivery) -> Delivery:
        """After a refusal: a clean slate for the next letter, or no connection."""
        try:
            if _is_yes(await self._say(b"RSET")):
                return delivery
        except Lost:
            pass  # what was answered stands
        self.drop()
        return delivery

    def _sort(self, recipients: tuple[str, ...]) -> tuple[dict[str, bytes], list[Refused]]:
        """Those that can be put on the wire here, and the refusals of the others."""
        wires = {address: self._on_the_wire(address) for address in recipients}
        wanted = {address: wire for address, wire in wires.items() if wire is not None}
        return wanted, [refusal(address, BAD_MAILBOX_NAME) for address, wire in wires.items() if wire is None]

    def _on_the_wire(self, address: str) -> bytes | None:
        wire = wire_address(address)
        if wire is None or not (wire.isascii() or self._smtp.supports_extension("smtputf8")):
            return None
        return wire.encode()

    def _options(self, envelope: Envelope, sender: bytes, wanted: dict[str, bytes]) -> list[bytes]:
        """What the server has to know beforehand. Without 8BITMIME eight bits go out as they are, as all do now."""
        options = []
        if self._smtp.supports_extension("size"):
            options.append(b"SIZE=%d" % len(envelope.raw))
        if envelope.is_eight_bit and self._smtp.supports_extension("8bitmime"):
            options.append(b"BODY=8BITMIME")
        if not all(wire.isascii() for wire in (sender, *wanted.values())):
            options.append(b"SMTPUTF8")
        return options

    async def _connect(self) -> None:
        await self._smtp.connect()
        address = self._smtp.get_transport_info("sockname")[0]
        self._smtp.local_hostname = f"[IPv6:{address}]" if ":" in address else f"[{address}]"
        await self._smtp.ehlo()

    async def _upgrade(self) -> None:
        if not self._smtp.supports_extension("starttls"):
            raise self._trouble("STARTTLS", "it is not offered, so nothing was sent; check port and security")
        await self._smtp.starttls()
        await self._smtp.ehlo()

    async def _log_in(self) -> None:
        if not self._smtp.supported_auth_methods:
            raise self._trouble("logging in", "no login that we know is offered; check port and security")
        await self._smtp.login(self._server.user or "", self._server.password or "")

    async def _step(self, name: str, action: Callable[[], Awaitable[None]]) -> None:
        try:
            await action()
        except SMTPResponseException as error:
            check = "check user and password" if name == "logging in" else "check host and port"
            raise self._trouble(name, f"answered {error.code}; {check}") from None
        except (SMTPException, OSError, ValueError) as error:  # ValueError: a challenge that is no base64
            raise self._trouble(name, in_words(error)) from None

    def _trouble(self, step: str, what: str) -> TryAgain:
        return TryAgain(f"SMTP server {self._server.host}:{self._server.port}, {step}: {what}")


def _is_yes(reply: SMTPResponse) -> bool:
    return 200 <= reply.code < 300


def _all_refused(envelope: Envelope, code: int, note: str) -> Delivery:
    return turned_away((refusal(address, code) for address in envelope.recipients), code, note)


def _dotted(raw: bytes) -> bytes:
    """As DATA wants it: CR LF everywhere, leading dots doubled, a dot at the end (RFC 5321, 4.5.2)."""
    return PERIOD_REGEX.sub(b"..", normalize_message_line_endings(raw)) + b".\r\n"
