"""Who is told of a worry, when they are told again, and the weekly list of what is open."""

from datetime import time, timedelta
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator

from mailbot.roll import Role
from mailbot.settings.scheme import Weekday
from mailbot.settings.servers import Section
from mailbot.settings.values import ClockTime, DurationText, RoleName


def _somebody(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    if not roles or len(set(roles)) < len(roles):
        raise ValueError('must name at least one role, such as ["safeguarding_lead"], and none twice')
    return roles


def _rising(waits: tuple[timedelta, ...]) -> tuple[timedelta, ...]:
    if not waits or any(later <= earlier for earlier, later in pairwise(waits)):
        raise ValueError('must be waits that grow, such as ["15 minutes", "30 minutes", "1 hour"]')
    return waits


class Alert(Section):
    """The chain of a worry; it runs day and night until somebody acknowledges (promise 10).

    `chain`: whom it goes to, one role after the other; a pack may put another first (`alert_first`). `steps`: when
    the next is told as well, counted from the worry; behind the last everybody is told again each `again_every`.
    `reporter_told_after`: when its reporter hears that nobody has it yet. `read_day_and_night`: roles whose people
    read their mail outside office hours too. `weekly_list_on`, `weekly_list_at`: when the lead gets the list of open
    cases, in local time.
    """

    chain: Annotated[tuple[RoleName, ...], AfterValidator(_somebody)] = (
        Role.SAFEGUARDING_LEAD,
        Role.COORDINATOR,
        Role.OUT_OF_HOURS,
        Role.CHAIR,
    )
    steps: Annotated[tuple[DurationText, ...], AfterValidator(_rising)] = (
        timedelta(minutes=15),
        timedelta(minutes=30),
        timedelta(hours=1),
    )
    again_every: DurationText = timedelta(hours=1)
    reporter_told_after: DurationText = timedelta(minutes=15)
    read_day_and_night: tuple[RoleName, ...] = (Role.OUT_OF_HOURS,)
    weekly_list_on: Weekday = "mon"
    weekly_list_at: ClockTime = time(9, 0)
