"""Miles driven, as a number: "41 miles", "33 miles each way so 66", "twelve miles there and back"."""

import re
from dataclasses import dataclass, replace

from mailbot.events import Span
from mailbot.expressions import lazy

_ONES_LIST = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_ONES = {w: n for n, w in enumerate(_ONES_LIST.split())}
_TENS_LIST = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {w: 10 * n for n, w in enumerate(_TENS_LIST.split(), 2)}
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(list(_ONES)[1:10])}))?|{'|'.join(_ONES)})"
_AMOUNT = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|{_WORD})"
_MILES = lazy(
    rf"(?<![\w£.,])(?P<n>{_AMOUNT})[\s-]*(?:miles?|mls|mils|mi)\b"
    rf"|\b(?:miles(?:\s+(?:driven|claimed|today))?|mileage(?:\s+(?:is|was|of|today))?)\s*[:=-]?\s*"
    r"(?P<n2>\d{1,4}(?:\.\d)?)(?![\d.,]*\d|\s?(?:p\b|[%£]))",
    re.IGNORECASE,
)
_HINT = lazy(r"\bm(?:i|l)|\dmi", re.IGNORECASE)
_NUMBER = lazy(rf"^\s*(?P<n>{_AMOUNT})\s*(?:miles?|mi)?\s*\.?\s*$", re.IGNORECASE)
_FOR_ALL = r"in\s+(?:all|total)|altogether|all\s+together|all\s+told|total"
_TOTAL = lazy(
    rf"(?:\bso|\bmak(?:es|ing)|\bgives|\bcall(?:\s+(?:it|that))?|=|\btherefore|\btotal(?:l?ing|\s+(?:of|is|was|=))?:?|\bthat['’]?s|\bcom(?:es"
    rf"|ing)\s+to|\bin\s+all,?)"
    rf"\s+(?:it['’]?s\s+)?(?P<n>{_AMOUNT})(?![\d:.,]*\d|\s?(?:p\b|[%£]))\b(?!\s+(?:pounds?|quid|pence))"
    rf"|(?<![£\d.,:])\b(?P<n2>{_AMOUNT})\s+(?:miles\s+)?(?:{_FOR_ALL})\b",
    re.IGNORECASE,
)
_ALL = lazy(rf"\s*\(?(?:{_FOR_ALL})\b", re.IGNORECASE)
_BOTH_WAYS = lazy(r"\s*(?:there\s+(?:and|&|n)\s+back|round\s+trip|return\b|there\s+and\s+return)", re.IGNORECASE)
_EACH_WAY = lazy(r"\s*(?:each\s+way|one\s+way|in\s+each\s+direction|both\s+ways)", re.IGNORECASE)
_REPEATED = lazy(
    r"\s*(?:each\b|per\b|a\s+(?:time|trip|visit|day|week)|every\b|on\s+each\b|apiece|[x×*]\s?\d|a\s+go\b"
    r"|and\s+\w+\s+back\b)",
    re.IGNORECASE,
)
# "26 miles to the prison and 26 back", "ten mile there, ten back": both ways, each told.
_AND_BACK = lazy(
    r"\s*(?:there|going|out|up|down|over|across|to\s+[^.,;:£\d\n]{2,30}?)?\s*(?:,|\band\b|\ban\b|\bn\b|&|\+"
    r"|\bplus\b)\s*"
    rf"(?:and\s+|then\s+)?(?:(?:the\s+)?(?P<same>same(?:\s+again)?|as\s+many)"
    rf"|(?P<back>{_AMOUNT}))\s*(?:miles?\s*|mi\s*)?"
    r"(?:coming(?:\s+back)?|back(?:\s+again)?|home(?:wards?)?|return(?:ing)?)\b",
    re.IGNORECASE,
)
_TIMES = lazy(rf"\b(?:{_AMOUNT}|both|several)\s+(?:trips?|journeys?|visits?|runs?)\s+(?:of|at)\s*$|[x×*]\s?$", re.I)
_NOT_DRIVEN = lazy(
    r"\s*(?:away|off|from (?:here|home|me|us|the (?:sea|station))|of\s+(?:smiles|coast|walking)|an?\s+hour"
    r"|per\s+hour|wide|high|walk"
    r"|run|hike|ride|swim|better|long\s+walk|further|nearer|closer|longer|shorter|down\s+the\s+road|round\s+the"
    r"|of\s+the|a\s+day\s+round)\b",
    re.IGNORECASE,
)
_ON_FOOT = lazy(
    r"\b(?:walk(?:ed|ing|s)?|ran|runs?|running|jog\w*|hike\w*|hiking|swam|swims|lives?|living|cycle[ds]?|rowed)\b"
    r"[^.,;\n£]{0,25}$"
    r"|\b(?:hotel|prison|school|house|flat|home|hospital|shop|town|place|room) (?:is|was|are|being) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundMiles:
    """A distance in miles and where it stands. `sure` False: one way of two, or one journey of several."""

    miles: float
    span: Span
    sure: bool = True


def find_miles(text: str) -> tuple[FoundMiles, ...]:
    """All distances driven in a text; not what was walked, nor how far off somebody lives."""
    if not _HINT.search(text):
        return ()
    found: list[FoundMiles] = []
    for match in _MILES.finditer(text):
        if _is_driven(text, match) and not (found and match.start() < found[-1].span.end):
            found.append(_read(text, match))
    return tuple(found)


def all_miles(text: str) -> tuple[FoundMiles, ...]:
    """What a text says was driven in all: the total where it states one, else each distance, unsure if several."""
    found = find_miles(text)
    if not found:
        return ()
    totals = _totals(text, found)
    if len({t.miles for t in totals}) == 1 and totals[0].miles >= max(f.miles for f in found):
        if any(f.span.start > totals[0].span.end and f.miles not in _parts(totals[0].miles) for f in found):
            return tuple(replace(f, sure=False) for f in found)  # the total of one of two journeys
        return (replace(totals[0], span=found[0].span),)
    same = {f.miles for f in found}
    if (len(found) > 1 and len(same) > 1) or totals:
        return tuple(replace(f, sure=False) for f in found)
    return found[:1] if len(found) == 1 else (replace(found[0], sure=False),)


def _parts(total: float) -> tuple[float, float]:
    return total, total / 2


def bare_miles(value: str) -> float | None:
    """The value of a line labelled as miles: "41", "41 miles", or None if it is anything else."""
    match = _NUMBER.match(value)
    if match:
        return _number(match["n"])
    found = all_miles(value)
    return found[0].miles if len(found) == 1 and found[0].sure else None


def _totals(text: str, found: tuple[FoundMiles, ...]) -> "list[FoundMiles]":
    """Numbers said to be the total, behind the first distance; and a distance that says so itself."""
    said = [f for f in found if _ALL.match(text, f.span.end)]
    later = _TOTAL.finditer(text, found[0].span.end)
    return [*said, *(FoundMiles(_number(m["n"] or m["n2"]), Span(*m.span())) for m in later)]


def _is_driven(text: str, match: "re.Match[str]") -> bool:
    return not _NOT_DRIVEN.match(text, match.end()) and not _ON_FOOT.search(
        text[max(0, match.start() - 60) : match.start()]
    )


def _read(text: str, match: "re.Match[str]") -> FoundMiles:
    miles, span = _number(match["n"] or match["n2"]), Span(*match.span())
    if back := _AND_BACK.match(text, span.end):
        homewards = miles if back["same"] else _number(back["back"])
        return FoundMiles(miles + homewards, Span(span.start, back.end()), sure=False)
    if _EACH_WAY.match(text, span.end):
        both_sure = not re.match(r"\s*both", text[span.end :], re.IGNORECASE)
        return FoundMiles(2 * miles if both_sure else miles, span, sure=False)
    there_and_back = _BOTH_WAYS.match(text, span.end)
    end = there_and_back.end() if there_and_back else span.end
    several = _REPEATED.match(text, end) or _TIMES.search(text[max(0, span.start - 40) : span.start])
    return FoundMiles(miles, span, sure=not several)


def _number(said: str) -> float:
    if said[0].isdigit():
        return float(said)
    return float(sum(_TENS.get(word) or _ONES[word] for word in re.split(r"[ -]", said.lower())))
