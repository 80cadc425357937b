"""An alarm that somebody has does not end in silence: they are asked again, then everybody is told anew (L23)."""

import pytest

from tests.story import COLIN, HANA, templates, to
from tests.workflows.lone_story import NORA, PAT, SETS_OFF, begin_lone, words

pytestmark = pytest.mark.duty("L23")


@pytest.fixture
def out(tmp_path):
    """Hana was expected at half past four; it is a quarter past five, and everybody has been told."""
    story = begin_lone(tmp_path)
    story.writes(HANA, SETS_OFF)
    story.waits(hours=6, minutes=15)
    return story


def takes(story, who):
    """They answer the alarm that they got."""
    alarm = to(story.mails, who)[-1]
    return story.writes(who, "I have this\n", answers=alarm)


def whom(mails):
    return [(mail.to[0], mail.template.removeprefix("lone/")) for mail in mails]


@pytest.mark.parametrize(
    ("who", "asked"), [(COLIN, "still_yours"), (NORA, "still_yours"), (PAT, "named_still_yours")]
)
def test_whoever_has_it_is_asked_after_an_hour_and_after_two_and_nobody_else(out, who, asked):
    takes(out, who)
    assert out.waits(minutes=59, seconds=59) == []
    assert whom(out.waits(seconds=1)) == [(who, asked)]
    assert whom(out.waits(hours=1)) == [(who, asked)]


def test_after_the_second_time_everybody_is_told_again_and_again_until_somebody_has_it(out):
    takes(out, COLIN)
    out.waits(hours=2)
    assert sorted(whom(out.waits(hours=1))) == sorted(
        [(HANA, "are_you_back"), (PAT, "named_overdue"), (COLIN, "overdue"), (NORA, "overdue")]
    )
    assert sorted(whom(out.waits(minutes=30))) == sorted([(COLIN, "overdue"), (NORA, "overdue")])
    takes(out, NORA)
    assert whom(out.waits(hours=1)) == [(NORA, "still_yours")]


def test_it_is_asked_at_night_too(out):
    takes(out, COLIN)
    for _ in range(4):  # a quarter past five to a quarter past two
        (asked,) = out.waits(hours=1)
        (asked,) = out.waits(hours=1)
        out.writes(COLIN, "I have this\n", answers=asked)
    assert out.clock.now().hour == 0
    assert whom(out.waits(hours=2)) == [(COLIN, "still_yours")] * 2


def test_the_wait_is_that_of_the_config(tmp_path):
    story = begin_lone(tmp_path, more='[lone]\ntaken_again_after = "10 minutes"\n')
    story.writes(HANA, SETS_OFF)
    story.waits(hours=6, minutes=15)
    takes(story, COLIN)
    assert whom(story.waits(minutes=10)) == [(COLIN, "still_yours")]


@pytest.mark.parametrize("text", ["STAND DOWN", "She is home."])
def test_an_officer_ends_it_by_answering_the_question(out, text):
    takes(out, COLIN)
    (asked,) = out.waits(hours=1)
    decided = out.writes(COLIN, f"{text}\n", answers=asked)
    assert "lone/ended_noted" in templates(decided.mails)
    assert out.waits(hours=24) == []


@pytest.mark.parametrize("text", ["HOME", "Home safe", "STAND DOWN"])
def test_the_visitor_ends_it_by_writing_that_they_are_home(out, text):
    takes(out, COLIN)
    asked = next(mail for mail in out.mails if mail.template == "lone/are_you_back")
    decided = out.writes(HANA, f"{text}\n", answers=asked)
    assert "lone/stood_down" in templates(to(decided.mails, HANA))
    assert out.waits(hours=9) == []


def test_a_named_person_who_writes_home_does_not_end_the_asking(out):
    takes(out, PAT)
    (asked,) = out.waits(hours=1)
    out.writes(PAT, "HOME\n", answers=asked)
    assert whom(out.waits(hours=1)) == [(PAT, "named_still_yours")]


def test_whoever_has_it_and_cannot_any_more_gives_it_back_at_once(out):
    takes(out, COLIN)
    (asked,) = out.waits(hours=1)
    out.writes(COLIN, "I can't\n", answers=asked)
    assert (NORA, "overdue") in whom(out.waits(seconds=1))


def test_somebody_else_who_cannot_gives_nothing_back(out):
    takes(out, COLIN)
    out.writes(NORA, "I can't\n", answers=to(out.mails, NORA)[0])
    assert out.waits(minutes=30) == []


def test_saying_it_twice_to_one_mail_is_answered_kindly_and_raises_nothing(out):
    alarm = to(out.mails, COLIN)[-1]
    takes(out, COLIN)
    raised = out.open_attention()
    decided = out.writes(COLIN, "I have this\n", answers=alarm)
    assert templates(decided.mails) == ["lone/noted_already"]
    assert out.open_attention() == raised


def test_an_old_i_have_this_does_not_take_an_alarm_that_has_risen_again(out):
    alarm = to(out.mails, COLIN)[-1]
    takes(out, COLIN)
    out.waits(hours=3)
    out.writes(COLIN, "I have this\n", answers=alarm)
    assert "lone-doubtful" in out.open_attention()
    assert (NORA, "overdue") in whom(out.waits(minutes=30))


def test_a_coordinator_who_only_heard_that_somebody_has_it_hears_of_the_return(tmp_path):
    story = begin_lone(tmp_path)
    story.writes(HANA, SETS_OFF)
    (alarm,) = to(story.waits(hours=5, minutes=50), PAT)
    story.writes(PAT, "I have this\n", answers=alarm)
    decided = story.writes(HANA, "Home safe.\n")
    assert templates(to(decided.mails, COLIN)) == ["lone/is_back"]


def test_the_question_to_a_named_person_outside_the_roll_names_the_visitor_and_nothing_else(out):
    takes(out, PAT)
    (asked,) = out.waits(hours=1)
    assert "Hana" in words(asked)
    assert not any(word in words(asked) for word in ("Marek", "P-1", "07700 900001", "Adeyemi is"))
