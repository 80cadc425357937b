"""Sums of money, found in a text: whole pence, and what they were for by the words around. Never floats."""

import re
from dataclasses import dataclass
from decimal import Decimal

from mailbot.events import Span

CATEGORIES = ("canteen", "refreshments", "travel", "parking", "entrance", "phone", "other")

_WORDS_LIST = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_WORDS = {
    w: n
    for n, w in enumerate(
        _WORDS_LIST.split(),
        1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50}
_WORD = "|".join(_WORDS)
_POUNDS = r"(?P<pounds>\d{1,3}(?:,\d{3})+|\d{1,5})"
_SUM = re.compile(
    rf"£\s?{_POUNDS}(?:[.,·-](?P<pence>\d\d)(?!\d))?(?![\d])(?P<odd>[.,]\d+)?"
    rf"|(?<![\w.,/:-])(?P<pounds2>\d{{1,5}})(?:[.,](?P<pence2>\d\d))?\s?(?:£|gbp\b|quid\b|pounds?\b)"
    rf"|(?<![\w.,/:£-])(?P<p>\d{{1,3}})\s?p(?:ence)?\b"
    rf"|\b(?P<word>{_WORD})\s+(?:pounds?|quid)\b(?:\s+(?:and\s+)?(?P<wordp>\d\d?|{_WORD})\s?(?:p\b|pence\b)?)?"
    rf"|\b(?P<pword>{_WORD})\s+pence\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![\w.,/:£-])(?P<pounds>\d{1,4})(?:[.,](?P<pence>\d\d))?(?![\w/:-]|[.,]\d|\s?(?:p\b|pence|£|miles?\b|mi\b|%))"
)
_EACH = re.compile(r"\s*(?:each|a\s+head|apiece|per\b|x\s?\d|×|\*|/)", re.IGNORECASE)
_TIMES = re.compile(r"(?:\b(?:two|three|four|five|six|\d+)\b[^.,;\n£]{0,30}\bat\s*|\d\s?[x×*@]\s*)$", re.IGNORECASE)

_KINDS: tuple[tuple[str, str], ...] = (
    ("parking", r"park(?:ing|ed)?|car\s?park"),
    (
        "entrance",
        r"museum|entry|entrance|admission|tickets?\s+(?:for|to)|cinema|zoo|pool|swim(?:ming)?|bowling|paintball"
        r"|rink|skating|climbing|pottery|castle|aquarium|theatre",
    ),
    ("travel", r"bus(?:es)?|train|fares?|taxi|tram|travel|transport|rail|riders?|coach|metro|tube|ferry|petrol|toll"),
    ("phone", r"phone|top[- ]?up|sim|calls?|mobile|credit"),
    ("canteen", r"counter|canteen|tuck|vending|tea\s?bar|visits?\s+hall"),
    (
        "refreshments",
        r"teas?|coffees?|lunch|cakes?|flapjacks?|muffins?|chips|ice\s?creams?|drinks?|snacks?|refreshments?|caf[eé]"
        r"|sandwich(?:es)?"
        r"|biscuits?|pizza|burgers?|hot\s+chocolates?|juice|crisps|breakfast|dinner|milkshakes?|buns?|scones?",
    ),
)
_CATEGORY = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _KINDS)
_CLAUSE = re.compile(r"[,;\n\t]|\band\b|\bn\b|&|\bplus\b|\+|(?<=[a-z)])\.(?=\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """A sum in whole pence, its category, and where it stands. `sure` False: "each", "two at", an odd number."""

    pence: int
    category: str
    span: Span
    sure: bool = True


def find_money(text: str, bare: bool = False) -> tuple[FoundMoney, ...]:
    """All sums in a text, in order. `bare` also takes numbers without a sign, for lines labelled as expenses."""
    matches = list(_SUM.finditer(text))
    if bare:
        taken = [m.span() for m in matches]
        matches += [m for m in _BARE.finditer(text) if not any(m.start() < e and s < m.end() for s, e in taken)]
        matches.sort(key=lambda m: m.start())
    spans = [m.span() for m in matches]
    return tuple(
        FoundMoney(_pence(m), _category_at(text, m.span(), spans), Span(*m.span()), _is_sure(text, m))
        for m in matches
    )


def category_of(words: str) -> str:
    """What the words say the money was for; "other" where they say nothing known."""
    return next((name for name, pattern in _CATEGORY if pattern.search(words)), "other")


def _pence(match: "re.Match[str]") -> int:
    said = match.groupdict()
    if said.get("p"):
        return int(said["p"])
    if said.get("pword"):
        return _WORDS[said["pword"].lower()]
    if said.get("word"):
        pence = said["wordp"] or "0"
        return 100 * _WORDS[said["word"].lower()] + (int(pence) if pence.isdigit() else _WORDS[pence.lower()])
    whole = (said.get("pounds") or said.get("pounds2") or "0").replace(",", "")
    return int(Decimal(f"{whole}.{said.get('pence') or said.get('pence2') or '00'}") * 100)


def _is_sure(text: str, match: "re.Match[str]") -> bool:
    if match.groupdict().get("odd"):
        return False
    return not _EACH.match(text, match.end()) and not _TIMES.search(text, max(0, match.start() - 50), match.start())


def _category_at(text: str, span: tuple[int, int], spans: list[tuple[int, int]]) -> str:
    """By the words of its own clause: those before it first, then those after it up to the next sum."""
    start = max((e for s, e in spans if e <= span[0]), default=0)
    end = min((s for s, e in spans if s >= span[1]), default=len(text))
    before, after = _CLAUSE.split(text[start : span[0]]), _CLAUSE.split(text[span[1] : end])
    own = category_of(f"{before[-1]} | {after[0]}")
    if own == "other" and not before[-1].strip() and len(before) > 1:
        own = category_of(before[-2])
    return own if own != "other" else category_of(" ".join(before))
