"""What stands beside a fact in its own sentence and needs nobody; and what stands there and has to be seen."""

import pytest

from mailbot.events import Kind
from mailbot.reading.understand import understand
from mailbot.reading.words.phrases import Phrases
from tests.reading.speaking import around, message, sender
from tests.reading.test_understand import ALL, left


def unseen(text: str) -> tuple[set[Kind], list[str]]:
    found = understand(message(text, "hello"), sender(), around(), ALL)
    return {fact.kind for fact in found.facts}, left(found)


CLAIMS = """
In respect of my attendance on Tuesday I claim £2.20 for the car park.
Omar on Tuesday. £1.80 bus, the return journey. Receipts are in the attachment.
Bus £2 for Omar, by card. The machine doesn't give receipts.
For Omar on Tuesday: bus £3.60, no slip for either.
Parking £2.50 for Omar, so it's only the ticket attached.
I've been sitting on this since forever: Omar on Tuesday, tram £2.80.
Tea £2.10 for Omar on Tuesday, they don't give receipts.
Tea £2.10 with Omar on Tuesday. Apologies for the coffee stain.
"""
VISITS = """
I ought to have told you that I saw Omar on Tuesday.
I confirm that I attended on Omar on Tuesday, arriving at 17:30 and leaving at 18:40.
For the record: I saw Omar on Tuesday for an hour and a half.
Saw Omar on Tuesday as requested.
Sorry for the delay, I met Omar on Tuesday, an hour or so.
"""


@pytest.mark.parametrize("text", CLAIMS.strip().split("\n"))
def test_what_is_said_of_papers_beside_a_claim_needs_nobody(text: str) -> None:
    kinds, rest = unseen(text)
    assert Kind.EXPENSE_CLAIM in kinds
    assert rest == []


@pytest.mark.parametrize("text", VISITS.strip().split("\n"))
def test_how_long_a_visit_was_needs_nobody(text: str) -> None:
    kinds, rest = unseen(text)
    assert Kind.VISIT_CONFIRMED in kinds
    assert rest == []


@pytest.mark.parametrize(
    "text",
    [
        "Tea £2.10 with Omar on Tuesday, he paid with a card that is not his.",
        "Saw Omar on Tuesday. He asked me for the same as last time.",
        "Saw Omar on Tuesday, an hour or so, alone in his room.",
        "Saw Omar on Tuesday. He is on nights at the car wash.",
        "Bus £2 for Omar. He does not do them any more.",
        "Saw Omar on Tuesday. He left at midnight with a man.",
        "Saw Omar on Tuesday. It was in my home.",
    ],
)
def test_what_sounds_like_it_is_seen(text: str) -> None:
    kinds, rest = unseen(text)
    assert rest or Kind.SAFEGUARDING_CONCERN in kinds


FORM = "Visit date: 21/04/2026\nOutcome: took place\nExpenses: {spent}\nMiles: 0\nAny worries about safety: {worries}"


@pytest.mark.parametrize(
    "rest", ["none, a good laugh", "no worries, he was happy", "none! lovely day", "nothing, all fine"]
)
def test_what_follows_a_none_on_a_form_is_judged_as_what_it_says(rest: str) -> None:
    assert unseen(FORM.format(spent=0, worries=rest))[1] == []


@pytest.mark.parametrize(
    "rest", ["none, but he is thin", "no, he just sleeps a lot", "none, he has given his coat away"]
)
def test_a_worry_behind_a_none_is_seen(rest: str) -> None:
    kinds, left_over = unseen(FORM.format(spent=0, worries=rest))
    assert left_over or Kind.SAFEGUARDING_CONCERN in kinds


def test_a_phrase_may_begin_with_what_may_be_left_out() -> None:
    known = Phrases([("(at |for |)(the |)same time", "en")])
    assert all(known.found(said) for said in ("at the same time", "for same time", "same time"))
    assert not known.found("at the time")
