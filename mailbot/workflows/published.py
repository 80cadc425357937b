"""What one leaf lets the others read of its records: plain values, never its tables."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import Connection

from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.tables import VisitState


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """A visit that is planned and of which nothing has been heard; day and time are local."""

    id: int
    match_id: int
    visitor_id: int
    day: date
    at: time | None


def planned_visit(conn: Connection, visit_id: int) -> PlannedVisit | None:
    """That visit, if it still is planned."""
    visit = ledger.get(conn, visit_id)
    if visit.state is not VisitState.PLANNED:
        return None
    return PlannedVisit(visit.id, visit.match_id, visit.visitor_id, visit.day, visit.at)
