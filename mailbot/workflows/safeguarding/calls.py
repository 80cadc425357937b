"""What a message says of calls to the helpline: when, how long it took, which one was logged (duty C4).

A call's time only ever comes from the writer's words (promise 5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from itertools import zip_longest

from mailbot.events import CallMade, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.labels import labels_in, line_of, role_of
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.sense import Sentence, dates_in, said
from mailbot.reading.words.times import FoundTime, find_minutes, find_times

_CALLING = lazy(
    r"\b(?:rang|called|phoned|i call|i ring|call(?:ed)? the|helpline|the line|advice line|logged|on hold|picked up"
    r"|got through|waiting|kept waiting)\b",
    re.IGNORECASE,
)
_RANG = lazy(r"\b(?:rang|called|phoned|i call|wrote it|logged|got through|again)\b", re.IGNORECASE)
_LOGGED = lazy(
    r"\b(?:logged|log(?:ged)? it|wrote it(?: down)?|have it|recorded|took (?:all |down )?(?:the |my )?details?)"
    r"(?: (?:it|down|as|at|on|logged))*\s*$",
    re.IGNORECASE,
)
_PART = lazy(
    r"^[^.;]{0,14}\b(?:(?P<part>morning|afternoon|evening|night)|(?P<meal>(?:lunch|dinner|tea)[ -]?time))\b",
    re.IGNORECASE,
)
# With "tonight" in the mail, twenty past eleven is not this morning's.
_EVENING = lazy(r"\b(?:tonight|this evening|2nite|2night|tonite)\b", re.IGNORECASE)
_GAVE_UP = lazy(r"\b(?:stop(?:ped)?|gave up|give up|hung up|hang up|no answer|cut off|nobody answered)\b", re.I)
_NO_WAIT = lazy(
    r"\b(?:(?:got|went|was put|put me|was) straight through|(?:answered|picked up|replied) (?:at once"
    r"|immediately|straight ?away"
    r"|right away|on the first ring|instantly|on the instant)|(?:no|without (?:a|any)) wait\b(?!ing)|without waiting"
    r"|(?:did ?n['’]?t|did not) (?:have to|need to) wait)\b",
    re.IGNORECASE,
)
_LONGER = lazy(r"(?<!no )(?<!not )\b(?:over|more than|longer than|above|in excess of)\W*$", re.IGNORECASE)
_SECONDS = lazy(r"\W*(?:and )?0*[1-9]\d* ?s(?:ec(?:ond)?s?)?\b", re.IGNORECASE)
_NAMED = r"(?:[A-Z][\w'’]+ )*[A-Z][\w'’]+"
_LINE = lazy(
    rf"\b((?:[A-Z]\w+ )+(?:Helpline|Advice Line|Support Line|Line))\b|\b(?:rang|called|phoned|ring)"
    rf" (?:the )?({_NAMED} {_NAMED})\b"
    # "rang compass line": in haste, without capitals
    r"|\b(?:[Rr]ang|[Cc]alled|[Pp]honed|[Rr]ung|RANG|CALLED|PHONED) (?:(?:the|THE|that|your|our) )?"
    r"((?!(?:the|that|your|our|a|on)\b)\w+ (?:\w+ )?(?:[Ll]ine|LINE|[Hh]elpline|HELPLINE))\b"
)


@dataclass(frozen=True, slots=True)
class Call:
    """What is said of the call: of several, the one that was logged; `calls` holds them all."""

    at: datetime | None = None
    exact: bool | None = None
    wait: int | None = None
    calls: tuple[CallMade, ...] = ()


def call_in_form(draft: Draft) -> Call | None:
    """The call's lines of the form."""
    wait = line_of(draft, "wait")
    lines = [x for x in labels_in(draft) if role_of(x) in ("call", "helpline") and x.value]
    call = call_from(draft, [Sentence(line.value_span, line.value) for line in lines]) if lines else None
    if wait is not None:
        minutes = find_minutes(wait.value)
        bare = int(wait.value) if wait.value.isdecimal() and len(wait.value) < 4 else None
        call = replace(call or Call(), wait=minutes[0][0] if minutes else bare)
    return call


def call_in_words(draft: Draft) -> Call | None:
    """A call told in plain sentences: from the first that speaks of ringing."""
    sentences = list(said(draft))
    start = next((n for n, s in enumerate(sentences) if _RANG.search(s.words)), None)
    if start is None or not any(_CALLING.search(s.words) for s in sentences):
        return None
    told = [s for s in sentences[start:] if _CALLING.search(s.words) or _RANG.search(s.words)]
    return call_from(draft, told)


def call_from(draft: Draft, lines: list[Sentence]) -> Call | None:
    """One time is the call's; of several the one that was logged; else they are for the writer to sort out."""
    times = [(s, t) for s in lines for t in find_times(s.words)]
    waits = [minutes for s in lines for minutes, span in find_minutes(s.words) if not _in_a_time(s, span)]
    wait = waits[0] if len(waits) == 1 else None
    if not waits and any(_NO_WAIT.search(s.words) for s in lines):
        wait = 0
    if not times:
        return Call(wait=wait) if wait is not None else None
    if len(times) == 1:
        return replace(_read(draft, *times[0]), wait=wait)
    logged = [(s, t) for s, t in times if _LOGGED.search(s.words[: t.span.start].rstrip())]
    if len(logged) == 1:
        return replace(_read(draft, *logged[0]), wait=wait)
    return _of_several(draft, lines)


def is_over(text: str, minutes: int) -> bool:
    """Whether the words say that it took longer than exactly so many minutes: "over 5 minutes", "5 min 1 s" (C5)."""
    return any(
        found == minutes and (_LONGER.search(text[: span.start]) or _SECONDS.match(text[span.end :]))
        for found, span in find_minutes(text)
    )


def _in_a_time(sentence: Sentence, span: Span) -> bool:
    """ "ten minutes to six" is no length of time."""
    return any(t.span.start <= span.start and span.end <= t.span.end for t in find_times(sentence.words))


def helpline(draft: Draft) -> str | None:
    """The helpline by its name, as the message or our own quoted question calls it."""
    people = draft.around.roll.name_words
    for text in (draft.text.newest, our_prompt(draft)):
        for match in _LINE.finditer(text):
            name: str = next(filter(None, match.groups()))
            if not set(name.casefold().split()) & people:
                return name
    return None


def _of_several(draft: Draft, lines: list[Sentence]) -> Call:
    """Two calls, each with its wait: the last was logged if those before it were given up."""
    calls = list(_calls(draft, lines))
    given_up = [bool(_GAVE_UP.search(text)) for _, text in calls]
    made = tuple(call for call, _ in calls)
    if len(calls) < 2 or not all(given_up[:-1]) or given_up[-1] or any(call.at is None for call in made):
        return Call()
    return Call(made[-1].at, True, made[-1].wait_minutes, made)


def _calls(draft: Draft, lines: list[Sentence]) -> Iterator[tuple[CallMade, str]]:
    """Each time with the words up to the next one."""
    for n, sentence in enumerate(lines):
        times = find_times(sentence.words)
        for found, after in zip_longest(times, times[1:]):
            end = after.span.start if after else len(sentence.words)
            words = sentence.words[found.span.end : end]
            if after is None and n + 1 < len(lines) and not find_times(lines[n + 1].words):
                words += " " + lines[n + 1].words
            waits = [minutes for minutes, _ in find_minutes(words)]
            call = _read(draft, sentence, found)
            yield CallMade(call.at, waits[0] if len(waits) == 1 else None), words


def _read(draft: Draft, sentence: Sentence, found: FoundTime) -> Call:
    """A vague time is none (hardest situation 3); of morning and evening only the past can hold a call."""
    if found.at is None or not found.exact:
        return Call(None, False)
    local = draft.around.written_at
    days = dates_in(draft, sentence, Direction.PAST)
    if not days and (told := _told_yesterday(draft)):
        today = _moments(local.date(), found, local.tzinfo, "")
        if not found.sure and any(at <= local for at in today):
            return Call(None, False)
        days = told if all(at > local for at in today) else days
    if len(days) > 1 or any(not d.sure or d.day is None for d in days) or not (days or draft.around.written_sure):
        return Call(None, False)
    day = days[0].day if days and days[0].day else local.date()
    past = [
        at
        for at in _moments(day, found, local.tzinfo, sentence.words[found.span.end :])
        if at <= local + timedelta(minutes=1)
    ]
    if len(past) == 2 and day == local.date() and _EVENING.search(draft.text.newest[: sentence.span.start]):
        past = past[1:]
    return Call(past[0], True) if len(past) == 1 else Call(None, False)


def _told_yesterday(draft: Draft) -> tuple[FoundDate, ...]:
    """ "Yesterday she told me … I called at six", in the morning: the one day that is told, if it is yesterday."""
    told = [day for sentence in said(draft) for day in dates_in(draft, sentence, Direction.PAST)]
    yesterday = draft.around.written_at.date() - timedelta(days=1)
    return tuple(told[:1]) if told and all(each.sure and each.day == yesterday for each in told) else ()


def _moments(day: date, found: FoundTime, zone: tzinfo | None, after: str) -> list[datetime]:
    if found.at is None:
        return []
    hours = [found.at.hour] if found.sure else [found.at.hour % 12, found.at.hour % 12 + 12]
    if not found.sure and (part := _PART.search(after)):
        at_meals = [hour for hour in hours if 11 <= hour <= 20]
        hours = at_meals if part["meal"] else hours[:1] if part["part"].lower() == "morning" else hours[1:]
    return [datetime.combine(day, found.at.replace(hour=hour), zone) for hour in hours]
