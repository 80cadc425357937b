"""The only place that asks what time it is, and the two clocks: safety (always) and office (working hours)."""

import time as _time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

import holidays


class Clock(Protocol):
    """Tells the time; tests, `explain`, demo and simulation bring their own."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """Stands still until it is moved. `at` is UTC."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def move_to(self, at: datetime) -> None:
        self.at = at.astimezone(UTC)

    def move_by(self, delta: timedelta) -> None:
        self.at += delta


@dataclass(frozen=True)
class Deadline:
    """Seconds left of a network step, on the monotonic clock, so that a changed wall clock cannot stretch it."""

    ends: float
    monotonic: Callable[[], float] = field(default=_time.monotonic, repr=False)

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        return cls(_time.monotonic() + seconds)

    def left(self) -> float:
        return max(0.0, self.ends - self.monotonic())


@dataclass(frozen=True)
class OfficeHours:
    """When administration may be sent: local hours on working days (promise 11).

    `weekdays` counts Monday as 0. Bank holidays are those of England unless `region` says otherwise; None: no day
    is one.
    """

    zone: ZoneInfo
    opens: time = time(9, 0)
    closes: time = time(17, 30)
    weekdays: frozenset[int] = frozenset(range(5))
    region: str | None = "ENG"

    def is_working_day(self, day: date) -> bool:
        holiday = self.region is not None and day in _bank_holidays(self.region, day.year)
        return day.weekday() in self.weekdays and not holiday

    def is_open(self, at: datetime) -> bool:
        local = at.astimezone(self.zone)
        return self.is_working_day(local.date()) and self.opens <= local.time() < self.closes

    def next_open(self, at: datetime) -> datetime:
        """`at` itself if the office is open then, else the next opening; in UTC."""
        if self.is_open(at):
            return at
        local = at.astimezone(self.zone)
        day = local.date() if local.time() < self.opens else local.date() + timedelta(days=1)
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return self.at(day, self.opens)

    def last_open(self, at: datetime) -> datetime:
        """`at` itself if the office is open then, else the opening of the last working day that began before; UTC."""
        if self.is_open(at):
            return at
        local = at.astimezone(self.zone)
        day = local.date() if local.time() >= self.closes else local.date() - timedelta(days=1)
        while not self.is_working_day(day):
            day -= timedelta(days=1)
        return self.at(day, self.opens)

    def next_at(self, when: time, after: datetime) -> datetime:
        """The first moment after `after` at which it is `when`, local, on a working day; in UTC."""
        day = after.astimezone(self.zone).date()
        while not self.is_working_day(day) or self.at(day, when) <= after:
            day += timedelta(days=1)
        return self.at(day, when)

    def working_day_before(self, day: date, number: int = 1) -> date:
        """That many working days before; the day itself does not count."""
        while number:
            day -= timedelta(days=1)
            number -= self.is_working_day(day)
        return day

    def at(self, day: date, when: time) -> datetime:
        """That local day and time, in UTC. An hour that the clock change skips means the moment after it."""
        return datetime.combine(day, when, self.zone).astimezone(UTC)


@lru_cache(maxsize=64)
def _bank_holidays(region: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv=region, years=year))
