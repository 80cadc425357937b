"""Numbers in a claim that nobody has read: a sum that is missed must not pass for a claim that is whole."""

import re
from collections.abc import Iterable
from dataclasses import replace

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.miles import FoundMiles
from mailbot.reading.words.money import FoundMoney
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.sense import Sentence, dates_in
from mailbot.reading.words.spent_on import WORDS
from mailbot.reading.words.times import find_times
from mailbot.workflows.expenses import wording

_PRICE = lazy(r"(?<![\w.,/:-])\d{1,3}[.,]\d\d(?![\w/:]|[.,]\d)")
_BESIDE = lazy(
    rf"(?<!\w)(?:{WORDS})(?:\s+(?:was|is|at|for|cost))?\s*[:=]?\s*(?P<after>\d{{1,3}})(?=\s*(?:$|[,;)&+]|and\b"
    rf"|n\b|\.(?!\d)))"
    rf"|(?<![\w.,/:£-])(?P<before>\d{{1,3}})\s+(?:on|for|in)\s+(?:the|a|an|my|our)\s+(?:{WORDS})(?!\w)",
    re.IGNORECASE,
)
_TENS = "ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SPOKEN = lazy(
    rf"(?<!\bat )(?<!\bby )(?<!\btill )(?<!\bfrom )\b(?:{_UNITS})\s+(?:{_TENS})(?:[ -](?:{_UNITS}))?\b", re.IGNORECASE
)
_DATE = lazy(r"0[1-9]\.(?:0[1-9]|1[0-2])|(?:[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])")
_LABELS = lazy(r"\s*(?:-|–|:)\s")


def left_over(draft: Draft, sentence: Sentence, sums: Iterable[FoundMoney], miles: Iterable[FoundMiles]) -> bool:
    """Whether a number that may be a sum stands there and was read as nothing: "taxi 6", "tea one fifty"."""
    words = sentence.words
    read = [*(m.span for m in sums), *(m.span for m in miles)]
    read += [f.span for f in dates_in(draft, sentence, Direction.PAST)]
    read += [f.span for f in find_clients(words, draft.around.roll, draft.sender.person)]
    spoken = [match.span() for match in _SPOKEN.finditer(words)]
    beside = [match.span("after" if match["after"] else "before") for match in _BESIDE.finditer(words)]
    if any(not _is_in(span, read) for span in (*spoken, *beside)):
        return True
    read += [f.span for f in find_times(words) if f.at and not f.exact]
    return any(not _is_in(match.span(), read) and not _is_time(words, match) for match in _PRICE.finditer(words))


def without_counts(value: str, sums: tuple[FoundMoney, ...]) -> list[FoundMoney]:
    """ "2 cokes, my treat" is two cokes and no money; "4 bus, 2 tea" may be either."""
    counts = {m.span for m in sums if wording.COUNTED.match(value, m.span.start)}
    if wording.WAIVED.search(value):
        sums = tuple(m for m in sums if m.span not in counts)
    return [replace(m, sure=m.sure and m.span not in counts) for m in sums if m.pence]


def is_date(words: str, span: Span) -> bool:
    """ "04.04" and, where a line begins with it, "18.04 -": days, not sums."""
    said = words[span.start : span.end]
    if not _DATE.fullmatch(said):
        return False
    opens = not words[: span.start].strip(" -•*") and _LABELS.match(words, span.end) is not None
    return opens or said.startswith("0")


def _is_in(place: tuple[int, int], read: Iterable[Span]) -> bool:
    return any(span.start < place[1] and place[0] < span.end for span in read)


def _is_time(words: str, match: "re.Match[str]") -> bool:
    """Behind "at", "from", "till" it is a time of day; so are the numbers of "10.30-12.30" to their sentence."""
    return (
        re.search(
            r"\b(?:at|from|till?|until|by|about|around|since|before|after|the)\s*$", words[: match.start()], re.I
        )
        is not None
    )
