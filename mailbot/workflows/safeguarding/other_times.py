"""What a message says of a call's time that its case knows already: another one, surely or perhaps (C4). Pure.

Another time counts where a correction is said in so many words and every word fits; what only may be one is asked
about, and nothing is guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from mailbot.expressions import lazy
from mailbot.reading.words.dates import Direction, find_dates
from mailbot.reading.words.sentences import sentences
from mailbot.reading.words.times import FoundTime, find_times

# Before the time that is taken back.
_WAS_OLD = lazy(
    r"\b(?:not|instead of|rather than|(?:said|wrote|put|gave|told you|had)(?: you)?(?: that)?(?: it was)?)"
    r"(?: at| as)?\W*$",
    re.IGNORECASE,
)
# Right behind the time that counts: "10.50, not ten to".
_NOT_THAT = lazy(r"\W*(?:and )?(?:not|instead of|rather than)\b", re.IGNORECASE)
_WRONG = lazy(
    r"\b(?:correct(?:ion|ed|ing)?|mistake|mis-?typed|typo|wrong|i meant|should (?:be|read|say|have (?:been|said)))\b",
    re.IGNORECASE,
)
_CALL = lazy(
    r"\b(?:the|my|our|that) (?:phone )?call\b|\bhelp-?line\b"
    r"|\bi (?:rang|called|phoned)(?: (?:in|up|them|the line))?(?= at\b)",
    re.IGNORECASE,
)
_IT_WAS = lazy(
    r"\W*(?:(?:oh|no|oops|sorry|apologies|correction|my mistake)\W+){0,2}"
    r"(?:it|that|this|the time) (?:was|is|should be)\b",
    re.IGNORECASE,
)
_SORRY = lazy(r"\b(?:sorry|apologies|oops)\b", re.IGNORECASE)
# Any word beside the time that is none of a bare correction: "Wrong time: 10.50".
_MORE = lazy(
    r"\b(?!(?:correct(?:ion|ed)?|sorry|oops|apologies|wrong|mistake|my|the|time|call|was|is|it|should|be|read|at|i|meant"
    r"|am|pm|not|ten|quarter|half|to|past|today|yesterday|thanks?|you|yes|ok|hi|hello)\b)[a-z]+",
    re.IGNORECASE,
)
_UNSURE = lazy(
    r"\?|\b(?:if|maybe|perhaps|possibly|think|thought|might|may|could|about|not sure|or so|again|second|another|other"
    r"|back|hold|answer\w*|gave up|hung up|cut off|got through|until|till|next|tomorrow)\b",
    re.IGNORECASE,
)
# What else a time can be one of; somebody else's doing, too.
_SOMETHING_ELSE = lazy(
    r"\b(?:visit\w*|met|meet\w*|saw|seen|came|come|arriv\w*|left|leav\w*|appointment|bus|train|fell|hit|happen\w*|lunch"
    r"|tea|text\w*|e-?mail\w*|she|he|they|him|her)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OtherTime:
    """The message speaks of another time of the call. `at`, in the scheme's zone, is None where it is not sure."""

    at: datetime | None = None


def other_time(text: str, known: datetime, now: datetime, asked_about_it: bool) -> OtherTime | None:
    """None where nothing of the call is corrected. `known`: the case's time, in the scheme's zone.

    `asked_about_it`: the message answers a mail of ours about this case, so that "it" is what that mail speaks of.
    """
    told = [text[span.start : span.end] for span in sentences(text)]
    if found := next(_of_two(told, known, now), None):
        return OtherTime(found)
    timed = [(words, each) for words in told for each in find_times(words)]
    if not _is_meant(told, timed, known, asked_about_it):
        return None
    new = [(words, each) for words, each in timed if not _is_known(each, known)]
    if len(new) != 1 or not asked_about_it or any(_UNSURE.search(words) for words in told):
        return OtherTime()
    return OtherTime(_sure(*new[0], known, now))


def is_bare(text: str) -> bool:
    """Whether a message is a time and courtesy, and nothing else: "10.50 am, thanks"."""
    for found in reversed(find_times(text)):
        text = text[: found.span.start] + text[found.span.end :]
    return not _MORE.search(text)


def _of_two(told: list[str], known: datetime, now: datetime) -> Iterator[datetime]:
    """ "It was 10.50, not 10.40": two exact times, of which the one that is taken back is the case's."""
    for words in told:
        times = find_times(words)
        if len(times) != 2 or not all(each.exact and each.at for each in times):
            continue
        taken_back = [bool(_WAS_OLD.search(words[: each.span.start])) for each in times]
        if sum(taken_back) != 1 or words.rstrip().endswith("?") or _another_day(words, known):
            continue
        was, new = times[taken_back.index(True)], times[taken_back.index(False)]
        if known.time().replace(second=0) in _meant(was) and (found := _beside(known, new)) and _is_past(found, now):
            yield found


def _is_meant(told: list[str], timed: list[tuple[str, FoundTime]], known: datetime, asked_about_it: bool) -> bool:
    """Whether a correction is said, and may be one of the call: the call is named, or its old time is taken back, or

    our mail was about it and the sentence is about nothing else.
    """
    if not timed:
        return False
    corrects = any(_WRONG.search(words) for words in told)
    corrects |= any(_NOT_THAT.match(words[each.span.end :]) for words, each in timed)
    if any(_CALL.search(words) for words, _ in timed):
        return corrects or any(_SORRY.search(words) for words in told) or _takes_back(timed, known)
    if any(_SOMETHING_ELSE.search(words) for words, _ in timed):
        return False
    only = len(told) <= 2 and any(_IT_WAS.match(words) for words, _ in timed) and _SORRY.search(" ".join(told))
    return _takes_back(timed, known) or (asked_about_it and bool(corrects or only))


def _takes_back(timed: list[tuple[str, FoundTime]], known: datetime) -> bool:
    """ "Not 10.40", where the case says 10.40."""
    return any(_is_known(each, known) and _WAS_OLD.search(words[: each.span.start]) for words, each in timed)


def _sure(words: str, found: FoundTime, known: datetime, now: datetime) -> datetime | None:
    """That time on the day of the call, if every word fits and only one such moment has passed."""
    beside = words[: found.span.start] + words[found.span.end :]
    of_call = _CALL.search(words) or _IT_WAS.match(words) or not _MORE.search(beside)
    if not of_call or not found.exact or _WAS_OLD.search(words[: found.span.start]) or _another_day(words, known):
        return None
    past = [at for each in _meant(found) if _is_past(at := datetime.combine(known.date(), each, known.tzinfo), now)]
    return past[0] if len(past) == 1 else None


def _is_known(found: FoundTime, known: datetime) -> bool:
    return known.time().replace(second=0) in _meant(found)


def _another_day(words: str, known: datetime) -> bool:
    return any(each.day != known.date() for each in find_dates(words, known.date(), Direction.PAST))


def _beside(known: datetime, found: FoundTime) -> datetime | None:
    """On the day of the call; of morning and afternoon the one that the other time stands in."""
    same = [each for each in _meant(found) if found.sure or (each.hour < 12) == (known.hour < 12)]
    return datetime.combine(known.date(), same[0], known.tzinfo) if len(same) == 1 else None


def _is_past(at: datetime, now: datetime) -> bool:
    return at <= now + timedelta(minutes=1)


def _meant(found: FoundTime) -> tuple[time, ...]:
    if found.at is None:
        return ()
    if found.sure:
        return (found.at,)
    return tuple(found.at.replace(hour=hour) for hour in (found.at.hour % 12, found.at.hour % 12 + 12))
