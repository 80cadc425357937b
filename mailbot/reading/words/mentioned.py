"""Topics without a day: a client's health, solicitor, papers, Home Office or money, as a mail tells of them (S12).

Only what is surely the client's. The writer's own doctor is nobody else's business (S11): whose a thing is follows
from the nearest word before it that says so.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from mailbot.expressions import lazy
from mailbot.reading.words.appointments import TOPICS, Said, appointments_in
from mailbot.reading.words.names import FoundClient, find_clients
from mailbot.reading.words.sentences import sentences
from mailbot.roll import Person, Roll

# What has no day, beside what appointments are about.
_MORE: Mapping[str, "re.Pattern[str]"] = {
    "home_office": lazy(
        r"\b(?:asylum (?:claim|case|application|decision)|refugee status|leave to remain|visa)\b", re.I
    ),
    "legal": lazy(
        r"\b(?:legal (?:papers?|case|status|matters?|problems?)|court (?:papers?|order)|statement)\b", re.I
    ),
    "health": lazy(
        r"\b(?:health|unwell|poorly|operation|medication|diabet\w+|asthma|blood pressure|pregnan\w+|insulin|inhaler"
        r"|eyesight|hearing aids?|migraines?|physiotherapy|prescription)\b",
        re.IGNORECASE,
    ),
    "money": lazy(
        r"\b(?:debts?|arrears|allowance|overdraft|(?:gas|electricity|phone|water) bills?|financ\w+"
        r"|money (?:problems?"
        r"|worries|troubles?)|short of money|nass|section 95|section 4)\b",
        re.IGNORECASE,
    ),
}
_ANYWAY = frozenset({"home_office", "legal"})  # no visitor has one of these of their own, unless they say so
_OWNERS = lazy(
    r"\b(?P<mine>i|my|mine|me|we|our|us)\b|\b(?P<theirs>he|she|they|his|her|hers|their|him|them)\b"
    r"|\b(?P<others>my \w+['’]s"
    r"|(?:mum|dad|wife|husband|sister|brother|friend|neighbour|daughter|son|cousin|flatmate|roommate)(?:['’]s)?)\b",
    re.IGNORECASE,
)
_OWN = lazy(
    r"\b(?:my|our) (?:\w+ ){0,2}$|\b(?:i|we)(?:['’]ve| have)?(?: got| had| have| need)? an? (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_NOT_TOLD = lazy(
    r"\?|\b(?:if|whether|film|novel|programme|series|training|course|talk about how|in general|generally"
    r"|used to be an?"
    r"|works? as|working as|wants to be(?:come)?|dream\w* of|trainee|student|studying|study)\b",
    re.IGNORECASE,
)


def mentions_in(text: str, roll: Roll, writer: Person | None, today: date) -> Iterator[Said]:
    """Each topic that a text surely tells of a client without a day to come, once."""
    seen = set()
    for span in sentences(text):
        words = text[span.start : span.end]
        found = _said(words, roll, writer)
        if found and (found.topic, found.client) not in seen and not any(appointments_in(words, roll, writer, today)):
            seen.add((found.topic, found.client))
            yield found


def _said(words: str, roll: Roll, writer: Person | None) -> Said | None:
    if _NOT_TOLD.search(words):
        return None
    named = find_clients(words, roll, writer)
    clients = {found.client for found in named if found.sure}
    if len(clients) > 1:
        return None
    found = {topic: match for topic in TOPICS if (match := TOPICS[topic].search(words) or _MORE[topic].search(words))}
    if len(found) != 1:
        return None
    ((topic, match),) = found.items()
    if not _is_theirs(words, match.start(), topic, named):
        return None
    return Said(topic, (), None, clients.pop() if clients else None)


def _is_theirs(words: str, at: int, topic: str, named: tuple[FoundClient, ...]) -> bool:
    """Whose it is: the client's, by the nearest word before it that says whose; else by who is meant at all."""
    if _OWN.search(words[:at]):
        return False
    owners = [(m.start(), m.lastgroup or "") for m in _OWNERS.finditer(words)]
    owners += [(found.span.start, "theirs") for found in named]
    before = [who for start, who in sorted(owners) if start < at]
    if before and before[-1] == "theirs":
        return True
    if topic in _ANYWAY:
        return not before or before[-1] == "mine"
    return not before and {who for _, who in owners} == {"theirs"}
