"""What changes a watch and what does not: new times, slow mail, times that cannot be, others' visits (L23)."""

from datetime import timedelta

import pytest

from tests.story import COLIN, HANA, LENA, templates, to
from tests.workflows.lone_story import NORA, PAT, SETS_OFF, begin_lone, slow, words

pytestmark = pytest.mark.duty("L23")
NEW_TIMES = [
    "Running late, back by 6pm.",
    "Back by 6pm instead",
    "BACK BY 6PM",
    "Held up, will be home by 6pm, sorry!",
]


@pytest.fixture
def story(tmp_path):
    """Monday, eleven in the morning."""
    return begin_lone(tmp_path)


@pytest.mark.parametrize("text", NEW_TIMES)
def test_a_later_time_moves_the_watch_and_all_its_alarms(story, text):
    story.writes(HANA, SETS_OFF)
    story.waits(hours=5)
    decided = story.writes(HANA, f"{text}\n")
    assert "We expect you back by 18.00 on Monday 11 May 2026" in words(to(decided.mails, HANA)[0])
    assert story.waits(hours=2, minutes=9) == []
    assert [mail.to[0] for mail in story.waits(minutes=36)] == [HANA, PAT, COLIN, NORA]


def test_an_earlier_time_moves_it_too(story):
    story.writes(HANA, SETS_OFF)
    story.writes(HANA, "Change of plan, back by 2pm.\n")
    assert templates(story.waits(hours=3, minutes=10)) == ["lone/are_you_back"]


def test_a_new_time_after_the_alarm_is_told_to_those_who_were_told_and_the_alarm_rests(story):
    story.writes(HANA, SETS_OFF)
    story.waits(hours=6, minutes=15)
    decided = story.writes(HANA, "So sorry, running late, back by 6.30pm.\n")
    assert templates(to(decided.mails, PAT)) == ["lone/named_moved"]
    assert templates(to(decided.mails, COLIN)) == ["lone/moved"]
    assert templates(to(decided.mails, NORA)) == ["lone/moved"]
    assert story.waits(minutes=75 + 9) == []
    assert [mail.to[0] for mail in story.waits(minutes=36)] == [HANA, PAT, COLIN, NORA]


def test_still_in_without_a_time_is_asked_for_one_and_moves_nothing(story):
    story.writes(HANA, SETS_OFF)
    (asked,) = story.waits(hours=5, minutes=40)
    decided = story.writes(HANA, "Not yet, need another half hour\n", answers=asked)
    assert templates(to(decided.mails, HANA)) == ["lone/not_moved"]
    assert story.open_attention() == ["lone-not-moved"]
    (told,) = story.waits(minutes=10)
    assert told.to == (PAT,)
    (moved,) = to(story.writes(HANA, "BACK BY 6PM\n", answers=to(decided.mails, HANA)[0]).mails, HANA)
    assert "18.00" in moved.text


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_a_new_time_that_may_not_be_theirs_moves_nothing_and_a_coordinator_is_told(story, dmarc):
    story.writes(HANA, SETS_OFF)
    decided = story.writes(HANA, "Running late, back by 6pm.\n", dmarc=dmarc)
    assert "attention/now" in templates(to(decided.mails, COLIN))
    assert "lone/overdue" in templates(story.waits(hours=6))


def test_a_time_of_return_without_a_setting_off_is_watched(story):
    decided = story.writes(HANA, "BACK BY 4.30PM\n")
    assert templates(decided.mails) == ["lone/watched"]
    assert "lone/are_you_back" in templates(story.waits(hours=5, minutes=40))


def test_whoever_visits_nobody_is_not_watched_for_being_late(story):
    assert "lone/watched" not in templates(story.writes(LENA, "Running late, back by 6pm.\n").mails)


def test_the_answer_to_our_question_for_a_time_is_understood(story):
    asked = to(story.writes(HANA, "Setting off to see Marek now.\n").mails, HANA)[0]
    decided = story.writes(HANA, "Back by 4.30pm\n", answers=asked)
    assert templates(to(decided.mails, HANA)) == ["lone/watched"]


def test_place_start_and_return_in_one_sentence_are_understood(story):
    decided = story.writes(HANA, "Setting off to see Marek at 2, back by 4.30\n")
    assert templates(decided.mails) == ["lone/watched"]
    assert "16.30 on Monday 11 May 2026" in words(decided.mails[0])


@pytest.mark.parametrize("hours", [0, 1, 2.9])
def test_home_safe_from_before_the_visit_began_never_stands_down(story, hours):
    story.writes(HANA, "Setting off to see Marek at 2, back by 4.30\n")
    story.waits(hours=hours)
    decided = story.writes(HANA, "Home safe.\n")
    assert templates(to(decided.mails, HANA)) == ["lone/too_early"]
    assert templates(to(decided.mails, COLIN)) == ["lone/early_told"]
    assert "lone/overdue" in templates(story.waits(hours=7))


def test_home_safe_from_after_its_beginning_does(story):
    story.writes(HANA, "Setting off to see Marek at 2, back by 4.30\n")
    story.waits(hours=3)
    assert templates(story.writes(HANA, "Home safe.\n").mails) == ["lone/stood_down"]


def test_a_coordinator_who_knows_that_the_visit_is_off_ends_the_watch(story):
    story.writes(HANA, "Setting off to see Marek at 2, back by 4.30\n")
    (asked,) = to(story.writes(HANA, "Home safe.\n").mails, COLIN)
    story.writes(COLIN, "Stand down\n", answers=asked)
    assert story.waits(hours=9) == []


def test_home_safe_written_before_the_setting_off_and_delivered_late_stands_nobody_down(story):
    story.writes(HANA, SETS_OFF)
    story.waits(hours=1)
    decided = slow(story, HANA, "Home safe.\n", story.clock.now() - timedelta(hours=20))
    assert "lone/stood_down" not in templates(decided.mails)
    assert "lone/overdue" in templates(story.waits(hours=6))


def test_home_safe_written_after_it_and_delivered_late_stands_down(story):
    story.writes(HANA, SETS_OFF)
    story.waits(hours=8)
    decided = slow(story, HANA, "Home safe.\n", story.clock.now() - timedelta(hours=4))
    assert "lone/is_back" in templates(to(decided.mails, COLIN))


def test_home_safe_from_before_a_new_time_and_delivered_after_it_stands_nobody_down(story):
    story.writes(HANA, SETS_OFF)
    story.waits(hours=5)
    story.writes(HANA, "Running late, back by 6pm.\n")
    slow(story, HANA, "Home safe.\n", story.clock.now() - timedelta(hours=1))
    assert "lone/overdue" in templates(story.waits(hours=3))


def test_a_word_whose_time_of_writing_is_not_believed_is_asked_about(story):
    story.writes(HANA, SETS_OFF)
    story.waits(hours=2)
    wrong_clock = story.clock.now() + timedelta(days=400)
    assert templates(slow(story, HANA, "Home safe.\n", wrong_clock).mails) == ["lone/are_you_back"]
    assert "lone/overdue" in templates(story.waits(hours=5))


def test_a_setting_off_delivered_after_the_word_that_they_are_back_alarms_nobody(story):
    story.writes(HANA, "Home safe.\n")
    decided = slow(story, HANA, SETS_OFF, story.clock.now() - timedelta(minutes=50))
    assert "lone/watched" not in templates(decided.mails)
    assert story.open_attention() == ["impossible-date"]
    assert "lone/overdue" not in templates(story.waits(hours=9))


def test_a_new_time_delivered_after_the_word_that_they_are_back_watches_nobody(story):
    story.writes(HANA, SETS_OFF)
    story.waits(hours=3)
    story.writes(HANA, "Home safe.\n")
    slow(story, HANA, "Running late, back by 6pm.\n", story.clock.now() - timedelta(minutes=5))
    assert "lone/overdue" not in templates(story.waits(hours=9))


def test_a_setting_off_that_arrives_after_its_time_of_return_is_asked_about_at_once(story):
    story.waits(hours=7)
    slow(story, HANA, SETS_OFF, story.clock.now() - timedelta(hours=7))
    assert [mail.to[0] for mail in story.waits(minutes=1)] == [HANA, PAT, COLIN, NORA]


def test_a_return_before_the_start_is_asked_about_and_told_and_watches_nothing(story):
    decided = story.writes(HANA, "Setting off to see Marek at 5pm, back by 4.30pm.\n")
    assert templates(to(decided.mails, HANA)) == ["lone/before_start"]
    assert "attention/now" in templates(to(decided.mails, COLIN))
    assert "lone/are_you_back" not in templates(story.waits(hours=9))


def test_a_return_before_the_start_leaves_the_watch_that_runs_as_it_is(story):
    story.writes(HANA, SETS_OFF)
    decided = story.writes(HANA, "Setting off to see Marek at 8pm, back by 7.30pm.\n")
    assert templates(to(decided.mails, HANA)) == ["lone/not_moved"]
    assert "lone/overdue" in templates(story.waits(hours=6))


def test_a_return_that_is_past_already_is_asked_about_and_told(story):
    story.waits(hours=7)
    decided = story.writes(HANA, "Setting off to see Marek now, back by 4.30pm.\n")
    assert templates(to(decided.mails, HANA)) == ["lone/not_watched"]
    assert "attention/now" in templates(to(decided.mails, COLIN))
    assert "lone/are_you_back" not in templates(story.waits(hours=2))


def test_a_client_who_is_not_theirs_is_told_to_a_coordinator_and_they_are_watched_all_the_same(story):
    decided = story.writes(HANA, "Setting off to see Samira now, back by 4.30pm.\n")
    assert templates(to(decided.mails, HANA)) == ["lone/watched_not_theirs"]
    assert story.open_attention() == ["lone-not-theirs"]
    alarm = to(story.waits(hours=6), COLIN)[-1]
    assert alarm.template == "lone/overdue"
    assert "H-2" not in alarm.text


def test_two_times_that_contradict_each_other_are_asked_about(story):
    decided = story.writes(HANA, "Setting off to see Marek now, back by 4pm or maybe 7pm.\n")
    assert "lone/watched" not in templates(decided.mails)
    assert "attention/now" in templates(to(decided.mails, COLIN))


def test_an_automatic_answer_neither_moves_a_watch_nor_ends_it(story):
    story.writes(HANA, SETS_OFF)
    story.writes(
        HANA, "Home safe. I am out of office, back by 6pm.\n", "Automatic reply", Auto_Submitted="auto-replied"
    )
    assert "lone/overdue" in templates(story.waits(hours=6))
