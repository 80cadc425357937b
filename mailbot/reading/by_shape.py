"""What only mail programs write above a quote, known by its shape: no language has to be known for it.

An address in angle brackets beside a year and a clock is nothing that people type.
"""

from collections.abc import Sequence

from mailbot.expressions import lazy

_BRACKETED = lazy(r"<[^<>\s]+@[^<>\s]+>")
_YEAR = lazy(r"(?<!\d)\d{4}(?!\d)")
_CLOCK = lazy(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)")
_SENDER = lazy(r"^[\s*]{0,8}[^\W\d_][\w ]{0,20}\*?\s?[:：][\s*]{1,4}[^<>]{0,80}<[^<>\s]+@[^<>\s]+>\s*$")
_LABEL = lazy(r"^[\s*]{0,8}[^\W\d_][\w ]{0,24}\*?\s?[:：]")
_FEW = 22  # words of a line that only introduces a quote
_PARTIES = 2
_FIELDS = range(4, 9)  # lines of a header block: who, when, to whom, subject; some have copies and importance


def is_of_program(line: str) -> bool:
    """Whether it introduces a quote, as Gmail does: somebody's address and the moment in one line."""
    words = _BRACKETED.sub(" ", line)
    return words != line and bool(_YEAR.search(words) and _CLOCK.search(words)) and len(words.split()) <= _FEW


def end_of_header_block(lines: Sequence[str], start: int) -> int | None:
    """The line after a block of labelled lines as Outlook writes them, if one starts here.

    Who sent it and who got it stand there with an address each: a form that somebody fills in has no two of them.
    """
    if not _SENDER.match(lines[start]):
        return None
    end = next((i for i in range(start + 1, len(lines)) if not _LABEL.match(lines[i])), len(lines))
    told = any(_YEAR.search(line) and _CLOCK.search(line) for line in lines[start + 1 : min(end, start + 4)])
    addressed = sum("@" in line for line in lines[start:end]) >= _PARTIES
    return end if told and addressed and end - start in _FIELDS else None
