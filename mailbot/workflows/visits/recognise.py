"""What a message says of visits: confirmed, missed, cancelled, planned (duties B4, B9, B10)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import time

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.reading.message import Draft
from mailbot.reading.words import outcomes, visiting
from mailbot.reading.words.courtesy import is_nothing
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.forms import day_of, stretch, understood
from mailbot.reading.words.labels import Labelled, line_of
from mailbot.reading.words.names import About, about
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.sense import asked, fact, is_about_meeting, prompt_date, unless_own, with_client
from mailbot.reading.words.times import find_times
from mailbot.workflows.visits.abroad import from_abroad
from mailbot.workflows.visits.behalf import for_others
from mailbot.workflows.visits.days import Day
from mailbot.workflows.visits.forwarded import from_forwarded
from mailbot.workflows.visits.report import KINDS
from mailbot.workflows.visits.told import tell
from mailbot.workflows.visits.words import something_else


def recognise(draft: Draft) -> Iterable[Fact]:
    """The visits that a message reports or announces; labelled lines first, then plain short sentences."""
    if other := something_else(draft):
        return [other]
    labelled = list(_from_form(draft))
    if labelled:
        beside = [] if line_of(draft, "outcome") else [each for each in tell(draft) if each.fields.outcome]
        return (_as_prompted(draft, each) for each in for_others(draft, [*beside, *labelled]))
    told = tell(draft) or from_abroad(draft) or from_forwarded(draft)
    told = [_as_prompted(draft, each) for each in told]
    return [each for each in told if not is_about_meeting(draft) or each.fields.client_source == "text"]


def _as_prompted(draft: Draft, each: Fact) -> Fact:
    """The fact, with the days that our quoted prompt names too among what it says ("yes, on Sunday")."""
    fields, past = each.fields, each.fields.outcome in (Outcome.TOOK_PLACE, Outcome.DID_NOT_TAKE_PLACE)
    if each.fields.client_source == "quote" and each.fields.on_behalf_of:
        return each  # somebody else's words
    days = {
        "visit_date": (fields.visit_date, Direction.PAST if past else Direction.FUTURE),
        "moved_from": (fields.moved_from, Direction.FUTURE),
        "next_visit_date": (fields.next_visit_date, Direction.FUTURE),
    }
    also = [name for name, (day, way) in days.items() if day and day == prompt_date(draft, way)]
    quoted = (*fields.from_quote, *(name for name in also if name not in fields.from_quote))
    return replace(each, fields=replace(fields, from_quote=quoted)) if also and our_prompt(draft) else each


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
    plain = outcomes.outcome_of(folded(line.value))
    found = plain or outcomes.likely_outcome(folded(line.value))
    if found is None:
        return
    match, outcome = found
    when = _form_day(draft, outcome)
    reason = line_of(draft, "reason")
    told = reason is not None and not is_nothing(reason.value)
    fields = Fields(
        visit_date=when.day,
        visit_time=_form_time(draft, line) if outcome is Outcome.TOOK_PLACE else None,
        outcome=outcome,
        reason=reason.value if reason and told else None,
    )
    doubt = (
        "outcome"
        if plain is None or visiting.DOUBT.search(folded(line.value), match.end())
        else None
        if when.sure
        else "visit_date"
    )
    yield fact(
        draft,
        KINDS[outcome],
        with_client(fields, client, ("visit_date",) if when.quoted else ()),
        _form_span(draft, line, Span(*match.span())),
        doubt or unless_own(draft, client),
    )


def _form_day(draft: Draft, outcome: Outcome) -> Day:
    line = line_of(draft, "day")
    if line is None and asked(draft) == "outcome":
        day = prompt_date(draft, Direction.PAST)
        return Day(day, day is not None, day is not None)
    day, sure = day_of(draft, line, Direction.FUTURE if outcome is Outcome.CANCELLED else Direction.PAST)
    early = day is not None and outcome is Outcome.TOOK_PLACE and day > draft.around.today
    return Day(day, sure and not early)


def _form_time(draft: Draft, outcome: Labelled) -> time | None:
    """When it began, as the line for the day or that for the outcome says; only where one time begins it."""
    day = line_of(draft, "day")
    times = [t for each in (day, outcome) if each for t in find_times(each.value) if t.at and t.exact]
    return times[0].at if len(times) == 1 else None


def _form_span(draft: Draft, line: Labelled, value: Span) -> Span:
    """The lines that are understood to the last word, as far as they follow each other."""
    if not understood(draft, line, [value]):
        return Span(line.span.start, line.value_span.start + value.end)
    others = [line_of(draft, role) for role in ("writer", "person", "day", "reason")]
    return stretch(
        draft, [x for x in others if x is not None and understood(draft, x, outcomes.plain_reasons(x.value))], line
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
