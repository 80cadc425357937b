"""Dates as the British write them, found in a text and resolved against a local day. Day comes before month.

A date that does not exist, or that could be another, is found with `sure` False; nothing is ever guessed
silently (promise 5). The expressions are our own: date libraries take "may", "sat" and "we" for dates.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from mailbot.events import Span

_MONTHS_LIST = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = _MONTHS_LIST.split()
_WEEKDAYS_LIST = "mon tue wed thu fri sat sun"
_WEEKDAYS = _WEEKDAYS_LIST.split()
_NUMBERS_LIST = "one two three four five six seven eight nine ten"
_NUMBERS = {w: n for n, w in enumerate(_NUMBERS_LIST.split(), 1)} | {"a": 1}

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?P<ordinal>st|nd|rd|th)?"
_AHEAD = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?"
_YEAR = r"(?:,?\s+(?P<year>20\d\d)\b)?"
_NO_VERB = r"(?!(?:sat|sun|wed|mon)\b)"  # "I sat with him", "in the sun"
_NOT_AN_ORDINAL = (
    r"(?!\s+(?:time|floor|birthday|visit|class|person|one|hour|year|wing|door|round|half|place|of\s+all|week|day"
    r"|attempt|call|bus|house|flat|room|session|meeting|team|cell|landing|form|grade))"
)


class Direction(Enum):
    """Which way a bare weekday or day of the month is looked for from today."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text. `day` is local, None if it does not exist. `sure` False: ask before relying on it."""

    day: date | None
    span: Span
    sure: bool = True


_Read = Callable[["re.Match[str]", date, Direction], tuple[date | None, bool]]


def find_dates(text: str, today: date, direction: Direction = Direction.PAST) -> tuple[FoundDate, ...]:
    """All dates of a text in order, without overlaps; relative ones count from `today`, the writer's day."""
    found: list[FoundDate] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if not any(match.start() < f.span.end and f.span.start < match.end() for f in found):
                day, sure = read(match, today, direction)
                found.append(FoundDate(day, Span(*match.span()), sure and day is not None))
    return tuple(sorted(found, key=lambda f: f.span.start))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday_agrees(match: "re.Match[str]", day: date | None) -> bool:
    said = match.groupdict().get("weekday")
    return day is None or not said or _WEEKDAYS.index(said[:3].lower()) == day.weekday()


def _read_iso(match: "re.Match[str]", _today: date, _direction: Direction) -> tuple[date | None, bool]:
    return _made(int(match["year"]), int(match["m"]), int(match["day"])), True


def _read_numeric(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool]:
    day, month, year = int(match["day"]), int(match["m"]), match["year"]
    if year is None:
        found = _nearest_year(day, month, today, direction)
        return found, found is not None and _fits(found, today, direction) and not _is_score(match)
    found = _made(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return found, found is not None and abs((found - today).days) < 800 and _weekday_agrees(match, found)


def _is_score(match: "re.Match[str]") -> bool:
    """9/10 may be praise, 24/7 always is, and 1/2 is a half."""
    return match["m"] == "10" or (
        match.group() in {"24/7", "1/2", "1/3", "2/3", "1/4", "3/4"} and match["lead"] is None
    )


def _read_worded(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool]:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    if match["year"]:
        found = _made(int(match["year"]), month, int(match["day"]))
        return found, _weekday_agrees(match, found)
    found = _nearest_year(int(match["day"]), month, today, direction)
    return found, found is not None and _fits(found, today, direction) and _weekday_agrees(match, found)


def _fits(found: date, today: date, direction: Direction) -> bool:
    """A day without its year is sure only where it lies on the side that is spoken of, and near."""
    away = (found - today).days
    return -200 <= away <= 0 if direction is Direction.PAST else 0 <= away <= 200


def _nearest_year(day: int, month: int, today: date, direction: Direction) -> date | None:
    """That day in the nearest year; of days to come, one that is two months gone means next year's."""
    oldest = -60 if direction is Direction.FUTURE else -400
    tries = [_made(today.year + shift, month, day) for shift in (-1, 0, 1)]
    real = [d for d in tries if d is not None and (d - today).days >= oldest]
    return min(real, key=lambda d: abs((d - today).days), default=None)


def _read_day_of_month(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool]:
    found = _nearest_day(int(match["day"]), today, direction)
    return found, found is not None and _weekday_agrees(match, found)


def _nearest_day(day: int, today: date, direction: Direction) -> date | None:
    step = -1 if direction is Direction.PAST else 1
    for months in range(3):
        count = today.year * 12 + today.month - 1 + step * months
        found = _made(count // 12, count % 12 + 1, day)
        if found is not None and (found - today).days * step >= 0:
            return found
    return None


def _read_weekday(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool]:
    wanted = _WEEKDAYS.index(match["weekday"][:3].lower())
    back, ahead = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    word = (match["which"] or "").lower().split()
    if match["after"]:
        return today - timedelta(days=back or 7), bool(back)
    if match["week"]:
        return today + timedelta(days=ahead + 7), False
    if word[:1] == ["last"]:
        return today - timedelta(days=back or 7), bool(back)
    if word[:1] == ["next"]:
        same_week = today.weekday() + ahead < 7
        return today + timedelta(days=ahead + (7 if same_week else 0)), not same_week
    if direction is Direction.FUTURE:
        return today + timedelta(days=ahead or 7), bool(ahead)
    return today - timedelta(days=back), bool(back) and word[:1] != ["this"]


def _read_near(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    said = re.sub(r"\s+", " ", match.group().lower())
    if said.startswith("the day before"):
        return today - timedelta(days=2), True
    if said.startswith("the day after"):
        return today + timedelta(days=2), True
    if said.startswith(("tomorrow", "tmrw", "tomoz")):
        return today + timedelta(days=1), True
    return today - timedelta(days=1 if said.startswith(("yest", "last")) else 0), True


def _read_ago(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    count = _NUMBERS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else 0)
    if not 0 < count < 400:
        return None, False
    weeks = match["unit"].lower().startswith("week")
    return today - timedelta(days=count * (7 if weeks else 1)), not weeks


def _p(pattern: str) -> "re.Pattern[str]":
    return re.compile(rf"(?<![\w£.,/-]){pattern}(?!\w)", re.IGNORECASE)


_READERS: tuple[tuple["re.Pattern[str]", _Read], ...] = (
    (_p(r"(?P<year>20\d\d)-(?P<m>\d\d)-(?P<day>\d\d)"), _read_iso),
    (_p(rf"{_AHEAD}(?P<day>\d\d?)(?P<by>[/.-])(?P<m>\d\d?)(?P=by)(?P<year>20\d\d|\d\d)(?![/.-]\d)"), _read_numeric),
    (
        _p(
            rf"(?P<lead>(?:on|{_WEEKDAY.replace('?P<weekday>', '?:')})\s+)?(?P<day>\d\d?)/(?P<m>\d\d?)(?P<year>(?!))?"
            r"(?![/\d]|\.\d|\s*(?:an\s+)?(?:hours?|miles?)\b)"
        ),
        _read_numeric,
    ),
    (_p(rf"{_AHEAD}{_DAY}(?:\s+of)?\s+{_MONTH}{_YEAR}"), _read_worded),
    (_p(rf"{_AHEAD}{_MONTH}\s+(?:the\s+)?{_DAY}(?![:.]\d){_YEAR}"), _read_worded),
    (_p(rf"{_WEEKDAY},?\s+(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)"), _read_day_of_month),
    (_p(rf"(?:on\s+)?the\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th){_NOT_AN_ORDINAL}"), _read_day_of_month),
    (
        _p(r"(?P<count>\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<unit>days?|weeks?)\s+ago"),
        _read_ago,
    ),
    (
        _p(
            rf"(?P<which>(?:last|next|this(?:\s+coming|\s+past)?|coming)\s+)?(?:(?<=on )|(?<=st )|(?<=xt )"
            rf"|(?-i:{_NO_VERB}))"
            rf"{_WEEKDAY}(?P<after>\s+(?:just\s+)?gone)?(?P<week>\s+week)?"
        ),
        _read_weekday,
    ),
    (
        _p(
            r"the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|today|yesterday|yest|tomorrow|tmrw|tomoz|tonight"
            r"|last\s+night|this\s+(?:morning|afternoon|evening)"
        ),
        _read_near,
    ),
)
