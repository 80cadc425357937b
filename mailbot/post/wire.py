"""imaplib over a socket of ours: one deadline for a whole step, checked TLS, and an IDLE that can be woken.

imaplib's own time-out begins anew with every byte, so a server that trickles could hold us for ever; and its
buffered file hides what has arrived already, so that IDLE could sleep on it.
"""

import imaplib
import selectors
import socket
import ssl
from typing import TYPE_CHECKING

from imap_tools import BaseMailBox

from mailbot.clock import Deadline
from mailbot.post.answers import Piece
from mailbot.post.settings import ImapServer

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

CHUNK = 1 << 16
LONGEST_LINE = 20_000_000
"""Bytes: a SEARCH answer with about two million messages."""


class Wire(imaplib.IMAP4):
    """One connection. `deadline` is set anew by whoever begins a step; what is late raises TimeoutError.

    A server without STARTTLS is refused where the settings ask for it: there is no falling back to plain text.
    """

    def __init__(self, server: ImapServer, context: ssl.SSLContext | None) -> None:
        self._security = server.security
        self._context = context
        self._buffer = bytearray()
        self.step_seconds = server.timeout
        self.deadline = Deadline.after(server.timeout)
        super().__init__(server.host, server.port, server.timeout)

    def begin(self, extra: float = 0.0) -> None:
        """A new step, with `extra` seconds on top of the usual."""
        self.deadline = Deadline.after(self.step_seconds + extra)

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        """Connect, without Nagle's delay (44 ms for each APPEND), and with TLS at once if it is asked for."""
        self.host, self.port = host, port
        self.sock = socket.create_connection((host, port), timeout)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if self._security == "tls":
            self._secure()

    def upgrade(self) -> None:
        """STARTTLS (RFC 3501, 6.2.1). Raises `abort` on anything that came in clear behind the answer."""
        answer, _ = self._simple_command("STARTTLS")
        if answer != "OK" or self._buffer:
            raise self.abort("STARTTLS failed")
        self._secure()
        self.refresh()

    def refresh(self) -> None:
        """Read the capabilities again: they change with TLS and with the login."""
        self._get_capabilities()

    def _secure(self) -> None:
        if self._context is None:
            raise self.abort("no TLS context")
        self.sock.settimeout(max(self.deadline.left(), 0.001))
        self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes."""
        while len(self._buffer) < size:
            self._receive()
        return self._take(size)

    def readline(self) -> bytes:
        """Up to and with the next line feed."""
        seen = 0
        while (end := self._buffer.find(b"\n", seen)) < 0:
            seen = len(self._buffer)
            if seen > LONGEST_LINE:
                raise self.abort("line too long")
            self._receive()
        return self._take(end + 1)

    def send(self, data: "Buffer") -> None:
        """All of it, before the deadline."""
        self.sock.settimeout(max(self.deadline.left(), 0.001))
        self.sock.sendall(data)

    def shutdown(self) -> None:
        """Close the socket; never raises."""
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # the server may have been quicker
        finally:
            self.sock.close()

    def _take(self, size: int) -> bytes:
        taken = bytes(memoryview(self._buffer)[:size])
        del self._buffer[:size]
        return taken

    def _receive(self) -> None:
        left = self.deadline.left()
        if not left:
            raise TimeoutError
        self.sock.settimeout(left)
        self._keep(self.sock.recv(CHUNK))

    def _keep(self, data: bytes) -> None:
        if not data:
            raise self.abort("closed by the server")
        self._buffer += data

    def ask(self, command: str, *words: str) -> bytes:
        """Send a UID command, whose answer `told` reads later; none other may be sent in between."""
        tag: bytes = self._command("UID", command, *words)
        return tag

    def told(self, tag: bytes, command: str) -> tuple[str, list[Piece]]:
        """The answer to what was asked: its status, and the pieces of it."""
        status, data = self._command_complete("UID", tag)
        told: tuple[str, list[Piece]] = self._untagged_response(status, data, command)
        return told

    def forget(self, *names: str) -> None:
        """Drop what the server told by itself, which imaplib would keep for ever."""
        for name in names:
            self.untagged_responses.pop(name, None)

    def has_news(self) -> bool:
        """Has the server told of messages since `forget("EXISTS", "RECENT")`?"""
        return bool(self.untagged_responses.keys() & {"EXISTS", "RECENT"})

    def listen(self, seconds: float, wake: socket.socket) -> None:
        """IDLE (RFC 2177) until there is news, `seconds` have passed, or `wake` can be read."""
        tag = self._command("IDLE")
        while self._get_response() is not None:
            if self.tagged_commands[tag]:
                raise self.error("IDLE refused")
        until = Deadline.after(seconds)
        while not self.has_news() and self._line_within(until, wake):
            self.begin()
            self._get_response()
        self.begin()
        self.send(b"DONE\r\n")
        self._get_tagged_response(tag)

    def _line_within(self, until: Deadline, wake: socket.socket) -> bool:
        """Wait for a whole line, as one may come in two segments; False if it does not come or we are woken."""
        with selectors.DefaultSelector() as ready:
            ready.register(self.sock, selectors.EVENT_READ)
            ready.register(wake, selectors.EVENT_READ)
            while b"\n" not in self._buffer:
                if self._receive_ready():
                    continue
                events = ready.select(until.left())
                if not events or any(key.fileobj is wake for key, _ in events):
                    return False
        return True

    def _receive_ready(self) -> bool:
        """Take what has arrived, without waiting; TLS may hold bytes that `select` does not see."""
        self.sock.settimeout(0)
        try:
            self._keep(self.sock.recv(CHUNK))
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return False
        return True


class Box(BaseMailBox):
    """imap-tools over a Wire: its login, folders and APPEND; never its fetch, flag, delete or move."""

    client: Wire

    def __init__(self, server: ImapServer, context: ssl.SSLContext | None) -> None:
        self._server, self._context = server, context
        super().__init__()

    def _get_mailbox_client(self) -> Wire:
        return Wire(self._server, self._context)
