"""What may leave of a case: the row that says who asked for it, what changed since, and what has left."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from mailbot.events import Trust, Urgency
from mailbot.store import outbox
from mailbot.store.outbox import OutState
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.tables import ConcernState, concern_reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The report of one case; moments are UTC. `worded_at`: when harm or action changed last; `draft_is_old`: more is

    known than the draft says. `asked_at`: since when a verified reporter wants it sent. `call_trust`: how far we know
    who gave the time of the call.
    """

    concern_id: int
    by_form: bool
    asked_at: datetime | None
    worded_at: datetime
    call_trust: Trust | None
    draft_is_old: bool = False
    wait_over: bool = False
    left_at: datetime | None = None
    left_without_call: bool = False
    declined_at: datetime | None = None
    supplement_id: int | None = None
    red_flag_id: int | None = None
    red_flag_told_at: datetime | None = None
    head_id: int | None = None


_REPORT = select(concern_reports).where(concern_reports.c.concern_id == bindparam("case"))


def report_of(conn: Connection, case: Case, now: datetime) -> Report:
    """The report of that case; begun with what the case was opened with."""
    row = conn.execute(_REPORT, {"case": case.id}).one_or_none()
    if row is None:
        ours = case.reporter_id is not None and case.reporter_trust is Trust.VERIFIED
        asked = case.asked_outside and ours
        left = case.state in (ConcernState.ESCALATED, ConcernState.ANSWERED)  # a case from before there were reports
        begun = Report(
            concern_id=case.id,
            by_form=asked,
            asked_at=now if asked else None,
            worded_at=now,
            call_trust=case.reporter_trust if case.call_logged_at else None,
            left_at=now if left else None,
        )
        conn.execute(insert(concern_reports).values(asdict(begun)))
        return begun
    values = row._asdict()
    return Report(**values | {"call_trust": Trust(row.call_trust) if row.call_trust else None})


def change(conn: Connection, case_id: int, **values: object) -> None:
    """Set values of the row."""
    conn.execute(update(concern_reports).where(concern_reports.c.concern_id == case_id).values(values))


def needs_call(case: Case) -> bool:
    """Whether the report still lacks the exact time of the call; what is not urgent needs none (C4, C6)."""
    return case.call_logged_at is None and case.urgency is not Urgency.NON_URGENT


def may_leave_alone(case: Case, report: Report) -> bool:
    """Whether it leaves without an officer: a verified reporter asked for it, and nothing is missing (C2, C4)."""
    stated = bool(case.harm and case.action_requested)
    known = case.call_logged_at is None or report.call_trust is Trust.VERIFIED
    return report.asked_at is not None and stated and not needs_call(case) and known


def is_held(conn: Connection, outbox_id: int | None) -> bool:
    """Whether that mail waits for a person."""
    mail = outbox.get(conn, outbox_id) if outbox_id is not None else None
    return mail is not None and mail.state is OutState.HELD
