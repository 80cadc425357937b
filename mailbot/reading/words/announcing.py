"""How somebody asks for a meeting to be announced: what it is called, and "please invite everybody"."""

import re

from mailbot.expressions import lazy

WHAT = lazy(
    r"\b(?:support group(?: meeting)?|(?:(?!(?:the|an?|our|next|this|that|any|some|my|first|last)\b)\w+ )?training"
    r"(?: (?:session|day|evening|morning|afternoon|course))?"
    r"|(?:annual )?general meeting|a\.?g\.?m\b|(?:team|volunteers?['’]?|quarterly|monthly|annual) meeting|meeting"
    r"|workshop|get-together|social evening)\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?P<{}>(?:all|every(?:body|one)|the|our|your|both)?(?: (?:of|the|our))*"
    r"(?: ?(?:visitors?|backups?|volunteers?|and|&))*)"
)
_ASKING = (
    rf"(?:invite {_WHO.format('a')}|send (?:an? |the |out )*invit(?:e|ation)s?(?: out)? to {_WHO.format('b')}"
    rf"|let {_WHO.format('c')} know|tell {_WHO.format('d')} (?:about|of|that)"
    rf"|announce (?:it|this) to {_WHO.format('e')}|ask {_WHO.format('f')} to (?:come|attend|join))"
    r"(?: to (?:it|come|this|attend))?(?: please)?"
)
_INVITE = lazy(
    rf"(?<!did you )(?<!have you )(?<!had you )(?<!when you )(?<!if you )(?<!did we )"
    rf"\b(?:(?:please|pls|kindly) |(?:could|can|would|will) you (?:please |kindly )?)?{_ASKING}(?!\w)",
    re.IGNORECASE,
)


def invites(text: str) -> "tuple[int, int, str] | None":
    """Where the words stand by which a text asks to invite people, and who is meant: "all visitors"."""
    found = _INVITE.search(text)
    if found is None:
        return None
    return found.start(), found.end(), next((who for who in found.groupdict().values() if who is not None), "")


_ORDER = lazy(
    r"\b(?:can|could|would|will) (?:you|u|we) (?:please |kindly |pls )?(?:put|mark|record|log|enter|register"
    r"|note|set|show|tick|class|list|get)\b"
    r"[^.?\n]{0,80}\b(?:as|down|in|off|that)\b(?![^.?\n]*\b(?:if|whether)\b)",
    re.IGNORECASE,
)


def orders(words: str) -> bool:
    """Whether an officer asks us to write down what became of a visit: an order, with a question mark for manners."""
    return _ORDER.search(words) is not None and re.search(r"\b(?:if|whether)\b", words) is None


def announces(words: str) -> bool:
    """Whether these words ask to invite people to a meeting."""
    return WHAT.search(words) is not None and invites(words) is not None
