"""A report in another language, where nothing was understood in English; always asked."""

from collections.abc import Iterator
from dataclasses import replace

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.reading.message import Draft
from mailbot.reading.words import abroad as words
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import fact, said, with_client
from mailbot.workflows.visits.report import Told, report
from mailbot.workflows.visits.whom import whom


def from_abroad(draft: Draft) -> list[Fact]:
    """The visit that was, or was not, and the next one."""
    roll, person = draft.around.roll, draft.sender.person
    if person is None or not roll.matches_of(person):
        return []
    found: list[Fact] = []
    for sentence in list(said(draft))[:20]:
        low = folded(sentence.words)
        one = Told(draft, sentence, low, find_clients(sentence.words, roll, person), False)
        found += _happened(one) if not any(f.fields.outcome for f in found) else ()
        found += _next(one) if not any(f.kind is Kind.VISIT_PLANNED for f in found) else ()
    return found


def _happened(one: Told) -> Iterator[Fact]:
    for pattern, outcome in ((words.DID, Outcome.TOOK_PLACE), (words.DID_NOT, Outcome.DID_NOT_TAKE_PLACE)):
        cue = words.found_in(pattern, one.low)
        if cue is not None and not one.low.rstrip().endswith("?"):
            for each in report(one, cue, outcome):
                yield replace(each, sure=False, unsure_of="outcome")
            return


def _next(one: Told) -> Iterator[Fact]:
    cue = words.found_in(words.NEXT, one.low)
    day = words.day_to_come(one.low, cue.end(), one.draft.around.today) if cue else None
    if cue and day:
        start = one.sentence.span.start
        span = Span(start + cue.start(), start + cue.end())
        fields = with_client(Fields(next_visit_date=day), whom(one.draft, one.sentence.words))
        yield fact(one.draft, Kind.VISIT_PLANNED, fields, span, "next_visit_date")
