"""Lengths of time, found in a text, in minutes: "12 minutes", "an hour and a half", "two and a half hours"."""

import re

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.letters import plain_letters

_HOURS_LIST = "one two three four five six seven eight nine ten eleven twelve"
HOURS = {w: n for n, w in enumerate(_HOURS_LIST.split(), 1)}
TEENS = {"thirteen": 13, "fifteen": 15, "eighteen": 18}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
HOUR_WORD = "|".join(HOURS)
PARTS = {"half": 30, "quarter": 15, "quarters": 15, "three quarter": 45, "three quarters": 45}  # of an hour
_LONG_TENS = TENS | {"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WAIT = lazy(
    rf"(?:(?<![\d.,:/£])\b(?P<whole>\d{{1,2}}|{HOUR_WORD})\s+and\s+(?:an?\s+)?(?P<part>half|quarter"
    rf"|three[ -]quarters?)"
    r"\s+hours?\b"
    rf"|(?<![\d.,:/£])\b(?P<tenths>\d{{1,2}}[.,]\d)\s*(?:hours?|hrs?)\b"
    rf"|(?P<halves>\d{{1,2}})?\s?½\s*(?:an?\s+)?(?:hours?|hrs?)\b)"
    rf"|(?:\b(?P<of>half|(?:a |three[ -])?quarters?)\s+(?:of\s+)?)?"
    rf"(?P<n>\d{{1,3}}|(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty"
    rf"|ninety)(?:[ -](?P<unit>{HOUR_WORD}))?|{'|'.join(TEENS)}"
    rf"|{HOUR_WORD}|an?|(?<=half )(?=hour))\s*(?P<what>min(?:ute)?s?|hours?|hrs?)\b"
    r"(?:\s*(?:\band\b|\bn\b|&|\+)\s*(?P<and>(?:a )?half(?! past)|(?:a )?quarter(?! past| to)|three[ -]quarters)\b)?",
    re.IGNORECASE,
)


def hour_number(said: str) -> int:
    """ "three" or "3"."""
    return HOURS.get(said.lower()) or int(said)


def find_minutes(text: str) -> tuple[tuple[int, Span], ...]:
    """Lengths of time in a text, in minutes: "12 minutes", "three minutes", "an hour", "half hour"."""
    return tuple((_minutes(match), Span(*match.span())) for match in _WAIT.finditer(plain_letters(text)))


def _minutes(match: "re.Match[str]") -> int:
    if match["n"] is None:
        return _broken(match)
    said = match["n"].lower()
    if match["of"]:
        return _part_of_hour(match["of"])
    if match["tens"]:
        count = _LONG_TENS[match["tens"].lower()] + (HOURS[match["unit"].lower()] if match["unit"] else 0)
    else:
        count = int(said) if said.isdigit() else (HOURS | TEENS).get(said, 1)
    more = _part_of_hour(match["and"]) if match["and"] else 0
    return count * 60 + more if match["what"].lower().startswith("h") else count


def _broken(match: "re.Match[str]") -> int:
    """ "two and a half hours", "2.5 hours", "2½ hours", in minutes."""
    if match["tenths"]:
        return round(60 * float(match["tenths"].replace(",", ".")))
    if match["whole"]:
        return 60 * hour_number(match["whole"]) + _part_of_hour(match["part"])
    return 60 * int(match["halves"] or 0) + PARTS["half"]


def _part_of_hour(said: str) -> int:
    """ "half", "a quarter", "three-quarters"."""
    return PARTS[said.lower().replace("-", " ").removeprefix("a ")]
