"""Visits that are planned, moved or called off, in plain sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from enum import Enum

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.expressions import found_by, lazy
from mailbot.reading.message import Draft
from mailbot.reading.words import planning, unkept, visiting
from mailbot.reading.words.calendar_words import MAY
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.sense import (
    Sentence,
    asked,
    cut,
    dates_in,
    fact,
    is_whole,
    prompt_date,
    unless_own,
    with_client,
)
from mailbot.reading.words.times import find_times
from mailbot.workflows.visits import contrast
from mailbot.workflows.visits.behalf import reason
from mailbot.workflows.visits.days import to_come
from mailbot.workflows.visits.refusing import days_off, is_tenseless, refusal
from mailbot.workflows.visits.whom import whom

_BREAK = lazy(r"[.;!?]")
_PAST = lazy(r"\b(?:was|were|saw|went|had|did|met|visited|happened|took)\b")
_DENIED = lazy(r"(?:n't|nt|\bnot|\bnever|\bcannot)(?: \w+)?\s*$")
_DOWN_FOR = lazy(r"down for|(?:in|on) (?:the|my|our)")
_HAD = lazy(r"\b(?:had|was|were)(?: (?:it|him|her|them|us|me|\w+))?(?: down)?(?: for)?(?: \w+)? $")
_MAYBE = lazy(rf"\b(?:might|{MAY}|perhaps|possibly|not sure|think|hope|hoping)\b")
_VERB = lazy(r"ca|wo|sha|will|unable|not|no |could|must|have|need|got|had|want")
_SEEING = lazy(r"(?:see|seeing|seein|meeting|meet|visit|visiting|taking|with)$")
_NEXT = lazy(r"\s*(?:with |to )?(?P<who>\w+)")
_NOT_THE_CLIENT = frozenset(("my", "the", "a", "an", "you", "our", "of", "somebody", "someone", "friends", "about"))
_THEM = lazy(r"\b(?:he|she|they)\b[^,.;]{0,20}$")
_SOMEBODY = lazy(r"\b(?:the|my|his|her|our|their|your) (?:\w+ ){1,2}$")
_PASSIVE = lazy(r"\b(?:been|was|were|got|being) $")
_ANOTHER_DAY = lazy(r"\b(?:now|instead|rather)\b")
_GREETED = lazy(r"\b(?:hi|hiya|hello|hey|dear|morning|evening|alright) \w+ $")
_PROVISO = lazy(r"\b(?:all being well|weather permitting|god willing|insh?a'? ?allah|d\.?v\b|fingers crossed)")
_WITH = lazy(r"(?:\bwith|\bw|\bwi|\bwiv|w/) $")
_IN_ALL_THAT_TIME = lazy(
    r"\b(?:i'?m|am|we'?re|are|be|going) (?:off|gone)\b|\b(?:cruise|holiday|pilgrimage)\b"
    r"|\bno (?:more )?visits?\b|\b(?:nights|shifts?|away|leave|runs?|abroad)\b|can'?t visit|cannot visit"
)
_SPENT = lazy(r"[£€$]\s?\d|\b(?:paid|bought|cost|spent|claim\w*|receipts?|put|came|told|said|gave|miles)\b")
_WE_GO = lazy(r"\b(?:i|we) (?:go|come|visit|see|meet|take|eat|cook|play|walk|swim)\b")
_LAST_WORD = lazy(r"(\w+) $")
_CLAUSE = lazy(r"[.;:,!?]|\b(?:and|but|so|as|because)\b")
# "They moved him to B wing, he had a fit on Saturday"
_TO_A_PLACE = lazy(
    r"\s*(?:\w+ ){0,2}(?:wing|block|prison|hotel|hostel|room|cell|unit|floor|house|landing|spur"
    r"|bed)\b"
)
_STILL_ON = lazy(r"\b(?:it|that|this|\w+day)(?:'s| is) still (?:on|happening|going ahead)\b")
_THEY_ARE = lazy(r"\b(?:he|she|they)(?:'s| is| are|'re|'ll| will| was| were)? (?:\w+ ){0,2}(?:to )?(?:be )?$")
_GOES = lazy(r"(?:i|we)(?:'m| am|'ll| will| are|'re)? (?:be )?(?:go|leave|travel|fly)")
_TILL = lazy(r"\s*(?:until|till?|through)\b")  # "I go 14 March until 30 March"
_WAS_THEN = lazy(r"\s*(?:was|were|had been)\b")  # "back on Monday was twelve miles"
_AND = lazy(r"\s*(?:,|and|&|\+|n)\s*(?:and |then |again |on |the )*")
_UNTIL = lazy(r"\s*(?:to|till?|until|-|–)?\s*")
_VISITING = lazy(r"visit|see|him\b|her\b|next|nxt|there|meet")


def cancelled(draft: Draft, sentence: Sentence, low: str) -> Iterator[Fact]:
    """A visit to come that cannot be; its day is the sentence's, or our prompt's."""
    cue = refusal(draft, sentence, low)
    if cue is None:
        return
    question = asked(draft)
    whose = _whose(draft, low, cue)
    if whose is _Whose.NOBODYS:
        return
    found = days_off(draft, sentence, low, cue)
    prompted = prompt_date(draft, Direction.FUTURE) if question in ("plan", "outcome") and not found else None
    day = _near(found, cue, low) or (found[0] if found else None)
    if day is None and question == "outcome" and prompted in (None, draft.around.today):
        return  # whoever is asked how it was has been, or has not
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
    if day is not None and _ANOTHER_DAY.search(low, cue.end(), max(day.span.start, cue.end())):
        day, sure, fields = None, False, replace(fields, visit_date=None)
    guessed = found_by(cue, unkept.UNWELL) or whose is _Whose.THEIRS or (day is not None and is_tenseless(low, cue))
    doubt = "outcome" if guessed or _MAYBE.search(low) else None if sure else "visit_date"
    yield fact(
        draft,
        Kind.VISIT_CANCELLED,
        fields,
        cut(draft, sentence, Span(*cue.span())),
        doubt or unless_own(draft, client),
    )


def planned(draft: Draft, sentence: Sentence, low: str, start: int = 0) -> Iterator[Fact]:
    """A visit to come, with the day that stands by the words that announce it, and each day of a list with it."""
    asks = bool(planning.QUESTION_START.match(low)) and low.rstrip().endswith("?") and " we say " not in low
    if asks and not planning.MOVE_PLEASE.search(low):
        return
    found = [f for f in to_come(draft, sentence) if f.span.start >= start]
    found = [f for f in found if not contrast.is_taken_back(low, f, found)]
    if not found or planning.YET_TO.search(low) or planning.TAKEN_BACK.search(low):
        return
    client = whom(draft, sentence.words)
    for cue in planning.PLANNED.finditer(low, start):
        day = _near(found, cue, low)
        told = (
            day is not None
            and not _WAS_THEN.match(low, day.span.end)
            and not (_GOES.match(cue.group()) and _TILL.match(low, day.span.end))
            and not _is_of_somebody_else(draft, low, cue)
            and not _is_something_else(low, cue, day)
            and not _is_over(low, cue)
            and not (cue.group().startswith("same") and planning.SAME_FARE.search(low[: cue.start()]))
        )
        if day is None or not told or not (client.source != "match" or _VISITING.search(low)):
            continue
        span = cut(draft, sentence, Span(*cue.span()))
        fields = with_client(plan_fields(draft, sentence, low, day), client)
        vague = asks or not day.sure or _is_vague(low, cue, found) or not is_whole(draft, sentence, span)
        vague = vague or contrast.is_bare(low, cue) or len(to_come(draft, sentence)) > len(found)
        vague = vague or not (asked(draft) == "plan" or _VISITING.search(low) or _names_client(draft, sentence))
        for each in _list_of(day, found, low):
            doubt = "next_visit_date" if vague or not each.sure else unless_own(draft, client)
            yield fact(draft, Kind.VISIT_PLANNED, replace(fields, next_visit_date=each.day), span, doubt)
        return


def _list_of(day: FoundDate, found: Sequence[FoundDate], low: str) -> list[FoundDate]:
    """That day and those behind it in "the 4th, the 11th and the 18th"."""
    listed, last_and = [day], 1
    for each in found:
        between = low[listed[-1].span.end : each.span.start]
        if each.span.start > day.span.start and _AND.fullmatch(between):
            listed.append(each)
            last_and = len(listed) if between.strip() != "," else last_and
    return listed[:last_and]


def _names_client(draft: Draft, sentence: Sentence) -> bool:
    return bool(find_clients(sentence.words, draft.around.roll, draft.sender.person))


def with_a_client(draft: Draft, sentence: Sentence, low: str) -> Iterator[Fact]:
    """ "Bowling with Omar Friday at four": no verb, but a client and a day to come right behind; always asked."""
    found, not_so = to_come(draft, sentence), (_PAST, _SPENT, planning.NOT_VISITING, visiting.DOUBT)
    if not found or visiting.is_question(low) or any(pattern.search(low) for pattern in not_so):
        return
    for client in find_clients(sentence.words, draft.around.roll, draft.sender.person):
        day = next((f for f in found if 0 <= f.span.start - client.span.end <= 12), None)
        if not day and _WE_GO.search(low[: client.span.start]):
            day = next((f for f in found if f.span.end <= client.span.start), None)
        if day and client.own and (_WITH.search(low[: client.span.start]) or _PROVISO.search(low)):
            fields = with_client(plan_fields(draft, sentence, low, day), whom(draft, sentence.words))
            span = cut(draft, sentence, client.span)
            yield fact(draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date")
            return


class _Whose(Enum):
    """Who cannot come: the writer, the client, or somebody who has nothing to do with it."""

    MINE = 1
    THEIRS = 2
    NOBODYS = 3


def _whose(draft: Draft, low: str, cue: "re.Match[str]") -> _Whose:
    before = low[: cue.start()]
    name = _LAST_WORD.search(before)
    if name and _VERB.match(cue.group()) and name[1] not in draft.around.roll.clients_by_name:
        called = draft.around.roll.people_by_first_name.get(name[1], ())
        if any(person != draft.sender.person for person in called) and not _GREETED.search(before):
            return _Whose.NOBODYS
    if visiting.by_writer(before) or not _VERB.match(cue.group()):
        return _Whose.MINE
    return _Whose.NOBODYS if _SOMEBODY.search(before) and not _THEM.search(before) else _Whose.THEIRS


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
    if cue.group().startswith("not ") or (_DOWN_FOR.match(cue.group()) and _HAD.search(before)):
        return True
    return bool(_DENIED.search(before) or (cue.group().startswith("ins") and _PAST.search(before)))


def _is_of_somebody_else(draft: Draft, low: str, cue: "re.Match[str]") -> bool:
    """ "Seeing my sister", "meeting Carol", "the meeting of volunteers": not the client."""
    if cue.group().startswith(("there again", "back again")) and _THEY_ARE.search(low[: cue.start()]):
        return True
    if not _SEEING.search(cue.group()):
        return False
    after = _NEXT.match(low, cue.end())
    named = after["who"] if after else ""
    roll = draft.around.roll
    return named in _NOT_THE_CLIENT or (named in roll.first_names and named not in roll.clients_by_name)


def _is_something_else(low: str, cue: "re.Match[str]", day: FoundDate) -> bool:
    """A day for something else than a visit: "his hearing is moved to Friday", "I'll ring you on Monday"."""
    clause = 0
    for stop in _CLAUSE.finditer(low, 0, cue.start()):
        clause = stop.end()
    if cue.group().startswith("from ") and _IN_ALL_THAT_TIME.search(low):
        return True
    if cue.group().endswith(("to", "to a", "to the")) and _TO_A_PLACE.match(low, cue.end()):
        return _STILL_ON.search(low) is None
    if cue.group().startswith("moved") and _PASSIVE.search(low[: cue.start()]) and not _VISITING.search(low):
        return True
    return bool(planning.NOT_VISITING.search(low[clause : max(cue.end(), day.span.start)]))


def _is_vague(low: str, cue: "re.Match[str]", days: Iterable[FoundDate]) -> bool:
    """Whether it is only hoped or thought of; the month of May is no doubt."""
    letters = list(low)
    for start, end in (cue.span(), *((day.span.start, day.span.end) for day in days)):
        letters[start:end] = " " * (end - start)
    return bool(visiting.DOUBT.search("".join(letters))) or bool(
        re.search(r"\b(?:hop(?:e|ing)|prob\w*|pencil\w*|offer\w*|propos\w*|suggest\w*)\b", low)
    )


def plan_fields(draft: Draft, sentence: Sentence, low: str, day: FoundDate) -> Fields:
    """Day and time of a plan, and the day it was moved from."""
    return Fields(
        next_visit_date=day.day,
        next_visit_time=time_in(sentence),
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


def time_in(sentence: Sentence) -> time | None:
    """The one time that the sentence names, or when it begins: "2 to 4pm"."""
    times = [found for found in find_times(sentence.words) if found.at]
    begins = len(times) == 2 and times[0].exact and not planning.MOVED.search(sentence.words.lower())
    if begins and _UNTIL.fullmatch(sentence.words[times[0].span.end : times[1].span.start]):
        return times[0].at
    return times[0].at if len(times) == 1 else None
