"""What a message says of visits: confirmed, missed, cancelled, planned (duties B4, B9, B10)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.reading.message import Draft, Text
from mailbot.reading.words import visiting
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.forms import day_of, stretch, understood
from mailbot.reading.words.labels import Labelled, line_of
from mailbot.reading.words.names import About, about, find_clients
from mailbot.reading.words.sense import (
    Sentence,
    asked,
    cut,
    dates_in,
    ends_clean,
    fact,
    is_reply,
    is_whole,
    prompt_date,
    said,
    unless_own,
    with_client,
    without,
)
from mailbot.reading.words.times import find_times

_KINDS = {
    Outcome.TOOK_PLACE: Kind.VISIT_CONFIRMED,
    Outcome.DID_NOT_TAKE_PLACE: Kind.VISIT_MISSED,
    Outcome.CANCELLED: Kind.VISIT_CANCELLED,
}


@dataclass(frozen=True, slots=True)
class _Day:
    """A day found for a visit; `quoted` if only our own prompt gives it."""

    day: date | None = None
    sure: bool = False
    quoted: bool = False


def recognise(draft: Draft) -> Iterable[Fact]:
    """The visits that a message reports or announces; labelled lines first, then plain short sentences."""
    labelled = list(_from_form(draft))
    if labelled:
        return labelled
    if not draft.text.newest.strip() and not is_reply(draft.message.subject):
        return _from_subject(draft)
    return _from_sentences(draft)


def _from_form(draft: Draft) -> Iterator[Fact]:
    """`Person visited:`, `Visit date:`, `Outcome:`, `Reason …:`, `Next visit date:`."""
    person, outcome = line_of(draft, "person"), line_of(draft, "outcome")
    client = about(draft, person.value if person is not None else None)
    if outcome is not None and outcome.value:
        yield from _form_outcome(draft, outcome, client)
    following = line_of(draft, "next")
    if following is not None:
        yield from _form_next(draft, following, client)


def _form_outcome(draft: Draft, line: Labelled, client: About) -> Iterator[Fact]:
    found = visiting.outcome_of(line.value)
    if found is None:
        return
    match, outcome = found
    when = _form_day(draft, outcome)
    reason = line_of(draft, "reason")
    fields = Fields(visit_date=when.day, outcome=outcome, reason=(reason.value or None) if reason else None)
    doubt = "outcome" if visiting.DOUBT.search(line.value, match.end()) else None if when.sure else "visit_date"
    yield fact(
        draft,
        _KINDS[outcome],
        with_client(fields, client, ("visit_date",) if when.quoted else ()),
        _form_span(draft, line, Span(*match.span())),
        doubt or unless_own(draft, client),
    )


def _form_day(draft: Draft, outcome: Outcome) -> _Day:
    line = line_of(draft, "day")
    if line is None and asked(draft) == "outcome":
        day = prompt_date(draft, Direction.PAST)
        return _Day(day, day is not None, day is not None)
    day, sure = day_of(draft, line, Direction.FUTURE if outcome is Outcome.CANCELLED else Direction.PAST)
    early = day is not None and outcome is Outcome.TOOK_PLACE and day > draft.around.today
    return _Day(day, sure and not early)


def _form_span(draft: Draft, line: Labelled, value: Span) -> Span:
    """The lines that are understood to the last word, as far as they follow each other."""
    if not understood(draft, line, [value]):
        return Span(line.span.start, line.value_span.start + value.end)
    others = [line_of(draft, "person"), line_of(draft, "day"), line_of(draft, "reason")]
    return stretch(
        draft, [x for x in others if x is not None and understood(draft, x, visiting.plain_reasons(x.value))], line
    )


def _form_next(draft: Draft, line: Labelled, client: About) -> Iterator[Fact]:
    day, sure = day_of(draft, line, Direction.FUTURE)
    if day is None:
        return
    times = find_times(line.value)
    fields = Fields(next_visit_date=day, next_visit_time=times[0].at if len(times) == 1 else None)
    whole = understood(draft, line)
    span = line.span if whole else Span(line.span.start, line.value_span.start)
    doubt = None if sure and whole and day >= draft.around.today else "next_visit_date"
    yield fact(draft, Kind.VISIT_PLANNED, with_client(fields, client), span, doubt or unless_own(draft, client))


def _from_subject(draft: Draft) -> list[Fact]:
    """The subject as the whole message: its facts stand on nothing in the newest text."""
    facts = []
    for each in _from_sentences(replace(draft, text=Text(draft.message.subject, draft.text.quoted))):
        source = "subject" if each.fields.client_source == "text" else each.fields.client_source
        facts.append(replace(each, span=Span(0, 0), evidence="", fields=replace(each.fields, client_source=source)))
    return facts


def _from_sentences(draft: Draft) -> list[Fact]:
    """One fact for each kind, client and day; two different outcomes in one message make both unsure."""
    best: dict[tuple[object, ...], Fact] = {}
    found = [each for sentence in said(draft) for each in _of_sentence(draft, sentence)]
    for each in sorted(found, key=lambda f: not f.sure):
        day = each.fields.visit_date or each.fields.next_visit_date
        best.setdefault((each.kind, each.fields.client_ref, day), each)
    if len({f.fields.outcome for f in found if f.fields.outcome}) > 1:
        return [replace(each, sure=False, unsure_of="outcome") for each in best.values()]
    return sorted(best.values(), key=lambda f: f.span.start)


def _of_sentence(draft: Draft, sentence: Sentence) -> Iterator[Fact]:
    words, answers = (
        sentence.words,
        asked(draft) == "outcome" and not draft.text.newest[: sentence.span.start].strip(),
    )
    missed = visiting.MISSED.search(words) or (visiting.NO.match(words) if answers else None)
    plan = visiting.PLANNED.search(words)
    if missed:
        yield _past(draft, sentence, missed, Outcome.DID_NOT_TAKE_PLACE)
        plan = visiting.PLANNED.search(words, missed.end())
    elif cancel := visiting.CANNOT.search(words):
        yield from _coming(draft, sentence, cancel, Kind.VISIT_CANCELLED)
        plan = None
    elif (
        did := _did(draft, sentence) or (visiting.YES.match(words) if answers else None) or _loosely(draft, sentence)
    ):
        yield _past(draft, sentence, did, Outcome.TOOK_PLACE)
        plan = visiting.PLANNED.search(words, did.end())
    if plan:
        yield from _coming(draft, sentence, plan, Kind.VISIT_PLANNED)


def _did(draft: Draft, sentence: Sentence) -> "re.Match[str] | None":
    if not visiting.SAW.search(sentence.words):
        return visiting.took_place(sentence.words, ())
    found = find_clients(sentence.words, draft.around.roll, draft.sender.person)
    return visiting.took_place(sentence.words, [each.span for each in found])


def _loosely(draft: Draft, sentence: Sentence) -> "re.Match[str] | None":
    """Weaker words count only where a client of the writer's is named, here or as the subject."""
    match = visiting.LOOSELY.search(sentence.words)
    if match is None:
        return None
    named = find_clients(f"{sentence.words}\n{draft.message.subject}", draft.around.roll, draft.sender.person)
    return match if any(client.own for client in named) else None


def _past(draft: Draft, sentence: Sentence, cue: "re.Match[str]", outcome: Outcome) -> Fact:
    span, client = cut(draft, sentence, Span(*cue.span())), about(draft, sentence.words)
    when = _day_of_visit(draft, sentence, cue, outcome)
    clean = ends_clean(draft, sentence, span) or when.quoted
    doubtful = not clean or _is_doubtful(draft, sentence, cue, outcome)
    unsure = "outcome" if doubtful else None if when.sure else "visit_date"
    fields = Fields(visit_date=when.day, outcome=outcome)
    fields = with_client(fields, client, ("visit_date",) if when.quoted else ())
    return fact(draft, _KINDS[outcome], fields, span, unsure or unless_own(draft, client))


def _is_doubtful(draft: Draft, sentence: Sentence, cue: "re.Match[str]", outcome: Outcome) -> bool:
    """Whether the same sentence says the other thing too, or only half says this one."""
    words = sentence.words
    if outcome is Outcome.TOOK_PLACE:
        return bool(visiting.DOUBT.search(without(draft, sentence, cue)) or cue.re is visiting.LOOSELY)
    return bool(_did(draft, sentence) or visiting.YES.match(words))


def _day_of_visit(draft: Draft, sentence: Sentence, cue: "re.Match[str]", outcome: Outcome) -> _Day:
    """By the sentence; a "no" to our question is about the day that we asked about; else the text's only day."""
    today, prompted = draft.around.today, None
    if asked(draft) == "outcome":
        prompted = prompt_date(draft, Direction.PAST)
    plan = visiting.PLANNED.search(sentence.words, cue.end())
    own = [
        f
        for f in _on_or_before(dates_in(draft, sentence, Direction.PAST), today)
        if not plan or f.span.start < plan.end()
    ]
    if prompted and (not own or outcome is not Outcome.TOOK_PLACE):
        return _Day(prompted, not own or own[0].day == prompted, quoted=True)
    if own:
        return _Day(own[0].day, own[0].sure and len({f.day for f in own}) == 1)
    others = [f for s in said(draft) for f in _on_or_before(dates_in(draft, s, Direction.PAST), today) if f.sure]
    return _Day(others[0].day, True) if len({f.day for f in others}) == 1 else _Day()


def _on_or_before(found: Iterable[FoundDate], today: date) -> list[FoundDate]:
    return [f for f in found if f.day and f.day <= today]


def _coming(draft: Draft, sentence: Sentence, cue: "re.Match[str]", kind: Kind) -> Iterator[Fact]:
    """A visit that is planned, or cannot be: the first day to come that stands behind the cue, else our prompt's."""
    found = [f for f in dates_in(draft, sentence, Direction.FUTURE) if f.day and f.day >= draft.around.today]
    behind = [f for f in found if f.span.start >= cue.start()] or found
    prompted = prompt_date(draft, Direction.FUTURE) if not found and asked(draft) == "plan" else None
    day = behind[0].day if behind else prompted
    if day is None:
        return
    client, span = about(draft, sentence.words), cut(draft, sentence, Span(*cue.span()))
    fields = with_client(_coming_fields(kind, day, sentence), client, (_day_field(kind),) if prompted else ())
    vague = len(found) > 1 or any(not f.sure for f in found)
    if kind is Kind.VISIT_PLANNED:
        vague = (
            vague or bool(visiting.DOUBT.search(without(draft, sentence, cue))) or not is_whole(draft, sentence, span)
        )
    yield fact(draft, kind, fields, span, _day_field(kind) if vague else unless_own(draft, client))


def _coming_fields(kind: Kind, day: date, sentence: Sentence) -> Fields:
    if kind is Kind.VISIT_CANCELLED:
        return Fields(visit_date=day, outcome=Outcome.CANCELLED)
    times = [t.at for t in find_times(sentence.words) if t.at]
    return Fields(next_visit_date=day, next_visit_time=times[0] if len(times) == 1 else None)


def _day_field(kind: Kind) -> str:
    return "visit_date" if kind is Kind.VISIT_CANCELLED else "next_visit_date"
