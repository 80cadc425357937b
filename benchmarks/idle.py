"""What waiting costs, and how soon an answer leaves: `python -m benchmarks.idle [--seconds 30] [--count 20]`.

Runs the real `mailbot run` in a process of its own against a real Dovecot. First it is left alone, and its CPU time
and memory are read from /proc (Linux). Then mails arrive one by one, and the time is taken from handing each to the
IMAP server to its answer's end at an SMTP server here. Needs Debian's dovecot-imapd.
"""

import argparse
import imaplib
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from benchmarks import corpus
from benchmarks.throwaway import ENVIRON, Servers, make_scheme
from mailbot.post.settings import ImapServer
from mailbot.workflows.registry import Registry
from tests.servers.dovecot import dovecot
from tests.servers.sink import Sink, sink

SETTLE = 3.0
PATIENCE = 20.0


@dataclass
class Result:
    """Seconds to start, CPU in milliseconds a second, memory in MiB, latencies in milliseconds.

    `noticed` is the server's own part: how long it takes to tell a client that does nothing but IDLE.
    """

    start: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0
    latencies: list[float] = field(default_factory=list)
    noticed: list[float] = field(default_factory=list)


def measure(seconds: float, count: int) -> Result:
    """Wait first, then answer `count` mails."""
    with dovecot() as imap, sink() as smtp, tempfile.TemporaryDirectory(prefix="mailbot-idle-") as folder:
        box = imap.mailbox()
        with daemon(Path(folder), Servers(imap.port, smtp.port, box.user)) as process:
            result = Result()
            result.start = wait_for(Path(folder) / "log", b"running")
            time.sleep(SETTLE)
            before = cpu_seconds(process.pid)
            time.sleep(seconds)
            result.cpu = 1000 * (cpu_seconds(process.pid) - before) / seconds
            result.latencies = [_answered(box, smtp, number) for number in range(count)]
            result.memory = memory(process.pid)
        result.noticed = [_noticed(imap.mailbox(), number) for number in range(count)]
        return result


@contextmanager
def daemon(folder: Path, servers: Servers) -> Iterator["subprocess.Popen[bytes]"]:
    """`mailbot run` in a process of its own, with the corpus's roll; its words go to `folder/log`."""
    make_scheme(corpus.cast(), folder, Registry(), servers).database.close()
    command = [sys.executable, "-m", "mailbot", "run", "--config", str(folder / "config.toml")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env={**os.environ, **ENVIRON}, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def _answered(box: ImapServer, smtp: Sink, number: int) -> float:
    """Milliseconds from APPEND to the answer to that mail."""
    time.sleep(0.3)  # so that the daemon is back in IDLE
    before, raw = len(smtp.received), _mail(number)
    started = time.perf_counter()
    append(box, raw)
    while len(smtp.received) == before and time.perf_counter() < started + PATIENCE:
        time.sleep(0.001)
    return 1000 * (time.perf_counter() - started)


def _noticed(box: ImapServer, number: int) -> float:
    """Milliseconds from APPEND to the server's word of it to a bare client in IDLE."""
    imap = imaplib.IMAP4(box.host, box.port)
    imap.login(box.user, box.password)
    imap.select("INBOX")
    imap.send(b"i IDLE\r\n")
    imap.readline()
    time.sleep(0.3)
    started = time.perf_counter()
    append(box, _mail(number))
    while b"EXISTS" not in imap.readline():
        pass
    spent = 1000 * (time.perf_counter() - started)
    imap.send(b"DONE\r\n")
    imap.shutdown()
    return spent


def wait_for(log: Path, word: bytes) -> float:
    """Seconds until the daemon says so."""
    started = time.perf_counter()
    while word not in log.read_bytes() and time.perf_counter() < started + PATIENCE:
        time.sleep(0.01)
    return time.perf_counter() - started


def append(box: ImapServer, raw: bytes) -> None:
    """A letter is handed to the IMAP server."""
    imap = imaplib.IMAP4(box.host, box.port)
    imap.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    imap.login(box.user, box.password)
    imap.append("INBOX", "", "", raw)
    imap.logout()


def _mail(number: int) -> bytes:
    """A volunteer confirms yesterday's visit, on the form."""
    who, now = corpus.cast().clients[number], datetime.now(UTC)
    lines = [
        "Authentication-Results: mx.north.example.org; dmarc=pass",
        f"From: <{who.visitor}>",
        f"To: <{corpus.OURS}>",
        f"Date: {format_datetime(now)}",
        f"Message-ID: <idle{number}@example.org>",
        "Subject: Visit",
        "",
        f"Client: {who.ref}",
        f"Visit date: {now - timedelta(days=1):%d/%m/%Y}",
        "Outcome: took place",
        "",
    ]
    return "\r\n".join(lines).encode()


def cpu_seconds(pid: int) -> float:
    """User and system time (proc(5), fields 14 and 15 of stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """MiB that are resident."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; exit status 1 if a mail was not answered."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.idle", description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0, help="how long to leave it alone")
    parser.add_argument("--count", type=int, default=20, help="how many mails to time")
    asked = parser.parse_args(arguments)
    result = measure(asked.seconds, asked.count)
    print(f"start: {result.start:.1f} s; waiting: {result.cpu:.1f} ms of CPU a second; {result.memory:.0f} MiB")
    for what, times in (("reply", result.latencies), ("word from the server", result.noticed)):
        median, longest = statistics.median(times), max(times)
        print(f"arrival to {what}: median {median:.0f} ms, longest {longest:.0f} ms, of {len(times)}")
    return 1 if max(result.latencies) >= 1000 * PATIENCE else 0


if __name__ == "__main__":
    sys.exit(main())
