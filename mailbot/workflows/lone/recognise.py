"""The visitor's no to "are you back?", and words of trouble from somebody who is out alone (L23).

What others answer to an alarm stands with all answers in one line, in the leaf `attention`.
"""

import re
from collections.abc import Iterable

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft

NOT_OK = "not_ok"
_SAFE = r"not (?:ok|okay|safe|all right|alright|good)"
_NO = lazy(
    rf"(?:no|nope)[.!]*(?: (?:i['’]?m|i am) (?:not back|{_SAFE})[.!]*)?"
    rf"|(?:no[,.!]? )?(?:(?:i['’]?m|i am) )?{_SAFE}[.!]*|help[.!]*",
    re.IGNORECASE,
)


_ALL_CLEAR = lazy(r"(?:yes[,.!]? )?(?:stand (?:everybody |everyone )?down|all clear)[.!]*", re.IGNORECASE)


def recognise_answer(draft: Draft) -> Iterable[Fact]:
    """The first line, if it is a plain no, or stands everybody down; what stands beside it is read by a person."""
    text = draft.text.newest
    start = len(text) - len(text.lstrip())
    line = text[start:].split("\n", 1)[0].rstrip()
    if draft.around.answers_question == "check_out" and _NO.fullmatch(line):
        yield Fact(Kind.ACKNOWLEDGEMENT, Fields(command=NOT_OK), Span(start, start + len(line)), line)
    if draft.around.answers_question == "check_out" and _ALL_CLEAR.fullmatch(line):
        yield Fact(Kind.LONE_CHECK_OUT, Fields(), Span(start, start + len(line)), line)


_UNSAFE = lazy(
    r"\bnot (?:ok|okay|safe|all right|alright)\b|\bunsafe\b|\bin (?:trouble|danger)\b|\bhelp me\b|\bneed help\b"
    r"|\b(?:scared|frightened|trapped|followed|locked in|attacked|threatened|hurt)\b|\b(?:999|police|ambulance)\b",
    re.IGNORECASE,
)


def sounds_unsafe(text: str) -> bool:
    """Whether somebody who is out alone may be in trouble; wrong now and then is better than silent."""
    return _UNSAFE.search(text) is not None
