"""Bare numbers that are likely prices, in a text about money with no other sum in it: each has to be asked about."""

import re
from dataclasses import replace

from mailbot.expressions import lazy
from mailbot.reading.words.bills import CLOCK, may_be_time
from mailbot.reading.words.money import FoundMoney, find_money

# Behind a number that is a time, whatever stands before.
_TIMED = lazy(
    r"\s*(?:[ap]\.?m\b|h(?:rs?|ours?)?\b|o['’]?clock|[-–]\s?\d|(?:to|till?|until)\s+\d|train|bus|tram|ferry|slot|start"
    r"|session|show|kick|finish|sharp|miles?|mi\b|km|kg|%)",
    re.IGNORECASE,
)
_PRICED = lazy(r"\s*(?:$|[,;!\n)]|\.(?!\d)|(?:for|on|from|at|in|return|each|altogether|total)\b)", re.IGNORECASE)
_COMMA = lazy(r"(?<![\w.,/:-])\d{1,3},\d\d(?![\w,]|\s?(?:km|kg|m|%|miles?)\b)", re.IGNORECASE)


def likely_sums_in(words: str) -> tuple[FoundMoney, ...]:
    """Bare prices of a text that is about money and names no other sum: "Float 1.10." All to be asked about."""
    every = find_money(words, bare=True)
    return tuple(replace(m, sure=False) for m in every if _is_likely(words, m))


def has_decimal_comma(words: str) -> bool:
    """Whether a price is written as abroad: "tram 6,80" is never a time of day."""
    return _COMMA.search(words) is not None


def _is_likely(words: str, found: FoundMoney) -> bool:
    before, behind = words[: found.span.start], found.span.end
    if not re.search(r"\d[.,]\d\d$", words[found.span.start : behind]) or _TIMED.match(words, behind):
        return False
    return not CLOCK.search(before) and (not may_be_time(words, found) or bool(_PRICED.match(words, behind)))
