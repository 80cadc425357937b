"""Find a visitor's request that the scheme books a visit for them (B20)."""

from collections.abc import Iterable

from mailbot.events import Fact, Fields, Kind
from mailbot.reading.message import Draft
from mailbot.reading.words.names import about, find_clients
from mailbot.reading.words.sense import day_to_come, fact, said, unless_own, with_client
from mailbot.workflows.booking import wording

BOOK = "book"


def recognise(draft: Draft) -> Iterable[Fact]:
    """The first such request. The day is only passed on: nothing is planned before somebody has booked it."""
    for sentence in said(draft):
        if not wording.ASKS.search(sentence.words) or wording.NOT.search(sentence.words):
            continue
        named = find_clients(sentence.words, draft.around.roll, draft.sender.person)
        client = about(draft, sentence.words if named else None)
        day, at = day_to_come(draft, sentence)
        fields = Fields(command=BOOK, next_visit_date=day, next_visit_time=at)
        yield fact(draft, Kind.QUESTION_OTHER, with_client(fields, client), sentence.span, unless_own(draft, client))
        return
