import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.words.miles import bare_miles, find_miles
from mailbot.reading.words.money import find_money


def sums(text: str, *, bare: bool = False) -> list[tuple[int, str]]:
    return [(m.pence, m.category) for m in find_money(text, bare)]


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£3", 300),
        ("£3.00", 300),
        ("£ 3", 300),
        ("£12-40", 1240),
        ("50p", 50),
        ("3,45£", 345),
        ("three pounds", 300),
        ("two pounds fifty", 250),
        ("3 quid", 300),
        ("£1,250.00", 125000),
        ("£12, 30 miles", 1200),
        ("eighty-five", None),
    ],
)
def test_sums_are_whole_pence(text: str, pence: int | None) -> None:
    assert [p for p, _ in sums(text)] == ([pence] if pence else [])


@pytest.mark.duty("L26")
def test_a_labelled_line_gives_each_sum_its_category() -> None:
    assert sums("parking 6.50, counter £3.00", bare=True) == [(650, "parking"), (300, "canteen")]


def test_the_words_around_a_sum_say_what_it_was_for() -> None:
    assert sums("museum £14.00, lunch £9.20") == [(1400, "entrance"), (920, "refreshments")]
    assert sums("£3.90 bus and £2.20 for a tea") == [(390, "travel"), (220, "refreshments")]
    assert sums("£1.60") == [(160, "other")]


@pytest.mark.parametrize("text", ["£3.00 each", "two day riders at £2.50", "bus £3 each way", "£3.999"])
def test_a_sum_of_an_unknown_number_is_asked(text: str) -> None:
    assert not any(m.sure for m in find_money(text))


@pytest.mark.parametrize("text", ["14.35", "12/05/2026", "41 miles", "3pm", "Three of us", "H-04"])
def test_other_numbers_are_no_money(text: str) -> None:
    assert sums(text) == []


@given(st.integers(min_value=0, max_value=99999))
def test_every_sum_is_read_back_to_the_penny(pence: int) -> None:
    assert [p for p, _ in sums(f"it came to £{pence // 100}.{pence % 100:02} in all")] == [pence]


@given(st.text(alphabet="£0123456789.,-p pound", max_size=40), st.booleans())
def test_no_text_makes_it_raise(text: str, bare: bool) -> None:
    assert all(m.pence >= 0 for m in find_money(text, bare))


def test_miles_are_numbers() -> None:
    assert [m.miles for m in find_miles("41 miles there, fifty-four miles in all, 12.5 mi")] == [41, 54, 12.5]
    assert bare_miles("41") == 41
    assert bare_miles("forty miles") == 40
    assert bare_miles("the usual") is None
