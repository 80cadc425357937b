"""A login to the IMAP server: how it is opened, how each step is held to its deadline, and what went wrong."""

import imaplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from imap_tools import UnexpectedCommandStatusError

from mailbot.clock import Deadline
from mailbot.errors import TryAgain
from mailbot.expressions import lazy
from mailbot.post.answers import response_code
from mailbot.post.settings import ImapServer, tls_context
from mailbot.post.trouble import in_words
from mailbot.post.wire import Box, Wire

PLAIN_ASCII = lazy(r"[\x20-\x7e]+")


class Connection:
    """Opens the inbox and keeps it open. After a broken step `connected` is False until `connect` is called."""

    def __init__(self, server: ImapServer) -> None:
        self.server = server
        self.uidvalidity = 0
        self._box: Box | None = None

    @property
    def connected(self) -> bool:
        """Whether the last step left the connection whole."""
        return self._box is not None

    @property
    def box(self) -> Box:
        """imap-tools' part of it. Raises TryAgain if there is no connection."""
        if self._box is None:
            raise self._trouble("asked too early", "there is no connection")
        return self._box

    def connect(self) -> None:
        """Log in and open the inbox, in place of an earlier connection. Raises TryAgain with one clear line."""
        self.drop()
        try:
            self._open()
        except TryAgain:
            self.drop()
            raise

    def close(self) -> None:
        """Log out, without waiting for long."""
        if self._box is not None:
            self._box.client.deadline = Deadline.after(2.0)
            with suppress(imaplib.IMAP4.error, OSError):
                self._box.client.logout()
        self.drop()

    def drop(self) -> None:
        """Close the socket and forget it."""
        if self._box is not None:
            self._box.client.shutdown()
            self._box = None

    def select_inbox(self) -> None:
        """Open the inbox and read its UIDVALIDITY."""
        self.box.folder.set(self.server.inbox)
        self.uidvalidity = int(self.box.client.response("UIDVALIDITY")[1][0] or 0)

    @contextmanager
    def step(self, name: str, check: str = "") -> Iterator[Wire]:
        """One step with its deadline. A refusal leaves the connection as it is; anything else ends it."""
        wire = self.box.client
        wire.begin()
        advice = f"; {check}" if check else ""
        try:
            yield wire
        except UnexpectedCommandStatusError as error:
            raise self._trouble(name, f"refused{response_code(error.command_result[1])}{advice}") from None
        except (imaplib.IMAP4.abort, OSError) as error:
            self.drop()
            raise self._trouble(name, in_words(error)) from None
        except imaplib.IMAP4.error:
            self.drop()
            raise self._trouble(name, f"refused{advice}") from None

    def _open(self) -> None:
        try:
            self._box = Box(self.server, tls_context(self.server))
        except (imaplib.IMAP4.error, OSError) as error:
            raise self._trouble("connecting", in_words(error)) from None
        if self.server.security == "starttls":
            self._upgrade()
        with self.step("logging in", "check user and password"):
            self._log_in(self.box)
        with self.step(f"opening {self.server.inbox}", "check that this folder exists"):
            self.select_inbox()

    def _upgrade(self) -> None:
        with self.step("STARTTLS") as wire:
            if "STARTTLS" not in wire.capabilities:
                raise self._trouble("STARTTLS", "it is not offered, so nothing was sent; check port and security")
            wire.upgrade()

    def _log_in(self, box: Box) -> None:
        user, password = self.server.user, self.server.password
        plain = PLAIN_ASCII.fullmatch(user) and PLAIN_ASCII.fullmatch(password)
        (box.login if plain else box.login_utf8)(user, password, initial_folder=None)
        box.client.refresh()  # without this MOVE seems to be missing

    def _trouble(self, step: str, what: str) -> TryAgain:
        return TryAgain(f"IMAP server {self.server.host}:{self.server.port}, {step}: {what}")
