"""Time and the post: what people mean to do comes at its time, timers fire at theirs, mail comes and goes as bytes.

The path is the daemon's own: the ledger of arrivals, the worker, the timers' rows, the outbox. Only the sockets are
missing, and the clock is moved instead of waited for.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial
from itertools import count

from sqlalchemy import Connection

from mailbot.clock import FixedClock
from mailbot.events import LANES, Lane
from mailbot.handle import Decided
from mailbot.outgoing import record
from mailbot.post.envelope import Delivery
from mailbot.scheme import Scheme
from mailbot.simulation.post import Letter, Received, as_bytes
from mailbot.store import health, inbox, outbox, sending, timers
from mailbot.store.inbox import RETRY_AFTER, Arrival, Waiting
from mailbot.ticks import look_after, needs_looking_after, prepare
from mailbot.triage import triage
from mailbot.workflows.registry import Registry
from mailbot.working import Worker

AT_A_TIME = 50
Deed = Callable[[], None]
Reader = Callable[[str, Received], None]
"""Somebody gets a mail: told the address it came to, and the mail."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as it was taken in: its number in the mailbox, and what it came as an answer to.

    `idle`: a machine wrote it, or it says thanks and nothing else, so that it answers nothing.
    """

    uid: int
    by: int
    at: datetime
    idle: bool
    answers: int | None


@dataclass
class World:
    """One scheme, its clock, and what is going to happen. `reader` is told of every mail that arrives."""

    scheme: Scheme
    clock: FixedClock
    reader: Reader
    written: list[Written] = field(default_factory=list)
    _deeds: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    _order: "count[int]" = field(default_factory=count)
    _timer_due: datetime | None = None
    _changed: bool = False

    def __post_init__(self) -> None:
        registry = Registry()
        self._worker = Worker(self.scheme, registry, self.clock, self._decided)
        now = self.clock.now()
        self.scheme.database.write(lambda conn: prepare(self.scheme, registry, conn, now)).result()

    @property
    def now(self) -> datetime:
        """The present moment, in UTC."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """The present day, local."""
        return self.now.astimezone(self.scheme.zone).date()

    def at(self, when: datetime, deed: Deed) -> None:
        """Somebody means to do this then (UTC); at once if that is over."""
        heapq.heappush(self._deeds, (max(when, self.now), next(self._order), deed))

    def local(self, day: date, when: time) -> datetime:
        """That local day and time, in UTC."""
        return self.scheme.office.at(day, when)

    def play(self, until: datetime) -> None:
        """Let time pass until then: every deed and every timer at its own time."""
        while (moment := self._next()) is not None and moment <= until:
            self.clock.move_to(max(moment, self.now))
            self._do_what_is_due()
            if self._changed:
                self._tend()
        self.clock.move_to(until)

    def send(self, letter: Letter) -> None:
        """A letter arrives at the scheme's mailbox now, is taken in and decided."""
        uid, now = len(self.written) + 1, self.now
        answers = letter.answers.outbox_id if letter.answers else None
        self.written.append(Written(uid, letter.by.number, now, letter.machine or letter.thanks, answers))
        self.deliver(as_bytes(letter, uid, now, self.scheme.zone), uid)

    def deliver(self, raw: bytes, uid: int) -> None:
        """Bytes arrive, as `incoming.py` takes them in."""
        seen = triage(self.scheme, self.scheme.database.read(self.scheme.roll), raw)
        now = self.now
        arrival = Arrival(
            mailbox="simulated",
            uidvalidity=1,
            uid=uid,
            arrived_at=now,
            raw=raw,
            lane=seen.lane,
            identity=seen.identity,
            trust=seen.trust,
            message=seen.message,
        )
        for item in self.scheme.database.write(partial(self._take_in, arrival=arrival)).result():
            self._worker.take(item).result()
        self._changed = True

    def _take_in(self, conn: Connection, arrival: Arrival) -> list[Waiting]:
        self._note_check(conn)
        return inbox.take_in(conn, [arrival], self.now)

    def _note_check(self, conn: Connection) -> None:
        """The mailbox was read just now, as the daemon reads it every minute: silence would be an alarm."""
        health.note(conn, health.MAILBOX_CHECKED, self.now)

    def _next(self) -> datetime | None:
        self._timer_due, leaves = self.scheme.database.read(lambda c: (timers.next_due(c), sending.next_due(c)))
        deed = self._deeds[0][0] if self._deeds else None
        moment = min((each for each in (self._timer_due, deed, leaves) if each is not None), default=None)
        self._changed = self._changed or (moment is not None and moment == leaves)
        return moment

    def _do_what_is_due(self) -> None:
        if self._timer_due is not None and self._timer_due <= self.now:
            self._work()
        while self._deeds and self._deeds[0][0] <= self.now:
            heapq.heappop(self._deeds)[2]()

    def _work(self) -> None:
        """Due timers, and messages to be tried again, as by the daemon's tick."""
        self.scheme.database.write(self._note_check).result()
        for future in self._worker.due_work(self.now):
            future.result()
        self._changed = True

    def _decided(self, decided: Decided | None) -> None:
        """A failure is told as None; it is tried again at its time, as by the daemon's tick."""
        if decided is None:
            for wait in RETRY_AFTER:
                self.at(self.now + wait, self._work)

    def _tend(self) -> None:
        """What the daemon does each second: send, and look after what nobody was mailed about."""
        while True:
            lanes, needed = self.scheme.database.read(self._to_do)
            for lane in lanes:
                self._send_some(lane)
            if needed and not lanes:
                self.scheme.database.write(lambda conn: look_after(self.scheme, conn, self.now)).result()
            if not needed and not lanes:
                self._changed = False
                return

    def _to_do(self, conn: Connection) -> tuple[list[Lane], bool]:
        """The lanes that have mail to send; else whether something needs looking after."""
        lanes = [lane for lane in LANES if sending.any_due(conn, self.now, lane)]
        return lanes, not lanes and needs_looking_after(self.scheme, conn, self.now)

    def _send_some(self, lane: Lane) -> None:
        """Claim, deliver, record: each mail is accepted, as `outgoing.py` would hear it from a server."""
        now, database = self.now, self.scheme.database
        claimed = database.write(lambda conn: sending.claim(conn, now, lane, AT_A_TIME), Lane.CONCERN).result()
        results = [(mail, Delivery("sent", accepted=mail.recipients)) for mail in claimed]
        database.write(lambda conn: record(conn, self.clock, results), Lane.CONCERN).result()
        templates = database.read(partial(_templates, ids=[mail.id for mail in claimed]))
        for mail in claimed:
            got = Received(mail.id, templates[mail.id], now, mail.raw)
            for address in mail.recipients:
                self.reader(address, got)


def _templates(conn: Connection, ids: list[int]) -> dict[int, str]:
    return {mail.id: mail.template for mail in (outbox.get(conn, each) for each in ids) if mail}
