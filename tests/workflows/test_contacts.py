"""Coordinators are in touch at intervals (L11); a new backup's details reach the person visited (S9)."""

import pytest

from mailbot.importing import import_roll
from mailbot.store import timers
from mailbot.workflows.beginnings.clearances import LOOK
from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to

HEAD = "client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on\n"
CHILD = "ref,name,setting,place\nF-1,Amir,foster,\nA-1,Marek,house,\nP-1,Tobias,prison,\n"
MATCHES = f"{HEAD}F-1,{HANA},,30,2025-10-06,\nA-1,{HANA},{BETH},14,2025-10-06,\nP-1,{IVO},{BETH},14,2025-10-06,\n"


@pytest.fixture
def story(tmp_path):
    """A child in care, somebody who seeks asylum, and somebody in prison; the mornings' look runs."""
    started = begin(tmp_path, clients=CHILD, matches=MATCHES, packs=', "independent-visitors", "asylum-visitors"')
    start = started.clock.now()
    started.scheme.database.write(lambda conn: timers.start(conn, LOOK, ("scheme", 1), start)).result()
    return started


def due(mails):
    return [mail for mail in mails if mail.template == "beginnings/contact_due"]


def chased(mails):
    return [mail for mail in mails if mail.template == "attention/task_open"]


@pytest.mark.duty("L11")
def test_after_the_packs_interval_the_coordinator_is_asked_to_be_in_touch_and_not_before(story):
    assert due(story.waits(days=41)) == []
    (asked,) = due(story.waits(days=3))
    assert asked.to == (COLIN,)
    assert "Hana" in asked.text and "F-1" in asked.text
    assert "child" not in asked.subject


@pytest.mark.duty("L11")
def test_it_is_chased_until_somebody_says_done_and_the_interval_begins_anew_from_then(story):
    (asked,) = due(story.waits(days=44))
    assert chased(story.waits(days=10))
    story.writes(COLIN, "done\n", answers=asked)
    assert "contact-due" not in story.open_attention()
    mails = story.waits(days=41)
    assert due(mails) == [] and chased(mails) == []
    assert len(due(story.waits(days=4))) == 1


@pytest.mark.duty("L11")
def test_packs_without_an_interval_ask_for_nothing(story):
    assert all("F-1" in mail.text for mail in due(story.waits(days=60)))


def other_backup(story, tmp_path, email):
    """The roll as a coordinator imports it now."""
    (tmp_path / "matches.csv").write_text(MATCHES.replace(BETH, email))
    import_roll(story.scheme, tmp_path, story.clock.now())
    return [mail for mail in story.waits(days=1) if mail.template == "beginnings/new_backup"]


@pytest.mark.duty("S9")
def test_a_change_of_backup_is_a_task_where_the_packs_checklist_has_it_and_nowhere_else(story, tmp_path):
    (task,) = other_backup(story, tmp_path, COLIN)
    assert task.to == (COLIN,)
    assert "A-1" in task.text and "Please do not send the details" in " ".join(task.text.split())
    assert templates(to(story.writes(COLIN, "done\n", answers=task).mails, COLIN)) == ["attention/command_done"]


@pytest.mark.duty("S9")
def test_the_same_backup_imported_again_is_no_change(story, tmp_path):
    assert other_backup(story, tmp_path, BETH) == []


@pytest.mark.duty("S9")
def test_a_first_backup_of_a_match_that_had_none_is_a_change_too(tmp_path):
    matches = f"{HEAD}A-1,{HANA},,14,2025-10-06,\n"
    story = begin(tmp_path, clients=CHILD, matches=matches, packs=', "independent-visitors", "asylum-visitors"')
    (tmp_path / "matches.csv").write_text(matches.replace(",,14", f",{BETH},14"))
    import_roll(story.scheme, tmp_path, story.clock.now())
    assert "beginnings/new_backup" in templates(story.waits(days=1))
