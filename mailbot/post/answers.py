"""FETCH answers as imaplib gives them, UID sets and dates: pure, and never surprised by what a server adds."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from mailbot.expressions import lazy

Piece = bytes | tuple[bytes, bytes] | None
"""imaplib's parts: (text before a literal, the literal), and the text after the last one."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_FLAGS = lazy(rb"FLAGS \([^)]*\)", re.I)
_UID = lazy(rb"\bUID (\d+)", re.I)
_SIZE = lazy(rb"\bRFC822\.SIZE (\d+)", re.I)
_ARRIVED = lazy(rb'\bINTERNALDATE "([^"]*)"', re.I)
_LITERAL = lazy(rb"\bBODY\[\](?:<0>)? \{\d+\}$", re.I)
_QUOTED = lazy(rb'\bBODY\[\](?:<0>)? (?:"((?:[^"\\]|\\.)*)"|NIL)', re.I)
_DATE = lazy(rb" ?(\d{1,2})-([a-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)", re.I)
_CODE = lazy(rb"\[([A-Z][A-Z0-9-]*)[^]]*\]")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server told about one message; None is what it did not tell. `arrived` is UTC, `size` in bytes."""

    size: int | None = None
    arrived: datetime | None = None
    body: bytes | None = None


def answers(pieces: Iterable[Piece]) -> dict[int, Answer]:
    """By UID. A flag that somebody else changed meanwhile is an answer too, and adds nothing."""
    found: dict[int, Answer] = {}
    for text, body in _responses(pieces):
        if uid := _UID.search(text):
            number = int(uid[1])
            found[number] = _more(found.get(number, Answer()), text, body)
    return found


def _more(before: Answer, text: bytes, body: bytes | None) -> Answer:
    size, arrived = _SIZE.search(text), _ARRIVED.search(text)
    return Answer(
        size=int(size[1]) if size else before.size,
        arrived=internaldate(arrived[1]) if arrived else before.arrived,
        body=before.body if body is None else body,
    )


def _responses(pieces: Iterable[Piece]) -> Iterator[tuple[bytes, bytes | None]]:
    """Each FETCH response without its literals and flags, and the body among them."""
    text, body = b"", None
    for piece in pieces:
        if isinstance(piece, tuple):
            text += piece[0] + b" "
            body = piece[1] if _LITERAL.search(piece[0]) else body
        else:
            text += piece or b""
            if quoted := _QUOTED.search(text):
                body = re.sub(rb"\\(.)", rb"\1", quoted[1] or b"")
            yield _FLAGS.sub(b"", _QUOTED.sub(b"", text)), body
            text, body = b"", None


def internaldate(text: bytes) -> datetime | None:
    """INTERNALDATE (RFC 3501, `date-time`) in UTC; None if it is no date."""
    if not (found := _DATE.fullmatch(text)) or found[2].decode().lower() not in MONTHS:
        return None
    month = MONTHS.index(found[2].decode().lower()) + 1
    day, year, hour, minute, second = (int(found[n]) for n in (1, 3, 4, 5, 6))
    offset = timedelta(hours=int(found[8]), minutes=int(found[9])) * (-1 if found[7] == b"-" else 1)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=timezone(offset)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def uid_set(uids: Iterable[int]) -> str:
    """As IMAP writes them: 1, 2, 3 and 7 are "1:3,7". Never a UID that is not among them."""
    runs: list[list[int]] = []
    for uid in sorted(set(uids)):
        if runs and uid == runs[-1][1] + 1:
            runs[-1][1] = uid
        else:
            runs.append([uid, uid])
    return ",".join(str(a) if a == b else f"{a}:{b}" for a, b in runs)


def grouped(uids: Sequence[int], most: int) -> Iterator[Sequence[int]]:
    """In their order, at most so many at a time."""
    return (uids[start : start + most] for start in range(0, len(uids), most))


def by_size(sizes: Mapping[int, int], most: int) -> Iterator[dict[int, int]]:
    """In their order, at most so many bytes at a time; what is larger comes alone."""
    batch: dict[int, int] = {}
    for uid, size in sizes.items():
        if batch and sum(batch.values()) + size > most:
            yield batch
            batch = {}
        batch[uid] = size
    if batch:
        yield batch


def response_code(data: Iterable[object]) -> str:
    """The code in a refusal, such as " (OVERQUOTA)", or nothing: the server's own words may name people."""
    for line in data:
        if isinstance(line, bytes) and (found := _CODE.search(line)):
            return f" ({found[1].decode()})"
    return ""
