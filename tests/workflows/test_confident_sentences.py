"""What is, and what is not, a visitor's word that they are confident to go alone (S6)."""

import pytest

from mailbot.events import Kind
from mailbot.reading.message import Draft, Text
from mailbot.workflows.beginnings.recognise import recognise
from tests.reading.speaking import ANA, around, message, sender

pytestmark = pytest.mark.duty("S6")


def facts(text: str, asks: str | None = None):
    draft = Draft(message(text, "Visits"), Text(text, ""), sender(ANA), around(question=asks))
    return list(recognise(draft))


@pytest.mark.parametrize(
    "text",
    [
        "I feel confident to go on my own now.",
        "I'm quite confident now to visit her on my own.",
        "Thanks for everything. I am ready to do the visits by myself.",
        "I now feel confident enough to go alone.",
        "I feel really happy to see him without the backup.",
    ],
)
def test_so_many_words_are_taken_at_their_word(text):
    (fact,) = facts(text)
    assert fact.kind is Kind.ACKNOWLEDGEMENT and fact.fields.command == "confident"


@pytest.mark.parametrize(
    "text",
    [
        "I do not feel confident to go on my own yet.",
        "I don't feel confident to go alone.",
        "I would be confident to go on my own if I knew the way.",
        "Am I confident to go on my own?",
        "I feel almost confident to go on my own.",
        "Beth is confident that I can go on my own.",
        "I feel confident that the train will run.",
        "I was happy to see him, he lives alone.",
        "I'm happy, but not ready to go alone.",
    ],
)
def test_a_doubt_or_something_else_is_not(text):
    assert facts(text) == []


def test_one_word_is_enough_only_where_our_mail_asks_for_it():
    assert facts("Confident", asks="plan")
    assert facts("Confident") == []
