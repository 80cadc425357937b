"""The fuzzer's bytes as choices, and how long reading may take. Plain Python, so that finds are tests."""

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

BUILT, LONG = 0, 1
"""First bytes: what follows are choices for a mail that is built; or a piece of it is repeated to great length."""
LIMIT_SECONDS = 2.0
LONGEST = 400_000

slower = 1.0
"""How many times slower code runs while its coverage is measured; the fuzzing process sets it."""


class Draw:
    """Choices, one after the other; when the bytes are used up it is always the first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, most: int) -> int:
        """0 up to and with `most`, which is below 256."""
        return self.bytes(1)[0] % (most + 1) if self._at < len(self._data) else 0

    def chance(self, one_in: int = 2) -> bool:
        return self.number(one_in - 1) == one_in - 1

    def pick(self, options: Sequence[T]) -> T:
        return options[self.number(len(options) - 1)]

    def bytes(self, most: int) -> bytes:
        taken = self._data[self._at : self._at + most]
        self._at += len(taken)
        return taken

    def junk(self) -> bytes:
        """Up to fifteen bytes as they come."""
        return self.bytes(self.number(15))


def lengthened(data: bytes, size: int) -> bytes:
    """`data` with a piece of it, chosen by its first two bytes, repeated until there are about `size` bytes."""
    content = data[2:]
    start = data[0] * len(content) // 256 if data else 0
    piece = content[start : start + 1 + (data[1] if len(data) > 1 else 0)]
    times = (size - len(content)) // len(piece) if piece else 0
    return content[:start] + piece * max(0, times) + content[start:]


def within_limit(data: bytes, read: Callable[[bytes], object], longest: int = LONGEST) -> None:
    """Nothing takes two seconds. A long text grows for as long as it takes more than its share of them."""
    size = longest >> 6
    while True:
        content = lengthened(data[1:], size) if data[:1] == bytes([LONG]) else data
        started = time.thread_time()
        read(content)
        took = (time.thread_time() - started) / slower
        assert took < LIMIT_SECONDS, f"{took:.1f} seconds for {len(content)} bytes"
        if took < LIMIT_SECONDS * size / longest or content is data or size >= longest:
            return
        size *= 2
