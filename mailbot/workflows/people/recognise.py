"""What a message says of its writer: away, stopping, leaving, new details, lone working (B6, B9, S7, L23)."""

import re
from collections.abc import Iterable, Iterator

from mailbot.events import AFTER_RELEASE, COORDINATOR, Fact, Fields, Kind, Span
from mailbot.expressions import found_by, lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.announcing import announces, orders
from mailbot.reading.words.complaints import complaint
from mailbot.reading.words.hindered import HINDRANCE
from mailbot.reading.words.names import about
from mailbot.reading.words.periods import Period, find_period
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import Sentence, asked, cut, fact, if_sure, is_about_meeting, said, with_client
from mailbot.roll import OFFICERS
from mailbot.workflows.people import wording
from mailbot.workflows.people.after_release import after_release
from mailbot.workflows.people.asking import question
from mailbot.workflows.people.farewells import FOR_NOW, LEAVES_TOO, MOVED, ORDER, POSTAL, STOPS, UNWILLING
from mailbot.workflows.people.lone import lone_working
from mailbot.workflows.people.plainly import (
    LEAVES,
    changed_details,
    denies_visits,
    gives_up,
    is_away,
    is_clients,
    is_clients_doing,
    is_of_writer,
    masked,
)
from mailbot.workflows.people.softly_away import is_of_another, softly_away

_RANGE = lazy(r"\d\s?[-–]\s?\d")

_SAID = lazy(r"\b(?:if|said|says|told)\b", re.IGNORECASE)


def recognise(draft: Draft) -> Iterable[Fact]:
    """All of these that the plain sentences say; harmful or odd ones only ever unsure."""
    found = [each for sentence in said(draft) for each in _about_writer(draft, sentence)]
    for_now = asked(draft) == "plan" and HINDRANCE.search(folded(draft.text.newest))
    if for_now or any(each.kind is Kind.UNAVAILABLE for each in found):  # "somebody else for Omar": for that time
        found = [each for each in found if each.sure or each.kind is not Kind.STOP_VISITING]
    seen: set[Kind] = set()
    for each in sorted(found, key=lambda f: not f.sure):
        if each.kind is Kind.UNAVAILABLE and is_about_meeting(draft) and each.fields.period_from is None:
            continue
        if each.kind not in seen:
            seen.add(each.kind)
            yield each
    if Kind.UNAVAILABLE not in seen:
        yield from lone_working(draft)
    details = [each.span for each in found if each.kind is Kind.CONTACT_CHANGE]
    yield from (each for each in _asked_or_complained(draft) if not _is_order(each, details))


def _is_order(asked: Fact, details: list[Span]) -> bool:
    """ "Could you change my number to …": what is asked is done by the change itself."""
    inside = any(asked.span.start <= each.start and each.end <= asked.span.end for each in details)
    return inside and ORDER.search(asked.evidence) is not None


def _asked_or_complained(draft: Draft) -> Iterator[Fact]:
    """A complaint about a coordinator is a question too, but says so: it is not theirs to read (L29)."""
    if span := complaint(draft):
        yield fact(draft, Kind.QUESTION_OTHER, Fields(concern_about=COORDINATOR), span)
    elif span := after_release(draft):
        yield fact(draft, Kind.QUESTION_OTHER, Fields(concern_about=AFTER_RELEASE), span)
    else:
        yield from (
            each
            for each in question(draft)
            if not (draft.sender.roles & OFFICERS and (announces(each.evidence) or orders(each.evidence)))
        )


def _about_writer(draft: Draft, sentence: Sentence) -> Iterator[Fact]:
    words = sentence.words
    if (said_so := _ends(words)) and is_clients_doing(draft, words, said_so):
        words = words[: said_so.start()]
    ends = _ends_with_client(draft, words)
    leave = _said_so(wording.LEAVE, words) or _said_so(wording.LEAVE_GENTLY, words)
    if leave and not (ends and ends.start < leave.end() and leave.start() < ends.end):
        unsure = "leave_scheme" if found_by(leave, wording.LEAVE_GENTLY) else None
        yield fact(draft, Kind.LEAVE_SCHEME, Fields(), cut(draft, sentence, Span(*leave.span())), unsure)
    elif stop := _said_so(wording.STOP, words) or _said_so(wording.STOP_GENTLY, words):
        client = about(draft, words)
        gentle = found_by(stop, wording.STOP_GENTLY)
        unsure = "client_ref" if not client.sure else "stop_visiting" if gentle else None
        fields = with_client(Fields(), if_sure(client))
        yield fact(draft, Kind.STOP_VISITING, fields, cut(draft, sentence, Span(*stop.span())), unsure)
    elif (ending := _given_up(draft, words, ends)) is not None:
        fields = with_client(Fields(), if_sure(about(draft, words)))
        yield fact(draft, Kind.STOP_VISITING, fields, cut(draft, sentence, ending), "stop_visiting")
    elif leaves := _said_so(LEAVES, words) or _said_so(LEAVES_TOO, words):
        yield fact(draft, Kind.LEAVE_SCHEME, Fields(), cut(draft, sentence, Span(*leaves.span())), "leave_scheme")
    yield from _away(draft, sentence)
    yield from _contact(draft, sentence)


def _given_up(draft: Draft, words: str, ends: Span | None) -> Span | None:
    """Where a sentence gives a client up."""
    found = gives_up(draft, words)
    if found is None or wording.NOT.search(words[: found.start]) or not _is_meant(words, found.start):
        return ends
    return found


def _ends_with_client(draft: Draft, words: str) -> Span | None:
    """The same in further ways; a "not" of another clause denies nothing of it."""
    found = STOPS.search(masked(draft, words))
    if found is None:
        return None
    before = words[: found.start()]
    doubted = wording.NOT.search(re.split(r"[,.;:–—]", before)[-1]) or _SAID.search(before)
    return Span(*found.span()) if not doubted and _is_meant(words, found.start()) else None


def _is_meant(words: str, start: int) -> bool:
    return UNWILLING.search(words[:start]) is None


def _ends(words: str) -> "re.Match[str] | None":
    kinds = (wording.LEAVE, wording.LEAVE_GENTLY, wording.STOP, wording.STOP_GENTLY)
    return next((match for pattern in kinds if (match := _said_so(pattern, words))), None)


def _said_so(pattern: "re.Pattern[str]", words: str) -> "re.Match[str] | None":
    match = pattern.search(words)
    denied = match and (wording.NOT.search(words[: match.start()]) or not _is_meant(words, match.start()))
    return match if match and not denied else None


def _away(draft: Draft, sentence: Sentence) -> Iterator[Fact]:
    """Away with or without dates; or simply not free, which takes a time longer than one visit."""
    words = sentence.words
    low = words.casefold()
    cue = wording.AWAY.search(words) if any(hint in low for hint in wording.AWAY_HINTS) else None
    busy = None if cue or "£" in words else wording.BUSY.search(words)
    found = cue or busy
    period = find_period(words, draft.around.today)
    if (
        found is None
        and not is_of_another(draft, words)
        and (is_away(draft, words, period) or denies_visits(draft, words, period))
    ):
        yield _away_unsure(draft, sentence, period.spans[0], period)
        return
    told = list(_away_plainly(draft, sentence, found, busy is not None, period)) if found else []
    soft = None if told else softly_away(draft, words, period)
    if soft and period.last is None and _RANGE.search(words):
        period = Period()  # two times away in one breath
    yield from [_away_unsure(draft, sentence, soft, period)] if soft else told


def _away_unsure(draft: Draft, sentence: Sentence, cue: Span, period: Period) -> Fact:
    fields = Fields(period_from=period.first, period_to=period.last)
    return fact(draft, Kind.UNAVAILABLE, fields, cut(draft, sentence, cue, period.spans), "period_from")


def _away_plainly(
    draft: Draft, sentence: Sentence, found: "re.Match[str]", busy: bool, period: Period
) -> Iterator[Fact]:
    """By one of the set phrases; `busy`: by one that says so only of a time longer than a day."""
    words = sentence.words
    if wording.SHIFTED.search(words) or wording.ONLY_THE_PHONE.search(words):
        return
    if wording.NOT.search(words[: found.start()][-12:]) or wording.ASKS.search(words):
        return
    if not is_of_writer(draft, words, found.end()) and not denies_visits(draft, words, period):
        return
    if period.first is None and period.last is None and not period.open:
        period = find_period(draft.text.newest, draft.around.today)
    if asked(draft) == "plan" and not (period.first or period.last or period.open):
        return  # "count me out": of the visit that was asked about
    if busy and not (period.open or (period.last and period.first != period.last)):
        return
    fields = Fields(period_from=period.first, period_to=period.last)
    missing = "period_to" if period.first else "period_from"
    unsure = None if period.sure and draft.around.written_sure else missing
    span = cut(draft, sentence, Span(*found.span()), period.spans)
    yield fact(draft, Kind.UNAVAILABLE, fields, span, unsure)


def _contact(draft: Draft, sentence: Sentence) -> Iterator[Fact]:
    """An address or number that is the writer's from now on; sure where it is said in so many words."""
    words = sentence.words
    person = draft.sender.person
    known = {person.email, person.phone} if person else set()
    mails = [m for m in wording.EMAIL.finditer(words) if m.group().lower() not in known]
    own = re.sub(r"\D", "", person.phone or "") if person else ""
    phones = [m for m in wording.PHONE.finditer(words) if re.sub(r"\D", "", m.group()) != own]
    if not mails and not phones:
        if (home := MOVED.search(words)) and POSTAL.search(words) and not is_clients(draft, words):
            yield fact(draft, Kind.CONTACT_CHANGE, Fields(), cut(draft, sentence, Span(*home.span())), "new_email")
        return
    plain = None if wording.THEIRS.search(words) or is_clients(draft, words) else wording.CONTACT.search(words)
    cue = plain or changed_details(draft, words)
    if cue is None:
        return
    spans = [Span(*m.span()) for m in (*mails, *phones)]
    fields = Fields(
        new_email=mails[0].group().lower() if len(mails) == 1 else None,
        new_phone=phones[0].group() if len(phones) == 1 else None,
    )
    plain = None if FOR_NOW.search(words) else plain
    mail_unsure = len(mails) > 1 or (not plain and bool(mails))
    unsure = "new_email" if mail_unsure else "new_phone" if len(phones) > 1 or not plain else None
    yield fact(draft, Kind.CONTACT_CHANGE, fields, cut(draft, sentence, Span(*cue.span()), spans), unsure)
