"""Visits placed where they should not be: in the visitor's own home (L13), alone in somebody's room (C10)."""

import re
from collections.abc import Callable, Iterator

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.sentences import sentences
from mailbot.workflows.lone.events import Where

_HOUSE = r"(?:house|home|flat|place|kitchen|garden|living room)"
_OWN = lazy(
    rf"\b(?:at|to|in|round|over to|back to|by) (?:mine\b|(?:my|our) (?:own )?{_HOUSE}\b)"
    rf"|\b(?:came|coming|comes|come|had (?:him|her|them)|having (?:him|her|them)) (?:over|round|for \w+)\b.{{0,20}}"
    rf"\b(?:mine|(?:my|our) (?:own )?{_HOUSE})\b",
    re.IGNORECASE,
)
_ROOM = lazy(
    r"\b(?:in|inside|up (?:to|in)|to|at|into) (?:his|her|their|the client['’]?s|[\w-]+['’]s) (?:own |hotel )*room\b"
    r"|\b(?:in|to|up to|at|inside) (?:his |her |their |the )?(?:hotel )?room (?:no\.? ?|number )?\d+\b",
    re.IGNORECASE,
)
_NOT = lazy(r"\b(?:not|never|no longer|instead of|rather than|without)\b|n['’]t\b", re.IGNORECASE)
_PAIR = lazy(r"\b(?:we|both|together|with (?:my|our|another|the other) \w+|as a pair|in a pair)\b", re.IGNORECASE)
_WAY_HOME = lazy(
    r"\b(?:i['’]?m|i am|i['’]?ll be|got|get|getting|went|going|back|home|way|safe(?:ly)?|arrived|drove|left"
    r"|set(?:ting)? off)"
    r"(?: \w+){0,2}$",
    re.IGNORECASE,
)


def places_in(text: str, in_a_pair: Callable[[Span], bool] = lambda at: False) -> Iterator[Where]:
    """Each of the two that a sentence says of a visit; a way home, or what is denied, is none.

    `in_a_pair` says of a sentence whether somebody of the scheme goes along, so that nobody is alone there.
    """
    for span in sentences(text):
        words = text[span.start : span.end]
        if _says(_OWN, words, _WAY_HOME):
            yield Where.VISITORS_HOME
        if _says(_ROOM, words, None) and not _PAIR.search(words) and not in_a_pair(span):
            yield Where.HOTEL_ROOM


def _says(pattern: "re.Pattern[str]", words: str, unless: "re.Pattern[str] | None") -> bool:
    for found in pattern.finditer(words):
        before = words[: found.start()].rstrip()
        if not _NOT.search(before) and not (unless and unless.search(before)):
            return True
    return False
