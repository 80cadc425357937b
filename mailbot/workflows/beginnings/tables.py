"""What is recorded of a match that begins, and the clearances that a coordinator ticks by mail."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Row,
    String,
    Table,
    bindparam,
    delete,
    select,
    update,
)

from mailbot.roll import Clearance
from mailbot.store.rows import add
from mailbot.store.tables import UTCDateTime, id_column, metadata

beginnings = Table(
    "beginnings",
    metadata,
    Column("match_id", ForeignKey("matches.id"), primary_key=True),
    Column("seen_on", Date, nullable=False),
    Column("introduced_on", Date),
    Column("handover_done", Boolean, nullable=False, default=False),
    Column("companion_id", ForeignKey("people.id")),
    Column("confident_at", UTCDateTime),
    Column("called_at", UTCDateTime),
    Column("reviewed_at", UTCDateTime),
)

clearance_ticks = Table(
    "clearance_ticks",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("name", String(20), nullable=False),
    Column("until", Date),
    Column("ticked_at", UTCDateTime, nullable=False),
)


_ROW = select(beginnings).where(beginnings.c.match_id == bindparam("of"))
_TICKED = select(clearance_ticks.c.name, clearance_ticks.c.until).where(
    clearance_ticks.c.person_id == bindparam("whose")
)


def row_of(conn: Connection, match_id: int) -> Row[Any] | None:
    """What is recorded of that match; None where it is not one that begins."""
    return conn.execute(_ROW, {"of": match_id}).one_or_none()


def note_beginning(conn: Connection, match_id: int, started_on: date | None, today: date, **known: object) -> bool:
    """The roll was imported. Whether that match begins: it starts today or later, or did when we first saw it.

    One whose start is not given, or lies before the day on which we first saw it, has long begun. `known` is what the
    roll says of its beginning; what it leaves empty stays as it is.
    """
    row = row_of(conn, match_id)
    since = row.seen_on if row else today
    if started_on is None or started_on < since:
        conn.execute(delete(beginnings).where(beginnings.c.match_id == match_id))
        return False
    if row is None:
        add(conn, beginnings, {"match_id": match_id, "seen_on": today, "handover_done": False})
    if given := {name: value for name, value in known.items() if value}:
        record(conn, match_id, **given)
    return True


def record(conn: Connection, match_id: int, **values: object) -> None:
    """Something of the beginning is done."""
    conn.execute(update(beginnings).where(beginnings.c.match_id == match_id).values(values))


def tick_clearance(conn: Connection, person_id: int, clearance: Clearance, now: datetime) -> None:
    """A coordinator has seen it."""
    add(
        conn,
        clearance_ticks,
        {"person_id": person_id, "name": clearance.name, "until": clearance.until, "ticked_at": now},
    )


def ticked(conn: Connection, person_id: int) -> tuple[Clearance, ...]:
    """What coordinators have ticked by mail for that person."""
    return tuple(Clearance(row.name, row.until) for row in conn.execute(_TICKED, {"whose": person_id}))


def all_ticked(conn: Connection) -> Mapping[int, Sequence[Clearance]]:
    """The same of everybody who has one, by the number of the person."""
    found: dict[int, list[Clearance]] = defaultdict(list)
    for row in conn.execute(select(clearance_ticks)):
        found[row.person_id].append(Clearance(row.name, row.until))
    return found
