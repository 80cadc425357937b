"""Lone working (L23): who sets off alone is watched, day and night, until they surely write that they are back."""

import pytest

from mailbot.events import Disposition
from tests.story import COLIN, HANA, IVO, begin, templates, to

SETS_OFF = "Setting off to see Marek now, back by 4.30pm.\n"
pytestmark = pytest.mark.duty("L23")


@pytest.fixture
def story(tmp_path):
    """Monday, eleven in the morning."""
    return begin(tmp_path)


def test_setting_off_with_a_time_of_return_is_watched_and_needs_nobody(story):
    decided = story.writes(HANA, SETS_OFF)
    assert templates(decided.mails) == ["lone/watched"]
    assert decided.disposition is Disposition.DONE
    words = " ".join(decided.mails[0].text.split())
    assert "by 16.30 on Monday 11 May 2026" in words
    assert "by 17.00 on Monday 11 May 2026" in words


def test_without_a_time_of_return_a_coordinator_is_told_now(story):
    decided = story.writes(HANA, "Setting off to see Marek now.\n")
    assert "attention/now" in templates(to(decided.mails, COLIN))
    assert "lone/not_watched" in templates(to(decided.mails, HANA))


def test_half_an_hour_after_the_time_of_return_a_coordinator_is_written_to_and_the_visitor_before(story):
    story.writes(HANA, SETS_OFF)
    assert templates(story.waits(hours=5, minutes=59)) == ["lone/are_you_back"]  # until one minute to five
    assert "lone/overdue" in templates(to(story.waits(minutes=2), COLIN))
    assert story.open_attention() == ["lone-overdue"]


def test_the_alarm_names_no_client_and_no_place(story):
    story.writes(HANA, SETS_OFF)
    (mail,) = to(story.waits(hours=6), COLIN)
    assert "Hana" in mail.text
    assert not {"Marek", "prison", "hotel"} & set(mail.text.split())


def test_home_safe_stands_the_watch_down(story):
    story.writes(HANA, SETS_OFF)
    decided = story.writes(HANA, "Home safe.\n")
    assert templates(decided.mails) == ["lone/stood_down"]
    assert story.waits(hours=9) == []


def test_home_safe_after_the_alarm_tells_whoever_was_told(story):
    story.writes(HANA, SETS_OFF)
    story.waits(hours=7)
    decided = story.writes(HANA, "Home safe.\n")
    assert "lone/is_back" in templates(to(decided.mails, COLIN))
    assert story.open_attention() == []


def test_a_new_time_of_return_moves_the_watch(story):
    story.writes(HANA, SETS_OFF)
    story.writes(HANA, "Setting off to see Marek now, back by 6pm.\n")
    assert story.waits(hours=7) == []  # six in the evening: nobody is told of half past four
    assert "lone/overdue" in templates(story.waits(hours=2))


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_a_message_that_may_not_be_theirs_stands_nobody_down_and_tells_a_coordinator(story, dmarc):
    story.writes(HANA, SETS_OFF)
    decided = story.writes(HANA, "Home safe.\n", dmarc=dmarc)
    assert "lone-doubtful" in story.open_attention()
    assert "lone/stood_down" not in templates(decided.mails)
    assert "lone/overdue" in templates(story.waits(hours=7))


def test_even_an_answer_to_our_own_mail_stands_nobody_down_where_the_sender_could_not_be_checked(story):
    (watched,) = to(story.writes(HANA, SETS_OFF).mails, HANA)
    decided = story.writes(HANA, "Home safe.\n", dmarc="none", answers=watched)
    assert templates(to(decided.mails, HANA)) == ["lone/back_doubtful"]
    assert "attention/now" in templates(to(decided.mails, COLIN))
    assert "lone/overdue" in templates(to(story.waits(hours=7), COLIN))


def test_nobody_else_stands_a_watch_down(story):
    story.writes(HANA, SETS_OFF)
    story.writes(IVO, "Home safe.\n")
    assert "lone/overdue" in templates(story.waits(hours=7))


def test_the_alarm_comes_at_night_too(story):
    story.waits(hours=8)
    story.writes(HANA, "Setting off to see Marek now, back by 11pm.\n")
    assert "lone/overdue" in templates(story.waits(hours=5))


def test_a_word_that_may_say_they_are_back_is_asked_about_and_the_watch_goes_on(story):
    story.writes(HANA, SETS_OFF)
    decided = story.writes(HANA, "Out of there now, long story, I ran into the neighbour with the key again.\n")
    assert "lone/stood_down" not in templates(decided.mails)
    assert "lone/overdue" in templates(to(story.waits(hours=7), COLIN))


def test_a_time_of_return_that_could_be_another_is_not_watched_whoever_it_is_about(story):
    decided = story.writes(HANA, "Setting off now to see Marek or Samira, back by 4pm or maybe 7pm.\n")
    assert "lone/watched" not in templates(decided.mails)


@pytest.mark.parametrize(
    "text",
    [
        "I am home safe, sorry, my phone was flat.",
        "Home safe, sorry - phone died",
        "Sorry, home safe, my battery was flat.",
        "I am home safe, sorry.",
    ],
)
def test_whoever_is_sorry_for_being_late_is_surely_home(story, text):
    story.writes(IVO, "Setting off to see Samira now, back by 12.30pm.")
    story.waits(hours=1)
    assert templates(story.writes(IVO, text).mails) == ["lone/stood_down"]


def test_whoever_is_sorry_for_more_than_their_telephone_is_asked(story):
    story.writes(IVO, "Setting off to see Samira now, back by 12.30pm.")
    story.waits(hours=1)
    decided = story.writes(IVO, "Home safe, sorry, my phone was taken from me by the man downstairs.")
    assert "lone/stood_down" not in templates(decided.mails)
