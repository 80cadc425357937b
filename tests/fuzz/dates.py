"""Dates and times: spans lie in the text, in order; a date says what its own words say, and nothing else."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from mailbot.events import Span
from mailbot.reading.words.dates import Direction, FoundDate, find_dates
from mailbot.reading.words.times import FoundTime, find_minutes, find_times
from tests.fuzz.draw import LONG, within_limit

DICTIONARY = (
    *(
        b"Monday",
        b"tues",
        b"Weds ",
        b"thurs",
        b"fri",
        b"Sat ",
        b"sunday",
        b"January",
        b"sept",
        b"of May",
        b" the 14th",
    ),
    *(b"12/5", b"12/05/2026", b"2026-05-12", b"12.5.26", b"31st", b"30 Feb", b"29 February 2028", b"last ", b"next "),
    *(b" week", b" fortnight", b"ago", b"in a ", b"two days", b"yesterday", b"tomorrow", b"today", b"this weekend"),
    *(
        b"half past two",
        b"quarter to ",
        b"14.35",
        b"2pm",
        b"2:30 p.m.",
        b"at two",
        b"noon",
        b"o'clock",
        b"20 minutes",
    ),
    *(
        b"Christmas Eve",
        b"ult.",
        b"inst",
        b"\xc5\xbf",
        b"\xe2\x84\xaa",
        b"\xc4\xb0",
        b"\xd9\xa3",
        b"\xe2\x80\x99",
        b"\xc2\xb2",
    ),
)
_LONGEST = 40_000  # characters of one sentence
_FIRST, _DAYS = date(2000, 1, 1), 40_000
_FIGURES = re.compile(r"(\d\d?)([/.-])(\d\d?)(?:\2(\d{4}|\d\d))?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SAYS_WHEN = re.compile(
    r"\d|day|night|evening|eve\b|morning|noon|week|fortnight|ago|yest|morrow|\btom|\btmr|\btod\b|tonite|\bnite|arvo|\baft|[ap]m"
    rf"|{'|'.join((*_MONTHS, *_WEEKDAYS))}|mun|teu|tus|wen|fir|fry|ther|thir|thru",
    re.IGNORECASE,
)
_SAYS_HOUR = re.compile(
    r"\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|mid-?day|midnight", re.I
)


def check(data: bytes) -> None:
    """The first three bytes say which day it is and which way to look."""
    today = _FIRST + timedelta(days=int.from_bytes(data[1:3]) % _DAYS)
    direction = Direction.FUTURE if data[:1] == b"f" else Direction.PAST
    shaped = bytes([LONG]) + data[3:] if data[:1] == bytes([LONG]) else b"-" + data[3:]
    within_limit(
        shaped, lambda raw: _read(raw.removeprefix(b"-").decode("utf-8", "replace"), today, direction), _LONGEST
    )


def _read(text: str, today: date, direction: Direction) -> None:
    days, times = find_dates(text, today, direction), find_times(text)
    _in_order([each.span for each in days], text)
    _in_order([each.span for each in times], text)
    _in_order([span for _, span in find_minutes(text)], text)
    for day in days:
        _says_so(day, text[day.span.start : day.span.end].casefold(), today)
    for moment in times:
        _is_a_time(moment, text)


def _in_order(spans: Sequence[Span], text: str) -> None:
    for before, span in zip((Span(0, 0), *spans), spans):  # noqa: B905 - one longer by what stands before all
        assert before.end <= span.start < span.end <= len(text), f"{span} lies outside of the text or over another"


def _says_so(found: FoundDate, words: str, today: date) -> None:
    day = found.day
    assert _SAYS_WHEN.search(words), f"{words!r} is no date"
    assert day is not None or not found.sure, f"{words!r} is sure and no day"
    if day is None:
        return
    if figures := _FIGURES.search(words):
        said = [int(figures[1]), int(figures[3])]
        assert [day.day, day.month] == said or words.startswith("20"), f"{words!r} is read as {day}"
    month = next((n for n, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}", words)), day.month)
    assert day.month == month, f"{words!r} is read as {day}"
    weekday = next((n for n, name in enumerate(_WEEKDAYS) if re.search(rf"\b{name}", words)), day.weekday())
    assert not found.sure or day.weekday() == weekday, f"{words!r} is surely {day}, which is another weekday"
    assert not found.sure or abs((day - today).days) <= 800 or re.search(r"20\d\d", words), (
        f"{words!r}, {day}: far off"
    )


def _is_a_time(found: FoundTime, text: str) -> None:
    words = text[found.span.start : found.span.end]
    assert found.at is not None or not found.exact, f"{words!r} is exact and no time"
    assert found.at is None or _SAYS_HOUR.search(words), f"{words!r} is no time"
