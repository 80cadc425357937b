"""What mailbot's own records say at the end of a simulation, read once, and what really happened beside it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection, select

from mailbot.events import Lane
from mailbot.scheme import Scheme
from mailbot.simulation.people import Play
from mailbot.simulation.truth import Truth
from mailbot.simulation.world import Written
from mailbot.store import tables
from mailbot.workflows.visits.tables import VisitState, visits

Record = tuple[str, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MailRow:
    """An outgoing mail. `inbox_id` is the message that it came of; None for what the clock brought."""

    id: int
    template: str
    asks: str | None
    at: datetime
    lane: Lane
    state: str
    about: Record | None
    inbox_id: int | None
    addressee_id: int | None


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message that came."""

    id: int
    uid: int
    state: str
    tries: int
    person_id: int | None


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit of the ledger; `ref` is its client's."""

    id: int
    match_id: int
    ref: str
    day: date
    state: VisitState
    replaced_by: int | None
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class TimerRow:
    """A timer that runs."""

    name: str
    about: Record
    due_at: datetime


@dataclass(frozen=True, slots=True)
class ItemRow:
    """Something that a person was asked to look at."""

    id: int
    why: str
    about: Record | None
    inbox_id: int | None
    raised_at: datetime
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A line of the journal."""

    at: datetime
    what: str
    code: str | None
    about: Record | None
    inbox_id: int | None


@dataclass(frozen=True)
class Evidence:
    """All of it. `person_ids` are the roll's numbers by the cast's; `volunteers` those who hold no office."""

    scheme: Scheme
    now: datetime
    truth: Truth
    written: tuple[Written, ...]
    person_ids: dict[int, int]
    volunteers: frozenset[int]
    mails: tuple[MailRow, ...]
    messages: tuple[MessageRow, ...]
    visits: tuple[VisitRow, ...]
    timers: tuple[TimerRow, ...]
    items: tuple[ItemRow, ...]
    notes: tuple[NoteRow, ...]

    @property
    def today(self) -> date:
        """The last day, local."""
        return self.now.astimezone(self.scheme.zone).date()

    @cached_property
    def mails_about(self) -> dict[Record | None, list[MailRow]]:
        """Mails by the record that they are about."""
        return _grouped((mail.about, mail) for mail in self.mails)

    @cached_property
    def timers_about(self) -> dict[Record | None, list[TimerRow]]:
        """Running timers by their record."""
        return _grouped((timer.about, timer) for timer in self.timers)

    @cached_property
    def items_about(self) -> dict[Record | None, list[ItemRow]]:
        """Items by their record; those of a message also under ("message", its number)."""
        of_records = [(item.about, item) for item in self.items if item.about]
        of_messages = [(("message", item.inbox_id), item) for item in self.items if item.inbox_id is not None]
        return _grouped([*of_records, *of_messages])

    @cached_property
    def notes_about(self) -> dict[Record | None, list[NoteRow]]:
        """Lines of the journal by their record."""
        return _grouped((note.about, note) for note in self.notes)

    @cached_property
    def by_uid(self) -> dict[int, MessageRow]:
        """Messages by their number in the mailbox."""
        return {message.uid: message for message in self.messages}

    @cached_property
    def answered(self) -> frozenset[int]:
        """The messages that some mail came of."""
        return frozenset(mail.inbox_id for mail in self.mails if mail.inbox_id is not None)

    @cached_property
    def writer_of(self) -> dict[int, int | None]:
        """Who wrote a message, by its row."""
        return {message.id: message.person_id for message in self.messages}

    def is_reply(self, mail: MailRow) -> bool:
        """Whether a mail answers its addressee's own message."""
        return mail.inbox_id is not None and self.writer_of.get(mail.inbox_id) == mail.addressee_id


def evidence_of(play: Play) -> Evidence:
    """As things stand now."""
    return play.world.scheme.database.read(lambda conn: _read(play, conn))


def _read(play: Play, conn: Connection) -> Evidence:
    ids: dict[str, int] = dict(conn.execute(select(tables.people.c.email, tables.people.c.id)).all())
    volunteers = (*play.cast.backups, *play.cast.visitors)
    return Evidence(
        scheme=play.world.scheme,
        now=play.world.now,
        truth=play.truth,
        written=tuple(play.world.written),
        person_ids={who.number: ids[who.email] for who in play.cast.everybody},
        volunteers=frozenset(ids[who.email] for who in volunteers),
        mails=tuple(_mails(conn)),
        messages=tuple(_messages(conn)),
        visits=tuple(_visits(conn)),
        timers=tuple(
            TimerRow(row.name, (row.subject_kind, row.subject_id), row.due_at)
            for row in conn.execute(select(tables.timers))
        ),
        items=tuple(_items(conn)),
        notes=tuple(_notes(conn)),
    )


def _mails(conn: Connection) -> Iterable[MailRow]:
    for row in conn.execute(select(tables.outbox).order_by(tables.outbox.c.id)):
        yield MailRow(
            id=row.id,
            template=row.template,
            asks=row.asks,
            at=row.queued_at,
            lane=Lane(row.lane),
            state=row.state,
            about=_record(row.subject_kind, row.subject_id),
            inbox_id=row.inbox_id,
            addressee_id=row.addressee_id,
        )


def _messages(conn: Connection) -> Iterable[MessageRow]:
    for row in conn.execute(select(tables.inbox).order_by(tables.inbox.c.id)):
        yield MessageRow(row.id, row.uid, row.state, row.tries, row.person_id)


def _visits(conn: Connection) -> Iterable[VisitRow]:
    of_match = tables.matches.c.id == visits.c.match_id
    refs = select(visits, tables.clients.c.ref).join(tables.matches, of_match).join(tables.clients)
    for row in conn.execute(refs.order_by(visits.c.id)):
        state = VisitState(row.state)
        yield VisitRow(row.id, row.match_id, row.ref, row.day, state, row.replaced_by, row.changed_at)


def _items(conn: Connection) -> Iterable[ItemRow]:
    for row in conn.execute(select(tables.attention).order_by(tables.attention.c.id)):
        about = _record(row.subject_kind, row.subject_id)
        yield ItemRow(row.id, row.why, about, row.inbox_id, row.raised_at, row.done_at)


def _notes(conn: Connection) -> Iterable[NoteRow]:
    told = tables.journal.c.what.in_(("timer.started", "timer.stopped", "message.failed", "timer.failed"))
    changed = tables.journal.c.what.like("visit.%")
    for row in conn.execute(select(tables.journal).where(told | changed).order_by(tables.journal.c.id)):
        yield NoteRow(row.at, row.what, row.code, _record(row.subject_kind, row.subject_id), row.inbox_id)


def _record(kind: str | None, number: int | None) -> Record | None:
    return (kind, number) if kind and number is not None else None


def _grouped(pairs: Iterable[tuple[Record | None, T]]) -> dict[Record | None, list[T]]:
    found: dict[Record | None, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
