"""The report to outside teams, as the leaf registers it: events, actions, timers, and what its letters may say."""

from collections.abc import Mapping
from datetime import timedelta

from mailbot.events import Event
from mailbot.workflows.contract import LeafAction, NoParams, TimerSpec, Turn
from mailbot.workflows.safeguarding import cases, chasing, deciding, events, grounds, left, permissions, reports
from mailbot.workflows.safeguarding.contacts import concerned, outside_contacts, outside_numbers
from mailbot.workflows.safeguarding.drafts import draft_text, wait_words
from mailbot.workflows.safeguarding.escalate import DRAFT_WAITS, FORM_LEAVES, EscalationDrafted, chased_from
from mailbot.workflows.safeguarding.words import numbers

REPORT_EVENTS: tuple[type[Event], ...] = (
    *(events.ReportWaits, events.FormWaited, events.ReportConfirmed, events.ReportNotConfirmed),
    *(events.ConfirmedAfterDecline, events.CallCorrected, events.CallPerhapsCorrected),
    *(
        events.ReleaseWanted,
        events.DraftChanged,
        events.NotSent,
        events.AnswerNoted,
        events.RedFlagByPhone,
        events.GroundUnanswered,
    ),
)
REPORT_ACTIONS = (
    LeafAction("ask_reporter", chasing.AskReporter, chasing.ask_reporter),
    LeafAction("confirm_report", NoParams, deciding.confirm_report),
    LeafAction("release_escalation", NoParams, deciding.release_escalation),
    LeafAction("decline_report", NoParams, deciding.decline_report),
    LeafAction("send_to_head", deciding.SendOne, deciding.send_to_head),
    LeafAction("supplement", left.Supplement, left.supplement),
    LeafAction("correct_supplement", left.Supplement, left.correct_supplement),
    LeafAction("red_flag", left.RedFlag, left.red_flag),
    LeafAction("ask_ground", grounds.AskGround, grounds.ask_ground),
    LeafAction("ask_ground_again", grounds.AskGround, grounds.ask_ground_again),
    LeafAction("record_ground", NoParams, grounds.record_ground),
    LeafAction("give_name", deciding.SendOne, permissions.give_name),
    LeafAction("note_consent", NoParams, permissions.note_consent),
    LeafAction("end_consent", NoParams, permissions.end_consent),
    LeafAction("share_report", deciding.SendOne, permissions.share),
)
REPORT_TIMERS = (
    TimerSpec(
        DRAFT_WAITS, lambda t: t.call_time_chase_after, chasing.report_waits, clock="safety", counts_from=chased_from
    ),
    TimerSpec(FORM_LEAVES, lambda t: t.form_leaves_after, chasing.form_waited, clock="safety"),
    TimerSpec(grounds.GROUND_UNANSWERED, lambda t: timedelta(days=1), grounds.ground_unanswered),
)


def more_values(turn: Turn, event: events.OfConcern | EscalationDrafted) -> Mapping[str, object]:
    """The values that letters about a report have beside those of its case."""
    case = cases.get(turn.conn, event.concern_id)
    report = reports.report_of(turn.conn, case, turn.now)
    known: dict[str, object] = {
        "outside_contacts": outside_contacts(turn, case),
        "wait_words": wait_words(turn, case, report),
        "numbers": (*outside_numbers(turn, case), *numbers(turn)),
        "draft_text": draft_text(turn, case, report, chasing.REPORT) if case.harm else None,
    }
    if isinstance(event, EscalationDrafted):
        outside = concerned(turn, case)
        known["hold_reason"] = event._hold.value if event._hold else None
        known["unmended"] = deciding.unmended(turn, event._hold, outside)
    if isinstance(event, events.NotSent):
        known |= {"hold_reason": event._why, "unmended": event._unmended}
    if isinstance(event, events.AnswerNoted):
        known["done_list"] = (event._done,)
    return known
