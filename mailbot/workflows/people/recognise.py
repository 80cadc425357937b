"""What a message says of its writer: away, stopping, leaving, new details, lone working (B6, B9, S7, L23)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mailbot.events import Fact, Fields, Kind, Span
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction, find_dates
from mailbot.reading.words.money import find_money
from mailbot.reading.words.names import About, about
from mailbot.reading.words.sense import Sentence, asked, cut, fact, if_sure, is_whole, said, with_client
from mailbot.reading.words.times import FoundTime, find_minutes, find_times

_AWAY = re.compile(
    r"\b(?:(?:i['’]?m|i am|i['’]ll be|i will be|i shall be|we are|we['’]re|be)\s+(?:away|abroad|on holiday|on leave"
    r"|out of action|in hospital"
    r"|not available|unavailable)|out of action|going (?:away|on holiday|abroad))\b",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\bfor (?:(?P<n>\d+|a|one|two|three|four|five|six)\s+)?(?P<unit>fortnight|weeks?|days?)\b", re.IGNORECASE
)
_RANGE = re.compile(
    r"\b(?:from|between)?\s*(?:the )?(?P<from>\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|to|until|till"
    r"|and)\s*(?=(?:the )?\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3})",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\b(?:(?:stop|give up|finish) (?:seeing|visiting)|rather not (?:go on|keep|carry on) (?:seeing|visiting)"
    r"|no longer (?:want to |wish to |able to |be able to )?"
    r"(?:see|visit|visiting|seeing)|(?:can['’]?t|cannot|don['’]t want to|do not want to) (?:go on|keep|carry on"
    r"|continue) (?:seeing|visiting))\b",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"\b(?:(?:leave|leaving|quit|quitting|resign(?:ing)? from|retire from|withdraw from) (?:the |your )?(?:scheme"
    r"|group|charity|team|volunteering)"
    r"|(?:stop|give up|giving up) volunteering|i (?:resign|am resigning)|step(?:ping)? down|take me off (?:the"
    r"|your) (?:list|books))\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:(?:new|changed (?:my)?|change of|different) (?:e-?mail|phone|mobile|number|address|contact|tel\w*)"
    r"|please use|my (?:e-?mail|number|mobile|phone) (?:is|has)"
    r"|(?:write|reach|ring|call|text) me (?:at|on))\b",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\w")
_PHONE = re.compile(r"(?<![\d+])(?:\+44\s?\d{2,4}|0\d{2,4})[ -]?\d{3}[ -]?\d{3,4}(?!\d)")
_OUT = re.compile(
    r"\b(?:(?:home|back|out|finished|i'm out|im out)(?: home)?(?: and| &| n|,)? (?:safe(?:ly)?|sound|ok"
    r"|in one piece)|safe(?:ly)? (?:home|back|out)"
    r"|out of (?:the )?\w+ (?:safe(?:ly)?|in one piece)|(?:home|back home|all done and home) now|just got (?:home"
    r"|back))\b",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:on my way to|setting off|heading (?:to|over|in)|going in(?:to)? now|just (?:arrived|going in|got (?:here"
    r"|to))|(?:i['’]?m|i am) (?:taking|with|at|going to see|off to)"
    r"|^at \w+|checking in)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:out|back|home|done|finished|finish)\s+(?:\w+\s+)?(?:by|at|around|about|before)\s+(?=\d|half|quarter"
    r"|\w+ o|noon|mid)|then (?:home|back)",
    re.IGNORECASE,
)
_BARE_HOUR = re.compile(r"\bby\s+(?P<h>1[0-2]|[1-9])(?![\d.:])(?!\s*(?:a|p)\.?m)\b", re.IGNORECASE)
_ASK = re.compile(
    r"\?|\b(?:tell me|let me know (?:if|when|whether|what|how)|please (?:can|could|advise|find out|send)|what now"
    r"|i['’]d like to know|wondering (?:if|whether))\b",
    re.IGNORECASE,
)
_LONGEST = timedelta(hours=11)  # nobody announces a longer visit; a time beyond is meant otherwise
_NOT = re.compile(r"\bnot\b|n['’]t\b|\bif\b|\bnever\b|\buntil\b|\?", re.IGNORECASE)


def recognise(draft: Draft) -> Iterable[Fact]:
    """All of these that the plain sentences say; harmful or odd ones only ever unsure."""
    for sentence in said(draft):
        yield from _about_writer(draft, sentence)
        yield from _lone(draft, sentence)
    yield from _question(draft)


def _about_writer(draft: Draft, sentence: Sentence) -> Iterator[Fact]:
    words = sentence.words
    if (match := _STOP.search(words)) and not _NOT.search(words[: match.start()]):
        client = about(draft, words)
        unsure = None if client.sure else "client_ref"
        yield fact(
            draft,
            Kind.STOP_VISITING,
            with_client(Fields(), if_sure(client)),
            cut(draft, sentence, Span(*match.span())),
            unsure,
        )
    if (match := _LEAVE.search(words)) and not _NOT.search(words[: match.start()]):
        yield fact(draft, Kind.LEAVE_SCHEME, Fields(), cut(draft, sentence, Span(*match.span())))
    if (match := _AWAY.search(words)) and not _NOT.search(words[: match.start()][-12:]):
        yield _away(draft, sentence, match)
    if match := _CONTACT.search(words):
        yield from _contact(draft, sentence, match)


def _away(draft: Draft, sentence: Sentence, cue: "re.Match[str]") -> Fact:
    first, last, sure = _period(sentence.words, draft)
    known = [Span(*m.span()) for p in (_LONG, _RANGE) for m in p.finditer(sentence.words)]
    fields = Fields(period_from=first, period_to=last)
    unsure = None if sure and first and last else "period_to" if first else "period_from"
    return fact(draft, Kind.UNAVAILABLE, fields, cut(draft, sentence, Span(*cue.span()), known), unsure)


def _period(words: str, draft: Draft) -> tuple[date | None, date | None, bool]:
    found = [f for f in find_dates(words, draft.around.today, Direction.FUTURE) if f.day]
    days = [f.day for f in found if f.day]
    sure = all(f.sure for f in found)
    if len(days) == 2:
        return days[0], days[1], sure and days[0] <= days[1]
    if len(days) == 1 and (match := _RANGE.search(words)) and int(match["from"]) <= days[0].day:
        return days[0].replace(day=max(1, int(match["from"]))), days[0], sure
    if len(days) == 1 and (match := _LONG.search(words)):
        return days[0], days[0] + timedelta(days=_length(match)), sure
    return (days[0] if len(days) == 1 else None), None, False


def _length(match: "re.Match[str]") -> int:
    numbers = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
    said_so = (match["n"] or "a").lower()
    count = min(int(said_so), 400) if said_so.isdigit() else numbers[said_so]
    unit = match["unit"].lower()
    return count * (14 if unit == "fortnight" else 7 if unit.startswith("week") else 1)


def _contact(draft: Draft, sentence: Sentence, cue: "re.Match[str]") -> Iterator[Fact]:
    mails, phones = list(_EMAIL.finditer(sentence.words)), list(_PHONE.finditer(sentence.words))
    if not mails and not phones:
        return
    known = [Span(*m.span()) for m in (*mails, *phones)]
    fields = Fields(
        new_email=mails[0].group().lower() if len(mails) == 1 else None,
        new_phone=phones[0].group() if len(phones) == 1 else None,
    )
    unsure = "new_email" if len(mails) > 1 else "new_phone" if len(phones) > 1 else None
    yield fact(draft, Kind.CONTACT_CHANGE, fields, cut(draft, sentence, Span(*cue.span()), known), unsure)


def _lone(draft: Draft, sentence: Sentence) -> Iterator[Fact]:
    """Checking out is sure only if the whole sentence is understood: a wrong one would stand everybody down."""
    words = sentence.words
    if (match := _OUT.search(words)) and not _NOT.search(words):
        span, client = cut(draft, sentence, Span(*match.span())), about(draft, words)
        yield fact(
            draft,
            Kind.LONE_CHECK_OUT,
            with_client(Fields(), if_sure(client)),
            span,
            None if is_whole(draft, sentence, span) else "lone_check_out",
        )
    elif (match := _IN.search(words)) and not _NOT.search(words) and asked(draft) is None:
        client = about(draft, words)
        if client.client is not None:
            yield _check_in(draft, sentence, match, client)


def _check_in(draft: Draft, sentence: Sentence, cue: "re.Match[str]", client: About) -> Fact:
    back, clue = _expected_back(draft)
    known = [clue] if clue else []
    fields = replace(with_client(Fields(), if_sure(client)), expected_back_at=back, visit_date=draft.around.today)
    unsure = None if client.sure and back is not None else "expected_back_at" if client.sure else "client_ref"
    return fact(draft, Kind.LONE_CHECK_IN, fields, cut(draft, sentence, Span(*cue.span()), known), unsure)


def _expected_back(draft: Draft) -> tuple[datetime | None, Span | None]:
    """When the writer expects to be out: the next such hour after writing, or the length of time from then."""
    now = draft.around.written_at
    for sentence in said(draft):
        cue = _BACK.search(sentence.words)
        if cue is None:
            continue
        times = [t for t in find_times(sentence.words[cue.start() :]) if t.at]
        hour = _BARE_HOUR.search(sentence.words, cue.start())
        if len(times) == 1 and times[0].at:
            return _next(now, times[0]), Span(*cue.span())
        if hour:
            return _next(now, FoundTime(time(int(hour["h"]) % 12), Span(*hour.span()), sure=False)), Span(
                cue.start(), hour.end()
            )
        lengths = [minutes for minutes, _ in find_minutes(sentence.words)]
        if lengths and cue.group().lower().startswith("then"):
            return now + timedelta(minutes=sum(lengths)), Span(*cue.span())
    return None, None


def _next(now: datetime, found: FoundTime) -> datetime | None:
    """The next such time after now; a time that may be morning or afternoon is whichever comes next."""
    if found.at is None:
        return None
    hours = {found.at.hour} if found.sure else {found.at.hour % 12, found.at.hour % 12 + 12}
    tries = (
        datetime.combine(now.date() + timedelta(days=d), found.at.replace(hour=h), now.tzinfo)
        for d in (0, 1)
        for h in hours
    )
    soonest = min((t for t in tries if t > now), default=None)
    return soonest if soonest is not None and soonest - now < _LONGEST else None


def _question(draft: Draft) -> Iterator[Fact]:
    """Something is asked that only a person can answer. A question about one's own claim is the claim's."""
    for sentence in said(draft):
        if _ASK.search(sentence.words) and not find_money(draft.text.newest):
            span = sentence.span
            yield fact(draft, Kind.QUESTION_OTHER, Fields(), span)
            return
