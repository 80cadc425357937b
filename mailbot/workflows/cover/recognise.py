"""What mails say of cover: the days that we asked for, "I am back again", "could Doug come with me" (S7, S8)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.harm import harm_in
from mailbot.reading.words.names import about, find_clients
from mailbot.reading.words.periods import find_period
from mailbot.reading.words.sense import Sentence, dates_in, fact, said
from mailbot.reading.words.times import find_times
from mailbot.roll import Match
from mailbot.workflows.cover import wording

BACK_AGAIN, COME_ALONG = "back_again", "come_along"
_FEW = 25  # words of a sentence that says that somebody is back, or asks for company


def recognise(draft: Draft) -> Iterable[Fact]:
    """Each of these at most once."""
    yield from _days_asked_for(draft)
    for each in (_back_again, _company):
        found = next((made for one in said(draft) if (made := each(draft, one))), None)
        if found:
            yield found


def _days_asked_for(draft: Draft) -> Iterator[Fact]:
    """An answer to "from when until when?": the two days, or that nobody knows yet."""
    if draft.around.answers_question != "period":
        return
    text = draft.text.newest
    period = find_period(text, draft.around.today)
    if not (period.first or period.last or period.open or period.turned):
        return
    sure = period.sure and period.last is not None and draft.around.written_sure
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    stop = text.find("\n", start, end)
    span = Span(start, stop if stop > 0 else end)
    fields = Fields(period_from=period.first, period_to=period.last)
    yield fact(draft, Kind.UNAVAILABLE, fields, span, None if sure else "period_to")


def _back_again(draft: Draft, sentence: Sentence) -> Fact | None:
    """They are here again, now: no day to come, nobody else, no "if"."""
    words = sentence.words
    match = wording.BACK.search(words) if len(words.split()) <= _FEW else None
    if match is None or wording.NOT_BACK.search(words) or harm_in(draft):
        return None
    today = draft.around.today
    if any(day.day is None or day.day > today for day in dates_in(draft, sentence, Direction.FUTURE)):
        return None
    return fact(draft, Kind.ACKNOWLEDGEMENT, Fields(command=BACK_AGAIN), sentence.span)


def _company(draft: Draft, sentence: Sentence) -> Fact | None:
    """The backup of the writer's own client is to come along on a day to come; anything less is a question."""
    words = sentence.words
    match = wording.ALONG.search(words) if len(words.split()) <= _FEW else None
    if match is None or not wording.WITH.search(words[match.end() :]):
        return None
    asked = next(filter(None, (match["who"], match["who2"], match["who3"])))
    meant = _meant(draft, sentence, asked)
    days = dates_in(draft, sentence, Direction.FUTURE)
    if (
        meant is None
        or len(days) != 1
        or not days[0].sure
        or days[0].day is None
        or days[0].day <= draft.around.today
    ):
        return None
    times = [each for each in find_times(words) if each.at is not None]
    at = times[0].at if len(times) == 1 and times[0].sure and times[0].exact else None
    client = draft.around.roll.client(meant.client_id)
    fields = Fields(command=COME_ALONG, next_visit_date=days[0].day, next_visit_time=at, client_ref=client.ref)
    return fact(draft, Kind.QUESTION_OTHER, replace(fields, client_ref_or_name=client.ref), sentence.span)


def _meant(draft: Draft, sentence: Sentence, asked: str) -> Match | None:
    """The only match of the writer whose backup is called so, and whose client is meant."""
    roll, person = draft.around.roll, draft.sender.person
    own = [m for m in roll.matches_of(person) if person and m.visitor_id == person.id and m.backup_id is not None]
    named = find_clients(sentence.words, roll, person) or ()
    client = about(draft, sentence.words if named else None)
    if client.client is not None and client.source != "match":
        own = [m for m in own if client.sure and m.client_id == client.client.id]
    if not wording.BACKUP.fullmatch(asked):
        own = [m for m in own if m.backup_id is not None and _is_called(roll.person(m.backup_id).name, asked)]
    return own[0] if len(own) == 1 else None


def _is_called(name: str, asked: str) -> bool:
    return asked.casefold() in {name.casefold(), name.split()[0].casefold()}
