"""Reports for somebody else, and reasons in the writer's words."""

import re
from dataclasses import replace

from mailbot.events import Fact
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import Sentence, said
from mailbot.roll import OFFICERS, Person

_DID = (
    r"(?:went(?! (?:for|to get|to fetch|home|off|out|away|quiet|white|mad)\b)|saw|visited|met|did (?:it"
    r"|the visit)|covered|stood in(?! (?:the|a|line|front|his|her|my|our)\b)"
    r"|stepped in|filled in|took (?:my|the|his|her)"
    r"|made the visit"
    r"|popped|asked me to|asks me to|wants me to|wanted me to"
    r"|(?:says|said|tells me|told me)(?=[^.;!?]{0,50}\b(?:saw|seen|went|gone|visit\w*|met|fine|well|good|took"
    r"|was|were|been|did|had(?! an? (?:exam|test|interview|cold|bug|migraine|appointment|funeral|meeting)\b)|got"
    r"|no|not"
    r"|so|yes|could\w*|can\w*|\w+n't)\b)|has seen|has been"
    r"|has visited|was (?:there|visiting)|(?<!got )(?<!been )(?<!was )called (?:up)?on(?! to\b)"
    r"|did(?=\s*(?:$|[.,!;])))"
)
DID = lazy(rf"(?P<who>[^\W\d_]+) (?:\w+ ){{0,2}}?{_DID}\b")
_FOR = lazy(
    r"\b(?:answering|replying|writing|typing|reporting|emailing|speaking|standing in|filling(?: this| it)? in"
    r"|behalf|message|news"
    r"|report)\b[^.;!?]{0,20}?"
    r"\b(?:for|of|from)\s+(?P<who>[^\W\d_]+)"
)
_YET = lazy(r"(?: that)?(?: to)?(?: \w+)?(?:'ll| will| would| can| could| might| wants| no\b| we\b| not\b)")
_BECAUSE = lazy(r"\b(?:because|as|since|due to|cos|coz|owing to|on account of)\b")
_WORDS = lazy(r"[^\W\d_]{3,}")
_NO_REASON_LIST = "visit the this our and with for tomorrow make dear her him you must not was had has have but"
_NO_REASON = frozenset(_NO_REASON_LIST.split())
_LEADING = lazy(
    r"^[\s\W]*(?:(?:dear|hi|hello|hey|morning|good (?:morning|afternoon|evening))\b[^,.!\n]{0,30}[,.!]\s*)?"
    r"(?:(?:and|but|so|then|as|because|cos|since|i'?m afraid|sorry|in the end)\b[\s\W]*)*",
    re.IGNORECASE,
)


def did(draft: Draft, low: str) -> "re.Match[str] | None":
    """Somebody else of the scheme who made the visit, or has it reported."""
    return next((m for m in DID.finditer(low) if not _YET.match(low[m.end() :]) and _person(draft, m["who"])), None)


def for_others(draft: Draft, facts: list[Fact]) -> list[Fact]:
    """The facts, and for whom they are told; such a report is asked about."""
    person = _for_whom(draft, folded(draft.text.newest)) if facts else None
    if person is None:
        return facts
    return [
        replace(f, fields=replace(f.fields, on_behalf_of=person.name), sure=False, unsure_of=f.unsure_of or "outcome")
        if f.fields.outcome
        else f
        for f in facts
    ]


def _for_whom(draft: Draft, low: str) -> Person | None:
    found = (*_FOR.finditer(low), *DID.finditer(low))
    return next((person for match in found if (person := _person(draft, match["who"]))), None)


def _person(draft: Draft, word: str) -> Person | None:
    """Somebody on the roll with that first name who is neither the writer nor a client's namesake."""
    roll, sender = draft.around.roll, draft.sender.person
    if word in roll.clients_by_name:
        return None
    named = [p for p in roll.people_by_first_name.get(word, ()) if p != sender and _visits(draft, p)]
    return named[0] if len(named) == 1 else None


def _visits(draft: Draft, person: Person) -> bool:
    """Whether somebody may have made a visit: an officer without a match was only greeted, or asks for it."""
    return not person.roles & OFFICERS or bool(draft.around.roll.matches_of(person))


def reason(draft: Draft, sentence: Sentence, start: int, end: int) -> str | None:
    """Why, as the writer says it: behind "because", else the fuller side of the sentence, else the next one."""
    words = sentence.words
    if because := _BECAUSE.search(words, end):
        return _clause(words[because.end() :])
    sides = [clause for clause in (_clause(words[end:]), _clause(words[:start])) if clause]
    if sides:
        return max(sides, key=_weight)
    following = next((s for s in said(draft) if s.span.start > sentence.span.start), None)
    return _clause(following.words) if following else None


def _clause(words: str) -> str | None:
    text = _LEADING.sub("", words).strip(" .,;:!?–—-")
    return text[:200] if _weight(text) >= 2 else None


def _weight(text: str) -> int:
    """How many words of it could be a reason: not names of days, not the visit itself."""
    return len(
        [word for word in _WORDS.findall(text.casefold()) if word not in _NO_REASON and not word.endswith("day")]
    )
