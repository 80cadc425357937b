"""Money: spans lie in the text, in order; no sum is found whose figures or number words are not there."""

import re
from collections.abc import Iterable

from mailbot.reading.words.letters import plain_letters
from mailbot.reading.words.money import FoundMoney, find_money, has_money
from tests.fuzz.draw import LONG, within_limit

DICTIONARY = (
    *("£", " 12.40", "£12-40", "50p", "1,234.56", " quid", "pounds", " pence", "fiver", "tenner", "a couple of quid"),
    *(
        "2 x £3",
        " each way",
        " each",
        "both ways",
        " a head",
        "two coffees",
        "twenty-five",
        " pounds fifty",
        "gbp",
        "×",
    ),
    *(
        "total",
        "parking",
        "train",
        "£1 each for 2",
        " @ ",
        "/",
        "nineteen",
        "per person",
        "ſ",
        "K",
        "İ",
        "٣",
        "²",
        "·",
    ),
    *(
        "one pound twenty",
        "no receipt",
        "miles",
        "12 miles at 45p",
        ", ",
        "-",
        "apiece",
        "x 2",
        "pair of",
        "seventy one",
    ),
)
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_UNITS = {word: n for n, word in enumerate(f"{_ONES} eighteen nineteen".split(), 1)}
_TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_OTHERS = {
    "both": (2,),
    "couple": (2,),
    "pair": (2,),
    "way": (2,),
    "fiver": (5,),
    "tenner": (10,),
    "pound": (1,),
    "quid": (1,),
}
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+|[^\W\d_]+")
_NEAR = 60
_LONGEST = 40_000  # characters of one sentence


def check(data: bytes) -> None:
    """The first byte says whether numbers without a sign count; the rest is the text."""
    shaped = data if data[:1] == bytes([LONG]) else b"-" + data[1:]
    within_limit(
        shaped, lambda raw: _read(raw.removeprefix(b"-").decode("utf-8", "replace"), data[:1] == b"b"), _LONGEST
    )


def _read(text: str, bare: bool) -> None:
    sums = find_money(text, bare)
    text = plain_letters(text)  # as the reader sees it
    assert bare or bool(sums) <= has_money(text), "a sum is found and there is no money"
    end = 0
    for each in sums:
        assert end <= each.span.start < each.span.end <= len(text), f"{each} lies outside of the text or over another"
        end = each.span.end
        _stands_there(each, text)


def _stands_there(found: FoundMoney, text: str) -> None:
    """Pounds and pence are in the sum's own words; what multiplies it is near."""
    near = text[max(0, found.span.start - _NEAR) : found.span.end + _NEAR]
    parts = {0, *_numbers(text[found.span.start : found.span.end])}
    for times in {1, *_numbers(near)} - {0}:
        whole, rest = divmod(found.pence, times)
        if not rest and (whole in parts or (whole // 100 in parts and whole % 100 in parts)):
            return
    raise AssertionError(f"{found} stands on {near!r}")


def _numbers(words: str) -> Iterable[int]:
    """Every number that stands in some words; `twenty-five` is 20, 5 and 25."""
    before = 0
    for word in _NUMBER.findall(words.casefold()):
        figures = word.replace(",", "")
        if figures.isdecimal():
            yield int(figures)
        word = word if word == "six" else word.removesuffix("x")  # "nineteenx £3" is nineteen times
        number = _TENS.get(word) or _UNITS.get(word) or 0
        yield from (number, before + number)
        yield from _OTHERS.get(word.removesuffix("s"), ())
        before = _TENS.get(word, 0)
