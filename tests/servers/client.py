"""Another mail client at the same mailbox: what a volunteer's letter, or a coordinator with a phone, does to it."""

import imaplib
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from mailbot.post.settings import ImapServer


class OtherClient:
    """Plain imaplib, on purpose: it shares nothing with what is tested. Messages are named by UID."""

    def __init__(self, imap: imaplib.IMAP4) -> None:
        self._imap = imap

    def put(self, raw: bytes, folder: str = "INBOX", flags: str = "") -> None:
        """A letter arrives."""
        assert self._imap.append(folder, flags, "", raw)[0] == "OK"

    def flag(self, uid: int, flag: str) -> None:
        """Set a flag in the inbox."""
        self._imap.select("INBOX")
        self._imap.uid("STORE", str(uid), "+FLAGS", f"({flag})")

    def expunge(self) -> None:
        """Take away for good what is marked as deleted in the inbox."""
        self._imap.select("INBOX")
        self._imap.expunge()

    def flags(self, uid: int, folder: str = "INBOX") -> set[str]:
        """The flags of one message."""
        self._imap.select(folder, readonly=True)
        told = self._imap.uid("FETCH", str(uid), "(FLAGS)")[1][0]
        return {flag.decode() for flag in imaplib.ParseFlags(told)} - {"\\Recent"}

    def uids(self, folder: str = "INBOX", criterion: str = "ALL") -> list[int]:
        """What is in a folder."""
        self._imap.select(f'"{folder}"', readonly=True)
        return [int(uid) for uid in self._imap.uid("SEARCH", criterion)[1][0].split()]

    def bodies(self, folder: str) -> list[bytes]:
        """The raw messages of a folder, by UID."""
        return [self._imap.uid("FETCH", str(uid), "(BODY.PEEK[])")[1][0][1] for uid in self.uids(folder)]

    def folders(self) -> set[str]:
        """The names of all folders, as they are on the wire."""
        told = (line for line in self._imap.list()[1] if isinstance(line, bytes))
        return {re.sub(r'^\(.*?\) \S+ "?(.*?)"?$', r"\1", line.decode()) for line in told}

    def make_folder(self, folder: str) -> None:
        """Create one."""
        assert self._imap.create(folder)[0] == "OK"

    def remove_folder(self, folder: str) -> None:
        """Delete one, with all that is in it."""
        assert self._imap.delete(folder)[0] == "OK"


@contextmanager
def other_client(server: ImapServer, port: int | None = None) -> Iterator[OtherClient]:
    """Logged in as the same user."""
    imap = imaplib.IMAP4(server.host, port or server.port, timeout=10)
    imap.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    imap.login(server.user, server.password)
    try:
        yield OtherClient(imap)
    finally:
        imap.logout()
