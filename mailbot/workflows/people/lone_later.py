"""A changed time of return: "running late, back by 6", and the bare answer "BACK BY 4.30PM" (L23).

Nothing but a new time moves anything: "another half hour" may count from now or from the old time; it is asked about.
"""

import re
from collections.abc import Iterator

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.names import about
from mailbot.reading.words.sense import Sentence, asked, cut, fact, if_sure, said, with_client
from mailbot.workflows.people.back import Back, back_in

_LATER = lazy(
    r"\b(?:(?:running|bit|little|be|am|i['’]?m) (?:a (?:bit|little) |rather |very |quite )?late(?:r)?\b"
    r"|later than|delayed|held up|taking longer|over-?running|staying (?:on|longer)|instead|change of plan"
    r"|\b(?:giv|give|gimme|allow)(?: (?:me|us))? (?:un)?till?\b|changed my (?:mind|plans?)|new time"
    r"|not (?:back |out |home )?(?:un)?till?\b|more time)",
    re.IGNORECASE,
)
_STILL = lazy(
    r"\b(?:not (?:\w+ )?yet|(?:need|want|give me|be) (?:\w+ )?(?:another|more)\b|another (?:\w+ ){0,2}(?:hours?"
    r"|min\w*)"
    r"|more time|running late|stil+ (?:here|there|in|with|at|inside|going))\b",
    re.IGNORECASE,
)
_MORE = lazy(r"\b(?:another|more|extra|longer)\b.{0,20}\b(?:hours?|hrs?|min\w*)\b", re.IGNORECASE)
_BARE = lazy(
    r"\W*(?:(?:yes|ok|okay|sorry|no|hi)\W+)?(?:(?:(?:i|we)['’]?ll|(?:i |we )?(?:will|should)|expect to)"
    r" (?:now )?be )?"
    r"(?:back|home|out) (?:by|at|around|about|before) .{1,24}",
    re.IGNORECASE | re.DOTALL,
)
_WISHES = lazy(r"\b(?:can|could|shall|may|would|should) (?:we|you|i)\b", re.IGNORECASE)
_ASKED = ("check_in", "check_out")
_FEW = 12  # words: as much as a new time takes to say
_TEXT = 30  # words: a longer text tells of a visit


def later(draft: Draft) -> Iterator[Fact]:
    """The new time, unsure where it may be another; or, once we have asked, that they are not back yet."""
    back, question, length = back_in(draft), asked(draft), len(draft.text.newest.split())
    if question not in _ASKED and not draft.around.roll.matches_of(draft.sender.person):
        return  # whoever visits nobody is late for something else
    for sentence in said(draft):
        words, mine = sentence.words, back if back and back.sentence == sentence.span else None
        if "?" in words or _WISHES.search(words):
            continue
        changes = (_LATER.search(words) and length <= _TEXT) or (_BARE.fullmatch(words) and length <= _FEW)
        if mine and mine.at and mine.ahead and (changes or question in _ASKED):
            yield _fact(draft, sentence, mine, None if mine.sure and not _MORE.search(words) else "expected_back_at")
            return
    for sentence in said(draft):
        if question in _ASKED and _STILL.search(sentence.words) and "?" not in sentence.words:
            yield _fact(draft, sentence, None, "expected_back_at")
            return


def _fact(draft: Draft, sentence: Sentence, back: Back | None, unsure: str | None) -> Fact:
    client = about(draft, sentence.words)
    short = len(sentence.words.split()) <= _FEW
    cue = Span(0, len(sentence.words)) if short or back is None else _local(sentence, back.span)
    fields = with_client(Fields(expected_back_at=back.at if back else None), if_sure(client))
    return fact(draft, Kind.LONE_CHECK_IN, fields, cut(draft, sentence, cue), unsure)


def _local(sentence: Sentence, span: Span) -> Span:
    """The span kept inside its sentence."""
    return Span(min(span.start, len(sentence.words)), min(span.end, len(sentence.words)))
