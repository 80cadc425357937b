"""The five targets: what checks a piece of data, what it is seeded with, and the words that it is likely to hold."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz import dates, headers, money, newest, parsing, seeds


@dataclass(frozen=True, slots=True)
class Target:
    """`check` raises on data that breaks a property; `longest` is how many bytes of data are worth trying."""

    check: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    dictionary: tuple[bytes, ...]
    longest: int


TARGETS = {
    "parse": Target(parsing.check, seeds.mails, parsing.DICTIONARY, 6_000),
    "newest": Target(newest.check, seeds.texts, newest.DICTIONARY, 2_000),
    "dates": Target(dates.check, seeds.dated, dates.DICTIONARY, 300),
    "money": Target(money.check, seeds.sums, tuple(word.encode() for word in money.DICTIONARY), 300),
    "headers": Target(headers.check, seeds.heads, headers.DICTIONARY, 1_000),
}
