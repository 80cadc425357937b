"""A find, cut down to what still shows it."""

import time
import traceback
from collections.abc import Callable

_SECONDS = 60.0


def failure(check: Callable[[bytes], None], data: bytes) -> str:
    """What is raised, by its type and place; empty where nothing is. An assertion counts by its place alone."""
    try:
        check(data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the find, and is told
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {last.name}, {last.filename.rpartition('/')[2]}:{last.lineno}"
    return ""


def shrunk(check: Callable[[bytes], None], data: bytes) -> bytes:
    """The shortest that a minute of leaving out pieces, the large ones first, gets to."""
    wanted, until = failure(check, data), time.monotonic() + _SECONDS
    size = len(data) // 2
    while size and time.monotonic() < until:
        at, before = 0, len(data)
        while at < len(data) and time.monotonic() < until:
            shorter = data[:at] + data[at + size :]
            if failure(check, shorter) == wanted:
                data = shorter
            else:
                at += size
        size = size // 2 if len(data) == before else min(size, len(data) // 2)
    return data
