"""Whoever says the same once more to the same mail of ours hears that it was noted, and nothing is raised."""

import pytest

from mailbot.store import timers
from mailbot.workflows.attention.leaf import next_digest
from tests.story import BETH, COLIN, HANA, begin, templates, to


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path, people="Cora Dale,cora@scheme.example.org,,coordinator,no\n")


@pytest.fixture
def task(story):
    """Marek must be told that his visit was missed: a task for both coordinators."""
    story.writes(HANA, "I couldn't visit Marek on 9 May.\n")
    mails = story.waits(days=1)
    return next(m for m in [*story.mails, *mails] if m.template == "visits/tell_client" and m.to == (COLIN,))


def test_a_task_that_is_done_twice_by_the_same_person_is_noted_already(story, task):
    first = story.writes(COLIN, "done\n", answers=task)
    assert templates(first.mails) == ["attention/command_done"]
    raised = story.open_attention()
    story.waits(hours=1)
    second = story.writes(COLIN, "Done.\n", answers=task)
    assert templates(second.mails) == ["attention/noted_already"]
    assert "on Tuesday 12 May 2026" in " ".join(second.mails[0].text.split())
    assert story.open_attention() == raised


def test_a_task_that_a_colleague_has_done_says_who_and_when(story, task):
    other = next(m for m in story.mails if m.template == task.template and m.to == ("cora@scheme.example.org",))
    story.writes(COLIN, "done\n", answers=task)
    decided = story.writes("cora@scheme.example.org", "done\n", answers=other)
    assert templates(decided.mails) == ["attention/command_done"]
    assert "Colin marked it as done at" in " ".join(decided.mails[0].text.split())


def test_all_read_twice_is_noted_already(story):
    story.writes(HANA, "Lovely to see everybody, the swallows are back on the river and the bridge is blue again.\n")
    at = next_digest(story.scheme, story.clock.now())
    story.scheme.database.write(lambda conn: timers.start(conn, "digest", ("scheme", 1), at)).result()
    (digest,) = [mail for mail in story.waits(days=1) if mail.template == "attention/digest" and COLIN in mail.to]
    assert templates(story.writes(COLIN, "All read\n", answers=digest).mails) == ["attention/command_done"]
    raised = story.open_attention()
    assert templates(story.writes(COLIN, "All read\n", answers=digest).mails) == ["attention/noted_already"]
    assert story.open_attention() == raised


def test_a_concern_that_is_acknowledged_twice_is_noted_already(story):
    story.writes(HANA, "Marek said he wants to kill himself.\n")
    alert = next(mail for mail in story.mails if mail.template == "safeguarding/officer_alert")
    story.writes(alert.to[0], "ack\n", answers=alert)
    raised = story.open_attention()
    assert templates(story.writes(alert.to[0], "ack\n", answers=alert).mails) == ["safeguarding/taken_before"]
    assert story.open_attention() == raised


def test_the_same_word_from_somebody_who_is_not_them_is_refused_as_before(story, task):
    story.writes(COLIN, "done\n", answers=task)
    decided = story.writes(COLIN, "done\n", answers=task, dmarc="fail")
    assert "attention/noted_already" not in templates(decided.mails)


def test_another_answer_in_between_makes_it_no_repetition(story):
    story.writes(HANA, "I couldn't visit Marek on 9 May.\n")
    offers = [mail for mail in [*story.mails, *story.waits(days=4)] if mail.template == "visits/ask_backup"]
    offer = to(offers, BETH)[0]
    story.writes(BETH, "yes\n", answers=offer)
    story.writes(BETH, "no\n", answers=offer)
    decided = story.writes(BETH, "yes\n", answers=offer)
    assert "attention/noted_already" not in templates(decided.mails)
