"""How people say that a visit took place, did not, cannot, or will."""

import re
from collections.abc import Iterable

from mailbot.events import Outcome, Span


def _any(*choices: str, start: str = r"\b", end: str = r"\b") -> "re.Pattern[str]":
    return re.compile(f"{start}(?:{'|'.join(choices)}){end}", re.IGNORECASE)


_NT = r"n['’]?t"
_FINE = r"(?:lovely|great|good|nice|fine|fun|ok)"

TOOK_PLACE = _any(
    r"took place",
    r"went ahead",
    rf"(?:(?:it|all|visit|that) )?(?:all )?went (?:off )?(?:very |really )?(?:well|nicely|smoothly|{_FINE})",
    r"had (?:our|my|a|the) (?:\w+ )?(?:visit|meeting|meet-up|session)",
    r"did (?:happen|take place|go ahead)",
    r"visit (?:was|is|has been|happened)(?: all)?(?: done)?",
    r"(?:all )?done (?:today|yesterday)",
    r"confirmed for",
    r"all (?:well|fine|good|ok) with",
)
# Said of a visit where a client is named beside it, and even then to be asked.
LOOSELY = _any(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester)day|visit) was {_FINE}",
    rf"visit\b[^.;]{{0,40}}\b{_FINE}",
    r"came (?:out|along) (?:for|to|with)",
    r"(?:i|we) went",
    r"i (?:see|visit|meet)(?=[^.,;]*\btoday\b)",
)
SAW = _any(
    r"(?:(?:i|we)(?:['’]ve|['’]d)? )?(?:saw|seen|visited|met(?: up)?(?: with)?|went to see|been to see)",
    r"(?:(?:i|we) )?(?:had|spent) [^.,;]{0,25}? with",
)
WHOM = re.compile(
    r"^(?: my| our| with)?\s+(?:him|her|them|each other|up)\b|^\s*(?:today|yesterday|on\b|at\b)", re.IGNORECASE
)
YES = _any("yes", "yep", "yeah", "yup", "aye", "s[ií]", "it did", "all (?:ok|fine|good|well)", start=r"^\W*")
NO = _any(
    r"(?:ah |oh |sorry,? |i['’]m afraid )?(?:no|nope|it didn['’]?t|afraid not)",
    start=r"^\W*",
    end=r"\b(?! (?:worries|problem|concern|issue))",
)
MISSED = _any(
    rf"(?:did{_NT}|did not|could{_NT}|could not|was(?:{_NT}| not) (?:able|allowed) to) "
    r"(?:go|take place|happen|see|get in|go ahead|manage|meet|visit|make it)",
    r"(?:visit|it) (?:was|got|has been) cancelled",
    r"turned away",
    r"cannot have visits",
    r"never (?:happened|came|showed)",
    r"no[- ]show",
)
CANNOT = _any(
    rf"(?:ca{_NT}|cannot|can not|(?:wo{_NT}|will not|sha{_NT}) be able to|unable to|not able to) "
    r"(?:go|make|come|visit|do|manage|get (?:there|to))",
    r"(?:must|have to|need to|got to) (?:cry off|cancel|call off|miss)",
)
PLANNED = _any(
    r"next (?:one|visit|time|meeting)?\s*(?:is |will be )?(?:booked|planned|fixed|set)?(?: for| on)?",
    r"booked (?:in )?for",
    r"(?:i|we)(?:['’]ll| will| shall) (?:be there|visit|see|go)",
    r"i go",
    r"i(?:['’]m| am) (?:going|visiting|seeing)",
    r"(?:put|moved) [^.;]{0,30}?(?:back|to)",
    r"told \w+(?= (?:mon|tue|wed|thu|fri|sat|sun|tomorrow|the \d))",
)
DOUBT = _any(
    r"\b(?:not|never|but|if|unless|maybe|perhaps|might|may|hope|hoping|think|thought|should|would|could|supposed)\b",
    r"\b(?:instead|nearly|almost|tried|cancelled|nobody|no one|except|without|somebody|someone)\b",
    r"n['’]t\b",
    r"\bno\b(?! (?:worries|problem|concern|issue|complaint))",
    r"\?",
    start="",
    end="",
)
DENIED = _any(
    rf"{_NT}",
    r"\bnot",
    r"\bnever",
    r"\bwithout",
    r"\bif",
    r"\b(?:to|should|would|could|might|must) have",
    start="",
    end=r"(?: \w+)?\s*$",
)

FORM_TOOK_PLACE = _any(
    r"(?:it )?took place", "yes", "(?:it )?went ahead", "happened", "done", "visited", start=r"\W*"
)
FORM_DID_NOT = _any(
    rf"(?:it )?did(?: not|{_NT}) (?:take place|happen|go ahead)", "no", "missed", "not visited", start=r"\W*"
)
FORM_CANCELLED = _any(r"(?:it was )?cancell?ed", start=r"\W*")

# Reasons that need no second look; any other is read by a person.
PLAIN_REASON = _any(
    r"(?:at|in|taken to) court",
    r"moved to another prison",
    r"transferred|released",
    r"lockdown|locked down|staff shortage|no staff",
    r"fire alarm",
    r"traffic|train (?:was )?cancelled|train strike|car trouble|flat tyre",
    r"holiday|away",
    r"(?:visits? )?cancelled by the prison|prison cancelled",
    r"(?:he|she|they) (?:was|were) out",
    r"wrong date",
)
_OUTCOMES = (
    (FORM_TOOK_PLACE, Outcome.TOOK_PLACE),
    (FORM_DID_NOT, Outcome.DID_NOT_TAKE_PLACE),
    (FORM_CANCELLED, Outcome.CANCELLED),
)


def outcome_of(value: str) -> "tuple[re.Match[str], Outcome] | None":
    """What the value of a form's outcome line begins with, and the words that say so."""
    found = ((pattern.match(value), outcome) for pattern, outcome in _OUTCOMES)
    return next(((match, outcome) for match, outcome in found if match), None)


def plain_reasons(value: str) -> list[Span]:
    """The stretches of a reason that need no second look."""
    return [Span(*match.span()) for match in PLAIN_REASON.finditer(value)]


def took_place(words: str, clients: Iterable[Span]) -> "re.Match[str] | None":
    """The words that say so, if nothing right before denies them; "saw" only of a client, "him" or "her"."""
    for match in TOOK_PLACE.finditer(words):
        if not DENIED.search(words[: match.start()]):
            return match
    spans = list(clients)
    for match in SAW.finditer(words):
        if not DENIED.search(words[: match.start()]) and _is_of_client(words, match.end(), spans):
            return match
    return None


def _is_of_client(words: str, end: int, clients: Iterable[Span]) -> bool:
    near = (span for span in clients if end <= span.start <= end + 40)
    return bool(WHOM.match(words[end:])) or any(len(words[end : span.start].split()) < 3 for span in near)
