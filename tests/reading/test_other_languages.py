"""What is written in a language that mailbot cannot read: a person sees it now, wherever in a mail it stands."""

from itertools import pairwise
from pathlib import Path

import pytest

from mailbot.reading.words.tongues import is_unread
from tests.reading.test_weighing import LEVELS, read, seen

HERE = Path(__file__).parent
REPORT = "Visited Omar on Tuesday, all fine, and he told me about his garden. Parking £4. {}"
WITHIN = ['Visited Omar on Tuesday and he told me "{}"', "Saw Omar Tuesday - {}", "{}\nI saw Omar Tuesday, all fine."]
PLACED = [REPORT, *WITHIN]


def held_apart(sign: str) -> list[str]:
    lines = (HERE / "other_languages.txt").read_text(encoding="utf-8").splitlines()
    return [line[2:].partition(" | ")[0] for line in lines if line.startswith(sign)]


def levels(placed: str, told: list[str]) -> list[str]:
    return [LEVELS[seen(read(placed.format(each)))] for each in told]


@pytest.mark.duty("B13")
@pytest.mark.parametrize("placed", PLACED)
def test_nine_in_ten_plain_sentences_of_harm_in_25_languages_are_seen_now_and_each_by_somebody(placed):
    found = levels(placed, held_apart("+ "))
    assert sum(each in ("now", "case") for each in found) >= 0.9 * len(found)
    assert "nobody" not in found


def test_what_is_harmless_in_them_seldom_opens_a_case():
    found = levels(REPORT, held_apart("- "))
    assert found.count("case") <= len(found) / 10


@pytest.mark.duty("B13")
@pytest.mark.parametrize(
    "said",
    [
        "Le soir il reste assis sur son lit et ne parle plus à personne.",
        "Mówi, że nie chce już nikogo widzieć i oddał wszystkie książki.",
        "O padrasto fecha a porta e ele fica lá até de manhã.",
        "Er hat seit Tagen nichts gesagt und schaut nur aus dem Fenster.",
        "Kapıyı kilitliyor ve kimseyi görmek istemiyor diye söyledi.",
        "Він третій день не виходить з кімнати.",
        "او سه روز است که از اتاق بیرون نمی‌آید.",
        "他三天没有出门。",
    ],
)
def test_what_no_vocabulary_knows_is_seen_now_because_nobody_has_read_it(said):
    assert LEVELS[seen(read(REPORT.format(said)))] in ("now", "case")
    assert LEVELS[seen(read(REPORT.format(said.upper())))] in ("now", "case")


@pytest.mark.parametrize(
    "said",
    [
        "Merci beaucoup!",
        "Todo bien, gracias, nos vimos ayer.",
        "Ça va, he said, très bien.",
        "Вчора бачилися, все добре.",
        "Diolch, Des.",
        "З повагою, Оксана",
        "We had crêpes at the Café de la Paix with José and Zoë.",
        "To: Des Leary <des.leary@example.com>",
        "Ngozi 2 x 5 mi, Omar 1 x 9 mi.",
        "van failed its mot.",
        "he battered a bag for an hour an knocked ma hat aff.",
        "Her mam and her son met Des, no care per se.",
        "ta la, c u soon x",
        "",
    ],
)
def test_greetings_names_and_english_are_no_other_language(said):
    assert not is_unread(said)


def test_a_word_that_falls_apart_at_its_vowel_signs_is_no_initial():
    """Bengali "he beats": each letter stood alone between the signs, and was taken for the letters of a name."""
    assert LEVELS[seen(read(REPORT.format("সে মারে")))] != "nobody"


def test_initials_are_names_still():
    assert LEVELS[seen(read(REPORT.format("\nH W")))] == LEVELS[seen(read(REPORT.format("")))] == "nobody"


@pytest.mark.parametrize("placed", PLACED)
def test_more_of_another_language_is_never_seen_later(placed):
    told = held_apart("+ ")[::9]
    for first, second in pairwise(told):
        one, both = (LEVELS[seen(read(placed.format(each)))] for each in (first, f"{first} {second}"))
        assert both != "nobody" and (one != "now" or both != "digest"), first
