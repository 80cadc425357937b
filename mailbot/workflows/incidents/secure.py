"""How long a child has been in a secure unit: after 72 hours a referral is due at once (P4).

Counted only from a day and an hour that the message gives; nothing is guessed, and an officer decides.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from mailbot.events import Event
from mailbot.expressions import lazy
from mailbot.reading.understand import when_written
from mailbot.reading.words.dates import Direction, find_dates
from mailbot.reading.words.times import find_times
from mailbot.store import attention
from mailbot.store.timers import Timer
from mailbot.workflows.contract import NoParams, Turn
from mailbot.workflows.incidents.events import HoursOver, OfBoundary
from mailbot.workflows.why import Why

HOURS = timedelta(hours=72)
HOURS_OVER = "secure-hours-over"
_NOT_SURE = lazy(
    r"\?|\b(?:if|might|(?-i:may)|perhaps|maybe|possibly|probably|think|was|were|going to|will|until|till|before|not"
    r"|no longer|left|released|out of)\b(?! (?:taken|moved|put|placed|sent|admitted|brought))|n['’]t\b",
    re.IGNORECASE,
)


def hours_end(turn: Turn, sentence: str) -> datetime | None:
    """When the 72 hours are over, UTC: of one sure day and one exact time that have passed; else None."""
    reading = turn.reading
    if reading is None or _NOT_SURE.search(sentence):
        return None
    written = when_written(reading.message.date, turn.now, turn.scheme.zone)
    days, times = find_dates(sentence, written.at.date(), Direction.PAST), find_times(sentence)
    if len(days) != 1 or len(times) != 1 or not (days[0].sure and times[0].sure and times[0].exact):
        return None
    relative = not any(c.isdigit() for c in sentence[days[0].span.start : days[0].span.end])
    day, hour = days[0].day, times[0].at
    if day is None or hour is None or (relative and not written.sure):
        return None
    since = datetime.combine(day, hour, turn.scheme.zone)
    return since + HOURS if since <= turn.now else None


def watch_hours(turn: Turn, event: OfBoundary, _: NoParams) -> Iterable[Event]:
    """Ask again when the hours are over, day or night; at once if they are over already.

    The timer's own time is that moment, as the letter says it.
    """
    if event.hours_end_at is not None and turn.inbox_id is not None:
        turn.start_timer(HOURS_OVER, ("message", turn.inbox_id), event.hours_end_at)
    return ()


def hours_over(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The 72 hours are over: is the referral still open?"""
    if attention.open_item(turn.conn, Why.SECURE_REFERRAL, timer.subject) is not None:
        yield HoursOver(message_id=timer.subject[1], hours_end_at=timer.due_at)
