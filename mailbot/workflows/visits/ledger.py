"""Reading and writing the ledger of visits."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import Connection, and_, select, update

from mailbot.store.rows import add
from mailbot.workflows.visits.tables import VisitState, visits

UNKEPT = (VisitState.ATTEMPTED, VisitState.MISSED, VisitState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Visit:
    """One row of the ledger; `day` and `at` are local."""

    id: int
    match_id: int
    visitor_id: int
    day: date
    at: time | None
    state: VisitState
    fact_id: int | None
    replaced_by: int | None
    reminders: int


def get(conn: Connection, visit_id: int) -> Visit:
    """The visit with that number."""
    row = conn.execute(select(*_COLUMNS).where(visits.c.id == visit_id)).one()
    return Visit(*row[:5], VisitState(row.state), *row[6:])


def find(conn: Connection, match_id: int, day: date) -> Visit | None:
    """The visit of that match on that day."""
    same = and_(visits.c.match_id == match_id, visits.c.day == day)
    found = conn.scalar(select(visits.c.id).where(same).order_by(visits.c.id.desc()).limit(1))
    return get(conn, found) if found is not None else None


def put(
    conn: Connection, match_id: int, visitor_id: int, day: date, *, state: VisitState, now: datetime, **more: object
) -> Visit:
    """Set the state of the match's visit on that day, creating it if nobody planned it."""
    values = {"state": state, "changed_at": now} | more
    known = find(conn, match_id, day)
    if known is None:
        visit_id = add(conn, visits, {"match_id": match_id, "visitor_id": visitor_id, "day": day} | values)
    else:
        visit_id = known.id
        conn.execute(update(visits).where(visits.c.id == visit_id).values(values))
    return get(conn, visit_id)


def count_reminder(conn: Connection, visit_id: int) -> None:
    """One more reminder went out."""
    conn.execute(update(visits).where(visits.c.id == visit_id).values(reminders=visits.c.reminders + 1))


def replace(conn: Connection, match_id: int, by: Visit) -> list[int]:
    """The unkept visits of this match before that day are made good by it; returns which."""
    open_ = and_(
        visits.c.match_id == match_id,
        visits.c.state.in_(UNKEPT),
        visits.c.replaced_by.is_(None),
        visits.c.day <= by.day,
        visits.c.id != by.id,
    )
    ids = list(conn.scalars(select(visits.c.id).where(open_)))
    conn.execute(update(visits).where(visits.c.id.in_(ids)).values(replaced_by=by.id))
    return ids


def planned_after(conn: Connection, match_id: int, day: date) -> bool:
    """Whether a later visit of this match is planned."""
    later = and_(visits.c.match_id == match_id, visits.c.day > day, visits.c.state == VisitState.PLANNED)
    return conn.scalar(select(visits.c.id).where(later).limit(1)) is not None


_COLUMNS = (
    visits.c.id,
    visits.c.match_id,
    visits.c.visitor_id,
    visits.c.day,
    visits.c.at,
    visits.c.state,
    visits.c.fact_id,
    visits.c.replaced_by,
    visits.c.reminders,
)
