"""Servers that misbehave, byte by byte: they hang, reset, answer what they should not, or nothing at all."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from tests.servers.background import HOST

Script = Callable[[socket.socket], None]


@contextmanager
def scripted(script: Script) -> Iterator[int]:
    """Runs `script` for each connection, and yields the port. A script that returns closes its connection."""
    listener = socket.create_server((HOST, 0))
    lines: list[socket.socket] = []
    threading.Thread(target=_serve, args=(listener, script, lines), daemon=True).start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for line in lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()


def _serve(listener: socket.socket, script: Script, lines: list[socket.socket]) -> None:
    with suppress(OSError):
        while True:
            line, _ = listener.accept()
            lines.append(line)
            threading.Thread(target=_play, args=(script, line), daemon=True).start()


def _play(script: Script, line: socket.socket) -> None:
    with suppress(OSError), line:
        script(line)


def hang(line: socket.socket) -> None:
    """Never says a word."""
    while line.recv(4096):
        pass


def reset(line: socket.socket) -> None:
    """Breaks the connection with a TCP reset."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def trickle(line: socket.socket) -> None:
    """Says a little, for ever, and never ends its line."""
    never = threading.Event()
    while not never.wait(0.05):
        line.sendall(b"*")


def imap(answers: dict[str, str | Script], offers: str = "IMAP4rev1") -> Script:
    """An IMAP server that says OK, after what `answers` has for the command, in which {tag} is the command's.

    The longest word of `answers` counts, such as "UID FETCH 7". An answer with a tag replaces the OK.
    """

    def play(line: socket.socket) -> None:
        line.sendall(b"* OK ready\r\n")
        known = {"CAPABILITY": f"* CAPABILITY {offers}\r\n", "SELECT": "* 0 EXISTS\r\n"} | answers
        with line.makefile("rb") as spoken:
            for told in spoken:
                tag, command = told.decode().strip().split(" ", 1)
                word = max((word for word in known if command.startswith(word)), key=len, default="")
                answer = known.get(word, "")
                if callable(answer):
                    answer(line)
                    return
                done = "" if "{tag} " in answer else "{tag} OK done\r\n"
                line.sendall((answer + done).replace("{tag}", tag).encode())

    return play


def smtp(answers: dict[str, str | Script], offers: str = "8BITMIME") -> Script:
    """An SMTP server that says yes, until a line begins with a word of `answers`: then that, or that script.

    "TEXT" stands for the first line of a letter's text, "." for its end. A script ends the connection.
    """

    def play(line: socket.socket) -> None:
        line.sendall(b"220 ready\r\n")
        in_text = False
        with line.makefile("rb") as spoken:
            for told in spoken:
                word = told.decode("latin-1").strip()
                if in_text and word != ".":
                    word = "TEXT"
                answer = _answer(word, answers, offers)
                if callable(answer):
                    answer(line)
                    return
                if word != "TEXT":
                    line.sendall(answer.encode() + b"\r\n")
                    in_text = answer.startswith("354")

    return play


def _answer(told: str, answers: dict[str, str | Script], offers: str) -> str | Script:
    usual: dict[str, str | Script] = {"EHLO": f"250-here\r\n250 {offers}", "DATA": "354 go on", "QUIT": "221 bye"}
    known = answers | {word: usual[word] for word in usual.keys() - answers.keys()}
    return next((known[word] for word in known if told.upper().startswith(word.upper())), "250 yes")


def close(line: socket.socket) -> None:
    """Close, without a word."""
