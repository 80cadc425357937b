"""Labelled lines, `Label: value`, as forms have them: any case, with bullets, quotation stars and brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.answers import Answer, has_box, numbered, ticked
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.roles import plain_role, role_in_form

_LINE = lazy(
    r"^[ \t]*(?:[-*•·–]+[ \t]*)?[*_]*(?P<label>[^\W\d_](?:[^:\n.!?]"
    r"|[.!?](?!\s)|\?[ \t]*(?=[(\[])){0,70}?)[*_]*[ \t]*:(?![/\d])[*_]*[ \t]*(?P<value>[^\n]*?)[*_ \t\r]*$",
    re.MULTILINE,
)
# A label that is a question and needs no colon: "Went ahead? Yes".
_ASKING = lazy(
    r"^[ \t]*(?:[-*•·–]+[ \t]*)?[*_]*(?P<label>[^\W\d_][^:\n.!?]{0,60})\?[ \t]*(?:[(\[][^)\]\n]{0,20}[)\]])?[*_]*"
    r"[ \t]+(?P<value>[^\n:?]{1,60}?)[*_ \t\r]*$",
    re.MULTILINE,
)
# "Yes to meeting, no to money, and Sunday for the next one: he insists": no label, for all its colon.
_PROSE = lazy(
    r"(?!met\b\W*(?:not|or)\b)(?:yes|no|yep|nope|yeah|yeh|we|i|he|she|they|saw|met|hi|hello|so|and|but|had|just"
    r"|sorry|well)\b(?:\W+\w+){4}"
)
_QUOTED = lazy(r"[ \t]*>")
_QUOTED_LABEL = lazy(
    r"[ \t]*(?:>[ \t]?)+[ \t]*(?:(?:\d\d?[.)][ \t]*)?(?P<label>[^\W\d_][^:\n]{0,90}?)[ \t]*:"
    r"|\d[.)][ \t]*(?P<question>[^?\n]{3,90})\?)[ \t]*$"
)
_QUOTED_REQUEST = lazy(r"[ \t]*(?:>[ \t]?)+[ \t]*(?P<words>[^>\n]{12,120}[^:\n])$")
_NEXT_TIME = lazy(
    r"\b(?:date|day|when)\b.{0,60}\bnext (?:time|visit|meeting)\b.{0,12}$|\bnext (?:date|visit)\b.{0,12}$"
)
_POUNDS = lazy(r"[(\[](?:in )?(?:£|gbp|pounds)[)\]]", re.IGNORECASE)
_BRACKETS = lazy(r"[(\[][^)\]]*[)\]]")
_YES_OR_NO = lazy(
    r"[(\[]\s*(?:y|yes|made|met|seen|held|visited|went ahead|took place|it did|happened)\s?(?:/|,|or\b)"
    r"[^)\]\n]{1,50}[)\]]",
    re.IGNORECASE,
)
_SPACES = lazy(r"\s+")
_FORM = 3  # lines that ask for so many different things make a form


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled line. `label` is lower case without brackets; `span` is the line, `value_span` its value."""

    label: str
    value: str
    span: Span
    value_span: Span
    role: str | None = None
    """What it asks for, as roles.py names it."""


def labelled_lines(text: str) -> tuple[Labelled, ...]:
    """All lines of a text that look like `Label: value`, in order; the value may be empty."""
    found = [each for match in _LINE.finditer(text) if not _PROSE.match((each := _labelled(match)).label)]
    if "?" in text:
        asking = (_labelled(match) for match in _ASKING.finditer(text))
        found += [line for line in asking if line.role and not any(line.span.start == f.span.start for f in found)]
    return tuple(sorted(found, key=lambda line: line.span.start))


def labels_in(draft: Draft) -> tuple[Labelled, ...]:
    """The labelled lines of the newest text, and the answers typed under the labels of our quoted form."""
    return draft.once("labels", _labels)


def _labels(draft: Draft) -> tuple[Labelled, ...]:
    text, prompt = draft.text.newest, our_prompt(draft)
    found = [_answer(each) for each in ticked(text, prompt)] + [_answer(each) for each in numbered(text, prompt)]
    return (*found, *_as_in_form(labelled_lines(text), prompt), *_answers(draft))


def _as_in_form(lines: tuple[Labelled, ...], prompt: str) -> Iterator[Labelled]:
    """Where the lines make a form, or our quoted form has their labels, each word of a label may say what it asks."""
    ours = {each.label for each in labelled_lines(prompt)} if lines and prompt else set()
    asked = [replace(each, role=role_in_form(each.label, each.value)) for each in lines]
    form = len({each.role for each in asked} - {None}) >= _FORM
    for alone, inside in zip(lines, asked, strict=True):
        yield inside if form or inside.label in ours else alone


def line_of(draft: Draft, role: str) -> Labelled | None:
    """The first line that plays this role (one of roles.py), however the form calls it."""
    return next((line for line in labels_in(draft) if line.role == role), None)


def _answers(draft: Draft) -> Iterator[Labelled]:
    """Our form answered inline: a quoted label, and below it a line of the writer's."""
    if not our_prompt(draft):
        return
    label, at = "", 0
    for line in draft.message.text.split("\n"):
        if quoted := _QUOTED_LABEL.match(line):
            label = quoted["label"] or quoted["question"]
        elif _QUOTED.match(line) and has_box(line):
            label = "outcome"
        elif (asks := _QUOTED_REQUEST.match(line)) and _is_of_next(asks["words"]):
            label = "next visit"
        elif _QUOTED.match(line):
            label = ""
        elif label and line.strip():
            start = draft.text.newest.find(line.strip(), at)
            if start >= 0:
                at = start + len(line.strip())
                span = Span(start, at)
                yield _in_form(label, line.strip(), span, span)
            label = ""


def _is_of_next(words: str) -> bool:
    """ "Tell us also the date you have agreed for next time,": a line of a letter, answered right below it."""
    return _NEXT_TIME.search(words.casefold()) is not None


def _answer(found: Answer) -> Labelled:
    return _in_form(found.question, found.value, Span(*found.line), Span(*found.at))


def _in_form(label: str, value: str, span: Span, value_span: Span) -> Labelled:
    bare = _bare(label)
    return Labelled(bare, value, span, value_span, role_in_form(bare, value))


def _labelled(match: "re.Match[str]") -> Labelled:
    bare = _bare(match["label"])
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    line, value = Span(start, match.end("value")), Span(*match.span("value"))
    return Labelled(bare, match["value"].strip(), line, value, plain_role(bare))


def _bare(label: str) -> str:
    asked = _POUNDS.sub(" £", _YES_OR_NO.sub(" y/n", label))
    plain = _BRACKETS.sub(" ", asked).replace("?", " ").replace("’", "'")
    return _SPACES.sub(" ", plain).strip(" *_:").casefold()
