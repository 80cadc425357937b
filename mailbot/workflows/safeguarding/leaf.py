"""Safeguarding: any concern alerts a person now; outside mail is complete, asked for, or released (promise 3, C)."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from mailbot.events import Event, Fact, Fields, Kind, Level, Trust, Urgency
from mailbot.roll import Role
from mailbot.store.timers import Timer
from mailbot.workflows.contract import Heard, Leaf, LeafAction, NoParams, TimerSpec, Turn
from mailbot.workflows.matching import match_of, pack_name
from mailbot.workflows.outside import pack_allows, release
from mailbot.workflows.safeguarding import alerting, cases, following, hearing
from mailbot.workflows.safeguarding.cases import Case, NewCase
from mailbot.workflows.safeguarding.chain import UNACKNOWLEDGED
from mailbot.workflows.safeguarding.chronology import CASE
from mailbot.workflows.safeguarding.escalate import Escalate, EscalationDrafted, escalate
from mailbot.workflows.safeguarding.events import (
    CallTimeMissing,
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
)
from mailbot.workflows.safeguarding.recognise import recognise
from mailbot.workflows.safeguarding.tables import ConcernState
from mailbot.workflows.safeguarding.wording import alert_context
from mailbot.workflows.safeguarding.words import directory_trouble, numbers, team_numbers
from mailbot.workflows.why import Why


def hear_concern(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A sign of harm, a form, or the answer to a question about an open case."""
    fields = heard.fact.fields
    match = match_of(turn, fields)
    case = _case_of(turn, fields)
    yield ConcernReported(
        pack=case.pack if case else pack_name(turn, match),
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
    whose = Role.COMPLAINTS_MANAGER if turn.kept_from else Role.SAFEGUARDING_LEAD  # what follows is kept as this is
    turn.raise_attention(Level.NOW, Why.CONCERN, whose, ("concern", case_id))
    alerting.begin(turn, cases.get(turn.conn, case_id))
    yield ConcernOpened(**_of_case(turn, cases.get(turn.conn, case_id)))


def add_to_concern(turn: Turn, event: ConcernReported, _: NoParams) -> Iterable[Event]:
    """Add a message to its case. Only a verified writer, or whom we asked, fills in what is missing."""
    if event.case_id is None:
        raise LookupError("a rule added to a case, but there is none: its condition must ask for joins_case")
    case = cases.get(turn.conn, event.case_id)
    _log(turn, case, "added-to")
    turn.raise_attention(Level.NOW, Why.CONCERN_ADDED_TO, Role.SAFEGUARDING_LEAD, ("concern", case.id))
    given = event._fact.fields.call_logged_at is not None and case.call_logged_at is None and event.sure
    if turn.records_trust is Trust.VERIFIED:
        _fill_in(turn, case, event._fact)
    turn.change("concern.added_to", ("concern", case.id), event.fact_id)
    known, by_alerted = cases.get(turn.conn, case.id), hearing.answers_alert(turn, case)
    if new_harm := event._fact.fields.harm is not None and not by_alerted:
        alerting.begin(turn, known)
    yield ConcernAddedTo(
        call_time_given=given and known.call_logged_at is not None,
        new_harm=new_harm,
        by_alerted=by_alerted,
        answers=by_alerted and turn.reading is not None and any(f.fields.command for f in turn.reading.facts),
        **_of_case(turn, known),
    )


def release_escalation(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """An officer lets the report of this case go, if mode and directory allow it (promise 7)."""
    case = alerting.case_in(turn, event)
    if case.escalation_id is None:
        turn.change("mail.still_held", ("concern", case.id))
        return ()
    held = release(turn.scheme, turn.conn, case.escalation_id, _who(turn), turn.now)
    if held is None:
        cases.change(turn.conn, case.id, state=ConcernState.ESCALATED)
    _log(turn, case, "released" if held is None else "release-refused", case.escalation_id)
    turn.change("mail.released" if held is None else "mail.still_held", ("concern", case.id))
    return ()


def call_time_missing(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Some minutes after the question: has the time of the call come?"""
    case = cases.get(turn.conn, timer.subject[1])
    if case.state in cases.OPEN and case.call_logged_at is None:
        yield CallTimeMissing(**_of_case(turn, case))


def escalation_unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Hours after the escalation: has the outside team answered?"""
    case = cases.get(turn.conn, timer.subject[1])
    if case.state in (ConcernState.DRAFTED, ConcernState.ESCALATED):
        wait = turn.scheme.config.timers.escalation_unanswered_after
        turn.start_timer(timer.name, timer.subject, turn.now + wait)  # again, until they answer
        yield EscalationUnanswered(**_of_case(turn, case))


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """The values that letters about concerns may disclose."""
    if isinstance(event, ConcernReported):
        return {"numbers": numbers(turn), "emergency_first": True}
    if event.record is None or event.record[0] != CASE:
        return {}
    case = cases.get(turn.conn, event.record[1])
    known, trouble = alert_context(turn, case), directory_trouble(turn, case)
    if isinstance(event, EscalationDrafted):
        known |= {"draft_text": event._draft, "hold_reason": event._hold.value if event._hold else None}
        known |= {"directory_faults": trouble, "numbers": team_numbers(turn, case)}
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


def _moment(turn: Turn, written: datetime | None) -> datetime | None:
    """A local time that somebody wrote, as a moment of the scheme's zone."""
    return written.replace(tzinfo=turn.scheme.zone) if written and written.tzinfo is None else written


def _who(turn: Turn) -> str:
    return f"person {turn.sender.person.id}" if turn.sender.person else "nobody"


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
        call_logged_at=_moment(turn, fields.call_logged_at) if event.sure else None,
        call_wait_minutes=fields.call_wait_minutes,
        harm=fields.harm,
        action_requested=fields.action_requested,
        helpline=fields.helpline,
        words=turn.reading.text.newest or turn.reading.message.subject,
    )


def _fill_in(turn: Turn, case: Case, fact: Fact) -> None:
    """What the case did not know yet; nothing that it knows is overwritten."""
    fields = fact.fields
    if fact.sure and case.call_logged_at is None and fields.call_logged_at:
        cases.change(turn.conn, case.id, call_logged_at=_moment(turn, fields.call_logged_at))
        turn.stop_timer("call-time-missing", ("concern", case.id))
    if case.call_wait_minutes is None and fields.call_wait_minutes is not None:
        cases.change(turn.conn, case.id, call_wait_minutes=fields.call_wait_minutes)
    harm, action = case.harm or fields.harm, case.action_requested or fields.action_requested
    cases.set_texts(turn.conn, case.id, harm=harm, action_requested=action)


def _of_case(turn: Turn, case: Case) -> dict[str, Any]:
    match = next((m for m in turn.roll.matches if m.client_id == case.client_id), None)
    return {
        "pack": case.pack,
        "urgency": case.urgency,
        "asked_outside": case.asked_outside,
        "outside_allowed": pack_allows(turn, case.pack),
        "harm_known": bool(case.harm),
        "action_known": bool(case.action_requested),
        "escalated": case.escalation_id is not None,
        "call_logged_at": case.call_logged_at,
        "call_wait_minutes": case.call_wait_minutes,
        "concern_id": case.id,
        "reporter_id": case.reporter_id,
        "match_id": match.id if match else None,
    }


LEAF = Leaf(
    name="safeguarding",
    recognisers=(recognise,),
    events=(
        ConcernReported,
        ConcernOpened,
        ConcernAddedTo,
        CallTimeMissing,
        EscalationDrafted,
        EscalationUnanswered,
        *(ConcernUnacknowledged, ConcernAnswered, ConcernToldMore, ConcernPerhapsToldMore, ConcernUndelivered),
        CaseListDue,
    ),
    actions=(
        LeafAction("open_concern", NoParams, open_concern),
        LeafAction("add_to_concern", NoParams, add_to_concern),
        LeafAction("escalate", Escalate, escalate),
        LeafAction("release_escalation", NoParams, release_escalation),
        *following.ACTIONS,
    ),
    timers=(
        TimerSpec("call-time-missing", lambda t: t.call_time_chase_after, call_time_missing, clock="safety"),
        TimerSpec(
            "escalation-unanswered", lambda t: t.escalation_unanswered_after, escalation_unanswered, clock="safety"
        ),
        TimerSpec(UNACKNOWLEDGED, lambda _: timedelta(0), alerting.unacknowledged, clock="safety"),
        TimerSpec(following.CASE_LIST, lambda _: timedelta(weeks=1), following.case_list_due),
    ),
    hears={Kind.SAFEGUARDING_CONCERN: hear_concern},
    after_reading=hearing.after_reading,
    context=context,
    repeats={following.CASE_LIST: following.next_list},
)
