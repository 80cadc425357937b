"""Families of signs with slots: the same way of acting or being in fresh words, and what is near to them."""

from pathlib import Path

import pytest

from mailbot.reading.message import HarmEntry
from mailbot.reading.words.harm import HarmScanner, scanner_for
from mailbot.reading.words.phrases import Phrases, wrong_with
from tests.reading.speaking import harm

_LINES = (Path(__file__).parent / "harm_family_sentences.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.duty("C1")
@pytest.mark.parametrize("text", [line[2:] for line in _LINES if line.startswith("+ ")])
def test_a_sign_is_found_in_fresh_words(text: str) -> None:
    assert scanner_for(harm()).scan(text)


@pytest.mark.parametrize("text", [line[2:] for line in _LINES if line.startswith("- ")])
def test_an_everyday_sentence_near_to_a_family_is_none(text: str) -> None:
    assert not scanner_for(harm()).scan(text)


@pytest.mark.duty("B13")
@pytest.mark.parametrize(
    "text",
    [
        "Her dad beat her with a belt after the football.",
        "She doesn't want to come out of her room, she is so tired from work.",
        "He has bruises from his brother, we talked about cricket.",
        "He has plasters all up his arm.",
        "For a week nobody gave him food, call me.",
    ],
)
def test_a_game_or_a_plaster_hides_nobody_who_is_hurt(text: str) -> None:
    assert scanner_for(harm()).scan(text)


@pytest.mark.parametrize("text", ["he hid it", "she hides it well", "he covers it"])
def test_a_choice_stands_for_each_of_its_ways(text: str) -> None:
    assert Phrases([("(hid|hides|covers) it", "en")]).found(text)


def test_two_gaps_are_twice_as_wide() -> None:
    far = "one a b c d e f two"
    assert Phrases([("one … … two", "en")]).found(far)
    assert not Phrases([("one … two", "en")]).found(far)


@pytest.mark.parametrize("phrase", ["(his|her things", "his|her things", "his) things"])
def test_a_choice_that_is_not_closed_is_named(phrase: str) -> None:
    assert wrong_with([phrase])


@pytest.mark.parametrize("text", ["he still hit her", "he hit her", 'she said "hit her"'])
def test_a_sign_may_begin_with_what_may_be_left_out_and_stand_in_quotes(text: str) -> None:
    signs = [HarmEntry("abuse", ("(still |)hit {them}",), "urgent", "C1", "en")]
    assert {found.category for found in HarmScanner(signs).scan(text)} == {"abuse"}
