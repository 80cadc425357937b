"""Officers' decisions and reports in other words than we asked for (promise 9)."""

import pytest

from mailbot.events import Fact, Kind
from mailbot.workflows.attention.recognise import recognise
from tests.reading.speaking import CAROL, OURS, draft

CLAIM = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> The claim KP-E-0212 of 12 April waits for you. Answer approve, or reject and why.
> Danger to life: 999."""
VISIT = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> We asked twice what came of the visit to Salma (H-06) on Wednesday 15 April 2026 and have heard nothing.
> If you know, answer: took place, did not take place, or cancelled. Danger to life: 999."""


def commands(text: str, prompt: str, subject: str) -> list[Fact]:
    found = recognise(draft(text, prompt, subject, CAROL))
    return [each for each in found if each.kind is Kind.COORDINATOR_COMMAND]


def of_claim(text: str) -> list[tuple[str | None, str | None, bool]]:
    found = commands(text, CLAIM, "Re: For your decision: KP-E-0212")
    return [(each.fields.command, each.fields.command_args, each.sure) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "approve - bless her, pay the man for his biscuits",
        "Approved, and tell her she may have the rest.",
        "Approve (lovely photo)",
        "Approve: same as last month",
        "That's fine by me, pay him",
        "Pay it please",
        "Happy for this to be paid",
        "I'm happy with it, thanks",
        "Yes to this one",
        "Granted, with thanks",
        "Good to go",
        "You have my blessing.",
        "No objections from here",
    ],
)
def test_an_approval_beside_a_remark_or_in_other_words_is_made_sure_of(text: str) -> None:
    assert of_claim(text) == [("approve", "KP-E-0212", False)]


def test_a_courtesy_and_a_full_stop_end_the_command() -> None:
    assert of_claim("Approve please. His thumb is a reliable witness.") == [("approve", "KP-E-0212", True)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "I'm going to have to say no to this one, I'm afraid: we don't pay for nails. Sorry.",
            "we don't pay for nails",
        ),
        ("No from me: parking isn't covered", "parking isn't covered"),
        ("I can't approve this one, no receipt", "no receipt"),
        ("Sorry, it's a no: over the limit", "over the limit"),
        ("Turning this one down, we don't do lunches", "we don't do lunches"),
        ("We cannot pay this as it is older than three months.", "it is older than three months"),
    ],
)
def test_a_gentle_no_is_a_rejection_to_be_made_sure_of(text: str, reason: str) -> None:
    assert of_claim(text) == [("reject", f"KP-E-0212 reason: {reason}", False)]


@pytest.mark.parametrize(
    "text",
    [
        "I can't approve this one yet",
        "I would say no to this if I were you?",
        "Approve, but not the taxi",
        "Approve - half of it",
        "Approve - £4 of it",
        "Pay him what?",
        "Fine by me once the receipt is in",
        "No idea what this is",
        "No receipt was attached, can you look?",
    ],
)
def test_a_condition_a_question_or_a_part_decides_nothing(text: str) -> None:
    assert of_claim(text) == []


def test_a_number_may_stand_for_the_claim_that_the_subject_names() -> None:
    assert of_claim("Approve 0212 please, and approve KP-E-0213 while you're at it (same day).") == [
        ("approve", "KP-E-0212", False),
        ("approve", "KP-E-0213", False),
    ]


@pytest.mark.parametrize(
    ("text", "outcome", "sure"),
    [
        ("Took place. Ben told me so over the garden fence.", "took_place", True),
        ("Did not take place, Ben found her out. Thanks", "did_not_take_place", True),
        ("Cancelled, she was ill", "cancelled", True),
        ("It did go ahead, Ben rang me", "took_place", True),
        ("No, it was cancelled", "cancelled", True),
        ("No visit, Ben had flu", "did_not_take_place", True),
        ("Apparently it took place", "took_place", False),
    ],
)
def test_an_officer_answers_for_a_visitor_who_is_silent(text: str, outcome: str, sure: bool) -> None:
    (found,) = commands(text, VISIT, "Re: No answer about Salma (H-06)")
    assert (found.fields.command, found.fields.command_args) == ("record_outcome", f"H-06 2026-04-15 {outcome}")
    assert found.sure is sure


@pytest.mark.parametrize("text", ["Has it taken place?", "I do not know if it took place", "took place or cancelled"])
def test_who_does_not_know_records_nothing(text: str) -> None:
    assert commands(text, VISIT, "Re: No answer about Salma (H-06)") == []
