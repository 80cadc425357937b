"""Visits by mail: confirmed, missed, cancelled, planned, and nobody wrote."""

import pytest
from sqlalchemy import select

from mailbot.events import Disposition
from mailbot.store import timers
from mailbot.workflows.visits.tables import visits
from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to

TOOK_PLACE = "Person visited: P-1\nVisit date: 09/05/2026\nOutcome: took place\n"
MISSED = "Person visited: P-1\nVisit date: 09/05/2026\nOutcome: did not take place\n"
PLANNED = "Person visited: P-1\nNext visit date: 23/05/2026\n"


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def ledger(story):
    """Day and state of every visit, in the order they were written."""
    rows = story.scheme.database.read(lambda conn: conn.execute(select(visits).order_by(visits.c.id)).all())
    return [(str(row.day), row.state) for row in rows]


@pytest.mark.duty("B10", "L3")
def test_a_confirmation_without_a_plan_creates_the_visit_and_is_said_back(story):
    decided = story.writes(HANA, TOOK_PLACE)
    assert ledger(story) == [("2026-05-09", "took_place")]
    assert decided.disposition is Disposition.DONE
    (reply,) = decided.mails
    assert reply.to == (HANA,)
    assert "P-1" in reply.text and "Saturday 9 May 2026" in reply.text


@pytest.mark.duty("B10", "S11")
def test_a_missed_visit_asks_for_a_new_date_and_copies_the_backup_in(story):
    decided = story.writes(HANA, MISSED)
    assert ledger(story) == [("2026-05-09", "missed")]
    assert templates(to(decided.mails, HANA)) == ["visits/missed_recorded"]
    assert templates(to(decided.mails, BETH)) == ["visits/copy_to_backup"]


def test_the_backup_is_told_nothing_of_the_reason(story):
    decided = story.writes(HANA, MISSED + "Reason if it did not: my back was bad\n")
    (copy,) = to(decided.mails, BETH)
    assert "back was bad" not in copy.text


@pytest.mark.duty("B10")
def test_a_missed_visit_without_a_replacement_reaches_a_coordinator_in_time(story):
    story.writes(HANA, MISSED)
    assert "visits/ask_backup" in templates(to(story.waits(days=4), BETH))
    assert "visits/no_taker" in templates(to(story.waits(days=3), COLIN))
    assert "no-replacement" in story.open_attention()


@pytest.mark.duty("B10")
def test_without_a_backup_a_missed_visit_reaches_a_coordinator_in_time(story):
    story.writes(IVO, "Could not visit Tobias on Saturday 9 May because the train was cancelled.\n")
    assert "visits/replacement_unanswered" in templates(to(story.waits(days=4), COLIN))


@pytest.mark.duty("B10")
def test_a_new_date_makes_good_what_was_missed(story):
    story.writes(HANA, MISSED)
    story.writes(HANA, PLANNED)
    assert not {"visits/replacement_unanswered", "visits/ask_backup"} & set(templates(story.waits(days=5)))


def test_a_missed_visit_with_its_new_date_in_one_mail_is_only_noted(story):
    decided = story.writes(HANA, MISSED + "Next visit date: 23/05/2026\n")
    assert ledger(story) == [("2026-05-23", "planned"), ("2026-05-09", "missed")]
    (reply,) = to(decided.mails, HANA)
    assert "on which day could you go instead" not in reply.text


@pytest.mark.duty("B9")
def test_a_cancelled_visit_is_noted_and_a_new_date_asked_for(story):
    decided = story.writes(HANA, "Person visited: P-1\nVisit date: 16/05/2026\nOutcome: cancelled\n")
    assert ledger(story) == [("2026-05-16", "cancelled")]
    assert "visits/cancelled_recorded" in templates(to(decided.mails, HANA))


@pytest.mark.duty("B10")
def test_nobody_writes_so_the_visitor_is_asked_once_and_then_the_coordinator_is_told(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    asked = story.waits(days=3)
    assert templates(to(asked, HANA)) == ["visits/reminder"]
    later = story.waits(days=10)
    assert to(later, HANA) == []
    assert "visits/unanswered" in templates(to(later, COLIN))
    assert ledger(story) == [("2026-05-12", "planned")], "never answered is never taken for done, nor for missed"


def test_an_answer_to_the_reminder_needs_neither_date_nor_name(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    (question,) = to(story.waits(days=3), HANA)
    story.writes(HANA, "Yes, it took place.\n", answers=question)
    assert ledger(story) == [("2026-05-12", "took_place")]
    assert "visits/unanswered" not in templates(story.waits(days=10))


def test_reminders_keep_to_office_hours(tmp_path):
    story = begin(tmp_path, planned="2026-05-15")  # a Friday: the day after is a Saturday
    story.waits(hours=1)
    due = story.scheme.database.read(lambda conn: timers.running(conn, "visit-unconfirmed", ("visit", 1))).due_at
    assert story.scheme.office.is_open(due)
    assert due.astimezone(story.scheme.zone).strftime("%a %H:%M") == "Mon 09:00"


def test_somebody_elses_visit_is_not_theirs_to_report(story):
    decided = story.writes(IVO, TOOK_PLACE)
    assert ledger(story) == []
    assert decided.disposition is Disposition.NEEDS_PERSON
    assert "may-not-report" in story.open_attention()


def test_a_visit_that_has_not_been_yet_cannot_have_taken_place(story):
    decided = story.writes(HANA, TOOK_PLACE.replace("09/05/2026", "30/05/2026"))
    assert ledger(story) == []
    assert templates(decided.mails) == ["visits/ask_date"]


def test_a_plan_in_the_past_changes_nothing(story):
    decided = story.writes(HANA, PLANNED.replace("23/05/2026", "01/05/2026"))
    assert ledger(story) == []
    assert templates(decided.mails) == ["visits/ask_coming_date"]
    assert "impossible-date" in story.open_attention()


def test_a_question_that_nobody_answers_stands_in_the_digest_and_an_answer_ends_it(story):
    story.writes(HANA, "Person visited: P-1\nOutcome: took place\n")
    (question,) = story.writes(HANA, "Person visited: P-1\nOutcome: did not take place\n").mails
    story.writes(HANA, "Person visited: P-1\nVisit date: 09/05/2026\nOutcome: did not take place\n", answers=question)
    story.waits(days=6)
    assert story.open_attention().count("question-not-answered") == 1


def test_a_forged_report_changes_nothing_and_gets_no_answer(story):
    decided = story.writes(HANA, TOOK_PLACE, dmarc="fail")
    assert ledger(story) == []
    assert decided.mails == []
    assert "not-verified" in story.open_attention()


def test_an_unverified_report_changes_nothing_until_its_writer_confirms_it(story):
    (question,) = story.writes(HANA, TOOK_PLACE, dmarc="none").mails
    assert ledger(story) == []
    assert question.template == "people/confirm_yourself"
    story.writes(HANA, "Yes, I wrote this\n", answers=question, dmarc="none")
    story.catches_up()
    assert ledger(story) == [("2026-05-09", "took_place")]


@pytest.mark.parametrize("answer", ["No, that was not me\n", "Yes but not that part\n", "Who are you?\n"])
def test_anything_but_a_plain_yes_confirms_nothing(story, answer):
    (question,) = story.writes(HANA, TOOK_PLACE, dmarc="none").mails
    story.writes(HANA, answer, answers=question)
    story.catches_up()
    assert ledger(story) == []
    assert story.open_attention() != []


def test_nobody_else_can_confirm_it(story):
    (question,) = story.writes(HANA, TOOK_PLACE, dmarc="none").mails
    story.writes(IVO, "Yes, I wrote this\n", answers=question)
    story.writes(HANA, "Yes, I wrote this\n", answers=question, dmarc="fail")
    story.catches_up()
    assert ledger(story) == []


def test_an_unverified_report_puts_the_reminder_off_and_its_silence_reaches_the_digest(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    story.waits(days=1, hours=2)
    story.writes(HANA, TOOK_PLACE.replace("09/05", "12/05"), dmarc="none")
    assert "visits/reminder" not in templates(story.waits(days=5))
    assert "question-not-answered" in story.open_attention()


def test_a_visit_whose_unverified_report_comes_to_nothing_is_asked_about_after_all(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    story.waits(days=1, hours=2)
    (question,) = story.writes(HANA, TOOK_PLACE.replace("09/05", "12/05"), dmarc="none").mails
    story.writes(HANA, "Who are you?\n", answers=question)
    mails = story.waits(days=14)
    assert templates(to(mails, HANA)) == ["visits/reminder"]
    assert "visit-not-confirmed" in story.open_attention()


def test_an_unverified_report_of_a_visit_to_come_brings_no_question_before_its_day(tmp_path):
    story = begin(tmp_path, planned="2026-06-10")
    story.writes(HANA, "I have to cancel my visit to P-1 on 10 June.\n", dmarc="none")
    assert "visits/reminder" not in templates(story.waits(days=29))
    assert "visits/reminder" in templates(story.waits(days=5))


@pytest.mark.parametrize(
    ("text", "headers"),
    [("I am away until the 20th.\n", {"Auto_Submitted": "auto-replied"}), ("Thanks!\n", {})],
    ids=["a machine", "mere thanks"],
)
def test_what_answers_nothing_does_not_end_the_wait_for_an_answer(story, text, headers):
    (question,) = story.writes(HANA, "Person visited: P-1\nOutcome: took place\n").mails
    story.writes(HANA, text, answers=question, **headers)
    story.waits(days=7)
    assert "question-not-answered" in story.open_attention()


def test_an_answer_ends_the_wait_even_if_it_thanks_us_too(story):
    (question,) = story.writes(HANA, TOOK_PLACE, dmarc="none").mails
    story.writes(HANA, "Yes, I wrote this. Thanks!\n", answers=question)
    story.waits(days=7)
    assert "question-not-answered" not in story.open_attention()


def test_a_scheme_may_let_unverified_addresses_of_the_roll_report_visits(tmp_path):
    story = begin(tmp_path, more='[trust]\nrecords = "unverified"\n')
    story.writes(HANA, TOOK_PLACE, dmarc="none")
    assert ledger(story) == [("2026-05-09", "took_place")]


def test_an_unverified_answer_to_our_question_counts_as_its_addressees(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    (question,) = to(story.waits(days=3), HANA)
    story.writes(HANA, "Yes, it took place.\n", answers=question, dmarc="none")
    assert ledger(story) == [("2026-05-12", "took_place")]


def test_a_forged_answer_counts_for_nothing_whatever_token_it_carries(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    (question,) = to(story.waits(days=3), HANA)
    story.writes(HANA, "Yes, it took place.\n", answers=question, dmarc="fail")
    assert ledger(story) == [("2026-05-12", "planned")]


def test_somebody_else_with_the_token_is_not_its_addressee(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    (question,) = to(story.waits(days=3), HANA)
    story.writes(IVO, "Yes, it took place.\n", answers=question, dmarc="none")
    assert ledger(story) == [("2026-05-12", "planned")]


def test_a_visit_reported_without_its_day_is_asked_about_and_nothing_is_guessed(story):
    decided = story.writes(HANA, "Person visited: P-1\nOutcome: took place\n")
    assert ledger(story) == []
    assert templates(decided.mails) == ["visits/ask_date"]
