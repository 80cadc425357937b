"""Meetings: announced, shown to a coordinator, sent on their word, answered, moved, called off (L8, L25, B5)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.clock import OfficeHours
from mailbot.events import Disposition, Lane
from mailbot.roll import Role
from mailbot.store import outbox, timers
from mailbot.workflows.contract import SCHEME
from mailbot.workflows.meetings import book, when
from mailbot.workflows.meetings.tables import MeetingState
from tests.story import BETH, COLIN, HANA, IVO, LENA, begin, templates, to

ANNOUNCED = "Support group on Thursday 21 May at 7pm, Friends' Meeting House, please invite everybody\n"
GUESTS = {HANA, IVO, BETH}
CONFIG = """
[[meetings]]
what = "General meeting"
on = 2026-05-28
at = "19:15"
place = "Town Hall"
for = ["visitor"]
"""
pytestmark = pytest.mark.duty("L25")


@pytest.fixture
def story(tmp_path):
    """Monday 11 May 2026, eleven in the morning."""
    return begin(tmp_path)


def only(mails, template):
    (mail,) = [mail for mail in mails if mail.template == template]
    return mail


def words(mail):
    return " ".join(mail.text.split())


def released(story, text=ANNOUNCED):
    """The meeting is announced and sent; the invitations, by guest."""
    shown = only(story.writes(COLIN, text, "Meeting").mails, "meetings/release")
    said = only(story.writes(COLIN, "SEND\n", answers=shown).mails, "meetings/released")
    return said, {mail.to[0]: mail for mail in story.waits(minutes=5) if mail.template == "meetings/invitation"}


def meeting(story):
    return story.scheme.database.read(lambda conn: book.get(conn, 1))


def test_a_coordinator_is_shown_what_is_sent_and_to_how_many_before_anybody_is_invited(story):
    decided = story.writes(COLIN, ANNOUNCED, "Meeting")
    assert decided.disposition is Disposition.DONE
    (shown,) = decided.mails
    assert (shown.template, shown.to) == ("meetings/release", (COLIN,))
    assert "It goes to 3 people" in words(shown) and "visitors and backups" in words(shown)
    assert to(story.waits(hours=3), HANA) == []


def test_on_send_each_guest_gets_an_invitation_of_their_own_with_the_words_that_were_shown(story):
    shown = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    _, invitations = released(story)
    assert invitations.keys() == GUESTS
    assert all(len(mail.to) == 1 and mail.cc == () for mail in invitations.values())
    told = "You are invited: Support group, Thursday 21 May 2026 at 19.00. Place: Friends' Meeting House."
    assert all(told in words(mail) for mail in invitations.values())
    assert told in words(shown).replace("> ", "")


@pytest.mark.parametrize(
    "line", ["Yes\n", "Thanks, that looks right\n", "Send it to the visitors only\n", "Dont send\n"]
)
def test_without_a_plain_send_nobody_is_invited(story, line):
    shown = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    story.writes(COLIN, line, answers=shown)
    assert not any(to(story.waits(hours=4), guest) for guest in GUESTS)


@pytest.mark.parametrize("who", [HANA, LENA])
def test_a_send_of_somebody_who_was_not_asked_invites_nobody(story, who):
    shown = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    story.writes(who, "SEND\n", answers=shown)
    assert meeting(story).state == "draft"


def test_a_send_from_a_doubtful_address_invites_nobody(story):
    shown = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    story.writes(COLIN, "SEND\n", answers=shown, dmarc="none")
    assert meeting(story).state == "draft"


def test_two_sends_invite_once(story):
    shown = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    again = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    story.writes(COLIN, "SEND\n", answers=shown)
    assert templates(story.writes(COLIN, "SEND\n", answers=again).mails) == ["meetings/known"]
    assert len(to(story.waits(hours=2), HANA)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Support group next week at 7pm, Friends' Meeting House, please invite everybody\n",
        "Support group on Thursday 22 May at 7pm, Friends' Meeting House, please invite everybody\n",
        "Support group on Thursday 21 May at 7, Friends' Meeting House, please invite everybody\n",
        "Support group on Thursday 21 May, Friends' Meeting House, please invite everybody\n",
        "Support group on Thursday 21 May or Friday 22 May at 7pm, Friends' Meeting House, please invite everybody\n",
        "Support group on Thursday 21 May at 7pm, please invite everybody\n",
    ],
)
def test_what_is_not_said_for_certain_is_asked_and_nothing_is_written_down(story, text):
    decided = story.writes(COLIN, text, "Meeting")
    assert not any(change.what == "meeting.drafted" for change in decided.turn.changes)
    assert "meetings/release" not in templates(decided.mails)


def test_the_question_says_what_is_missing(story):
    text = "Support group on Thursday 21 May, please invite everybody\n"
    asked = only(story.writes(COLIN, text, "Meeting").mails, "meetings/ask_details")
    assert "at what time, and where" in words(asked)


def test_a_meeting_in_the_past_is_answered_clearly(story):
    text = ANNOUNCED.replace("Thursday 21 May", "7 May 2026")
    assert templates(story.writes(COLIN, text, "Meeting").mails) == ["meetings/in_past"]


def test_a_visitor_announces_no_meeting(story):
    decided = story.writes(HANA, ANNOUNCED, "Meeting")
    assert not any(change.what == "meeting.drafted" for change in decided.turn.changes)


def test_a_meeting_announced_from_a_doubtful_address_is_looked_at_by_a_person(story):
    decided = story.writes(COLIN, ANNOUNCED, "Meeting", dmarc="none")
    assert decided.mails == [] and "not-verified" in story.open_attention()


def test_invitations_wait_for_working_hours(story):
    shown = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    story.waits(hours=9)  # eight in the evening
    story.writes(COLIN, "SEND\n", answers=shown)
    assert story.waits(hours=12) == []
    assert {mail.to[0] for mail in story.waits(hours=2)} == GUESTS


def test_invitations_leave_half_of_a_days_mails_to_the_scheme_and_go_on_the_next_day(tmp_path):
    story = begin(tmp_path, more="[limits]\nmails_per_day = 8\n")
    shown = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    story.writes(COLIN, "SEND\n", answers=shown)
    first = story.waits(hours=5)
    assert len(first) == 2  # of four, two went to the coordinator
    later = story.waits(hours=44)
    assert {mail.to[0] for mail in first + later if mail.template == "meetings/invitation"} == GUESTS
    assert all(mail.hold is None for mail in first + later)


def test_an_invitation_nobody_releases_is_shown_again_in_working_hours_and_ends_in_the_digest(story):
    story.writes(COLIN, ANNOUNCED, "Meeting")
    chased = story.waits(days=12)
    assert set(templates(to(chased, COLIN))) == {"meetings/release"} and 5 <= len(to(chased, COLIN)) <= 8
    assert not any(to(chased, guest) for guest in GUESTS)
    assert story.open_attention() == ["meeting-not-sent"]


def test_yes_and_no_are_noted_and_answered_shortly(story):
    _, invitations = released(story)
    assert templates(story.writes(HANA, "Yes\n", answers=invitations[HANA]).mails) == ["meetings/answer_noted"]
    decided = story.writes(IVO, "Sorry, can't make it, away\n", answers=invitations[IVO])
    assert templates(decided.mails) == ["meetings/apology_noted"]
    assert decided.disposition is Disposition.DONE


@pytest.mark.parametrize(
    ("text", "coming"),
    [
        ("Hi Colin,\n\nI'd love to come, thanks for organising.\n\nHana\n", True),
        ("I'll be there!\n", True),
        ("Can't wait, see you there\n", True),
        ("Yes please, count me in\n", True),
        ("I'm afraid I won't be able to come this time.\n", False),
        ("Thanks for the invitation, but I can't make it.\n", False),
        ("Apologies, I have another commitment that evening.\n", False),
        ("Sorry can't make it but hope to see you all next time\n", False),
        ("Hello Colin, no, I am away then\n", False),
    ],
)
def test_a_sentence_is_as_good_as_a_word(story, text, coming):
    _, invitations = released(story)
    decided = story.writes(HANA, text, answers=invitations[HANA])
    said = "meetings/answer_noted" if coming else "meetings/apology_noted"
    assert said in templates(decided.mails)
    assert not any(change.what.startswith("visit.") for change in decided.turn.changes)


@pytest.mark.parametrize(
    "text",
    [
        "I'm not sure yet\n",
        "Maybe, will let you know\n",
        "I can't come at seven but could come at eight\n",
        "Yes, if I get the car\n",
        "Is there parking?\n",
        "I hope I can come\n",
    ],
)
def test_half_an_answer_is_none(story, text):
    _, invitations = released(story)
    decided = story.writes(HANA, text, answers=invitations[HANA])
    assert not any(change.what.startswith("meeting.answered") for change in decided.turn.changes)
    assert decided.mails or story.open_attention()


def test_a_worry_in_an_answer_reaches_a_person_at_once(story):
    _, invitations = released(story)
    text = "No, sorry, I can't. Marek told me that a guard hit him and he is scared.\n"
    decided = story.writes(HANA, text, answers=invitations[HANA])
    assert any(mail.to == (LENA,) for mail in decided.mails)


@pytest.mark.duty("L8")
def test_the_working_day_before_coordinators_hear_who_comes_and_who_sent_apologies(story):
    _, invitations = released(story)
    story.writes(HANA, "Yes\n", answers=invitations[HANA])
    story.writes(IVO, "No, sorry\n", answers=invitations[IVO])
    lists = [m for m in story.waits(days=12) if m.template == "meetings/list"]
    (told,) = lists
    assert told.to == (COLIN,)
    assert "Coming (1): Hana Adeyemi." in words(told)
    assert "Apologies (1): Ivo Brandt." in words(told)
    assert "No answer (1): Beth Caldwell." in words(told)


def test_two_working_days_before_those_who_come_or_said_nothing_are_reminded(story):
    _, invitations = released(story)
    story.writes(HANA, "Yes\n", answers=invitations[HANA])
    story.writes(IVO, "No, sorry\n", answers=invitations[IVO])
    assert story.waits(days=7) == []  # until Monday 18 May
    reminded = story.waits(days=1)
    assert {m.to[0] for m in reminded} == {HANA, BETH} and set(templates(reminded)) == {"meetings/reminder"}


@pytest.mark.duty("L8")
def test_an_answer_after_the_list_sends_a_new_one(story):
    _, invitations = released(story)
    story.waits(days=9)  # Wednesday 20 May, eleven
    story.writes(BETH, "No\n", answers=invitations[BETH])
    (again,) = to(story.waits(hours=1), COLIN)
    assert "Apologies (1): Beth Caldwell." in words(again)


@pytest.mark.duty("L8")
def test_an_answer_in_the_last_hours_reaches_the_coordinators_at_once(story):
    _, invitations = released(story)
    story.waits(days=10, hours=6, minutes=40)  # Thursday 21 May, 17.40: the office has closed
    decided = story.writes(BETH, "No\n", answers=invitations[BETH])
    assert "meetings/list" in templates(to(decided.mails, COLIN))


def test_an_answer_to_a_meeting_that_has_begun_is_told_so(story):
    _, invitations = released(story)
    story.waits(days=11)
    assert templates(story.writes(BETH, "Yes\n", answers=invitations[BETH]).mails) == ["meetings/too_late"]


def test_called_off_everybody_who_was_invited_is_told_and_nothing_more_is_sent(story):
    said, invitations = released(story)
    story.writes(IVO, "No, sorry\n", answers=invitations[IVO])
    assert templates(story.writes(COLIN, "CANCEL\n", answers=said).mails) == ["meetings/cancelled_noted"]
    told = story.waits(days=14)
    assert {m.to[0] for m in told} == GUESTS and set(templates(told)) == {"meetings/cancelled"}


def test_called_off_before_the_invitations_went_out_nobody_is_told_anything(story):
    shown = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    story.writes(COLIN, "Cancel\n", answers=shown)
    assert story.waits(days=14) == []


def test_a_moved_meeting_tells_and_asks_everybody_again(story):
    said, invitations = released(story)
    story.writes(HANA, "Yes\n", answers=invitations[HANA])
    assert templates(story.writes(COLIN, "MOVE TO 28 May 6pm\n", answers=said).mails) == ["meetings/moved_noted"]
    moved = story.waits(hours=1)
    assert {m.to[0] for m in moved} == GUESTS
    assert "is not at 19.00 on Thursday 21 May 2026. It has moved to Thursday 28 May 2026 at 18.00." in words(
        moved[0]
    )
    lists = [m for m in story.waits(days=20) if m.template == "meetings/list"]
    assert ["No answer (3)" in words(each) for each in lists] == [True]


@pytest.mark.parametrize("line", ["MOVE TO 4 May 2026\n", "move to 11 May 2026 9am\n"])
def test_a_move_into_the_past_moves_nothing(story, line):
    said, _ = released(story)
    assert templates(story.writes(COLIN, line, answers=said).mails) == ["meetings/in_past"]
    assert story.waits(hours=1) == [] and meeting(story).day.isoformat() == "2026-05-21"


def test_a_move_whose_time_could_be_another_moves_nothing(story):
    said, _ = released(story)
    decided = story.writes(COLIN, "MOVE TO 28 May at 7\n", answers=said)
    assert not any(change.what == "meeting.moved" for change in decided.turn.changes)


def test_a_moved_draft_is_shown_again_and_waits_for_its_own_send(story):
    shown = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    again = only(story.writes(COLIN, "MOVE TO 28 May 6pm\n", answers=shown).mails, "meetings/release")
    assert "Thursday 28 May 2026 at 18.00" in words(again)
    assert not any(to(story.waits(hours=2), guest) for guest in GUESTS)


def test_called_off_on_the_evening_before_a_meeting_of_the_weekend_guests_are_told_at_once(story):
    said, _ = released(story, ANNOUNCED.replace("Thursday 21 May at 7pm", "Saturday 16 May at 10am"))
    story.waits(days=4, hours=8)  # Friday, seven in the evening
    story.writes(COLIN, "CANCEL\n", answers=said)
    assert {m.to[0] for m in story.waits(minutes=5)} == GUESTS


def test_after_a_pause_of_mailbot_nothing_goes_out_for_a_meeting_that_is_over(story):
    shown = only(story.writes(COLIN, ANNOUNCED, "Meeting").mails, "meetings/release")
    story.writes(COLIN, "SEND\n", answers=shown)
    story.clock.move_to(datetime(2026, 5, 23, 9, 0, tzinfo=UTC))
    assert story.waits(days=1) == []


@pytest.fixture
def planned(tmp_path):
    """A meeting stands in the config; the morning's check runs."""
    made = begin(tmp_path, more=CONFIG)
    at = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)
    made.scheme.database.write(lambda c: timers.start(c, "meetings-check", SCHEME, at), Lane.ORDINARY).result()
    return made


@pytest.mark.duty("B5")
def test_a_meeting_of_the_config_is_shown_once_and_goes_to_its_roles_on_send(planned):
    shown = only(planned.waits(hours=23, minutes=30), "meetings/release")
    assert shown.to == (COLIN,) and "It goes to 2 people" in words(shown)
    planned.writes(COLIN, "SEND\n", answers=shown)
    sent = planned.waits(days=3)
    assert {m.to[0] for m in sent if m.template == "meetings/invitation"} == {HANA, IVO}
    assert "meetings/release" not in templates(sent)


@pytest.mark.duty("B5")
def test_a_thursday_at_a_quarter_past_seven_for_half_past_is_said_as_the_config_has_it(tmp_path):
    more = CONFIG.replace("Town Hall", "Town Hall, 7.15 for 7.30pm")
    planned = begin(tmp_path, more=more)
    at = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)
    planned.scheme.database.write(lambda c: timers.start(c, "meetings-check", SCHEME, at), Lane.ORDINARY).result()
    planned.writes(COLIN, "SEND\n", answers=only(planned.waits(hours=23, minutes=30), "meetings/release"))
    mails = [mail for mail in planned.waits(days=3) if mail.template == "meetings/invitation"]
    assert {mail.to[0] for mail in mails} == {HANA, IVO}
    assert all("Thursday 28 May 2026 at 19.15. Place: Town Hall, 7.15 for 7.30pm" in words(mail) for mail in mails)


def test_a_meeting_of_the_config_that_was_moved_twice_is_not_shown_again(planned):
    said = only(planned.waits(hours=23, minutes=30), "meetings/release")
    for day in ("4 June", "11 June"):
        said = only(planned.writes(COLIN, f"MOVE TO {day} 2026\n", answers=said).mails, "meetings/release")
    planned.writes(COLIN, "SEND\n", answers=said)
    assert "meetings/release" not in templates(planned.waits(days=20))


def test_a_meeting_that_is_far_away_is_not_shown_yet(tmp_path):
    made = begin(tmp_path, more=CONFIG.replace("2026-05-28", "2026-07-28"))
    at = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)
    made.scheme.database.write(lambda c: timers.start(c, "meetings-check", SCHEME, at), Lane.ORDINARY).result()
    assert made.waits(days=10) == []


def test_what_a_subject_shows_on_a_locked_telephone_is_the_day(story):
    _, invitations = released(story)
    assert invitations[HANA].subject.startswith("Invitation: Thursday 21 May 2026")


def test_the_mail_of_a_guest_names_no_other_guest(story):
    _, invitations = released(story)
    raw = story.scheme.database.read(lambda conn: outbox.raw(conn, invitations[HANA].id)).decode("ascii")
    assert "Ivo" not in raw and "Beth" not in raw and IVO not in raw


@given(
    begins=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
    before=st.timedeltas(timedelta(minutes=1), timedelta(days=40)),
)
def test_whatever_the_day_mail_goes_out_in_working_hours_and_before_it_begins(begins, before):
    office = OfficeHours(ZoneInfo("Europe/London"))
    roles, at = (Role.VISITOR,), begins.time().replace(second=0, microsecond=0)
    held = book.Meeting(1, "AGM", begins.date(), at, "Hall", roles, MeetingState.INVITED, None, None, None)
    starts = when.starts(office, held)
    now = starts - before
    moments = [when.reminder_at(office, held, now), when.list_at(office, held, now)]
    for moment in filter(None, moments):
        assert now < moment < starts
    assert moments[0] is None or office.is_open(moments[0])
    mailed = when.mailing_at(office, starts, now)
    assert office.is_open(mailed) or (mailed == now and office.next_open(now) >= starts)
