"""Find what a mail says of a looked-after review: when it is, whether the child asked the writer along, who goes.

An invitation counts only from the child (L4): a social worker's is none, and neither is "I have been invited".
"""

import re
from collections.abc import Iterable

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.names import About, about, find_clients, with_signs
from mailbot.reading.words.sense import Sentence, cut, day_to_come, fact, said, unless_own, with_client
from mailbot.roll import Person, Roll
from mailbot.workflows.reviews import wording
from mailbot.workflows.reviews.tables import Invited

REVIEW = "review"
GOES = "goes"


def recognise(draft: Draft) -> Iterable[Fact]:
    """One review at most: what the sentence that names it says, with what the mail says of the invitation."""
    plain = [(sentence, with_signs(sentence.words, *_who(draft))) for sentence in said(draft)]
    ours = draft.around.answers_question == REVIEW
    for sentence, words in plain:
        match = wording.REVIEW.search(words) or (wording.THE_REVIEW.search(words) if ours else None)
        if match and not wording.OTHER.search(words) and not wording.PAST.search(words):
            near = [each for _, each in plain if each is words or _is_about_it(each)]
            if wording.WENT_WELL.match(words, match.end()):
                return
            yield _fact(draft, sentence, Span(*match.span()), near)
            return


def _fact(draft: Draft, sentence: Sentence, cue: Span, near: list[str]) -> Fact:
    client = about(draft, sentence.words if find_clients(sentence.words, *_who(draft)) else None)
    day, at = day_to_come(draft, sentence)
    clauses = (clause for each in near for clause in wording.CLAUSE.split(each))
    goes = any(wording.GOES.search(each) and not wording.NOT_GOING.search(each) for each in clauses)
    args = f"{_invited(near)} {GOES if goes else ''}".strip()
    fields = with_client(Fields(command=REVIEW, command_args=args, next_visit_date=day, next_visit_time=at), client)
    known = [Span(*found.span()) for found in _pieces(with_signs(sentence.words, *_who(draft)))]
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


def _doubt(draft: Draft, client: About) -> str | None:
    """An officer may tell of any child's review; anybody else of that of the child whom they visit."""
    person = draft.sender.person
    if person is not None and person.is_officer and client.client is not None and client.sure:
        return None
    return unless_own(draft, client)


def _who(draft: Draft) -> tuple[Roll, Person | None]:
    return draft.around.roll, draft.sender.person
