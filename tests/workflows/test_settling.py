"""What is in doubt of a report is asked of its writer, in one question, and the answer settles it (promise 5)."""

from datetime import date

import pytest

from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.tables import VisitState
from tests.story import COLIN, HANA, IVO, begin, templates, to

WITHOUT_DAY = "Visited Marek, all fine.\n"
SATURDAY = date(2026, 5, 9)


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def visit(story, ref, day=SATURDAY):
    def job(conn):
        roll = story.scheme.roll(conn)
        return ledger.find(conn, roll.match_of(roll.by_ref(ref)).id, day)

    return story.scheme.database.read(job)


def question(story, who, text):
    (asked,) = to(story.writes(who, text).mails, who)
    return asked


@pytest.mark.parametrize(
    "answer", ["9 May 2026", "It was on Saturday 9 May", "09/05/2026", "Saturday the 9th of May, sorry!"]
)
def test_the_day_that_was_asked_for_is_recorded_with_what_was_said_before(story, answer):
    asked = question(story, HANA, WITHOUT_DAY)
    assert asked.template == "visits/ask_date"
    decided = story.writes(HANA, f"{answer}\n\nHana\n", answers=asked)
    assert visit(story, "P-1").state is VisitState.TOOK_PLACE
    assert "visits/recorded" in templates(to(decided.mails, HANA))


@pytest.mark.parametrize("answer", ["I am not sure", "the 9th or the 10th of May", "03/04 or so, ask Colin"])
def test_an_answer_that_is_no_day_records_nothing_and_a_person_sees_it(story, answer):
    asked = question(story, HANA, WITHOUT_DAY)
    story.writes(HANA, f"{answer}\n", answers=asked)
    assert visit(story, "P-1") is None
    assert story.open_attention() != []


def test_a_day_to_come_is_no_day_of_a_visit_that_was(story):
    asked = question(story, HANA, WITHOUT_DAY)
    story.writes(HANA, "30 May 2026\n", answers=asked)
    assert visit(story, "P-1", date(2026, 5, 30)) is None


@pytest.mark.parametrize(("answer", "state"), [("Yes", VisitState.TOOK_PLACE), ("No", VisitState.MISSED)])
def test_whether_it_took_place_is_asked_where_that_is_in_doubt_and_one_word_settles_it(story, answer, state):
    asked = question(story, HANA, "I went to see Marek on Saturday 9 May but couldn't.\n")
    assert asked.template == "visits/ask_outcome"
    story.writes(HANA, f"{answer}\n", answers=asked)
    assert visit(story, "P-1").state is state


def test_where_two_things_are_in_doubt_one_is_asked_after_the_other(story):
    which = question(story, HANA, "I saw Marek the other day, all fine.\n")
    (whether,) = to(story.writes(HANA, "9 May 2026\n", answers=which).mails, HANA)
    assert whether.template == "visits/ask_outcome"
    story.writes(HANA, "Yes\n", answers=whether)
    assert visit(story, "P-1").state is VisitState.TOOK_PLACE


def test_whom_it_was_to_is_settled_by_the_reference(story):
    asked = question(story, IVO, "The visit on Saturday 9 May took place, all well.\n")
    assert asked.template == "visits/ask_which_client"
    story.writes(IVO, "P-3\n", answers=asked)
    assert visit(story, "P-3").state is VisitState.TOOK_PLACE


def test_nobody_else_settles_it(story):
    asked = question(story, HANA, WITHOUT_DAY)
    story.writes(IVO, "9 May 2026\n", answers=asked)
    assert visit(story, "P-1") is None


def test_it_is_settled_once_and_a_second_day_is_not_taken(story):
    asked = question(story, HANA, WITHOUT_DAY)
    story.writes(HANA, "9 May 2026\n", answers=asked)
    story.writes(HANA, "8 May 2026\n", answers=asked)
    assert visit(story, "P-1", date(2026, 5, 8)) is None
    assert "visits/ask_date" not in templates(to(story.mails, COLIN))
