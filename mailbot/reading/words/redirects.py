"""What an automatic answer and a firm's footer say to nobody: whom to ring instead, and where the owner is meanwhile.

"In case of arrest ring the duty line" and "I'm in a tent until Sunday" show no harm. A client who is named, or
"he" and "she", show that somebody is meant: then every word counts.
"""

import re
from collections.abc import Iterable, Iterator

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Surroundings
from mailbot.reading.words.harm import Harm, scanner_for
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.sentences import sentences

_ELSEWHERE = lazy(
    r"\W*(?:in (?:the )?(?:case|event) of|in an emergency|if (?:you|it|this|your|the matter)\b|if it['’]s\b"
    r"|should (?:you|it|your)\b|for\b|anyone\b|anybody\b|those\b|urgent\b)[^?]{0,200}"
    r"\b(?:contact|call|ring|dial|telephone|phone|e-?mail|speak|write|text|reach|get in touch|try|duty|go to"
    r"|report)\b",
    re.IGNORECASE,
)
_WHEREABOUTS = lazy(
    r"[^?]{0,60}\b(?:i['’]?m|i am|i will be|i['’]ll be|we are|we['’]re)\b[^?]{0,120}"
    r"\b(?:until|till?|from|to|back|return\w*|between|this week|next week|today|tomorrow|at (?:best|most)"
    r"|e-?mails?)\b",
    re.IGNORECASE,
)
_SOMEBODY = lazy(r"\b(?:he|she|him|her|his|hers|they|them|their)\b", re.IGNORECASE)
_OF_A_PLACE = frozenset({"destitution", "neglect", "missing", "housing"})


def harm_of_machine(text: str, around: Surroundings) -> tuple[Harm, ...]:
    """Harm in the words of an automatic answer, apart from where its owner is and whom else to ask."""
    found = scanner_for(around.harm).scan(text)
    said = sentences(text) if found else ()
    return tuple(each for each in found if not any(_says_nothing(text, s, each, around) for s in _of(said, each)))


def _of(said: Iterable[Span], harm: Harm) -> Iterator[Span]:
    return (each for each in said if each.start <= harm.span.start < each.end)


def _says_nothing(text: str, sentence: Span, harm: Harm, around: Surroundings) -> bool:
    words = text[sentence.start : sentence.end]
    if _SOMEBODY.search(words) or find_clients(words, around.roll, None):
        return False
    return bool(_ELSEWHERE.match(words) or (harm.category in _OF_A_PLACE and _WHEREABOUTS.match(words)))
