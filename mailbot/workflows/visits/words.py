"""The one word that our links put into an answer, where it is neither yes nor no."""

import re

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.sense import asked

OTHER = "other"
_OTHER = lazy(r"\W*(?:other|something else)\W*(?:\n|\Z)", re.IGNORECASE)


def something_else(draft: Draft) -> Fact | None:
    """OTHER alone, in answer to "did it take place?"; whatever is written behind it is read as always."""
    match = _OTHER.match(draft.text.newest) if asked(draft) == "outcome" else None
    if match is None or draft.text.newest[match.end() :].strip():
        return None
    text = draft.text.newest
    return Fact(Kind.QUESTION_OTHER, Fields(command=OTHER), Span(0, len(text)), text)
