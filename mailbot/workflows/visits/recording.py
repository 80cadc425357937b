"""Writing down what became of visits, and when the next ones are."""

from collections.abc import Iterable

from mailbot.events import Event, Outcome
from mailbot.store import attention
from mailbot.workflows.contract import NoParams, Record, Turn
from mailbot.workflows.first_things import is_too_early
from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.events import (
    PlanReported,
    VisitCancelled,
    VisitContradicted,
    VisitMissed,
    VisitPlanned,
    VisitReported,
    VisitTookPlace,
    VisitUnconfirmed,
    VisitWentOtherwise,
)
from mailbot.workflows.visits.holding import DAY_OVER, hold, make_good, state_for
from mailbot.workflows.visits.lookup import of_visit
from mailbot.workflows.visits.silence import ASKED, BEFORE, UNANSWERED, before_due, reminder_due
from mailbot.workflows.visits.tables import VisitState
from mailbot.workflows.why import Why

STATES = {
    Outcome.TOOK_PLACE: VisitState.TOOK_PLACE,
    Outcome.DID_NOT_TAKE_PLACE: VisitState.MISSED,
    Outcome.CANCELLED: VisitState.CANCELLED,
}
SETTLED = frozenset({Why.VISIT_NOT_CONFIRMED, Why.TOLD_OTHERWISE})


def record_visit(turn: Turn, event: VisitReported, _: NoParams) -> Iterable[Event]:
    """Write what became of the visit; a confirmation without a plan creates it.

    What stands in the ledger stays where this says otherwise, unless an officer says it: a person has to know which.
    """
    match, day = turn.roll.match(event.match_id), event._day
    if match is None or day is None:
        raise LookupError("a rule recorded a visit without client or day: its condition must ask for both")
    state, known = STATES[event.outcome], ledger.find(turn.conn, match.id, day)
    was_held = known is not None and known.state in ledger.UNBOOKED
    if was_held and state in ledger.UNKEPT:
        state = VisitState.CANCELLED  # nobody expected a visit that was never booked
    if known and contradicts(known.state, state) and not _by_officer(turn):
        turn.note("visit.contradicted", ("visit", known.id), fact_id=event.fact_id)
        yield VisitContradicted(**of_visit(turn, known))
        return
    person = turn.sender.person
    backup = person is not None and person.id == match.backup_id
    visitor_id = match.backup_id if backup else known.visitor_id if known else match.visitor_id
    too_early = was_held or (known is None and is_too_early(turn, match))
    more: dict[str, object] = {"fact_id": event.fact_id} | ({"at": event._at} if event._at else {})
    visit = ledger.put(turn.conn, match.id, visitor_id or match.visitor_id, day, state=state, now=turn.now, **more)
    turn.change(f"visit.{state}", ("visit", visit.id), event.fact_id, day=day.isoformat())
    _stop_waiting(turn, visit)
    if state is VisitState.TOOK_PLACE:
        make_good(turn, visit)
        yield VisitTookPlace(too_early=too_early, **of_visit(turn, visit))
    elif state is VisitState.CANCELLED:
        yield VisitCancelled(was_held=was_held, **of_visit(turn, visit))
    else:
        yield VisitMissed(**of_visit(turn, visit))


def contradicts(known: VisitState, told: VisitState) -> bool:
    """Whether both cannot be. What was called off did not take place: those two agree."""
    return known not in (VisitState.PLANNED, *ledger.UNBOOKED, told) and not {known, told} <= {*ledger.UNKEPT}


def put_off_reminding(turn: Turn, event: VisitReported, _: NoParams) -> Iterable[Event]:
    """Somebody wrote about this visit, and is asked what they meant: its visitor is not reminded meanwhile.

    Put off, never dropped: whatever comes of the question, a visit without an end keeps its timer (promise 10).
    """
    visit = ledger.find(turn.conn, event.match_id, event._day) if event.match_id and event._day else None
    if visit and visit.state is VisitState.PLANNED:
        wait = (
            2 * turn.scheme.config.timers.visit_unanswered_after
        )  # for the answer, then for whoever is told of none
        after = turn.scheme.office.next_open(turn.now + wait)
        timer = UNANSWERED if visit.reminders else ASKED
        turn.start_timer(timer, ("visit", visit.id), max(after, reminder_due(turn.scheme, visit, turn.now)))
    return ()


def plan_visit(turn: Turn, event: PlanReported, _: NoParams) -> Iterable[Event]:
    """Write the agreed day and time; it makes good what was missed before, and a moved visit leaves its old day.

    Where something has to come first the day is kept, and nothing is booked (S4).
    """
    match, day = turn.roll.match(event.match_id), event._day
    if match is None or day is None:
        raise LookupError("a rule planned a visit without client or day: its condition must ask for both")
    known = ledger.find(turn.conn, match.id, day)
    if known and known.state not in (*ledger.AHEAD, VisitState.CANCELLED):
        return
    more: dict[str, object] = {"fact_id": event.fact_id} | ({"at": event._at} if event._at else {})
    if known and known.state is VisitState.CANCELLED:
        more |= {"replaced_by": None, "reminders": 0}
    booked = known is not None and known.state is VisitState.PLANNED
    state = VisitState.PLANNED if booked else state_for(turn, match, known.visitor_id if known else match.visitor_id)
    visit = ledger.put(turn.conn, match.id, match.visitor_id, day, state=state, now=turn.now, **more)
    _leave_old_day(turn, event, visit)
    person = turn.sender.person
    by_other = person is not None and person.id != match.visitor_id
    if state is VisitState.HELD:
        yield hold(turn, visit, by_other)
        return
    turn.change("visit.planned", ("visit", visit.id), event.fact_id, day=day.isoformat())
    make_good(turn, visit)
    _nobody_need_look(turn, ("match", match.id), frozenset({Why.VISIT_OVERDUE}))
    yield VisitPlanned(by_other=by_other, **of_visit(turn, visit))


def remind_before(turn: Turn, event: VisitPlanned, _: NoParams) -> Iterable[Event]:
    """A reminder some time before the visit, in working hours; none if it was planned less than that ahead."""
    due = before_due(turn.scheme, ledger.get(turn.conn, event.visit_id), turn.now)
    turn.stop_timer(BEFORE, ("visit", event.visit_id))
    if due is not None:
        turn.start_timer(BEFORE, ("visit", event.visit_id), due)
    return ()


def count_reminder(turn: Turn, event: VisitUnconfirmed | VisitWentOtherwise, _: NoParams) -> Iterable[Event]:
    """Remember that the visitor was reminded."""
    ledger.count_reminder(turn.conn, event.visit_id)
    turn.change("visit.reminded", ("visit", event.visit_id))
    return ()


def _by_officer(turn: Turn) -> bool:
    person = turn.sender.person
    return person is not None and person.is_officer


def _stop_waiting(turn: Turn, visit: ledger.Visit) -> None:
    for name in (ASKED, UNANSWERED, BEFORE, DAY_OVER):
        turn.stop_timer(name, ("visit", visit.id))
    _nobody_need_look(turn, ("visit", visit.id), SETTLED)


def _nobody_need_look(turn: Turn, record: Record, reasons: frozenset[Why]) -> None:
    """What a coordinator was asked to look at is answered."""
    for item in attention.open_about(turn.conn, record):
        if item.why in reasons:
            attention.done(turn.conn, item.id, "answered", turn.now)


def _leave_old_day(turn: Turn, event: PlanReported, visit: ledger.Visit) -> None:
    """ "Moved from the 12th to the 14th": the 12th is not asked about."""
    old = ledger.find(turn.conn, visit.match_id, event._moved_from) if event._moved_from else None
    if old is None or old.id == visit.id or old.state not in ledger.AHEAD:
        return
    ledger.put(turn.conn, old.match_id, old.visitor_id, old.day, state=VisitState.CANCELLED, now=turn.now)
    ledger.made_good(turn.conn, old.id, visit.id)
    turn.change("visit.moved", ("visit", old.id), event.fact_id, by=visit.id)
    _stop_waiting(turn, old)
