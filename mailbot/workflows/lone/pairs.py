"""Who goes along: "with Roshni" is a visit in a pair where Roshni is another volunteer of the scheme (C10).

Anything less alerts: somebody whom the roll does not know, a client, a plan that hangs on an "if", a talk with them.
"""

import re

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.sentences import sentences
from mailbot.roll import Person, Role, Roll

_VOLUNTEERS = frozenset({Role.VISITOR, Role.BACKUP})
_NAME = "\ue001"  # stands for each volunteer whom the text names, as long as the name was
_IS = r"(?:['’]s|\s+is|\s+was|\s+will(?:\s+be)?|['’]ll(?:\s+be)?)"
_BESIDE = r"(?:with\s+(?:me|us)|too|as well|along|there)"
_ALONG = lazy(
    rf"(?<!\w)(?:with|alongside|accompanied by|joined by|together with|beside)\s+(?:my (?:fellow visitor"
    rf"|partner|colleague)\s+)?{_NAME}++(?!['’]s)"
    rf"|(?<!\w){_NAME}+\s+and\s+(?:i|me|myself)\b|\b(?:i|me)\s+and\s+{_NAME}++(?!['’]s)"
    rf"|{_NAME}+{_IS}\s+(?:also\s+)?(?:coming|going|joining|accompanying|visiting|with (?:me|us)"
    rf"|there (?:with|too)|along)\b"
    rf"|{_NAME}+\s+(?:comes|goes|came|went|joins|joined|accompanies|accompanied)\s+(?:me|us|{_BESIDE})\b"
    rf"|{_NAME}+(?:['’]ll|\s+will)\s+(?:come|go|join|be (?:there|with))\b"
    rf"|\b(?:taking|bringing|bring|take|took|brought)\s+{_NAME}+\s+(?:along|with (?:me|us))\b",
    re.IGNORECASE,
)
_TALKS = lazy(
    r"\b(?:spoke|spoken|speak(?:ing)?|talk\w*|agree\w*|check\w*|discuss\w*|fine|ok(?:ay)?|chat\w*|arrang\w+"
    r"|clear\w*"
    r"|left|in touch|swap\w*|confirm\w*|live|lives|living|word|phone|call|stay\w*|share\w*|lunch|coffee|tea|usually"
    r"|deal\w*|argu\w*|book\w*)\s+(?:(?:it|this|that|up|out|on the phone|the dates?)\s+)*$",
    re.IGNORECASE,
)
_DOUBT = lazy(
    r"\?|\b(?:if|unless|might|maybe|perhaps|hope\w*|hopefully|could|would|should|usually|normally|next time"
    r"|last time"
    r"|ask(?:ed|ing)?|later|meets? (?:me|us) (?:after|later)|without|instead of|rather than|not|never"
    r"|no longer|cannot"
    r"|unable|until|before|after)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE = lazy(r"[;:–—]|,\s(?=(?:but|and then|i|we)\b)|\bbut\b|\bbecause\b|\balthough\b", re.IGNORECASE)


def goes_in_a_pair(text: str, at: Span, roll: Roll, writer: Person | None) -> bool:
    """Whether that sentence, or the next one, says that another volunteer goes along."""
    signs = _with_signs(text, roll, writer)
    if _NAME not in signs:
        return False
    spans = list(sentences(text))
    here = next((n for n, span in enumerate(spans) if span == at), None)
    near = spans[here : here + 2] if here is not None else [at]
    clauses = (clause for span in near for clause in _CLAUSE.split(signs[span.start : span.end]))
    return any(_says_so(clause) for clause in clauses)


def _says_so(clause: str) -> bool:
    found = _ALONG.search(clause)
    return found is not None and not _DOUBT.search(clause) and not _TALKS.search(clause[: found.start()])


def _with_signs(text: str, roll: Roll, writer: Person | None) -> str:
    """The text with every other volunteer's name as signs; a name that a client has too stays what it is."""
    clients = {client.first_name.casefold() for client in roll.clients if client.first_name}
    others = [p for p in roll.people if p.roles & _VOLUNTEERS and (writer is None or p.id != writer.id)]
    names = {name for p in others for name in (p.name, p.first_name, p.also_known_as) if name}
    known = sorted((name for name in names if name.casefold() not in clients), key=len, reverse=True)
    for name in known:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda m: _NAME * len(m.group()), text, flags=re.IGNORECASE)
    return text
