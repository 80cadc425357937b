"""Find a visitor's request that the scheme books a visit for them (B20)."""

from collections.abc import Iterable

from mailbot.events import Fact, Fields, Kind
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import about, find_clients
from mailbot.reading.words.sense import dates_in, fact, said, unless_own, with_client
from mailbot.reading.words.times import find_times
from mailbot.workflows.booking import wording

BOOK = "book"


def recognise(draft: Draft) -> Iterable[Fact]:
    """The first such request. The day is only passed on: nothing is planned before somebody has booked it."""
    for sentence in said(draft):
        if not wording.ASKS.search(sentence.words) or wording.NOT.search(sentence.words):
            continue
        named = find_clients(sentence.words, draft.around.roll, draft.sender.person)
        client = about(draft, sentence.words if named else None)
        days = dates_in(draft, sentence, Direction.FUTURE)
        sure = len(days) == 1 and days[0].sure and days[0].day is not None and days[0].day >= draft.around.today
        times = [each for each in find_times(sentence.words) if each.at is not None and each.sure and each.exact]
        fields = Fields(
            command=BOOK,
            next_visit_date=days[0].day if sure else None,
            next_visit_time=times[0].at if sure and len(times) == 1 else None,
        )
        yield fact(draft, Kind.QUESTION_OTHER, with_client(fields, client), sentence.span, unless_own(draft, client))
        return
