"""Sums of money, found in a text: whole pence, and what they were for by the words around. Never floats."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.letters import plain_letters
from mailbot.reading.words.spent_on import category_at

_UNITS_LIST = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_UNITS = {w: n for n, w in enumerate(_UNITS_LIST.split(), 1)}
_TENS_LIST = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {w: 10 * n for n, w in enumerate(_TENS_LIST.split(), 2)}
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(list(_UNITS)[:9])}))?|{'|'.join(_UNITS)})"
_LARGE = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(list(_UNITS)[:9])}))?|{'|'.join(list(_UNITS)[9:])})"
_POUNDS = r"(?P<pounds>\d{1,3}(?:,\d{3})+|\d{1,5})"
# Behind "8 pound 40": what makes 40 a number of its own.
_COUNTED = (
    r"miles?\b|mi\b|min|hours?|hrs?|am\b|pm\b|people|days?|weeks?|years?|times|of\b|x\b|pages|copies|stamps|tickets"
    r"|kids|children|visits?|pounds?|quid|pence|april|may\b|june|july|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec"
)
_NOTES = {"quid": 100, "pound": 100, "fiver": 500, "tenner": 1000}
_SUM = lazy(
    rf"(?:£|\bgbp)\s?{_POUNDS}(?:\s?[.,·:-](?P<pence>\d\d)(?!\d)p?)?(?![\d])(?P<odd>[.,]\d+)?"
    rf"|(?<![\w.,/:-])(?P<pounds2>\d{{1,5}})(?:[.,](?P<pence2>\d\d))?\s?(?:£|gbp\b|quid\b|pounds?\b|squid\b)"
    rf"(?:\s+(?:and\s+)?(?P<pence3>\d\d)\s?(?:p\b|pence\b|(?=\s*(?:$|[.,;)\n])))"
    rf"|\s+(?P<pence4>\d\d)(?=\s+[^\W\d_])(?!\s+(?:{_COUNTED}))(?<!\b00))?"
    rf"|(?<![\w.,/:£-])(?P<p>\d{{1,3}})\s?p(?:ence)?\b(?!\.?m)"
    rf"|\b(?P<word>{_WORD})\s+(?:pounds?|quid)\b(?:\s+(?:and\s+)?(?:(?P<wordp>\d\d|{_LARGE})(?!\w)"
    rf"(?:\s?(?:p\b|pence\b))?|(?P<wordp2>\d|{_WORD})\s?(?:p\b|pence\b)))?"
    rf"|\b(?P<pword>{_WORD})\s+(?:pence|p)\b"
    r"|(?:\b(?:an?|one)\s+|\b(?<!the )(?<!that )(?<!his )(?<!her )(?<!their )(?<!two )(?<!per )(?=fiver|tenner))"
    rf"(?P<note>quid|pound|fiver|tenner)\b(?!\s+(?:of|note|coin|shop|land"
    rf"|each))(?:\s+(?P<notep>\d\d|{_WORD})\b)?"
    rf"|\b(?P<pair>(?:a\s+)?couple\s+(?:of\s+)?)(?:quid|pounds)\b",
    re.IGNORECASE,
)
# "Three pounds of plums" are no money.
_WEIGHED = lazy(
    r"\s+of\s+(?:(?:the|his|her|their|our|my|those|these|fresh|ripe|best|good|new|early|late|runner|broad|green"
    r"|red|black"
    r"|minced?)\s+){0,2}"
    r"(?:them|those|these|apples?|pears?|plums?|damsons?|cherr\w+|\w+berries|\w*currants|tomato\w*|potato\w*"
    r"|spuds|beans?"
    r"|peas|carrots?|onions?|leeks?|beetroots?|rhubarb|marrows?|courgettes?|sprouts?|mushrooms?|grapes|meat"
    r"|mince|beef|lamb"
    r"|pork|bacon|sausages?|chicken|fish|cod|flour|sugar|butter|rice|honey|jam|cheese|fat|weight|muscle|flesh"
    r"|fruit|veg\w*)\b",
    re.IGNORECASE,
)
_POUND = lazy(r"pounds?\s*$", re.IGNORECASE)
_HINT = lazy(r"[\d£]|gbp|squid|quid|pound|pence|fiver|tenner|\bp\b", re.IGNORECASE)  # else there is no sum
_BARE = lazy(
    r"(?<![\w.,/:£])(?<![\w)]-)(?<![\w)]\s-)(?P<pounds>\d{1,4})(?:[.,](?P<pence>\d\d))?"
    r"(?![\w/:-]|[.,]\d|\s?(?:p\b|pence|£|miles?\b|mi\b|%|(?:[x×@]|at|of)\s))",
    re.IGNORECASE,
)
_EACH = (
    r"(?:each\s+way|both\s+ways|each|a\s+head|apiece|a\s+piece|per\s+(?:person|head|ticket|cup)"
    r"|a\s+time|a\s+go|per\b|/)"
)
_BEHIND = lazy(rf"\s*(?:{_EACH}|\(\s*each\s*\))", re.IGNORECASE)
_COUNTS = _UNITS | {"both": 2, "couple": 2, "pair": 2}
_COUNT = rf"(?P<n>\d{{1,2}}|{'|'.join(_UNITS)}|both|couple(?: of)?|pair(?: of)?)"
_VAGUE_BEHIND = lazy(
    r"\s*-?(?:something|odd\b|ish\b|or so\b|and (?:something|a bit|change|some)|or thereabouts|\(?i think|,? i think"
    r"|,? (?:maybe|probably|roughly|approx)|\?)",
    re.IGNORECASE,
)
_VAGUE_BEFORE = lazy(
    r"\b(?:about|around|roughly|nearly|almost|over|under|approx\w*|circa|maybe|perhaps|up to|best part of|say)\s*$",
    re.IGNORECASE,
)
_TIMES = lazy(rf"(?<![\w.,£/:-]){_COUNT}\s?[x×*@]\s?$", re.IGNORECASE)
_SOME_AT = lazy(
    rf"(?<![\w.,£/:-]){_COUNT}\s+(?!pounds?\b|quid\b|pence\b)(?P<things>(?:(?!\band\b"
    rf"|\bplus\b)(?:[^.,;\n£\d]|(?<=\bthe )\d{{1,3}}[a-z]?\b)){{2,40}}?)\s*(?:at|@|for)\s*$",
    re.IGNORECASE,
)
_SOME = lazy(
    rf"(?<![\w.,£/:-]){_COUNT}\s+(?!pounds?\b|quid\b|pence\b)(?P<things>(?:(?!\band\b"
    rf"|\bplus\b)(?:[^.,;\n£\d]|(?<=\bthe )\d{{1,3}}[a-z]?\b)){{2,40}}?)\s*(?:at|@|for|were|was|cost|[,:(-])?\s*$",
    re.I,
)
_TIMES_BEHIND = lazy(
    rf"\s*(?:[x×*]\s?{_COUNT}(?![\w.,]*\d)(?!\s+(?:miles?|pounds?|quid)\b)|(?:{_EACH})\s*(?:for|,|x"
    rf"|×)\s*(?:the\s+)?{_COUNT.replace('<n>', '<n2>')}\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """A sum in whole pence, its category, and where it stands, with what multiplies it.

    `sure` False: "each" of an unknown number, "a couple of quid", an odd number.
    """

    pence: int
    category: str
    span: Span
    sure: bool = True


class _Count(NamedTuple):
    """How often a sum was spent, whether that is certain, and the stretch that says so."""

    times: int
    sure: bool
    span: Span


def has_money(text: str) -> bool:
    """Whether some sum with a sign or a word for money stands in a text."""
    return _HINT.search(text) is not None and _SUM.search(plain_letters(text)) is not None


def find_money(text: str, bare: bool = False) -> tuple[FoundMoney, ...]:
    """All sums in a text, in order. `bare` also takes numbers without a sign, for lines labelled as expenses."""
    if not _HINT.search(text):
        return ()
    text = plain_letters(text)
    matches = [match for match in _SUM.finditer(text) if not _is_weight(text, match)]
    if bare:
        taken = {at for m in matches for at in range(*m.span())}
        matches += [m for m in _BARE.finditer(text) if taken.isdisjoint(range(*m.span()))]
        matches.sort(key=lambda m: m.start())
    counted = [(m, _count(text, m)) for m in matches]
    counts = {at for _, count in counted for at in range(count.span.start, count.span.end)}
    real = [(m, count) for m, count in counted if not counts.issuperset(range(*m.span()))]
    edges = [0, *(at for m, _ in real for at in m.span()), len(text)]
    found: list[FoundMoney] = []
    for number, (match, count) in enumerate(real):
        around = (edges[2 * number], edges[2 * number + 3])
        category = category_at(text, match.span(), around, found[-1].category if found else "other")
        odd = bool(match.groupdict().get("odd") or match.groupdict().get("pair"))
        odd = odd or _is_vague(text, match)
        pence = count.times * _pence(match)
        found.append(FoundMoney(pence, category, Span(*match.span()), count.sure and not odd))
    return tuple(found)


def _is_weight(text: str, match: "re.Match[str]") -> bool:
    return _POUND.search(match.group()) is not None and _WEIGHED.match(text, match.end()) is not None


def _is_vague(text: str, match: "re.Match[str]") -> bool:
    """ "About £4", "three pound something": somebody who does not remember."""
    before = text[max(0, match.start() - 20) : match.start()]
    return bool(_VAGUE_BEHIND.match(text, match.end()) or _VAGUE_BEFORE.search(before))


def _pence(match: "re.Match[str]") -> int:
    said = match.groupdict()
    if said.get("p"):
        return int(said["p"])
    if said.get("pword"):
        return _number(said["pword"])
    if said.get("pair"):
        return 200
    if said.get("note"):
        return _NOTES[said["note"].lower()] + (_number(said["notep"]) if said["notep"] else 0)
    if said.get("word"):
        return 100 * _number(said["word"]) + _number(said["wordp"] or said["wordp2"] or "0")
    whole = (said.get("pounds") or said.get("pounds2") or "0").replace(",", "")
    pence = said.get("pence") or said.get("pence2") or said.get("pence3") or said.get("pence4") or "00"
    return int(Decimal(f"{whole}.{pence}") * 100)


def _count(text: str, match: "re.Match[str]") -> "_Count":
    """What multiplies a sum: a number that stands there is no sum itself ("2 x £3", "£3 each for 2")."""
    start, end = match.span()
    before = text[max(0, start - 50) : start]
    if times := _TIMES.search(before):
        return _Count(_counted(times["n"]), True, Span(start - len(times.group()), start))
    if behind := _TIMES_BEHIND.match(text, end):
        return _Count(_counted(behind["n"] or behind["n2"]), True, Span(end, behind.end()))
    if each := _BEHIND.match(text, end):
        ways = "way" in each.group().lower()
        some = _SOME.search(before)
        if some is None:
            return _Count(1 + ways, False, Span(end, each.end()))
        return _Count(_counted(some["n"]), not ways, Span(start - len(some.group()), start))
    if (some := _SOME_AT.search(before)) and not some.group().rstrip().lower().endswith("for"):
        return _Count(_counted(some["n"]), False, Span(start - len(some.group()), start))
    return _Count(1, True, Span(end, end))


def _counted(said: str) -> int:
    word = said.lower().removesuffix(" of")
    return int(word) if word.isdigit() else _COUNTS[word]


def _number(said: str) -> int:
    """A number in figures or in words up to ninety-nine."""
    if said.isdigit():
        return int(said)
    return sum(_TENS.get(word) or _UNITS[word] for word in re.split(r"[ -]", said.lower()))
