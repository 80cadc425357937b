"""What goes on after a match has begun: the coordinator is in touch at intervals, and the person visited can reach a

new backup (L11, S9). Both are tasks, chased until somebody says done. A running timer holds the interval; it begins
when mailbot first sees the match, and again whenever the task is done.
"""

from collections.abc import Iterable
from datetime import timedelta

from mailbot.events import Event
from mailbot.roll import Match
from mailbot.store import attention, timers
from mailbot.store.timers import Timer
from mailbot.workflows.beginnings.events import BackupChanged, ContactDue
from mailbot.workflows.beginnings.standing import wanted
from mailbot.workflows.contract import Turn
from mailbot.workflows.matching import pack_name, pack_value
from mailbot.workflows.pausing import is_paused
from mailbot.workflows.why import Why

DUE, NEW_BACKUP = "contact-due", "backup-changed"
EVERY = "contact_every_days"  # value of a pack: how often the coordinator contacts visitor and person visited (L11)
_REACHES_BACKUP = "backup's contact details"  # how a pack's checklist names it (S9); one without it does not want it


def expect_contacts(turn: Turn) -> None:
    """Each morning: every match whose pack wants it has its interval running, or its task open."""
    waiting = timers.all_running(turn.conn, DUE, "match")
    for match in turn.roll.running_matches:
        if match.id in waiting or not _every(turn, match):
            continue
        if not attention.open_item(turn.conn, Why.CONTACT_DUE, ("match", match.id)):
            wait_for_contact(turn, match)


def wait_for_contact(turn: Turn, match: Match) -> None:
    """The next contact is due one interval from now, in working hours."""
    if days := _every(turn, match):
        due_at = turn.scheme.office.next_open(turn.now + timedelta(days=days))
        turn.start_timer(DUE, ("match", match.id), due_at)


def contact_due(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The interval is over; nothing is asked of a match that ended, or that rests."""
    match = _running(turn, timer)
    if match and _every(turn, match) and not is_paused(turn, match):
        yield ContactDue(pack=pack_name(turn, match), match_id=match.id)


def backup_changed(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The roll names another backup than before; only where the pack's checklist asks that they can be reached."""
    match = _running(turn, timer)
    if match is None or match.backup_id is None:
        return
    if any(_REACHES_BACKUP in each for each in wanted(turn, match).checklist):
        yield BackupChanged(pack=pack_name(turn, match), match_id=match.id)


def _running(turn: Turn, timer: Timer) -> Match | None:
    return next((match for match in turn.roll.running_matches if match.id == timer.subject[1]), None)


def _every(turn: Turn, match: Match) -> int:
    return int(pack_value(turn, pack_name(turn, match), EVERY) or 0)
