"""What other leaves may ask of the ledger of visits, and change in it: visits of a match that begins or ends."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, update

from mailbot.workflows.contract import Turn
from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.silence import ASKED, BEFORE, UNANSWERED, before_due, reminder_due
from mailbot.workflows.visits.tables import VisitState, visits

CHASED_BY = (ASKED, UNANSWERED, BEFORE, "replacement-unanswered", "lone-not-set-off")


@dataclass(frozen=True, slots=True)
class Coming:
    """A planned visit that is still to come; `day` is local."""

    visit_id: int
    day: date


def coming(turn: Turn, match_id: int, visitor_id: int | None = None) -> tuple[Coming, ...]:
    """The planned visits of that match from today on, the next first; with `visitor_id`, those of that person."""
    return _from_today(turn, VisitState.PLANNED, match_id, visitor_id)


def held(turn: Turn, match_id: int, visitor_id: int | None = None) -> tuple[Coming, ...]:
    """The same of those that are not booked, as something has to come first; their days are kept (S4)."""
    return _from_today(turn, VisitState.HELD, match_id, visitor_id)


def _from_today(turn: Turn, state: VisitState, match_id: int, visitor_id: int | None) -> tuple[Coming, ...]:
    today = turn.today
    wanted = [visits.c.match_id == match_id, visits.c.state == state, visits.c.day >= today]
    if visitor_id is not None:
        wanted.append(visits.c.visitor_id == visitor_id)
    rows = turn.conn.execute(select(visits.c.id, visits.c.day).where(*wanted).order_by(visits.c.day))
    return tuple(Coming(row.id, row.day) for row in rows)


def stop_chasing(turn: Turn, those: tuple[Coming, ...]) -> None:
    """Nobody is asked any more how these went."""
    for visit in those:
        for timer in CHASED_BY:
            turn.stop_timer(timer, ("visit", visit.visit_id))


def hand_over(turn: Turn, those: tuple[Coming, ...], person_id: int) -> None:
    """These visits are that person's from now on, and that person is asked how they went."""
    for each in those:
        change = update(visits).where(visits.c.id == each.visit_id)
        turn.conn.execute(change.values(visitor_id=person_id, changed_at=turn.now))
        turn.change("visit.handed_over", ("visit", each.visit_id))
        visit = ledger.get(turn.conn, each.visit_id)
        turn.start_timer(ASKED, ("visit", visit.id), reminder_due(turn.scheme, visit, turn.now))
        if before := before_due(turn.scheme, visit, turn.now):
            turn.start_timer(BEFORE, ("visit", visit.id), before)


def call_off(turn: Turn, those: tuple[Coming, ...]) -> None:
    """These visits will not be: the match is closed."""
    stop_chasing(turn, those)
    for each in those:
        change = update(visits).where(visits.c.id == each.visit_id)
        turn.conn.execute(change.values(state=VisitState.CANCELLED, changed_at=turn.now))
        turn.change("visit.cancelled", ("visit", each.visit_id))
