"""A real Dovecot with a mailbox that is full to begin with, and Postfix's sink for the replies."""

import imaplib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import Letter
from mailbot.post.settings import ImapServer
from tests.servers.background import is_root
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.sink import smtp_sink


@dataclass
class Post:
    """The servers, and the letters as files, from which mailboxes are filled."""

    server: Dovecot
    smtp_port: int
    files: list[Path] = field(default_factory=list)

    def full_mailbox(self) -> ImapServer:
        """A mailbox of its own with all letters in it, its index warm."""
        box = self.server.mailbox()
        home = home_of(self.server, box)
        for number, file in enumerate(self.files):
            inside = home / "Maildir" / "tmp" / f"{int(file.stat().st_mtime)}.M{number:06d}P1.corpus"
            shutil.copyfile(file, inside)
            shutil.copystat(file, inside)
            give_away(inside)
            inside.rename(home / "Maildir" / "new" / inside.name)
        count(box, "INBOX")
        return box


@contextmanager
def post(letters: Sequence[Letter] = (), folder: Path | None = None) -> Iterator[Post]:
    """Runs the servers; `folder` is where the letters are kept."""
    with ExitStack() as stack:
        made = Post(stack.enter_context(dovecot()), stack.enter_context(smtp_sink()))
        for number, letter in enumerate(letters):
            file = (folder or Path()) / f"{number:06d}.eml"
            file.write_bytes(letter.raw)
            os.utime(file, (letter.at.timestamp(), letter.at.timestamp()))
            made.files.append(file)
        yield made


def count(box: ImapServer, folder: str) -> int:
    """How many messages are in that folder; 0 if there is none of that name."""
    imap = imaplib.IMAP4(box.host, box.port)
    imap.login(box.user, box.password)
    status, told = imap.select(folder, readonly=True)
    imap.logout()
    return int(told[0] or 0) if status == "OK" else 0


def home_of(server: Dovecot, box: ImapServer) -> Path:
    """The folder of a mailbox that nobody has used, with an empty Maildir in it."""
    home = server.log.parent / "mail" / box.user
    for name in ("", "Maildir", "Maildir/tmp", "Maildir/cur", "Maildir/new"):
        _owned(home / name)
    return home


def _owned(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    give_away(folder)


def give_away(path: Path) -> None:
    """Dovecot drops its rights and becomes `mail`."""
    if is_root():
        shutil.chown(path, "mail")
