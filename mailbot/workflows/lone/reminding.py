"""Where the pack wants it: whoever's planned visit has begun without a word is asked to write (L23)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from mailbot.events import Event
from mailbot.store.timers import Timer
from mailbot.workflows.contract import NoParams, Turn
from mailbot.workflows.lone import watches
from mailbot.workflows.lone.events import NotSetOff
from mailbot.workflows.matching import pack_name, pack_value
from mailbot.workflows.published import PlannedVisit, planned_visit

NOT_SET_OFF = "lone-not-set-off"
REMINDED = "lone_reminder"  # the pack's value: "reminder to write before going in alone"
_STALE = timedelta(hours=2)  # a reminder that comes later than this helps nobody


def expect_setting_off(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """A visit is planned for a day and an hour: look again when it has begun."""
    visit_id = getattr(event, "visit_id", None)
    if visit_id is None or pack_value(turn, event.pack, REMINDED) is not True:
        return ()
    visit = planned_visit(turn.conn, visit_id)
    if visit and visit.at and (due_at := _due_at(turn, visit)) > turn.now:
        turn.start_timer(NOT_SET_OFF, ("visit", visit_id), due_at)
    return ()


def not_set_off(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Nothing has come, and the visit still stands as it was planned."""
    visit = planned_visit(turn.conn, timer.subject[1])
    if visit is None or visit.at is None:
        return
    due_at = _due_at(turn, visit)
    if due_at > turn.now:  # it was moved to later
        turn.start_timer(NOT_SET_OFF, timer.subject, due_at)
    elif turn.now - due_at < _STALE and not watches.any_since(
        turn.conn, visit.visitor_id, due_at - timedelta(hours=4)
    ):
        match = turn.roll.match(visit.match_id)
        yield NotSetOff(pack=pack_name(turn, match), visit_id=visit.id, match_id=visit.match_id)


def _due_at(turn: Turn, visit: PlannedVisit) -> datetime:
    assert visit.at is not None  # asked before
    return turn.scheme.office.at(visit.day, visit.at) + turn.scheme.config.lone.reminder_after
