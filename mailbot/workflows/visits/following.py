"""The next visit beside the report of one: a day to come that is tied to nothing else; always asked about."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from mailbot.events import Fact, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.words import following as words
from mailbot.reading.words import visiting
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.sense import asked, cut, dates_in, fact, with_client
from mailbot.workflows.visits.coming import plan_fields, time_in
from mailbot.workflows.visits.days import to_come
from mailbot.workflows.visits.report import Told
from mailbot.workflows.visits.whom import whom

_FEW = 40  # words of a sentence in which a day alone may count
_BRIEF = 60  # words of a mail that only names a day
_LATEST = timedelta(days=100)
_DAY_OF_MONTH = lazy(r"\d\D|\d\d\D|\D\d")  # "the 12" alone may be a bus
_OUT_OF = lazy(r"(\d+)/\1\b")  # "10/10"


def following(told: Sequence[Told], found: Sequence[Fact]) -> Iterator[Fact]:
    """The one day to come that a report names beside it, if nothing says what else it is for.

    Without a report a time of day, or a word of going, has to stand by it, and a client of the writer's.
    """
    if not told:
        return
    reports = [each for each in found if each.fields.outcome]
    bare = not reports and asked(told[0].draft) != "outcome"
    text = told[0].draft.text.newest
    if bare and (len(text.split()) > _BRIEF or words.MONEY.search(text.casefold())):
        return
    if bare and (found or whom(told[0].draft, text).source not in ("text", "subject")):
        return
    gone = {each.fields.visit_date for each in reports}
    ahead = [(one, day) for one in told for day in _days_of(one, bare) if day.day not in gone]
    if len({day.day for _, day in ahead}) != 1:
        return
    one, day = ahead[0]
    past = [each for each in dates_in(one.draft, one.sentence, Direction.PAST) if each.day in gone]
    if not any(each.span.start < day.span.end and day.span.start < each.span.end for each in past):
        yield _plan(one, day)


def _plan(one: Told, day: FoundDate) -> Fact:
    fields = with_client(plan_fields(one.draft, one.sentence, one.low, day), whom(one.draft, one.sentence.words))
    return fact(one.draft, Kind.VISIT_PLANNED, fields, cut(one.draft, one.sentence, day.span), "next_visit_date")


def _days_of(one: Told, bare: bool) -> list[FoundDate]:
    if visiting.is_question(one.low) or len(one.low.split()) > _FEW:
        return []
    return [each for each in to_come(one.draft, one.sentence) if _is_near(one, each) and _is_free(one, each, bare)]


def _is_near(one: Told, each: FoundDate) -> bool:
    today, said = one.draft.around.today, one.low[each.span.start : each.span.end]
    return each.day is not None and today < each.day <= today + _LATEST and not _OUT_OF.fullmatch(said)


def _is_free(one: Told, day: FoundDate, bare: bool) -> bool:
    """Whether the clause in which the day stands speaks of nothing that was, and of nothing else to come."""
    clause = clause_of(one.low, day.span)
    if words.OVER.search(clause) or words.OF_SOMETHING.search(clause):
        return False
    if (
        bare
        and not words.OURS.search(clause)
        and (_names_client(one, day) or not _DAY_OF_MONTH.search(one.low[day.span.start : day.span.end]))
    ):
        return False
    said = one.low[day.span.start : day.span.end]
    if (bare or not _DAY_OF_MONTH.search(said)) and not words.WORKS.search(clause):
        return bare and bool(_DAY_OF_MONTH.search(said)) and time_in(one.sentence) is not None
    return not words.THEIRS.search(clause) or bool(words.WITH_US.search(clause))


def _names_client(one: Told, day: FoundDate) -> bool:
    """ "Omar is at the mosque on 2 May": what the client does."""
    return any(each.span.start < day.span.start for each in one.clients)


def clause_of(low: str, day: Span) -> str:
    """What is said round a day, with the day blanked."""
    start = max((match.end() for match in words.STOP.finditer(low, 0, day.start)), default=0)
    stop: re.Match[str] | None = words.STOP.search(low, day.end)
    return f"{low[start : day.start]} {low[day.end : stop.start() if stop else len(low)]}"
