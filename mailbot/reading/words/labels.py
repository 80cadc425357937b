"""Labelled lines, `Label: value`, as forms have them: any case, with bullets, quotation stars and brackets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mailbot.events import Span

_LINE = re.compile(
    r"^[ \t]*(?:[-*•·–]+[ \t]*)?[*_]*(?P<label>[^\W\d_](?:[^:\n.!?]"
    r"|[.!?](?!\s)){0,70}?)[*_]*[ \t]*:(?![/\d])[*_]*[ \t]*(?P<value>[^\n]*?)[*_ \t\r]*$",
    re.MULTILINE,
)
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled line. `label` is lower case without brackets; `span` is the line, `value_span` its value."""

    label: str
    value: str
    span: Span
    value_span: Span


@lru_cache(maxsize=8)  # every recogniser asks for the message at hand
def labelled_lines(text: str) -> tuple[Labelled, ...]:
    """All lines of a text that look like `Label: value`, in order; the value may be empty."""
    return tuple(_labelled(match) for match in _LINE.finditer(text))


def first_of(lines: Iterable[Labelled], *starts: str) -> Labelled | None:
    """The first line whose label begins with one of these words."""
    return next((line for line in lines if line.label.startswith(starts)), None)


def _labelled(match: "re.Match[str]") -> Labelled:
    bare = _SPACES.sub(" ", _BRACKETS.sub(" ", match["label"])).strip().casefold()
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return Labelled(bare, match["value"].strip(), Span(start, match.end("value")), Span(*match.span("value")))
