"""A coordinator's mail that asks for a meeting to be announced (L25): what, day, time, place, and who is invited.

What is not said, or could be another, is left out, and asked. What is read wrongly is seen: the coordinator is shown
the invitation before anybody else is.
"""

import re
from collections.abc import Iterable
from datetime import date, time

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.announcing import WHAT, invites
from mailbot.reading.words.courtesy import courtesies
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.sense import Sentence, dates_in, names_in, sentences_of
from mailbot.reading.words.times import FoundTime, find_times
from mailbot.roll import Role
from mailbot.workflows.contract import ANNOUNCE

_NOT = lazy(r"\b(?:not?|never|don['’]?t|do not|nobody|cancel(?:led)?|off|minutes|apologies)\b", re.IGNORECASE)
_LEAD = lazy(
    r"^(?:(?:the|our|next|a|an|there|is|will|be|it|on|from|at|in|held|for|to|and|that|this|we|have|are|having"
    r"|venue|place|where)\b[\s:]*)+",
    re.IGNORECASE,
)
_THERE = lazy(r"^(?:(?:venue|place|where)\s*:|(?:held |will be )*(?:at|in)\b)", re.IGNORECASE)
_NO_PLACE = lazy(
    r"^\W*(?:please|thanks?|thank you|cheers|dear|hi|hello|best|regards|many|as usual)\b"
    r"|\b(?:was|were|had|has|have|did|said|says|told|i|he|she|they|his|her|their|who|because)\b",
    re.IGNORECASE,
)
_PIECE = lazy(r"(?:(?<=\bSt)\.|\.(?=\S)|[^|;\n.!?])+")
_EVERYBODY = (Role.VISITOR, Role.BACKUP)
_TO = lazy(r"\s*(?:to|till|until|-|–)\s*$", re.IGNORECASE)


def recognise(draft: Draft) -> Iterable[Fact]:
    """The one meeting that an officer's mail announces."""
    person = draft.sender.person
    if person is None or not person.is_officer or draft.around.answers_question is not None:
        return []
    text = draft.text.newest
    what, asking = WHAT.search(text), invites(text)
    if what is None or asking is None or not (roles := _roles(asking[2])) or _NOT.search(text):
        return []
    days = dates_in(draft, Sentence(Span(0, len(text)), text), Direction.FUTURE)
    times = [found for found in find_times(text) if not _inside(found.span, days)]
    if not days:
        return []
    known = [Span(*what.span()), Span(*asking[:2]), *(d.span for d in days), *(t.span for t in times)]
    place = _place(draft, known)
    day, at = _day(days), _time(text, times)
    fields = Fields(
        command=ANNOUNCE,
        command_args=what.group()[0].upper() + what.group()[1:],
        next_visit_date=day,
        next_visit_time=at,
        place=place[0] if place else None,
        invites=roles,
    )
    unsure = None if day and at and place else "next_visit_date"
    span = _span(draft, [each.start for each in known] + ([place[1]] if place else []))
    evidence = text[span.start : span.end]
    return [Fact(Kind.COORDINATOR_COMMAND, fields, span, evidence, unsure is None, unsure)]


def _roles(who: str) -> tuple[str, ...]:
    """Everybody and all volunteers are visitors and backups; who is meant by nothing at all is not guessed."""
    low = who.casefold()
    named = tuple(role.value for role in _EVERYBODY if role in low)
    everybody = "every" in low or "volunteer" in low or low.split() in (["all"], ["all", "of"])
    return named or (tuple(role.value for role in _EVERYBODY) if everybody else ())


def _day(found: tuple[FoundDate, ...]) -> date | None:
    days = {each.day for each in found}
    return days.pop() if len(days) == 1 and all(each.sure for each in found) else None


def _time(text: str, found: list[FoundTime]) -> time | None:
    """The only one, or the first of "7pm to 9pm"; good to the minute."""
    if len(found) == 2 and _TO.match(text[found[0].span.end : found[1].span.start]):
        found = found[:1]
    times = {each.at for each in found if each.exact and each.sure}
    return times.pop() if len(times) == 1 and len(found) == 1 else None


def _inside(span: Span, days: Iterable[FoundDate]) -> bool:
    return any(day.span.start <= span.start < day.span.end for day in days)


def _place(draft: Draft, known: list[Span]) -> tuple[str, int] | None:
    """What else stands there, and where, if it is one thing, looks like a place, and names nobody who is visited."""
    text = draft.text.newest
    letters = list(text)
    for span in [*known, *courtesies(text)]:
        letters[span.start : span.end] = "|" * (span.end - span.start)
    pieces = _PIECE.finditer("".join(letters))
    found = [(place, each.start()) for each in pieces if (place := _as_place(draft, each.group().strip(" \t,-–()")))]
    if len(found) != 1 or find_clients(found[0][0], draft.around.roll, None):
        return None
    return found[0][0][:200], found[0][1]


def _as_place(draft: Draft, piece: str) -> str | None:
    said_there = bool(_THERE.match(piece))
    place = _LEAD.sub("", piece).strip(" :,.-–")
    words = re.findall(r"[^\W_]+", place)
    if len(place) < 3 or _NO_PLACE.search(place) or all(word.casefold() in names_in(draft) for word in words):
        return None
    named = said_there or any(word[0].isupper() for word in words) or place.casefold() in ("online", "zoom")
    return place if named else None


def _span(draft: Draft, starts: Iterable[int]) -> Span:
    """The sentences that say something of it, from the first on, as far as they stand together."""
    at = sorted(starts)
    mine = [each for each in sentences_of(draft) if any(each.start <= start < each.end for start in at)]
    every = list(sentences_of(draft))
    if not mine:
        return Span(0, 0)
    first, end = every.index(mine[0]), 0
    while end < len(mine) and first + end < len(every) and every[first + end] == mine[end]:
        end += 1
    return Span(mine[0].start, mine[end - 1].end)
