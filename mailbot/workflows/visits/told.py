"""What plain sentences say of visits. Strong words first; friendly stories count only where nothing else is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.reading.message import Draft
from mailbot.reading.words import unkept, visiting
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.names import About, FoundClient, find_clients
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import (
    Sentence,
    asked,
    cut,
    dates_in,
    ends_clean,
    fact,
    said,
    unless_own,
    with_client,
)
from mailbot.reading.words.times import find_times
from mailbot.workflows.visits import behalf
from mailbot.workflows.visits.coming import agreed, cancelled, planned
from mailbot.workflows.visits.days import Day, on_or_before, past_day, to_come
from mailbot.workflows.visits.whom import near_names, whom

KINDS = {
    Outcome.TOOK_PLACE: Kind.VISIT_CONFIRMED,
    Outcome.DID_NOT_TAKE_PLACE: Kind.VISIT_MISSED,
    Outcome.CANCELLED: Kind.VISIT_CANCELLED,
}
_OTHER_QUESTIONS = frozenset(("check_out", "call_time", "receipt", "amount", "approval", "acknowledge"))
_MOST, _LONGEST = 150, 1500  # sentences, characters: what is beyond is left for a person, not read for minutes
_MONEY = re.compile(r"[£€$]\s?\d|\d\s?(?:quid|pounds?|p)\b|\d[.,]\d\d\b(?!\s?[ap]m)")
_JUST = re.compile(r"\b(?:just|now|that's me|straight)\b")
_EXCUSE = re.compile(
    r"\b(?:ill|poorly|unwell|sick|flu|covid|stuck|broke[n]?|traffic|strike|snow\w*|flood\w*|migraine|funeral"
    r"|forgot|mixed up"
    r"|muddled|wrong (?:day|date|week|time)|waited|too (?:late|ill|busy)|overslept|puncture|cancel\w*|afraid|sorry"
    r"|apologies"
    r"|unfortunately|sadly|closed|locked|nobody|no one)\b"
)
_NO_EXCUSE = re.compile(
    r"\b(?:sorry|apologies)(?: \w+){0,2} (?:delay|late|slow|for not|not to have|it took|i didn't reply)"
)
_THEIRS = re.compile(r"(?:told|showed|gave|taught|made) (?:me|us)")
_STILL = re.compile(r"\bwe\b.*\b(?:but|though|still|anyway)\b|\b(?:but|though|still|anyway)\b.*\bwe\b")
_STAYED = re.compile(r"\b(?:nearly|almost|not|never|n't|if|hope|hoping|will|would|should|going to|want)\b|n't\b")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence as it is looked at: folded, with its clients; `answers`: it may be the answer to our question."""

    draft: Draft
    sentence: Sentence
    low: str
    clients: tuple[FoundClient, ...]
    answers: bool


def tell(draft: Draft) -> list[Fact]:
    """Every report and plan in the newest text; of two that contradict each other neither is sure."""
    told = _told(draft)
    strong = [(one, list(_strong(one))) for one in told]
    found = [each for _, facts in strong for each in facts]
    if not any(f.fields.outcome for f in found) and not _is_not_for_us(draft):
        found += _weak([one for one, facts in strong if not facts])
    found += agreed(draft, bool(found))
    if draft.sender.person is None:
        found = [f for f in found if f.fields.client_source in ("text", "subject") and f.fields.outcome]
    return _settled(draft, found)


def _told(draft: Draft) -> list[Told]:
    roll, person, answers = draft.around.roll, draft.sender.person, asked(draft) == "outcome"
    result = []
    short = [sentence for sentence in said(draft) if len(sentence.words) <= _LONGEST]
    for number, sentence in enumerate(short[:_MOST]):
        low = folded(sentence.words)
        one = Told(draft, sentence, low, find_clients(sentence.words, roll, person), answers and number < 5)
        result.append(one)
        answered = visiting.YES.match(low) or unkept.NO.match(low) or visiting.took_place(low)
        answers = answers and not answered
    return result


def _is_not_for_us(draft: Draft) -> bool:
    """Answers to other questions, and mails of people who visit nobody, tell no stories of visits."""
    return asked(draft) in _OTHER_QUESTIONS or not draft.around.roll.matches_of(draft.sender.person)


def _strong(one: Told) -> Iterator[Fact]:
    start = 0
    if missed := _missed(one):
        yield from _past(one, missed, Outcome.DID_NOT_TAKE_PLACE)
        start = missed.end()
    elif call_off := list(cancelled(one.draft, one.sentence, one.low)):
        yield from call_off
        start = call_off[0].span.end - one.sentence.span.start
    elif did := _did(one):
        yield from _past(one, did, Outcome.TOOK_PLACE)
        start = did.end()
    yield from planned(one.draft, one.sentence, one.low, start)


def _missed(one: Told) -> "re.Match[str] | None":
    for pattern in unkept.MISSED:
        for match in pattern.finditer(one.low):
            if not (unkept.NOT_MISSED.search(one.low[: match.start()]) or _is_of_another(one, match)):
                return match
    return unkept.NO.match(one.low) if one.answers else None


_CALLED_OFF = re.compile(r"cancel|\boff\b")
_OFFICE = re.compile(r"\b(?:office|e-?mails?|voicemail|phone)\b")
_ANOTHER = re.compile(
    r"\b(?:training|bus|train|lunch|match|film|library|caf[ée]|shop|appointment|interview|hearing|school|college"
    r"|exam|game"
    r"|walk|museum|pool|park|flight|order|parcel|letter|phone call)\b(?: (?:was|were|got|is|trip|that"
    r"|which))?[^,.;]{0,12}$"
)


def _is_of_another(one: Told, match: "re.Match[str]") -> bool:
    """Something else than a visit that was missed, a call to the office, or a visit that is still to come."""
    to_be = _CALLED_OFF.search(match.group()) and to_come(one.draft, one.sentence) and not _past_days(one)
    elsewhere = not one.answers and not one.clients and _OFFICE.search(one.low)
    return bool(_ANOTHER.search(one.low[: match.start()]) or to_be or elsewhere)


def _did(one: Told) -> "re.Match[str] | None":
    if visiting.is_question(one.low):
        return None
    names = [*(each.span for each in one.clients), *near_names(one.draft, one.sentence.words)]
    both = (visiting.took_place(one.low), visiting.saw(one.low, names))
    found = min((m for m in both if m and not visiting.is_far(one.low, m)), key=lambda m: m.start(), default=None)
    if found is None and one.answers:
        found = visiting.YES.match(one.low) or visiting.SIGNS.match(one.low)
    if found is None and one.clients and _past_days(one):
        found = visiting.LOG.search(one.low)
    if found is None and one.clients and _past_days(one):
        found = visiting.NOW.search(one.low)
    return found or behalf.did(one.draft, one.low)


def _past_days(one: Told) -> bool:
    return bool(on_or_before(dates_in(one.draft, one.sentence, Direction.PAST), one.draft.around.today))


def _past(one: Told, cue: "re.Match[str]", outcome: Outcome) -> Iterator[Fact]:
    draft, sentence = one.draft, one.sentence
    until = next((f.span.start - sentence.span.start for f in planned(draft, sentence, one.low, cue.end())), None)
    when = past_day(draft, sentence, Span(*cue.span()), outcome, until)
    if when.day is None and _JUST.search(cue.group()):
        when = Day(draft.around.today)
    span = cut(draft, sentence, Span(*cue.span()))
    clean = ends_clean(draft, sentence, span) or when.quoted
    doubtful = not clean or _is_doubtful(one, cue, outcome) or visiting.is_question(one.low)
    unsure = "outcome" if doubtful else None if when.sure else "visit_date"
    fields = Fields(
        visit_date=when.day,
        visit_time=_time(one) if outcome is Outcome.TOOK_PLACE else None,
        outcome=outcome,
        reason=_reason(one, cue) if outcome is not Outcome.TOOK_PLACE else None,
    )
    pairs = _pairs(one, when) if outcome is Outcome.TOOK_PLACE else []
    for client, day in pairs or [(whom(draft, sentence.words), when)]:
        each = with_client(replace(fields, visit_date=day.day), client, ("visit_date",) if day.quoted else ())
        doubt = unsure if day is when else unsure or (None if day.sure else "visit_date")
        yield fact(draft, KINDS[outcome], each, span, doubt or unless_own(draft, client))


def _pairs(one: Told, when: Day) -> list[tuple[About, Day]]:
    """Two clients in one sentence: each with the day that stands behind it, or with the only one."""
    first = {each.client.id: each for each in reversed(one.clients) if each.own}
    clients = sorted(first.values(), key=lambda each: each.span.start)
    if len(clients) < 2:
        return []
    days = on_or_before(dates_in(one.draft, one.sentence, Direction.PAST), one.draft.around.today)
    result = []
    for number, each in enumerate(clients):
        end = clients[number + 1].span.start if number + 1 < len(clients) else len(one.low)
        mine = [d for d in days if each.span.end <= d.span.start < end]
        day = Day(mine[0].day, mine[0].sure and len(days) == len(clients)) if mine else when
        shown = one.sentence.words[each.span.start : each.span.end]
        result.append((About(each.client, "text", shown, each.sure), day))
    return result


def _is_doubtful(one: Told, cue: "re.Match[str]", outcome: Outcome) -> bool:
    """Whether the same sentence says the other thing too, or only half says this one."""
    if outcome is Outcome.TOOK_PLACE:
        asked_for = asked(one.draft) == "outcome"
        weak = cue.re in (visiting.LOG, visiting.NOW, behalf.DID) or not (asked_for or visiting.is_plain(cue))
        return weak or bool(visiting.DOUBT.search(_without(one, cue)) or visiting.REMOTE.search(one.low))
    return bool(_did(one) or visiting.YES.match(one.low))


def _without(one: Told, cue: "re.Match[str]") -> str:
    """The sentence without its cue and its dates: "may" in a date is no doubt."""
    letters = list(one.low)
    for span in [Span(*cue.span()), *(f.span for f in dates_in(one.draft, one.sentence, Direction.PAST))]:
        letters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(letters)


def _time(one: Told) -> time | None:
    """The time that stands right behind a date or a client, or behind "from"."""
    ends = [f.span.end for f in dates_in(one.draft, one.sentence, Direction.PAST)] + [c.span.end for c in one.clients]
    for each in find_times(one.sentence.words):
        near = any(
            e <= each.span.start and re.fullmatch(r"[\s,(]*(?:at|from|@)?\s*", one.low[e : each.span.start])
            for e in ends
        )
        if each.at is not None and each.exact and near:
            return each.at
    return None


def _reason(one: Told, cue: "re.Match[str]") -> str | None:
    return behalf.reason(one.draft, one.sentence, cue.start(), cue.end())


def _weak(told: list[Told]) -> list[Fact]:
    """Stories: what was done together, how somebody was on a day; in an answer to our question any friendly story."""
    for one in told:
        cue = _story(one)
        if cue:
            return [
                replace(f, sure=False, unsure_of=f.unsure_of or "outcome")
                for f in _past(one, cue, Outcome.TOOK_PLACE)
            ]
    if told and asked(told[0].draft) == "outcome":
        return _guessed(told)
    return []


def _story(one: Told) -> "re.Match[str] | None":
    low, answers = one.low, asked(one.draft) == "outcome"
    client = whom(one.draft, one.sentence.words)
    foreign = client.client is None or (client.sure and unless_own(one.draft, client))
    if foreign or visiting.is_question(low) or visiting.REMOTE.search(low):
        return None
    return _answering(one) if answers else _of_its_own(one, client)


def _answering(one: Told) -> "re.Match[str] | None":
    """In an answer to our question whatever was done counts, unless it excuses; or how the client was."""
    excused = _EXCUSE.search(one.low) and not _NO_EXCUSE.search(one.low) and not _STILL.search(one.low)
    done = None if excused else next(visiting.together(one.low), None)
    return done or (visiting.WELL.search(one.low) if one.clients and not _STAYED.search(one.low) else None)


def _of_its_own(one: Told, client: About) -> "re.Match[str] | None":
    """A mail that nobody asked for: what was done on a day with a client who is named; or "went today"."""
    low, named = one.low, _is_named(one, client)
    if _STAYED.search(low) or _MONEY.search(low):
        return None
    if not _past_days(one):
        return next(
            (m for m in visiting.together(low) if one.clients and named and m.group()[:2] in ("we", "me")), None
        )
    gone = visiting.GONE.search(low)
    if not named:
        return gone
    stories = (m for m in visiting.together(low) if _THEIRS.match(m.group()) is None)
    done = gone or next(
        (m for m in stories if one.clients or client.source == "subject" or m.group()[:2] == "we"), None
    )
    return done or (visiting.WELL.search(low) or visiting.KIND.search(low) if one.clients else None)


def _is_named(one: Told, client: About) -> bool:
    """A client is named, and not only as the owner of something ("Omar's brother")."""
    if not one.clients:
        return client.source in ("text", "subject")
    return any(not visiting.OWNS.match(one.low[each.span.end :]) for each in one.clients)


def _guessed(told: list[Told]) -> list[Fact]:
    """An answer to "did it take place?" that says neither: an excuse means no, a friendly word means yes; asked."""
    for one in told:
        excuse = _EXCUSE.search(one.low)
        outcome = Outcome.DID_NOT_TAKE_PLACE if excuse and not _NO_EXCUSE.search(one.low) else Outcome.TOOK_PLACE
        cue = excuse if outcome is Outcome.DID_NOT_TAKE_PLACE else visiting.PLEASED.search(one.low)
        if cue and not visiting.is_question(one.low):
            return [replace(f, sure=False, unsure_of="outcome") for f in _past(one, cue, outcome)]
    return []


def _settled(draft: Draft, found: list[Fact]) -> list[Fact]:
    """One fact for each kind, client and day; our own day gives way to one that the writer names."""
    best: dict[tuple[object, ...], Fact] = {}
    for each in sorted(found, key=lambda f: not f.sure):
        best.setdefault((each.kind, each.fields.client_ref, _day(each)), each)
    facts = [each for each in best.values() if not any(_gives_way(each, other) for other in best.values())]
    facts = [
        replace(each, sure=False, unsure_of="outcome") if any(_contradict(each, other) for other in facts) else each
        for each in facts
    ]
    return behalf.for_others(draft, sorted(facts, key=lambda f: f.span.start))


def _day(each: Fact) -> object:
    return each.fields.visit_date or each.fields.next_visit_date


def _gives_way(each: Fact, other: Fact) -> bool:
    """To the same report with a day of the writer's own."""
    if each is other or each.kind is not other.kind or each.fields.client_ref != other.fields.client_ref:
        return False
    own = _day(other) is not None and "visit_date" not in other.fields.from_quote
    return own and (_day(each) is None or "visit_date" in each.fields.from_quote)


def _contradict(each: Fact, other: Fact) -> bool:
    """Two outcomes of what may be one visit."""
    a, b = each.fields, other.fields
    if a.outcome is None or b.outcome is None or a.outcome is b.outcome:
        return False
    same_client = a.client_ref == b.client_ref or a.client_ref is None or b.client_ref is None
    return same_client and (_day(each) == _day(other) or _day(each) is None or _day(other) is None)
