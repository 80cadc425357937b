"""Visits whose day is kept, but that are not booked: something has to come first (S4 to S6, B2, B3, P1).

Once it is there they are booked, and nobody is asked again; a day that is over by then is let go.
"""

from collections.abc import Iterable
from datetime import timedelta

from mailbot.events import Event
from mailbot.roll import Match
from mailbot.store import attention
from mailbot.store.timers import Timer
from mailbot.workflows.contract import NoParams, Turn
from mailbot.workflows.first_things import may_be_booked
from mailbot.workflows.visits import arranging, ledger
from mailbot.workflows.visits.arranging import OfferState
from mailbot.workflows.visits.events import HeldDayOver, VisitHeld, VisitPlanned
from mailbot.workflows.visits.lookup import of_visit
from mailbot.workflows.visits.of_match import match_of_visit
from mailbot.workflows.visits.offer_events import OfferAccepted
from mailbot.workflows.visits.tables import VisitState
from mailbot.workflows.why import Why

DAY_OVER, LOOK = "held-day-over", "held-look"


def state_for(turn: Turn, match: Match, person_id: int) -> VisitState:
    """What a visit is that this person plans now."""
    return VisitState.PLANNED if may_be_booked(turn, match, person_id) else VisitState.HELD


def hold(turn: Turn, visit: ledger.Visit, by_other: bool = False) -> VisitHeld:
    """That visit is not booked; its day is kept until it is over."""
    turn.change("visit.held", ("visit", visit.id), visit.fact_id, day=visit.day.isoformat())
    over = turn.scheme.office.at(visit.day + timedelta(days=1), turn.scheme.office.opens)
    turn.start_timer(DAY_OVER, ("visit", visit.id), turn.scheme.office.next_open(over))
    return VisitHeld(by_other=by_other, **of_visit(turn, visit))


def book_what_waits(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """Something that has to come first is there now: every visit to come that waited for nothing else is booked."""
    for visit in ledger.held_since(turn.conn, turn.today):
        if _can_be_booked(turn, visit):
            yield from _book(turn, visit)


def look(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The roll was imported, with this visit or with what it waits for. What waits still is told once."""
    visit = ledger.get(turn.conn, timer.subject[1])
    if visit.state is VisitState.HELD and visit.day >= turn.today:
        if _can_be_booked(turn, visit):
            yield from _book(turn, visit)
        elif attention.open_item(turn.conn, _why(turn, visit), ("match", visit.match_id)) is None:
            yield hold(turn, visit)


def held_day_over(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The day has come and gone, and nothing was booked."""
    visit = ledger.get(turn.conn, timer.subject[1])
    if visit.state is not VisitState.HELD or visit.day >= turn.today:
        return
    ledger.set_state(turn.conn, visit.id, VisitState.LAPSED, turn.now)
    turn.change("visit.lapsed", ("visit", visit.id))
    if match_of_visit(turn, visit).is_running:
        yield HeldDayOver(**of_visit(turn, visit))


def make_good(turn: Turn, visit: ledger.Visit) -> list[int]:
    """The visits before it that were not kept have this one in their place; returns which."""
    replaced = ledger.replace(turn.conn, visit.match_id, visit)
    for each in replaced:
        turn.change("visit.replaced", ("visit", each), by=visit.id)
        turn.stop_timer("replacement-unanswered", ("visit", each))
    return replaced


def _can_be_booked(turn: Turn, visit: ledger.Visit) -> bool:
    match = match_of_visit(turn, visit)
    begun = visit.at is not None and turn.now >= turn.scheme.office.at(visit.day, visit.at)
    return match.is_running and not begun and may_be_booked(turn, match, visit.visitor_id)


def _book(turn: Turn, visit: ledger.Visit) -> Iterable[Event]:
    ledger.set_state(turn.conn, visit.id, VisitState.PLANNED, turn.now)
    turn.change("visit.planned", ("visit", visit.id), day=visit.day.isoformat())
    turn.stop_timer(DAY_OVER, ("visit", visit.id))
    item = attention.open_item(turn.conn, _why(turn, visit), ("match", visit.match_id))
    if item is not None:
        attention.done(turn.conn, item, "booked", turn.now)
    replaced = make_good(turn, visit)
    yield VisitPlanned(was_held=True, **of_visit(turn, visit))
    yield from _taken(turn, visit, replaced)


def _why(turn: Turn, visit: ledger.Visit) -> Why:
    """What a coordinator was asked to look at while it waits (rules/beginnings.toml)."""
    own = visit.visitor_id == match_of_visit(turn, visit).visitor_id
    return Why.BEGINNING_MISSING if own else Why.CLEARANCE_OUT


def _taken(turn: Turn, visit: ledger.Visit, replaced: list[int]) -> Iterable[OfferAccepted]:
    """Somebody had taken it in another's place: now everybody may hear of it."""
    offers = [each for one in replaced for each in arranging.offers_of(turn.conn, one)]
    for offer in offers:
        if offer.state is OfferState.ACCEPTED and offer.person_id == visit.visitor_id:
            same = {"match_id": visit.match_id, "offer_id": offer.id, "asked_id": offer.person_id}
            pack = of_visit(turn, visit)["pack"]
            yield OfferAccepted(pack=pack, in_place=True, visit_id=offer.visit_id, **same)
