"""Safeguarding: any concern alerts a person now; outside mail is complete, asked for, or released (promise 3, C)."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from mailbot.events import Event, Fields, Kind, Level, Trust, Urgency
from mailbot.roll import Role
from mailbot.store.timers import Timer
from mailbot.workflows.about_self import is_only_a_question
from mailbot.workflows.alarm import UNTAKEN
from mailbot.workflows.contract import Heard, Leaf, LeafAction, NoParams, TimerSpec, Turn
from mailbot.workflows.matching import match_of, pack_name
from mailbot.workflows.safeguarding import alerting, cases, following, hearing
from mailbot.workflows.safeguarding.cases import Case, NewCase
from mailbot.workflows.safeguarding.chain import UNACKNOWLEDGED
from mailbot.workflows.safeguarding.chronology import CASE
from mailbot.workflows.safeguarding.contacts import ESCALATE
from mailbot.workflows.safeguarding.corrections import corrected
from mailbot.workflows.safeguarding.escalate import Escalate, EscalationDrafted, escalate
from mailbot.workflows.safeguarding.events import (
    CaseListDue,
    ConcernAddedTo,
    ConcernAnswered,
    ConcernOpened,
    ConcernPerhapsToldMore,
    ConcernReported,
    ConcernToldMore,
    ConcernUnacknowledged,
    ConcernUndelivered,
    EscalationUnanswered,
    OfConcern,
)
from mailbot.workflows.safeguarding.filling import fill_in, moment
from mailbot.workflows.safeguarding.own_contact import is_only_own_contact
from mailbot.workflows.safeguarding.recognise import recognise
from mailbot.workflows.safeguarding.reporting import REPORT_ACTIONS, REPORT_EVENTS, REPORT_TIMERS, more_values
from mailbot.workflows.safeguarding.state import of_case
from mailbot.workflows.safeguarding.tables import ConcernState
from mailbot.workflows.safeguarding.untaken import (
    BuiltInAnswered,
    TellReaders,
    take_built_in,
    taken_context,
    tell_readers,
    untaken,
)
from mailbot.workflows.safeguarding.wording import alert_context
from mailbot.workflows.safeguarding.words import directory_trouble, numbers, team_numbers
from mailbot.workflows.why import Why


def hear_concern(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A sign of harm, a form, or the answer to a question about an open case."""
    fields = heard.fact.fields
    match = match_of(turn, fields)
    case, pack = _case_of(turn, fields), pack_name(turn, match)
    if case is None and (is_only_own_contact(turn, heard.fact, pack) or is_only_a_question(turn)):
        return
    yield ConcernReported(
        pack=case.pack if case else pack,
        urgency=fields.urgency or Urgency.UNCLEAR,
        sure=heard.fact.sure,
        joins_case=case is not None,
        asked_outside=bool(fields.asked_outside),
        fact_id=heard.id,
        match_id=match.id if match else None,
        case_id=case.id if case else None,
        _fact=heard.fact,
    )


def open_concern(turn: Turn, event: ConcernReported, _: NoParams) -> Iterable[Event]:
    """Open a case; whoever decides, a person is asked to look now."""
    match = match_of(turn, event._fact.fields)
    case_id = cases.open_case(turn.conn, _new_case(turn, event, match.client_id if match else None), turn.now)
    _log(turn, cases.get(turn.conn, case_id), "opened")
    turn.change("concern.open", ("concern", case_id), event.fact_id, urgency=event.urgency)
    turn.raise_attention(Level.NOW, Why.CONCERN, Role.SAFEGUARDING_LEAD, ("concern", case_id))
    alerting.begin(turn, cases.get(turn.conn, case_id))
    yield ConcernOpened(**of_case(turn, cases.get(turn.conn, case_id)))


def add_to_concern(turn: Turn, event: ConcernReported, _: NoParams) -> Iterable[Event]:
    """Add a message to its case. Only a verified writer, or whom we asked, fills in what is missing."""
    if event.case_id is None:
        raise LookupError("a rule added to a case, but there is none: its condition must ask for joins_case")
    case = cases.get(turn.conn, event.case_id)
    _log(turn, case, "added-to")
    turn.raise_attention(Level.NOW, Why.CONCERN_ADDED_TO, Role.SAFEGUARDING_LEAD, ("concern", case.id))
    given = event._fact.fields.call_logged_at is not None and case.call_logged_at is None and event.sure
    if turn.records_trust is Trust.VERIFIED:
        fill_in(turn, case, event._fact)
    turn.change("concern.added_to", ("concern", case.id), event.fact_id)
    known, by_alerted = cases.get(turn.conn, case.id), hearing.answers_alert(turn, case)
    if new_harm := event._fact.fields.harm is not None and not by_alerted:
        alerting.begin(turn, known)
    yield from corrected(turn, known, event._fact)
    yield ConcernAddedTo(
        call_time_given=given and known.call_logged_at is not None,
        new_harm=new_harm,
        by_alerted=by_alerted,
        answers=by_alerted and turn.reading is not None and any(f.fields.command for f in turn.reading.facts),
        **of_case(turn, known),
    )


def escalation_unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Hours after the escalation: has the outside team answered?"""
    case = cases.get(turn.conn, timer.subject[1])
    if case.state in (ConcernState.DRAFTED, ConcernState.ESCALATED):
        wait = turn.scheme.config.timers.escalation_unanswered_after
        turn.start_timer(timer.name, timer.subject, turn.now + wait)  # again, until they answer
        yield EscalationUnanswered(**of_case(turn, case))


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """The values that letters about concerns may disclose."""
    if isinstance(event, ConcernReported):
        return {"numbers": numbers(turn), "emergency_first": True}
    if isinstance(event, BuiltInAnswered):
        return taken_context(turn, event)
    if event.record is None or event.record[0] != CASE:
        return {}
    case = cases.get(turn.conn, event.record[1])
    known = alert_context(turn, case)
    if isinstance(event, OfConcern | EscalationDrafted):
        known |= more_values(turn, event)
    if isinstance(event, EscalationDrafted):
        known |= {"directory_faults": directory_trouble(turn, case), "numbers": team_numbers(turn, case)}
    return known


def _case_of(turn: Turn, fields: Fields) -> Case | None:
    """The open case of this: by our token, or of the same writer about the same person, or the writer's only one if

    it tells no new harm.
    """
    subject = turn.answer.sent.subject if turn.answer else None
    if subject and subject[0] == "concern":
        case = cases.get(turn.conn, subject[1])
        return case if case.state in cases.OPEN else None
    if turn.sender.person is None:
        return None
    mine, match = cases.open_of_reporter(turn.conn, turn.sender.person.id), match_of(turn, fields)
    if match is not None and (same := [case for case in mine if case.client_id == match.client_id]):
        return same[0]
    return mine[0] if len(mine) == 1 and fields.harm is None else None


def _log(turn: Turn, case: Case, what: str, outbox_id: int | None = None) -> None:
    person_id = turn.sender.person.id if turn.sender.person else None
    cases.log(turn.conn, case.id, what, turn.now, inbox_id=turn.inbox_id, outbox_id=outbox_id, person_id=person_id)


def _new_case(turn: Turn, event: ConcernReported, client_id: int | None) -> NewCase:
    fields, person = event._fact.fields, turn.sender.person
    if turn.inbox_id is None or turn.reading is None:
        raise LookupError("a case is opened by a message only")
    return NewCase(
        pack=event.pack,
        urgency=event.urgency,
        client_id=client_id,
        reporter_id=person.id if person else None,
        reporter_trust=turn.sender.trust,
        inbox_id=turn.inbox_id,
        asked_outside=event.asked_outside,
        call_logged_at=moment(turn, fields.call_logged_at) if event.sure else None,
        call_wait_minutes=fields.call_wait_minutes,
        harm=fields.harm,
        action_requested=fields.action_requested,
        helpline=fields.helpline,
        words=turn.reading.text.newest or turn.reading.message.subject,
    )


LEAF = Leaf(
    name="safeguarding",
    recognisers=(recognise,),
    events=(
        ConcernReported,
        ConcernOpened,
        ConcernAddedTo,
        EscalationDrafted,
        EscalationUnanswered,
        *(ConcernUnacknowledged, ConcernAnswered, ConcernToldMore, ConcernPerhapsToldMore, ConcernUndelivered),
        *(CaseListDue, BuiltInAnswered),
        *REPORT_EVENTS,
    ),
    actions=(
        LeafAction("open_concern", NoParams, open_concern),
        LeafAction("add_to_concern", NoParams, add_to_concern),
        LeafAction(ESCALATE, Escalate, escalate),
        LeafAction("take_built_in", NoParams, take_built_in),
        LeafAction("tell_readers", TellReaders, tell_readers),
        *following.ACTIONS,
        *REPORT_ACTIONS,
    ),
    timers=(
        TimerSpec(
            "escalation-unanswered", lambda t: t.escalation_unanswered_after, escalation_unanswered, clock="safety"
        ),
        TimerSpec(UNACKNOWLEDGED, lambda _: timedelta(0), alerting.unacknowledged, clock="safety"),
        TimerSpec(UNTAKEN, lambda _: timedelta(0), untaken, clock="safety"),
        TimerSpec(following.CASE_LIST, lambda _: timedelta(weeks=1), following.case_list_due),
        *REPORT_TIMERS,
    ),
    hears={Kind.SAFEGUARDING_CONCERN: hear_concern},
    after_reading=hearing.after_reading,
    context=context,
    repeats={following.CASE_LIST: following.next_list},
)
