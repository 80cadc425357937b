"""The alarm over a lone visitor: who is told when, who may answer, and what stands it down (L23)."""

from datetime import timedelta

import pytest

from mailbot.events import Lane
from mailbot.store import outbox
from tests.story import BETH, COLIN, HANA, IVO, LENA, templates, to
from tests.workflows.lone_story import NORA, OUTSIDE, PAT, SETS_OFF, begin_lone, checked, with_people, words

pytestmark = pytest.mark.duty("L23")


@pytest.fixture
def story(tmp_path):
    return begin_lone(tmp_path)


@pytest.fixture
def out(story):
    """Hana is out, and it is half past four: the time at which she wanted to be back."""
    story.writes(HANA, SETS_OFF)
    story.waits(hours=5, minutes=30)
    return story


def told(mails):
    """Whom each mail reached, in order."""
    return [mail.to[0] for mail in mails]


def test_visitor_named_person_coordinator_and_out_of_hours_are_told_one_after_the_other(out):
    assert out.waits(minutes=9, seconds=59) == []
    assert told(out.waits(seconds=1)) == [HANA]
    assert out.waits(minutes=9, seconds=59) == []
    assert told(out.waits(seconds=1)) == [PAT]
    assert out.waits(minutes=9, seconds=59) == []
    assert told(out.waits(seconds=1)) == [COLIN]
    assert out.waits(minutes=14, seconds=59) == []
    assert told(out.waits(seconds=1)) == [NORA]


def test_they_are_told_again_until_somebody_has_it(out):
    out.waits(minutes=45)
    assert sorted(told(out.waits(minutes=30))) == [COLIN, NORA]
    (alarm, _) = out.waits(minutes=30)
    out.writes(COLIN, "I have this\n", answers=alarm)
    assert out.waits(minutes=59) == []


def test_the_waits_are_those_of_the_config(tmp_path):
    more = '[lone]\nvisitor_after = "1 minute"\nnamed_person_after = "2 minutes"\ncoordinator_after = "3 minutes"\n'
    story = begin_lone(tmp_path, more=more + 'out_of_hours_after = "4 minutes"\nagain_every = "5 minutes"\n')
    story.writes(HANA, SETS_OFF)
    story.waits(hours=5, minutes=30)
    assert told(story.waits(minutes=4)) == [HANA, PAT, COLIN, NORA]
    assert sorted(told(story.waits(minutes=5))) == [COLIN, NORA]


def test_the_named_person_is_told_first_name_time_and_phone_and_nothing_else(out):
    (mail,) = to(out.waits(minutes=20), PAT)
    assert "Hana" in mail.text
    assert "16.30 on Monday 11 May 2026" in words(mail)
    assert "01632 960700" in mail.text
    raw = out.scheme.database.read(lambda conn: outbox.raw(conn, mail.id)).decode()
    for word in ("Adeyemi, H", "Hana Adeyemi", "Marek", "P-1", "prison", "Riverside", "07700 900001", HANA):
        assert word not in raw


@pytest.mark.parametrize("named", ["Pat Adeyemi,pat@example.net,", "Pat Adeyemi,pat@example.net,2026-05-12", ""])
def test_nobody_outside_the_roll_is_told_who_has_not_agreed_by_then(tmp_path, named):
    story = begin_lone(tmp_path, named=named)
    story.writes(HANA, SETS_OFF)
    assert told(story.waits(hours=6, minutes=15)) == [HANA, COLIN, NORA]


def test_a_fellow_volunteer_on_the_roll_needs_no_agreement(tmp_path):
    story = begin_lone(tmp_path, named=f"Ivo Brandt,{IVO},")
    story.writes(HANA, SETS_OFF)
    (mail,) = to(story.waits(hours=6, minutes=15), IVO)
    assert mail.template == "lone/named_overdue"
    assert "Marek" not in mail.text


@pytest.mark.parametrize(
    ("wanted", "expected"), [("true", [HANA, BETH, COLIN, NORA]), ("false", [HANA, COLIN, NORA])]
)
def test_the_backup_stands_in_for_a_named_person_where_the_config_says_so(tmp_path, wanted, expected):
    story = begin_lone(tmp_path, named="", more=f"[lone]\nbackup_is_named_person = {wanted}\n")
    story.writes(HANA, SETS_OFF)
    assert told(story.waits(hours=6, minutes=15)) == expected


def test_one_person_with_two_roles_gets_one_alarm(tmp_path):
    story = begin_lone(tmp_path, named=f"Colin Dray,{COLIN},", also=" out_of_hours")
    story.writes(HANA, SETS_OFF)
    assert told(story.waits(hours=6, minutes=15)) == [HANA, COLIN, NORA]


def test_a_coordinator_who_goes_in_alone_is_not_the_one_who_is_told_of_it(story):
    story.writes(COLIN, "Setting off to see Marek now, back by 4.30pm.\n")
    mails = story.waits(hours=6, minutes=15)
    assert "lone/are_you_back" in templates(to(mails, COLIN))
    assert "lone/overdue" not in templates(to(mails, COLIN))
    assert "lone/overdue" in templates(to(mails, LENA))


def test_alarms_leave_by_the_lane_for_concerns_and_no_cap_holds_them(tmp_path):
    story = begin_lone(tmp_path, more="[limits]\nmails_per_address_per_day = 1\nmails_per_day = 1\n")
    story.writes(HANA, SETS_OFF)
    mails = story.waits(hours=7)
    lanes = story.scheme.database.read(lambda conn: [outbox.get(conn, mail.id).lane for mail in mails])
    assert len(mails) == 6
    assert set(lanes) == {Lane.CONCERN}
    assert all(mail.hold is None for mail in mails)


@pytest.mark.parametrize("who", [PAT, COLIN, NORA])
def test_whoever_was_told_may_have_it_and_the_others_hear_that(out, who):
    (alarm,) = to(out.waits(minutes=45), who)
    decided = out.writes(who, "I have this, thanks.\n", answers=alarm)
    others = {PAT, COLIN, NORA} - {who}
    assert {mail.to[0] for mail in decided.mails if "taken" in mail.template} == others | {who}
    assert out.waits(minutes=59) == []


def test_a_named_person_who_has_it_keeps_the_next_from_being_told_but_the_coordinator_hears_of_it(out):
    (alarm,) = to(out.waits(minutes=20), PAT)
    decided = out.writes(PAT, "I have this\n", answers=alarm)
    assert templates(to(decided.mails, COLIN)) == ["lone/taken"]
    assert out.waits(minutes=59) == []
    assert out.open_attention() == ["lone-overdue"]


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_an_answer_that_may_not_be_theirs_stops_nothing(out, dmarc):
    (alarm,) = to(out.waits(minutes=20), PAT)
    out.writes(PAT, "I have this\n", answers=alarm, dmarc=dmarc)
    assert "lone-doubtful" in out.open_attention()
    assert "lone/overdue" in templates(to(out.waits(minutes=10), COLIN))


def test_only_an_addressee_may_answer_an_alarm(out):
    (alarm,) = to(out.waits(minutes=20), PAT)
    decided = out.writes(IVO, "I have this\n", answers=alarm)
    assert "lone-doubtful" in out.open_attention()
    assert to(decided.mails, IVO) == []
    assert COLIN in told(out.waits(minutes=10))


def test_without_the_token_nobody_has_it(out):
    out.waits(minutes=30)
    out.writes(NORA, "I have this\n")
    assert NORA in told(out.waits(minutes=15))


def test_a_named_person_who_says_she_is_home_is_passed_on_and_stands_nobody_down(out):
    (alarm,) = to(out.waits(minutes=30), PAT)
    decided = out.writes(PAT, "She is home.\n", answers=alarm)
    assert templates(to(decided.mails, COLIN)) == ["lone/said_home"]
    assert templates(to(decided.mails, PAT)) == ["lone/home_noted"]
    (alarm,) = out.waits(minutes=15)
    assert alarm.to == (NORA,)
    assert "Somebody whom we told wrote at 17.00" in words(alarm)
    assert out.open_attention() == ["lone-overdue"]


def test_out_of_hours_is_no_officer_and_cannot_stand_it_down(out):
    alarm = to(out.waits(minutes=45), NORA)[0]
    decided = out.writes(NORA, "Stand down\n", answers=alarm)
    assert templates(to(decided.mails, NORA)) == ["lone/answer_doubtful"]
    assert sorted(told(out.waits(minutes=30))) == [COLIN, NORA]


@pytest.mark.parametrize("text", ["STAND DOWN", "She is home.", "done"])
def test_an_officer_who_was_told_stands_everybody_down_and_each_is_told(out, text):
    (alarm,) = to(out.waits(minutes=45), COLIN)
    decided = out.writes(COLIN, f"{text}\n", answers=alarm)
    assert templates(to(decided.mails, PAT)) == ["lone/named_ended"]
    assert templates(to(decided.mails, NORA)) == ["lone/ended"]
    assert "attention/command_not_understood" not in templates(decided.mails)
    assert out.waits(hours=9) == []
    assert out.open_attention() == []


def test_the_same_officer_without_the_alarm_in_the_answer_stands_nobody_down(out):
    out.waits(minutes=30)
    out.writes(COLIN, "Stand down\n")
    assert NORA in told(out.waits(minutes=15))


def test_whoever_answers_what_is_over_is_told_so(out):
    (alarm,) = to(out.waits(minutes=20), PAT)
    out.writes(HANA, "Home safe.\n")
    decided = out.writes(PAT, "I have this\n", answers=alarm)
    assert templates(decided.mails) == ["lone/already_over"]


def test_whoever_cannot_help_changes_nothing(out):
    (alarm,) = to(out.waits(minutes=20), PAT)
    decided = out.writes(PAT, "I can't today\n", answers=alarm)
    assert templates(to(decided.mails, PAT)) == ["lone/cannot_noted"]
    assert told(out.waits(minutes=10)) == [COLIN]


def test_a_late_home_safe_stands_everybody_down_who_was_told_and_tells_them(out):
    out.waits(minutes=45)
    decided = out.writes(HANA, "Home safe.\n")
    assert templates(to(decided.mails, PAT)) == ["lone/named_is_back"]
    assert templates(to(decided.mails, COLIN)) == ["lone/is_back"]
    assert templates(to(decided.mails, NORA)) == ["lone/is_back"]
    assert templates(to(decided.mails, HANA)) == ["lone/stood_down"]
    assert out.waits(hours=9) == []
    assert out.open_attention() == []


def test_home_safe_stands_down_also_after_somebody_has_it(out):
    (alarm,) = to(out.waits(minutes=30), COLIN)
    out.writes(COLIN, "ack\n", answers=alarm)
    decided = out.writes(HANA, "Home safe.\n")
    assert "lone/is_back" in templates(to(decided.mails, COLIN))
    assert out.open_attention() == []


def test_a_named_person_taken_off_the_roll_meanwhile_still_hears_of_the_return(out, tmp_path):
    out.waits(minutes=20)
    with_people(out, tmp_path, named="")
    decided = out.writes(HANA, "Home safe.\n")
    assert templates(to(decided.mails, PAT)) == ["lone/named_is_back"]


@pytest.mark.parametrize("text", ["No.", "Not ok", "No, I'm not safe", "help"])
def test_no_to_are_you_back_tells_everybody_at_once(out, text):
    (asked,) = out.waits(minutes=10)
    decided = out.writes(HANA, f"{text}\n", answers=asked)
    assert {PAT, COLIN, NORA} <= {mail.to[0] for mail in decided.mails}
    assert "lone-trouble" in out.open_attention()
    alarm = [mail for mail in out.waits(minutes=30) if mail.template.startswith("lone/")]
    assert sorted(told(alarm)) == [COLIN, NORA]


@pytest.mark.parametrize("dmarc", ["pass", "none", "fail"])
@pytest.mark.parametrize("text", ["I'm not ok, he won't let me out.", "I feel unsafe here, he has locked the door."])
def test_words_of_harm_of_somebody_who_is_out_tell_everybody_at_once_whoever_sent_them(story, text, dmarc):
    story.writes(HANA, SETS_OFF)
    story.waits(hours=1)
    decided = story.writes(HANA, f"{text}\n", dmarc=dmarc)
    assert [mail.to[0] for mail in decided.mails if mail.template == "lone/trouble"] == [COLIN, NORA]
    assert "lone/named_trouble" in templates(to(decided.mails, PAT))


def test_trouble_after_somebody_has_it_begins_anew(out):
    (alarm,) = to(out.waits(minutes=30), COLIN)
    out.writes(COLIN, "ack\n", answers=alarm)
    decided = out.writes(HANA, "I'm not safe\n")
    assert "lone/trouble" in templates(to(decided.mails, COLIN))
    assert COLIN in told(out.waits(minutes=30))


def test_a_worry_about_the_person_visited_beside_home_safe_is_no_alarm_about_the_visitor(story):
    story.writes(HANA, SETS_OFF)
    decided = story.writes(HANA, "Home safe. Marek seemed very low, said he wants to kill himself.\n")
    assert "safeguarding/officer_alert" in templates(to(decided.mails, LENA))
    assert "lone/trouble" not in templates(decided.mails)
    assert "lone/overdue" in templates(story.waits(hours=7))


def test_harm_of_somebody_who_is_not_out_is_no_alarm_of_this_kind(story):
    assert "lone/trouble" not in templates(story.writes(HANA, "I feel unsafe here.\n").mails)


def test_an_alarm_says_since_when_the_mailbox_could_not_be_read(out):
    checked(out, out.clock.now() - timedelta(minutes=40))
    (alarm,) = to(out.waits(minutes=30), COLIN)
    assert "could not read its mailbox from 15.50 on Monday 11 May 2026 until now" in words(alarm)


def test_an_alarm_says_also_of_a_time_that_is_over(story):
    story.writes(HANA, SETS_OFF)
    checked(story, story.clock.now())
    story.waits(hours=1)
    for _ in range(5 * 15):  # from noon on it is read again, every four minutes
        checked(story, story.clock.now())
        if alarm := to(story.waits(minutes=4), COLIN):
            break
    assert "from 11.00 on Monday 11 May 2026 until 12.00 on Monday 11 May 2026" in words(alarm[0])


def test_a_time_that_was_over_before_they_set_off_is_not_spoken_of(story):
    checked(story, story.clock.now() - timedelta(hours=2))
    checked(story, story.clock.now() - timedelta(minutes=1))
    story.writes(HANA, SETS_OFF)
    for _ in range(6 * 15):
        checked(story, story.clock.now())
        if alarm := to(story.waits(minutes=4), COLIN):
            break
    assert "could not read its mailbox" not in words(alarm[0])


def test_a_mailbox_that_is_read_all_the_time_is_not_spoken_of(story):
    story.writes(HANA, SETS_OFF)
    for _ in range(6 * 15 + 1):
        checked(story, story.clock.now())
        alarm = to(story.waits(minutes=4), COLIN)
        if alarm:
            break
    assert "could not read its mailbox" not in words(alarm[0])


def test_the_visitor_and_the_named_person_are_not_told_of_the_mailbox(out):
    checked(out, out.clock.now() - timedelta(minutes=40))
    assert not any("mailbox" in mail.text for mail in out.waits(minutes=20))


def test_the_named_person_who_has_agreed_is_the_one_of_the_roll(tmp_path):
    assert OUTSIDE.split(",")[1] == PAT
    story = begin_lone(tmp_path)
    assert story.scheme.database.read(story.scheme.roll).by_email(HANA).named_person.email == PAT
