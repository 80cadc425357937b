"""The rhythm of a match: the next visit is asked for before the agreed interval is over, and missed then (B4, L1).

Each working morning looks at every match; whatever needs asking has a timer of its own, and so its own transaction.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, bindparam, func, insert, select, update

from mailbot.events import Event
from mailbot.roll import Match, Role
from mailbot.scheme import Scheme
from mailbot.settings.scheme import Mode
from mailbot.store import health, timers
from mailbot.store.timers import Timer
from mailbot.workflows.contract import SCHEME, NoParams, Record, Turn
from mailbot.workflows.matching import pack_says
from mailbot.workflows.pausing import is_paused, is_quiet
from mailbot.workflows.published import CONTACT_COUNTS, last_contact
from mailbot.workflows.visits.ledger import AHEAD
from mailbot.workflows.visits.rhythm_events import NextUnplanned, OfMatch, RhythmDue, VisitOverdue
from mailbot.workflows.visits.tables import VisitState, rhythms, visits
from mailbot.workflows.visits.welcome import WELCOME, not_welcomed

RHYTHM, NEXT = "rhythm", "next-visit"
LIVE_SINCE = "live_since"
ASKED_FOR = timedelta(days=7)  # so long a visit of which nothing was heard still is the next one: it is asked about

_OF = visits.c.match_id == bindparam("of")
_TOOK_PLACE = visits.c.state == VisitState.TOOK_PLACE
_LAST = select(func.max(visits.c.day)).where(_OF, _TOOK_PLACE)
_ALL_LAST = select(visits.c.match_id, func.max(visits.c.day)).where(_TOOK_PLACE).group_by(visits.c.match_id)
_COMING = visits.c.state.in_(AHEAD), visits.c.day >= bindparam("since")
_PLANNED = select(visits.c.id).where(_OF, *_COMING).limit(1)
_ALL_PLANNED = select(visits.c.match_id).where(*_COMING)
_ROW = select(rhythms).where(rhythms.c.match_id == bindparam("of"))


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Since when the interval of a match runs, on what local day it is over, and what was said of it, if anything."""

    since: date
    due: date
    nudged: bool
    told: bool


def next_morning(scheme: Scheme, after: datetime) -> datetime:
    """The next opening of the office after that moment."""
    return scheme.office.next_at(scheme.office.opens, after)


def rhythm_due(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Look now, and set the clock for the next working day."""
    turn.start_timer(RHYTHM, SCHEME, next_morning(turn.scheme, turn.now))
    yield RhythmDue()


def look_at_matches(turn: Turn, event: RhythmDue, _: NoParams) -> Iterable[Event]:
    """Whoever is new is welcomed in live mode; every match whose next visit is not agreed gets its timer."""
    if turn.scheme.config.scheme.mode is Mode.LIVE:
        if health.when(turn.conn, LIVE_SINCE) is None:
            health.note(turn.conn, LIVE_SINCE, turn.now)
        volunteers = (p for p in turn.roll.people if p.roles & {Role.VISITOR, Role.BACKUP})
        for person in not_welcomed(turn.conn, volunteers):
            turn.start_timer(WELCOME, ("person", person.id), turn.now)
    for match in _perhaps_due(turn):
        if _next_step(turn, match) is not None:
            turn.start_timer(NEXT, ("match", match.id), turn.now)
    return ()


def _perhaps_due(turn: Turn) -> Iterator[Match]:
    """Matches that are new, and those near the end of their interval of which no visit is agreed.

    Three questions for all of them together, as most need nothing on most mornings.
    """
    rows = {row.match_id: row for row in turn.conn.execute(select(rhythms))}
    agreed = set(turn.conn.scalars(_ALL_PLANNED, {"since": turn.today - ASKED_FOR}))
    last: dict[int, date] = dict(turn.conn.execute(_ALL_LAST).all())
    for match in turn.roll.running_matches:
        row = rows.get(match.id)
        if row is None:
            yield match
        elif match.id not in agreed:
            since = max(row.since, last.get(match.id, row.since), match.started_on or row.since)
            if turn.today >= since + timedelta(days=match.interval_days) - _ahead(turn, match):
                yield match


def next_visit(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The state is read again: is the next visit still not agreed?"""
    match = turn.roll.match(timer.subject[1])
    event = _next_step(turn, match) if match and match.is_running else None
    if event is not None:
        yield event


def remember_nudge(turn: Turn, event: NextUnplanned, _: NoParams) -> Iterable[Event]:
    """It was asked for: once in an interval."""
    return _remember(turn, event, "nudged_on")


def remember_overdue(turn: Turn, event: VisitOverdue, _: NoParams) -> Iterable[Event]:
    """A coordinator was told: once in an interval."""
    return _remember(turn, event, "told_on")


def still_unplanned(turn: Turn, record: Record) -> bool:
    """Whether asking for the next date is still worth it."""
    return not _has_next(turn.conn, record[1], turn.today)


def count_anew(conn: Connection, match_id: int, day: date) -> None:
    """Administration goes on after a rest: the interval counts from that day."""
    values = {"since": day, "nudged_on": None, "told_on": None}
    conn.execute(update(rhythms).where(rhythms.c.match_id == match_id).values(values))


def rhythm_of(turn: Turn, match: Match) -> Rhythm:
    """The interval counts from the last visit that took place, the start of the match, the day on which mailbot first

    saw it, or went live, whichever is last: nothing is overdue before one full interval has passed.
    """
    last: date | None = turn.conn.scalar(_LAST, {"of": match.id})
    row = turn.conn.execute(_ROW, {"of": match.id}).one_or_none()
    first = row.since if row else last or match.started_on or turn.today
    if row is None:
        turn.conn.execute(insert(rhythms).values(match_id=match.id, since=first))
    live = health.when(turn.conn, LIVE_SINCE)
    contact = last_contact(turn.conn, match.id, match.visitor_id) if pack_says(turn, match, CONTACT_COUNTS) else None
    known = (last, contact, match.started_on, first, live and live.astimezone(turn.scheme.zone).date())
    since = max(day for day in known if day is not None)
    nudged, told = (bool(day and day > since) for day in ((row.nudged_on, row.told_on) if row else (None, None)))
    return Rhythm(since, since + timedelta(days=match.interval_days), nudged, told)


def _next_step(turn: Turn, match: Match) -> NextUnplanned | VisitOverdue | None:
    """What has to be said of that match today; only against its own interval."""
    day, rhythm = turn.today, rhythm_of(turn, match)
    if _has_next(turn.conn, match.id, day) or is_paused(turn, match):
        return None
    if day > rhythm.due and not rhythm.told:
        return VisitOverdue(match_id=match.id, _due=rhythm.due)
    quiet = is_quiet(turn.conn, match.visitor_id)
    if (
        day < rhythm.due - _ahead(turn, match)
        or rhythm.nudged
        or rhythm.told
        or quiet
        or _asked_instead(turn.conn, match.id)
    ):
        return None
    return NextUnplanned(match_id=match.id, _due=rhythm.due)


def _ahead(turn: Turn, match: Match) -> timedelta:
    """How long before the interval is over the next visit is asked for."""
    return min(turn.scheme.config.timers.plan_nudge_before, timedelta(days=match.interval_days) / 2)


def _has_next(conn: Connection, match_id: int, day: date) -> bool:
    """Whether a visit is planned, or its day kept; or was, so lately that its visitor is still asked how it went."""
    return conn.scalar(_PLANNED, {"of": match_id, "since": day - ASKED_FOR}) is not None


def _asked_instead(conn: Connection, match_id: int) -> bool:
    """Whether another day is being asked for already, as a visit was not kept."""
    mine = select(visits.c.id).where(visits.c.match_id == match_id, visits.c.replaced_by.is_(None))
    mine = mine.where(visits.c.state.in_((VisitState.MISSED, VisitState.CANCELLED, VisitState.ATTEMPTED)))
    waits = (timers.running(conn, "replacement-unanswered", ("visit", visit_id)) for visit_id in conn.scalars(mine))
    return any(waits)


def _remember(turn: Turn, event: OfMatch, what: str) -> Iterable[Event]:
    mine = rhythms.c.match_id == event.match_id
    turn.conn.execute(update(rhythms).where(mine).values({what: turn.today}))
    turn.change(f"match.{what.partition('_')[0]}", ("match", event.match_id))
    return ()
