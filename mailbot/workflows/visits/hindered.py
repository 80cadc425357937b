"""A visit that was or will be none, told by what kept somebody from it; always asked about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.events import Fact, Fields, Kind, Outcome, Span
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words import hindered as words
from mailbot.reading.words import visiting, yes
from mailbot.reading.words.dates import Direction, FoundDate
from mailbot.reading.words.following import OVER
from mailbot.reading.words.names import About
from mailbot.reading.words.sense import asked, cut, fact, prompt_date, with_client
from mailbot.workflows.visits.behalf import reason
from mailbot.workflows.visits.days import to_come
from mailbot.workflows.visits.following import clause_of
from mailbot.workflows.visits.likely import ends_a_story
from mailbot.workflows.visits.report import Told, report
from mailbot.workflows.visits.whom import whom

_LONGEST = 120  # words of a mail that as a whole may say so
_UNTIL = lazy(r"\b(?:until|till?|before|by|since|from)\W*(?:the )?$")
_TO_BE = lazy(r"\b(?:will|must|have to|has to|needs to|'ll|should)\b")
_NONE = (Kind.VISIT_MISSED, Kind.VISIT_CANCELLED)


def or_hindered(draft: Draft, told: Sequence[Told], found: list[Fact]) -> list[Fact]:
    """What is found already, or that the visit was or will be none, where anything else is no more than a guess."""
    if any(f.kind in _NONE or (f.sure and f.kind is Kind.VISIT_CONFIRMED) for f in found):
        return found
    if sum(len(one.low.split()) for one in told) > _LONGEST:
        return found
    question = asked(draft)
    if question == "outcome":
        none = list(_was_none(draft, told))
    else:
        none = list(_will_be_none(draft, told, question)) or list(_not_let_in(draft, told, question))
    return [*(f for f in found if not any(_gives_way(draft, f, each) for each in none)), *none]


def _gives_way(draft: Draft, guess: Fact, none: Fact) -> bool:
    if guess.kind is Kind.VISIT_PLANNED:
        if asked(draft) == "plan" and not guess.sure:
            return True
        return not guess.sure and guess.fields.next_visit_date == none.fields.visit_date
    return guess.kind is Kind.VISIT_CONFIRMED


def _was_none(draft: Draft, told: Sequence[Told]) -> Iterator[Fact]:
    """Asked whether it took place: a fault that is owned, or somebody left alone, and nothing to be glad of."""
    if any(yes.YES.match(one.low) for one in told):
        return
    glad = any(words.GLAD.search(one.low) for one in told)
    for pattern in (words.AT_FAULT,) if glad else (words.AT_FAULT, words.ALONE, words.UNTOLD):
        for one in told:
            cue = pattern.search(one.low)
            if cue is None or visiting.is_question(one.low) or ends_a_story(one):
                continue
            if pattern is words.UNTOLD and not any(words.ELSEWHERE.search(each.low) for each in told):
                continue
            day = prompt_date(draft, Direction.PAST)
            why = reason(draft, one.sentence, *cue.span())
            fields = Fields(visit_date=day, outcome=Outcome.DID_NOT_TAKE_PLACE, reason=why)
            fields = with_client(fields, _client(draft, told), ("visit_date",) if day else ())
            yield fact(draft, Kind.VISIT_MISSED, fields, cut(draft, one.sentence, Span(*cue.span())), "outcome")
            return


def _not_let_in(draft: Draft, told: Sequence[Told], question: str | None) -> Iterator[Fact]:
    """Nobody asked, and the writer stood at the door: the client was elsewhere, or nobody had said so."""
    if question is not None or not told or _client(draft, told).source not in ("text", "subject"):
        return
    why = any(words.ELSEWHERE.search(one.low) or words.UNTOLD.search(one.low) for one in told)
    one, cue = next(((one, cue) for one in told if (cue := words.AT_THE_DOOR.search(one.low))), (None, None))
    if why and one and cue and not visiting.is_question(one.low):
        none = report(one, cue, Outcome.DID_NOT_TAKE_PLACE)
        yield from (replace(each, sure=False, unsure_of="outcome") for each in none)


def _will_be_none(draft: Draft, told: Sequence[Told], question: str | None) -> Iterator[Fact]:
    """What keeps the writer at home, and beside the day or the client a no, or somebody else who should go."""
    if question not in ("plan", None) or any(words.STILL.search(one.low) for one in told):
        return
    stand_in = next((one for one in told if words.STAND_IN.search(one.low)), None)
    kept = next((one for one in told if words.HINDRANCE.search(one.low)), None)
    why = kept or (stand_in if question == "plan" else None)
    if why is None:
        return
    for one in told:
        days = [each for each in to_come(draft, one.sentence) if _is_ahead(one, each, question)]
        about = bool(days) or (question == "plan" and bool(one.clients))
        cue = words.REFUSES.search(one.low) or (words.STAND_IN.search(one.low) if kept else None)
        if not about or not (cue or (stand_in and kept and question == "plan")):
            continue
        client = _client(draft, told)
        if question is None and client.source not in ("text", "subject"):
            continue
        prompted = prompt_date(draft, Direction.FUTURE) if question == "plan" and not days else None
        at = Span(*cue.span()) if cue else days[0].span if days else one.clients[0].span
        fields = Fields(
            visit_date=days[0].day if days else prompted,
            outcome=Outcome.CANCELLED,
            reason=why.sentence.words.strip()[:200],
        )
        fields = with_client(fields, client, ("visit_date",) if prompted else ())
        yield fact(draft, Kind.VISIT_CANCELLED, fields, cut(draft, one.sentence, at), "outcome")
        return


def _is_ahead(one: Told, day: FoundDate, question: str | None) -> bool:
    """Whether the day can be none gone by; today is one to come only where we asked."""
    clause = clause_of(one.low, day.span)
    if _UNTIL.search(one.low[: day.span.start]):
        return False
    return (question == "plan" or day.day != one.draft.around.today) and (
        not OVER.search(clause) or bool(_TO_BE.search(clause))
    )


def _client(draft: Draft, told: Sequence[Told]) -> About:
    named = next((one for one in told if one.clients), told[0])
    return whom(draft, named.sentence.words)
