"""Dates that say more by what stands beside them: "today, the 4th", "Monday or Tuesday", "4th and 18th July"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.calendar_words import MONTHS, made

_DAY = r"(?P<day>[0-3]?\d)(?P<ordinal>st|nd|rd|th)?"
_EARLIER = lazy(rf"(?<![\w£$€.,:/-])(?:(?:on\s+)?the\s+)?{_DAY}(?:\s*,\s*|\s*(?:,\s*)?(?:and|&|\+)\s*)(?:the\s+)?\Z")
_SURELY = lazy(r"\b(?:between|on|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_BARE = lazy(r"(?:on\s+)?(?:the\s+)?([0-3]?\d)(?:st|nd|rd|th)?")
_AND = lazy(r"\s*(?:,|and|&|\+|to|till?|until|-|–)\s*(?:on\s+|the\s+)*")
_OR = lazy(r"\s*(?:,\s*)?or\s+(?:on\s+|the\s+|maybe\s+|possibly\s+|perhaps\s+)*")
_BOUND = lazy(
    r"\b(?:before|by|around|w/[bce]|w[ce]|week\s+(?:beginning|commencing|starting|ending|of))\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_SAME = lazy(r"\s*[,(–-]?\s*")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text. `day` is local, None if it does not exist. `sure` False: ask before relying on it."""

    day: date | None
    span: Span
    sure: bool = True


def beside_each_other(text: str, found: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    """What `find_dates` found one by one, in order, read together."""
    if not found:
        return ()
    whole = _of_one_month(text, _with_earlier_days(text, found))
    joined = _either(text, _one_day_said_twice(text, whole))
    return tuple(replace(each, sure=False) if _is_bound(text, each) else each for each in joined)


def _is_bound(text: str, date_: FoundDate) -> bool:
    """ "before Friday", "week beginning the 8th": some day, and perhaps not this one."""
    return bool(_BOUND.search(text[max(0, date_.span.start - 20) : date_.span.start]))


def _has_month(text: str, date_: FoundDate) -> bool:
    """Whether the month is said by name."""
    said = text[date_.span.start : date_.span.end].lower()
    return date_.day is not None and MONTHS[date_.day.month - 1] in said


def _with_earlier_days(text: str, found: Sequence[FoundDate]) -> list[FoundDate]:
    """The month of "the 4th and 18th of July" is that of the 4th as well; without "th" a number may be another."""
    kept: list[FoundDate] = []
    for each in found:
        earlier: list[FoundDate] = []
        start = each.span.start
        while (
            _has_month(text, each) and text[start : start + 1].isdigit() and (match := _EARLIER.search(text[:start]))
        ):
            day = made(each.day.year, each.day.month, int(match["day"])) if each.day else None
            is_day = match["ordinal"] or _SURELY.search(text[: match.start("day")])
            sure = day is not None and each.day is not None and day < each.day and bool(is_day)
            if day is None:
                break
            earlier.insert(
                0, FoundDate(day, Span(match.start("day"), match.end("ordinal" if match["ordinal"] else "day")), sure)
            )
            start = match.start()
        kept = [k for k in kept if not any(k.span.start < e.span.end and e.span.start < k.span.end for e in earlier)]
        kept += [*earlier, each]
    return kept


def _of_one_month(text: str, found: Sequence[FoundDate]) -> list[FoundDate]:
    """ "4 May and the 18th": the 18th of May, not that of the month in which it is written."""
    kept = [found[0]]
    for each in found[1:]:
        last = kept[-1]
        bare = _BARE.fullmatch(text[each.span.start : each.span.end])
        if last.day and bare and _has_month(text, last) and _AND.fullmatch(text[last.span.end : each.span.start]):
            day = made(last.day.year, last.day.month, int(bare[1]))
            if day is not None and day > last.day:
                each = replace(each, day=day)
        kept.append(each)
    return kept


def _one_day_said_twice(text: str, found: Iterable[FoundDate]) -> Iterator[FoundDate]:
    """ "today, Thursday 18 June" is one day; "today (Wednesday)" on a Thursday is none that is sure."""
    last: FoundDate | None = None
    for each in found:
        between = text[last.span.end : each.span.start] if last else ""
        if last and _SAME.fullmatch(between) and last.day == each.day:
            says_weekday = text[each.span.start : each.span.end].isalpha()
            sure = (last.sure or each.sure) if says_weekday else (last.sure and each.sure)
            last = FoundDate(last.day, Span(last.span.start, each.span.end), sure)
            continue
        if last and "(" in between and _SAME.fullmatch(between):
            last, each = replace(last, sure=False), replace(each, sure=False)
        if last:
            yield last
        last = each
    if last:
        yield last


def _either(text: str, found: Iterable[FoundDate]) -> list[FoundDate]:
    """ "Monday or Tuesday": neither is sure."""
    kept: list[FoundDate] = []
    for each in found:
        if kept and _OR.fullmatch(text[kept[-1].span.end : each.span.start]):
            kept[-1], each = replace(kept[-1], sure=False), replace(each, sure=False)
        kept.append(each)
    return kept
