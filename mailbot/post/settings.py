"""Where the mail servers are and how they are spoken to. TLS with certificate checks unless told otherwise."""

import ssl
from dataclasses import dataclass, field
from typing import Literal

from mailbot.errors import TryAgain

Security = Literal["tls", "starttls", "plain"]

SLOWEST = 50_000
"""Bytes a second that a line must carry: a large message gets that much more time than a command."""


@dataclass(frozen=True, slots=True)
class ImapServer:
    """The mailbox that mailbot reads. `timeout` is in seconds, for each whole step.

    `inbox` is read; `processed`, `review` and `restricted` are where messages are moved; `sent` is where an
    uncertain letter is looked for (promise 2). `ca_file` adds an authority to the system's list. That
    "plain" is loopback only, or allowed by name, is for the configuration to see to.
    """

    host: str
    port: int
    security: Security
    user: str
    password: str = field(repr=False)
    inbox: str = "INBOX"
    processed: str = "Processed"
    review: str = "Review"
    restricted: str | None = None
    sent: str | None = None
    timeout: float = 30.0
    ca_file: str | None = None


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """The server that takes our letters. `timeout` is in seconds, for each command; no `user` means no login."""

    host: str
    port: int
    security: Security
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    timeout: float = 30.0
    ca_file: str | None = None


def tls_context(server: ImapServer | SmtpServer) -> ssl.SSLContext | None:
    """Checks the certificate and the host's name; None for a plain line. Raises TryAgain if `ca_file` is no use."""
    if server.security == "plain":
        return None
    context = ssl.create_default_context()
    try:
        if server.ca_file is not None:
            context.load_verify_locations(server.ca_file)
        return context
    except OSError:
        raise TryAgain(f"{server.ca_file}: no certificates can be read from it; check ca_file") from None
