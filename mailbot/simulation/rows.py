"""The rows of mailbot's records that a simulation is judged by, as plain data."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from mailbot.events import Lane
from mailbot.store import tables
from mailbot.workflows.lone import tables as lone
from mailbot.workflows.visits import arranging
from mailbot.workflows.visits.arranging import OfferState, Telling
from mailbot.workflows.visits.tables import VisitState
from mailbot.workflows.visits.tables import visits as ledger

Record = tuple[str, int]


@dataclass(frozen=True, slots=True)
class MailRow:
    """An outgoing mail, and when it left. `inbox_id` is the message that it came of; None for the clock's own."""

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


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A visit that somebody was asked to make in another's place."""

    id: int
    visit_id: int
    state: OfferState


def mails(conn: Connection) -> Iterable[MailRow]:
    """Every outgoing mail, in the order in which they were written."""
    for row in conn.execute(select(tables.outbox).order_by(tables.outbox.c.id)):
        yield MailRow(
            id=row.id,
            template=row.template,
            asks=row.asks,
            at=row.try_at,
            lane=Lane(row.lane),
            state=row.state,
            about=_record(row.subject_kind, row.subject_id),
            inbox_id=row.inbox_id,
            addressee_id=row.addressee_id,
        )


def messages(conn: Connection) -> Iterable[MessageRow]:
    """Every message, as they came."""
    for row in conn.execute(select(tables.inbox).order_by(tables.inbox.c.id)):
        yield MessageRow(row.id, row.uid, row.state, row.tries, row.person_id)


def visits(conn: Connection) -> Iterable[VisitRow]:
    """The ledger."""
    of_match = tables.matches.c.id == ledger.c.match_id
    refs = select(ledger, tables.clients.c.ref).join(tables.matches, of_match).join(tables.clients)
    for row in conn.execute(refs.order_by(ledger.c.id)):
        state = VisitState(row.state)
        yield VisitRow(row.id, row.match_id, row.ref, row.day, state, row.replaced_by, row.changed_at)


def items(conn: Connection) -> Iterable[ItemRow]:
    """Everything that a person was asked to look at."""
    for row in conn.execute(select(tables.attention).order_by(tables.attention.c.id)):
        about = _record(row.subject_kind, row.subject_id)
        yield ItemRow(row.id, row.why, about, row.inbox_id, row.raised_at, row.done_at)


def notes(conn: Connection) -> Iterable[NoteRow]:
    """The lines of the journal that tell of visits, timers and failures."""
    told = tables.journal.c.what.in_(("timer.started", "timer.stopped", "message.failed", "timer.failed"))
    changed = tables.journal.c.what.like("visit.%")
    for row in conn.execute(select(tables.journal).where(told | changed).order_by(tables.journal.c.id)):
        yield NoteRow(row.at, row.what, row.code, _record(row.subject_kind, row.subject_id), row.inbox_id)


def _record(kind: str | None, number: int | None) -> Record | None:
    return (kind, number) if kind and number is not None else None


def timers(conn: Connection) -> Iterable[TimerRow]:
    """Every timer that runs."""
    for row in conn.execute(select(tables.timers)):
        yield TimerRow(row.name, (row.subject_kind, row.subject_id), row.due_at)


def offers(conn: Connection) -> Iterable[OfferRow]:
    """Everybody who was asked to stand in."""
    for row in conn.execute(select(arranging.offers)):
        yield OfferRow(row.id, row.visit_id, OfferState(row.state))


def watches(conn: Connection) -> dict[int, list[int]]:
    """The journeys alone that were watched, by who went."""
    found: dict[int, list[int]] = defaultdict(list)
    for row in conn.execute(select(lone.watches)):
        found[row.person_id].append(row.id)
    return found


def tellings(conn: Connection) -> dict[int, Telling]:
    """How far the person visited has been told, by visit."""
    return {row.visit_id: Telling(row.state) for row in conn.execute(select(arranging.tellings))}
