"""Matches that end: the closure review comes first, and coming visits are offered to the backup (L12, B9)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Boolean, Column, Connection, ForeignKey, String, Table, select, update

from mailbot.store.rows import add
from mailbot.store.tables import UTCDateTime, id_column, metadata


class EndState(StrEnum):
    """Where an ending is: `open → closed` by the recorded closure review; `open → kept` if they go on after all."""

    OPEN = "open"
    CLOSED = "closed"
    KEPT = "kept"


class Cover(StrEnum):
    """What the backup said about the coming visits."""

    NONE = "none"
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


endings = Table(
    "endings",
    metadata,
    id_column(),
    Column("match_id", ForeignKey("matches.id"), nullable=False),
    Column("state", String(10), nullable=False),
    Column("leaves", Boolean, nullable=False),
    Column("cover", String(10), nullable=False),
    Column("fact_id", ForeignKey("facts.id")),
    Column("changed_at", UTCDateTime, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Ending:
    """One row. `leaves`: the visitor leaves the scheme, not only this person."""

    id: int
    match_id: int
    state: EndState
    leaves: bool
    cover: Cover


def add_ending(conn: Connection, match_id: int, *, leaves: bool, fact_id: int | None, now: datetime) -> Ending:
    """The match ends."""
    row = {"match_id": match_id, "state": EndState.OPEN, "leaves": leaves, "cover": Cover.NONE}
    ending_id = add(conn, endings, row | {"fact_id": fact_id, "changed_at": now})
    return Ending(ending_id, match_id, EndState.OPEN, leaves, Cover.NONE)


def ending_of(conn: Connection, ending_id: int | None) -> Ending | None:
    """The ending of that number."""
    row = conn.execute(select(endings).where(endings.c.id == ending_id)).one_or_none()
    return Ending(row.id, row.match_id, EndState(row.state), row.leaves, Cover(row.cover)) if row else None


def change_ending(conn: Connection, ending_id: int, now: datetime, **values: object) -> None:
    """It goes on: `state`, `cover`."""
    conn.execute(update(endings).where(endings.c.id == ending_id).values(**values, changed_at=now))
