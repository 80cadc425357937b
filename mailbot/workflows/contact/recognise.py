"""Find what a mail says of contact between visits: that there was some, how, and on which day (S10, P6).

Only what the writer surely did, with one of those whom they visit. A try without an answer, a habit, a plan and a
question are none of it, and neither is a talk of which nobody says that it was by phone: that may have been a visit.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import About, about, find_clients, with_signs
from mailbot.reading.words.sense import Sentence, asked, cut, dates_in, fact, said, unless_own, with_client
from mailbot.workflows.contact import wording
from mailbot.workflows.contact.tables import How

CONTACT = "contact"
_JOINED = lazy(r"(?:and|then|so|,)\b", re.IGNORECASE)  # what stood before has its own days
_SOMEBODY = lazy(r"\b(?:he|him|she|her|they|them)\b", re.IGNORECASE)
_OPENING = 25  # characters
_NEAR = 40  # characters of the next sentence that may say that nobody was reached
_MOST = 3  # contacts that one mail can tell of


def recognise(draft: Draft) -> Iterable[Fact]:
    """At most three, each of its own way or day."""
    if draft.around.answers_question in ("told", "task") or asked(draft) == "call_time":
        return
    sentences = list(said(draft))
    made = 0
    for number, sentence in enumerate(sentences):
        after = sentences[number + 1].words if number + 1 < len(sentences) else ""
        for each in _contacts(draft, sentence, after):
            yield each
            made += 1
            if made == _MOST:
                return


def _contacts(draft: Draft, sentence: Sentence, after: str) -> Iterator[Fact]:
    """What one sentence says; each way of being in touch once."""
    if not wording.ANY.search(sentence.words.casefold()) or sentence.words.rstrip().endswith("?"):
        return
    words = with_signs(sentence.words, draft.around.roll, draft.sender.person)
    for how in How:
        cues = (pattern.search(words) for each, pattern in wording.CUES if each is how)
        cue = next((found for found in cues if found and _is_so(words, found, after)), None)
        if cue is not None and not _is_colleague(draft, sentence, Span(*cue.span())):
            yield _fact(draft, sentence, how, Span(*cue.span()))


def _fact(draft: Draft, sentence: Sentence, how: How, cue: Span) -> Fact:
    client = _whom(draft, sentence, cue)
    found, sure = _day(draft, sentence, cue)
    fields = with_client(Fields(command=CONTACT, command_args=how, visit_date=found), client)
    doubt = unless_own(draft, client) or (None if sure else "visit_date")
    return fact(draft, Kind.ACKNOWLEDGEMENT, fields, cut(draft, sentence, cue), doubt)


def _is_so(words: str, cue: "re.Match[str]", after: str) -> bool:
    """Whether it was, and reached them: neither denied, nor perhaps, nor in vain, nor somebody else's doing."""
    before = words[: cue.start()]
    clause = wording.BOUNDARY.split(before)[-1]
    behind = (words[cue.start() :], after.lstrip()[:_NEAR])
    if wording.NOT_SO.search(clause) or any(map(wording.IN_VAIN.search, behind)):
        return False
    if cue.groupdict().get("after") is None:
        return True
    doer = wording.SUBJECTS.search(clause)
    return doer is None or doer["mine"] is not None


def _is_colleague(draft: Draft, sentence: Sentence, cue: Span) -> bool:
    """ "Carol said yes when I rang her": whoever was named last is of the scheme, and no client."""
    if not _SOMEBODY.search(sentence.words, cue.start, cue.end):
        return False
    before = sentence.words[: cue.start]
    clients = [found.span.end for found in find_clients(before, draft.around.roll, draft.sender.person)]
    others = (person for person in draft.around.roll.people if person != draft.sender.person)
    named = "|".join(re.escape(person.first_name) for person in others)
    colleagues = [found.end() for found in re.finditer(rf"\b(?:{named})\b", before, re.IGNORECASE)] if named else []
    return bool(colleagues) and max(colleagues) > max(clients, default=0)


def _whom(draft: Draft, sentence: Sentence, cue: Span) -> About:
    """The client named in those words, else in the mail; "him" in a mail that names several is asked about."""
    said_of = sentence.words[cue.start : cue.end]
    named = find_clients(said_of, draft.around.roll, draft.sender.person)
    return about(draft, said_of if named else None)


def _day(draft: Draft, sentence: Sentence, cue: Span) -> tuple[date | None, bool]:
    """The one day that is said of the contact; none where none is said; unsure where it could be another."""
    first, last = _clause(sentence.words, cue)
    days = [d for d in dates_in(draft, sentence, Direction.PAST) if first <= d.span.start < last]
    if not days:
        return None, True
    if len(days) > 1 or not days[0].sure or days[0].day is None or days[0].day > draft.around.today:
        return None, False
    return days[0].day, True


def _clause(words: str, cue: Span) -> tuple[int, int]:
    """From where to where the words speak of the contact."""
    stop = wording.FOLLOWS.search(words, cue.end)
    end = stop.start() if stop else len(words)
    if _JOINED.match(words, cue.start):
        return cue.start, end
    starts = [found.end() for found in wording.BOUNDARY.finditer(words, 0, cue.start)]
    opening = len(starts) == 1 and starts[0] <= _OPENING  # "On Tuesday, I rang him"
    return 0 if opening else max(starts, default=0), end
