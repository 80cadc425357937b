"""Claims in many voices: what is claimed, what is only spoken of, and what has to be asked (B8, L26 to L28)."""

import pytest

from mailbot.events import Kind
from mailbot.reading.message import Attachment, Draft, Text
from mailbot.workflows.expenses.recognise import recognise
from tests.reading.speaking import ANA, OURS, around, draft, message, one, sender

ASKED_RECEIPT = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> About your claim for Omar (H-04): we still need the receipt."""


def sums(text: str) -> tuple[bool, list[tuple[int, str]]]:
    fact = one(recognise, Kind.EXPENSE_CLAIM, draft(text))
    return fact.sure, [(each.pence, each.category) for each in fact.fields.expenses]


@pytest.mark.duty("B8")
@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("8 pound 40 from the curry house for lunch", [(840, "refreshments")]),
        ("bus £2 there, £2 back", [(200, "travel"), (200, "travel")]),
        ("Bus 2.80 there, 2.80 back", [(280, "travel"), (280, "travel")]),
        ("bus 2.80 + 2.80 please", [(280, "travel"), (280, "travel")]),
        ("Could I have back 12.50 for the cinema", [(1250, "entrance")]),
        ("I paid 5 for the car park", [(500, "parking")]),
        ("£4.80, the multi storey", [(480, "parking")]),
        ("Parking (gone up again) four pounds fifty", [(450, "parking")]),
        ("2 day tikets at 8.50 so £17", [(1700, "other")]),
        ("Bus £3.00\nTea £1.35\nTotal             £4.35", [(300, "travel"), (135, "refreshments")]),
        (
            "bus £3, tea £1.35, cake £2. I make that £6.35",
            [(300, "travel"), (135, "refreshments"), (200, "refreshments")],
        ),
        ("04.04 - parking £3\n18.04 - parking £3\nTogether 6 pounds", [(300, "parking"), (300, "parking")]),
    ],
)
def test_what_was_spent_is_told_in_many_ways(text: str, items: list[tuple[int, str]]) -> None:
    assert sums(text)[1] == items


@pytest.mark.parametrize(
    "text",
    [
        "bus was three pounds and tea one fifty",
        "two quid on chips, 3 on the bus",
        "claim for tuesday: train 14.60, taxi 6, total 20.60",
        "three pound something for the hot dogs",
        "about a fiver on chips",
        "£3.50 I think for the parking",
        "the train was £6.80 not £8.60 like I put last time",
        "3.20 tram 1.95 coke for Omar, its only a fiver",
        "Omar gave me £5 for the bus",
        "the taxi was £8.50, the first one for £9 never came",
    ],
)
def test_a_claim_that_is_not_whole_or_not_certain_is_asked(text: str) -> None:
    assert not sums(text)[0]


def test_a_corrected_sum_is_not_claimed_again() -> None:
    assert sums("the train was £6.80 not £8.60 as I said")[1] == [(680, "travel")]


@pytest.mark.parametrize(
    ("text", "miles", "sure"),
    [
        ("Omar: six miles a time, so 18. Salma: 4 miles", 6, False),
        ("Omar: 33 miles each way so 66", 66, True),
        ("Miles: Seven", 7, True),
    ],
)
def test_the_total_of_one_journey_is_not_that_of_two(text: str, miles: float, sure: bool) -> None:
    fact = one(recognise, Kind.EXPENSE_CLAIM, draft(text))
    assert (fact.fields.mileage, fact.sure) == (miles, sure)


def test_the_receipt_that_we_asked_for_is_a_claim_though_nothing_is_said() -> None:
    paper = Attachment(1, "IMG_01.jpg", "image/jpeg", 1000)
    text = Text("Here you are, it was in my other coat", ASKED_RECEIPT)
    mail = message(text.newest, "Re: Your claim: receipt wanted", ANA, (paper,))
    fact = one(recognise, Kind.EXPENSE_CLAIM, Draft(mail, text, sender(), around()))
    assert (fact.fields.receipts, fact.sure) == (1, False)


def test_a_photo_that_nobody_asked_for_is_none() -> None:
    paper = Attachment(1, "IMG_01.jpg", "image/jpeg", 1000)
    text = Text("Here you are, Omar's drawing")
    assert not list(recognise(Draft(message(text.newest, "Re: hello", ANA, (paper,)), text, sender(), around())))


def test_the_subject_names_the_day_where_the_text_does_not() -> None:
    fact = one(recognise, Kind.EXPENSE_CLAIM, draft("£3 parking", subject="Claim - Omar 12.4.26"))
    assert str(fact.fields.visit_date) == "2026-04-12"
