"""Labelled lines, `Label: value`, as forms have them: any case, with bullets, quotation stars and brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.events import Span
from mailbot.reading.message import Draft
from mailbot.reading.words.quotes import our_prompt

_LINE = re.compile(
    r"^[ \t]*(?:[-*•·–]+[ \t]*)?[*_]*(?P<label>[^\W\d_](?:[^:\n.!?]"
    r"|[.!?](?!\s)){0,70}?)[*_]*[ \t]*:(?![/\d])[*_]*[ \t]*(?P<value>[^\n]*?)[*_ \t\r]*$",
    re.MULTILINE,
)
_QUOTED = re.compile(r"[ \t]*>")
_QUOTED_LABEL = re.compile(r"[ \t]*(?:>[ \t]?)+[ \t]*(?P<label>[^\W\d_][^:\n]{0,90}?)[ \t]*:[ \t]*$")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_SPACES = re.compile(r"\s+")

ROLES: tuple[tuple[str, "re.Pattern[str]"], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("next", r"\bnext (?:visit|date|one|meeting|time)\b|^next$"),
        ("reason", r"^(?:the )?reason\b|^if (?:it did )?not\b|^why (?:not|it did)"),
        ("outcome", r"^outcome\b|^(?:did|has) (?:it|(?:the|your|this) visit|they meet)\b|^(?:visit )?took place"),
        ("day", r"^(?:visit )?da(?:te|y)$|^da(?:te|y) of (?:(?:the|this|your) )?visit|^visit date"),
        ("person", r"^person visited|^(?:the )?client|^who did you|^visit(?:ed)? to\b|^visited$|^name of"),
        ("spent", r"^(?:any )?expenses?\b|^costs?\b|^(?:money )?spent\b"),
        ("miles", r"^miles?\b|^mileage\b"),
        ("urgency", r"^urgency|^how urgent|^is it urgent"),
        ("harm", r"^harm\b|^what (?:harm|could happen)"),
        ("action", r"^action\b|^what (?:should|do you want)"),
        ("call", r"^call logged|^helpline call|^time of (?:the )?call|^call time|^called at"),
        ("wait", r"^wait"),
        ("helpline", r"^helpline|^advice line"),
        ("worries", r"^(?:do you have )?(?:any )?(?:worr(?:y|ies)\b|concerns?\b|safeguarding (?:concern|worr))"),
    )
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled line. `label` is lower case without brackets; `span` is the line, `value_span` its value."""

    label: str
    value: str
    span: Span
    value_span: Span


def labelled_lines(text: str) -> tuple[Labelled, ...]:
    """All lines of a text that look like `Label: value`, in order; the value may be empty."""
    return tuple(_labelled(match) for match in _LINE.finditer(text))


def labels_in(draft: Draft) -> tuple[Labelled, ...]:
    """The labelled lines of the newest text, and the answers typed under the labels of our quoted form."""
    return draft.once("labels", lambda each: (*labelled_lines(each.text.newest), *_answers(each)))


def line_of(draft: Draft, role: str) -> Labelled | None:
    """The first line that plays this role (a key of ROLES), however the form calls it."""
    return next((line for line in labels_in(draft) if role_of(line) == role), None)


def role_of(line: Labelled) -> str | None:
    """What a line of a form is for, by its label; the first of ROLES that fits."""
    return next((role for role, pattern in ROLES if pattern.search(line.label)), None)


def _answers(draft: Draft) -> Iterator[Labelled]:
    """Our form answered inline: a quoted label, and below it a line of the writer's."""
    if not our_prompt(draft):
        return
    label, at = "", 0
    for line in draft.message.text.split("\n"):
        if quoted := _QUOTED_LABEL.match(line):
            label = quoted["label"]
        elif _QUOTED.match(line):
            label = ""
        elif label and line.strip():
            start = draft.text.newest.find(line.strip(), at)
            if start >= 0:
                at = start + len(line.strip())
                span = Span(start, at)
                yield Labelled(_bare(label), line.strip(), span, span)
            label = ""


def _labelled(match: "re.Match[str]") -> Labelled:
    bare = _bare(match["label"])
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return Labelled(bare, match["value"].strip(), Span(start, match.end("value")), Span(*match.span("value")))


def _bare(label: str) -> str:
    return _SPACES.sub(" ", _BRACKETS.sub(" ", label)).strip(" *_?").casefold()
