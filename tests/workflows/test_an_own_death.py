"""Words about somebody's own death bring 999 first, whatever urgency they seem to have (C3)."""

import pytest

from mailbot.reading.words.harm import HarmScanner
from tests.story import HANA, IVO, LENA, begin, to

SAID = [
    "Visited Marek on Saturday 9 May, a good laugh. He did say that he wants to end his life.",
    "Marek said he has nothing left to live for. No hurry with this one.",
    "Marek spoke of suicide again.",
]
SHORT = "He told me that a man on his wing hit him, and he is terrified."


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def first_line(mail):
    return mail.text.split("\n\n")[0]


@pytest.mark.duty("C3", "B13")
@pytest.mark.parametrize("text", SAID)
def test_the_answer_begins_with_999_and_repeats_nothing(story, text):
    decided = story.writes(HANA, text)
    (answer,) = to(decided.mails, HANA)
    assert first_line(answer).startswith("If life is at risk, call 999 now")
    assert not [word for word in ("Marek", "suicide", "his life", "live for") if word in answer.text]
    assert to(decided.mails, LENA)


@pytest.mark.duty("C3")
def test_so_it_does_where_the_report_is_drafted_and_the_draft_has_a_mail_of_its_own(story):
    decided = story.writes(IVO, "Samira says that she wants to end her life.")
    answer, draft = to(decided.mails, IVO)
    assert first_line(answer).startswith("If life is at risk, call 999 now")
    assert "end her life" not in answer.text
    assert "end her life" in " ".join(draft.text.split())
    assert draft.template == "safeguarding/confirm_report"


@pytest.mark.duty("C3")
def test_a_later_word_of_it_brings_999_first_too_and_another_worry_does_not(story):
    (answer,) = to(story.writes(HANA, f"P-1: {SHORT}").mails, HANA)
    assert not first_line(answer).startswith("If life")
    (later,) = to(story.writes(HANA, "P-1: now he says that he will kill himself.").mails, HANA)
    assert first_line(later).startswith("If life is at risk, call 999 now")


def test_the_words_of_a_case_are_scanned_once_in_a_turn(story, monkeypatch):
    words = "Samira has nothing left to live for. No hurry with this one."
    story.writes(IVO, words)
    scanned, scan = [], HarmScanner.scan
    monkeypatch.setattr(HarmScanner, "scan", lambda self, text: scanned.append(text) or scan(self, text))
    assert to(story.waits(minutes=5), LENA), "one timer: the report still waits"
    assert [text.strip() for text in scanned].count(words) == 1
