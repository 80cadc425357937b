"""Who holds our alert and was never asked: an officer forwarded it, or somebody writes in a name (B11, B13, L29)."""

import pytest
from sqlalchemy import select

from mailbot.store.kept import concern_kept
from mailbot.workflows.kept import of_record
from mailbot.workflows.safeguarding.tables import ConcernState
from tests.story import BETH, COLIN, HANA, IVO, LENA, to
from tests.workflows.chain_story import CARL, WORRY, alerts, asked, begin_chain, case_rows, newest, sent


@pytest.fixture
def story(tmp_path):
    return begin_chain(tmp_path)


def _refused(story, who, **more):
    """They answer an alert of Lena's, and what they get."""
    (alert,) = alerts(story.writes(IVO, WORRY).mails)
    decided = story.writes(who, "ack\n", answers=alert, **more)
    return to(decided.mails, who)


@pytest.mark.duty("B13")
@pytest.mark.parametrize("dmarc", ["pass", "none"])
@pytest.mark.parametrize("word", ["ack", "I have this", "history", "close: all is well"])
def test_no_volunteer_gets_hold_of_a_case_by_answering_twice(story, word, dmarc):
    for ours in _refused(story, BETH, dmarc=dmarc):
        again = to(story.writes(BETH, f"{word}\n", answers=ours).mails, BETH)
        for mail in again:
            assert to(story.writes(BETH, f"{word}\n", answers=mail).mails, BETH) is not None
    assert case_rows(story)[0].acknowledged_by is None
    assert case_rows(story)[0].state is not ConcernState.CLOSED
    assert "safeguarding/history" not in sent(story.mails, BETH)
    assert asked(story.waits(minutes=15)) == sorted([LENA, COLIN])


def test_whoever_was_never_asked_hears_that_it_changed_nothing_and_whom_to_ring_and_no_more(story):
    (refusal,) = _refused(story, BETH)
    assert refusal.template == "safeguarding/answer_not_asked"
    assert "01632 960700" in refusal.text
    assert "2026-001" not in refusal.subject + refusal.text
    assert "Marek" not in refusal.text and "P-1" not in refusal.text


def test_an_officer_who_was_not_asked_yet_may_take_a_case_that_was_passed_to_them(story):
    (refusal,) = _refused(story, CARL)
    assert refusal.template == "safeguarding/answer_doubtful"
    story.writes(CARL, "ack\n", answers=refusal)
    assert case_rows(story)[0].acknowledged_by is not None


@pytest.mark.duty("L29")
@pytest.mark.parametrize("word", ["ack", "history", "close: all is well"])
def test_an_officer_from_whom_a_case_is_kept_neither_takes_nor_closes_it(story, word):
    (alert,) = alerts(story.writes(IVO, "Colin shouted at Marek and hit him. I am worried for Marek.\n").mails)
    decided = story.writes(COLIN, f"{word}\n", answers=alert)
    for ours in to(decided.mails, COLIN):
        story.writes(COLIN, f"{word}\n", answers=ours)
    assert case_rows(story)[0].acknowledged_by is None
    assert case_rows(story)[0].state is not ConcernState.CLOSED
    assert "safeguarding/history" not in sent(story.mails, COLIN)


@pytest.mark.parametrize("words", ["ack", "I have this"])
def test_an_officer_of_whom_another_case_is_kept_takes_this_one_as_ever(story, words):
    story.writes(HANA, "Colin shouted at Tobias and hit him. I am worried.\n")
    story.writes(IVO, WORRY)
    story.waits(minutes=16)
    story.writes(COLIN, f"{words}\n", answers=newest(story.mails, COLIN))
    assert case_rows(story)[1].acknowledged_by is not None
    assert case_rows(story)[0].acknowledged_by is None
    assert "safeguarding/taken_noted" in sent(story.mails, COLIN)


@pytest.mark.duty("L29")
def test_whoever_takes_a_case_leaves_nobody_out_of_it_for_what_is_kept_from_them_elsewhere(story):
    story.writes(HANA, "Colin shouted at Tobias and hit him. I am worried.\n")
    story.writes(IVO, WORRY)
    story.waits(minutes=16)
    story.writes(COLIN, "ack\n", answers=newest(story.mails, COLIN))
    assert [kept.subject_id for kept in kept_rows(story) if kept.subject_kind == "concern"] == [1]


@pytest.mark.duty("L29")
def test_whoever_asks_about_themselves_in_an_answer_is_still_left_out_of_what_follows(story):
    story.writes(HANA, "Colin shouted at Tobias and hit him. I am worried.\n")
    story.writes(IVO, WORRY)
    story.waits(minutes=16)
    story.writes(COLIN, "ack\n\nHas anybody reported anything about me?\n", answers=newest(story.mails, COLIN))
    assert COLIN in [person_of(story, kept) for kept in kept_rows(story) if kept.subject_id == 3]


def kept_rows(story):
    """From whom what is kept."""
    return story.scheme.database.read(lambda conn: conn.execute(select(concern_kept)).all())


def person_of(story, kept):
    """Their address."""
    return story.scheme.database.read(story.scheme.roll).person(kept.person_id).email


@pytest.mark.duty("L29")
@pytest.mark.parametrize("ours", ["safeguarding/officer_alert", "safeguarding/release_request"])
def test_what_an_officer_writes_unasked_of_a_case_leaves_nobody_out_of_it_for_what_is_kept_from_them(story, ours):
    story.writes(HANA, "Colin and Lena shouted at Tobias and hit him. I am worried.\n")
    mails = story.writes(IVO, WORRY.replace("Marek", "Samira")).mails
    (mail,) = [each for each in mails if each.template == ours]
    decided = story.writes(COLIN, "No report needed\n", answers=mail)
    assert decided.turn.keeping.people, "who reads his words may know what is kept from him"
    assert not story.scheme.database.read(lambda conn: of_record(conn, story.scheme.roll(conn), ("concern", 2)))
