"""Answers to our own mails about somebody who is out alone: "I have this", "she is home", "no" (L23).

Only the whole first line counts; what stands beside it is read by a person.
"""

import re
from collections.abc import Iterable

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.reading.message import Draft
from mailbot.workflows.lone.events import Says

ALARM = "lone_alarm"
NOT_OK = "not_ok"
COMMANDS = {f"lone {says}": says for says in Says}

_WHO = r"(?:she|he|they|(?-i:[A-Z])[\w'’-]+)"
_IS = r"(?:['’]s|['’]re| is| are)"
_BEGINS = r"(?:(?:yes|ok|okay|hi|hello|thanks|thank you)[,.!]? )?"
_ENDS = r"(?:,? (?:now|all fine|thanks|thank you|with me|safe(?:ly)?|safe and (?:sound|well)))*[.!]*"
_SAYS = {
    Says.HAVE_IT: r"(?:ack(?:nowledged?)?|(?:i|we)(?: have|['’]ve got|['’]ll take| will take) (?:this|it)|got (?:this|it)"
    r"|on it|i['’]?m on it|i am on it|i(?:['’]ll| will) (?:phone|ring|call|go)(?: (?:her|him|them|round))?)",
    Says.STAND_DOWN: r"(?:stand (?:everybody |everyone )?down|all clear|done|closed?)",
    Says.HOME: rf"(?:(?:{_WHO}{_IS} )?(?:safely |safe and (?:sound|well) )?(?:home|back|safe|out|with me)(?: safe(?:ly)?)?)",
    Says.CANNOT: r"(?:no|i can(?:no|['’])?t|i(?:['’]m| am) away|not me)(?: (?:help|do (?:this|it)|today|tonight|now))*",
}
_ANSWERS = {
    says: re.compile(rf"{_BEGINS}{pattern}{_ENDS}", re.IGNORECASE) for says, pattern in _SAYS.items()
}
_NO = re.compile(
    r"(?:no|nope)[.!]*(?: (?:i['’]?m|i am) not(?: (?:ok|okay|safe|all right|alright|well|back))?[.!]*)?"
    r"|(?:no[,.!]? )?not (?:ok|okay|safe|all right|alright|good)[.!]*"
    r"|(?:no[,.!]? )?(?:i['’]?m|i am) not (?:ok|okay|safe|all right|alright)[.!]*|help[.!]*",
    re.IGNORECASE,
)


def recognise_answer(draft: Draft) -> Iterable[Fact]:
    """The first line, if it is one of those answers to what our mail asked."""
    text, question = draft.text.newest, draft.around.answers_question
    start = len(text) - len(text.lstrip())
    line = text[start:].split("\n", 1)[0].rstrip()
    if question == ALARM:
        found = next((says for says, pattern in _ANSWERS.items() if pattern.fullmatch(line)), None)
        command = f"lone {found}" if found else None
    else:
        command = NOT_OK if question == "check_out" and _NO.fullmatch(line) else None
    if command:
        yield Fact(Kind.ACKNOWLEDGEMENT, Fields(command=command), Span(start, start + len(line)), line)


_UNSAFE = re.compile(
    r"\bnot (?:ok|okay|safe|all right|alright)\b|\bunsafe\b|\bin (?:trouble|danger)\b|\bhelp me\b|\bneed help\b"
    r"|\b(?:scared|frightened|trapped|followed|locked in|attacked|threatened|hurt)\b|\b(?:999|police|ambulance)\b",
    re.IGNORECASE,
)


def sounds_unsafe(text: str) -> bool:
    """Whether somebody who is out alone may be in trouble; wrong now and then is better than silent."""
    return _UNSAFE.search(text) is not None
