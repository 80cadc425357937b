"""Somebody is busy on the day that was planned, and so there is another."""

from collections.abc import Iterator

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words import planning
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.sense import Sentence, cut, fact, prompt_date, unless_own, with_client
from mailbot.reading.words.times import find_times
from mailbot.workflows.visits.coming import time_in
from mailbot.workflows.visits.days import to_come
from mailbot.workflows.visits.whom import whom

# Every word that may stand in such a sentence beside days, times and the client: any other, and it is read as before.
_SAID = (
    "yes yep yeah ok okay sorry no actually but on for instead please rather make it move moved to the"
    " can't cant cannot can couldn't do we i i'll we'll i'm am are will shall go going come coming visit"
    " visiting see seeing him her them there so then now thanks thank you with at change changed better is"
    " be able unable not afraid unfortunately and i'd have let's us that my our"
)
_WORDS = frozenset(_SAID.split())
_CHANGES = lazy(r"\b(?:but|instead|rather|move|moved|change|changed|make it|actually)\b")
_CANNOT = lazy(r"\b(?:can't|cant|cannot|can not|couldn't|not able|unable)\b")
_A_PLAN = frozenset({"planned", "plan", "moved"})
_WORD = lazy(r"[a-z]+(?:'[a-z]+)?")


def another_day(draft: Draft, sentence: Sentence, low: str) -> Iterator[Fact]:
    """ "Yes, but on Friday"; "I can't do Thursday with Marek, so I'll go on Friday instead": one visit is moved.

    Sure only as every word is known, both days are, and "not this one" stands by the first.
    """
    found = to_come(draft, sentence)
    if not found or not all(each.sure for each in found) or "?" in low or not _all_known(draft, sentence, low):
        return
    prompted = prompt_date(draft, Direction.FUTURE) if draft.around.answers_question in _A_PLAN else None
    cannot, days = _CANNOT.search(low), list(dict.fromkeys(each.day for each in found if each.day))
    if len(days) == 2 and cannot and cannot.start() < found[0].span.start and not _CANNOT.search(low, cannot.end()):
        old, new = days
    elif len(days) == 1 and prompted and days[0] != prompted and not cannot and _CHANGES.search(low):
        old, new = prompted, days[0]
    else:
        return
    client, whole = whom(draft, sentence.words), Span(0, len(sentence.words))
    if client.client is None and draft.around.answers_question not in _A_PLAN:
        return
    span, doubt = cut(draft, sentence, whole), unless_own(draft, client)
    if cannot:
        off = Fields(visit_date=old, outcome=Outcome.CANCELLED)
        yield fact(draft, Kind.VISIT_CANCELLED, with_client(off, client), span, doubt)
    plan = Fields(next_visit_date=new, next_visit_time=time_in(sentence), moved_from=old)
    yield fact(draft, Kind.VISIT_PLANNED, with_client(plan, client), span, doubt)


def _all_known(draft: Draft, sentence: Sentence, low: str) -> bool:
    letters = list(low)
    spans = [each.span for each in to_come(draft, sentence)]
    spans += [each.span for each in find_times(sentence.words)]
    spans += [each.span for each in find_clients(sentence.words, draft.around.roll, draft.sender.person)]
    for span in spans:
        letters[span.start : span.end] = " " * (span.end - span.start)
    return all(word in _WORDS for word in _WORD.findall("".join(letters)))


def instead_of(draft: Draft, sentence: Sentence, low: str, plans: list[Fact]) -> Iterator[Fact]:
    """ "He has a school trip on Saturday, so we go on Sunday": what was planned for Saturday is off; asked."""
    so = planning.BUSY_SO.search(low)
    if so is None or not plans:
        return
    busy = [f for f in to_come(draft, sentence) if so.start() <= f.span.start < so.start("so")]
    day = busy[0].day if busy else None
    if day is None or day == plans[0].fields.next_visit_date:
        return
    fields = Fields(
        visit_date=day, outcome=Outcome.CANCELLED, reason=sentence.words[: so.start("so")].strip(" ,")[:200]
    )
    span = cut(draft, sentence, Span(*so.span("so")))
    yield fact(draft, Kind.VISIT_CANCELLED, with_client(fields, whom(draft, sentence.words)), span, "outcome")
