"""What a further message brings to an open case: only what is missing, and only from those who may say it."""

from datetime import datetime

from mailbot.events import Fact, Trust
from mailbot.workflows.contract import Turn
from mailbot.workflows.safeguarding import cases, reports
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.escalate import notice_left
from mailbot.workflows.safeguarding.reports import Report


def fill_in(turn: Turn, case: Case, fact: Fact) -> None:
    """What the case did not know yet; nothing that it knows is overwritten, but by the reporter's own form."""
    notice_left(turn, case)
    report = reports.report_of(turn.conn, case, turn.now)
    fields = fact.fields
    if fact.sure and case.call_logged_at is None and fields.call_logged_at:
        cases.change(turn.conn, case.id, call_logged_at=moment(turn, fields.call_logged_at))
        reports.change(turn.conn, case.id, call_trust=turn.sender.trust, draft_is_old=True)
    if case.call_wait_minutes is None and fields.call_wait_minutes is not None:
        cases.change(turn.conn, case.id, call_wait_minutes=fields.call_wait_minutes)
        reports.change(turn.conn, case.id, draft_is_old=True)
    if _may_word(turn, case, report):
        _words(turn, case, report, fact)


def moment(turn: Turn, written: datetime | None) -> datetime | None:
    """A local time that somebody wrote, as a moment of the scheme's zone."""
    return written.replace(tzinfo=turn.scheme.zone) if written and written.tzinfo is None else written


def _may_word(turn: Turn, case: Case, report: Report) -> bool:
    """Only the reporter words the report, so that no officer's note goes outside; once they asked, surely they."""
    person = turn.sender.person
    if person is None or person.id != case.reporter_id or report.left_at:
        return False
    return turn.sender.trust is Trust.VERIFIED or report.asked_at is None


def _words(turn: Turn, case: Case, report: Report, fact: Fact) -> None:
    form = bool(fact.fields.asked_outside) and turn.sender.trust is Trust.VERIFIED
    given = (fact.fields.harm, fact.fields.action_requested)
    harm, action = (given[0] or case.harm, given[1] or case.action_requested) if form else _missing(case, *given)
    if form and not report.by_form:
        reports.change(turn.conn, case.id, by_form=True, asked_at=report.asked_at or turn.now)
        cases.change(turn.conn, case.id, asked_outside=True)
    if (harm, action) != (case.harm, case.action_requested):
        cases.set_texts(turn.conn, case.id, harm=harm, action_requested=action)
        reports.change(turn.conn, case.id, worded_at=turn.now, draft_is_old=True)


def _missing(case: Case, harm: str | None, action: str | None) -> tuple[str | None, str | None]:
    return case.harm or harm, case.action_requested or action
