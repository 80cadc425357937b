import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.words.labels import labelled_lines
from mailbot.reading.words.sentences import sentences, unwrapped


def said(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


def test_lines_and_full_stops_end_a_sentence() -> None:
    assert said("Saw him. All well!\nNext one?") == ["Saw him.", "All well!", "Next one?"]


@pytest.mark.parametrize(
    "text",
    ["Tea was £3.45 and I left at 14.35 with Mr. Okafor", "see e.g. the form", "on 14.04.2026 at 2.30 p.m. we met"],
)
def test_amounts_times_dates_and_abbreviations_are_not_split(text: str) -> None:
    assert said(text) == [text]


def test_a_sentence_without_a_space_after_its_stop_is_split_all_the_same() -> None:
    assert said("He was well.He left.") == ["He was well.", "He left."]


def test_an_ordinal_at_the_end_of_a_sentence_ends_it() -> None:
    assert said("Saw him on the 21st. All well.") == ["Saw him on the 21st.", "All well."]


@given(st.text(alphabet="aB .!?\n£3,é", max_size=80))
def test_every_sign_lies_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    covered = [at for s in spans for at in range(s.start, s.end)]
    assert len(covered) == len(set(covered))
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= set(covered)


@pytest.mark.parametrize(
    "line",
    [
        "Visit date: 12/05/2026",
        "- visit date : 12/05/2026",
        "*Visit date:* 12/05/2026",
        "VISIT DATE (dd/mm/yyyy): 12/05/2026",
    ],
)
def test_a_labelled_line_is_known_whatever_its_dress(line: str) -> None:
    (found,) = labelled_lines(f"Hello\n{line}\n")
    assert (found.label, found.value) == ("visit date", "12/05/2026")


def test_a_time_or_an_address_is_no_label() -> None:
    assert labelled_lines("at 14:35 I left\nhttps://example.org") == ()


def test_a_sentence_before_a_colon_is_no_label() -> None:
    assert labelled_lines("Home safe. One thing: he fell") == ()


def test_a_word_that_a_program_broke_behind_its_hyphen_is_whole_again() -> None:
    line = "We met at the station at the usual time, it was the twenty-"
    assert unwrapped(f"{line}\nfirst of the month") != f"{line} first of the month"
    long = "We met at the station at the usual time as ever, it was the twenty-"
    assert unwrapped(f"{long}\nfirst of the month") == f"{long}first of the month"
    assert unwrapped(f"{long[:-1]} -\nfirst of the month") == f"{long[:-1]} - first of the month"
