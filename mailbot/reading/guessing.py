"""What a message most likely says where no rule found it: asked about, never written down as sure.

Such a fact stands on no words, so that a person reads them all.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mailbot.events import COORDINATOR, Expense, Fact, Fields, Kind, Outcome, Span
from mailbot.reading.classifier import OF_MACHINES
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.money import find_money, has_money
from mailbot.reading.words.names import about
from mailbot.reading.words.not_spent import is_given, is_not_spent
from mailbot.reading.words.posts import POST
from mailbot.reading.words.sad import Sad, mentions
from mailbot.reading.words.sense import asked, dates_in, if_sure, prompt_date, said, with_client

LIKELY = 0.8  # what is as likely as this is asked about, …
ALARMING = {  # … but for what makes an alarm of it: a person looks now at either, if that is all
    Kind.SAFEGUARDING_CONCERN: 0.5,
    Kind.LONE_CHECK_IN: 0.9,
}
MAYBE_WORRY = 0.3  # what is as likely a worry as this opens no case, but a person looks now
EVEN = 0.5  # an outcome that is not sure and less likely than this gives way to one that is likely
WORRY_ALONE = 0.8  # so they do at a sentence that by itself is as likely a worry as this, …
FEWEST_WORDS_ALONE = 4  # … if it is not shorter
FEWEST_WORDS = 6  # of a worry that is only guessed: in shorter texts chance decides
MACHINE = 0.5  # mail that is as likely as this a machine's is not answered before a person read it, …
MAYBE_MACHINE = 0.2  # … nor is this if nothing but a time away was understood, …
STRANGE = 0.1  # … nor this of somebody who is not on the roll
_ALONE = frozenset({Kind.LONE_CHECK_IN, Kind.LONE_CHECK_OUT})
_GRAVE = frozenset({Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT, *_ALONE})
_OF_AWAY = frozenset({Kind.UNAVAILABLE})
_OUTCOMES = frozenset({Kind.VISIT_CONFIRMED, Kind.VISIT_MISSED, Kind.VISIT_CANCELLED})
_LOSS = frozenset({Sad.DEATH, Sad.REMOVAL, Sad.BEREAVEMENT, Sad.OWN_BEREAVEMENT})


def with_guesses(draft: Draft, facts: Sequence[Fact], likely: Mapping[Kind, float]) -> tuple[Fact, ...]:
    """The facts, and one more for each kind that is likely and that none is of yet.

    Of a visit's outcomes one guess takes the place of another that is less likely and not sure.
    """
    if any(each.fields.command == POST for each in facts):
        return tuple(facts)
    missed = tuple(_missed(draft, facts, likely))
    grave = Kind.SAFEGUARDING_CONCERN in missed or any(map(_is_grave, facts))
    if (machine := _machine(draft, likely)) and not grave:
        kept = (each for each in without_asking(facts) if each.sure or each.kind in _OF_AWAY)
        return (*kept, _guessed(draft, machine))
    found = tuple(_guessed(draft, kind) for kind in missed)
    outcome = any(each.kind in _OUTCOMES for each in found)
    return (*(each for each in facts if not (outcome and _gives_way(each, likely))), *found)


def may_be_worry(draft: Draft, facts: Sequence[Fact], likely: Mapping[Kind, float]) -> bool:
    """Whether a person should look now, though it is not likely enough to be asked about."""
    found = any(map(_is_grave, facts))
    return not found and _is_long_enough(draft) and likely.get(Kind.SAFEGUARDING_CONCERN, 0.0) >= MAYBE_WORRY


def a_sentence_may_be_worry(draft: Draft, facts: Sequence[Fact], unread: Sequence[Span]) -> bool:
    """Whether one of the sentences that nothing was made of would be a worry if nothing else were said.

    In much chat one plain sentence drowns ("… and the boy upstairs has no bed"): a person looks now.
    """
    if any(map(_is_grave, facts)):
        return False
    told = (draft.text.newest[span.start : span.end] for span in unread)
    long_enough = (words for words in told if len(words.split()) >= FEWEST_WORDS_ALONE)
    return any(alone(draft, words, ()).get(Kind.SAFEGUARDING_CONCERN, 0.0) >= WORRY_ALONE for words in long_enough)


def alone(draft: Draft, words: str, facts: Sequence[Fact]) -> Mapping[Kind, float]:
    """How likely words of the message would say each kind, with these facts, if nothing else were said."""
    message = replace(draft.message, subject="")
    cut = Draft(message, replace(draft.text, newest=words), draft.sender, draft.around)
    return draft.around.classify(cut, facts) if draft.around.classify else {}


def may_be_machine(draft: Draft, facts: Sequence[Fact], likely: Mapping[Kind, float]) -> bool:
    """Whether nobody is answered before a person has read it, whatever else it says (promise 4).

    Whoever sets off alone or is back is answered in any case: they wait for it. No machine complains.
    """
    if any(each.kind in _ALONE or each.fields.concern_about == COORDINATOR for each in facts):
        return False
    enough = MACHINE if any(each.kind not in _OF_AWAY for each in facts) else MAYBE_MACHINE
    if draft.sender.person is None and not any(map(_is_grave, facts)):
        enough = STRANGE
    return max(likely.get(kind, 0.0) for kind in _machines(draft)) >= enough


def without_asking(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """ "Wasn't you? Ignore this": what may be a machine's is no sure question."""
    return tuple(doubted(each) if each.sure and each.kind is Kind.QUESTION_OTHER else each for each in facts)


def doubted(fact: Fact) -> Fact:
    """The same, to be asked about."""
    return replace(fact, sure=False, unsure_of=IN_DOUBT.get(fact.kind, fact.kind.value))


def _is_long_enough(draft: Draft) -> bool:
    return len(draft.text.newest.split()) >= FEWEST_WORDS


def _is_grave(fact: Fact) -> bool:
    """A worry, an accident, a complaint or a journey alone: then a person wrote, whatever it looks like."""
    return fact.kind in _GRAVE or fact.fields.concern_about is not None


def _gives_way(fact: Fact, likely: Mapping[Kind, float]) -> bool:
    return fact.kind in _OUTCOMES and fact.unsure_of == "outcome" and likely[fact.kind] < EVEN


def _machine(draft: Draft, likely: Mapping[Kind, float]) -> Kind | None:
    return next((kind for kind in _machines(draft) if likely.get(kind, 0.0) >= MACHINE), None)


def _machines(draft: Draft) -> Sequence[Kind]:
    """Of whoever is on the roll only an automatic reply is thought: the rest comes from strangers."""
    return OF_MACHINES if draft.sender.person is None else (Kind.AUTO_REPLY,)


def _missed(draft: Draft, facts: Sequence[Fact], likely: Mapping[Kind, float]) -> Iterator[Kind]:
    kinds = {each.kind for each in facts}
    known = {Kind.COORDINATOR_COMMAND} if facts else set()
    if any(each.sure and each.kind in _OUTCOMES for each in facts):
        known |= _OUTCOMES
    if _tells_of_a_loss(draft):
        known |= {*_OUTCOMES, Kind.VISIT_PLANNED}
    for kind, likelihood in likely.items():
        if likelihood < ALARMING.get(kind, LIKELY) or kind in kinds or kind in known or kind in OF_MACHINES:
            continue
        if kind is Kind.SAFEGUARDING_CONCERN and not _is_long_enough(draft):
            continue
        nothing_spent = kind is Kind.EXPENSE_CLAIM and has_money(draft.text.newest) and not _spent(draft).expenses
        if not nothing_spent:
            yield kind


def _tells_of_a_loss(draft: Draft) -> bool:
    """Whoever writes of a death or a removal is not asked about visits."""
    told = mentions(draft.text.newest, draft.around.roll, draft.sender.person)
    return any(each.why in _LOSS for each in told)


def _guessed(draft: Draft, kind: Kind) -> Fact:
    fields = _FIELDS.get(kind, _client_only)(draft)
    return Fact(kind, fields, Span(0, 0), "", sure=False, unsure_of=IN_DOUBT.get(kind, kind.value))


def _client_only(draft: Draft) -> Fields:
    return with_client(Fields(), if_sure(about(draft)))


def _outcome(outcome: Outcome) -> Callable[[Draft], Fields]:
    direction = Direction.FUTURE if outcome is Outcome.CANCELLED else Direction.PAST
    return lambda draft: with_client(
        Fields(outcome=outcome, visit_date=_only_day(draft, direction)), if_sure(about(draft))
    )


def _planned(draft: Draft) -> Fields:
    return with_client(Fields(next_visit_date=_only_day(draft, Direction.FUTURE)), if_sure(about(draft)))


def _spent(draft: Draft) -> Fields:
    text = draft.text.newest
    spent = (each for each in find_money(text) if not (is_not_spent(text, each.span) or is_given(text, each)))
    sums = tuple(Expense(each.pence, each.category) for each in spent)
    return with_client(Fields(expenses=sums), if_sure(about(draft)))


def _only_day(draft: Draft, direction: Direction) -> date | None:
    """The only day on that side that the text names, today for both; else the day that our mail asked about."""
    today = draft.around.today
    found = {f.day for s in said(draft) for f in dates_in(draft, s, direction) if f.day and f.sure}
    days = {day for day in found if day == today or (day > today) == (direction is Direction.FUTURE)}
    if days:
        return days.pop() if len(days) == 1 else None
    return prompt_date(draft, direction) if asked(draft) else None


_FIELDS: Mapping[Kind, Callable[[Draft], Fields]] = {
    Kind.VISIT_CONFIRMED: _outcome(Outcome.TOOK_PLACE),
    Kind.VISIT_MISSED: _outcome(Outcome.DID_NOT_TAKE_PLACE),
    Kind.VISIT_CANCELLED: _outcome(Outcome.CANCELLED),
    Kind.VISIT_PLANNED: _planned,
    Kind.EXPENSE_CLAIM: _spent,
}
IN_DOUBT: Mapping[Kind, str] = {
    Kind.VISIT_CONFIRMED: "outcome",
    Kind.VISIT_MISSED: "outcome",
    Kind.VISIT_CANCELLED: "outcome",
    Kind.VISIT_PLANNED: "next_visit_date",
    Kind.EXPENSE_CLAIM: "expenses",
    Kind.SAFEGUARDING_CONCERN: "harm",
    Kind.LONE_CHECK_IN: "expected_back_at",
    Kind.UNAVAILABLE: "period_from",
}
