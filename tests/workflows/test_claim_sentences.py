"""Claims in many voices: what is claimed, what is only spoken of, and what has to be asked (B8, L26 to L28)."""

from datetime import date

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
        "Bus £2.20. I put £10 in my last mail, that was not correct.",
        "Tea £2.90 on Friday. The £3.40 of April you have already given me.",
        "bus 2.40, locker was a quid but you get it back",
        "Bus £2.20 and tea £1.80, forget the £4 I put before",
        "train £6.40, bus £2.10, no I tell a lie, the bus was £2.50",
        "parking £3, but not that if you paid me for it in March",
        "he has new trainers like 200 quid and a phone, bus 2.40",
        "£3.50 I think for the parking",
        "the train was £6.80 not £8.60 like I put last time",
        "3.20 tram 1.95 coke for Omar, its only a fiver",
        "Omar gave me £5 for the bus",
        "the taxi was £8.50, the first one for £9 never came",
    ],
)
def test_a_claim_that_is_not_whole_or_not_certain_is_asked(text: str) -> None:
    assert not sums(text)[0]


NO_SPENDING = """
Saw Omar on Tuesday, he haggled for a kettle at the market and got 4 quid off.
Saw Omar on Tuesday, they knocked £2 off the bread because it was yesterday's.
Saw Omar on Tuesday. He has saved £30 for a bike.
Saw Omar on Tuesday, he won £5 on the tombola.
Saw Omar on Tuesday. He was given £100 on each occasion.
Saw Omar on Tuesday. The boss gives him twenty pounds the day and a mattress.
Saw Omar on Tuesday. He owes a man £300 and is afraid.
Saw Omar on Tuesday. His rent is £120 and he cannot pay.
Saw Omar on Tuesday. He earns five pounds an hour in the kitchen.
Saw Omar on Tuesday, he found a tenner in the street and handed it in.
Saw Omar on Tuesday. The coat from the jumble sale is worth £80 he reckons.
Saw Omar on Tuesday, he bet me a fiver that Leeds would lose.
Saw Omar on Tuesday. They raised £250 at the fete.
Saw Omar on Tuesday. Ben asked him two times to lend money, forty and then sixty pounds.
Saw Omar on Tuesday. He has £3 left on his card.
Saw Omar on Tuesday. His uncle sends him £40.
"""


@pytest.mark.parametrize("text", NO_SPENDING.strip().split("\n"))
def test_money_that_nobody_spent_is_no_claim(text: str) -> None:
    assert not [fact for fact in recognise(draft(text)) if fact.kind is Kind.EXPENSE_CLAIM]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Off-peak train £4 off-peak return", [(400, "travel")]),
        ("The café wanted £6.40 for two teas", [(640, "refreshments")]),
        ("We won at bowling, £12 for two games", [(1200, "entrance")]),
        ("It was £20 to get in, he got £5 off as a student", [(2000, "entrance")]),
        ("Tram 5,60 and two lemonades 4,90", [(560, "travel"), (490, "refreshments")]),
        ("buss £4.80 all day and I got him the highway coad 6.99", [(480, "travel"), (699, "other")]),
        ("I paid bus 3.20 and wax and paints in the shop 7.45", [(320, "travel"), (745, "other")]),
        ("£2 to get in (each, so £4) and a coffee £3.10", [(400, "entrance"), (310, "refreshments")]),
        ("two singles on the 14A at £1.85 apiece", [(370, "travel")]),
        ("hired a rowing boat for £9", [(900, "entrance")]),
        ("a telephone card, £10", [(1000, "phone")]),
        ("swim 6.20 hot choc 5 parking 2.40", [(620, "entrance"), (500, "refreshments"), (240, "parking")]),
        ("two pots of jam £2.50 each so £5, bus £2", [(500, "other"), (200, "travel")]),
    ],
)
def test_what_was_spent_is_told_in_more_ways(text: str, items: list[tuple[int, str]]) -> None:
    assert sums(text)[1] == items


@pytest.mark.parametrize(
    "text",
    [
        "Tea was £3, my treat",
        "Tea £3 but that is on me",
        "I don't claim for the coffee, £2.10, bus £3",
        "Claim for Omar: a fiver towards the taxi. It was really seven pounds",
        "swim 6.20 hot choc 5 parking 2.40",
        "Money spent: 2 coffees",
        "I claim £8 for petrol, he was given £100 on each occasion",
    ],
)
def test_what_may_not_be_claimed_is_asked(text: str) -> None:
    facts = [fact for fact in recognise(draft(text)) if fact.kind is Kind.EXPENSE_CLAIM]
    assert not any(fact.sure for fact in facts)


@pytest.mark.parametrize("value", ["2 cokes, my treat", "3 teas, on me", "2 coffees but I'm not claiming"])
def test_things_counted_on_a_form_that_the_writer_stands_are_no_money(value: str) -> None:
    assert not list(recognise(draft(f"Date: 21 April\nDid you meet: yes\nMoney spent: {value}")))


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


@pytest.mark.parametrize(
    "text",
    [
        "What a day we had on Tuesday, Omar and me. The bus was £4.00 and doughnuts £3.50",
        "Finally I was by Omar, on Tuesday. I send you ticket, it is £14.20",
        "Me and Omar went swimming on Tuesday. Swim £6.20, parking £2.40",
        "On Tuesday Omar and I had chips. £5.80, receipt attached",
        "I was at Omar's on Tuesday. Bus £4.00",
    ],
)
def test_the_day_that_was_spent_with_somebody_is_the_day_of_the_claim(text: str) -> None:
    fact = one(recognise, Kind.EXPENSE_CLAIM, draft(text))
    assert {each.spent_on for each in fact.fields.expenses} == {date(2026, 4, 21)}


@pytest.mark.parametrize(
    "text",
    [
        "Omar's birthday was on Tuesday. The bus was £4.00",
        "We heard on Tuesday that Omar has his exam soon. The bus was £4.00",
        "Omar had a hearing on Tuesday. The bus was £4.00",
        "Omar went to the mosque on Tuesday. Bus £4.00",
        "I was at my sister's on Tuesday. Bus to Omar £4.00",
    ],
)
def test_another_day_that_is_named_is_none_of_the_claim(text: str) -> None:
    fact = one(recognise, Kind.EXPENSE_CLAIM, draft(text))
    assert {each.spent_on for each in fact.fields.expenses} == {None}


def test_the_subject_names_the_day_where_the_text_does_not() -> None:
    fact = one(recognise, Kind.EXPENSE_CLAIM, draft("£3 parking", subject="Claim - Omar 12.4.26"))
    assert str(fact.fields.visit_date) == "2026-04-12"
