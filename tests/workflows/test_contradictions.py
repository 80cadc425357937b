"""Answers that cannot be right, or not both: a definite answer, nothing changed wrongly, a person where needed."""

import pytest
from sqlalchemy import select

from mailbot.events import Disposition
from mailbot.workflows.visits.tables import visits
from tests.story import COLIN, HANA, IVO, begin, templates, to

REPORT = "Person visited: {}\nVisit date: {}/05/2026\nOutcome: {}\n"


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def ledger(story):
    rows = story.scheme.database.read(lambda conn: conn.execute(select(visits).order_by(visits.c.id)).all())
    return [(str(row.day), row.state) for row in rows]


@pytest.mark.duty("B10")
@pytest.mark.parametrize(
    ("first", "then", "stays"),
    [
        ("took place", "did not take place", "took_place"),
        ("did not take place", "took place", "missed"),
        ("took place", "cancelled", "took_place"),
        ("cancelled", "took place", "cancelled"),
    ],
)
def test_of_two_answers_that_contradict_each_other_the_first_stays_and_a_coordinator_is_asked(
    story, first, then, stays
):
    story.writes(HANA, REPORT.format("P-1", "09", first))
    decided = story.writes(HANA, REPORT.format("P-1", "09", then))
    assert ledger(story) == [("2026-05-09", stays)]
    assert templates(to(decided.mails, HANA)) == ["visits/told_otherwise"]
    assert templates(to(decided.mails, COLIN)) == ["visits/which_is_right"]
    assert decided.disposition is Disposition.NEEDS_PERSON
    assert "told-otherwise" in story.open_attention()


def test_the_coordinators_answer_stands_and_ends_the_matter(story):
    story.writes(HANA, REPORT.format("P-1", "09", "took place"))
    (asked,) = to(story.writes(HANA, REPORT.format("P-1", "09", "did not take place")).mails, COLIN)
    story.writes(COLIN, "NO", answers=asked)
    assert ledger(story) == [("2026-05-09", "missed")]
    assert "told-otherwise" not in story.open_attention()


@pytest.mark.parametrize("outcome", ["took place", "did not take place"])
def test_the_same_answer_twice_is_no_contradiction(story, outcome):
    story.writes(HANA, REPORT.format("P-1", "09", outcome))
    decided = story.writes(HANA, REPORT.format("P-1", "09", outcome))
    assert "visits/told_otherwise" not in templates(decided.mails)
    assert "told-otherwise" not in story.open_attention()


def test_called_off_and_did_not_take_place_agree(story):
    story.writes(HANA, REPORT.format("P-1", "11", "cancelled"))
    story.waits(days=1)
    decided = story.writes(HANA, REPORT.format("P-1", "11", "did not take place"))
    assert "visits/told_otherwise" not in templates(decided.mails)


def test_a_cancelled_day_that_is_agreed_again_is_planned_again(story):
    story.writes(HANA, REPORT.format("P-1", "20", "cancelled"))
    decided = story.writes(HANA, "Person visited: P-1\nNext visit date: 20/05/2026\n")
    assert ledger(story) == [("2026-05-20", "planned")]
    assert templates(to(decided.mails, HANA)) == ["visits/planned_recorded"]


@pytest.mark.parametrize("outcome", ["took place", "did not take place"])
def test_a_visit_to_come_cannot_have_been(story, outcome):
    decided = story.writes(HANA, REPORT.format("P-1", "30", outcome))
    assert ledger(story) == []
    assert templates(to(decided.mails, HANA)) == ["visits/ask_date"]


def test_a_plan_for_a_day_that_is_over_is_asked_about_and_seen(story):
    decided = story.writes(HANA, "Person visited: P-1\nNext visit date: 04/05/2026\n")
    assert ledger(story) == []
    (answer,) = to(decided.mails, HANA)
    assert answer.template == "visits/ask_coming_date" and "to come" in answer.text
    assert "impossible-date" in story.open_attention()
    story.writes(HANA, "21 May", answers=answer)
    assert ledger(story) == [("2026-05-21", "planned")]


@pytest.mark.parametrize(
    "text", [REPORT.format("P-1", "09", "took place"), "Person visited: P-1\nNext visit date: 20/05/2026\n"]
)
def test_a_client_who_is_not_theirs_is_answered_kindly_and_seen_by_a_person(story, text):
    decided = story.writes(IVO, text)
    assert ledger(story) == []
    (answer,) = to(decided.mails, IVO)
    assert "Marek" not in answer.text and "Hana" not in answer.text
    assert decided.disposition is Disposition.NEEDS_PERSON
