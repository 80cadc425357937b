"""What follows once a report has left: the supplement with the call's time, and the Red Flag report (C4, C5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mailbot.events import Event, Hold, Lane, Level, Trust
from mailbot.letters.letter import Letter
from mailbot.roll import Role
from mailbot.rulebook.rule import TemplateName
from mailbot.workflows.actions import ask_to_look
from mailbot.workflows.contract import Posting, Turn
from mailbot.workflows.matching import pack_value
from mailbot.workflows.outside import entries_of, hold_outside, pack_allows, strangers
from mailbot.workflows.safeguarding import cases, contacts, reports
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.deciding import outside_address
from mailbot.workflows.safeguarding.drafts import outside_context
from mailbot.workflows.safeguarding.escalate import RED_FLAG_OVER, EscalationDrafted, log
from mailbot.workflows.safeguarding.events import CallCorrected, OfConcern, RedFlagByPhone
from mailbot.workflows.safeguarding.reports import Report
from mailbot.workflows.safeguarding.sent import addressees
from mailbot.workflows.safeguarding.state import of_case
from mailbot.workflows.why import Why

RED_FLAG_TO = "red_flag_to"  # value of a pack: the directory entry for Red Flag reports


@dataclass(frozen=True, slots=True)
class Supplement:
    """The letter that brings the time of the call to whoever had the report without it."""

    template: TemplateName


@dataclass(frozen=True, slots=True)
class RedFlag:
    """The Red Flag report."""

    template: TemplateName


def supplement(turn: Turn, event: OfConcern, params: Supplement) -> Iterable[Event]:
    """The time of the call goes to everybody who had the report, in its thread, once."""
    case = cases.get(turn.conn, event.concern_id)
    report = reports.report_of(turn.conn, case, turn.now)
    if not report.left_without_call or report.supplement_id is not None or case.call_logged_at is None:
        return ()
    if case.escalation_id is None:
        return ()
    _to_whoever_had_it(turn, case, report, params.template, outside_context(turn, case, report))
    return ()


def correct_supplement(turn: Turn, event: CallCorrected, params: Supplement) -> Iterable[Event]:
    """A corrected time goes to everybody who had the report with the other one, in its thread."""
    case = cases.get(turn.conn, event.concern_id)
    report = reports.report_of(turn.conn, case, turn.now)
    told = report.left_at and (not report.left_without_call or report.supplement_id is not None)
    if told and case.escalation_id is not None:
        known = dict(outside_context(turn, case, report)) | {"call_was": event.call_was.astimezone(turn.scheme.zone)}
        _to_whoever_had_it(turn, case, report, params.template, known)
    return ()


def _to_whoever_had_it(
    turn: Turn, case: Case, report: Report, template: TemplateName, context: Mapping[str, object]
) -> None:
    if case.escalation_id is None:
        return
    to, cc = addressees(turn.conn, case.escalation_id)
    known = report.call_trust is Trust.VERIFIED
    every = [each.email for each in (*to, *cc)]
    hold = hold_outside(turn, entries_of(turn.scheme, every), asked=known)
    letter = Letter(
        template=template,
        to=to,
        cc=cc,
        context=context,
        subject_record=("concern", case.id),
        follows=case.escalation_id,
        lane=Lane.CONCERN,
    )
    hold = Hold.DIRECTORY if strangers(turn.scheme, turn.conn, every) else hold
    if hold or turn.scheme.hold_by_mode(every):
        ask_to_look(turn, Level.NOW, Why.ESCALATION_NOT_POSSIBLE, Role.SAFEGUARDING_LEAD, ("concern", case.id))
    turn.post(Posting(letter, hold, (), on_queued=lambda number: _supplemented(turn, case, number)))


def red_flag(turn: Turn, event: OfConcern | EscalationDrafted, params: RedFlag) -> Iterable[Event]:
    """More than the pack's minutes to get through: a report of its own once the other has left; exactly as many is

    not more. Where no usable address is known, the lead is told at once to make it by phone.
    """
    case = cases.get(turn.conn, event.concern_id)
    report = reports.report_of(turn.conn, case, turn.now)
    if not is_red_flag(turn, case, report) or report.red_flag_id or report.red_flag_told_at:
        return
    entry = _entry(turn, case)
    if entry is None or contacts.usable(turn, entry) is not None:
        reports.change(turn.conn, case.id, red_flag_told_at=turn.now)
        yield RedFlagByPhone(**of_case(turn, case))
    elif report.left_at:
        letter = Letter(
            template=params.template,
            to=(outside_address(turn, entry),),
            context=outside_context(turn, case, report),
            subject_record=("concern", case.id),
            lane=Lane.CONCERN,
        )
        hold = None if turn.timer or _may_say(turn, report) else Hold.NEEDS_RELEASE
        if hold or turn.scheme.hold_by_mode((letter.to[0].email,)):
            yield RedFlagByPhone(**of_case(turn, case))
        turn.post(Posting(letter, hold, (entry,), on_queued=lambda number: _flagged(turn, case, number)))


def is_red_flag(turn: Turn, case: Case, report: Report) -> bool:
    """Whether it took longer than the pack's limit, in whole minutes or in words (C5)."""
    limit = pack_value(turn, case.pack, RED_FLAG_OVER) if pack_allows(turn, case.pack) else None
    if limit is None or case.call_wait_minutes is None:
        return False
    return case.call_wait_minutes > limit or (case.call_wait_minutes == limit and report.wait_over)


def _entry(turn: Turn, case: Case) -> str | None:
    named = pack_value(turn, case.pack, RED_FLAG_TO)
    return named if isinstance(named, str) and turn.scheme.config.directory.get(named) is not None else None


def _may_say(turn: Turn, report: Report) -> bool:
    """Whether this turn's message, surely its writer's, is an officer's, or of a report that was asked for."""
    person = turn.sender.person if turn.reading else None
    if person is None or turn.sender.trust is not Trust.VERIFIED:
        return False
    return person.is_officer or report.asked_at is not None


def _supplemented(turn: Turn, case: Case, outbox_id: int) -> None:
    reports.change(turn.conn, case.id, supplement_id=outbox_id)
    log(turn, case, "supplement-written", outbox_id)


def _flagged(turn: Turn, case: Case, outbox_id: int) -> None:
    reports.change(turn.conn, case.id, red_flag_id=outbox_id)
    log(turn, case, "red-flag-written", outbox_id)
