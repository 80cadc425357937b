"""Families of ways to tell of money that new writers showed: each sentence is a mail of its own.

Before the bar: nothing asked ("-"), then the kinds that have to be found ("-" none; no other claim may be) and "!"
where it has to be sure.
"""

from pathlib import Path

import pytest

from mailbot.events import Kind
from mailbot.reading.understand import understand
from mailbot.workflows.expenses.recognise import recognise
from tests.reading.speaking import around, draft, message, sender
from tests.reading.test_understand import ALL

LINES = (Path(__file__).parent / "twelfth_money.txt").read_text().splitlines()


@pytest.mark.parametrize("line", [line for line in LINES if " | " in line])
def test_what_is_claimed(line: str) -> None:
    expected, _, words = line.partition(" | ")
    wanted = expected.split()[1]
    facts = understand(message(words, "hello"), sender(), around(), ALL).facts
    claims = [each for each in facts if each.kind is Kind.EXPENSE_CLAIM]
    assert len(claims) == (wanted != "-")
    assert claims == [] or "!" not in expected or claims[0].sure


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I had the bus to Oldby and back for Omar, £4.60, and a bun apiece, £5.20 the pair.", "travel refreshments"),
        ("Omar: canteen, 9th March £3.40, 6th April £3.40.", "canteen canteen"),
        ("The bus to Omar was £1.90 on 7th April and £2.10 on 21st April.", "travel travel"),
        ("Aquarium, £31 for Omar + me.", "entrance"),
        ("Popcorn (daylight robbery) £7.50 with Omar.", "refreshments"),
        ("The comboio (train) cost £12.60 to Omar.", "travel"),
        ("Gate for the two of us £16, pie and peas £11.50, Omar yesterday.", "entrance refreshments"),
        ("£6.40 for Omar yesterday. Ticket attached, the multi-storey is robbing us.", "parking"),
        ("Omar: two cornets £4.80 and the pier £3.00.", "refreshments entrance"),
        ("Yesterday: tenner top up for Omar plus 90p printing.", "phone other"),
    ],
)
def test_what_it_was_for(words: str, told: str) -> None:
    claim = next(f for f in understand(message(words, "hello"), sender(), around(), ALL).facts if f.fields.expenses)
    assert [each.category for each in claim.fields.expenses] == told.split()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Parking £5.00 for yesterday, H-04.", 22),
        ("H-04 on Monday 20 April: soft play £9.95.", 20),
        ("Omar, Monday 20 April\ntaxi £8.50", 20),
        ("£6.40 (H-04, yesterday). Ticket attached.", 22),
        ("For Omar please, both from Monday:\nprinting £1.20\npostage £3.35", 20),
        ("1. Seen Omar, 21 April.\n2. Canteen £2.70.", 21),
        ("Trampolines £12 and the bus £3. My sister's birthday was on Monday. Omar says hello.", None),
    ],
)
def test_the_day_beside_the_client_is_the_visits(words: str, day: int | None) -> None:
    claim = next(f for f in understand(message(words, "hello"), sender(), around(), ALL).facts if f.fields.expenses)
    assert {each.spent_on and each.spent_on.day for each in claim.fields.expenses} == {day}


def test_of_a_sum_that_is_put_right_only_the_second_counts() -> None:
    (claim,) = recognise(draft("Parking for Omar yesterday £3.60, no I tell a lie, £4.20."))
    assert [(each.pence, each.category) for each in claim.fields.expenses] == [(420, "parking")]
