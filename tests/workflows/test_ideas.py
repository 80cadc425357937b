"""Ideas are welcome: they have a place in the digest, and their writers are thanked (B19)."""

import pytest

from tests.story import COLIN, HANA, LENA, begin, templates, to

pytestmark = pytest.mark.duty("B19")


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "I had an idea: we could share lifts to the gate.",
        "Suggestion: a list of the bus times.",
        "Hi all,\n\nI've got a suggestion. We could keep a shelf of books.",
        "A suggestion for the car park. Let us have a rota.",
    ],
)
def test_an_idea_stands_in_the_digest_and_its_writer_is_thanked(story, text):
    decided = story.writes(HANA, f"{text}\n")
    assert templates(to(decided.mails, HANA)) == ["attention/idea_thanks"]
    assert to(decided.mails, COLIN) == []
    assert story.open_attention() == ["idea"]


def test_a_worry_in_the_words_of_an_idea_is_a_worry(story):
    decided = story.writes(HANA, "I had an idea: Marek said he wants to kill himself, could somebody talk to him?\n")
    assert any(mail.to == (LENA,) for mail in decided.mails)
    assert "attention/idea_thanks" not in templates(decided.mails)


@pytest.mark.parametrize(
    "text", ["I have no idea where the form is.", "That was a good idea of his, the parcel thing."]
)
def test_not_every_word_of_ideas_is_one(story, text):
    assert "attention/idea_thanks" not in templates(story.writes(HANA, f"{text}\n").mails)


def test_a_stranger_gets_no_thanks_for_an_idea(story):
    decided = story.writes("somebody@example.net", "I had an idea: paint it blue.\n")
    assert "attention/idea_thanks" not in templates(decided.mails)
