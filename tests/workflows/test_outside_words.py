"""What a report says outside, and what directory, mode and crashes do to it (B11, C11, L14, L19)."""

from dataclasses import replace

import pytest

from mailbot.config import load_config
from mailbot.events import Hold, Lane
from mailbot.store.transaction import Database
from tests.story import BETH, COLIN, DIRECTORY, ENVIRON, HANA, IVO, LENA, begin, templates, to
from tests.workflows.outside_story import (
    WORRY,
    asked,
    by_hand,
    form,
    left,
    of,
    one,
    request,
)


@pytest.fixture
def story(tmp_path):
    story = begin(tmp_path)
    yield story
    story.scheme.database.close()
    assert "safeguarding/built_in_alert" not in templates(story.mails), "the rules themselves alert whom they should"


# Crashes and the directory.


def test_a_restart_loses_no_timer_and_a_timer_that_fires_twice_sends_once(tmp_path):
    story = begin(tmp_path)
    story.writes(IVO, form())
    story.scheme.database.close()
    story.scheme = replace(story.scheme, database=Database(story.scheme.config.database_url), _roll=None)
    story.waits(minutes=16)
    assert len(left(story)) == 1
    story.waits(hours=3)
    assert len(left(story)) == 1 and len(of(story.mails, "escalation")) == 1


@pytest.mark.parametrize(("mode", "hold"), [("test", Hold.TEST_MODE), ("team", Hold.NOT_ON_TEAM)])
def test_in_test_and_team_mode_nothing_leaves_whoever_says_so(tmp_path, mode, hold):
    story = begin(tmp_path, mode=mode, team=f'["{IVO}", "{HANA}", "{LENA}", "{COLIN}"]')
    story.writes(IVO, form(called="9.10 am today"))
    held = of(to(story.mails, LENA), "escalation_held")[0]
    assert "01632 960701" in held.text
    story.writes(HANA, WORRY)
    decided = story.writes(LENA, "RELEASE\n", answers=request(story))
    refused = one(decided.mails, "not_sent")
    assert "the mode in the configuration" in " ".join(refused.text.split()) and "01632 960701" in refused.text
    story.waits(hours=1)
    assert left(story) == []


@pytest.mark.parametrize(
    "spoil", [("2026-04-01", "2024-04-01"), ('verified_by = "L. Ekwall"\n', ""), ("2026-04-01", "2026-06-01")]
)
def test_a_stale_or_unverified_entry_stops_it_and_the_officer_hears_what_to_do(tmp_path, spoil):
    story = begin(tmp_path, directory=DIRECTORY.replace(*spoil))
    decided = story.writes(IVO, form(called="9.10 am today"))
    assert one(decided.mails, "escalation").hold is Hold.DIRECTORY
    assert of(to(decided.mails, LENA), "escalation_held")
    alert = of(to(decided.mails, LENA), "officer_alert")[0]
    refused = one(story.writes(LENA, "RELEASE\n", answers=alert).mails, "not_sent")
    text = " ".join(refused.text.split())
    assert "helpline escalations" in text and "01632 960701" in text
    assert left(story) == []


def test_a_refused_release_can_be_given_again_once_the_entry_is_right(tmp_path):
    story = begin(tmp_path, directory=DIRECTORY.replace("2026-04-01", "2024-04-01"))
    story.writes(IVO, WORRY)
    alert = of(to(story.mails, LENA), "officer_alert")[0]
    refused = one(story.writes(LENA, "RELEASE\n", answers=alert).mails, "not_sent")
    path = tmp_path / "config.toml"
    path.write_text(path.read_text().replace("2024-04-01", "2026-05-11"))
    story.scheme = replace(story.scheme, config=load_config(path, ENVIRON), _roll=None)
    story.waits(minutes=5)
    assert left(story) == [], "what was held does not go out because something was put right: a person says so"
    story.writes(LENA, "RELEASE\n", answers=refused)
    assert len(left(story)) == 1


def test_what_a_yes_could_not_send_in_test_mode_does_not_leave_because_the_mode_changes(tmp_path):
    story = begin(tmp_path, mode="test")
    decided = story.writes(IVO, WORRY + "I rang the helpline today at 9.10 am.\n")
    story.writes(IVO, "YES\n", answers=asked(decided))
    path = tmp_path / "config.toml"
    path.write_text(path.read_text().replace('mode = "test"', 'mode = "live"'))
    story.scheme = replace(story.scheme, config=load_config(path, ENVIRON), _roll=None)
    story.waits(hours=1)
    assert left(story) == []


def test_a_draft_to_an_address_that_was_corrected_since_cannot_leave(tmp_path):
    story = begin(tmp_path)
    story.writes(IVO, WORRY)
    (old,) = of(story.mails, "escalation")
    path = tmp_path / "config.toml"
    path.write_text(path.read_text().replace("urgent@helpline", "urgents@helpline"))
    story.scheme = replace(story.scheme, config=load_config(path, ENVIRON), _roll=None)
    assert by_hand(story, old.id) is Hold.DIRECTORY
    story.writes(LENA, "RELEASE\n", answers=request(story))
    (mail,) = left(story)
    assert mail.to == ("urgents@helpline.example.net",)


# What it says.


@pytest.mark.duty("L19", "C11", "B11", "L14")
def test_it_says_what_was_reported_and_by_whom_in_role_and_names_nobody(story):
    text = (
        "Samira told me that a man on her floor hit her twice and she is terrified. Her solicitor says the tribunal"
        " is in June. He hit her again today, Ivo Brandt saw it, call 07700 900001 or hana@example.com. Please move"
        " Samira.\n"
    )
    story.writes(IVO, text)
    story.writes(LENA, "RELEASE\n", answers=request(story))
    (mail,) = left(story)
    said = " ".join(mail.text.split())
    assert "Reported by: visitor" in said and "our reference H-2" in said and "hit her twice" in said
    for private in ("Samira", "Ivo", "Brandt", "solicitor", "tribunal", "900001", HANA):
        assert private not in said
    assert "Samira" not in mail.subject and "H-2" not in mail.subject


def test_an_officers_words_about_the_case_never_go_outside(story):
    decided = story.writes(IVO, "Samira told me that a man on her floor hit her twice and she is terrified.\n")
    alert = of(to(decided.mails, LENA), "officer_alert")[0]
    story.writes(LENA, "He hit me too, she is known to invent things. Please send the police.\n", answers=alert)
    story.writes(LENA, "RELEASE\n", answers=request(story))
    (mail,) = left(story)
    assert "invent" not in mail.text and "police" not in mail.text and "The reporter has not stated this" in mail.text


def test_the_backup_is_on_no_mail_about_it(story):
    story.writes(IVO, WORRY)
    story.waits(minutes=30)
    assert to(story.mails, BETH) == []


def test_everything_about_it_takes_the_lane_for_concerns(story):
    decided = story.writes(IVO, WORRY)
    assert all(posting.letter.lane is Lane.CONCERN for posting in decided.turn.postings)
