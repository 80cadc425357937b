"""The two faces of a letter: text wrapped for mail, and HTML made from the same text.

A blank line ends a paragraph. Lines that begin with "- " are a list, lines that begin with ">" a quotation; any
other line break is kept. Everything is escaped; only http addresses in our own lines become links.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape

WIDTH = 72  # characters: a quoted line must not be broken by the reader's program, or our words look like theirs

_BLANKS = re.compile(r"\n{3,}")
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")


def tidy(text: str) -> str:
    """Without blanks at line ends, and with at most one blank line together."""
    return _BLANKS.sub("\n\n", "\n".join(line.rstrip() for line in text.strip().splitlines()))


def wrapped(text: str) -> str:
    """`text` in lines of at most 72 characters, where words allow; ends with a line break."""
    return "\n".join(piece for line in text.split("\n") for piece in _wrap(line)) + "\n"


def to_html(text: str) -> Markup:
    """`text` as HTML blocks, escaped."""
    blocks = (list(block) for filled, block in groupby(text.split("\n"), key=bool) if filled)
    return Markup("\n").join(html for block in blocks for html in _block(block))


def _wrap(line: str) -> Iterator[str]:
    if len(line) <= WIDTH:
        yield line
        return
    first, later = _prefixes(line)
    current = ""
    for word in line[len(first) :].split():
        if current and len(first) + len(current) + 1 + len(word) > WIDTH:
            yield first + current
            first, current = later, word
        else:
            current = f"{current} {word}" if current else word
    yield first + current


def _prefixes(line: str) -> tuple[str, str]:
    """How the line begins, and how what is wrapped of it begins."""
    if line.startswith("- "):
        return "- ", "  "
    return ("> ", "> ") if line.startswith("> ") else ("", "")


def _block(lines: list[str]) -> Iterator[Markup]:
    for kind, group in groupby(lines, key=_kind):
        match kind:
            case "list":
                items = Markup("\n").join(Markup("<li>{}</li>").format(_linked(line[2:])) for line in group)
                yield Markup("<ul>\n{}\n</ul>").format(items)
            case "quote":
                quoted = Markup("<br>\n").join(escape(line[1:].removeprefix(" ")) for line in group)
                yield Markup("<blockquote>{}</blockquote>").format(quoted)
            case _:
                yield Markup("<p>{}</p>").format(Markup("<br>\n").join(_linked(line) for line in group))


def _kind(line: str) -> str:
    if line.startswith("- "):
        return "list"
    return "quote" if line.startswith(">") else "text"


def _linked(line: str) -> Markup:
    if "://" not in line:
        return escape(line)
    parts, end = [], 0
    for found in _LINK.finditer(line):
        link = Markup('<a href="{0}">{0}</a>').format(found.group())
        parts += [escape(line[end : found.start()]), link]
        end = found.end()
    return Markup("").join([*parts, escape(line[end:])])
