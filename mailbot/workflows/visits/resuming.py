"""A coordinator says "ask again": visits that rested are followed again, and what waits is looked at."""

from collections.abc import Iterable

from sqlalchemy import select

from mailbot.events import Event
from mailbot.workflows.contract import NoParams, Turn
from mailbot.workflows.pausing import Resumed
from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.holding import LOOK
from mailbot.workflows.visits.rhythm import count_anew
from mailbot.workflows.visits.silence import ASKED, BEFORE, before_due, reminder_due
from mailbot.workflows.visits.tables import VisitState, visits


def take_up_again(turn: Turn, event: Resumed, _: NoParams) -> Iterable[Event]:
    """What was planned meanwhile is asked about in its time; the interval counts from today."""
    kind, record_id = event.record or ("", 0)
    for match in turn.roll.running_matches:
        if (kind, record_id) not in (("match", match.id), ("person", match.visitor_id)):
            continue
        count_anew(turn.conn, match.id, turn.today)
        planned = select(visits.c.id).where(visits.c.match_id == match.id, visits.c.state == VisitState.PLANNED)
        for visit in [ledger.get(turn.conn, visit_id) for visit_id in turn.conn.scalars(planned).all()]:
            turn.start_timer(ASKED, ("visit", visit.id), reminder_due(turn.scheme, visit, turn.now))
            if before := before_due(turn.scheme, visit, turn.now):
                turn.start_timer(BEFORE, ("visit", visit.id), before)
        for visit in ledger.held_since(turn.conn, turn.today):
            if visit.match_id == match.id:
                turn.start_timer(LOOK, ("visit", visit.id), turn.now)
    return ()
