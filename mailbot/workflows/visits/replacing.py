"""A visit that somebody cannot make is offered to others, until one takes it or a coordinator knows (B10, S7).

The first yes wins. Nobody hears who the client is before they accept, unless they are the backup, who knows. Where
the pack asks for agreement (children), only those may be asked to whom the client has agreed and whom they have met.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mailbot.events import Event
from mailbot.letters.letter import Letter
from mailbot.roll import Person
from mailbot.rulebook.rule import TemplateName
from mailbot.store.timers import Timer
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.contract import NoParams, Posting, Record, Turn
from mailbot.workflows.matching import pack_name, pack_says
from mailbot.workflows.recipients import address_of
from mailbot.workflows.visits import arranging, ledger
from mailbot.workflows.visits.arranging import Offer, OfferState
from mailbot.workflows.visits.events import VisitHeld, VisitPlanned
from mailbot.workflows.visits.holding import hold, make_good, state_for
from mailbot.workflows.visits.lookup import of_visit
from mailbot.workflows.visits.of_match import client_of, match_of_visit, may_be_asked
from mailbot.workflows.visits.offer_events import (
    NobodyToAsk,
    OfferAccepted,
    OfferDeclined,
    OfferNeedsDay,
    OfferTooLate,
)
from mailbot.workflows.visits.tables import VisitState

OFFER_UNANSWERED = "offer-unanswered"
SEVERAL_AT_ONCE = "several_at_once"  # value of a pack
FIRST_HOUR = time(9, 0)


@dataclass(frozen=True, slots=True)
class OfferTo:
    """The letter that asks; it must ask "cover"."""

    template: TemplateName


def offer_to_backup(turn: Turn, event: Event, params: OfferTo) -> Iterable[Event]:
    """Ask the backup of the visit's match, once; if there is nobody, say so."""
    visit = _visit_of(turn, event)
    match = match_of_visit(turn, visit)
    asked_before = {each.person_id for each in arranging.offers_of(turn.conn, visit.id)}
    if match.backup_id is None or match.backup_id in asked_before or match.backup_id == visit.visitor_id:
        yield NobodyToAsk(pack=event.pack, visit_id=visit.id, match_id=match.id)
    elif not may_be_asked(turn, match, turn.roll.person(match.backup_id)):
        yield NobodyToAsk(pack=event.pack, not_agreed=True, visit_id=visit.id, match_id=match.id)
    else:
        offer = arranging.add_offer(turn.conn, visit.id, match.backup_id, OfferState.ASKED, turn.now)
        _ask(turn, offer, visit, params.template)


def offer_to_named(turn: Turn, event: Event, params: OfferTo) -> Iterable[Event]:
    """Ask whom the coordinator named: all at once where the pack allows it, else one after the other."""
    visit = _visit_of(turn, event)
    match = match_of_visit(turn, visit)
    people: tuple[Person, ...] = getattr(event, "_people", ())
    allowed = [person for person in people if may_be_asked(turn, match, person)]
    if not people or len(allowed) < len(people):
        yield NobodyToAsk(not_agreed=bool(people), not_known=not people, visit_id=visit.id, match_id=match.id)
        return
    at_once = pack_says(turn, match, SEVERAL_AT_ONCE)
    for place, person in enumerate(allowed):
        state = OfferState.ASKED if at_once or place == 0 else OfferState.WAITING
        offer = arranging.add_offer(turn.conn, visit.id, person.id, state, turn.now)
        if state is OfferState.ASKED:
            _ask(turn, offer, visit, params.template)
    turn.change("visit.offered", ("visit", visit.id), people=len(allowed))


def ask_next(turn: Turn, event: OfferDeclined, params: OfferTo) -> Iterable[Event]:
    """The next of those whom the coordinator named."""
    waiting = [o for o in arranging.offers_of(turn.conn, event.visit_id) if o.state is OfferState.WAITING]
    if waiting:
        arranging.set_offer(turn.conn, waiting[0].id, OfferState.ASKED, turn.now)
        _ask(turn, waiting[0], ledger.get(turn.conn, event.visit_id), params.template)
    return ()


def accept_offer(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The first yes takes the visit, for its day or for the day that the answer names; a later one is thanked."""
    offer = _offer_of(event, turn)
    visit = ledger.get(turn.conn, offer.visit_id)
    same = {"visit_id": visit.id, "match_id": visit.match_id, "offer_id": offer.id, "asked_id": offer.person_id}
    if not _is_wanted(turn, offer, visit):
        yield OfferTooLate(pack=_pack(turn, visit), **same)
        return
    _settle(turn, offer, OfferState.ACCEPTED)
    for other in arranging.offers_of(turn.conn, visit.id):
        if other.id != offer.id and other.state in (OfferState.WAITING, OfferState.ASKED):
            _settle(turn, other, OfferState.LAPSED)
    if visit.state is VisitState.PLANNED:
        ledger.assign(turn.conn, visit.id, offer.person_id, turn.now)
        turn.change("visit.reassigned", ("visit", visit.id))
        yield OfferAccepted(pack=_pack(turn, visit), in_place=False, **same)
    else:
        yield from _in_place(turn, event, visit, offer)


def agree_day(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """Whoever took the visit names the day."""
    offer = _offer_of(event, turn)
    visit = ledger.get(turn.conn, offer.visit_id)
    if offer.state is OfferState.ACCEPTED and visit.replaced_by is None:
        yield from _in_place(turn, event, visit, offer)


def decline_offer(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """A no; nobody is asked why."""
    offer = _offer_of(event, turn)
    if offer.state in (OfferState.ASKED, OfferState.LAPSED):
        was_asked = offer.state is OfferState.ASKED
        _settle(turn, offer, OfferState.DECLINED)
        if was_asked:
            yield _declined(turn, offer, answered=True)


def offer_unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The time to answer is over."""
    offer = arranging.offer(turn.conn, timer.subject[1])
    if offer.state is OfferState.ASKED:
        _settle(turn, offer, OfferState.LAPSED)
        yield _declined(turn, offer, answered=False)


def still_asked(turn: Turn, record: Record) -> bool:
    """Whether an offer that has waited for the day's mail is still open."""
    return arranging.offer(turn.conn, record[1]).state is OfferState.ASKED


def plan_in_place(
    turn: Turn, instead_of: ledger.Visit, visitor_id: int, day: date, at: time | None
) -> ledger.Visit | None:
    """Plan another visit for one that was not kept; None for a day that is over, or that already has a visit.

    It is held, and replaces nothing yet, where something has to come before it.
    """
    if day < turn.today or ledger.find(turn.conn, instead_of.match_id, day):
        return None
    state = state_for(turn, match_of_visit(turn, instead_of), visitor_id)
    made = ledger.put(turn.conn, instead_of.match_id, visitor_id, day, state=state, now=turn.now, at=at)
    if state is VisitState.PLANNED:
        turn.change("visit.planned", ("visit", made.id), day=day.isoformat())
        make_good(turn, made)
    return made


def planned_or_held(turn: Turn, made: ledger.Visit) -> VisitPlanned | VisitHeld:
    """The visit that makes up for another is followed like any other; whoever makes it hears of it."""
    by_other = turn.sender.person is not None and turn.sender.person.id != made.visitor_id
    if made.state is VisitState.HELD:
        return hold(turn, made, by_other)
    return VisitPlanned(by_other=by_other, **of_visit(turn, made))


def _in_place(turn: Turn, event: Event, visit: ledger.Visit, offer: Offer) -> Iterable[Event]:
    """Whoever takes a visit that was not kept has another day for it, or is asked for one.

    Where that day is only held, everybody hears of it once it is booked.
    """
    same = {"visit_id": visit.id, "match_id": visit.match_id, "offer_id": offer.id, "asked_id": offer.person_id}
    day, at, pack = getattr(event, "_day", None), getattr(event, "_at", None), _pack(turn, visit)
    made = plan_in_place(turn, visit, offer.person_id, day, at) if day is not None else None
    if made is None:
        yield OfferNeedsDay(pack=pack, **same)
        return
    yield planned_or_held(turn, made)
    if made.state is VisitState.PLANNED:
        yield OfferAccepted(pack=pack, in_place=True, **same)


def _ask(turn: Turn, offer: Offer, visit: ledger.Visit, template: TemplateName) -> None:
    match, person = match_of_visit(turn, visit), turn.roll.person(offer.person_id)
    knows = person.id in (match.backup_id, match.visitor_id)
    context = {
        "visit_date": visit.day if visit.state is VisitState.PLANNED else None,
        "visit_time": visit.at if visit.state is VisitState.PLANNED else None,
        "client_ref": client_of(turn, match).ref if knows else None,
        "visitor_first_name": turn.roll.person(match.visitor_id).first_name if knows else None,
    }
    letter = Letter(
        template=template,
        to=(address_of(person),),
        context=dict(NOTHING_KNOWN) | context,
        subject_record=("offer", offer.id),
    )
    turn.post(Posting(letter))
    turn.change("offer.asked", ("offer", offer.id))
    turn.start_timer(OFFER_UNANSWERED, ("offer", offer.id), _answer_by(turn, visit))


def _answer_by(turn: Turn, visit: ledger.Visit) -> datetime:
    """Two days by default, in working hours; for a visit that is coming not later than the working day before it."""
    office = turn.scheme.office
    due = office.next_open(turn.now + turn.scheme.config.timers.offer_unanswered_after)
    if visit.state is VisitState.PLANNED:
        due = min(due, office.at(office.working_day_before(visit.day), FIRST_HOUR))
    return max(due, turn.now + timedelta(hours=1))


def _is_wanted(turn: Turn, offer: Offer, visit: ledger.Visit) -> bool:
    taken = any(o.state is OfferState.ACCEPTED for o in arranging.offers_of(turn.conn, visit.id) if o.id != offer.id)
    open_ = visit.state is VisitState.PLANNED or (visit.state in ledger.UNKEPT and visit.replaced_by is None)
    return not taken and open_ and offer.state is not OfferState.ACCEPTED


def _settle(turn: Turn, offer: Offer, state: OfferState) -> None:
    arranging.set_offer(turn.conn, offer.id, state, turn.now)
    turn.stop_timer(OFFER_UNANSWERED, ("offer", offer.id))
    turn.change(f"offer.{state}", ("offer", offer.id))


def _declined(turn: Turn, offer: Offer, answered: bool) -> OfferDeclined:
    visit = ledger.get(turn.conn, offer.visit_id)
    states = [each.state for each in arranging.offers_of(turn.conn, visit.id)]
    return OfferDeclined(
        pack=_pack(turn, visit),
        answered=answered,
        more_waiting=OfferState.WAITING in states,
        others_asked=OfferState.ASKED in states,
        visit_id=visit.id,
        match_id=visit.match_id,
        offer_id=offer.id,
        asked_id=offer.person_id,
    )


def _pack(turn: Turn, visit: ledger.Visit) -> str | None:
    return pack_name(turn, match_of_visit(turn, visit))


def _offer_of(event: Event, turn: Turn) -> Offer:
    if event.record is None or event.record[0] != "offer":
        raise LookupError("a rule spoke of an offer, but the event is not about one: its condition must ask for it")
    return arranging.offer(turn.conn, event.record[1])


def _visit_of(turn: Turn, event: Event) -> ledger.Visit:
    visit_id = getattr(event, "visit_id", None)
    if visit_id is None and event.record and event.record[0] == "visit":
        visit_id = event.record[1]
    if visit_id is None:
        raise LookupError("a rule offered a visit, but the event is not about one: its condition must ask for it")
    return ledger.get(turn.conn, visit_id)
