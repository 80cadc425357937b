"""The table of absences: noted, and ended by themselves, by a later word, or by an early return (S7)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select, update

from mailbot.store.rows import add
from mailbot.workflows.cover.tables import absences


@dataclass(frozen=True, slots=True)
class Away:
    """One row: local days, both among them. `by_machine`: an out-of-office said so."""

    id: int
    person_id: int
    first: date
    last: date
    by_machine: bool
    ended: bool

    def holds(self, day: date) -> bool:
        """Whether that day falls in it."""
        return self.first <= day <= self.last

    def meets(self, first: date, last: date) -> bool:
        """Whether it shares a day with that time."""
        return self.first <= last and first <= self.last


_COLUMNS = (
    absences.c.id,
    absences.c.person_id,
    absences.c.first_day,
    absences.c.last_day,
    absences.c.by_machine,
    absences.c.ended_at,
)
_GET = select(*_COLUMNS).where(absences.c.id == bindparam("which"))
_RUNNING = (
    select(*_COLUMNS)
    .where(
        and_(
            absences.c.person_id == bindparam("who"),
            absences.c.ended_at.is_(None),
            absences.c.last_day >= bindparam("on"),
        )
    )
    .order_by(absences.c.first_day, absences.c.id)
)


def note(conn: Connection, away: Away, fact_id: int, now: datetime) -> int:
    """Write it down; returns its number."""
    row = {
        "person_id": away.person_id,
        "first_day": away.first,
        "last_day": away.last,
        "fact_id": fact_id,
        "by_machine": away.by_machine,
        "noted_at": now,
    }
    return add(conn, absences, row)


def get(conn: Connection, absence_id: int) -> Away:
    """The absence with that number."""
    return _away(conn.execute(_GET, {"which": absence_id}).one())


def running(conn: Connection, person_id: int, today: date) -> list[Away]:
    """What that person has told us of, that is not over and not taken back."""
    return [_away(row) for row in conn.execute(_RUNNING, {"who": person_id, "on": today})]


def end(conn: Connection, absence_id: int, now: datetime, back_on: date | None = None) -> None:
    """It is over; `back_on` is the first day on which they were here after all, where that was before its end."""
    values = {"ended_at": now, "back_on": back_on}
    conn.execute(update(absences).where(absences.c.id == absence_id).values(values))


def _away(row: Any) -> Away:
    return Away(row.id, row.person_id, row.first_day, row.last_day, row.by_machine, row.ended_at is not None)
