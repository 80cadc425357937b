"""Mailboxes in From, To and Cc (RFC 5322), split before they are decoded, so that no name can bring an address."""

import re
from collections.abc import Iterator

from mailbot.reading.decode import MAX_HEADER, header_text

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|\([^()]*\)|<[^<>]*>|[,;:]|[^"(<,;:]+|.', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ADDRESS = re.compile(r"[^\s@<>,;]{1,200}@[^\s@<>,;]{1,255}")


def mailboxes(raw: str) -> tuple[tuple[str, str], ...]:
    """(display name, address) of each mailbox of a header as it was sent; names are decoded, groups are opened.

    What holds no address is left out. An address is found only where the header itself has one, never in an
    encoded word.
    """
    return tuple(_in_order(raw[:MAX_HEADER]))


def written(boxes: tuple[tuple[str, str], ...]) -> str:
    """The header again, decoded, with every name in quotes, so that `mailboxes` reads the same from it."""
    return ", ".join(f'"{_quoted(name)}" <{address}>' if name else address for name, address in boxes)


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"')


def _in_order(raw: str) -> Iterator[tuple[str, str]]:
    words: list[str] = []
    angles: list[str] = []
    comments: list[str] = []
    for token in _TOKEN.findall(raw):
        match token[0]:
            case "," | ";":
                yield from _mailbox(words, angles, comments)
                words, angles, comments = [], [], []
            case ":":
                words = [] if not angles else words
            case '"':
                words.append(_ESCAPED.sub(r"\1", token[1:].removesuffix('"')))
            case "(" if len(token) > 1:
                comments.append(token[1:-1])
            case "<" if len(token) > 1:
                angles.append(token[1:-1])
            case _:
                words.append(token)
    yield from _mailbox(words, angles, comments)


def _mailbox(words: list[str], angles: list[str], comments: list[str]) -> Iterator[tuple[str, str]]:
    text = "".join(words).strip()
    for angle in angles:
        if _ADDRESS.fullmatch(found := angle.strip().removeprefix("mailto:")):
            yield header_text(text or " ".join(comments)), header_text(found)
    if not angles and _ADDRESS.fullmatch(text):
        yield header_text(" ".join(comments)), header_text(text)
