"""Dates with figures in them, and months by name: what a match of `dates` means. Day comes before month."""

import re
from datetime import date

from mailbot.reading.words.calendar_words import (
    MONTHS,
    Direction,
    day_number,
    made,
    weekday_agrees,
)


def read_iso(match: "re.Match[str]", _today: date, _direction: Direction) -> tuple[date | None, bool]:
    """ "2026-04-01"."""
    return made(int(match["year"]), int(match["m"]), int(match["day"])), True


def read_numeric(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool] | None:
    """ "12/04/2026", "16.4.26", "12/5", "on 22.08"; with a dot and no year, what is no day is an amount or a time."""
    day, month, year = int(match["day"]), int(match["m"]), match["year"]
    if year is None:
        found = nearest_year(day, month, today, direction)
        if found is None and "." in match.group():
            return None
        return found, found is not None and fits(found, today, direction) and not _is_score(match)
    found = made(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return found, found is not None and abs((found - today).days) < 800 and weekday_agrees(match, found)


def read_or_time(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool] | None:
    """ "1.10 Thursday": the first of October if that is a Thursday; else ten past one. Never sure."""
    found = nearest_year(int(match["day"]), int(match["m"]), today, direction)
    return (found, False) if found is not None and weekday_agrees(match, found) else None


def _is_score(match: "re.Match[str]") -> bool:
    """9/10 may be praise, 24/7 always is, and 1/2 is a half."""
    return match["m"] == "10" or (
        match.group() in {"24/7", "1/2", "1/3", "2/3", "1/4", "3/4"} and match["lead"] is None
    )


def read_worded(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool]:
    """ "12 April", "the twelfth of April 2026", "April 12"."""
    month = MONTHS.index(match["month"][:3].lower()) + 1
    if match["year"]:
        year = int(match["year"].lstrip("'’"))
        found = made(year if year > 99 else 2000 + year, month, day_number(match["day"]))
        return found, weekday_agrees(match, found)
    found = nearest_year(day_number(match["day"]), month, today, direction)
    return found, found is not None and fits(found, today, direction) and weekday_agrees(match, found)


def fits(found: date, today: date, direction: Direction) -> bool:
    """A day without its year is sure only where it lies on the side that is spoken of, and near."""
    away = (found - today).days
    return -200 <= away <= 0 if direction is Direction.PAST else 0 <= away <= 200


def nearest_year(day: int, month: int, today: date, direction: Direction) -> date | None:
    """That day in the nearest year; of days to come, one that is two months gone means next year's."""
    oldest = -60 if direction is Direction.FUTURE else -400
    tries = [made(today.year + shift, month, day) for shift in (-1, 0, 1)]
    real = [d for d in tries if d is not None and (d - today).days >= oldest]
    return min(real, key=lambda d: abs((d - today).days), default=None)


def read_day_of_month(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool]:
    """ "the 14th", "Saturday the 4th"."""
    number = day_number(match["day"])
    found = _nearest_day(number, today, direction)
    if found is not None and weekday_agrees(match, found):
        return found, True
    other = _nearest_day(number, today, Direction.PAST if direction is Direction.FUTURE else Direction.FUTURE)
    return (other, True) if other is not None and weekday_agrees(match, other) else (found, False)


def read_number_alone(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool] | None:
    """ "I go on 31": a day of the month, unsure; a number that is none is something else."""
    found = _nearest_day(int(match["day"]), today, direction) if int(match["day"]) else None
    return (found, False) if found else None


def read_bare_day(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool] | None:
    """ "Friday 24": a day of the month only if that is a Friday; else the number is something else."""
    other = Direction.PAST if direction is Direction.FUTURE else Direction.FUTURE
    days = (_nearest_day(int(match["day"]), today, way) for way in (direction, other))
    return next(((day, True) for day in days if day and weekday_agrees(match, day)), None)


def read_of_month(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    """ "the 3rd inst." is this month's, "ult." last month's."""
    last = match["which"].lower().startswith("u")
    count = today.year * 12 + today.month - 1 - last
    return made(count // 12, count % 12 + 1, int(match["day"])), not last


def _nearest_day(day: int, today: date, direction: Direction) -> date | None:
    step = -1 if direction is Direction.PAST else 1
    for months in range(3):
        count = today.year * 12 + today.month - 1 + step * months
        found = made(count // 12, count % 12 + 1, day)
        if found is not None and (found - today).days * step >= 0:
            return found
    return None
