"""A visitor says that they are confident to go on alone (S6)."""

import re
from collections.abc import Iterable

from mailbot.events import Fact, Fields, Kind
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.names import about
from mailbot.reading.words.sense import fact, if_sure, said, with_client

CONFIDENT = "confident"

_SAYS_SO = lazy(
    r"\bi(?:['’]?m| am| feel| do feel| now feel)\s+(?:(?:now|quite|very|really|fully|perfectly|more than|confident)"
    r"\s+)*(?:confident|ready|happy)(?:\s+enough)?(?:\s+now)?\b[^.!\n]{0,60}?"
    r"\b(?:on my own|alone|by myself|without (?:the |my )?(?:backup|mentor|company|(?-i:[A-Z])\w+))\b",
    re.IGNORECASE,
)
_IN_A_WORD = lazy(r"\s*(?:i(?:['’]?m| am| feel)\s+)?(?:now\s+)?confident(?:\s+now)?[.!\s]*", re.IGNORECASE)
_DOUBT = lazy(
    r"\?|\b(?:not|never|if|when|once|until|till|but|almost|nearly|soon|hope|wish|less|maybe|perhaps|after)\b|n['’]t\b",
    re.IGNORECASE,
)


def recognise(draft: Draft) -> Iterable[Fact]:
    """In so many words, with no doubt in the sentence; one word is enough in answer to our mail that asks for it."""
    for sentence in said(draft):
        asked = draft.around.answers_question == "plan" and _IN_A_WORD.fullmatch(sentence.words)
        if (asked or _SAYS_SO.search(sentence.words)) and not _DOUBT.search(sentence.words):
            fields = with_client(Fields(command=CONFIDENT), if_sure(about(draft, sentence.words)))
            yield fact(draft, Kind.ACKNOWLEDGEMENT, fields, sentence.span)
            return
