"""A yes or a no to our question whether a mail, or a change of contact, is really theirs."""

from collections.abc import Iterator

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft

YES, NO = "yes", "no"
QUESTIONS = ("confirm_identity", "confirm_contact")

_YES = lazy(
    r"yes\b[^\n?]{0,60}|(?:i|that|it) (?:wrote (?:this|it|that)|was me|is right|is correct|is mine)\b[^\n?]{0,40}"
)
_NO = lazy(r"no\b[^\n?]{0,60}|(?:that|it) was(?: not|n['’]t) me\b[^\n?]{0,40}")
_TAKES_BACK = lazy(r"\b(?:but|not|never|n['’]t|except)\b")


def recognise_answer(draft: Draft) -> Iterator[Fact]:
    """The first line, if it is a plain yes or no to one of those questions. A yes with a "but" is neither."""
    if draft.around.answers_question not in QUESTIONS:
        return
    text = draft.text.newest
    start = len(text) - len(text.lstrip())
    line = text[start:].split("\n", 1)[0].rstrip()
    said = line.casefold()
    if _YES.fullmatch(said) and not _TAKES_BACK.search(said):
        answer = YES
    elif _NO.fullmatch(said):
        answer = NO
    else:
        return
    yield Fact(Kind.ACKNOWLEDGEMENT, Fields(command=answer), Span(start, start + len(line)), line)
