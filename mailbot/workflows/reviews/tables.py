"""Reviews that somebody told us of, and whether the child has asked their visitor along (L4, P7)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Row,
    String,
    Table,
    Time,
    bindparam,
    select,
    update,
)

from mailbot.store.rows import add
from mailbot.store.tables import UTCDateTime, id_column, metadata


class Invited(StrEnum):
    """Whether the child has asked the visitor along; never guessed."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


reviews = Table(
    "reviews",
    metadata,
    id_column(),
    Column("match_id", ForeignKey("matches.id"), nullable=False),
    Column("day", Date),
    Column("at", Time),
    Column("invited", String(10), nullable=False),
    Column("visitor_goes", Boolean, nullable=False),
    Column("inbox_id", ForeignKey("inbox.id"), nullable=False),
    Column("noted_at", UTCDateTime, nullable=False),
    Column("over_at", UTCDateTime),
    Index("ix_reviews_match_id", "match_id"),
)
_ROW = select(reviews).where(reviews.c.id == bindparam("which"))


@dataclass(frozen=True, slots=True)
class Review:
    """One review of a child; day and time are local, and None where nobody has said them.

    `goes`: the visitor has written that they go.
    """

    id: int
    match_id: int
    day: date | None
    at: time | None
    invited: Invited
    goes: bool


def get(conn: Connection, review_id: int) -> Review:
    """That review."""
    return _review(conn.execute(_ROW, {"which": review_id}).one())


def to_come(conn: Connection, match_id: int, today: date) -> Review | None:
    """The review of that match that is not over, if we know of one."""
    mine = (reviews.c.match_id == match_id, reviews.c.over_at.is_(None))
    ahead = reviews.c.day.is_(None) | (reviews.c.day >= today)
    row = conn.execute(select(reviews).where(*mine, ahead).order_by(reviews.c.id.desc()).limit(1)).one_or_none()
    return _review(row) if row else None


def put(conn: Connection, new: Review, inbox_id: int, now: datetime) -> int:
    """Write it down, or change what is known of it; its number."""
    values = {"day": new.day, "at": new.at, "invited": new.invited, "visitor_goes": new.goes}
    if new.id:
        conn.execute(update(reviews).where(reviews.c.id == new.id).values(values))
        return new.id
    return add(conn, reviews, values | {"match_id": new.match_id, "inbox_id": inbox_id, "noted_at": now})


def answer(conn: Connection, review_id: int, **known: object) -> None:
    """What the visitor answered."""
    conn.execute(update(reviews).where(reviews.c.id == review_id).values(known))


def _review(row: Row[Any]) -> Review:
    return Review(row.id, row.match_id, row.day, row.at, Invited(row.invited), row.visitor_goes)
