"""Reading and writing the ledger of visits."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select, update

from mailbot.store.rows import add
from mailbot.store.tables import fact_texts
from mailbot.workflows.visits.tables import VisitState, visits

UNKEPT = (VisitState.ATTEMPTED, VisitState.MISSED, VisitState.CANCELLED)
UNBOOKED = (VisitState.HELD, VisitState.LAPSED)
AHEAD = (VisitState.HELD, VisitState.PLANNED)  # somebody named the day; only the second is booked


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
_OF_MATCH = visits.c.match_id == bindparam("of")
_GET = select(*_COLUMNS).where(visits.c.id == bindparam("which"))
_FIND = select(*_COLUMNS).where(_OF_MATCH, visits.c.day == bindparam("on")).order_by(visits.c.id.desc()).limit(1)
_OPEN = select(visits.c.id).where(
    _OF_MATCH,
    visits.c.state.in_(UNKEPT),
    visits.c.replaced_by.is_(None),
    visits.c.day <= bindparam("on"),
    visits.c.id != bindparam("other"),
)
_LATER = (
    select(visits.c.id)
    .where(_OF_MATCH, visits.c.day > bindparam("on"), visits.c.state == VisitState.PLANNED)
    .limit(1)
)
_SAID = select(fact_texts.c.fields).where(fact_texts.c.fact_id == bindparam("fact"))
_CHANGE = update(visits).where(visits.c.id == bindparam("which"))


def get(conn: Connection, visit_id: int) -> Visit:
    """The visit with that number."""
    return _visit(conn.execute(_GET, {"which": visit_id}).one())


def find(conn: Connection, match_id: int, day: date) -> Visit | None:
    """The visit of that match on that day."""
    row = conn.execute(_FIND, {"of": match_id, "on": day}).one_or_none()
    return _visit(row) if row else None


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
        conn.execute(_CHANGE, {"which": visit_id} | values)
    return get(conn, visit_id)


def assign(conn: Connection, visit_id: int, visitor_id: int, now: datetime) -> None:
    """Somebody else makes this visit."""
    conn.execute(_CHANGE, {"which": visit_id, "visitor_id": visitor_id, "changed_at": now})


def set_state(conn: Connection, visit_id: int, state: VisitState, now: datetime) -> None:
    """Where that visit is now."""
    conn.execute(_CHANGE, {"which": visit_id, "state": state, "changed_at": now})


def reason(conn: Connection, visit: Visit) -> str | None:
    """Why it was not kept, as the visitor wrote it; it stands with the texts of facts, which can be erased."""
    if visit.fact_id is None:
        return None
    values = conn.scalar(_SAID, {"fact": visit.fact_id})
    found = (values or {}).get("reason")
    return str(found) if found else None


def count_reminder(conn: Connection, visit_id: int) -> None:
    """One more reminder went out."""
    conn.execute(update(visits).where(visits.c.id == visit_id).values(reminders=visits.c.reminders + 1))


def replace(conn: Connection, match_id: int, by: Visit) -> list[int]:
    """The unkept visits of this match before that day are made good by it; returns which."""
    ids = list(conn.scalars(_OPEN, {"of": match_id, "on": by.day, "other": by.id}))
    for visit_id in ids:
        conn.execute(_CHANGE, {"which": visit_id, "replaced_by": by.id})
    return ids


def made_good(conn: Connection, visit_id: int, by: int) -> None:
    """That visit is made good by another one."""
    conn.execute(_CHANGE, {"which": visit_id, "replaced_by": by})


def standing(conn: Connection, visit: Visit) -> Visit:
    """The visit that stands now: this one, or the one that replaced it in the end."""
    while visit.replaced_by is not None:
        visit = get(conn, visit.replaced_by)
    return visit


def held_since(conn: Connection, day: date) -> list[Visit]:
    """Every visit from that day on that is not booked, the next first."""
    kept = and_(visits.c.state == VisitState.HELD, visits.c.day >= day)
    return [_visit(row) for row in conn.execute(select(*_COLUMNS).where(kept).order_by(visits.c.day, visits.c.id))]


def planned_after(conn: Connection, match_id: int, day: date) -> bool:
    """Whether a later visit of this match is planned."""
    return conn.scalar(_LATER, {"of": match_id, "on": day}) is not None


def only_ahead(conn: Connection, match_id: int, since: date) -> date | None:
    """The day of the one visit of this match that is planned or held from then on; None for none or several."""
    mine = select(visits.c.day).where(visits.c.match_id == match_id, visits.c.state.in_(AHEAD))
    days = list(conn.scalars(mine.where(visits.c.day >= since)))
    return days[0] if len(days) == 1 else None


def _visit(row: Any) -> Visit:
    return Visit(**{**row._mapping, "state": VisitState(row.state)})
