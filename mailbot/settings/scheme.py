"""The settings that a coordinator knows best: the scheme, its hours, limits and timers."""

from datetime import time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationInfo, field_validator

from mailbot.clock import OfficeHours
from mailbot.events import Trust
from mailbot.settings.servers import Section
from mailbot.settings.values import (
    Address,
    ClockTime,
    Count,
    DurationText,
    Line,
    PackName,
    Phone,
    Pounds,
    ZoneName,
)

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEK: tuple[Weekday, ...] = get_args(Weekday)


class Mode(StrEnum):
    """Whom mail may reach (promise 7): nobody, the team list, everybody on roll and directory."""

    TEST = "test"
    TEAM = "team"
    LIVE = "live"


class SchemeSettings(Section):
    """`[scheme]`: who we are, and whom mail may reach."""

    name: Line
    packs: tuple[PackName, ...]
    mode: Mode = Mode.TEST
    team: tuple[Address, ...] = Field(default=(), validate_default=True)
    time_zone: ZoneName = "Europe/London"
    phone: Phone
    emergency_note: Line | None = None
    helpline_name: Line | None = None
    helpline_phone: Phone | None = None
    private_address: Address | None = None

    @property
    def zone(self) -> ZoneInfo:
        """The zone of all local dates and times."""
        return ZoneInfo(self.time_zone)

    def is_on_team(self, address: str) -> bool:
        """Whether mail may go there in team mode; capital letters do not matter."""
        return address.casefold() in {each.casefold() for each in self.team}

    @field_validator("packs")
    @classmethod
    def _at_least_one(cls, packs: tuple[str, ...]) -> tuple[str, ...]:
        if not packs or len(set(packs)) < len(packs):
            raise ValueError('must name at least one pack, such as ["prison-visiting"], and none twice')
        return packs

    @field_validator("team")
    @classmethod
    def _somebody_in_team_mode(cls, team: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if info.data.get("mode") is Mode.TEAM and not team:
            raise ValueError('must name at least one address while mode is "team"')
        return team


class Hours(Section):
    """`[hours]`: when administration is sent, in local time; safety runs day and night (promise 11)."""

    opens: ClockTime = time(9)
    closes: ClockTime = Field(default=time(17, 30), validate_default=True)
    days: tuple[Weekday, ...] = WEEK[:5]
    region: Literal["ENG", "NIR", "SCT", "WLS"] = "ENG"
    open_on_bank_holidays: bool = False
    digest_at: ClockTime = time(8, 30)

    @field_validator("closes")
    @classmethod
    def _after_opening(cls, closes: ClockTime, info: ValidationInfo) -> ClockTime:
        if "opens" in info.data and closes <= info.data["opens"]:
            raise ValueError("must be later than hours.opens")
        return closes

    @field_validator("days")
    @classmethod
    def _at_least_one(cls, days: tuple[str, ...]) -> tuple[str, ...]:
        if not days:
            raise ValueError('must name at least one day, such as ["mon"]')
        return days

    def office(self, zone: ZoneInfo) -> OfficeHours:
        """The same as the office clock takes it."""
        weekdays = frozenset(WEEK.index(day) for day in self.days)
        region = None if self.open_on_bank_holidays else self.region
        return OfficeHours(zone, self.opens, self.closes, weekdays, region)


class Limits(Section):
    """`[limits]`: where a person takes over. Mail over a cap is held and said, never dropped (promise 4)."""

    claim_pounds: Pounds = Decimal("15.00")
    mails_per_address_per_day: Count = 20
    mails_per_day: Count = 500
    volunteer_mails_per_day: Count = 1
    volunteer_mails_per_week: Count = 3
    tries: Count = 3

    @property
    def claim_pence(self) -> int:
        """A claim over this many pence waits for a coordinator."""
        return int(self.claim_pounds * 100)


class Timers(Section):
    """`[timers]`: how long each silence may last before it is noticed (promise 10)."""

    visit_before: DurationText = timedelta(days=1)
    plan_nudge_before: DurationText = timedelta(days=4)
    visit_reminder_after: DurationText = timedelta(days=1)
    visit_unanswered_after: DurationText = timedelta(days=3)
    replacement_unanswered_after: DurationText = timedelta(days=3)
    escalation_unanswered_after: DurationText = timedelta(hours=4)
    call_time_chase_after: DurationText = timedelta(minutes=5)
    form_leaves_after: DurationText = timedelta(minutes=15)
    told_asked_after: DurationText = timedelta(hours=2)
    told_unanswered_after: DurationText = timedelta(days=1)
    offer_unanswered_after: DurationText = timedelta(days=2)
    task_chase_after: DurationText = timedelta(days=1)
    meeting_shown_before: DurationText = timedelta(weeks=3)
    clearance_warned_before: DurationText = timedelta(days=30)
    token_expires_after: DurationText = timedelta(days=60)


class TrustSettings(Section):
    """`[trust]`: how far a sender has to be known. Anybody may raise a concern; commands always need all of it."""

    records: Trust = Trust.VERIFIED
    money: Trust = Trust.VERIFIED

    @field_validator("records", "money")
    @classmethod
    def _never_failed(cls, trust: Trust) -> Trust:
        if trust is Trust.FAILED:
            raise ValueError('must be "verified" or "unverified": who failed the check changes nothing')
        return trust
