"""Worries that show by how a mail comes: in another language, to a phone that nobody answers, after a call.

No word of harm is known in them. Each is a concern all the same, and unsure: a person reads it at once.
"""

import re

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.sense import is_reply, sentences_of
from mailbot.reading.words.tongues import is_cry
from mailbot.workflows.safeguarding.call_words import LINE
from mailbot.workflows.safeguarding.calls import helpline

_UNANSWERED = lazy(
    r"\b(?:"
    r"voice ?mail|answer(?:ing)? ?(?:phone|machine)|(?:left|leaving) (?:you )?(?:a|two|three) messages?"
    r"|pick up(?! (?:the|my|some|a|his))"
    r"|"
    r"(?:your|office|the) (?:phones?|lines?|numbers?|mobile)(?:['’]?s)?(?: is| are| just| only)? (?:r[ia]ng(?:s"
    r"|ing)?(?: out)?|engaged|off)"
    r"|"
    r"(?:rings|ringing) out|you (?:do ?n['’]?t|do not|did ?n['’]?t|are ?n['’]?t) (?:answer|pick|answering|picking)"
    r"|(?:can['’]?t|cannot|could ?n['’]?t)"
    r" (?:get (?:hold of |through to |past )?(?:you|any ?one)|raise|reach) ?(?:you|any ?one)?"
    r"|"
    r"(?:called|rung|rang|tried|trying|phoned|phoning|call) (?:your number|you)\b[^.!?]{0,25}|no reply"
    r"|no ?body answers"
    r")\b",
    re.IGNORECASE,
)
_ALARM = lazy(
    r"(?i:\b(?:now|urgent|emergency|immediate(?:ly)?|help|please|pls|quick|999|sos|secours|this second|ring me"
    r"|call me)\b)|!!|^\W*[A-Z]{4,}\W*$"
)
# Somebody who cannot come and found nobody to tell.
_CALLS_OFF = lazy(
    r"\b(?:"
    r"(?:can['’]?t|cannot|cant|won['’]?t|wont|not (?:able|going) to|unable to) (?:make|come|do|visit|go|be there"
    r"|get there)|cancel\w*|running late"
    r"|be late|stuck|poorly|(?:I['’]m|I am|got) (?:ill|sick|flu|covid)|postpone\w*|swap\w*|expenses?|receipts?"
    r"|rota|train|parking"
    r")\b",
    re.IGNORECASE,
)
_I_RANG = lazy(
    r"\b(?:"
    r"(?:I|we)(?:['’]ve| have|['’]d)? (?:\w+ )?(?:rang|rung|called|phoned|telephoned|blew|dialled|got through"
    r"|reached|reported|informed)"
    r"|"
    r"(?:^|[.;:,–—-]\s*)(?:rang|called|phoned|rung|got through|blew|reached|told)"
    r")\b",
    re.IGNORECASE,
)
_NAMED_LINE = lazy(
    r"\b(?:[A-Z]\w+ )+(?:Line|Helpline|Advice Line)\b|\b(?:the |our |your )?(?:help ?line|advice line)\b"
)
_WAITED = lazy(
    r"(?i:\b(?:on hold|waited|logged|min(?:ute)?s? wait|wait(?:ing)? of|they have it|took (?:it|the|my|all) ))"
)
_OTHER_LINE = lazy(
    r"(?i:\b(?:booking|order|ticket|information|info|visits?|main|bus|train|rail|jubilee|district)) (?i:line)\b"
)


def hint(draft: Draft) -> Span | None:
    """The text from its first sentence to its last, if the way it comes is reason enough for a person to read it."""
    text, spans = draft.text.newest, sentences_of(draft)
    if not spans:
        return None
    whole = Span(spans[0].start, spans[-1].end)
    answers = bool(our_prompt(draft) or draft.around.answers_question)
    if not answers and is_cry(text, known=draft.sender.person is not None):
        return whole
    return whole if _is_call_for_help(draft, text, answers) or _told_helpline(draft, text) else None


def _is_call_for_help(draft: Draft, text: str, answers: bool) -> bool:
    """In alarm, and nobody of the scheme picks up the phone."""
    if answers or is_reply(draft.message.subject) or not _ALARM.search(draft.message.subject):
        return False
    return bool(_UNANSWERED.search(text)) and not _CALLS_OFF.search(f"{draft.message.subject}\n{text}")


def _told_helpline(draft: Draft, text: str) -> bool:
    """A helpline by its name, and that the writer reached it: nobody rings it without a worry."""
    named = _NAMED_LINE.search(text) or (_WAITED.search(text) and LINE.search(text) and helpline(draft))
    return bool(named and _I_RANG.search(text)) and not _OTHER_LINE.search(text)
