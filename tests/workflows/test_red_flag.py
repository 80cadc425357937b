"""More than five minutes to get through makes a Red Flag report of its own; exactly five does not (C5)."""

import pytest

from mailbot.events import Hold
from tests.story import DIRECTORY, IVO, LENA, begin, templates, to
from tests.workflows.outside_story import (
    MORE,
    RED_FLAG_TEAM,
    WORRY,
    asked,
    by_hand,
    form,
    left,
    log_of,
    of,
    one,
    request,
)

CALLED = "9.10 am today"
MORE_THAN_FIVE = [
    "6 minutes",
    "12 mins",
    "half an hour",
    "over 5 minutes",
    "more than five minutes",
    "5 minutes 1 second",
]
NOT_MORE = [
    "5 minutes",
    "five minutes",
    "4 mins",
    "exactly 5 minutes",
    "5 minutes 0 seconds",
    "no more than 5 minutes",
]


@pytest.fixture
def story(tmp_path):
    story = begin(tmp_path, directory=MORE)
    yield story
    story.scheme.database.close()
    assert "safeguarding/built_in_alert" not in templates(story.mails), "the rules themselves alert whom they should"


def flags(story):
    return to(story.mails, RED_FLAG_TEAM)


@pytest.mark.duty("C5")
@pytest.mark.parametrize("wait", MORE_THAN_FIVE)
def test_a_wait_of_more_than_five_minutes_makes_its_own_mail_to_its_own_entry(story, wait):
    story.writes(IVO, form(called=CALLED, wait=wait))
    (flag,) = flags(story)
    assert flag.to == (RED_FLAG_TEAM,) and flag.cc == () and flag.hold is None
    assert "RED FLAG" in flag.text and "09.10 on Monday 11 May 2026" in flag.text
    assert "a man on her floor" not in flag.text, "what happened is no part of that report"
    assert "red-flag-written" in log_of(story)


@pytest.mark.duty("C5")
@pytest.mark.parametrize("wait", NOT_MORE)
def test_exactly_five_is_not_more(story, wait):
    story.writes(IVO, form(called=CALLED, wait=wait))
    story.waits(hours=1)
    assert len(left(story)) == 1 and flags(story) == []
    assert of(story.mails, "red_flag_by_phone") == []


@pytest.mark.duty("C5")
def test_what_was_said_in_words_is_not_made_a_number(story):
    story.writes(IVO, form(called=CALLED, wait="over 5 minutes"))
    assert "more than 5 minutes" in flags(story)[0].text


@pytest.mark.duty("C5")
def test_without_an_entry_the_lead_is_told_to_make_it_by_phone_once(tmp_path):
    story = begin(tmp_path, directory=DIRECTORY)
    told = story.writes(IVO, form(called=CALLED, wait="12 minutes")).mails + story.waits(hours=1)
    mail = one(told, "red_flag_by_phone")
    assert (
        mail.to == (LENA,) and "by phone" in mail.text and "12 minutes" in mail.text and "01632 960701" in mail.text
    )


@pytest.mark.duty("C5")
def test_a_stale_entry_is_no_entry(tmp_path):
    story = begin(
        tmp_path,
        directory=MORE.replace(
            f'"{RED_FLAG_TEAM}"\nphone = "01632 960222"\nverified_by = "L. Ekwall"', f'"{RED_FLAG_TEAM}"'
        ),
    )
    story.writes(IVO, form(called=CALLED, wait="12 minutes"))
    assert flags(story) == [] and one(story.mails, "red_flag_by_phone")
    assert len(left(story)) == 1, "the report itself is not held up by it"


@pytest.mark.duty("C5")
def test_it_waits_with_a_report_that_waits_and_leaves_when_that_is_released(story):
    story.writes(IVO, form(called=CALLED, wait="12 minutes"), dmarc="none")
    story.waits(minutes=12)
    assert flags(story) == []
    story.writes(LENA, "RELEASE\n", answers=request(story))
    (flag,) = flags(story)
    assert flag.hold is None


@pytest.mark.duty("C5")
def test_it_follows_a_report_that_was_released_by_command(story):
    story.writes(IVO, form(called=CALLED, wait="12 minutes"), dmarc="none")
    by_hand(story, of(story.mails, "escalation")[0].id)
    story.waits(minutes=6)
    assert len(flags(story)) == 1


@pytest.mark.duty("C5")
def test_a_wait_that_is_told_after_the_report_has_left_is_reported_then_and_once(story):
    story.writes(IVO, form())
    question = to(story.waits(minutes=15), IVO)[-1]
    assert flags(story) == []
    story.writes(IVO, "I rang at 11.05, it took 9 minutes to get through.\n", answers=question)
    (flag,) = flags(story)
    assert "9 minutes" in flag.text
    story.writes(IVO, "It took 9 minutes to get through.\n", answers=question)
    assert len(flags(story)) == 1


@pytest.mark.duty("C5")
def test_free_text_needs_the_yes_before_its_red_flag_leaves(story):
    text = WORRY + "I rang the helpline today at 9.10 am and it took 12 minutes to get through.\n"
    decided = story.writes(IVO, text)
    assert flags(story) == []
    story.writes(IVO, "YES\n", answers=asked(decided))
    assert len(flags(story)) == 1


@pytest.mark.parametrize(("mode", "hold"), [("test", Hold.TEST_MODE), ("team", Hold.NOT_ON_TEAM)])
def test_it_never_leaves_but_in_live_mode(tmp_path, mode, hold):
    story = begin(tmp_path, directory=MORE, mode=mode, team=f'["{IVO}", "{LENA}"]')
    story.writes(IVO, form(called=CALLED, wait="12 minutes"))
    story.waits(hours=1)
    assert all(mail.hold is hold for mail in flags(story)) and left(story) == []


def test_the_limit_is_the_packs(story, monkeypatch):
    monkeypatch.setitem(story.scheme.rulebook.packs["refugee-hotels"].values, "red_flag_over_minutes", 10)
    story.writes(IVO, form(called=CALLED, wait="9 minutes"))
    assert flags(story) == []
