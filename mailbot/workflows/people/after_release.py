"""Somebody writes about staying in touch after release (B15): theirs is the wish, the officer's the answer."""

import re

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.sense import said

_OUT = (
    r"(?:releas\w+|(?:gets?|got|getting|comes?|coming|is|are|['’]s|['’]re|goes|walks) (?:\w+ )?(?:out|home|free)\b"
    r"|freed|(?:his|her|their) sentence (?:ends|is over|is done))"
)
_STAY = (
    r"(?:(?:stay|stays|staying|keep|keeps|keeping|remain|remaining|be|being|get) in (?:touch|contact)"
    r"|(?:keep|keeping) (?:up )?(?:the |our |this )?(?:contact|friendship|touch)"
    r"|(?:carry|carrying|go|going) on (?:seeing|visiting|meeting|writing)"
    r"|(?:continue|continuing|keep|keeping) (?:to |on )?"
    r"(?:see|seeing|visit\w*|meet\w*|writ\w+)|contact)"
)
_WHEN = r"(?:after|once|when|upon|on|following|from|outside|beyond)"
_CUE = lazy(
    rf"\b{_STAY}\b[^.?!\n]{{0,60}}\b{_WHEN}\b[^.?!\n]{{0,40}}{_OUT}"
    rf"|\b{_WHEN}\b[^.?!\n]{{0,40}}{_OUT}[^.?!\n]{{0,60}}\b{_STAY}\b"
    rf"|\b(?:see|meet|visit|write to|ring|call|help)\s+(?:him|her|them)\s+(?:after|once) "
    rf"(?:he|she|they|his|her|their)?[^.?!\n]{{0,20}}{_OUT}",
    re.IGNORECASE,
)
_OUTSIDE = lazy(_OUT, re.IGNORECASE)
_NOT = lazy(r"\b(?:not|never|no longer)\b|n['’]t\b", re.IGNORECASE)


def after_release(draft: Draft) -> Span | None:
    """The sentence that says so, a question or not; None where it says that nobody wants to."""
    if not _OUTSIDE.search(draft.text.newest):
        return None
    for sentence in said(draft):
        cue = _CUE.search(sentence.words)
        if cue and not _NOT.search(sentence.words[: cue.end()]):
            return sentence.span
    return None
