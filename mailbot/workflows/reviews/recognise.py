"""Find what a mail says of a looked-after review: when it is, whether the child asked the writer along, who goes.

An invitation counts only from the child (L4): a social worker's is none, and neither is "I have been invited".
"""

import re
from collections.abc import Iterable
from datetime import date, time

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import About, about, find_clients
from mailbot.reading.words.sense import Sentence, cut, dates_in, fact, said, unless_own, with_client
from mailbot.reading.words.times import find_times
from mailbot.roll import Person, Roll
from mailbot.workflows.reviews import wording
from mailbot.workflows.reviews.tables import Invited

REVIEW = "review"
GOES = "goes"


def recognise(draft: Draft) -> Iterable[Fact]:
    """One review at most: what the sentence that names it says, with what the mail says of the invitation."""
    plain = [(sentence, _with_signs(draft, sentence.words)) for sentence in said(draft)]
    ours = draft.around.answers_question == REVIEW
    for sentence, words in plain:
        match = wording.REVIEW.search(words) or (wording.THE_REVIEW.search(words) if ours else None)
        if match and not wording.OTHER.search(words) and not wording.PAST.search(words):
            near = [each for _, each in plain if each is words or _is_about_it(each)]
            yield _fact(draft, sentence, Span(*match.span()), near)
            return


def _fact(draft: Draft, sentence: Sentence, cue: Span, near: list[str]) -> Fact:
    client = about(draft, sentence.words if find_clients(sentence.words, *_who(draft)) else None)
    day, at = _when(draft, sentence)
    clauses = (clause for each in near for clause in wording.CLAUSE.split(each))
    goes = any(wording.GOES.search(each) and not wording.NOT_GOING.search(each) for each in clauses)
    args = f"{_invited(near)} {GOES if goes else ''}".strip()
    fields = with_client(
        Fields(command=REVIEW, command_args=args, next_visit_date=day, next_visit_time=at if day else None), client
    )
    known = [Span(*found.span()) for found in _pieces(_with_signs(draft, sentence.words))]
    return fact(draft, Kind.ACKNOWLEDGEMENT, fields, cut(draft, sentence, cue, known), _doubt(draft, client))


def _pieces(words: str) -> Iterable["re.Match[str]"]:
    for pattern in (wording.INVITED, wording.NOT_INVITED, wording.GOES):
        yield from pattern.finditer(words)


def _is_about_it(words: str) -> bool:
    """Whether another sentence speaks of the invitation, or of going to the review."""
    return bool(
        wording.INVITED.search(words) or wording.NOT_INVITED.search(words) or wording.THE_REVIEW.search(words)
    )


def _invited(near: list[str]) -> Invited:
    """What is said in so many words; two that differ, or a doubt, say nothing."""
    found = set()
    for words in near:
        if wording.NOT_INVITED.search(words) and not wording.DOUBT.search(words):
            found.add(Invited.NO)
        elif wording.INVITED.search(words) and not wording.DOUBT.search(words):
            found.add(Invited.YES)
    return found.pop() if len(found) == 1 else Invited.UNKNOWN


def _when(draft: Draft, sentence: Sentence) -> tuple[date | None, time | None]:
    """The one sure day to come that the sentence names, and its time if it can be no other."""
    days = dates_in(draft, sentence, Direction.FUTURE)
    if len(days) != 1 or not days[0].sure or days[0].day is None or days[0].day < draft.around.today:
        return None, None
    times = [found for found in find_times(sentence.words) if found.at is not None]
    return days[0].day, times[0].at if len(times) == 1 and times[0].sure and times[0].exact else None


def _doubt(draft: Draft, client: About) -> str | None:
    """An officer may tell of any child's review; anybody else of that of the child whom they visit."""
    person = draft.sender.person
    if person is not None and person.is_officer and client.client is not None and client.sure:
        return None
    return unless_own(draft, client)


def _who(draft: Draft) -> tuple[Roll, Person | None]:
    return draft.around.roll, draft.sender.person


def _with_signs(draft: Draft, words: str) -> str:
    """The sentence with each client's name as signs of the same length."""
    for found in find_clients(words, *_who(draft)):
        words = (
            words[: found.span.start] + wording.CLIENT * (found.span.end - found.span.start) + words[found.span.end :]
        )
    return words
