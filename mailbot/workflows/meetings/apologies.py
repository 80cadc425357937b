"""Whether a guest comes: their answer to the invitation, or apologies that they send without being asked (L8)."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from mailbot.events import Event, Trust
from mailbot.expressions import lazy
from mailbot.reading.message import Reading
from mailbot.reading.understand import when_written
from mailbot.reading.words.announcing import WHAT
from mailbot.reading.words.dates import Direction, find_dates
from mailbot.roll import Person
from mailbot.workflows.contract import Turn
from mailbot.workflows.meetings import absences, book, mailing, when
from mailbot.workflows.meetings.book import Meeting
from mailbot.workflows.meetings.events import MeetingAnswered
from mailbot.workflows.meetings.tables import MeetingState

_CANNOT = lazy(
    r"\b(?:can['’]?t|cannot|can not|won['’]?t be able|will not be able|unable|not able|have to miss|will miss"
    r"|i['’]ll miss|not coming|apologies|apologise|apologize)\b",
    re.IGNORECASE,
)
_NOT_SO = lazy(r"\?|\b(?:if|unless|might|may be|maybe|perhaps|not sure|wait|late|was|missed|last)\b", re.IGNORECASE)
_SENTENCE = lazy(r"[^.!?\n]+[.!?]?")


def answered(turn: Turn, meeting: Meeting, person: Person, answer: str) -> Iterable[Event]:
    """A guest says "yes" or "no"."""
    book.set_guest(turn.conn, meeting.id, person.id, answer=answer)
    turn.change(f"meeting.answered_{answer}", mailing.record_of(meeting))
    office = turn.scheme.office
    over = meeting.state is MeetingState.CANCELLED or when.starts(office, meeting) <= turn.now
    yield MeetingAnswered(
        meeting_id=meeting.id,
        coming=answer == "yes",
        over=over,
        listed=meeting.listed_at is not None,
        soon=when.starts(office, meeting) <= office.next_open(turn.now + timedelta(minutes=30)),
    )
    if not over:
        yield from absences.said(turn, meeting, person, answer == "yes")


def after_reading(turn: Turn) -> Iterable[Event]:
    """Apologies in a mail of their own, for the one meeting that can be meant; in any doubt a person reads them."""
    reading = turn.reading
    if reading is None or reading.machine is not None or reading.sender.person is None or absences.is_worry(turn):
        return
    if turn.records_trust is not Trust.VERIFIED or (turn.answer and turn.answer.sent.asks == "coming"):
        return
    for words in _apologies(reading.text.newest):
        meant = _meant(turn, reading, reading.sender.person, words)
        if meant is not None:
            yield from answered(turn, meant, reading.sender.person, "no")
            return


def _apologies(text: str) -> Iterator[str]:
    """The sentences that speak of a meeting, and of not coming to it, with no doubt."""
    for sentence in (match.group() for match in _SENTENCE.finditer(text)):
        if WHAT.search(sentence) and _CANNOT.search(sentence) and not _NOT_SO.search(sentence):
            yield sentence


def _meant(turn: Turn, reading: Reading, person: Person, words: str) -> Meeting | None:
    """The meeting to come to which they were invited, of that name and that day as far as they say either."""
    named = WHAT.search(words)
    kind = named.group().casefold().split()[-1] if named else ""
    today = when_written(reading.message.date, turn.now, turn.scheme.zone).at.date()
    days = {each.day for each in find_dates(words, today, Direction.FUTURE) if each.day and each.sure}
    found = [
        each
        for each in book.to_come(turn.conn, person.id, today)
        if (kind == "meeting" or kind in each.what.casefold()) and (not days or each.day in days)
    ]
    return found[0] if len(found) == 1 else None
