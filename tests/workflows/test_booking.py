"""The scheme helps to book visits: a coordinator's task until it is done, and the visitor is answered (B20)."""

import pytest
from sqlalchemy import select

from mailbot.events import Kind
from mailbot.workflows.booking.recognise import recognise
from mailbot.workflows.visits.tables import visits
from tests.reading.speaking import draft
from tests.story import COLIN, HANA, begin, templates, to
from tests.workflows.booking_sentences import NOTHING, TABLE

pytestmark = pytest.mark.duty("B20")
REQUEST = "Could you book me in for the 14th with Marek?\n"


@pytest.fixture
def story(tmp_path):
    """Hana visits Marek in prison. Monday 11 May 2026."""
    return begin(tmp_path)


def bookings(mails):
    return [mail.template for mail in mails if mail.template.startswith("booking/")]


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_a_request_to_book_with_the_day_that_is_sure(line):
    said, _, words = line.partition(" | ")
    (fact,) = recognise(draft(words))
    day = fact.fields.next_visit_date
    assert fact.kind is Kind.QUESTION_OTHER and (str(day.day) if day else "-") == said


@pytest.mark.parametrize("words", NOTHING.strip().splitlines())
def test_what_is_booked_already_other_bookings_and_books_are_none(words):
    assert list(recognise(draft(words))) == []


def test_a_request_is_a_coordinators_task_and_the_visitor_hears_that_nothing_is_booked_yet(story):
    decided = story.writes(HANA, f"{REQUEST} The landlord wants Marek out.\n")
    (task,) = to(decided.mails, COLIN)
    assert task.template == "booking/book_visit"
    assert "Hana" in task.text and "Thursday 14 May" in task.text and "Marek" not in task.subject
    assert "landlord wants Marek out" in task.text
    assert "book your visit to P-1" in " ".join(" ".join(mail.text.split()) for mail in to(decided.mails, HANA))
    assert set(story.open_attention()) == {"book-visit", "partly-understood"}
    assert story.scheme.database.read(lambda conn: conn.execute(select(visits)).all()) == []


def test_it_is_chased_until_the_coordinator_says_done_and_the_visitor_hears_that_it_is_booked(story):
    (task,) = to(story.writes(HANA, REQUEST).mails, COLIN)
    assert "attention/task_open" in templates(to(story.waits(days=2), COLIN))
    done = [*story.writes(COLIN, "done\n", answers=task).mails, *story.waits(days=1)]
    assert bookings(to(done, HANA)) == ["booking/done"]
    assert story.open_attention() == []
    assert "attention/task_open" not in templates(story.waits(days=2))


def test_the_visitor_answers_with_the_day_and_the_visit_is_planned(story):
    (task,) = to(story.writes(HANA, REQUEST).mails, COLIN)
    done = [*story.writes(COLIN, "done\n", answers=task).mails, *story.waits(days=1)]
    story.writes(HANA, "Thursday 14 May at 2pm\n", answers=to(done, HANA)[0])
    (visit,) = story.scheme.database.read(lambda conn: conn.execute(select(visits)).all())
    assert (visit.day.isoformat(), visit.state) == ("2026-05-14", "planned")


@pytest.mark.parametrize(("dmarc", "why"), [("fail", ["not-verified"]), ("none", [])])
def test_a_request_that_may_be_anothers_is_no_task(story, dmarc, why):
    decided = story.writes(HANA, REQUEST, dmarc=dmarc)
    assert bookings(decided.mails) == [] and story.open_attention() == why


def test_a_request_about_somebody_elses_client_is_read_by_a_person(story):
    decided = story.writes(HANA, "Could you book me in for the 14th with Samira?\n")
    assert bookings(decided.mails) == [] and story.open_attention() == ["said-something"]
