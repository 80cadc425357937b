"""The words that the writer typed now, apart from quotes, tags, signatures and disclaimers.

When in doubt a line is kept. Taking a quote for new costs somebody a look; losing the writer's words costs more.
"""

import re
from collections.abc import Iterator

from mailbot.expressions import lazy
from mailbot.reading.endings import drop_endings
from mailbot.reading.message import Message, Text
from mailbot.reading.replies import (
    Begins,
    Intro,
    end_of_forward,
    end_of_indented,
    followed_by_mark,
    is_marked,
    library_intro,
    next_intro,
)

MAX_LINES = 3_000

MAX_INTROS = 50

_BELOW = lazy(
    r"\b(?:answers?|answered|repl(?:y|ies|ied)|respon\w+|comments?|filled|completed|form|details|notes?|see|my \w+)\b"
    r"[^.!?\n]{0,40}\b(?:below|beneath|underneath|in ?line|in (?:red|blue|green|bold|capitals|caps))\b",
    re.IGNORECASE,
)
_REPLY = lazy(r"(?i)^\s*(?:re|aw|sv|antw|odp|rif|res|vs|ynt|απ|回复|رد)\s?(?:\[\d+\])?\s?[:：]")
_FORWARD = lazy(r"(?i)^\s*(?:fwd?|wg|tr|rv|enc|i|doorst|vb|vs)\s?:")
_BLANKS = lazy(r"\n\s*\n(?:\s*\n)+")


def split(message: Message) -> Text:
    """What was typed now, and everything else of the text. Never raises; takes a time linear in the text."""
    lines = message.text.split("\n")
    gone = _quoted(lines, message)
    nothing_yet = True
    for start, end in _stretches(gone):
        gone[start:end] = drop_endings(lines[start:end], message, at_start=nothing_yet)
        nothing_yet &= not any(line.strip() and not cut for line, cut in _with(lines, gone, start, end))
    newest = "\n".join(line.rstrip().removeprefix(">") for line, cut in zip(lines, gone, strict=True) if not cut)
    quoted = "\n".join(line.rstrip() for line, cut in zip(lines, gone, strict=True) if cut)
    return Text(_BLANKS.sub("\n\n", newest).strip(), quoted.strip())


def quotes_somebody(cut: str) -> bool:
    """Whether what was cut off a text holds a quote, and not only a signature or a disclaimer."""
    lines = cut.split("\n")[:MAX_LINES]
    return any(map(is_marked, lines)) or next_intro(lines, 0) is not None


def _quoted(lines: list[str], message: Message) -> list[bool]:
    """For each line, whether it belongs to a quote or introduces one."""
    gone = [is_marked(line) for line in lines]
    at = 0
    for _ in range(MAX_INTROS):
        if not (intro := next_intro(lines[:MAX_LINES], at)):
            break
        end = _end_of_quote(lines, intro, gone, message)
        gone[intro.start : end] = [True] * (end - intro.start)
        at = max(end, intro.end)
    if intro := library_intro(lines, at):
        end = _end_of_quote(lines, intro, gone, message)
        gone[intro.start : end] = [True] * (end - intro.start)
    return gone


def _end_of_quote(lines: list[str], intro: Intro, gone: list[bool], message: Message) -> int:
    """The line after the last that goes with this introduction; `>` below it speaks for itself."""
    if followed_by_mark(lines, intro.end):
        return intro.end
    if intro.begins is Begins.FORWARD:
        return end_of_forward(lines, intro.end)
    indented = end_of_indented(lines, intro) if intro.begins is Begins.ATTRIBUTION else None
    if indented is not None:
        return indented
    if intro.begins is Begins.ATTRIBUTION and any(gone[intro.end :]):
        return intro.end
    return intro.end if _words_are_below(lines, intro, gone, message) else len(lines)


def _words_are_below(lines: list[str], intro: Intro, gone: list[bool], message: Message) -> bool:
    """Nothing marks the quote, and the writer says that answers stand in it, or wrote nothing above it.

    With nothing above, a forward has no cover note, and a subject of the writer's own may be all of the message.
    """
    above = [line for line, cut in _with(lines, gone, 0, intro.start) if line.strip() and not cut]
    left = [line for line, cut in zip(above, drop_endings(above, message, at_start=True), strict=True) if not cut]
    if not left:
        return bool(_REPLY.match(message.subject)) and not _FORWARD.match(message.subject)
    return bool(_BELOW.search("\n".join(left)))


def _with(lines: list[str], gone: list[bool], start: int, end: int) -> Iterator[tuple[str, bool]]:
    return zip(lines[start:end], gone[start:end], strict=True)


def _stretches(gone: list[bool]) -> list[tuple[int, int]]:
    """(first, after the last) of each run of lines that stay."""
    edges = [i for i in range(len(gone) + 1) if (gone[i - 1] if i else True) != (gone[i] if i < len(gone) else True)]
    return list(zip(edges[::2], edges[1::2], strict=True))
