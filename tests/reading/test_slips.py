"""Names as they are typed in haste."""

import pytest

from mailbot.reading.words.slips import one_letter_off, perhaps_meant

NAMES = {"colin", "lena", "carys", "beth"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Collin", {"colin"}),
        ("Colim", {"colin"}),
        ("Coiln", {"colin"}),
        ("coln", {"colin"}),
        ("Lenna", {"lena"}),
        ("Colin", set()),
        ("Lens", set()),
        ("Bath", set()),
        ("Corinn", set()),
    ],
)
def test_one_letter_more_less_other_or_swapped_in_a_name_that_is_long_enough(word, meant):
    assert perhaps_meant(word, NAMES) == meant


def test_no_spelling_is_the_word_itself():
    assert "aabb" not in set(one_letter_off("aabb"))
