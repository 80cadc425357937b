"""Visits that are planned, moved or called off, in plain sentences."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import Enum

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.reading.message import Draft
from mailbot.reading.words import planning, unkept, visiting
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import (
    Sentence,
    asked,
    cut,
    dates_in,
    fact,
    is_whole,
    prompt_date,
    said,
    unless_own,
    with_client,
)
from mailbot.reading.words.times import find_times
from mailbot.workflows.visits.behalf import reason
from mailbot.workflows.visits.days import to_come
from mailbot.workflows.visits.whom import whom

_BREAK = re.compile(r"[.;!?]")
_PAST = re.compile(r"\b(?:was|were|saw|went|had|did|met|visited|happened|took)\b")
_OTHER_THING = re.compile(
    r"^\s*(?:to |for |at |in )?(?:the |a |my |his |her |our |your |this |that )?(?:\w+ )?"
    + unkept.NOT_A_VISIT.pattern
)
_DENIED = re.compile(r"(?:n't|nt|\bnot|\bnever|\bcannot)(?: \w+)?\s*$")
_IF = re.compile(r"\b(?:if|unless|in case|when)\b")
_MAYBE = re.compile(r"\b(?:might|may|perhaps|possibly|not sure|think|hope|hoping)\b")
_VERB = re.compile(r"ca|wo|sha|will|unable|not|no |could|must|have|need|got|had|want")
_SEEING = re.compile(r"(?:see|seeing|seein|meeting|meet|visit|visiting|taking|with)$")
_NEXT = re.compile(r"\s*(?:with |to )?(?P<who>\w+)")
_NOT_THE_CLIENT = frozenset(("my", "the", "a", "an", "you", "our", "of", "somebody", "someone", "friends", "about"))
_THEM = re.compile(r"\b(?:he|she|they)\b[^,.;]{0,20}$")
_SOMEBODY = re.compile(r"\b(?:the|my|his|her|our|their|your) (?:\w+ ){1,2}$")
_SHORT = 5  # words: beside a "no", a longer sentence with a day is more likely a reason
_CLAUSE = re.compile(r"[.;:,!?]|\b(?:and|but|so|as|because)\b")
_VISITING = re.compile(r"visit|see|him\b|her\b|next|there|meet")


def cancelled(draft: Draft, sentence: Sentence, low: str) -> Iterator[Fact]:
    """A visit to come that cannot be; its day is the sentence's, or our prompt's."""
    cue = next((m for m in unkept.CANNOT.finditer(low) if not _OTHER_THING.match(low[m.end() :])), None)
    question = asked(draft)
    if cue is None and question == "plan":
        cue = unkept.NO.match(low) or unkept.CANT.search(low)
    if cue is None or unkept.PERIOD.search(low) or visiting.is_question(low) or _IF.search(low[: cue.start()]):
        return
    whose = _whose(low, cue)
    if whose is _Whose.NOBODYS:
        return
    found = to_come(draft, sentence)
    prompted = prompt_date(draft, Direction.FUTURE) if question in ("plan", "outcome") and not found else None
    day = _near(found, cue, low) or (found[0] if found else None)
    if day is None and prompted is None and question == "outcome":
        return
    client = whom(draft, sentence.words)
    if day is None and prompted is None and client.source not in ("text", "subject", "quote"):
        return
    fields = Fields(
        visit_date=day.day if day else prompted,
        outcome=Outcome.CANCELLED,
        reason=reason(draft, sentence, cue.start(), cue.end()),
    )
    fields = with_client(fields, client, ("visit_date",) if day is None and prompted else ())
    sure = prompted is not None or (day is not None and day.sure and len(found) == 1)
    doubt = "outcome" if whose is _Whose.THEIRS or _MAYBE.search(low) else None if sure else "visit_date"
    yield fact(
        draft,
        Kind.VISIT_CANCELLED,
        fields,
        cut(draft, sentence, Span(*cue.span())),
        doubt or unless_own(draft, client),
    )


def planned(draft: Draft, sentence: Sentence, low: str, start: int = 0) -> Iterator[Fact]:
    """A visit to come, with the day that stands by the words that announce it; at most one for a sentence."""
    if planning.QUESTION_START.match(low) and low.rstrip().endswith("?"):
        return
    found = [f for f in to_come(draft, sentence) if f.span.start >= start]
    if not found:
        return
    client = whom(draft, sentence.words)
    for cue in planning.PLANNED.finditer(low, start):
        day = _near(found, cue, low)
        told = (
            day is not None
            and not _is_of_somebody_else(draft, low, cue)
            and not _is_something_else(low, cue, day)
            and not _is_over(low, cue)
        )
        if day is None or not told or not (client.source != "match" or _VISITING.search(low)):
            continue
        span = cut(draft, sentence, Span(*cue.span()))
        fields = with_client(_fields(draft, sentence, low, day), client)
        vague = not day.sure or _is_vague(low, cue, day) or not is_whole(draft, sentence, span)
        yield fact(draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date" if vague else unless_own(draft, client))
        return


class _Whose(Enum):
    """Who cannot come: the writer, the client, or somebody who has nothing to do with it."""

    MINE = 1
    THEIRS = 2
    NOBODYS = 3


def _whose(low: str, cue: "re.Match[str]") -> _Whose:
    before = low[: cue.start()]
    if visiting.by_writer(before) or not _VERB.match(cue.group()):
        return _Whose.MINE
    return _Whose.NOBODYS if _SOMEBODY.search(before) and not _THEM.search(before) else _Whose.THEIRS


def agreed(draft: Draft, known: bool) -> list[Fact]:
    """A short answer to "when will you visit?": a day alone, or "fine"; and "same time next month", unsure."""
    if asked(draft) == "plan":
        for sentence in list(said(draft))[:4]:
            if known and len(sentence.words.split()) > _SHORT:
                continue
            if each := _agreed(draft, sentence, folded(sentence.words)):
                return [each]
    for sentence in list(said(draft))[:100]:
        again = planning.SAME_AGAIN.search(folded(sentence.words))
        if again:
            return [_again(draft, sentence, again)]
    return []


def _agreed(draft: Draft, sentence: Sentence, low: str) -> Fact | None:
    if low.rstrip().endswith("?") or unkept.CANNOT.search(low):
        return None
    found, client = to_come(draft, sentence), whom(draft, sentence.words)
    agrees = planning.AGREE.match(low) or planning.THERE.search(low)
    if found and not planning.NOT_VISITING.search(low):
        day = found[0]
        span = cut(draft, sentence, day.span)
        fields = with_client(_fields(draft, sentence, low, day), client)
        vague = len(found) > 1 or not day.sure or not is_whole(draft, sentence, span)
        return fact(
            draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date" if vague else unless_own(draft, client)
        )
    prompted = prompt_date(draft, Direction.FUTURE)
    if agrees is None or prompted is None or found:
        return None
    span = cut(draft, sentence, Span(*agrees.span()))
    fields = with_client(
        Fields(next_visit_date=prompted, next_visit_time=_time(sentence)), client, ("next_visit_date",)
    )
    vague = visiting.DOUBT.search(low[agrees.end() :]) is not None
    return fact(draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date" if vague else unless_own(draft, client))


def _again(draft: Draft, sentence: Sentence, cue: "re.Match[str]") -> Fact:
    span, client = cut(draft, sentence, Span(*cue.span())), whom(draft, sentence.words)
    days = 7 if cue.group().endswith("week") else 14 if cue.group().endswith("fortnight") else 0
    base = prompt_date(draft, Direction.PAST) if asked(draft) == "outcome" else None
    day = base + timedelta(days=days) if base and days else None
    fields = with_client(Fields(next_visit_date=day), client)
    return fact(draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date")


def _near(found: list[FoundDate], cue: "re.Match[str]", low: str) -> FoundDate | None:
    """The day behind the cue, one with figures first ("the Sunday after, 1 November"); else right before it."""
    behind = [
        f
        for f in found
        if f.span.end > cue.start() and not _BREAK.search(low[min(cue.end(), f.span.start) : f.span.start])
    ]
    close = [f for f in behind if f.span.start - cue.end() <= 60]
    if close:
        close = [f for f in close if f.span.start >= cue.end()] or close
        return next((f for f in close if any(c.isdigit() for c in low[f.span.start : f.span.end])), close[0])
    before = [f for f in found if f.span.end <= cue.start() and cue.start() - f.span.end <= 40]
    between = low[before[-1].span.end : cue.start()] if before else ""
    return None if not before or _BREAK.search(between) or _PAST.search(between) else before[-1]


def _is_over(low: str, cue: "re.Match[str]") -> bool:
    """ "I went instead", "I won't be seeing him": done already, or denied."""
    before = low[: cue.start()]
    return bool(_DENIED.search(before) or (cue.group().startswith("ins") and _PAST.search(before)))


def _is_of_somebody_else(draft: Draft, low: str, cue: "re.Match[str]") -> bool:
    """ "Seeing my sister", "meeting Carol", "the meeting of volunteers": not the client."""
    if not _SEEING.search(cue.group()):
        return False
    after = _NEXT.match(low, cue.end())
    named = after["who"] if after else ""
    people = {folded(person.first_name) for person in draft.around.roll.people}
    return named in _NOT_THE_CLIENT or (named in people and named not in draft.around.roll.clients_by_name)


def _is_something_else(low: str, cue: "re.Match[str]", day: FoundDate) -> bool:
    """A day for something else than a visit: "his hearing is moved to Friday", "I'll ring you on Monday"."""
    clause = 0
    for stop in _CLAUSE.finditer(low, 0, cue.start()):
        clause = stop.end()
    return bool(planning.NOT_VISITING.search(low[clause : max(cue.end(), day.span.start)]))


def _is_vague(low: str, cue: "re.Match[str]", day: FoundDate) -> bool:
    letters = list(low)
    for start, end in (cue.span(), (day.span.start, day.span.end)):
        letters[start:end] = " " * (end - start)
    return bool(visiting.DOUBT.search("".join(letters))) or bool(
        re.search(r"\b(?:hop(?:e|ing)|prob\w*|pencil\w*)\b", low)
    )


def _fields(draft: Draft, sentence: Sentence, low: str, day: FoundDate) -> Fields:
    return Fields(
        next_visit_date=day.day,
        next_visit_time=_time(sentence),
        moved_from=_moved_from(draft, sentence, low, day),
    )


def _moved_from(draft: Draft, sentence: Sentence, low: str, day: FoundDate) -> date | None:
    """The old day of a visit that gets a new one: the other day to come that the text names, else our prompt's."""
    if not planning.MOVED.search(low):
        return None
    others = [f for f in dates_in(draft, sentence, Direction.FUTURE) if f.day and f.day != day.day and f.sure]
    named = [f for f in others if planning.FROM.search(low[: f.span.start])] or others
    if named:
        return named[0].day
    prompted = prompt_date(draft, Direction.FUTURE) if asked(draft) == "plan" else None
    return prompted if prompted != day.day else None


def _time(sentence: Sentence) -> time | None:
    times = [t.at for t in find_times(sentence.words) if t.at]
    return times[0] if len(times) == 1 else None
