"""From a concern to its alert: `python -m benchmarks.alert [--messages 20000] [--mean-kb 58] [--count 10]`.

The real `mailbot run` in a process of its own, real Dovecot, and an SMTP server here. The clock runs until that
server has taken the alert, the mail to an officer that quotes the concern. First on an idle system, from handing the
concern to the IMAP server. Then so many other messages wait in the mailbox, with `count` concerns at random places;
the clock runs from the daemon's word that it runs. Then concerns arrive while it handles the others. Exit status 1 if
one took longer than the limits of two and sixty seconds, or never came. Needs Debian's dovecot-imapd, and disk for
the messages.
"""

import argparse
import base64
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.idle import append, cpu_seconds, daemon, memory, wait_for
from benchmarks.mailboxes import count, give_away, home_of
from benchmarks.throwaway import Servers
from mailbot.post.settings import ImapServer
from tests.servers.dovecot import dovecot
from tests.servers.sink import Sink, sink

IDLE_LIMIT, BACKLOG_LIMIT = 2.0, 60.0
PATIENCE = 600.0
DISTINCT = 2_000
SETTLE = 3.0
BETWEEN = 2.0


class Asked(NamedTuple):
    """How many messages wait, of which mean size, how many concerns are timed, and what makes it random."""

    messages: int
    mean_kb: float
    concerns: int
    seed: int = 7
    among_concerns: bool = False


@dataclass
class Result:
    """Seconds from each concern to its alert: alone, among many that wait, and newly come while these are handled.

    `cpu` are CPU seconds of the daemon from then until the last alert of those that waited, `memory` its MiB then;
    `start` are the seconds before it runs, `stop` those until it has ended.
    """

    mean_kb: float = 0.0
    idle: list[float] = field(default_factory=list)
    waiting: list[float] = field(default_factory=list)
    arriving: list[float] = field(default_factory=list)
    start: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0
    stop: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether every alert came within its limit."""
        return max(self.idle) < IDLE_LIMIT and max(self.waiting + self.arriving) < BACKLOG_LIMIT


class Alerts:
    """Looks through what the SMTP server has taken for the marks of concerns."""

    def __init__(self, smtp: Sink) -> None:
        self._smtp, self._seen, self._text = smtp, 0, ""

    def await_all(self, marks: Sequence[str], since: float) -> list[float]:
        """Seconds from `since` (of time.perf_counter) until each alert was taken; PATIENCE for what never came."""
        found: dict[str, float] = {}
        while len(found) < len(marks) and time.perf_counter() - since < PATIENCE:
            self._read_on()
            found |= {m: time.perf_counter() - since for m in marks if m not in found and m in self._text}
            time.sleep(0.002)
        return [found.get(mark, PATIENCE) for mark in marks]

    def _read_on(self) -> None:
        received = self._smtp.received
        while self._seen < len(received):
            mail, self._seen = received[self._seen], self._seen + 1
            if b"alert" in mail.raw:
                part = message_from_bytes(mail.raw, policy=policy.default).get_body(("plain",))
                self._text += part.get_content() if part else ""


def measure(asked: Asked, where: Path | None = None) -> Result:
    """Idle first, then with a mailbox full of others. Files lie under `where`, and are deleted after."""
    result = Result()
    with dovecot() as imap, sink() as smtp:
        box = imap.mailbox()
        with _running(where, Servers(imap.port, smtp.port, box.user), result):
            time.sleep(SETTLE)
            result.idle = [_arriving(box, Alerts(smtp), f"idle{number}alert") for number in range(asked.concerns)]
        box = imap.mailbox()
        marks = [f"waiting{number}alert" for number in range(asked.concerns)]
        result.mean_kb = fill(home_of(imap, box), asked, marks)
        count(box, "INBOX")  # so that the server's index is as it would be after deliveries one by one
        with _running(where, Servers(imap.port, smtp.port, box.user), result) as pid:
            alerts = Alerts(smtp)
            before = cpu_seconds(pid)
            result.waiting = alerts.await_all(marks, time.perf_counter())
            result.cpu, result.memory = cpu_seconds(pid) - before, memory(pid)
            result.arriving = [_arriving(box, alerts, f"new{number}alert") for number in range(asked.concerns)]
    return result


@contextmanager
def _running(where: Path | None, servers: Servers, result: Result) -> Iterator[int]:
    with tempfile.TemporaryDirectory(prefix="mailbot-alert-", dir=where) as name:
        with daemon(Path(name), servers) as process:
            result.start = wait_for(Path(name) / "log", b"running")
            yield process.pid
            stopped = time.perf_counter()
        result.stop = time.perf_counter() - stopped


def _arriving(box: ImapServer, alerts: Alerts, mark: str) -> float:
    time.sleep(BETWEEN)
    raw, since = _concern(mark, len(mark)), time.perf_counter()
    append(box, raw)
    return alerts.await_all([mark], since)[0]


def fill(home: Path, asked: Asked, marks: Sequence[str]) -> float:
    """Writes the others into the Maildir, with the concerns at random places; returns the mean of all in kB."""
    dice = random.Random(asked.seed)
    places = dict(zip(dice.sample(range(asked.messages + len(marks)), len(marks)), marks, strict=True))
    others, written, now = _others(asked), 0, int(time.time())
    for number in range(asked.messages + len(marks)):
        raw = _concern(places[number], number) if number in places else next(others)
        file = home / "Maildir" / "tmp" / f"{now}.M{number:06d}P1.corpus"
        written += file.write_bytes(raw)
        give_away(file)
        file.rename(home / "Maildir" / "new" / file.name)
    return written / 1000 / (asked.messages + len(marks))


def _others(asked: Asked) -> Iterator[bytes]:
    """Letters of the corpus; beyond some number the same again with another Message-ID, so that none is a copy."""
    chosen = [
        letter.raw
        for letter in corpus.letters(min(asked.messages, DISTINCT), asked.seed)
        if letter.kind != "concern" or asked.among_concerns
    ]
    missing = 1000 * asked.mean_kb - sum(map(len, chosen)) / len(chosen)
    claims = sum(b"--m" in raw[-20:] for raw in chosen)
    filler = _filler(missing * len(chosen) / claims) if claims and missing > 0 else b""
    for number in range(asked.messages):
        raw = chosen[number % len(chosen)].replace(b"Message-ID: <", b"Message-ID: <%d." % number, 1)
        body, end, rest = raw.rpartition(b"--m")
        yield body + filler.replace(b"BOUNDARY", b"m" + rest.split(b"--")[0]) + end + rest if end else raw


def _filler(size: float) -> bytes:
    """A further receipt of about so many bytes, for letters that have some, to reach the mean that was asked for."""
    data = base64.encodebytes(random.Random(size).randbytes(int(size / 1.37))).replace(b"\n", b"\r\n")
    head = b"--BOUNDARY\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=more\r\n"
    return head + b"Content-Transfer-Encoding: base64\r\n\r\n" + data


def _concern(mark: str, number: int) -> bytes:
    """A volunteer is worried; in plain text, in base64, or in HTML only, with a photo behind it."""
    who, now = corpus.cast().clients[number % corpus.VOLUNTEERS], datetime.now(UTC)
    text = f"I am worried about {who.name}. There was bruising on his arm and he seemed frightened ({mark})."
    coded = base64.encodebytes(text.encode()).decode().replace("\n", "\r\n")
    bodies = (
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n",
        f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{coded}\r\n",
        f"Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>{text}</p></body></html>\r\n",
    )
    lines = [
        "Authentication-Results: mx.north.example.org; dmarc=pass",
        f"From: <{who.visitor}>",
        f"To: <{corpus.OURS}>",
        f"Date: {format_datetime(now)}",
        f"Message-ID: <{mark}@example.org>",
        "Subject: My visit",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="mm"',
        "",
        f"--mm\r\n{bodies[number % 3]}--mm",
    ]
    photo = _filler(60_000).partition(b"\r\n")[2]
    return "\r\n".join(lines).encode() + b"\r\n" + photo + b"--mm--\r\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.alert", description=__doc__)
    parser.add_argument("--messages", type=int, default=20_000, help="how many others wait")
    parser.add_argument("--mean-kb", type=float, default=58.0, help="their mean size in kB (1,000 bytes)")
    parser.add_argument("--count", type=int, default=10, help="how many concerns to time in each part")
    parser.add_argument("--seed", type=int, default=7, help="what the places of the concerns hang on")
    parser.add_argument("--among-concerns", action="store_true", help="4 %% of the others are concerns too")
    parser.add_argument("--dir", type=Path, help="where files go, on the disk that matters")
    given = parser.parse_args(arguments)
    asked = Asked(given.messages, given.mean_kb, given.count, given.seed, given.among_concerns)
    result = measure(asked, given.dir)
    print("\n".join(_lines(asked, result)))
    return 0 if result.holds else 1


def _lines(asked: Asked, result: Result) -> Iterator[str]:
    behind = f"among {asked.messages} others of {result.mean_kb:.0f} kB at the mean"
    for what, times, limit in (
        ("on an idle system", result.idle, IDLE_LIMIT),
        (behind, result.waiting, BACKLOG_LIMIT),
        ("newly come, while these are handled", result.arriving, BACKLOG_LIMIT),
    ):
        ok = "within" if max(times) < limit else "NOT WITHIN"
        figures = f"median {statistics.median(times):.2f} s, longest {max(times):.2f} s, of {len(times)}"
        yield f"concern to alert, {what}: {figures}; {ok} {limit:.0f} s"
    yield f"the daemon until the last alert of those that waited: {result.cpu:.1f} s of CPU, {result.memory:.0f} MiB"
    yield f"started in {result.start:.1f} s, stopped in {result.stop:.1f} s"


if __name__ == "__main__":
    sys.exit(main())
