"""A visit that was on another day than was thought, or that was not off after all; always asked about."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from mailbot.reading.message import Draft
from mailbot.reading.words import contrast as words
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import Sentence, asked, dates_in

_DAY = timedelta(days=1)


def real_day(draft: Draft, sentence: Sentence) -> FoundDate | None:
    """The day on which it was, in "it was not on Wednesday, it was on Tuesday"."""
    found = _set_apart(draft, sentence)
    return found[1] if found else None


def says_so(draft: Draft, sentence: Sentence) -> "re.Match[str] | None":
    """The words that say, weakly, that it was on that other day, or that it was not off."""
    found = _set_apart(draft, sentence)
    if found or asked(draft) != "outcome":
        return found[0] if found else None
    low = folded(sentence.words)
    return None if words.OFF_AFTER.search(low) else words.NOT_OFF.search(low)


def _set_apart(draft: Draft, sentence: Sentence) -> "tuple[re.Match[str], FoundDate] | None":
    low, today = folded(sentence.words), draft.around.today
    found = [f for f in dates_in(draft, sentence, Direction.PAST) if f.day and f.day <= today]
    for first, second in pairwise(found):
        between = words.BUT_ON.fullmatch(low, first.span.end, second.span.start)
        denied = between and words.NOT_ON.search(low[: first.span.start])
        if between and denied and between.group().strip(" ,;:–—-.") and first.day != second.day:
            return between, second
    return None


def beside(sentence: Sentence, prompted: date) -> date | None:
    """ "It was the day before": before the day that we asked about."""
    found = words.DAY_BEFORE.search(folded(sentence.words))
    if found is None:
        return None
    return prompted + (-_DAY if found["which"] in ("day before", "previous day") else _DAY)


def is_denied(low: str, cue: "re.Match[str]") -> bool:
    """ "It wasn't called off": what sounds like a no is none, nor is what else was called off in that breath."""
    return words.NOT_OFF.search(low) is not None and words.OFF.search(cue.group()) is not None


def is_taken_back(low: str, day: FoundDate, days: Sequence[FoundDate]) -> bool:
    """ "Saturday 9, sorry, I meant Sunday 10"; "on the 10th, not the 9th": a day that gives way to its neighbour."""
    at = days.index(day)
    after = low[day.span.end : days[at + 1].span.start] if at + 1 < len(days) else ""
    before = low[days[at - 1].span.end : day.span.start] if at else ""
    return words.I_MEANT.search(after) is not None or words.AND_NOT.fullmatch(before) is not None


def is_bare(low: str, cue: "re.Match[str]") -> bool:
    """ "Next Tues 28th": nothing tells that it is a visit."""
    return words.BARE.fullmatch(cue.group()) is not None and words.BARE.match(low) is not None
