"""Mailboxes in From, To and Cc (RFC 5322), split before they are decoded, so that no name can bring an address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mailbot.expressions import lazy
from mailbot.reading.decode import MAX_HEADER, header_text, one_line

_ENCODED = r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*\?="
_TOKEN = lazy(rf'{_ENCODED}|"(?:[^"\\]|\\.)*"?|\([^()]*\)|<[^<>]*>|[,;:]|[^"(<,;:=]+|.', re.DOTALL)
_ESCAPED = lazy(r"\\(.)", re.DOTALL)
_MARKS = lazy(r'["(:=]')  # what would be read as something else outside of angles
_ADDRESS = lazy(r"(?!=\?|mailto:)[^\s@<>,;]{1,200}@[^\s@<>,;?]{1,255}")


def mailboxes(raw: str) -> tuple[tuple[str, str], ...]:
    """(display name, address) of each mailbox of a header as it was sent; names are decoded, groups are opened.

    What holds no address is left out. An address is found only where the header itself has one, never in an
    encoded word.
    """
    return tuple(_in_order(raw[:MAX_HEADER]))


def written(boxes: tuple[tuple[str, str], ...]) -> str:
    """The header again, decoded, with every name in quotes, so that `mailboxes` reads the same from it."""
    return ", ".join(
        f'"{_quoted(name)}" <{address}>' if name else f"<{address}>" if _MARKS.search(address) else address
        for name, address in boxes
    )


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"')


@dataclass(slots=True)
class _Mailbox:
    """What one mailbox has shown so far. `before` holds words up to a comma, as in an unquoted `Vale, Dora <…>`."""

    before: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    angles: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def ended(self) -> Iterator[tuple[str, str]]:
        """Of several addresses behind one name the first bears it: thousands of copies would fill the memory."""
        text = "".join(self.words).strip()
        inside = (one_line(angle).removeprefix("mailto:") for angle in self.angles)
        if found := [each for each in inside if _ADDRESS.fullmatch(each)]:
            yield header_text(", ".join([*self.before, text]) if text else " ".join(self.comments)), found[0]
            yield from (("", each) for each in found[1:])
        if not self.angles and _ADDRESS.fullmatch(bare := one_line(text)):
            yield header_text(" ".join(self.comments)), bare


def _in_order(raw: str) -> Iterator[tuple[str, str]]:
    box = _Mailbox()
    for token in _TOKEN.findall(raw):
        match token[0]:
            case "," | ";":
                found = list(box.ended())
                yield from found
                text = "".join(box.words).strip()
                if begun := token == "," and bool(text) and not found:
                    box.before.append(text)
                box = _Mailbox(box.before if begun else [])
            case ":" if not box.angles:
                box.words = []  # the name of a group
            case '"':
                box.words.append(_ESCAPED.sub(r"\1", token[1:].removesuffix('"')))
            case "(" if len(token) > 1:
                box.comments.append(token[1:-1])
            case "<" if len(token) > 1:
                box.angles.append(token[1:-1])
            case _:
                box.words.append(token)
    yield from box.ended()
