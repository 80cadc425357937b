"""The values that every event about a case carries."""

from typing import Any

from mailbot.workflows.contract import Turn
from mailbot.workflows.outside import pack_allows
from mailbot.workflows.safeguarding import reports
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.danger import own_death


def of_case(turn: Turn, case: Case) -> dict[str, Any]:
    """The fields of OfConcern as they are now."""
    match = next((m for m in turn.roll.matches if m.client_id == case.client_id), None)
    report = reports.report_of(turn.conn, case, turn.now)
    return {
        "pack": case.pack,
        "urgency": case.urgency,
        "own_death": own_death(turn, case),
        "asked_outside": case.asked_outside,
        "outside_allowed": pack_allows(turn, case.pack),
        "harm_known": bool(case.harm),
        "action_known": bool(case.action_requested),
        "escalated": report.left_at is not None,
        "left_without_call": report.left_without_call,
        "call_logged_at": case.call_logged_at,
        "call_wait_minutes": case.call_wait_minutes,
        "concern_id": case.id,
        "reporter_id": case.reporter_id,
        "match_id": match.id if match else None,
    }
