"""Labelled lines as forms have them: which of them are understood to the last word, and the stretch they make."""

import re
from collections.abc import Iterable
from datetime import date

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.courtesy import is_accounted, is_nothing
from mailbot.reading.words.dates import Direction, FoundDate, find_dates
from mailbot.reading.words.labels import Labelled
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.sense import names_in
from mailbot.reading.words.times import find_times

_DOTTED = lazy(r"\s*\d\d?\.\d\d?\.?\s*\Z")


def day_of(draft: Draft, line: Labelled | None, direction: Direction) -> tuple[date | None, bool]:
    """The one date of a line's value and whether it is sure; (None, False) if there is none or more than one."""
    if line is None:
        return None, False
    found = _dates(line.value, draft.around.today, direction)
    if len(found) != 1:
        return None, False
    return found[0].day, found[0].sure and (draft.around.written_sure or any(c.isdigit() for c in line.value))


def _dates(value: str, today: date, direction: Direction) -> tuple[FoundDate, ...]:
    """The dates of a value; "24.5" alone, where a day is asked for, is one."""
    return find_dates(value.replace(".", "/") if _DOTTED.match(value) else value, today, direction)


def understood(draft: Draft, line: Labelled, extra: Iterable[Span] = ()) -> bool:
    """Whether the value holds nothing but dates, times, clients and plain words, and `extra`, spans of the value."""
    spans = [f.span for f in _dates(line.value, draft.around.today, Direction.PAST)]
    spans += [f.span for f in find_times(line.value) if f.at is not None]
    spans += [f.span for f in find_clients(line.value, draft.around.roll, draft.sender.person)]
    whole = Span(0, len(line.value))
    return is_nothing(line.value) or is_accounted(line.value, whole, [*spans, *extra], names_in(draft))


def stretch(draft: Draft, lines: Iterable[Labelled | None], main: Labelled) -> Span:
    """The stretch round `main` of those lines that follow each other with nothing else between."""
    spans = sorted(
        {(line.span.start, line.span.end) for line in lines if line is not None} | {(main.span.start, main.span.end)}
    )
    start, end = main.span.start, main.span.end
    for s, e in spans:
        if s >= end and not draft.text.newest[end:s].strip():
            end = e
    for s, e in reversed(spans):
        if e <= start and not draft.text.newest[e:start].strip():
            start = s
    return Span(start, end)


def value_is(line: Labelled | None, pattern: "re.Pattern[str]") -> "re.Match[str] | None":
    """The match of a pattern at the start of a line's value."""
    return pattern.match(line.value) if line is not None else None
