"""What one leaf lets the others read of its records: plain values, never its tables."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import Connection, and_, bindparam, func, select, update

from mailbot.letters.values import clock
from mailbot.letters.values import day as in_words
from mailbot.roll import Role
from mailbot.workflows.contact import tables as contact
from mailbot.workflows.cover.tables import absences
from mailbot.workflows.meetings.tables import MeetingState, meetings
from mailbot.workflows.safeguarding.tables import ConcernState, concern_texts, concerns
from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.tables import OUTCOME_WORDS, VisitState, visits

CONTACT_COUNTS = "contact_counts"  # value of a pack: the interval counts from contact without a visit too (S10)
UNKEPT_STATES = frozenset(ledger.UNKEPT)


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """A visit that is planned and of which nothing has been heard; day and time are local."""

    id: int
    match_id: int
    visitor_id: int
    day: date
    at: time | None


def meetings_to_come(conn: Connection, roles: frozenset[Role], since: date) -> tuple[str, ...]:
    """Meetings to which people of these roles are invited, from that day on, in words, the next three."""
    wanted = and_(meetings.c.state == MeetingState.INVITED, meetings.c.day >= since)
    rows = conn.execute(select(meetings).where(wanted).order_by(meetings.c.day, meetings.c.at))
    mine = [row for row in rows if roles & {Role(each) for each in row.roles}]
    return tuple(f"{row.what}, {in_words(row.day)} at {clock(row.at)}" for row in mine[:3])


def planned_visit(conn: Connection, visit_id: int) -> PlannedVisit | None:
    """That visit, if it still is planned."""
    visit = ledger.get(conn, visit_id)
    if visit.state is not VisitState.PLANNED:
        return None
    return PlannedVisit(visit.id, visit.match_id, visit.visitor_id, visit.day, visit.at)


def last_contact(conn: Connection, match_id: int, person_id: int) -> date | None:
    """The last local day of contact without a visit between that person and whom they visit, if they wrote of any."""
    return contact.last_day(conn, match_id, person_id)


def last_contact_words(conn: Connection, match_id: int) -> str | None:
    """How and when anybody was last in touch without a visit: by phone, on Tuesday 5 May 2026."""
    last = contact.last_of(conn, match_id)
    return f"{contact.HOW_WORDS[last[0]]}, on {in_words(last[1])}" if last else None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A visit as it stands in the ledger: its local day, what became of it, and the fact that said so."""

    match_id: int
    day: date
    state: VisitState
    fact_id: int | None

    @property
    def words(self) -> str:
        """What became of it, as the end of "the visit …": took place."""
        return OUTCOME_WORDS[self.state]


def recorded_visit(conn: Connection, visit_id: int) -> Recorded:
    """What the ledger says of that visit."""
    visit = ledger.get(conn, visit_id)
    return Recorded(visit.match_id, visit.day, visit.state, visit.fact_id)


def count_kept(conn: Connection, match_id: int, visitor_id: int) -> int:
    """How many visits of that match took place with that visitor."""
    mine = (visits.c.match_id == match_id, visits.c.visitor_id == visitor_id)
    kept = select(func.count()).select_from(visits).where(*mine, visits.c.state == VisitState.TOOK_PLACE)
    return conn.scalar(kept) or 0


def planned_between(conn: Connection, visitor_id: int, first: date, last: date) -> list[PlannedVisit]:
    """The visits that this person has planned on those local days, the first and the last among them."""
    mine = and_(visits.c.visitor_id == visitor_id, visits.c.state == VisitState.PLANNED)
    found = select(visits.c.id).where(mine, visits.c.day.between(first, last)).order_by(visits.c.day, visits.c.id)
    each = (planned_visit(conn, visit_id) for visit_id in conn.scalars(found).all())
    return [visit for visit in each if visit is not None]


@dataclass(frozen=True, slots=True)
class Absence:
    """When somebody is away, by local days, both among them."""

    id: int
    person_id: int
    first: date
    last: date
    shown: bool


def first_shown(conn: Connection, ids: list[int], now: datetime) -> None:
    """These absences have stood in a digest."""
    first = and_(absences.c.id.in_(ids), absences.c.shown_at.is_(None))
    conn.execute(update(absences).where(first).values(shown_at=now))


def absences_from(conn: Connection, day: date) -> list[Absence]:
    """Whoever is away on that day or later, the soonest first; whoever is back again is not among them."""
    running = and_(absences.c.ended_at.is_(None), absences.c.last_day >= day)
    rows = conn.execute(select(absences).where(running).order_by(absences.c.first_day, absences.c.id))
    return [Absence(row.id, row.person_id, row.first_day, row.last_day, row.shown_at is not None) for row in rows]


_AWAY = select(absences.c.id).where(
    absences.c.person_id == bindparam("who"),
    absences.c.first_day <= bindparam("on"),
    absences.c.last_day >= bindparam("on"),
    absences.c.back_on.is_(None) | (absences.c.back_on > bindparam("on")),
)


def is_away(conn: Connection, person_id: int, day: date) -> bool:
    """Whether that person has told us that they are away on that local day, and has not come back before it."""
    return conn.scalar(_AWAY, {"who": person_id, "on": day}) is not None


def open_concern_texts(conn: Connection, client_id: int) -> list[str]:
    """What the open cases about that client say, the harm and the words of each; to be read, never shown."""
    joined = concerns.join(concern_texts, concern_texts.c.concern_id == concerns.c.id)
    still_open = and_(concerns.c.client_id == client_id, concerns.c.state != ConcernState.CLOSED)
    rows = conn.execute(select(concern_texts.c.harm, concern_texts.c.words).select_from(joined).where(still_open))
    return [f"{row.harm or ''}\n{row.words}" for row in rows]
