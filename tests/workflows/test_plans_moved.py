"""Another day in answer to a plan moves it where that is sure, and is asked about where not: never two open plans."""

import pytest
from sqlalchemy import select

from mailbot.workflows.visits.tables import visits
from tests.story import HANA, IVO, begin, templates, to

PLAN = "Seeing Marek on Thursday 14 May at 2pm.\n"  # it is Monday 11 May


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def told(story):
    """The mail that a plan was noted."""
    return next(mail for mail in story.writes(HANA, PLAN).mails if mail.template == "visits/planned_recorded")


def reminded(story):
    """The reminder on the day before."""
    story.writes(HANA, PLAN)
    return next(mail for mail in story.waits(days=2, hours=6) if mail.template.startswith("visits/before"))


def ledger(story):
    """Day of the month and state of each visit."""
    rows = story.scheme.database.read(lambda conn: conn.execute(select(visits).order_by(visits.c.day)).all())
    return [(row.day.day, row.state) for row in rows]


MOVED = [(14, "cancelled"), (15, "planned")]
ONE = [(14, "planned")]


@pytest.mark.parametrize("how", [told, reminded])
@pytest.mark.parametrize(
    "text",
    ["Yes, but on Friday.", "Yes but on Friday 15 May", "Friday 15 May instead please.", "Make it Friday please"],
)
def test_yes_but_on_another_day_moves_the_visit(story, how, text):
    mail = how(story)
    decided = story.writes(HANA, f"{text}\n", answers=mail)
    assert "visits/planned_recorded" in templates(decided.mails)
    assert ledger(story) == MOVED


def test_nobody_asks_how_the_visit_went_that_was_moved_away(story):
    story.writes(HANA, "Yes, but on Friday.\n", answers=told(story))
    asked = [mail for mail in story.waits(days=10) if mail.template == "visits/reminder"]
    assert ["15 May" in mail.subject or "15 May" in mail.text for mail in asked] == [True]


@pytest.mark.parametrize(("answer", "after"), [("Yes", MOVED), ("No", ONE)])
def test_a_day_that_may_replace_it_or_not_is_asked_about_in_one_word(story, answer, after):
    decided = story.writes(HANA, "Friday 15 May at 3pm\n", answers=reminded(story))
    (asked,) = to(decided.mails, HANA)
    assert asked.template == "visits/ask_moved"
    assert ledger(story) == ONE
    story.writes(HANA, f"{answer}\n", answers=asked)
    assert ledger(story) == after


def test_a_day_one_interval_later_is_the_next_visit_and_moves_nothing(story):
    story.writes(HANA, "The next one is on Thursday 28 May.\n", answers=reminded(story))
    assert (14, "planned") in ledger(story)


@pytest.mark.parametrize("text", ["Perhaps Friday, perhaps Saturday.", "Yes, but I might be late on Friday."])
def test_what_is_vague_moves_nothing(story, text):
    story.writes(HANA, f"{text}\n", answers=reminded(story))
    assert ledger(story) == ONE


def test_the_answer_to_which_day_leaves_no_two_plans_either(story):
    decided = story.writes(HANA, "Probably Friday 15 May then\n", answers=reminded(story))
    (asked,) = to(decided.mails, HANA)
    assert asked.template == "visits/ask_coming_date"
    decided = story.writes(HANA, "Friday 15 May 2026\n", answers=asked)
    assert templates(to(decided.mails, HANA)) == ["visits/ask_moved"]
    assert ledger(story) == ONE


@pytest.mark.parametrize(
    "text",
    [
        "I can't do Thursday with Marek, so I'll go on Friday instead.",
        "Sorry, can't do Thursday 14 May with Marek, so I'll go on Friday 15 May instead.",
    ],
)
def test_not_on_this_day_but_on_that_one_is_understood_without_a_question(story, text):
    story.writes(HANA, PLAN)
    decided = story.writes(HANA, f"{text}\n")
    assert templates(to(decided.mails, HANA)) == ["visits/planned_recorded"]
    assert ledger(story) == MOVED


def test_tomorrow_is_a_day_like_any_other(story):
    story.writes(HANA, PLAN)
    story.waits(days=2)
    story.writes(HANA, "Can't do tomorrow with Marek, so I'll go on Friday instead.\n")
    assert ledger(story) == MOVED


@pytest.mark.parametrize(
    "text",
    [
        "I can't do Thursday with Marek, so I'll go on Friday if my car is mended.",
        "I can't do Thursday or Friday with Marek.",
        "I can't do Thursday with my sister, so I'll go on Friday instead.",
    ],
)
def test_with_any_other_word_it_is_not_taken_for_sure(story, text):
    story.writes(HANA, PLAN)
    story.writes(HANA, f"{text}\n")
    assert (15, "planned") not in ledger(story)


@pytest.mark.parametrize(
    "text",
    [
        "This is to confirm that my visit to Marek on 9 May took place.",
        "My visit to Marek on 9 May took place.",
    ],
)
def test_a_formal_confirmation_needs_no_question(story, text):
    decided = story.writes(HANA, f"{text}\n")
    assert templates(to(decided.mails, HANA)) == ["visits/recorded"]
    assert ledger(story) == [(9, "took_place")]


def test_a_plan_whose_client_is_in_doubt_asks_for_the_client_and_not_for_the_day(tmp_path):
    clients = "ref,name,setting,place\nP-1,Marek,prison,\nH-2,Samira,hotel,Mill Hotel\nP-3,Samira,prison,\n"
    story = begin(tmp_path, clients=clients)
    decided = story.writes(IVO, "Seeing Samira on Thursday 14 May at 2pm.\n")
    (asked,) = to(decided.mails, IVO)
    assert asked.template == "visits/ask_which_client"
    story.writes(IVO, "P-3\n", answers=asked)
    assert ledger(story) == ONE
