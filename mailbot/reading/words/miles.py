"""Miles driven, as a number: "41 miles", "miles: 41", "fifty-four miles", "12.5 mi"."""

import re
from dataclasses import dataclass

from mailbot.events import Span

_ONES_LIST = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_ONES = {w: n for n, w in enumerate(_ONES_LIST.split())}
_TENS_LIST = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {w: 10 * n for n, w in enumerate(_TENS_LIST.split(), 2)}
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(list(_ONES)[1:10])}))?|{'|'.join(_ONES)})"
_MILES = re.compile(rf"(?<![\w£.,])(?P<n>\d{{1,4}}(?:\.\d)?|{_WORD})\s*(?:miles?|mi)\b", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*(?P<n>\d{1,4}(?:\.\d)?)\s*(?:miles?|mi)?\s*\.?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundMiles:
    """A distance in miles and where it stands."""

    miles: float
    span: Span


def find_miles(text: str) -> tuple[FoundMiles, ...]:
    """All distances in miles in a text."""
    return tuple(FoundMiles(_number(match["n"]), Span(*match.span())) for match in _MILES.finditer(text))


def bare_miles(value: str) -> float | None:
    """The value of a line labelled as miles: "41", "41 miles", or None if it is anything else."""
    match = _NUMBER.match(value)
    if match:
        return float(match["n"])
    found = find_miles(value)
    return found[0].miles if len(found) == 1 else None


def _number(said: str) -> float:
    if said[0].isdigit():
        return float(said)
    return float(sum(_TENS.get(word) or _ONES[word] for word in re.split(r"[ -]", said.lower())))
