"""Cut a text into sentences, as spans: lines, and full stops that end something.

Every character that is not white space lies in exactly one sentence, so nothing can hide between two.
"""

from itertools import pairwise

from mailbot.events import Span
from mailbot.expressions import lazy

_ABBREVIATIONS_LIST = (
    "mr mrs ms dr st rd ave approx appt apt dept no nos tel mob ref hrs hr min mins ext incl inc vs etc eg ie "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun am pm "
    "rev prof capt sgt govt asap re"
)
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_LIST.split())
_END = lazy(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|(?<=[^\W\d_][^\W\d_])[.!?]+(?=[A-Z])")
_WRAPPED = 66  # characters: a line that its next word would have made longer than this was wrapped by a program
_NEW_LINE = lazy(r"\s*(?:$|[-*•>]|[^\W\d_](?:[^:,\n.!?()]|\([^()\n]*\)){0,50}:(?:\s|$))")
_HYPHENED = lazy(r"[^\W\d_]-$")  # programs wrap behind a hyphen, too: "twenty-" and then "five"
_LAST_WORD = lazy(r"(?<!\d)(?<!\d[^\W\d_])([^\W\d_](?:\.?[^\W\d_])*)$")


def unwrapped(text: str) -> str:
    """The text with the line breaks of its mail program, not of its writer, made spaces; behind a hyphen, nothing."""
    lines = text.split("\n")
    joined = lines[0]
    for before, after in pairwise(lines):
        word = after.partition(" ")[0]
        wrapped = len(before) > 40 and len(before) + 1 + len(word) > _WRAPPED and not _NEW_LINE.match(after)
        tail = "" if wrapped and after[:1].islower() and _HYPHENED.search(before) else " "
        joined += (tail if wrapped else "\n") + after
    return joined


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order and trimmed of white space; a line break always ends one."""
    found: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        found.extend(_of_line(text, start, start + len(line)))
        start += len(line)
    return tuple(found)


def _of_line(text: str, start: int, end: int) -> list[Span]:
    found: list[Span | None] = []
    begin = start
    for stop in _END.finditer(text, start, end):
        if _really_ends(text[begin : stop.start()], stop.group()):
            found.append(_trimmed(text, begin, stop.end()))
            begin = stop.end()
    found.append(_trimmed(text, begin, end))
    return [span for span in found if span is not None]


def _really_ends(before: str, stop: str) -> bool:
    if not stop.startswith(".") or len(stop) > 1:
        return True
    word = _LAST_WORD.search(before.rpartition(" ")[2])
    if word is None:
        return True
    said = word.group(1).casefold().replace(".", "")
    return said not in _ABBREVIATIONS and (len(said) > 1 or said == "i" or before.strip() == word.group(1))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return Span(start, end) if start < end else None
