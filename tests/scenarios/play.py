"""Plays a scenario on the real path: bytes into the inbox row, decided, really sent by SMTP, the clock moved.

What came of each step is kept; whether it is what the scenario expects is judged afterwards (judge.py).
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlalchemy import Connection, func, select

from mailbot.clock import FixedClock
from mailbot.demo.returned import returned
from mailbot.errors import MailbotError
from mailbot.post.signatures import is_signed_by
from mailbot.run import Daemon
from mailbot.scheme import Scheme
from mailbot.store import inbox, timers
from mailbot.store.inbox import Arrival
from mailbot.store.tables import inbox as inbox_table
from mailbot.store.tables import outbox
from mailbot.triage import triage
from tests.scenarios.cast import Cast, cast_of
from tests.scenarios.commands import run_command
from tests.scenarios.forms import REFUSES, RESTARTS, TAKES
from tests.scenarios.letters import BOT, Letter, Mail, as_bytes
from tests.scenarios.records import Records, records_of
from tests.scenarios.script import At, ComesBack, Command, Machine, Scenario, Step, Wait, Writes
from tests.scenarios.stage import ENVIRON, registry, staged
from tests.servers.sink import Sink

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """After one step: the mails that the SMTP server took, and what the records say. `at` is UTC."""

    at: datetime
    mails: tuple[Mail, ...] = ()
    records: Records = field(default_factory=Records)
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """A moment for each block. `broken`: a step that could not be taken, with its line."""

    moments: tuple[Moment, ...]
    broken: tuple[int, str] | None = None


class CannotGoOn(Exception):
    """A step that asks for what is not there, such as an answer to a mail that nobody got."""


def play(scenario: Scenario, sink: Sink) -> Played:
    """Play it to its end, or to the first step that cannot be taken."""
    first = scenario.blocks[0].step
    assert isinstance(first, At)
    begins = first.moment.astimezone(UTC)
    sink.received.clear()
    sink.verdict = "250 OK"
    try:
        with staged(scenario, sink.port, begins) as scheme:
            return asyncio.run(Player(scheme, sink, FixedClock(begins), cast_of(scenario.scheme)).play(scenario))
    except MailbotError as trouble:
        return Played((), (first.line, f"mailbot does not start: {trouble}"))


@dataclass
class Player:
    """One story under way."""

    scheme: Scheme
    sink: Sink
    clock: FixedClock
    cast: Cast
    mails: list[Mail] = field(default_factory=list)
    count: int = 0
    printed: str = ""
    started: bool = False

    async def play(self, scenario: Scenario) -> Played:
        """One step after the other."""
        self.daemon = Daemon(self.scheme, registry(), self.clock)
        moments: list[Moment] = []
        try:
            for block in scenario.blocks:
                before, self.printed = len(self.mails), ""
                try:
                    if not (self.started or isinstance(block.step, At | Command)):
                        await self._start()
                    await self._take(block.step)
                except CannotGoOn as trouble:
                    return Played(tuple(moments), (block.step.line, str(trouble)))
                moments.append(Moment(self.clock.now(), tuple(self.mails[before:]), self._records(), self.printed))
        finally:
            for sender in self.daemon.senders:
                await sender.close()
        return Played(tuple(moments))

    async def _start(self) -> None:
        """Before anything but a command: a command can be typed before mailbot runs."""
        self.started = True
        await self.daemon.start()

    async def _take(self, step: Step) -> None:
        match step:
            case At():
                await self._until(step.moment.astimezone(UTC), step)
            case Wait():
                await self._until(self.clock.now() + step.delta, step)
            case Writes():
                await self._arrives(as_bytes(self._letter(step)))
            case ComesBack():
                mail = self._mail_to(step.who, step.subject)
                address = self._address(step.who)
                await self._arrives(returned(mail.raw, BOT, address, self.clock.now()))
            case Machine():
                await self._machine(step)
            case Command():
                folder = self.scheme.config.folder
                self.printed = await asyncio.to_thread(run_command, folder, step.words, self.clock.now(), ENVIRON)
                await self._settle()

    async def _machine(self, step: Machine) -> None:
        if step.what in (REFUSES, TAKES):
            self.sink.verdict = "451 later" if step.what == REFUSES else "250 OK"
            return
        if step.what != RESTARTS:
            self.clock.move_by(step.delta)
        await self.daemon.start()
        await self._settle()

    def _letter(self, step: Writes) -> Letter:
        self.count += 1
        someone = self.cast.someone(step.who)
        assert someone
        answered = self._mail_to(*step.answers) if step.answers else None
        return Letter(someone, self.clock.now(), self.count, step.subject, step.text, step.how, answered)

    def _address(self, called: str) -> str:
        someone = self.cast.someone(called)
        assert someone
        return someone.address

    def _mail_to(self, called: str, subject: str) -> Mail:
        """The latest mail to them with these words in its subject."""
        address = self._address(called)
        for mail in reversed(self.mails):
            if address in mail.recipients and subject.casefold() in mail.subject.casefold():
                return mail
        raise CannotGoOn(f'{called} has got no mail with "{subject}" in its subject')

    async def _arrives(self, raw: bytes) -> None:
        """As the mailbox's thread does it: raw bytes and row first, then the decision."""
        self.count += 1
        now = self.clock.now()
        seen = triage(self.scheme, self.scheme.database.read(self.scheme.roll), raw, is_signed_by)
        arrival = Arrival("scenario", 1, self.count, now, raw, seen.lane, seen.identity, seen.trust)
        taken = await self._write(lambda conn: inbox.take_in(conn, [arrival], now))
        for item in taken:
            await asyncio.wrap_future(self.daemon.worker.take(item))
        await self._settle()

    async def _until(self, moment: datetime, step: Step) -> None:
        """Everything that comes due on the way is done at its own time, in order."""
        if moment < self.clock.now():
            raise CannotGoOn("time only goes forward")
        while (due := self.scheme.database.read(partial(_next_due, after=self.clock.now()))) and due < moment:
            self.clock.move_to(due)
            await self._settle()
        self.clock.move_to(moment)
        await self._settle()

    async def _settle(self) -> None:
        """As `run --once`: timers, late alerts, sending, until nothing is left."""
        busy = True
        while busy:
            worked = await self.daemon.tick()
            sent = [await sender.send_all() for sender in self.daemon.senders]
            busy = worked or any(sent)
        self._collect(self.sink.received[len(self.mails) :])

    def _collect(self, received: Sequence[object]) -> None:
        now = self.clock.now()
        self.mails += [Mail(now, each.recipients, each.raw) for each in received]  # type: ignore[attr-defined]

    def _records(self) -> Records:
        return self.scheme.database.read(lambda conn: records_of(conn, self.scheme.roll(conn)))

    async def _write(self, job: Callable[[Connection], list[inbox.Waiting]]) -> list[inbox.Waiting]:
        return await asyncio.wrap_future(self.scheme.database.write(job))


def _next_due(conn: Connection, after: datetime) -> datetime | None:
    """When there is next something to do: a timer, a message or a mail to be tried again."""
    found = [timers.next_due(conn)]
    for table in (inbox_table, outbox):
        waiting = table.c.state.in_(("received", "queued"))
        found.append(conn.scalar(select(func.min(table.c.try_at)).where(waiting, table.c.try_at > after)))
    due = [each for each in found if each is not None and each > after]
    return min(due, default=None)
