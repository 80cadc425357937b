"""What a message says of calls to the helpline: when, how long it took, which one was logged (duty C4).

A call's time only ever comes from the writer's words (promise 5).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from itertools import zip_longest

from mailbot.events import CallMade, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.labels import labels_in, line_of
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.sense import Sentence, dates_in, said
from mailbot.reading.words.times import FoundTime, find_minutes, find_times
from mailbot.workflows.safeguarding import call_words as w


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
    lines = [x for x in labels_in(draft) if x.role in ("call", "helpline") and x.value]
    call = call_from(draft, [Sentence(line.value_span, line.value) for line in lines]) if lines else None
    if wait is not None:
        minutes = find_minutes(wait.value)
        bare = int(wait.value) if wait.value.isdecimal() and len(wait.value) < 4 else None
        call = replace(call or Call(), wait=minutes[0][0] if minutes else bare)
    return call


def call_in_words(draft: Draft) -> Call | None:
    """A call told in plain sentences: from the first that speaks of ringing."""
    sentences = [s for s in said(draft) if w.HELPLINE.search(s.words) or not _is_other(s.words)]
    start = next((n for n, s in enumerate(sentences) if w.RANG.search(s.words)), None)
    if start is None or not any(w.CALLING.search(s.words) for s in sentences):
        return None
    told = [s for s in sentences[start:] if w.CALLING.search(s.words) or w.RANG.search(s.words)]
    return call_from(draft, told)


def _is_other(words: str) -> bool:
    """Whether somebody else rang, or somebody else was rung."""
    return bool(w.OTHER_CALL.search(words) or w.OTHERS_NAME.search(words))


def call_from(draft: Draft, lines: list[Sentence]) -> Call | None:
    """One time is the call's; of several the one that was logged; else they are for the writer to sort out."""
    times = [(s, t) for s in lines for t in find_times(s.words)]
    waits = [minutes for s in lines for minutes, span in find_minutes(s.words) if not _in_a_time(s, span)]
    wait = waits[0] if len(waits) == 1 else _corrected(lines, waits)
    if not waits and any(w.NO_WAIT.search(s.words) for s in lines):
        wait = 0
    if not times:
        return Call(wait=wait) if wait is not None else None
    if len(times) == 1 and w.GAVE_UP.search(times[0][0].words[times[0][1].span.end :]):
        return Call(wait=wait)
    if len(times) == 1:
        return replace(_read(draft, *times[0]), wait=wait)
    logged = [(s, t) for s, t in times if w.LOGGED.search(s.words[: t.span.start].rstrip())]
    if len(logged) == 1:
        return replace(_read(draft, *logged[0]), wait=wait)
    return _of_several(draft, lines)


def _corrected(lines: list[Sentence], waits: list[int]) -> int | None:
    """ "No sorry, it was 12 minutes, not 20": the wait that takes the place of the others."""
    match = next((found for s in lines if (found := w.NOT_SO_LONG.search(s.words))), None)
    right, wrong = (find_minutes(match["right"]), find_minutes(f"{match['wrong']} minutes")) if match else ((), ())
    return right[0][0] if right and wrong and set(waits) == {right[0][0], wrong[0][0]} else None


def is_over(text: str, minutes: int) -> bool:
    """Whether the words say that it took longer than exactly so many minutes: "over 5 minutes", "5 min 1 s" (C5)."""
    return any(
        found == minutes and (w.LONGER.search(text[: span.start]) or w.SECONDS.match(text[span.end :]))
        for found, span in find_minutes(text)
    )


def _in_a_time(sentence: Sentence, span: Span) -> bool:
    """ "ten minutes to six" is no length of time."""
    return any(t.span.start <= span.start and span.end <= t.span.end for t in find_times(sentence.words))


def helpline(draft: Draft) -> str | None:
    """The helpline by its name, as the message or our own quoted question calls it."""
    people = draft.around.roll.name_words
    for text in (draft.text.newest, our_prompt(draft)):
        for match in w.LINE.finditer(text):
            name: str = next(filter(None, match.groups()))
            if not set(name.casefold().split()) & people:
                return name
    return None


def _of_several(draft: Draft, lines: list[Sentence]) -> Call:
    """Two calls, each with its wait: the last was logged if those before it were given up."""
    calls = list(_calls(draft, lines))
    given_up = [bool(w.GAVE_UP.search(text)) for _, text in calls]
    made = tuple(call for call, _ in calls)
    if len(calls) < 2 or not all(given_up[:-1]) or given_up[-1] or any(call.at is None for call in made):
        return Call()
    return Call(made[-1].at, True, made[-1].wait_minutes, made)


def _calls(draft: Draft, lines: list[Sentence]) -> Iterator[tuple[CallMade, str]]:
    """Each time with the words up to the next one."""
    last: datetime | None = None
    for n, sentence in enumerate(lines):
        times = find_times(sentence.words)
        for found, after in zip_longest(times, times[1:]):
            end = after.span.start if after else len(sentence.words)
            words = sentence.words[found.span.end : end]
            if after is None and n + 1 < len(lines) and not find_times(lines[n + 1].words):
                words += " " + lines[n + 1].words
            waits = [minutes for minutes, _ in find_minutes(words)]
            call = _read(draft, sentence, found, last)
            last = call.at or last
            yield CallMade(call.at, waits[0] if len(waits) == 1 else None), words


def _read(draft: Draft, sentence: Sentence, found: FoundTime, last: datetime | None = None) -> Call:
    """A vague time is none (hardest situation 3); of morning and evening only the past can hold a call.

    `last`: when the call before it was made.
    """
    if found.at is None or not found.exact:
        return Call(None, False)
    local = draft.around.written_at
    days = dates_in(draft, sentence, Direction.PAST)
    if not days and (told := _told_yesterday(draft)):
        today = _moments(local.date(), found, local.tzinfo, " " * found.span.end)
        if not found.sure and any(at <= local for at in today):
            return Call(None, False)
        days = told if all(at > local for at in today) else days
    if len(days) > 1 or any(not d.sure or d.day is None for d in days) or not (days or draft.around.written_sure):
        return Call(None, False)
    day = days[0].day if days and days[0].day else local.date()
    past = [at for at in _moments(day, found, local.tzinfo, sentence.words) if at <= local + timedelta(minutes=1)]
    past = _by_what_is_told(draft, sentence, past, last)
    if len(past) != 1 or (not found.sure and past[0].hour < w.MORNING and not w.AT_NIGHT.search(sentence.words)):
        return Call(None, False)
    return Call(past[0], True)


def _by_what_is_told(draft: Draft, sentence: Sentence, past: list[datetime], last: datetime | None) -> list[datetime]:
    """Of morning and evening: what comes after the last call, or on the evening that is told of.

    A call of today at "five" was not before six in the morning, unless the night is spoken of.
    """
    past = [at for at in past if last is None or at > last]
    if len(past) != 2:
        return past
    today = past[0].date() == draft.around.written_at.date()
    evening = today and w.EVENING.search(draft.text.newest[: sentence.span.start])
    by_day = today and past[0].hour < w.MORNING and w.RANG.search(sentence.words)
    return past[1:] if evening or (by_day and not w.AT_NIGHT.search(sentence.words)) else past


def _told_yesterday(draft: Draft) -> tuple[FoundDate, ...]:
    """ "Yesterday she told me … I called at six", in the morning: the one day that is told, if it is yesterday."""
    told = [day for sentence in said(draft) for day in dates_in(draft, sentence, Direction.PAST)]
    yesterday = draft.around.written_at.date() - timedelta(days=1)
    return tuple(told[:1]) if told and all(each.sure and each.day == yesterday for each in told) else ()


def _moments(day: date, found: FoundTime, zone: tzinfo | None, words: str) -> list[datetime]:
    """That time of that day, in the morning and in the evening unless the words around it say which."""
    if found.at is None:
        return []
    hours = [found.at.hour] if found.sure else [found.at.hour % 12, found.at.hour % 12 + 12]
    if not found.sure and (said := w.PART.search(words[found.span.end :])) and said["meal"]:
        hours = [hour for hour in hours if 11 <= hour <= 20]
    elif not found.sure and (said := said or w.PART_BEFORE.search(words[: found.span.start])):
        hours = _hours_in(said["part"].lower(), hours)
    return [datetime.combine(day, found.at.replace(hour=hour), zone) for hour in hours]


def _hours_in(part: str, hours: list[int]) -> list[int]:
    """Of an hour and the one twelve hours on, that of this part of the day; none for two at night: of which day?"""
    if part == "night":
        return [hour for hour in hours if hour >= w.NIGHTFALL]
    return hours[:1] if part == "morning" else hours[1:]
