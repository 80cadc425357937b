"""What letters about visits may disclose."""

from collections.abc import Mapping

from mailbot.events import Event
from mailbot.workflows.contract import Turn
from mailbot.workflows.published import meetings_to_come
from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.events import OfVisit, PlanReported, VisitReported
from mailbot.workflows.visits.lookup import about_visit
from mailbot.workflows.visits.rhythm_events import OfMatch
from mailbot.workflows.visits.welcome import WelcomeDue


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """The values that letters about visits, and about the next one, may disclose."""
    if isinstance(event, VisitReported | PlanReported):
        match, day = turn.roll.match(event.match_id), event._day
        client = turn.roll.client(match.client_id) if match else None
        return {"client_ref": client.ref if client else None, "visit_date": day, "next_visit_date": day}
    if isinstance(event, OfMatch):
        return _of_match(turn, event.match_id) | {"next_visit_date": event._due}
    if isinstance(event, WelcomeDue):
        roles = turn.roll.person(event.person_id).roles
        return {"coming_meetings": meetings_to_come(turn.conn, roles, turn.today)}
    if not isinstance(event, OfVisit):
        return {}
    return about_visit(turn, ledger.get(turn.conn, event.visit_id))


def _of_match(turn: Turn, match_id: int) -> dict[str, object]:
    match = turn.roll.match(match_id)
    if match is None:
        raise LookupError("the match is gone")
    return {
        "client_ref": turn.roll.client(match.client_id).ref,
        "visitor_first_name": turn.roll.person(match.visitor_id).first_name,
    }
