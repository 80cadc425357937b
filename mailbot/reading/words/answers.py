"""Answers to our prompt by number, or by a tick in one of its boxes: each is as good as a line of a form."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mailbot.expressions import lazy
from mailbot.reading.words.outcomes import outcome_of
from mailbot.reading.words.phrases import folded

_QUESTION = lazy(
    r"^[ \t]*(?P<number>\d)[ \t]?[.):][ \t]+(?P<words>[^?\n]{3,120}(?:\n[^?\n\d]{1,100})?)", re.MULTILINE
)
_MONTH = r"(?:[ap]\.?m\b|o'?clock|miles|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|st\b|nd\b|rd\b|th\b)"
_BOX = lazy(r"[\[(][ \t]*(?P<tick>[xvy✓✔✗*+]?)[ \t]*[\])]|(?P<full>[☑☒✅🗹])|[☐⬜□]", re.IGNORECASE)
_TICK = lazy(r"\b(?:tick\w*|x|cross\w*|box(?:es)?|mark(?:ed)?|check(?:ed)?|option|choose)\b|[✓✔☑✅]")
_UNTICKED = lazy(r"(?:n't|nt|\bnot|\bno|\bcannot|\bnever)(?: \w+){0,2} ?(?:tick|cross|mark|check)")
_ORDINALS = (
    lazy(r"\b(?:first|1st|top|left|upper|number 1|no\.? ?1|option 1|one 1)\b"),
    lazy(r"\b(?:second|2nd|right|other|lower|number 2|no\.? ?2|option 2)\b"),
)
_LAST = lazy(r"\b(?:last|bottom)\b")
_BEHIND = lazy(r"[ \t]*(?:[(\[][^)\]\n]{0,30}[)\]][ \t]*)?[:?]+[ \t]*")  # what stands behind a question
_FIRST_LINES = 4  # of an answer, among which a tick is told in words


class Answer(NamedTuple):
    """What answers which question; the spans are of the newest text."""

    question: str
    value: str
    line: tuple[int, int]
    at: tuple[int, int]


def numbered(text: str, prompt: str) -> list[Answer]:
    """The answers "1. Yes  2. no" to the numbered questions of the prompt, if at least two are answered."""
    questions = {m["number"]: m["words"] for m in _QUESTION.finditer(prompt)}
    if "1" not in questions or len(questions) < 2:
        return []
    marks = _marks(text, questions, r"^[ \t]*(?:no\.? ?)?") or _marks(text, questions, r"(?:^|(?<=[\s,;|/]))")
    found = []
    for index, (number, mark) in enumerate(marks):
        last = marks[index + 1][1].start() if index + 1 < len(marks) else len(text)
        start = mark.end() + _repeated(text[mark.end() : last], questions[number])
        line_end = text.find("\n", start)
        end = min(last, line_end if line_end >= 0 else len(text))
        value = text[start:end].rstrip(" \t,;|/")
        at = (start, start + len(value))
        found.append(Answer(questions[number], value.strip(), (mark.start(), at[1]), at))
    return found


def _repeated(text: str, question: str) -> int:
    """How far the question itself goes, with its blanks, where somebody wrote behind it: "3. Took place? Yes"."""
    asked = question.strip(" \t\r\n:?")
    if not text.casefold().startswith(asked.casefold()):
        return 0
    behind = _BEHIND.match(text, len(asked))
    return behind.end() if behind else 0


def _marks(text: str, questions: dict[str, str], before: str) -> list[tuple[str, "re.Match[str]"]]:
    """Where the numbers stand, in their order; none if fewer than two do."""
    found: list[tuple[str, re.Match[str]]] = []
    at = 0
    for number in questions:
        mark = re.compile(
            rf"{before}[(#]?q?{number}(?![\d/.:]\d|[ \t]?{_MONTH})(?:[ \t]?[.):=]+"
            rf"|[ \t][-–—](?=[ \t]))?[ \t]*(?=\S|$)",
            re.IGNORECASE | re.MULTILINE,
        ).search(text, at)
        if mark is None:
            continue
        found.append((number, mark))
        at = mark.end()
    return found if len(found) > 1 and found[0][0] == "1" else []


def ticked(text: str, prompt: str) -> list[Answer]:
    """The box that has a tick, first; then the lines of those that have none, which say nothing.

    Where no box was copied, the tick is told in words: "tick in the first box please", "x by we met".
    """
    options = list(_options(text)) if _BOX.search(text) else []
    full = [each for each, tick in options if tick]
    if options:
        chosen = full if len(full) == 1 else []
        return [*chosen, *(each._replace(value="") for each, _ in options if each not in chosen)]
    return _told(text, [each.value for each, _ in _options(prompt)]) if _BOX.search(prompt) else []


def has_box(line: str) -> bool:
    """Whether the line offers boxes for the outcomes of a visit."""
    return "[" in line and any(True for _ in _options(line))


def _options(text: str) -> Iterator[tuple[Answer, bool]]:
    """Each box that stands for an outcome of a visit, and whether it is ticked."""
    for line in re.finditer(r"[^\n]+", text):
        boxes = list(_BOX.finditer(line.group()))
        if not boxes:
            continue
        edges = [m.start() for m in boxes] + [len(line.group())]
        behind = [line.group()[m.end() : edges[n + 1]].strip(" \t>-") for n, m in enumerate(boxes)]
        for box, words in zip(boxes, behind, strict=False):
            if words and outcome_of(folded(words)):
                start = line.start() + box.end()
                whole = (line.start(), line.end())
                tick = bool(box["tick"] or box["full"])
                yield Answer("outcome", words, whole, (start, line.end())), tick


def _told(text: str, options: list[str]) -> list[Answer]:
    for line in list(re.finditer(r"[^\n]+", text))[:_FIRST_LINES]:
        low = folded(line.group())
        if not _TICK.search(low) or _UNTICKED.search(low):
            continue
        named = [each for each in options if folded(each) in low]
        counted = [each for each, pattern in zip(options, _ORDINALS, strict=False) if pattern.search(low)]
        chosen = named or counted or (options[-1:] if _LAST.search(low) else [])
        if len(chosen) == 1:
            stop = re.search(r"[.!;](?=\s|$)", line.group())
            span = (line.start(), line.start() + (stop.end() if stop else len(line.group())))
            return [Answer("outcome", chosen[0], span, span)]
    return []
