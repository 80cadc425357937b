"""Messages a second through the real daemon: `python -m benchmarks.throughput [-n 1000] [--runs 3] [--json]`.

N messages of the corpus lie in a Dovecot mailbox; the daemon takes them in, decides them in live mode, sends what
comes of it to Postfix's smtp-sink and moves the copies. In the same run, alternating, the floor of `floor.py` does
the least possible with the same mail. Only the ratio means anything on another machine. Exit status 1 if a message
was lost. Needs Debian's dovecot-imapd and postfix.
"""

import argparse
import asyncio
import imaplib
import json
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from benchmarks import corpus
from benchmarks.floor import Floor
from benchmarks.mailboxes import Post, count, post
from benchmarks.throwaway import Servers, make_scheme
from mailbot.clock import SystemClock
from mailbot.post.settings import ImapServer
from mailbot.run import Daemon
from mailbot.scheme import Scheme
from mailbot.store import inbox, outbox, tables
from mailbot.workflows.registry import Registry

CONNECTIONS = (1, 10)
LOOK_EVERY = 0.05


@dataclass(frozen=True)
class ShiftedClock:
    """Runs as the machine's clock does, but stands at the end of the corpus when it starts."""

    behind: timedelta

    @classmethod
    def starting_at(cls, moment: datetime) -> "ShiftedClock":
        return cls(SystemClock().now() - moment)

    def now(self) -> datetime:
        return SystemClock().now() - self.behind


@dataclass
class Result:
    """Messages a second: of each run of the daemon, and of the floor with one and with ten connections."""

    messages: int
    daemon: list[float] = field(default_factory=list)
    floor: dict[int, list[float]] = field(default_factory=lambda: {each: [] for each in CONNECTIONS})
    cpu_ms: list[float] = field(default_factory=list)
    states: dict[str, int] = field(default_factory=dict)
    mails: dict[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    def ratio(self, connections: int) -> float:
        """The daemon's median to the floor's."""
        return statistics.median(self.daemon) / statistics.median(self.floor[connections])


def measure(messages: int, runs: int, where: Path | None = None) -> Result:
    """Floor and daemon in turn, `runs` times; files lie under `where`, which must be on a real disk."""
    result = Result(messages)
    with tempfile.TemporaryDirectory(prefix="mailbot-corpus-", dir=where) as name:
        folder = Path(name)
        with post(list(corpus.letters(messages)), folder) as servers:
            for number in range(runs):
                for connections in CONNECTIONS:
                    result.floor[connections].append(
                        _floor(servers, connections, folder / f"floor{number}{connections}")
                    )
                _daemon(servers, folder / f"run{number}", result)
    return result


def _floor(servers: Post, connections: int, database: Path) -> float:
    floor = Floor(_with_folder(servers.full_mailbox()), servers.smtp_port, connections, database)
    done, seconds = floor.run()
    floor.close()
    return done / seconds


def _with_folder(box: ImapServer) -> ImapServer:
    imap = imaplib.IMAP4(box.host, box.port)
    imap.login(box.user, box.password)
    imap.create("Processed")
    imap.logout()
    return box


def _daemon(servers: Post, folder: Path, result: Result) -> None:
    box, registry = servers.full_mailbox(), Registry()
    folder.mkdir()
    reached = Servers(servers.server.port, servers.smtp_port, box.user)
    scheme = make_scheme(corpus.cast(), folder, registry, reached)
    daemon = Daemon(scheme, registry, ShiftedClock.starting_at(corpus.ends_at(result.messages)))
    seconds, cpu = asyncio.run(_until_done(daemon, result.messages))
    result.daemon.append(result.messages / seconds)
    result.cpu_ms.append(1000 * cpu / result.messages)
    _check(scheme, box, result)
    scheme.database.close()


async def _until_done(daemon: Daemon, messages: int) -> tuple[float, float]:
    """Seconds and CPU seconds of `mailbot run`, from its start to the last message moved and the last mail sent."""
    started, cpu = time.perf_counter(), time.process_time()
    running = asyncio.create_task(daemon.run())
    while not running.done() and not await asyncio.to_thread(_is_done, daemon, messages):
        await asyncio.sleep(LOOK_EVERY)
    spent = time.perf_counter() - started, time.process_time() - cpu
    if not running.done():  # else nobody would catch it
        os.kill(os.getpid(), signal.SIGTERM)
    await running
    return spent


def _is_done(daemon: Daemon, messages: int) -> bool:
    """Nothing is left to decide, to move or to send; some mails are for when the office opens, which is later."""
    moved = select(func.count()).select_from(tables.inbox).where(tables.inbox.c.moved_at.is_not(None))
    unsent = select(func.count()).select_from(tables.outbox).where(tables.outbox.c.state.in_(["queued", "sending"]))
    due = unsent.where(tables.outbox.c.try_at <= daemon.clock.now())
    return daemon.scheme.database.read(lambda conn: conn.scalar(moved) == messages and conn.scalar(due) == 0)


def _check(scheme: Scheme, box: ImapServer, result: Result) -> None:
    """Nothing is lost: every message has an end, its copy has left the inbox and lies in one of the folders."""
    result.states, result.mails = scheme.database.read(lambda conn: (inbox.counts(conn), outbox.counts(conn)))
    folders = {name: count(box, name) for name in ("INBOX", "Processed", "Review")}
    if sum(result.states.values()) != result.messages or inbox.RECEIVED in result.states:
        result.lost.append(f"ledger: {result.states}")
    if folders["INBOX"] or sum(folders.values()) != result.messages:
        result.lost.append(f"folders: {folders}")
    if set(result.mails) - {"sent", "queued"}:
        result.lost.append(f"mails: {result.mails}")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput", description=__doc__)
    parser.add_argument("-n", type=int, default=1000, help="how many messages")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--dir", type=Path, help="where files go, on the disk that matters")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    result = measure(asked.n, asked.runs, asked.dir)
    print(json.dumps(asdict(result)) if asked.json else "\n".join(_lines(result)))
    return 1 if result.lost else 0


def _lines(result: Result) -> list[str]:
    lines = [f"{result.messages} messages, {len(result.daemon)} runs each, alternating; median (slowest to fastest)"]
    lines += [f"floor, {each:2} SMTP connections  {_rate(result.floor[each])}" for each in CONNECTIONS]
    lines += [
        f"daemon                    {_rate(result.daemon)}  cpu {statistics.median(result.cpu_ms):.1f} ms a message"
    ]
    lines += [f"ratio to the floor with {each:2}: {result.ratio(each):.2f}" for each in CONNECTIONS]
    lines += [f"messages: {result.states}", f"mails: {result.mails}"]
    return lines + [f"LOST: {each}" for each in result.lost]


def _rate(rates: Sequence[float]) -> str:
    return f"{statistics.median(rates):7.1f}/s ({min(rates):.1f} to {max(rates):.1f})"


if __name__ == "__main__":
    sys.exit(main())
