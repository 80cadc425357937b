"""Labelled lines, `Label: value`, as forms have them: any case, with bullets, quotation stars and brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.answers import Answer, has_box, numbered, ticked
from mailbot.reading.words.quotes import our_prompt

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
    r"(?:yes|no|yep|nope|yeah|yeh|we|i|he|she|they|saw|met|hi|hello|so|and|but|had|just|sorry|well)\b(?:\W+\w+){4}"
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
_BRACKETS = lazy(r"[(\[][^)\]]*[)\]]")
_YES_OR_NO = lazy(r"[(\[]\s*(?:y\s?/\s?n|yes\s?/\s?no|yes or no|y or n)\s*[)\]]", re.IGNORECASE)
_SPACES = lazy(r"\s+")

ROLES: tuple[tuple[str, "re.Pattern[str]"], ...] = tuple(
    (role, lazy("|".join(patterns)))
    for role, *patterns in (
        (
            "next",
            r"\bnext (?:visit|date|one|meeting|time|due|seeing|appointment|session|outing|on|planned|booked)\b",
            r"^(?:date|day|time) (?:of|for) (?:the |your |our )?next$|^next$|^(?:seeing|meeting|visiting|see"
            r"|meet) (?:them|him|her|each other )?\s?(?:again|next)",
            r"^following visit|^when (?:next|again)|^when\b.*\b(?:next|again)\b|^(?:the )?new date",
        ),
        (
            "reason",
            r"^(?:the )?reason\b|^if (?:\w+ ){0,2}(?:not?\b|\w+n't)|^why (?:not|it did)",
        ),
        (
            "outcome",
            r"^(?:visit )?outcome\b",
            r"^(?:did|has|have|was|were) (?:it|you|(?:the|your|this) (?:visit|meeting|session)|they meet)\b"
            r"(?!.*\b(?:spen[dt]|pay|paid|buy|claim|cost|driv\w*|worr\w*|notice\w*|concern\w*|safe|travel\w*"
            r"|next)\b)",
            r"^(?:the )?(?:visit )?(?:took place|went ahead|happened)\b",
            r"^visit (?:made|done|held|completed|status|result)",
            r"^(?:visit\w*|seen|met|held|done|attended|completed)? ?y/n$",
        ),
        (
            "day",
            r"^(?:visit )?da(?:te|y)$|^da(?:te|y) (?:and time )?of (?:(?:the|this|your) )?visit|^visit date|^when$",
            r"^(?:on|for) (?:which|what) (?:day|date)$|^(?:date|day) (?:and time|seen|visited|you)|^when (?:was"
            r"|did|you)|^(?:visited|seen|met|saw (?:them"
            r"|him|her)) on$",
            r"^(?:planned|booked|arranged|agreed|due|fixed|expected|scheduled) (?:for|on|date|day)$",
        ),
        (
            "person",
            r"^person (?:visited|seen)|^(?:the )?client|^who$|^whom? (?:did you|you|have you|was)|^visit(?:ed)? to\b",
            r"^visited$|^seen$|^name of",
            r"^(?:young person|resident|prisoner|befriendee|match|guest|mentee|detainee|service user|child|friend"
            r"|neighbour"
            r"|member)(?: visited| seen| name| ref)?$",
        ),
        (
            "spent",
            r"^(?:any |your )?(?:expenses?|costs?|expenditure|outlay)\b|^(?:any )?(?:money )?spen[td]\b"
            r"|^(?:any )?(?:money |sums? )?(?:laid out|paid out)\b",
            r"^what (?:did )?you sp|^out of pocket|^claim(?:ing|ed)?$|^to claim|^(?:did|have) you (?:spen|pay|paid"
            r"|buy)",
            r"^how much\b.*\b(?:spen|cost|pay)",
        ),
        ("writer", r"^(?:befriender|visitor|volunteer|mentor|your name|my name|completed by)(?: name)?$"),
        ("miles", r"^(?:car )?miles?\b|^mileage\b|^distance\b"),
        ("urgency", r"^urgency|^how urgent|^is it urgent"),
        ("harm", r"^harm\b|^what (?:harm|could happen)"),
        ("action", r"^action\b|^what (?:should|do you want)"),
        ("call", r"^call logged|^helpline call|^time of (?:the )?call|^call time|^called at"),
        ("wait", r"^wait"),
        ("helpline", r"^helpline|^advice line"),
        (
            "worries",
            r"^(?:do you have |have you |are there )?(?:any )?(?:other )?(?:worr(?:y|ies|ied)\b|concerns?\b)",
            r"^(?:any )?safeguarding (?:concern|worr|issue)|^safeguarding$|^wel(?:fare|lbeing) (?:concerns?|worries)",
            r"^any(?:thing|one|body) (?:that |which |who |you |is |to |else )?(?:worr|concern|troubl|at risk)",
            r"^(?:is there |was there |are there )?any\w*\b.*\b(?:worr\w*|concern\w*|safe\w*|wellbeing|welfare"
            r"|harm|at risk)\b",
            r"^(?:are|were) you (?:at all )?(?:worried|concerned|uneasy)|^did (?:any|some)(?:thing|body|one) worry",
        ),
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
    found = [each for match in _LINE.finditer(text) if not _PROSE.match((each := _labelled(match)).label)]
    if "?" in text:
        asking = (_labelled(match) for match in _ASKING.finditer(text))
        found += [
            line for line in asking if role_of(line) and not any(line.span.start == f.span.start for f in found)
        ]
    return tuple(sorted(found, key=lambda line: line.span.start))


def labels_in(draft: Draft) -> tuple[Labelled, ...]:
    """The labelled lines of the newest text, and the answers typed under the labels of our quoted form."""
    return draft.once("labels", _labels)


def _labels(draft: Draft) -> tuple[Labelled, ...]:
    text, prompt = draft.text.newest, our_prompt(draft)
    found = [_answer(each) for each in ticked(text, prompt)] + [_answer(each) for each in numbered(text, prompt)]
    return (*found, *labelled_lines(text), *_answers(draft))


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
                yield Labelled(_bare(label), line.strip(), span, span)
            label = ""


def _is_of_next(words: str) -> bool:
    """ "Tell us also the date you have agreed for next time,": a line of a letter, answered right below it."""
    return _NEXT_TIME.search(words.casefold()) is not None


def _answer(found: Answer) -> Labelled:
    return Labelled(_bare(found.question), found.value, Span(*found.line), Span(*found.at))


def _labelled(match: "re.Match[str]") -> Labelled:
    bare = _bare(match["label"])
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return Labelled(bare, match["value"].strip(), Span(start, match.end("value")), Span(*match.span("value")))


def _bare(label: str) -> str:
    plain = _BRACKETS.sub(" ", _YES_OR_NO.sub(" y/n", label)).replace("?", " ").replace("’", "'")
    return _SPACES.sub(" ", plain).strip(" *_:").casefold()
