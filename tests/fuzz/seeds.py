"""What fuzzing starts from: our own mails (the first half), their texts, their sentences and their headers."""

import re
from functools import cache

from mailbot.reading.parse import parse
from tests.fuzz.draw import BUILT, LONG
from tests.mails.make import half, message

_LONGEST = 6_000
_EVERY = 3
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?=\s)|\n|$)")


@cache
def _own() -> tuple[bytes, ...]:
    people, told = half("first")
    return tuple(raw for raw in (message(people, mail) for mail in told[::_EVERY]) if len(raw) <= _LONGEST)


def mails() -> list[bytes]:
    return [*_own(), *_choices()]


def texts() -> list[bytes]:
    return [*(text.encode() for text in _texts()), *_choices()]


def heads() -> list[bytes]:
    return [*(raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" for raw in _own()), *_choices()]


def dated() -> list[bytes]:
    return [b"%c\x24\x7c" % way + each for each in _sentences() for way in b"pf"] + [
        _long(b"\x24\x7c\x01\x20 on Tuesday,")
    ]


def sums() -> list[bytes]:
    return [b"%c" % way + each for each in _sentences() for way in b"bs"] + [
        _long(b"\x01\x20 two teas \xc2\xa34.50,")
    ]


def _texts() -> list[str]:
    return [parse(raw).text for raw in _own()]


def _sentences() -> list[bytes]:
    """Sentences with a figure in them, which most dates and sums have."""
    found = {each.strip()[:200] for text in _texts() for each in _SENTENCE.findall(text) if re.search(r"\d|£", each)}
    return [each.encode() for each in sorted(found)]


def _choices() -> list[bytes]:
    """For what is built: a few ways to choose."""
    return [bytes([BUILT, *(n * step % 251 for n in range(80))]) for step in (1, 7, 31, 67, 101, 149)]


def _long(data: bytes) -> bytes:
    return bytes([LONG]) + data
