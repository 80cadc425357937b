"""SMTP servers that take mail: one in this process that remembers every letter, and Postfix's fast smtp-sink."""

import asyncio
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from mailbot.post.settings import SmtpServer
from tests.servers.background import (
    HOST,
    Certificate,
    background_loop,
    certificate,
    folder,
    free_port,
    is_root,
    program,
    running,
    wait_for_port,
)

PASSWORD = "secret"


@dataclass(frozen=True)
class Received:
    """One letter as it came: who sent it to whom, its bytes, and how."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    options: tuple[str, ...]
    encrypted: bool
    user: str | None
    connection: int


@dataclass
class Sink:
    """Remembers what it got. `verdicts` are answers to RCPT by address, `verdict` the answer to the text."""

    port: int = 0
    certificate: Certificate | None = None
    received: list[Received] = field(default_factory=list)
    verdicts: dict[str, str] = field(default_factory=dict)
    verdict: str = "250 OK"

    def server(self, **changes: Any) -> SmtpServer:
        """Settings that reach it."""
        plain = SmtpServer(HOST, self.port, "plain", timeout=5.0)
        if self.certificate:
            plain = replace(plain, security="starttls", ca_file=str(self.certificate.file))
        return replace(plain, **changes)

    def wait_for(self, count: int, seconds: float = 10.0) -> list[Received]:
        """All letters, once there are so many."""
        ends = time.monotonic() + seconds
        while len(self.received) < count and time.monotonic() < ends:
            time.sleep(0.01)
        assert len(self.received) >= count, f"{len(self.received)} letters came, {count} were awaited"
        return list(self.received)

    async def judge(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        """A recipient."""
        if address in self.verdicts:
            return self.verdicts[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def keep(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """The text."""
        if self.verdict.startswith("2"):
            self.received.append(_received(session, envelope))
        return self.verdict


def _received(session: Session, envelope: Envelope) -> Received:
    assert isinstance(envelope.content, bytes)
    return Received(
        sender=(envelope.mail_from or "").strip("<>"),
        recipients=tuple(envelope.rcpt_tos),
        raw=envelope.content,
        options=tuple(envelope.mail_options),
        encrypted=session.ssl is not None,
        user=session.auth_data.login.decode() if session.auth_data else None,
        connection=int(session.peer[1]) if session.peer else 0,
    )


def _check(server: SMTP, session: Session, envelope: Envelope, mechanism: str, login: Any) -> AuthResult:
    right = isinstance(login, LoginPassword) and login.password == PASSWORD.encode()
    return AuthResult(success=right, handled=False, auth_data=login if right else None)


@contextmanager
def sink(tls: bool = False) -> Iterator[Sink]:
    """Runs one: plain and open, or with STARTTLS and a login (any user, password "secret")."""
    with folder("sink") as where, background_loop() as loop:
        made = Sink(certificate=certificate(where) if tls else None)
        made.port = loop.run(_listen(made))
        yield made


async def _listen(made: Sink) -> int:
    loop = asyncio.get_running_loop()
    hooks = SimpleNamespace(handle_RCPT=made.judge, handle_DATA=made.keep)
    options: dict[str, Any] = {"enable_SMTPUTF8": True, "hostname": "localhost", "ident": "sink"}
    if made.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(made.certificate.file, made.certificate.key)
        options |= {"tls_context": context, "authenticator": _check, "require_starttls": True}
    server = await loop.create_server(lambda: SMTP(hooks, loop=loop, **options), HOST, 0)
    return int(server.sockets[0].getsockname()[1])


@contextmanager
def smtp_sink(store: Path | None = None) -> Iterator[int]:
    """Postfix's own, which takes all it gets as fast as can be; yields the port. Keeps letters only in `store`."""
    with folder("smtp-sink") as where:
        port = free_port()
        as_whom = ["-u", "mail"] if is_root() else []
        if store is not None:
            store.chmod(0o777)
        keep = ["-d", f"{store}/%H%M%S."] if store else []
        command = [str(program("smtp-sink")), "-m", "500", *as_whom, *keep, f"{HOST}:{port}", "1000"]
        with running(command, where / "log") as process:
            wait_for_port(port, process)
            yield port
