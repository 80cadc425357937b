"""What is claimed in somebody's words: totals, halves, several of a kind; and what is no money at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.words.bills import claimed, speaks_of_money, sums_in
from mailbot.reading.words.miles import all_miles
from mailbot.reading.words.money import find_money
from mailbot.reading.words.spent_on import category_of


def bill(text: str, *, money: bool = True) -> list[tuple[int, str]]:
    return [(m.pence, m.category) for m in claimed(text, sums_in(text, money))]


def is_sure(text: str) -> bool:
    found = claimed(text, sums_in(text, about_money=True))
    return bool(found) and all(m.sure for m in found)


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("a quid", 100),
        ("a fiver", 500),
        ("a tenner", 1000),
        ("three pounds fifty", 350),
        ("three pounds twenty for two teas", 320),
        ("four pounds and five pence", 405),
        ("twenty-two pounds forty", 2240),
        ("5 pound", 500),
        ("2 pounds 50", 250),
        ("GBP 12.40", 1240),
        ("12.40 GBP", 1240),
        ("£4.50p", 450),
        ("£ 7", 700),
        ("£12-40", 1240),
        ("£12·40", 1240),
        ("3,45 £", 345),
        ("85p", 85),
        ("seventy pence", 70),
        ("a pound fifty", 150),
    ],
)
def test_sums_as_people_write_them(text: str, pence: int) -> None:
    assert [m.pence for m in find_money(text)] == [pence]
    assert is_sure(text)


@pytest.mark.parametrize(
    "text",
    [
        "a pound of apples",
        "a pound shop",
        "at 3pm",
        "5 p.m.",
        "bus 47",
        "We met at 14.35",
        "the bus 9.45 was late",
        "lunch 12.30 then film 2.30",
        "pottery now (9.45)",
        "half ten",
    ],
)
def test_what_is_no_money(text: str) -> None:
    assert bill(text, money=speaks_of_money(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 x £4.50 for the pool", [(900, "entrance")]),
        ("£2.50 x 2 on the bus", [(500, "travel")]),
        (
            "two bus fares at two pounds apiece and a pot of tea at three pounds ten",
            [(400, "travel"), (310, "refreshments")],
        ),
        ("£3 each for two", [(600, "other")]),
        ("two coffees £2.50 each", [(500, "refreshments")]),
        (
            "bus £4.20, soft play £6, chips £5.75 = £15.95 all together",
            [(420, "travel"), (600, "entrance"), (575, "refreshments")],
        ),
        ("tea 4.20 + cake 3.00 = 7.20 total", [(420, "refreshments"), (300, "refreshments")]),
        ("£7.20 (£4.20 tea, £3.00 parking)", [(420, "refreshments"), (300, "parking")]),
        ("Total £15: train £9, lunch £6", [(900, "travel"), (600, "refreshments")]),
        ("bus 2,50 go and 2,50 return, it is 5 pounds", [(250, "travel"), (250, "travel")]),
        ("two coffees at £2 = £4", [(400, "refreshments")]),
        ("tea £3, total £3", [(300, "refreshments")]),
        ("train 11.40 return + locker a quid", [(1140, "travel"), (100, "other")]),
        ("bus £4.20. The receipt for the £4.20 is attached", [(420, "travel")]),
        ("bus £2, tea £2", [(200, "travel"), (200, "refreshments")]),
        ("bus there £2 and it's £2 back", [(200, "travel"), (200, "travel")]),
        ("two teas came to £3, bus £2", [(300, "refreshments"), (200, "travel")]),
        ("£14.00 museum, £9.20 lunch, £23.20 in all", [(1400, "entrance"), (920, "refreshments")]),
        ("bowlin 14 quid n burgers 11.98", [(1400, "entrance"), (1198, "refreshments")]),
        ("£26 for two tickets for the pantomime", [(2600, "entrance")]),
        ("£38 paintball for the two of us", [(3800, "entrance")]),
        ("car park £6, vending machine £1.20", [(600, "parking"), (120, "canteen")]),
        ("a phone card £5 and a stamp 85p", [(500, "phone"), (85, "other")]),
        ("taxi home £8.40", [(840, "travel")]),
    ],
)
def test_bills_as_people_write_them(text: str, expected: list[tuple[int, str]]) -> None:
    assert bill(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "coffees £6.20 split so £3.10 my half",
        "taxi £8.40 which we split",
        "lunch was £20, half of it mine",
        "bus £2 each way",
        "£3 each",
        "two pounds apiece",
        "two day riders at £2.50",
        "tea £3 bus £2 total £6",
        "bus £2.50, tea £2.50, cake £5",
        "a couple of quid",
        "£3.999",
    ],
)
def test_what_can_be_read_two_ways_is_never_sure(text: str) -> None:
    assert not is_sure(text)


def test_of_a_shared_bill_only_the_half_is_claimed() -> None:
    assert bill("coffees £6.20 split so £3.10 my half") == [(310, "refreshments")]


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("tea hut by the bandstand", "refreshments"),
        ("popcorn", "refreshments"),
        ("pay and display", "parking"),
        ("cake in the park", "refreshments"),
        ("parking ticket", "parking"),
        ("day ticket", "travel"),
        ("cinema tickets", "entrance"),
        ("top-up", "phone"),
        ("tuck shop", "canteen"),
        ("food for the pierogi", "other"),
        ("by credit card", "other"),
        ("photocopying", "other"),
    ],
)
def test_categories(words: str, category: str) -> None:
    assert category_of(words) == category


@pytest.mark.parametrize(
    ("text", "miles"),
    [
        ("33 miles each way so 66 altogether, and the car park was £3.50", 66),
        ("33 each way so 66 miles", 66),
        ("12 mils there and back to see him", 12),
        ("nine miles on each occasion and therefore twenty-seven in total", 27),
        ("54 miles in all (three journeys of eighteen)", 54),
        ("14 miles, 2 visits so 28 total", 28),
        ("18 mile round trip", 18),
        ("Mileage 22.", 22),
        ("miles: 30 plus £4 parking", 30),
        ("41 miles there, fifty-four miles in all", 54),
    ],
)
def test_miles_driven_in_all(text: str, miles: float) -> None:
    assert [(m.miles, m.sure) for m in all_miles(text)] == [(miles, True)]


@pytest.mark.parametrize(
    "text", ["12 miles each way", "two trips of 14 miles", "10 miles there and 10 miles back", "9 miles each"]
)
def test_miles_that_have_to_be_counted_are_asked(text: str) -> None:
    assert not any(m.sure for m in all_miles(text))


@pytest.mark.parametrize(
    "text", ["we walked 3 miles", "she lives 20 miles away", "a 5 mile walk", "70 miles an hour", "Miles is 12 now"]
)
def test_miles_that_nobody_drove_are_none(text: str) -> None:
    assert all_miles(text) == ()


@given(st.text(alphabet="£0123456789., x@=pbustea half total each\n", max_size=60), st.booleans())
def test_no_text_makes_it_raise(text: str, money: bool) -> None:
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in claimed(text, sums_in(text, money)))
    assert all(m.miles >= 0 for m in all_miles(text))
