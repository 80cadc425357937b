"""Signs of harm, the safeguarding form, and answers about the helpline call (duties C1 to C6, B13, B14, L18, L20)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from mailbot.events import Fact, Fields, Kind, Span, Urgency
from mailbot.reading.message import Draft
from mailbot.reading.words.courtesy import is_nothing
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.harm import Harm, scanner_for
from mailbot.reading.words.labels import Labelled, labels_in, line_of, role_of
from mailbot.reading.words.names import About, about
from mailbot.reading.words.sense import Sentence, asked, cut, dates_in, fact, if_sure, is_reply, said, with_client
from mailbot.reading.words.sentences import sentences
from mailbot.reading.words.times import FoundTime, find_minutes, find_times

_FORM = frozenset(("harm", "action", "call", "wait", "worries", "urgency", "person", "day", "helpline"))
_CALLING = re.compile(
    r"\b(?:rang|called|phoned|i call|i ring|call(?:ed)? the|helpline|the line|advice line|logged|on hold|picked up"
    r"|got through)\b",
    re.IGNORECASE,
)
_RANG = re.compile(r"\b(?:rang|called|phoned|i call|wrote it|logged|got through|again)\b", re.IGNORECASE)
_LINE = re.compile(r"\b((?:[A-Z]\w+ )+(?:Helpline|Advice Line|Line))\b")
_ASKS = re.compile(
    r"\b(?:please|could (?:you|she|he|they|somebody|someone)|can (?:you|she|he|they|somebody|someone)"
    r"|i want (?:that )?\w+|needs? to be)\b",
    re.IGNORECASE,
)
_CALM = re.compile(
    r"\b(?:no (?:great )?(?:hurry|rush)|not urgent|nothing urgent|isn['’]t urgent|when you have a moment)\b",
    re.IGNORECASE,
)
_URGENCIES = (
    (re.compile(r"\W*(?:not|non)[ -]?urgent|\W*no\b|\W*low\b", re.IGNORECASE), Urgency.NON_URGENT),
    (re.compile(r"\W*(?:imminent|immediate|emergency|danger)", re.IGNORECASE), Urgency.IMMINENT),
    (re.compile(r"\W*(?:urgent|yes|high)", re.IGNORECASE), Urgency.URGENT),
)
_GRAVITY = (Urgency.IMMINENT, Urgency.URGENT, Urgency.UNCLEAR, Urgency.NON_URGENT)
_ABOUT_VOLUNTEER = frozenset({"volunteer-distress"})
_NOT_ABOUT = re.compile(r"\b(?:isn['’]?t|is not|not) about \w+", re.IGNORECASE)
_ACCIDENT = re.compile(
    r"\b(?:came off|fell (?:off|over|down)|graz\w+|first[- ]aid\w*|accident|near miss|bumped (?:his|her|their) head"
    r"|tripped|sprain\w*|scraped)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Call:
    """What is said of the call to the helpline. `at` only ever comes from the writer's words (promise 5)."""

    at: datetime | None = None
    exact: bool | None = None
    wait: int | None = None


def recognise(draft: Draft) -> Iterable[Fact]:
    """At most one concern for all that the message says: the form, else signs of harm, else a call's time."""
    yield from _accident(draft)
    form = _from_form(draft)
    concern = form or _from_words(draft) or _from_answer(draft)
    if concern is not None:
        yield concern


def _from_form(draft: Draft) -> Fact | None:
    """The labelled form. Only its line for the action asks for the outside team (duty C2)."""
    harm, action, worries = line_of(draft, "harm"), line_of(draft, "action"), line_of(draft, "worries")
    urgency = line_of(draft, "urgency")
    if harm is None and (worries is None or is_nothing(worries.value) or _says_none(draft, worries)):
        return None
    lines = [x for x in labels_in(draft) if role_of(x) in _FORM]
    told = harm.value if harm is not None else worries.value if worries is not None else ""
    fields = Fields(
        urgency=_urgency(urgency),
        harm=told or None,
        action_requested=(action.value or None) if action else None,
        helpline=_helpline(draft),
        asked_outside=bool(harm and action and action.value),
    )
    span = Span(min(x.span.start for x in lines), max(x.span.end for x in lines))
    return _concern(draft, fields, span, _call_in_form(draft), ())


def _says_none(draft: Draft, line: Labelled) -> bool:
    """ "None that she told me of" is no concern, though its odd words may still be for a person to read."""
    return re.match(r"\W*(?:no|none|nothing|nil)\b", line.value, re.IGNORECASE) is not None and not scanner_for(
        draft.around.harm
    ).scan(line.value)


def _urgency(line: Labelled | None) -> Urgency:
    if line is None:
        return Urgency.UNCLEAR
    return next((level for pattern, level in _URGENCIES if pattern.match(line.value)), Urgency.UNCLEAR)


def _from_words(draft: Draft) -> Fact | None:
    scanner = scanner_for(draft.around.harm)
    found = scanner.scan(draft.text.newest)
    titled = () if is_reply(draft.message.subject) else scanner.scan(draft.message.subject)
    if not found and not titled:
        return None
    span = _sentences_of(draft, found) if found else Span(0, 0)
    first = _sentences_of(draft, found[:1]) if found else Span(0, 0)
    words = draft.text.newest[first.start : first.end] if found else draft.message.subject
    urgency = min((h.urgency for h in (*found, *titled)), key=_GRAVITY.index)
    if _CALM.search(draft.text.newest) and urgency is not Urgency.IMMINENT:
        urgency = Urgency.NON_URGENT
    fields = Fields(urgency=urgency, harm=words.strip(), action_requested=_action(draft), helpline=_helpline(draft))
    return _concern(draft, fields, span, _call_in_words(draft), (*found, *titled))


def _sentences_of(draft: Draft, found: tuple[Harm, ...]) -> Span:
    """From the start of the sentence with the first sign to the end of the sentence with the last."""
    touched = [
        s for s in sentences(draft.text.newest) if any(h.span.start < s.end and s.start < h.span.end for h in found)
    ]
    return Span(touched[0].start, touched[-1].end) if touched else Span(found[0].span.start, found[-1].span.end)


def _from_answer(draft: Draft) -> Fact | None:
    """A bare "14.35", or "half past two yesterday", to our question about the call."""
    if asked(draft) != "call_time":
        return None
    call = _call_from(draft, list(said(draft)))
    timed = [s for s in said(draft) if find_times(s.words)]
    if call is None or not timed:
        return None
    cue = find_times(timed[0].words)[0].span
    known = [span for _, span in find_minutes(timed[0].words)]
    return _concern(draft, Fields(), cut(draft, timed[0], cue, known), call, ())


def _concern(draft: Draft, fields: Fields, span: Span, call: _Call | None, harm: tuple[Harm, ...]) -> Fact:
    client = About() if _NOT_ABOUT.search(draft.text.newest) else about(draft)
    fields = replace(with_client(fields, if_sure(client)), concern_about=_whom(client, harm) if fields.harm else None)
    if call is not None:
        fields = replace(fields, call_logged_at=call.at, call_time_exact=call.exact, call_wait_minutes=call.wait)
    return fact(draft, Kind.SAFEGUARDING_CONCERN, fields, span)


def _whom(client: About, harm: tuple[Harm, ...]) -> str | None:
    if any(h.category in _ABOUT_VOLUNTEER for h in harm) and client.client is None:
        return "volunteer"
    if client.client is None or not client.sure:
        return None
    return "child" if client.client.setting == "foster" else "client"


def _action(draft: Draft) -> str | None:
    return next((s.words for s in said(draft) if _ASKS.search(s.words)), None)


def _helpline(draft: Draft) -> str | None:
    found = _LINE.search(draft.text.newest)
    return found.group(1) if found else None


def _call_in_form(draft: Draft) -> _Call | None:
    wait = line_of(draft, "wait")
    lines = [x for x in labels_in(draft) if role_of(x) in ("call", "helpline") and x.value]
    call = _call_from(draft, [Sentence(line.value_span, line.value) for line in lines]) if lines else None
    if wait is not None:
        minutes = find_minutes(wait.value)
        bare = int(wait.value) if wait.value.isdecimal() and len(wait.value) < 4 else None
        call = replace(call or _Call(), wait=minutes[0][0] if minutes else bare)
    return call


def _call_in_words(draft: Draft) -> _Call | None:
    lines = [s for s in said(draft) if _CALLING.search(s.words)]
    start = next((n for n, s in enumerate(said(draft)) if _RANG.search(s.words)), None)
    if not lines or start is None:
        return None
    return _call_from(
        draft, [s for n, s in enumerate(said(draft)) if n >= start and (s in lines or _RANG.search(s.words))]
    )


def _call_from(draft: Draft, lines: list[Sentence]) -> _Call | None:
    """One time is the call's; several are for the writer to sort out; a vague one is none (hardest situation 3)."""
    times = [(s, t) for s in lines for t in find_times(s.words)]
    waits = [minutes for s in lines for minutes, _ in find_minutes(s.words)]
    wait = waits[0] if len(waits) == 1 else None
    if not times:
        return _Call(wait=wait) if wait is not None else None
    if len(times) > 1:
        return _Call(None, None, None)
    sentence, found = times[0]
    if found.at is None or not found.exact:
        return _Call(None, False, wait)
    days = dates_in(draft, sentence, Direction.PAST)
    local = draft.around.written_at
    if len(days) > 1 or any(not d.sure or d.day is None for d in days) or not (days or draft.around.written_sure):
        return _Call(None, False, wait)
    day = days[0].day if days and days[0].day else local.date()
    past = [at for at in _moments(day, found, local.tzinfo) if at <= local + timedelta(minutes=1)]
    return _Call(past[0], True, wait) if len(past) == 1 else _Call(None, False, wait)


def _moments(day: date, found: FoundTime, zone: tzinfo | None) -> list[datetime]:
    """The moments that may be meant: "11.20" is morning or evening; only the past can hold a call."""
    if found.at is None:
        return []
    hours = [found.at.hour] if found.sure else [found.at.hour % 12, found.at.hour % 12 + 12]
    return [datetime.combine(day, found.at.replace(hour=hour), zone) for hour in hours]


def _accident(draft: Draft) -> Iterator[Fact]:
    """An accident or a near miss, which a form and the register follow (duty L20)."""
    for sentence in said(draft):
        if match := _ACCIDENT.search(sentence.words):
            fields = with_client(Fields(harm=sentence.words), if_sure(about(draft, sentence.words)))
            yield fact(draft, Kind.INCIDENT_REPORT, fields, cut(draft, sentence, Span(*match.span())))
            return
