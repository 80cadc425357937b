"""New visitors are pointed to support groups and general meetings, with the next dates that are known (S14)."""

from datetime import date, time

import pytest

from mailbot.roll import Role
from mailbot.store import timers
from mailbot.workflows.meetings import book
from mailbot.workflows.meetings.tables import MeetingState
from mailbot.workflows.visits.welcome import WELCOME
from tests.story import HANA, begin, to

pytestmark = pytest.mark.duty("S14")


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def meeting(story, what, day, state, role=Role.VISITOR):
    def job(conn):
        made = book.draft(conn, what, (day, time(19, 30)), "the hall", [role], story.clock.now())
        book.change(conn, made.id, story.clock.now(), state=state)

    story.scheme.database.write(job).result()


def welcomed(story):
    """The text of the welcome, on one line."""
    hana = next(p for p in story.scheme.database.read(story.scheme.roll).people if p.email == HANA)
    now = story.clock.now()
    story.scheme.database.write(lambda conn: timers.start(conn, WELCOME, ("person", hana.id), now)).result()
    (mail,) = [mail for mail in to(story.waits(days=2), HANA) if "welcome" in mail.template]
    return " ".join(mail.text.split())


def test_the_welcome_names_the_meetings_that_are_known(story):
    meeting(story, "Support group", date(2026, 5, 21), MeetingState.INVITED)
    text = welcomed(story)
    assert "support groups and general meetings" in text
    assert "Support group, Thursday 21 May 2026 at 19.30" in text


def test_it_promises_no_date_that_is_not_agreed_over_or_for_others(story):
    meeting(story, "Draft walk", date(2026, 5, 21), MeetingState.DRAFT)
    meeting(story, "Old walk", date(2026, 5, 7), MeetingState.INVITED)
    meeting(story, "Trustees walk", date(2026, 5, 21), MeetingState.INVITED, Role.TREASURER)
    text = welcomed(story)
    assert "walk" not in text
    assert "The next ones" not in text
