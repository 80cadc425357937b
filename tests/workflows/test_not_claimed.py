"""Sums and miles that nobody claims, and claims beside which one of those words stands (L26)."""

import pytest

from mailbot.events import Kind
from mailbot.workflows.expenses.recognise import recognise
from tests.reading.speaking import draft, kinds

NOBODYS = [
    "The officer paid for the tea, £1.50.",
    "He treated me to a coffee, £2.20 out of his own money.",
    "She insisted on paying the £3 for the cake.",
    "My bus pass covered it so no £4.60 this time.",
    "Please keep the £4.60, call it a donation.",
    "He earns £12 a week in the laundry.",
    "His spends are £15 a week.",
    "They've put the tea up to £2.",
    "A coffee there is £3.50 these days!",
    "He wants to save £100 for a guitar.",
    "His phone credit was £10 short.",
    "I ran 5 miles on Sunday.",
    "He walks 3 miles a day round the yard.",
    "The hotel is 12 miles from the school, poor thing.",
    "Only 4 miles so I shan't bother claiming.",
    "I could claim £6 for parking but won't.",
    "How much a mile do you pay, is it 45p?",
    "Would you pay £12 for a taxi if the bus stops running?",
    "Is the limit for lunch still £5?",
    "He owes his cellmate £20.",
    "The film cost £8 but I had a voucher, so nothing to claim.",
    "No expenses.",
    "Parking is £4 there now, scandalous, but I walked.",
    "I won £10 on the raffle.",
    "Hotel charges them £3 for washing.",
    "I don't want the £4.60 bus fare back, give it to the fund.",
    "What would I get for 20 miles?",
    "Omar's canteen account had £15 stopped.",
    "He paid for the coffee, £2.40.",
    "I walked two miles in the rain.",
    "It's only 6 miles so never mind.",
    "He shouted me a tea, £1.20, sweet of him.",
    "The raffle raised £85 for the hospice.",
    "Bread is £1.80 now, he couldn't believe it.",
    "Tea was free so no claim from me.",
    "His brother sends him £30 a month.",
    "It's a 20 mile walk he's training for.",
    "We talked of the 26 miles of the marathon.",
    "Parking was £3 but forget it.",
    "Do you pay 45p or 50p a mile?",
    "Can we spend more than £5 on lunch with them?",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_others_paid_what_things_cost_and_what_nobody_wants_back_is_no_claim(text: str) -> None:
    assert kinds(recognise, draft(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I paid £4 for parking, it has gone up to that.",
        "The officer paid for the tea but I paid £3 for parking.",
        "Please refund me £5.60 for the train.",
        "Can I claim £6.20 for sandwiches?",
        "Bus £4.60 these days, receipt attached.",
        "You owe me £3 for the canteen.",
        "I drove 12 miles, the hotel is a long way off.",
    ],
)
def test_what_the_writer_paid_is_a_claim_beside_such_words_too(text: str) -> None:
    assert kinds(recognise, draft(text)) == {Kind.EXPENSE_CLAIM}
