"""Whose administration rests: a match, or everything of one person. Shared by the leaves and by dispatch.

A pause begins at the first mention of a death, a release, a removal or a bereavement, or where somebody asks us to
stop reminding them; it ends only when a coordinator says "ask again".
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    String,
    Table,
    and_,
    bindparam,
    or_,
    select,
    update,
)

from mailbot.events import Event, Trust
from mailbot.reading.words.sad import Mention, Sad, mentions
from mailbot.roll import Match
from mailbot.store.rows import add
from mailbot.store.tables import UTCDateTime, id_column, metadata
from mailbot.workflows.contract import Record, Turn
from mailbot.workflows.visits.tables import visits

pauses = Table(
    "pauses",
    metadata,
    id_column(),
    Column("about_kind", String(8), nullable=False),
    Column("about_id", BigInteger, nullable=False),
    Column("why", String(16), nullable=False),
    Column("inbox_id", ForeignKey("inbox.id")),
    Column("since", UTCDateTime, nullable=False),
    Column("ended_at", UTCDateTime),
    Index("ix_pauses_about", "about_kind", "about_id"),
)
_MINE = and_(
    pauses.c.about_kind == bindparam("kind"), pauses.c.about_id == bindparam("which"), pauses.c.ended_at.is_(None)
)
_RUNNING = select(pauses).where(_MINE)
_RESTS = (
    select(pauses.c.id)
    .where(
        or_(
            and_(pauses.c.about_kind == "match", pauses.c.about_id == bindparam("match")),
            and_(pauses.c.about_kind == "person", pauses.c.about_id == bindparam("visitor")),
        ),
        pauses.c.ended_at.is_(None),
        pauses.c.why != Sad.ASKED,
    )
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Pause:
    """One pause that runs: of a match or of a person, and why."""

    id: int
    about: Record
    why: Sad


def running(conn: Connection, about: Record) -> tuple[Pause, ...]:
    """The pauses of that record that have not ended."""
    rows = conn.execute(_RUNNING, {"kind": about[0], "which": about[1]})
    return tuple(Pause(row.id, about, Sad(row.why)) for row in rows)


def begin(conn: Connection, about: Record, why: Sad, inbox_id: int | None, now: datetime) -> int | None:
    """Pause it; None if it rests for that reason already."""
    if any(pause.why is why for pause in running(conn, about)):
        return None
    row = {"about_kind": about[0], "about_id": about[1], "why": why, "inbox_id": inbox_id, "since": now}
    return add(conn, pauses, row)


def end(conn: Connection, about: Record, now: datetime) -> None:
    """Everything of that record goes on."""
    conn.execute(update(pauses).where(_MINE).values(ended_at=now), {"kind": about[0], "which": about[1]})


def is_paused(turn: Turn, match: Match | None) -> bool:
    """Whether nothing is to be asked about that match: it rests, its visitor mourns, or this message says so."""
    if match is None:
        return False
    if turn.conn.scalar(_RESTS, {"match": match.id, "visitor": match.visitor_id}) is not None:
        return True
    about: tuple[Record, ...] = (("match", match.id), ("person", match.visitor_id))
    return any(whom_it_pauses(turn, mention) in about for mention in mentioned(turn) if mention.why is not Sad.ASKED)


def record_rests(turn: Turn, about: Record | None) -> bool:
    """Whether this record, a match or one of its visits, belongs to a match that rests."""
    kind, record_id = about or (None, None)
    if kind == "visit":
        record_id = turn.conn.scalar(select(visits.c.match_id).where(visits.c.id == record_id))
    elif kind != "match":
        return False
    return is_paused(turn, turn.roll.match(record_id))


def is_quiet(conn: Connection, person_id: int) -> bool:
    """Whether that person gets no administration of ours, for whatever reason, unless they write themselves."""
    return bool(running(conn, ("person", person_id)))


def mentioned(turn: Turn) -> tuple[Mention, ...]:
    """What this message mentions; nothing where nobody of the roll wrote it, or its sender failed the check."""
    reading = turn.reading
    if reading is None or reading.machine is not None or turn.sender.trust is Trust.FAILED or not turn.sender.person:
        return ()
    to_our_question = turn.answer is not None and turn.answer.by_addressee
    return mentions(reading.text.newest, turn.roll, turn.sender.person, to_our_question)


def whom_it_pauses(turn: Turn, mention: Mention) -> Record | None:
    """The match that is meant; all of the writer's where it is theirs, or does not say whose.

    None where somebody writes who has no match, or not that one: then a person decides.
    """
    person = turn.sender.person
    if person is None:
        return None
    own = turn.roll.matches_of(person)
    if mention.why in (Sad.OWN_BEREAVEMENT, Sad.ASKED):
        return ("person", person.id) if own else None
    named = [m for m in (own or turn.roll.matches) if m.client_id == mention.client_id]
    if named and (own or person.is_officer):
        return ("match", named[0].id)
    if mention.client_id is not None:
        return None
    return ("match", own[0].id) if len(own) == 1 else ("person", person.id) if own else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Event):
    """A coordinator says that a match, or a person, may be asked again."""

    name: ClassVar[str] = "pause.ended"

    about: str
    about_id: int

    @property
    def record(self) -> tuple[str, int] | None:
        return (self.about, self.about_id)
