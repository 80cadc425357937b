"""Somebody is busy on the day that was planned, and so there is another."""

from collections.abc import Iterator

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.reading.message import Draft
from mailbot.reading.words import planning
from mailbot.reading.words.sense import Sentence, cut, fact, with_client
from mailbot.workflows.visits.days import to_come
from mailbot.workflows.visits.whom import whom


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
