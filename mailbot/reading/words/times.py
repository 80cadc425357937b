"""Times of day, found in a text. What is vague, "about 3ish" or "just now", is found as not exact (duty C4)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.lengths import HOUR_WORD as _HOUR_WORD
from mailbot.reading.words.lengths import HOURS as HOURS
from mailbot.reading.words.lengths import PARTS, TEENS, TENS, hour_number
from mailbot.reading.words.lengths import find_minutes as find_minutes
from mailbot.reading.words.letters import plain_letters

_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "twenty five": 25, "twenty-five": 25}
_MINUTES |= {"five and twenty": 25, "5": 5, "10": 10, "20": 20, "25": 25}
_PART = (
    r"(?:\s*(?P<ap>[ap])\.?\s?m\b\.?|\s+(?:yesterday\s+|this\s+|today\s+|at\s+|last\s+|(?:on\s+)?[a-z]{3,6}day\s+"
    r"|(?:(?:in|of)\s+)?(?:the\s+)?)?"
    r"(?P<part>morning|afternoon|evening|night|tonight|tea\s?time)\b)?"
)
_VAGUE_BEFORE = (
    r"(?P<vague>\b(?:about|around|roughly|approx(?:imately)?\.?|circa|c\.|ca\.?|nearly|almost|gone|before|after"
    r"|some\s?time|between|by|~)\s*)?"
)
# "7 pm less ten": as it is said elsewhere; nobody has to reckon it out.
_VAGUE_AFTER = r"(?P<ish>\s?-?ish\b|\s+or\s+(?:so|thereabouts)|\s+(?:less|minus)\s+\w+|\s*\?)?"


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A local time of day. `at` None: only a vague moment was named. `exact` False: not good to the minute.

    `sure` False: it may be morning or afternoon; `at` then follows visiting hours: 1 to 7 is the afternoon.
    """

    at: time | None
    span: Span
    exact: bool = True
    sure: bool = True


_CLOCK = lazy(
    rf"{_VAGUE_BEFORE}(?<![\w£€$.,:/-])(?P<h>[01]?\d|2[0-3])(?:[.:]|\s?h\s?|-(?=(?:0\d|1[3-9]"
    rf"|[2-5]\d)\s?[ap]\.?\s?m\b))(?P<m>[0-5]\d)(?![\d/]|[.,:]\d"
    rf"|\s?(?:p(?!\.?\s?m)\b"
    rf"|miles?|£))"
    rf"{_PART}{_VAGUE_AFTER}",
    re.IGNORECASE,
)
_HOUR = lazy(
    rf"{_VAGUE_BEFORE}(?<![\w£€$.,:/-])(?P<h>1[0-2]|0?[1-9]|{_HOUR_WORD})"
    rf"(?:\s?(?P<clock>o['’ ]?clock){_PART}|\s*(?P<ap2>[ap])\.?\s?m\b\.?|(?=\s?-?ish\b)"
    rf"|\s+(?:(?:(?:in|of)\s+the|at|this)\s+|(?=tonight))(?P<part2>morning|afternoon|evening|night|tonight)\b)"
    rf"{_VAGUE_AFTER}",
    re.IGNORECASE,
)
_SPOKEN = lazy(
    rf"{_VAGUE_BEFORE}\b(?:(?P<half>half)(?:\s*-?\s*past)?|(?P<min>a\s+quarter|quarter|twenty[ -]five"
    rf"|five\s+and\s+twenty|five|ten|twenty|(?<![\d.,:/£])(?:5|10|20"
    rf"|25)(?=\s+(?:minutes?\s+)?past))(?:\s+minutes?)?[\s-]+(?P<dir>past|to|after(?<=quarter after)))"
    rf"[\s-]+(?P<h>{_HOUR_WORD}|1[0-2]|[1-9])(?!\w){_PART}{_VAGUE_AFTER}",
    re.IGNORECASE,
)
# "at two": an hour alone counts only behind "at", and where nothing is counted ("at two schools").
_AT = lazy(
    rf"{_VAGUE_BEFORE}\bat\s+(?P<h>1[0-2]|[1-9]|{_HOUR_WORD})(?=\s*(?:$|[,;!?)\n]|\.(?!\d))|\s+(?:sharp|on"
    rf"|tomorrow|today"
    r"|tonight|yesterday|as|till|until|and|if|then|please|weather)\b)",
    re.IGNORECASE,
)
# "by six", "about 17": like "at", and not good to the minute.
_BY = lazy(
    rf"\b(?P<vague>by|around|about|til|till|until)\s+(?P<h>2[0-3]|1\d|[1-9]|{_HOUR_WORD})"
    r"(?=\s*(?:$|[,;!?)\n]|\.(?!\d))|\s+(?:tomorrow|today|tonight|latest|and|if|then|please|at the)\b)",
    re.IGNORECASE,
)
# "15h", "1415 hrs", "at 1415", "at four forty-one", "12 minutes past 3": in full, so that nothing is left open.
_FULL = (
    lazy(r"(?<![\w£€$.,:/-])(?P<h>[89]|1\d|2[0-3])\s?h\b(?!\w|\s?[0-5]\d\b)", re.IGNORECASE),
    lazy(r"\bat\s+(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\b(?!\s*(?:miles|people))(?:\s?h(?:ou)?rs?\b)?", re.IGNORECASE),
    lazy(r"\b(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\s?h(?:ou)?rs?\b", re.IGNORECASE),
    lazy(
        rf"\b(?:at|from|(?P<vague>by|till?|until|around|about))\s+(?P<h>{_HOUR_WORD})\s+"
        rf"(?P<spoken>ten|fifteen|(?:twenty|thirty|forty|fifty)(?:[ -](?:{_HOUR_WORD}))?)"
        rf"\b(?!\s*(?:past|to|miles)\b){_PART}",
        re.IGNORECASE,
    ),
    lazy(
        rf"\b(?P<m>[0-5]?\d)\s+min(?:ute)?s?\s+(?P<past>past|to)\s+(?P<h>{_HOUR_WORD}|1[0-2]|[1-9])(?!\w){_PART}",
        re.IGNORECASE,
    ),
)
# "8 and quarter in the night", "at 4 and a quarter": as it is said elsewhere
_AND_PART = lazy(
    rf"(?:(?P<at>\bat\s+)|\b)(?P<h>{_HOUR_WORD}|1[0-2]|[1-9])\s+and\s+(?:a\s+)?(?P<and>half|quarter)\b"
    rf"(?(at)(?!\s+(?:an?\s)?(?:hours?|miles?))|(?=\s+(?:in|at|this|yesterday)\b)){_PART}",
    re.IGNORECASE,
)
# "7 till 2", "from 10 to 14", "three till half past four": the beginning; its end is found by itself.
_FROM = lazy(
    rf"(?<![\w£€$.,:/-])(?P<from>from\s+|(?P<vague>between)\s+)?(?P<h>2[0-3]|1\d|[1-9]|{_HOUR_WORD})\s*"
    r"(?P<to>till?|until|to|-|–|and)\s*"
    rf"(?:half(?:\s+past)?\s+|(?:a\s+)?quarter\s+(?:past|to)\s+)?(?P<end>2[0-3]|1\d|[1-9]"
    rf"|{_HOUR_WORD})(?:\s?(?P<ap>[ap])\.?m\b\.?)?(?![\w/-]|[.:,]\d)"
    r"(?!\s*(?:people|of us|miles|quid|pounds|each|years|minutes|mins|hours|hrs|days|weeks)\b)",
    re.IGNORECASE,
)
_NOON = lazy(rf"{_VAGUE_BEFORE}\b(?P<noon>noon|mid-?day|midnight)\b{_VAGUE_AFTER}", re.IGNORECASE)
_MOMENT = lazy(
    r"\b(?:just?\s+now|right\s+now|a\s+(?:moment|minute|while)\s+ago|\d+\s*min(?:ute)?s?\s+ago|earlier(?:\s+today)?"
    r"|still\s+on\s+hold"
    r"|an?\s+hour\s+ago|half\s+an\s+hour\s+ago)\b",
    re.IGNORECASE,
)


# What a text has to hold for an expression to be tried at all.
_WORDS = lazy(r"[a-z]+|\d")
_HINTS = {
    **dict.fromkeys("0123456789", "digit"),
    **dict.fromkeys(HOURS, "word"),
    **dict.fromkeys(("noon", "mid", "midday", "midnight"), "noon"),
    **dict.fromkeys(("now", "ago", "earlier", "hold"), "moment"),
}
_NUMBER = frozenset(("digit", "word"))
_PATTERNS = (
    *((_NUMBER, pattern) for pattern in (*_FULL, _SPOKEN, _AND_PART)),
    (frozenset(("digit",)), _CLOCK),
    *((_NUMBER, pattern) for pattern in (_HOUR, _AT, _BY)),
    (frozenset(("noon",)), _NOON),
    (frozenset(("moment",)), _MOMENT),
)


@lru_cache(maxsize=64)
def find_times(text: str) -> tuple[FoundTime, ...]:
    """All times of day in a text, in order and without overlaps."""
    text = plain_letters(text)
    found: list[FoundTime] = []
    hints = {_HINTS[word] for word in set(_WORDS.findall(text.lower())) if word in _HINTS}
    for pattern in (pattern for needs, pattern in _PATTERNS if needs & hints):
        for match in pattern.finditer(text):
            if not any(match.start() < f.span.end and f.span.start < match.end() for f in found):
                found.append(_read(match))
    if hints & {"digit", "word"}:
        found += [began for match in _FROM.finditer(text) if (began := _began(match, found))]
    return tuple(sorted(found, key=lambda f: f.span.start))


def _began(match: "re.Match[str]", found: Iterable[FoundTime]) -> FoundTime | None:
    """When "7 till 2" began: before it ended. Figures with "to" or a dash alone may be anything else."""
    span = Span(match.start(), match.end("h"))
    ap, plain = (match["ap"] or "").lower(), match["to"].lower() in ("till", "til", "until") or match["from"]
    is_pair = match["to"].lower() != "and" or match["vague"]
    if not (is_pair and (plain or ap)) or any(span.start < f.span.end and f.span.start < span.end for f in found):
        return None
    begin, end = (
        _placed(FoundTime(time(hour_number(match[name])), span), {"h": match[name]}).at for name in ("h", "end")
    )
    if begin is None or end is None:
        return None
    if ap:
        last = hour_number(match["end"]) % 12 + (12 if ap == "p" else 0)
        hours = [hour for hour in (hour_number(match["h"]) % 12, hour_number(match["h"]) % 12 + 12) if hour < last]
        return FoundTime(time(max(hours)), span, exact=not match["vague"]) if hours else None
    early = begin > end and begin.hour >= 12
    return FoundTime(
        begin.replace(hour=begin.hour - 12) if early else begin, span, exact=not match["vague"], sure=False
    )


def _read(match: "re.Match[str]") -> FoundTime:
    said = match.groupdict()
    span = Span(*match.span())
    if "h" not in said and "noon" not in said:
        return FoundTime(None, span, exact=False)
    exact = not said.get("vague") and not said.get("ish")
    if said.get("noon"):
        return FoundTime(time(0 if said["noon"].lower() == "midnight" else 12), span, exact)
    hour, minute = hour_number(said["h"]), int(said.get("m") or _spoken(said.get("spoken")))
    if said.get("half") or said.get("and"):
        minute = PARTS[(said.get("half") or said["and"]).lower()]
    elif said.get("past") == "to":
        hour, minute = (hour - 1) or 12, (60 - minute) % 60
    elif said.get("min"):
        minute = _MINUTES[re.sub(r"\s+", " ", said["min"].lower())]
        if said["dir"].lower() == "to":
            hour, minute = (hour - 1) or 12, 60 - minute
    return _placed(FoundTime(time(hour, minute), span, exact), said)


def _spoken(minutes: str | None) -> int:
    """ "forty-one"."""
    parts = re.split(r"[ -]", (minutes or "").lower())
    return sum((TENS | TEENS | HOURS).get(part, 0) for part in parts)


_EARLY = frozenset(("a", "morning", "night", "tonight"))


def _placed(found: FoundTime, said: dict[str, str | None]) -> FoundTime:
    """Morning or afternoon: by what is said, by the 24-hour form, or unsure by visiting hours."""
    assert found.at is not None
    half = ((said.get("ap") or said.get("ap2") or "") + (said.get("part") or said.get("part2") or "")).lower()
    hour = found.at.hour
    if half:
        late = half.startswith(("p", "af", "ev", "tea")) or (half.endswith("night") and 5 <= hour < 12)
        hour = hour + 12 if late and hour < 12 else 0 if half in _EARLY and hour == 12 else hour
        return FoundTime(found.at.replace(hour=hour), found.span, found.exact)
    written = said.get("h") or ""
    if hour > 12 or hour == 0 or (said.get("m") and (written.startswith("0") or hour == 12)):
        return FoundTime(found.at, found.span, found.exact)
    return FoundTime(found.at.replace(hour=hour + 12 if hour < 8 else hour), found.span, found.exact, sure=False)
