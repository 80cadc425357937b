"""Visits: what became of them, when the next one is, and what happens to those that were not kept (B10)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from mailbot.events import Event, Fields, Kind, Outcome
from mailbot.roll import Match
from mailbot.scheme import Scheme
from mailbot.store.timers import Timer
from mailbot.workflows.contract import Heard, Leaf, LeafAction, NoParams, Record, TimerSpec, Turn
from mailbot.workflows.matching import match_of, may_report, pack_name
from mailbot.workflows.visits import arranging, ledger
from mailbot.workflows.visits.events import (
    OfVisit,
    PlanReported,
    ReplacementUnanswered,
    VisitCancelled,
    VisitMissed,
    VisitPlanned,
    VisitReported,
    VisitTookPlace,
    VisitUnconfirmed,
)
from mailbot.workflows.visits.invitations import bring_up_to_date, is_out_of_date, keep_answer, visit_declined
from mailbot.workflows.visits.lookup import about_visit, of_visit
from mailbot.workflows.visits.of_match import match_by_id
from mailbot.workflows.visits.recognise import recognise
from mailbot.workflows.visits.tables import VisitState

END_OF_DAY = time(20, 0)
TOLD_BY_TOKEN = ("visit_date", "client_ref", "client_ref_or_name")
STATES = {
    Outcome.TOOK_PLACE: VisitState.TOOK_PLACE,
    Outcome.DID_NOT_TAKE_PLACE: VisitState.MISSED,
    Outcome.CANCELLED: VisitState.CANCELLED,
}
FOLLOW_UPS: Mapping[VisitState, type[VisitTookPlace] | type[VisitMissed] | type[VisitCancelled]] = {
    VisitState.TOOK_PLACE: VisitTookPlace,
    VisitState.MISSED: VisitMissed,
    VisitState.CANCELLED: VisitCancelled,
}


def hear_report(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A fact about a visit that was, or was not: what is known of it, for the rules."""
    if is_out_of_date(turn):
        return
    fact, fields = heard.fact, heard.fact.fields
    asked = _visit_asked_about(turn, fields)
    match = match_of(turn, fields) or (match_by_id(turn, asked.match_id) if asked else None)
    day = fields.visit_date or (asked.day if asked else None)
    yield VisitReported(
        pack=pack_name(turn, match),
        outcome=fields.outcome or _outcome(fact.kind),
        client_known=match is not None,
        day_known=day is not None and (asked is not None or fact.unsure_of != "visit_date"),
        in_future=day is not None and _is_future(turn, day) and fact.kind is not Kind.VISIT_CANCELLED,
        sure=fact.sure or (asked is not None and fact.unsure_of in TOLD_BY_TOKEN),
        trust=turn.records_trust,
        may_report=may_report(turn, match) or _makes(turn, asked or _visit_of(turn, match, day)),
        match_id=match.id if match else None,
        fact_id=heard.id,
        _day=day,
    )


def hear_plan(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A fact about a visit to come."""
    fields = heard.fact.fields
    asked = _visit_asked_about(turn, replace(fields, visit_date=None))
    match = match_of(turn, fields) or (match_by_id(turn, asked.match_id) if asked else None)
    day = fields.next_visit_date
    yield PlanReported(
        pack=pack_name(turn, match),
        client_known=match is not None,
        day_known=day is not None and heard.fact.unsure_of != "next_visit_date",
        in_past=day is not None and day < turn.now.astimezone(turn.scheme.zone).date(),
        sure=heard.fact.sure,
        trust=turn.records_trust,
        may_report=may_report(turn, match),
        match_id=match.id if match else None,
        fact_id=heard.id,
        _day=day,
        _at=fields.next_visit_time,
    )


def record_visit(turn: Turn, event: VisitReported, _: NoParams) -> Iterable[Event]:
    """Write what became of the visit; a confirmation without a plan creates it."""
    match, day = match_by_id(turn, event.match_id), event._day
    if match is None or day is None:
        raise LookupError("a rule recorded a visit without client or day: its condition must ask for both")
    state = STATES[event.outcome]
    visitor = turn.sender.person if turn.sender.person and turn.sender.person.id == match.backup_id else None
    known = ledger.find(turn.conn, match.id, day)
    visitor_id = visitor.id if visitor else known.visitor_id if known else match.visitor_id
    visit = ledger.put(turn.conn, match.id, visitor_id, day, state=state, now=turn.now, fact_id=event.fact_id)
    turn.change(f"visit.{state}", ("visit", visit.id), event.fact_id, day=day.isoformat())
    turn.stop_timer("visit-unconfirmed", ("visit", visit.id))
    if state is VisitState.TOOK_PLACE:
        _made_good(turn, visit)
    yield FOLLOW_UPS[state](**of_visit(turn, visit))


def stop_reminding(turn: Turn, event: VisitReported, _: NoParams) -> Iterable[Event]:
    """Somebody wrote about this visit, so its visitor is not reminded, though nothing is recorded yet."""
    visit = ledger.find(turn.conn, event.match_id, event._day) if event.match_id and event._day else None
    if visit and visit.state is VisitState.PLANNED:
        turn.stop_timer("visit-unconfirmed", ("visit", visit.id))
    return ()


def plan_visit(turn: Turn, event: PlanReported, _: NoParams) -> Iterable[Event]:
    """Write the agreed day, and let it make good what was missed before."""
    match, day = match_by_id(turn, event.match_id), event._day
    if match is None or day is None:
        raise LookupError("a rule planned a visit without client or day: its condition must ask for both")
    known = ledger.find(turn.conn, match.id, day)
    if known and known.state is not VisitState.PLANNED:
        return
    more = {"fact_id": event.fact_id} | ({"at": event._at} if event._at else {})
    visit = ledger.put(turn.conn, match.id, match.visitor_id, day, state=VisitState.PLANNED, now=turn.now, **more)
    turn.change("visit.planned", ("visit", visit.id), event.fact_id, day=day.isoformat())
    _made_good(turn, visit)
    yield VisitPlanned(**of_visit(turn, visit))


def count_reminder(turn: Turn, event: VisitUnconfirmed, _: NoParams) -> Iterable[Event]:
    """Remember that the visitor was reminded."""
    ledger.count_reminder(turn.conn, event.visit_id)
    turn.change("visit.reminded", ("visit", event.visit_id))
    return ()


def unconfirmed(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The day after a planned visit: does anybody know how it went?"""
    visit = ledger.get(turn.conn, timer.subject[1])
    if visit.state is VisitState.PLANNED:
        yield VisitUnconfirmed(reminders=visit.reminders, **of_visit(turn, visit))


def replacement_unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Some days after a missed visit: is there another one?"""
    visit = ledger.get(turn.conn, timer.subject[1])
    if visit.state in ledger.UNKEPT and visit.replaced_by is None:
        offered = bool(arranging.offers_of(turn.conn, visit.id))
        yield ReplacementUnanswered(was_offered=offered, **of_visit(turn, visit))


def end_of_visit(turn: Turn, record: Record) -> datetime:
    """Waiting for a confirmation counts from the evening of the visit, or from now once that is over."""
    visit = ledger.get(turn.conn, record[1])
    return max(turn.scheme.office.at(visit.day, END_OF_DAY), turn.now)


def reminder_due(scheme: Scheme, visit: ledger.Visit, now: datetime) -> datetime:
    """When the visitor of a planned visit is first asked how it went: in office hours after its day (B10)."""
    since = max(scheme.office.at(visit.day, END_OF_DAY), now)
    return scheme.office.next_open(since + scheme.config.timers.visit_reminder_after)


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """The values that letters about visits may disclose."""
    if isinstance(event, VisitReported | PlanReported):
        match, day = match_by_id(turn, event.match_id), event._day
        client = turn.roll.client(match.client_id) if match else None
        return {"client_ref": client.ref if client else None, "visit_date": day, "next_visit_date": day}
    if not isinstance(event, OfVisit):
        return {}
    return about_visit(turn, ledger.get(turn.conn, event.visit_id))


def _made_good(turn: Turn, visit: ledger.Visit) -> None:
    for replaced in ledger.replace(turn.conn, visit.match_id, visit):
        turn.change("visit.replaced", ("visit", replaced), by=visit.id)
        turn.stop_timer("replacement-unanswered", ("visit", replaced))


def _visit_asked_about(turn: Turn, fields: Fields) -> ledger.Visit | None:
    """The visit that our mail asked about, if this answers it and names no other day and nobody else."""
    if declined := visit_declined(turn):
        return declined
    subject = turn.answer.sent.subject if turn.answer else None
    if subject is None or subject[0] != "visit":
        return None
    visit = ledger.get(turn.conn, subject[1])
    match, named = match_by_id(turn, visit.match_id), match_of(turn, fields)
    same_day = fields.visit_date in (None, visit.day)
    return visit if match and same_day and named in (None, match) else None


def _visit_of(turn: Turn, match: Match | None, day: date | None) -> ledger.Visit | None:
    return ledger.find(turn.conn, match.id, day) if match and day else None


def _makes(turn: Turn, visit: ledger.Visit | None) -> bool:
    """Whether the sender is who makes this visit, though it is somebody else's match."""
    return visit is not None and turn.sender.person is not None and visit.visitor_id == turn.sender.person.id


def _outcome(kind: Kind) -> Outcome:
    return {Kind.VISIT_CONFIRMED: Outcome.TOOK_PLACE, Kind.VISIT_CANCELLED: Outcome.CANCELLED}.get(
        kind, Outcome.DID_NOT_TAKE_PLACE
    )


def _is_future(turn: Turn, day: date) -> bool:
    return day > turn.now.astimezone(turn.scheme.zone).date()


LEAF = Leaf(
    name="visits",
    recognisers=(recognise,),
    events=(
        VisitReported,
        PlanReported,
        VisitTookPlace,
        VisitMissed,
        VisitCancelled,
        VisitPlanned,
        VisitUnconfirmed,
        ReplacementUnanswered,
    ),
    actions=(
        LeafAction("record_visit", NoParams, record_visit),
        LeafAction("stop_reminding", NoParams, stop_reminding),
        LeafAction("plan_visit", NoParams, plan_visit),
        LeafAction("count_reminder", NoParams, count_reminder),
        LeafAction("bring_calendar_up_to_date", NoParams, bring_up_to_date),
    ),
    timers=(
        TimerSpec("visit-unconfirmed", lambda t: t.visit_reminder_after, unconfirmed, counts_from=end_of_visit),
        TimerSpec("replacement-unanswered", lambda t: t.replacement_unanswered_after, replacement_unanswered),
    ),
    hears={
        Kind.VISIT_CONFIRMED: hear_report,
        Kind.VISIT_MISSED: hear_report,
        Kind.VISIT_CANCELLED: hear_report,
        Kind.VISIT_PLANNED: hear_plan,
    },
    context=context,
    after_reading=keep_answer,
)
