"""Who has a visit in their calendar: which version of it they were sent last, and what their calendar answered."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
    select,
    update,
)

from mailbot.letters.appointment import Method
from mailbot.store.rows import add
from mailbot.store.tables import UTCDateTime, id_column, metadata

visit_invitations = Table(
    "visit_invitations",
    metadata,
    id_column(),
    Column("visit_id", ForeignKey("visits.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("uid", String(64), nullable=False, unique=True),
    Column("sequence", Integer, nullable=False),
    Column("method", String(8), nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Time),
    Column("answer", String(10)),
    Column("changed_at", UTCDateTime, nullable=False),
    UniqueConstraint("visit_id", "person_id"),
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """One person's entry for one visit, as it was sent last. `uid` is random: it says nothing, and is not guessed."""

    id: int
    visit_id: int
    person_id: int
    uid: str
    sequence: int
    method: Method
    day: date
    at: time | None
    answer: str | None


def of_visit(conn: Connection, visit_id: int) -> list[Invitation]:
    """Everybody who was sent this visit, the first first."""
    mine = visit_invitations.c.visit_id == visit_id
    return [_row(row) for row in conn.execute(select(visit_invitations).where(mine).order_by(visit_invitations.c.id))]


def by_uid(conn: Connection, uid: str) -> Invitation | None:
    """The invitation with that UID."""
    row = conn.execute(select(visit_invitations).where(visit_invitations.c.uid == uid)).one_or_none()
    return _row(row) if row else None


def enter(conn: Connection, visit_id: int, person_id: int, day: date, at: time | None, now: datetime) -> Invitation:
    """Somebody's first invitation to that visit."""
    values = {
        "visit_id": visit_id,
        "person_id": person_id,
        "uid": str(uuid4()),
        "sequence": 0,
        "method": Method.REQUEST,
        "day": day,
        "at": at,
        "changed_at": now,
    }
    return _get(conn, add(conn, visit_invitations, values))


def change(conn: Connection, known: Invitation, now: datetime, **values: object) -> Invitation:
    """Another day, another time, or off: the next version (RFC 5546, section 2.1.4). The answer was to the last."""
    new = {"sequence": known.sequence + 1, "answer": None, "changed_at": now} | values
    conn.execute(update(visit_invitations).where(visit_invitations.c.id == known.id).values(new))
    return _get(conn, known.id)


def keep_answer(conn: Connection, invitation_id: int, answer: str) -> None:
    """What their calendar answered: accepted, declined or tentative."""
    conn.execute(update(visit_invitations).where(visit_invitations.c.id == invitation_id).values(answer=answer))


def _get(conn: Connection, invitation_id: int) -> Invitation:
    return _row(conn.execute(select(visit_invitations).where(visit_invitations.c.id == invitation_id)).one())


def _row(row: Any) -> Invitation:
    return Invitation(
        row.id, row.visit_id, row.person_id, row.uid, row.sequence, Method(row.method), row.day, row.at, row.answer
    )
