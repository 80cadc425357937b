"""What officers tell of visits, kind words, and worries in answers of which only a visit is guessed."""

import pytest

from mailbot.events import Kind
from mailbot.reading.understand import understand
from tests.reading.speaking import ASKED_OUTCOME, ASKED_PLAN, CAROL, OURS, around, message, sender
from tests.reading.test_understand import ALL

REPORTED = (
    ("Outcome for H-04, 22 April: took place. Ben told me at the fair.", "H-04 2026-04-22 took_place"),
    ("Tick: H-04, 22 April. Ben says so.", "H-04 2026-04-22 took_place"),
    ("Could you flag H-04's 22 April as having taken place?", "H-04 2026-04-22 took_place"),
    ("The book has nothing for H-04 on 22 April. Ben did see him.", "H-04 2026-04-22 took_place"),
    ("Did Ben see H-04 on 22 April?", None),
    ("H-04 should be seen by Ben, as on 22 April.", None),
)


@pytest.mark.parametrize(("words", "args"), REPORTED)
def test_what_an_officer_tells_of_a_visit_is_to_be_recorded_and_asked_about(words: str, args: str | None) -> None:
    facts = understand(message(words, who=CAROL), sender(CAROL), around(), ALL).facts
    orders = [each for each in facts if each.kind is Kind.COORDINATOR_COMMAND]
    assert [each.fields.command_args for each in orders] == ([args] if args else [])
    assert not orders or not any(each.kind is Kind.QUESTION_OTHER for each in facts)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("God bless you for your work.", True),
        ("What an efficient lot you are, bless you.", True),
        ("Kind of you, but it was Friday.", False),
        ("w 22 (ben, im proxy)", False),
    ],
)
def test_kind_words_to_a_letter_that_asks_nothing_are_thanks(words: str, kind: bool) -> None:
    told = (
        f"\n\nOn Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:\n> Noted: Omar (H-04), 22 April 2026. Thank you."
    )
    facts = understand(message(words + told, "Re: Written down"), sender(), around(), ALL).facts
    assert any(each.kind is Kind.ACKNOWLEDGEMENT for each in facts) is kind


@pytest.mark.parametrize(
    "words",
    [
        "Thanks, my husband is angry all the time.",
        "Thank you, everything feels grey lately.",
        "Cheers, so lonely these days.",
        "Bless you. Goodbye.",
    ],
)
def test_a_worry_behind_kind_words_is_read_by_a_person(words: str) -> None:
    told = (
        f"\n\nOn Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:\n> Noted: Omar (H-04), 22 April 2026. Thank you."
    )
    reading = understand(message(words + told, "Re: Written down"), sender(), around(), ALL)
    assert reading.unaccounted or any(each.kind is Kind.SAFEGUARDING_CONCERN for each in reading.facts)


@pytest.mark.parametrize("prompt", [ASKED_OUTCOME, ASKED_PLAN], ids=["outcome", "plan"])
@pytest.mark.parametrize(
    "words",
    [
        "He rang me at eleven at night and shouted about the forms.",
        "I keep hearing what he told me when I try to sleep.",
        "He asked if we could drive round the block again, and then again.",
    ],
)
def test_what_is_only_guessed_from_an_answer_accounts_for_none_of_its_words(words: str, prompt: str) -> None:
    reading = understand(message(f"{words}\n\n{prompt}", "Re: your visit"), sender(), around(), ALL)
    assert reading.unaccounted or any(each.kind is Kind.SAFEGUARDING_CONCERN for each in reading.facts)
