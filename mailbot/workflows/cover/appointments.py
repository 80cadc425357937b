"""The table of appointments of clients: what, when, whether the backup goes along, and what was dropped (S8, S12)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select, update

from mailbot.store.rows import add
from mailbot.workflows.cover.tables import Company, appointments


@dataclass(frozen=True, slots=True)
class Appointment:
    """One row. `day` and `at` are local, `noted_at` is UTC; `topic` is a name of `TOPICS`, or "other"."""

    id: int
    match_id: int
    topic: str
    day: date
    at: time | None
    company: Company
    told_by: int
    noted_at: datetime
    dropped: bool = False


_GET = select(appointments).where(appointments.c.id == bindparam("which"))
_TO_COME = (
    select(appointments)
    .where(
        and_(
            appointments.c.match_id == bindparam("of"),
            appointments.c.dropped_at.is_(None),
            appointments.c.day > bindparam("on"),
        )
    )
    .order_by(appointments.c.day, appointments.c.id)
)


def get(conn: Connection, appointment_id: int) -> Appointment:
    """The appointment with that number."""
    return _made(conn.execute(_GET, {"which": appointment_id}).one())


def to_come(conn: Connection, match_id: int, today: date) -> list[Appointment]:
    """Those after today that nobody has dropped."""
    return [_made(row) for row in conn.execute(_TO_COME, {"of": match_id, "on": today})]


def put(conn: Connection, new: Appointment, inbox_id: int | None, now: datetime) -> int:
    """Write it down, once for each match, topic and day; returns its number. What is known keeps its company."""
    known = [a for a in to_come(conn, new.match_id, date.min) if (a.topic, a.day) == (new.topic, new.day)]
    if known:
        change(conn, known[0].id, at=new.at or known[0].at)
        return known[0].id
    row = {
        "match_id": new.match_id,
        "topic": new.topic,
        "day": new.day,
        "at": new.at,
        "company": new.company,
        "told_by": new.told_by,
        "inbox_id": inbox_id,
        "noted_at": now,
    }
    return add(conn, appointments, row)


def change(conn: Connection, appointment_id: int, **values: object) -> None:
    """Change what is known of it."""
    conn.execute(update(appointments).where(appointments.c.id == appointment_id).values(**values))


def drop(conn: Connection, appointment_id: int, now: datetime) -> None:
    """It does not take place, or not then."""
    change(conn, appointment_id, dropped_at=now)


def _made(row: Any) -> Appointment:
    company, dropped = Company(row.company), row.dropped_at is not None
    return Appointment(row.id, row.match_id, row.topic, row.day, row.at, company, row.told_by, row.noted_at, dropped)
