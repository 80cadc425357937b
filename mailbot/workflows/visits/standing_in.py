"""The leaf of visits that others make: offers, replacements, and telling the person visited (B10, L2, S7)."""

from collections.abc import Iterable, Mapping
from datetime import date

from mailbot.events import Event
from mailbot.store import attention
from mailbot.workflows.contract import Leaf, LeafAction, NoParams, TimerSpec, Turn
from mailbot.workflows.visits import arranging, ledger, replacing, telling
from mailbot.workflows.visits.events import VisitorCannot
from mailbot.workflows.visits.lookup import about_visit, of_visit
from mailbot.workflows.visits.offer_events import (
    NobodyToAsk,
    OfferAccepted,
    OfferDeclined,
    OfferNeedsDay,
    OfferTooLate,
)
from mailbot.workflows.visits.replacing import OfferTo

NOT_AGREED = "the person visited has to agree to each person first, and the roll does not say so of everybody named"
NOT_KNOWN = "a name is not surely that of one person on the roll"
ABOUT = (
    OfferAccepted | OfferNeedsDay | OfferTooLate | OfferDeclined | NobodyToAsk | telling.ClientNotTold | VisitorCannot
)


def visitor_cannot(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The visitor has no other day for the visit that was not kept."""
    visit = ledger.get(turn.conn, event.record[1]) if event.record and event.record[0] == "visit" else None
    if visit and visit.state in ledger.UNKEPT and visit.replaced_by is None:
        yield VisitorCannot(**of_visit(turn, visit))


def move_visit(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """A coordinator says on which day it is made up for, by the same visitor unless somebody else has taken it.

    Where it has another day already, by a late yes, both stand: nobody is told that an agreed visit is off.
    """
    visit = ledger.get(turn.conn, event.record[1]) if event.record and event.record[0] == "visit" else None
    day: date | None = getattr(event, "_day", None)
    if visit is None or day is None:
        return
    stands = ledger.standing(turn.conn, visit)
    taken = [o for o in arranging.offers_of(turn.conn, visit.id) if o.state is arranging.OfferState.ACCEPTED]
    visitor_id = taken[0].person_id if taken else stands.visitor_id
    if made := replacing.plan_in_place(turn, visit, visitor_id, day, getattr(event, "_at", None)):
        yield replacing.planned_or_held(turn, made)


def close_visit(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """A person has seen to it: nothing more is asked about a visit that was not kept."""
    if event.record and event.record[0] == "visit":
        by = f"person {turn.sender.person.id}" if turn.sender.person else "nobody"
        attention.done_about(turn.conn, event.record, by, turn.now)
        turn.stop_timer("replacement-unanswered", event.record)
        turn.change("visit.closed", event.record)
    return ()


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """The values that letters about these visits may disclose."""
    if not isinstance(event, ABOUT):
        return {}
    known = dict(about_visit(turn, ledger.get(turn.conn, event.visit_id)))
    if isinstance(event, NobodyToAsk):
        known["why"] = NOT_AGREED if event.not_agreed else NOT_KNOWN
    return known


LEAF = Leaf(
    name="standing_in",
    events=(
        OfferAccepted,
        OfferNeedsDay,
        OfferTooLate,
        OfferDeclined,
        NobodyToAsk,
        telling.ClientNotTold,
        VisitorCannot,
    ),
    actions=(
        LeafAction("offer_to_backup", OfferTo, replacing.offer_to_backup),
        LeafAction("offer_to_named", OfferTo, replacing.offer_to_named),
        LeafAction("ask_next", OfferTo, replacing.ask_next),
        LeafAction("accept_offer", NoParams, replacing.accept_offer),
        LeafAction("agree_day", NoParams, replacing.agree_day),
        LeafAction("decline_offer", NoParams, replacing.decline_offer),
        LeafAction("visitor_cannot", NoParams, visitor_cannot),
        LeafAction("close_visit", NoParams, close_visit),
        LeafAction("move_visit", NoParams, move_visit),
        LeafAction("tell_client", NoParams, telling.tell_client),
        LeafAction("ask_again_whether_told", NoParams, telling.ask_again_whether_told),
        LeafAction("note_task", NoParams, telling.note_task),
        LeafAction("note_told", NoParams, telling.note_told),
        LeafAction("note_not_told", NoParams, telling.note_not_told),
    ),
    timers=(
        TimerSpec(replacing.OFFER_UNANSWERED, lambda t: t.offer_unanswered_after, replacing.offer_unanswered),
        TimerSpec(telling.NOT_TOLD, lambda t: t.told_asked_after, telling.client_not_told),
    ),
    context=context,
    still_wanted=dict.fromkeys(("visits/ask_backup", "visits/ask_visitor"), replacing.still_asked),
)
