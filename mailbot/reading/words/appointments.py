"""Dated topics: a client's appointment with a solicitor, the Home Office, a doctor or about money (S12).

Only what is surely the client's, surely on a day to come, and surely to take place. The writer's own doctor is nobody
else's business (S11), so that a sentence about the writer is never one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.words.courtesy import without
from mailbot.reading.words.dates import Direction, find_dates
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.sentences import sentences
from mailbot.reading.words.times import find_times
from mailbot.roll import Client, Person, Roll

# The name of each topic, and how people speak of it.
TOPICS: Mapping[str, "re.Pattern[str]"] = {
    "home_office": lazy(
        r"\b(?:home office|asylum|substantive|screening|biometrics?|brp|immigration)\b"
        r"(?:\s+(?:interview|appointment|meeting|centre|reporting|enrolment|officer))?"
        r"|\b(?:reporting|signing) (?:centre|appointment|day)\b",
        re.IGNORECASE,
    ),
    "legal": lazy(
        r"\b(?:solicitors?|lawyers?|barristers?|legal (?:aid|advice|adviser|advisor|appointment|meeting)|law centre"
        r"|tribunal|court|(?:appeal|bail|court|tribunal) hearing|hearing|appeal)\b",
        re.IGNORECASE,
    ),
    "health": lazy(
        r"\b(?:doctors?|gp|dentists?|opticians?|hospital|clinic|surgery|x-?ray|scan|blood tests?|physio\w*"
        r"|counsell(?:or|ing)|health (?:check|visitor|assessment)|midwife|vaccination|jabs?)\b",
        re.IGNORECASE,
    ),
    "money": lazy(
        r"\b(?:bank|benefits?|universal credit|job ?cent(?:re|er)|dwp|aspen card|debt advi[cs]er?|pip assessment"
        r"|housing benefit|citizens['’]? advice)\b",
        re.IGNORECASE,
    ),
}
_THEIRS_ANYWAY = frozenset({"home_office", "legal"})  # no visitor has one of these of their own
_THEIRS = lazy(r"\b(?:he|she|they|his|her|hers|their|him|them)\b|\b(?:he|she|they)['’]", re.IGNORECASE)
_MINE = lazy(r"\b(?:i|me|my|mine|we|us|our|myself)\b", re.IGNORECASE)
_ALONG = lazy(
    r"\b(?:i['’]?m|i am|i['’]ll be|i will be|i['’]ll|i will|i shall|we['’]re|we are)\s+(?:going along|going"
    r"|taking|take|driving|drive|accompanying|accompany|bringing|go(?: along)?|meeting)\s+(?:with\s+|along with\s+)?"
    r"(?P<whom>him|her|them|[^\W\d_][\w'’-]+)\s+(?:along )?(?:to|for|at)\b",
    re.IGNORECASE,
)
_DOUBT = lazy(
    r"\?|\b(?:if|might|maybe|perhaps|possibly|probably|hopefully|unless|not sure|unsure|think|about the|or"
    r"|should (?:get|have|hear)|wants?|would|could|may|was|were|went|had|missed|until|till|before|after|since|by"
    r"|from)\b"
    r"|n['’]t\b|\bnot\b|\bno\b|\bcannot\b",
    re.IGNORECASE,
)
_OFF = lazy(
    r"\b(?:cancell?ed|called off|postponed|no longer|off now|is off|been scrapped|withdrawn"
    r"|(?:not|isn['’]t|won['’]t be) (?:going ahead|happening|taking place|on))\b",
    re.IGNORECASE,
)
_MOVED = lazy(
    r"\b(?:moved|changed|rescheduled|re-scheduled|instead|rather than|put back|brought forward|now (?:on|be|is)"
    r"|is now|correction|i meant|not (?:on )?(?:the )?\d|sorry,? (?:it['’]s|that['’]s|the))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence says of an appointment: a day to come, that it moved (`days` old and new), or that it is off.

    Days and time are local; `at` only where it can be no other.
    """

    topic: str
    days: tuple[date, ...]
    at: time | None
    client: Client | None
    moved: bool = False
    off: bool = False


def appointments_in(
    text: str, roll: Roll, writer: Person | None, today: date, sure_day: bool = True
) -> Iterator[Said]:
    """The appointments that a text surely tells of. `sure_day` False: words like "on Tuesday" cannot be relied on."""
    for span in sentences(text):
        found = _said(text[span.start : span.end], roll, writer, today, sure_day)
        if found:
            yield found


def topic_of(words: str) -> str | None:
    """The one topic that these words name; None for several."""
    named = [name for name, pattern in TOPICS.items() if pattern.search(words)]
    return named[0] if len(named) == 1 else None


def _said(words: str, roll: Roll, writer: Person | None, today: date, sure_day: bool) -> Said | None:
    topic, clients = topic_of(words), {found.client for found in find_clients(words, roll, writer) if found.sure}
    if topic is None or len(clients) > 1 or not _is_theirs(words, topic, bool(clients)):
        return None
    client = clients.pop() if clients else None
    dates = find_dates(words, today, Direction.FUTURE)
    if not all(_is_sure(words[d.span.start : d.span.end], d.sure, sure_day) for d in dates):
        return None
    days = tuple(dict.fromkeys(d.day for d in dates if d.day))
    if _OFF.search(words):
        return Said(topic, days, None, client, off=True) if len(days) < 2 and "?" not in words else None
    if _MOVED.search(words) and "?" not in words and 0 < len(days) < 3:
        return Said(topic, days, _time(words), client, moved=True)
    rest = without(words, Span(0, len(words)), [d.span for d in dates])  # "may" is no doubt where it is a month
    if _DOUBT.search(rest) or len(days) != 1 or days[0] <= today:
        return None
    return Said(topic, days, _time(words), client)


def _is_theirs(words: str, topic: str, named: bool) -> bool:
    """Whose appointment it is: the client's, who is named or meant; never that of whoever writes."""
    if _MINE.search(words):
        along = _ALONG.search(words)
        return along is not None and (named or bool(_THEIRS.fullmatch(along["whom"])))
    return named or bool(_THEIRS.search(words)) or topic in _THEIRS_ANYWAY


def _is_sure(said: str, sure: bool, sure_day: bool) -> bool:
    return sure and (sure_day or any(letter.isdigit() for letter in said))


def _time(words: str) -> time | None:
    found = [each for each in find_times(words) if each.at is not None]
    return found[0].at if len(found) == 1 and found[0].sure and found[0].exact else None
