"""The two faces of a letter: text wrapped for mail, and HTML made from the same text.

A blank line ends a paragraph. Lines that begin with "- " are a list, lines that begin with ">" a quotation; any
other line break is kept. Everything is escaped; only http addresses in our own lines become links, and in lists the
links that open an answer, behind the words before them.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup
from markupsafe import escape as _escaped

from mailbot.expressions import lazy
from mailbot.letters.answering import LINK as ANSWER

WIDTH = 72  # characters: a quoted line must not be broken by the reader's program, or our words look like theirs

_BLANKS = lazy(r"\n{3,}")
_LINK = lazy(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")


def tidy(text: str) -> str:
    """Without blanks at line ends, and with at most one blank line together."""
    return _BLANKS.sub("\n\n", "\n".join(line.rstrip() for line in text.strip().splitlines()))


def wrapped(text: str) -> str:
    """`text` in lines of at most 72 characters, where words allow; ends with a line break."""
    return "\n".join(piece for line in text.split("\n") for piece in _wrap(line)) + "\n"


def to_html(text: str) -> Markup:
    """`text` as HTML blocks, escaped."""
    blocks = (block for filled, block in groupby(text.split("\n"), key=bool) if filled)
    return Markup("\n".join(html for block in blocks for html in _block(block)))


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


def _block(lines: Iterable[str]) -> Iterator[str]:
    for kind, group in groupby(lines, key=_kind):
        match kind:
            case "list":
                yield "<ul>\n" + "\n".join(f"<li>{_item(line[2:])}</li>" for line in group) + "\n</ul>"
            case "quote":
                yield "<blockquote>" + "<br>\n".join(_escape(line[1:].strip()) for line in group) + "</blockquote>"
            case _:
                yield "<p>" + "<br>\n".join(map(_linked, group)) + "</p>"


def _kind(line: str) -> str:
    if line.startswith("- "):
        return "list"
    return "quote" if line.startswith(">") else "text"


def _item(line: str) -> str:
    """A line of a list; "Yes: mailto:…" becomes a link that says "Yes"."""
    words, _, link = line.rpartition(": ")
    if words and ANSWER.fullmatch(link):
        return f'<a href="{_escape(link)}">{_escape(words)}</a>'
    return _linked(line)


def _linked(line: str) -> str:
    """`line` escaped, its http addresses as links."""
    if "://" not in line:
        return _escape(line)
    parts, end = [], 0
    for found in _LINK.finditer(line):
        link = _escape(found.group())
        parts += [_escape(line[end : found.start()]), f'<a href="{link}">{link}</a>']
        end = found.end()
    return "".join([*parts, _escape(line[end:])])


def _escape(text: str) -> str:
    """`text` for HTML, as a plain string: joining those is several times as fast as joining Markup."""
    return str(_escaped(text))
