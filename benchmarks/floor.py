"""The least that any program would have to do for the same mail: what mailbot's speed is compared with.

Fetch fifty messages a command, parse each in full, commit twenty rows for each with full synchronisation, send one
reply made from a byte template, mark it as sent, move fifty copies a command. No rules, no reading, no queue.
"""

import imaplib
import smtplib
import sqlite3
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes
from pathlib import Path

from mailbot.post.settings import ImapServer

OURS, THEIRS = "visits@north.example.org", "volunteer@example.org"
AT_ONCE = 50
TABLES = """
create table msg(id integer primary key, mid text unique, sender text, subject text, kind text, at text);
create table ev(id integer primary key, msg_id integer not null, seq int, what text, data text);
create index ev_msg on ev(msg_id);
"""
REPLY = (
    b"From: Visits <visits@north.example.org>\r\nTo: volunteer@example.org\r\nSubject: Thank you\r\n"
    b"Message-ID: <r%d@north.example.org>\r\nAuto-Submitted: auto-replied\r\n\r\n"
    + b"Please remember your badge.\r\n"
    * 24
)


class Floor:
    """One run over a mailbox into a fresh database file."""

    def __init__(self, server: ImapServer, smtp_port: int, connections: int, database: Path) -> None:
        self._imap = imaplib.IMAP4(server.host, server.port)
        self._imap.login(server.user, server.password)
        self._imap.select("INBOX")
        self._smtp = [smtplib.SMTP(server.host, smtp_port) for _ in range(connections)]
        self._pool = ThreadPoolExecutor(connections)
        self._database = sqlite3.connect(database, isolation_level=None)
        for pragma in ("journal_mode=wal", "synchronous=full"):
            self._database.execute(f"pragma {pragma}")
        self._database.executescript(TABLES)

    def run(self) -> tuple[int, float]:
        """How many messages it did, and the seconds that took."""
        started = time.perf_counter()
        uids = self._imap.uid("SEARCH", "ALL")[1][0].decode().split()
        done = 0
        for start in range(0, len(uids), AT_ONCE):
            done = self._batch(uids[start : start + AT_ONCE], done)
        return done, time.perf_counter() - started

    def close(self) -> None:
        """Log out everywhere."""
        self._imap.logout()
        for each in self._smtp:
            each.quit()
        self._pool.shutdown()
        self._database.close()

    def _batch(self, uids: Sequence[str], done: int) -> int:
        numbers = []
        for answer in self._imap.uid("FETCH", ",".join(uids), "(UID BODY.PEEK[])")[1]:
            if isinstance(answer, tuple):
                done += 1
                self._keep(done, answer[1])
                numbers.append(done)
        self._reply(numbers)
        self._imap.uid("MOVE", ",".join(uids), "Processed")
        return done

    def _keep(self, number: int, raw: bytes) -> None:
        message = message_from_bytes(raw)
        row = (
            number,
            f"{message['message-id']}{number}",
            str(message["from"]),
            str(message["subject"]),
            "visit",
            "x",
        )
        more = [(number, k, "step", f"detail of step {k} of message {number} " + "x" * 60) for k in range(19)]
        self._database.execute("begin immediate")
        self._database.execute("insert into msg values(?,?,?,?,?,?)", row)
        self._database.executemany("insert into ev(msg_id,seq,what,data) values(?,?,?,?)", more)
        self._database.execute("commit")

    def _reply(self, numbers: Sequence[int]) -> None:
        count = len(self._smtp)
        jobs = [(smtp, numbers[k::count]) for k, smtp in enumerate(self._smtp)]
        list(self._pool.map(_send, jobs))
        self._database.execute("begin immediate")
        self._database.executemany("update msg set kind='sent' where id=?", [(number,) for number in numbers])
        self._database.execute("commit")


def _send(job: tuple[smtplib.SMTP, Sequence[int]]) -> None:
    for number in job[1]:
        job[0].sendmail(OURS, [THEIRS], REPLY % number)
