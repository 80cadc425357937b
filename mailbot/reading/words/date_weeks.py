"""Days by the week or counted from today: what a match of `dates` means."""

import re
from datetime import date, timedelta

from dateutil.easter import easter

from mailbot.expressions import lazy
from mailbot.reading.words.calendar_words import (
    FOREIGN_DAYS,
    MONTHS,
    NUMBERS,
    Direction,
    made,
    weekday_number,
)
from mailbot.reading.words.date_figures import fits, nearest_year

_SITTING = lazy(r"sat (?:with|down|in\b|and|by|together|next|outside|there|round)", re.IGNORECASE)


def read_weekday(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool] | None:
    """ "on Tuesday", "last Friday", "Saturday just gone", "the following Monday"."""
    wanted = weekday_number(match["weekday"])
    if _SITTING.match(match.group() + match.string[match.end() : match.end() + 12]):
        return None
    back, ahead = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    word = (match["which"] or "").lower().split()
    if match["hence"]:
        return today + timedelta(days=ahead or 7), False
    if match["after"]:
        return today - timedelta(days=back or 7), bool(back)
    if word[:1] == ["last"]:
        return today - timedelta(days=back or 7), bool(back)
    if word[:1] in (["next"], ["nxt"]):
        same_week = today.weekday() + ahead < 7
        return today + timedelta(days=ahead + (7 if same_week else 0)), not same_week
    if word[:2] == ["the", "following"] or match["later"]:
        return today + timedelta(days=ahead + 7), False
    if word and word[-1] in ("other", "another", "previous", "preceding"):
        return today - timedelta(days=back or 7), False
    plain = match.group() != "sat" or (match.start() > 2 and match.string[match.start() - 3 :].startswith("on "))
    if direction is Direction.FUTURE:
        return today + timedelta(days=ahead or 7), bool(ahead) and plain
    return today - timedelta(days=back), bool(back) and word[:1] != ["this"] and plain


def read_week_on(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool] | None:
    """ "Sunday week", "three weeks on Sunday", "tomorrow fortnight": so many weeks after the next such day.

    "For two weeks on Sunday" and "away a week from Sunday" are how long, and the day is the Sunday itself.
    """
    said = match.groupdict()
    day, since = (said["near"] or "").lower(), bool(said.get("since"))
    before = match.string[max(0, match.start() - 30) : match.start()]
    names_day_last = match.start("unit") < match.start("weekday" if said.get("weekday") else "near")
    is_length = before.lower().endswith("for ") and names_day_last
    if is_length or (since and _AWAY.search(before)):
        return None
    if day:
        start, sure = today + timedelta(days=0 if day.endswith("day") else 1), True
    else:
        ahead = (weekday_number(match["weekday"]) - today.weekday()) % 7
        start, sure = today + timedelta(days=ahead or 7), bool(ahead)
    return start + timedelta(weeks=_weeks(match)), sure and not since


_AWAY = lazy(r"\b(?:away|off|leave|holidays?|abroad|gone|closed)\b", re.IGNORECASE)


def _weeks(match: "re.Match[str]") -> int:
    said = (match.groupdict().get("count") or "a").lower()
    count = int(said) if said.isdigit() else NUMBERS[said]
    return count * (2 if match["unit"].lower().startswith("fort") else 1)


def read_of_week(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    """ "Tuesday of next week": weeks begin on Monday; on a Sunday people differ."""
    shift = 7 if match["which"].lower() in ("next", "nxt") else -7
    monday = today + timedelta(days=shift - today.weekday())
    return monday + timedelta(days=weekday_number(match["weekday"])), today.weekday() != 6


def read_weekend(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool]:
    """ "at the weekend": its Saturday, unsure."""
    back = (today.weekday() - 5) % 7
    if match["which"].lower() == "next" or (direction is Direction.FUTURE and match["which"].lower() != "last"):
        return today + timedelta(days=(5 - today.weekday()) % 7), False
    return today - timedelta(days=back), False


def read_in(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    """ "in a fortnight": unsure."""
    count = NUMBERS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else 0)
    unit = match["unit"].lower()
    days = 14 if unit.startswith("fort") else 7 if unit.startswith("w") else 1
    return (today + timedelta(days=count * days) if 0 < count < 60 else None), False


_FEASTS = {"christmas eve": (24, 12), "christmas day": (25, 12), "boxing day": (26, 12), "new year's eve": (31, 12)}


def read_feast(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool]:
    """ "Christmas Eve": sure where it lies near, on the side that is spoken of."""
    said = re.sub(r"\s+", " ", match.group().lower().replace("’", "'").replace("xmas", "christmas"))
    found = nearest_year(*_FEASTS.get(said, (1, 1)), today, direction)
    return found, found is not None and fits(found, today, direction)


_FROM_EASTER = {"good f": -2, "holy s": -1, "palm s": -7, "mother": -21, "easter": 0, "shrove": -47, "pancak": -47}


def read_moving_feast(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool] | None:
    """ "Good Friday", "Easter Monday", "Mothering Sunday": sure where it lies near, on the side that is spoken of."""
    said = re.sub(r"\s+", " ", match.group().lower())
    shift = _FROM_EASTER.get(said[:6], -46 if said == "ash wednesday" else None)
    shift = 1 if said == "easter monday" else -1 if said == "easter saturday" else shift
    if (
        shift is None
        or said == "easter day"
        or (said.startswith("mother") and "sun" not in said and "day" not in said)
    ):
        return None
    days = [easter(today.year + year) + timedelta(days=shift) for year in (-1, 0, 1)]
    found = min(days, key=lambda day: abs((day - today).days))
    return found, fits(found, today, direction)


def read_nth(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool]:
    """ "the first Saturday in June", "the last Friday of next month"."""
    if match["month"]:
        month = MONTHS.index(match["month"][:3].lower()) + 1
        nearest = nearest_year(15, month, today, direction) or today
    else:
        nearest = today.replace(day=15) + timedelta(days=30 if match["this"].lower() == "next" else 0)
    days = [day for n in range(1, 32) if (day := made(nearest.year, nearest.month, n))]
    days = [day for day in days if day.weekday() == weekday_number(match["weekday"])]
    place = _PLACES[match["nth"].lower()]
    return days[place], fits(days[place], today, direction)


_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}


def read_week_before(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    """ "a week last Saturday", "a fortnight ago last Sunday", "two weeks ago yesterday".

    Without "last", weeks before a weekday are unsure if there are two or more.
    """
    weeks = _weeks(match)
    if match["near"]:
        return today - timedelta(weeks=weeks, days=match["near"].lower() == "yesterday"), True
    back = (today.weekday() - weekday_number(match["weekday"])) % 7
    is_last = bool(match["last"] or match["since"])
    return today - timedelta(weeks=weeks, days=back or 7), bool(back) and (is_last or weeks == 1)


def read_about_weeks_before(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    """ "Sunday a week ago", "yesterday fortnight": unsure."""
    said = match.groupdict().get("weekday")
    back = (today.weekday() - weekday_number(said)) % 7 or 7 if said else 1
    return today - timedelta(weeks=_weeks(match), days=back), False


def read_about_months(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    """ "A month today", "two months ago yesterday": unsure, as months differ."""
    said = match["count"].lower()
    months = (int(said) if said.isdigit() else NUMBERS[said]) * (12 if match["unit"].lower() == "year" else 1)
    start = today + timedelta(days={"today": 0, "tomorrow": 1}.get(match["near"].lower(), -1))
    count = start.year * 12 + start.month - 1 + (-months if match["ago"] else months)
    return made(count // 12, count % 12 + 1, start.day), False


def read_before_last(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    """ "the Tuesday before last"."""
    back = (today.weekday() - weekday_number(match["weekday"])) % 7
    return today - timedelta(days=7 + (back or 7)), bool(back)


def read_named_day(match: "re.Match[str]", today: date, direction: Direction) -> tuple[date | None, bool] | None:
    """ "Whit Monday" is reckoned from Easter; "Black Friday" and "bank holiday Monday" are unsure."""
    name, number = match["name"].lower(), weekday_number(match["weekday"])
    shift = {("whit", 6): 49, ("whit", 0): 50, ("maundy", 3): -3}.get((name, number))
    if shift is not None:
        days = [easter(today.year + year) + timedelta(days=shift) for year in (-1, 0, 1)]
        found = min(days, key=lambda day: abs((day - today).days))
        return found, fits(found, today, direction)
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    return today + timedelta(days=ahead if direction is Direction.FUTURE else -back), False


def read_foreign(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    """Yesterday, today and tomorrow in other languages."""
    said = match.group().lower().replace("’", "'")
    return today + timedelta(days=FOREIGN_DAYS.get(said, FOREIGN_DAYS["aujourd['’]hui"])), True


def read_near(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    """ "today", "yesterday", "the day after tomorrow"."""
    said = re.sub(r"\s+", " ", match.group().lower())
    said = said.removeprefix("the ")
    if said.startswith(("day before", "night before")):
        return today - timedelta(days=2), True
    if said.startswith("day after"):
        return today + timedelta(days=2), True
    if said.startswith(("tom", "tmr", "2mo", "2mr", "morra", "thm", "th'", "th’")):
        return today + timedelta(days=1), True
    return today - timedelta(days=1 if said.startswith(("y", "last")) else 0), True


def read_ago(match: "re.Match[str]", today: date, _direction: Direction) -> tuple[date | None, bool]:
    """ "two days ago"; weeks are unsure."""
    count = NUMBERS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else 0)
    if not 0 < count < 400:
        return None, False
    weeks = match["unit"].lower().startswith("week")
    return today - timedelta(days=count * (7 if weeks else 1)), not weeks
