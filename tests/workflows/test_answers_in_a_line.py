"""Answers in one line to what our mails ask (promise 9)."""

import pytest

from mailbot.events import Fact
from mailbot.reading.message import Draft, Text
from mailbot.workflows.attention.grammar import GRAMMAR, NO, YES, what_works
from mailbot.workflows.attention.lines import answer_in_a_line
from tests.reading.speaking import ANA, around, message, sender


def answers(line: str, asks: str | None = "cover") -> list[Fact]:
    draft = Draft(message(line, "Re: a visit"), Text(line, ""), sender(ANA), around(question=asks))
    return list(answer_in_a_line(draft))


@pytest.mark.parametrize("line", ["Yes", "yes please", "Yes, happy to.", "OK, will do", "No problem at all"])
def test_a_plain_yes_is_a_yes(line):
    (fact,) = answers(line)
    assert fact.fields.command == YES.name


@pytest.mark.parametrize("line", ["No", "No, sorry, I can't", "Sorry, not this time", "Afraid I am away that week"])
def test_a_plain_no_is_a_no(line):
    (fact,) = answers(line)
    assert fact.fields.command == NO.name


@pytest.mark.parametrize(
    "line",
    ["Yes, but only after six", "Yes if I can get the car", "Is that in the morning?", "", "No, but Ivo might"],
)
def test_a_yes_with_a_but_is_no_answer(line):
    assert answers(line) == []


@pytest.mark.duty("S4", "S5")
@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("met 3 April", "met"),
        ("They met on 3 April 2026", "met"),
        ("Handover done.", "handover"),
        ("The checklist is complete", "handover"),
        ("with Roshni", "with"),
        ("DBS until 31 March 2029", "dbs"),
        ("insurance valid until 1 September 2028", "insurance"),
        ("References done", "references"),
        ("Both references are in", "references"),
        ("training done", "training"),
        ("Induction was done", "induction"),
        ("cleared", "cleared"),
        ("They are confident", "confident"),
    ],
)
def test_what_a_coordinator_ticks_of_a_beginning(line, form):
    (fact,) = answers(line, asks="beginning")
    assert fact.fields.command == form


@pytest.mark.parametrize(
    "line",
    [
        "met",
        "met soon",
        "handover not done",
        "handover done except the address",
        "DBS done",
        "DBS until next year",
        "references are not in",
        "not cleared",
        "cleared, but not the DBS",
        "not confident",
        "training is done?",
        "with",
    ],
)
def test_what_is_half_said_ticks_nothing(line):
    assert answers(line, asks="beginning") == []


def test_a_day_on_which_they_met_lies_in_the_past_and_the_last_day_of_a_check_in_the_future():
    (met,) = answers("met 3 April", asks="beginning")
    assert met.fields.next_visit_date <= around().today
    assert answers("DBS until 3 April", asks="beginning") == []  # of which year? Nothing is guessed


@pytest.mark.duty("L12")
@pytest.mark.parametrize(("line", "form"), [("Done", "done"), ("Keep", "keep"), ("They go on", "keep")])
def test_the_closing_review_is_recorded_or_the_match_goes_on(line, form):
    (fact,) = answers(line, asks="closure")
    assert fact.fields.command == form


def test_without_a_question_of_ours_a_yes_is_nothing():
    assert answers("Yes", asks=None) == []


@pytest.mark.parametrize("asks", sorted(GRAMMAR))
def test_every_question_says_what_works(asks):
    assert what_works(asks)
