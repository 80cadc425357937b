"""Answers in one line to what our mails ask (promise 9)."""

import pytest

from mailbot.events import Fact
from mailbot.reading.message import Draft, Text
from mailbot.workflows.attention.grammar import GRAMMAR, NO, YES, answer_in_a_line, what_works
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


def test_without_a_question_of_ours_a_yes_is_nothing():
    assert answers("Yes", asks=None) == []


@pytest.mark.parametrize("asks", sorted(GRAMMAR))
def test_every_question_says_what_works(asks):
    assert what_works(asks)
