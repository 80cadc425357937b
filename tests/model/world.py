"""The scheme under test as the world sees it: mail goes in, mail comes out, the process dies and comes back.

The real path without sockets: ledger, decision, timers, the outbox's own claim and record. Nothing here judges.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, select

from mailbot.config import Config, load_config
from mailbot.events import LANES, Lane
from mailbot.handle import fire, handle
from mailbot.outgoing import Outgoing, record, settle_uncertain
from mailbot.post.envelope import Delivery
from mailbot.settings.directory import Check
from mailbot.store import directory, inbox, sending, timers
from mailbot.store.inbox import Arrival
from mailbot.store.tables import inbox as messages
from mailbot.store.transaction import Database
from mailbot.ticks import look_after, needs_looking_after, prepare
from mailbot.triage import triage
from tests.model.people import (
    CLIENT_ROWS,
    ENTRIES,
    MATCH_ROWS,
    MORE_PEOPLE,
    OFFICERS,
    PACKS,
    TOGETHER,
    directory_text,
)
from tests.model.rows import Delivered, Mail, mails_after
from tests.story import ENVIRON, Story, begin
from tests.workflows.test_who_must_not_know import with_households


class Crashed(Exception):
    """The process died just before a commit."""


@dataclass
class World(Story):
    """`mails_of_ours` and `delivered` only grow. `off`: when mailbot was not running, from and to."""

    folder: Path = Path()
    mode: str = "live"
    crashing: bool = False
    smtp_is_down: bool = False
    last_raw: bytes = b""
    delivered: list[Delivered] = field(default_factory=list)
    ours: dict[int, Mail] = field(default_factory=dict)
    off: list[tuple[datetime, datetime]] = field(default_factory=list)

    def arrives(self, raw: bytes) -> int:  # type: ignore[override]
        """A new message; `writes` of the story ends here."""
        self.last_raw = raw
        return self.takes(raw)

    def takes(self, raw: bytes, uid: int | None = None) -> int:
        """Bytes lie in the mailbox; they are taken in, decided and answered. The number of their inbox row."""
        self.count += 1
        uid = uid or self.count
        now = self.clock.now()

        def job(conn: Connection) -> int:
            seen = triage(self.scheme, self.scheme.roll(conn), raw)
            arrival = Arrival("test", 1, uid, now, raw, seen.lane, seen.identity, seen.trust)
            inbox.take_in(conn, [arrival], now)
            return conn.scalar(select(messages.c.id).where(messages.c.uid == uid)) or 0

        number: int = self.scheme.database.write(job, Lane.CONCERN).result()
        self._decides_all()
        self.looks_after()
        return number

    def ticks(self, delta: timedelta) -> None:
        """Mailbot runs for so long: every timer fires at its time, and what is due leaves."""
        until = self.clock.now() + delta
        while (due := self.scheme.database.read(timers.next_due)) is not None and due <= until:
            self.clock.move_to(max(due, self.clock.now()))
            for timer in self.scheme.database.read(lambda conn: timers.due(conn, self.clock.now())):
                self._fires(timer)
            self.looks_after()
        self.clock.move_to(max(until, self.clock.now()))
        self.delivers()

    def sleeps(self, delta: timedelta) -> None:
        """Mailbot is not running for so long, then it is started."""
        start = self.clock.now()
        self.clock.move_by(delta)
        self.off.append((start, self.clock.now()))
        self.restarts()

    def restarts(self, mode: str | None = None) -> None:
        """As after kill -9: the file is opened anew, what was undecided is decided, what was due fires."""
        self.scheme.database.close()
        config = self.scheme.config
        if mode is not None:
            path = self.folder / "config.toml"
            path.write_text(path.read_text().replace(f'mode = "{self.mode}"', f'mode = "{mode}"'))
            config, self.mode = load_config(path, ENVIRON), mode
        self.scheme = replace(self.scheme, config=config, database=_opened(config), _roll=None)
        self._write(lambda conn: prepare(self.scheme, self.registry, conn, self.clock.now()))
        settle_uncertain(self.scheme, self.clock, None)
        self._decides_all()
        self.ticks(timedelta(seconds=1))

    def looks_after(self) -> None:
        """What the daemon does every second, and the post."""
        now = self.clock.now()
        if self.scheme.database.read(lambda conn: needs_looking_after(self.scheme, conn, now)):
            self._write(lambda conn: look_after(self.scheme, conn, now))
        self.delivers()

    def delivers(self) -> None:
        """Everything that may leave now is claimed, handed to SMTP and recorded; then all rows are read."""
        now = self.clock.now()
        while not self.smtp_is_down and self.scheme.database.read(lambda conn: _any_due(conn, now)):
            self._delivers_some()
        self._reads_rows()

    def dies_while_sending(self) -> None:
        """What is due was claimed, and nobody knows whether it left."""
        self._write(lambda conn: [post._claim(conn, self.clock.now()) for post in self._posts()])
        self.restarts()

    def verifies(self, name: str, on: date) -> None:
        """`mailbot directory verify`."""
        check = Check(name, ENTRIES[name], None, "L. Ekwall", on)
        self._write(lambda conn: directory.note_check(conn, check, self.clock.now()))

    def _delivers_some(self) -> None:
        def job(conn: Connection) -> list[Delivered]:
            found = []
            for post in self._posts():
                claimed, held = post._claim(conn, self.clock.now())
                leaving = [mail for mail in claimed if mail.id not in held]
                record(conn, self.clock, [(m, Delivery("sent", m.recipients, (), 250, "")) for m in leaving])
                post._hold(conn, held)
                found += [Delivered(m.id, a, self.clock.now(), self.mode) for m in leaving for a in m.recipients]
            return found

        self.delivered += self._write(job)

    def _posts(self) -> list[Outgoing]:
        return [Outgoing(self.scheme, self.clock, lane, 100) for lane in LANES]

    def _decides_all(self) -> None:
        now = self.clock.now()
        for item in self.scheme.database.read(lambda conn: inbox.waiting(conn, now)):
            self._survives(lambda conn, item=item: handle(self.scheme, self.registry, conn, item, now))
        self.delivers()

    def _fires(self, timer: timers.Timer) -> None:
        now = self.clock.now()
        self._survives(lambda conn: fire(self.scheme, self.registry, conn, timer, now))
        self.delivers()

    def _survives(self, job: Callable[[Connection], object]) -> None:
        """The job's decision, once; if the process is to die, first one that is taken back before its commit."""
        if self.crashing:
            self.crashing = False

            def dies(conn: Connection) -> None:
                job(conn)
                raise Crashed

            try:
                self._write(dies)
            except Crashed:
                self.restarts()
            return
        self._write(job)

    def _write(self, job: Callable[[Connection], Any]) -> Any:
        return self.scheme.database.write(job).result()

    def _reads_rows(self) -> None:
        newest = max(self.ours, default=0)
        self.ours |= {mail.id: mail for mail in self.scheme.database.read(lambda conn: mails_after(conn, newest))}


def _opened(config: Config) -> Database:
    """The scheme's file. The machine does not lose its power here, so that nobody has to wait for the disk."""
    database = Database(config.database_url)
    event.listen(database.engine, "connect", lambda raw, _: raw.execute("pragma synchronous=off"))
    return database


def _any_due(conn: Connection, now: datetime) -> bool:
    return any(sending.any_due(conn, now, lane) for lane in LANES)


def new_world(folder: Path, start: datetime, mode: str, checked: dict[str, date | None]) -> World:
    """All four packs, on that day, with the directory as somebody has checked it."""
    made = begin(
        folder,
        mode=mode,
        team=json.dumps(sorted(OFFICERS)),
        directory=directory_text(checked),
        people=MORE_PEOPLE,
        clients=CLIENT_ROWS,
        matches=MATCH_ROWS,
        packs=PACKS,
    )
    world = World(made.scheme, made.clock, folder=folder, mode=mode)
    with_households(world, people={each: f"home {n}" for n, home in enumerate(TOGETHER) for each in home})
    world.clock.move_to(start)
    world.restarts()
    return world
