"""Somebody asks whether there is anything about them: what they see is the same whether there is or not (L19)."""

import pytest

from mailbot.reading.words.about_self import asks_about_self, only_asks_about_self
from tests.story import COLIN, HANA, IVO, LENA, templates, to
from tests.workflows.chain_story import CARL, begin_chain
from tests.workflows.outside_story import open_cases

pytestmark = pytest.mark.duty("L19")
QUESTIONS = [
    "Is there something about me?",
    "have you got anything about me",
    "Has anybody complained about me? Thanks.",
    "Hello, could you tell me if there is a case about me?",
    "What do you have on me?",
    "Has a safeguarding concern been raised about me?",
    "Am I being investigated?",
]
NAMES = {HANA: "Hana", COLIN: "Colin", LENA: "Lena"}


def lived(folder, who, question, about):
    """What comes of the question, with an open case about its writer or without one, and of two days more."""
    folder.mkdir()
    story = begin_chain(folder)
    if about:
        story.writes(IVO, f"{NAMES[who]} hit Marek and strangled him.\n")
    before = len(open_cases(story))
    asked = story.writes(who, question + "\n")
    assert len(open_cases(story)) == before, "a question is no case"
    return story, asked


def seen(asked, who):
    """What the writer sees of it, without the reference that each mail has for itself."""
    return [(mail.template, mail.subject.partition("[")[0], mail.text, mail.hold) for mail in to(asked.mails, who)]


@pytest.mark.parametrize("who", [HANA, COLIN, LENA])
@pytest.mark.parametrize("question", QUESTIONS)
def test_whoever_asks_sees_the_same_whether_there_is_something_or_not(tmp_path, who, question):
    story, asked = lived(tmp_path / "with", who, question, about=True)
    other, elsewhere = lived(tmp_path / "without", who, question, about=False)
    assert seen(asked, who) == seen(elsewhere, who) != []
    assert asked.disposition == elsewhere.disposition
    assert [rule.id for _, rule in asked.turn.decided] == [rule.id for _, rule in elsewhere.turn.decided]
    for each in (asked, elsewhere):
        readers = {address for mail in each.mails for address in mail.to} - {who}
        assert readers and "attention/now" in templates(each.mails), "a person reads it"
        assert "attention/now" not in templates(to(each.mails, who)), "and not the one who asks"
    if who != HANA:
        later, never = to(story.waits(days=1, hours=2), who), to(other.waits(days=1, hours=2), who)
        assert not [mail for mail in later + never if question in mail.text], "no list shows them their own question"


def test_an_officer_whom_another_open_case_leaves_out_does_not_read_it(tmp_path):
    story = begin_chain(tmp_path)
    story.writes(IVO, "Lena hit Marek and strangled him.\n")
    asked = story.writes(HANA, "Is there something about me?\n")
    assert "attention/now" in templates(asked.mails)
    assert LENA not in {address for mail in asked.mails for address in mail.to}


def test_where_open_cases_leave_every_officer_out_somebody_reads_it_all_the_same(tmp_path):
    story = begin_chain(tmp_path)
    for name in ("Lena", "Colin", "Olga", "Carl"):
        story.writes(IVO, f"{name} hit Marek and strangled him.\n")
    asked = story.writes(HANA, "Is there something about me?\n")
    assert "attention/now" in templates(asked.mails)


@pytest.mark.duty("B13")
@pytest.mark.parametrize(
    "text",
    [
        "Is there something about me? I want to kill myself.\n",
        "Is there something about me? Marek told me that a man on his wing hit him twice.\n",
        "Has anybody hurt themselves because of what was said about me?\n",
    ],
)
def test_a_sign_of_harm_beside_the_question_is_a_case_as_ever(tmp_path, text):
    story = begin_chain(tmp_path)
    story.writes(HANA, text)
    assert len(open_cases(story)) == 1


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_a_question_that_may_not_be_theirs_reaches_a_person_and_tells_nothing_either(tmp_path, dmarc):
    mine = []
    for about in (True, False):
        story = begin_chain(tmp_path / str(about)) if (tmp_path / str(about)).mkdir() is None else None
        if about:
            story.writes(IVO, "Colin hit Marek and strangled him.\n")
        asked = story.writes(COLIN, "Is there something about me?\n", dmarc=dmarc)
        mine.append([mail.template for mail in to(asked.mails, COLIN)])
        assert CARL in str(asked.mails) or LENA in str(asked.mails)
    assert mine[0] == mine[1]


@pytest.mark.parametrize(
    "text",
    [
        "Is there something about me that people hate?",
        "There is something about Marek.",
        "Somebody told me about it.",
        "Marek asked about me.",
        "What about me?",
    ],
)
def test_other_sentences_are_no_such_question(text):
    assert not asks_about_self(text)


def test_a_question_with_anything_else_is_not_only_that():
    assert only_asks_about_self("Hi! Is there a complaint about me? Thank you, Hana", frozenset({"hana"}))
    assert not only_asks_about_self("Is there a complaint about me? Ivo was odd today.", frozenset({"hana", "ivo"}))
