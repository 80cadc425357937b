import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.words.names import CLIENT, about, find_clients, with_signs
from mailbot.roll import Client, Roll
from tests.reading.speaking import ANA, ASKED_OUTCOME, BEN, CAROL, ROLL, draft


def test_a_reference_is_found_in_any_case() -> None:
    assert [(f.client.ref, f.sure) for f in find_clients("saw h-06 and H-09", ROLL, ANA)] == [
        ("H-06", True),
        ("H-09", True),
    ]


def test_of_two_clients_of_one_name_the_senders_own_is_meant() -> None:
    (found,) = find_clients("Omar is well", ROLL, ANA)
    assert (found.client.ref, found.sure, found.own) == ("H-04", True, True)


def test_two_clients_of_one_name_are_asked_when_neither_is_the_senders() -> None:
    (found,) = find_clients("Omar is well", ROLL, BEN)
    assert not found.sure


@pytest.mark.parametrize(("text", "count"), [("will you go?", 0), ("Will is well", 1), ("I may hope", 0)])
def test_a_name_that_is_a_word_too_needs_its_capital(text: str, count: int) -> None:
    roll = Roll(clients=(Client(1, "A-1", "Will", "house"), Client(2, "A-2", "Hope", "house")))
    assert len(find_clients(text, roll, None)) == count


def test_a_name_inside_another_word_is_none() -> None:
    assert find_clients("salmagundi", ROLL, BEN) == ()


def test_the_text_comes_before_the_subject_and_that_before_our_prompt() -> None:
    assert about(draft("saw Salma", ASKED_OUTCOME, "Tomas", who=BEN)).source == "text"
    assert about(draft("all well", ASKED_OUTCOME, "Tomas", who=BEN)).source == "subject"
    assert about(draft("all well", ASKED_OUTCOME, who=BEN)).source == "quote"


def test_the_only_match_is_meant_when_nobody_is_named() -> None:
    found = about(draft("all well"))
    assert (found.source, found.sure, found.client and found.client.ref) == ("match", True, "H-04")


def test_with_two_matches_and_no_name_nobody_is_guessed() -> None:
    assert about(draft("all well", who=BEN)).client is None


def test_somebody_elses_quote_names_nobody() -> None:
    quoted = "On Monday Jo <jo@example.net> wrote:\n> I saw Salma"
    assert about(draft("all well", quoted, who=BEN)).client is None


@given(st.text(max_size=60))
def test_whatever_the_text_names_stand_where_they_are_said_to_and_signs_change_no_position(text: str) -> None:
    found = find_clients(text, ROLL, CAROL)
    assert all(text[each.span.start : each.span.end].strip() for each in found)
    signs = with_signs(text, ROLL, CAROL)
    assert len(signs) == len(text)
    kept = {n for n in range(len(text)) if not any(each.span.start <= n < each.span.end for each in found)}
    assert all(signs[n] == text[n] for n in kept)


def test_a_name_becomes_signs_of_its_own_length() -> None:
    assert with_signs("Saw Salma today", ROLL, CAROL) == f"Saw {CLIENT * 5} today"
