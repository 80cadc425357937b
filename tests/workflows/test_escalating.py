"""A report goes outside only if it may: asked for or released, complete or saying what is missing (C1 to C8)."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from mailbot.config import load_config
from mailbot.events import Hold, Lane
from mailbot.store.transaction import Database
from mailbot.workflows.safeguarding.tables import concern_reports
from tests.story import BETH, CLIENTS, COLIN, DIRECTORY, ENVIRON, HANA, IVO, LENA, TEAM, begin, templates, to
from tests.workflows.outside_story import (
    CHARITY,
    GOVERNMENT,
    HEAD,
    MORE,
    WORRY,
    asked,
    by_hand,
    case,
    form,
    left,
    log_of,
    of,
    one,
    open_cases,
    raw,
    report,
    request,
)

VAGUE = ["", "about 3ish", "still on hold", "just now", "this morning", "around 9", "between 9 and 10", "not yet"]


@pytest.fixture
def story(tmp_path):
    story = begin(tmp_path)
    yield story
    story.scheme.database.close()
    assert "safeguarding/built_in_alert" not in templates(story.mails), "the rules themselves alert whom they should"


# Who may let it go.


@pytest.mark.duty("C1", "C2", "C4")
def test_a_complete_form_of_a_verified_reporter_leaves_at_once_to_all_that_the_pack_names(story):
    mail = one(story.writes(IVO, form(called="9.10 am today")).mails, "escalation")
    assert mail.hold is None and mail.to == (TEAM,) and set(mail.cc) == {GOVERNMENT, CHARITY}
    assert "9.10 on Monday 11 May 2026" in " ".join(mail.text.split()).replace("09.10", "9.10")
    assert case(story).state == "escalated" and report(story).left_at is not None


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_the_same_form_of_somebody_who_is_not_verified_waits_for_an_officer(story, dmarc):
    decided = story.writes(IVO, form(called="9.10 am today"), dmarc=dmarc)
    assert one(decided.mails, "escalation").hold is Hold.NEEDS_RELEASE
    assert request(story) in to(decided.mails, LENA)
    assert "confirm_report" not in str(templates(decided.mails)), "no draft goes to an address that may be forged"
    assert left(story) == []


def test_a_verified_stranger_sends_nothing_outside(story):
    story.writes("stranger@example.net", form(called="9.10 am today"))
    story.waits(minutes=30)
    assert left(story) == [] and report(story).asked_at is None


def test_free_text_is_shown_to_its_verified_writer_and_to_the_lead_and_waits(story):
    decided = story.writes(IVO, WORRY)
    assert one(decided.mails, "escalation").hold is Hold.NEEDS_RELEASE
    shown = asked(decided)
    assert "hit her twice" in " ".join(shown.text.split()) and "YES" in shown.text
    assert "RELEASE" in request(story).text
    assert left(story) == []


@pytest.mark.duty("C1")
@pytest.mark.parametrize("word", ["YES", "yes", "Yes please.", "SEND", "send it", "Yes, send it now"])
def test_a_one_word_reply_to_the_draft_sends_it_when_nothing_is_missing(story, word):
    decided = story.writes(IVO, WORRY + "I rang the helpline today at 9.10 am.\n")
    assert left(story) == []
    story.writes(IVO, word + "\n", answers=asked(decided))
    assert len(left(story)) == 1
    assert "report-confirmed" in log_of(story)


@pytest.mark.parametrize(
    "word",
    ["Yes but take out the last line", "yes?", "Not yet", "No", "maybe yes", "Yes, when I have called", "What?"],
)
def test_anything_but_that_word_sends_nothing(story, word):
    decided = story.writes(IVO, WORRY + "I rang the helpline today at 9.10 am.\n")
    story.writes(IVO, word + "\n", answers=asked(decided))
    assert left(story) == []


@pytest.mark.parametrize(
    ("who", "dmarc"),
    [(HANA, "pass"), (COLIN, "pass"), (LENA, "pass"), ("x@example.net", "pass"), (IVO, "none"), (IVO, "fail")],
)
def test_the_yes_of_anybody_else_or_of_a_sender_not_verified_sends_nothing(story, who, dmarc):
    decided = story.writes(IVO, WORRY + "I rang the helpline today at 9.10 am.\n")
    story.writes(who, "YES\n", answers=asked(decided), dmarc=dmarc)
    assert left(story) == [] and report(story).asked_at is None


def test_a_yes_that_may_be_somebody_elses_tells_the_lead_and_its_writer(story):
    decided = story.writes(IVO, WORRY + "I rang the helpline today at 9.10 am.\n")
    answered = story.writes(IVO, "YES\n", answers=asked(decided), dmarc="none").mails
    assert one(answered, "yes_not_sure") in to(answered, IVO)
    assert of(to(answered, LENA), "release_request")


def test_a_yes_without_our_token_or_to_another_mail_sends_nothing(story):
    story.writes(IVO, WORRY + "I rang the helpline today at 9.10 am.\n")
    story.writes(IVO, "YES\n", subject="Please look at this now: shall we send it?")
    assert left(story) == []


def test_a_yes_before_the_call_waits_for_its_time_and_then_leaves(story):
    decided = story.writes(IVO, WORRY)
    answered = story.writes(IVO, "YES\n", answers=asked(decided))
    assert left(story) == [] and report(story).asked_at is not None
    story.waits(minutes=30)
    assert left(story) == [], "free text never leaves without the time, unless an officer says so"
    story.writes(IVO, "9.20 am\n", answers=asked(answered, name="received_urgent_no_call_time"))
    (mail,) = left(story)
    assert "Helpline call logged: 09.20" in mail.text


@pytest.mark.parametrize("answer", ["Yes. I called at 9.20 am today.\n", "YES\n\nI called at 9.20 am today.\n"])
def test_a_yes_and_the_time_may_stand_in_one_mail(story, answer):
    decided = story.writes(IVO, WORRY)
    story.writes(IVO, answer, answers=asked(decided))
    (mail,) = left(story)
    assert "Helpline call logged: 09.20" in mail.text and len(of(story.mails, "escalation")) == 2
    assert "safeguarding/release_request" not in templates(story.waits(hours=1))


def test_a_reporter_who_wants_what_an_officer_declined_brings_it_back_to_the_officer(story):
    decided = story.writes(IVO, WORRY + "I rang the helpline today at 9.10 am.\n")
    story.writes(LENA, "NO REPORT NEEDED\n", answers=request(story))
    answered = story.writes(IVO, "YES\n", answers=asked(decided)).mails
    assert left(story) == []
    assert one(answered, "yes_declined") in to(answered, IVO)
    story.writes(LENA, "RELEASE\n", answers=request(story, answered))
    assert len(left(story)) == 1


def test_a_message_right_after_a_release_by_command_makes_no_second_report(story):
    decided = story.writes(IVO, WORRY)
    by_hand(story, of(story.mails, "escalation")[0].id)
    more = story.writes(IVO, "I called at 9.20 am today.\n", answers=asked(decided))
    assert len(of(story.mails, "escalation")) == 1
    assert "09.20" in one(more.mails, "supplement").text


def test_a_case_from_before_there_were_reports_is_not_reported_again(story):
    decided = story.writes(IVO, form(called="9.10 am today"))
    story.scheme.database.write(lambda conn: conn.execute(delete(concern_reports))).result()
    story.writes(IVO, "He hit her again.\n", answers=to(decided.mails, IVO)[0])
    assert len(of(story.mails, "escalation")) == 1


def test_an_officers_release_sends_free_text_without_the_time_and_says_so(story):
    story.writes(IVO, WORRY)
    decided = story.writes(LENA, "RELEASE\n", answers=request(story))
    (mail,) = left(story)
    assert "the time of the call is not confirmed" in mail.text
    assert one(decided.mails, "released") in to(decided.mails, LENA)
    assert case(story).state == "escalated" and log_of(story)[-1] == "released"


@pytest.mark.parametrize(
    "word", ["Release, but leave out her name", "Release?", "Do not release", "I will think about it"]
)
def test_a_release_with_anything_else_is_none(story, word):
    story.writes(IVO, WORRY)
    story.writes(LENA, word + "\n", answers=request(story))
    assert left(story) == []


@pytest.mark.parametrize(("who", "dmarc"), [(IVO, "pass"), (COLIN, "pass"), (LENA, "none"), (LENA, "fail")])
def test_a_release_by_anybody_but_the_verified_officer_who_was_asked_does_nothing(story, who, dmarc):
    story.writes(IVO, WORRY)
    story.writes(who, "RELEASE\n", answers=request(story), dmarc=dmarc)
    assert left(story) == []


def test_a_second_release_changes_nothing(story):
    story.writes(IVO, WORRY)
    first = request(story)
    story.waits(minutes=5)
    story.writes(LENA, "RELEASE\n", answers=request(story))
    again = story.writes(LENA, "RELEASE\n", answers=first)
    assert len(left(story)) == 1 and log_of(story).count("released") == 1
    assert "has left before" in one(again.mails, "not_sent").text


def test_a_release_of_words_that_have_changed_since_shows_the_newer_draft(story):
    decided = story.writes(IVO, "Samira told me that a man on her floor hit her twice and she is terrified.\n")
    old = request(story)
    story.clock.move_by(timedelta(minutes=1))
    story.writes(IVO, "Action: a move to the second floor\n", answers=asked(decided))
    shown = story.writes(LENA, "RELEASE\n", answers=old).mails
    assert left(story) == []
    assert "a move to the second floor" in one(to(shown, LENA), "release_request").text
    story.writes(LENA, "RELEASE\n", answers=one(to(shown, LENA), "release_request"))
    assert "a move to the second floor" in left(story)[0].text


def test_the_release_stays_possible_by_command_and_is_noticed(story):
    story.writes(IVO, WORRY)
    (mail,) = of(story.mails, "escalation")
    assert by_hand(story, mail.id) is None
    assert of(story.waits(minutes=30), "release_request") == []
    assert case(story).state == "escalated"
    assert "attention/now" in templates(to(story.waits(hours=5), LENA)), "its silence is chased like any other"


def test_a_draft_that_was_written_anew_cannot_leave_by_command(story):
    decided = story.writes(IVO, "Samira told me that a man on her floor hit her twice and she is terrified.\n")
    (old,) = of(story.mails, "escalation")
    story.clock.move_by(timedelta(minutes=1))
    story.writes(IVO, "Action: a move to the second floor\n", answers=asked(decided))
    assert by_hand(story, old.id) is Hold.SUPERSEDED and left(story) == []


@pytest.mark.duty("B13", "S13", "L18")
@pytest.mark.parametrize("dmarc", ["pass", "none"])
def test_in_a_pack_that_does_not_allow_it_nothing_is_written_asked_or_sent(story, dmarc):
    decided = story.writes(HANA, form(called="9.10 am today").replace("H-2", "P-1"), dmarc=dmarc)
    mails = decided.mails + story.waits(hours=3)
    assert not {"safeguarding/escalation", "safeguarding/confirm_report", "safeguarding/release_request"} & set(
        templates(mails)
    )
    alert = of(to(decided.mails, LENA), "officer_alert")[0]
    refused = story.writes(LENA, "RELEASE\n", answers=alert)
    assert "in this kind of visits nothing is sent outside" in " ".join(one(refused.mails, "not_sent").text.split())
    assert TEAM not in str([mail.to + mail.cc for mail in story.mails])


# Chasing.


@pytest.mark.duty("C4")
def test_lead_and_reporter_are_chased_every_five_minutes_until_it_is_released(story):
    story.writes(IVO, WORRY)
    assert story.waits(minutes=4, seconds=59) == []
    for _ in range(3):
        chased = story.waits(minutes=5)
        assert of(to(chased, LENA), "release_request") and of(to(chased, IVO), "confirm_report")
    story.writes(LENA, "RELEASE\n", answers=request(story))
    rest = story.waits(minutes=60)
    assert of(rest, "release_request") == [] and of(rest, "confirm_report") == []


def test_the_reporters_yes_ends_the_chasing_of_both(story):
    decided = story.writes(IVO, WORRY + "I rang the helpline today at 9.10 am.\n")
    story.writes(IVO, "YES\n", answers=asked(decided))
    rest = story.waits(minutes=60)
    assert of(rest, "release_request") == [] and of(rest, "confirm_report") == []


@pytest.mark.parametrize("word", ["NO REPORT NEEDED", "Ack, no report needed", "Do not send"])
def test_no_report_needed_ends_the_chasing_and_nothing_ever_leaves(story, word):
    story.writes(IVO, form(called=""))
    story.waits(minutes=5)
    story.writes(LENA, word + "\n", answers=request(story))
    assert case(story).acknowledged_at is not None
    rest = story.waits(hours=2)
    assert of(rest, "release_request") == [] and of(to(rest, IVO), "received_urgent_no_call_time") == []
    assert left(story) == []


def test_an_acknowledgement_alone_does_not_end_the_chasing(story):
    decided = story.writes(IVO, WORRY)
    story.writes(LENA, "ack\n", answers=of(to(decided.mails, LENA), "officer_alert")[0])
    assert of(story.waits(minutes=6), "release_request")


def test_the_writer_of_an_unsure_sign_is_not_asked_again_and_again(story):
    story.writes(IVO, "Samira seemed a bit low today.\n")
    assert case(story).urgency == "unclear"
    chased = story.waits(minutes=30)
    assert to(chased, IVO) == []
    assert of(to(chased, LENA), "release_request")


@pytest.mark.duty("L18")
def test_the_reporter_gets_numbers_and_addresses_of_usable_entries_only(tmp_path):
    stale = DIRECTORY.replace(
        'address = "safeguarding@charity.example.net"\nverified_by = "L. Ekwall"',
        'address = "safeguarding@charity.example.net"',
    ).replace(
        'address = "urgent@helpline.example.net"', 'address = "urgent@helpline.example.net"\nphone = "01632 960010"'
    )
    story = begin(tmp_path, directory=stale + MORE.removeprefix(DIRECTORY))
    text = " ".join(asked(story.writes(IVO, WORRY)).text.split())
    assert TEAM in text and GOVERNMENT in text and "01632 960010" in text
    assert CHARITY not in text, "not verified: nobody is sent there"
    assert HEAD not in text, "an officer's alone"


# The time of the call.


@pytest.mark.duty("C4")
def test_a_form_without_the_time_asks_at_once_with_number_and_draft(story):
    (question,) = to(story.writes(IVO, form()).mails, IVO)
    text = " ".join(question.text.split())
    assert "01632 960701" in text and "a man on her floor" in text and "a move to another floor today" in text
    assert TEAM in text


@pytest.mark.duty("C4")
def test_such_a_form_leaves_after_exactly_the_configured_minutes_and_says_that_no_time_is_confirmed(story):
    story.writes(IVO, form())
    story.waits(minutes=14, seconds=59)
    assert left(story) == []
    story.waits(seconds=1)
    (mail,) = left(story)
    assert "the time of the call is not confirmed" in mail.text and mail.to == (TEAM,)
    assert report(story).left_without_call


def test_the_minutes_are_the_schemes(tmp_path):
    story = begin(tmp_path, more='[timers]\nform_leaves_after = "2 minutes"\n')
    story.writes(IVO, form())
    story.waits(minutes=2)
    assert len(left(story)) == 1


@pytest.mark.duty("C4")
def test_the_supplement_follows_to_the_same_recipients_in_the_same_thread_once(story):
    story.writes(IVO, form())
    asked_again = to(story.waits(minutes=15), IVO)[-1]
    (mail,) = left(story)
    decided = story.writes(IVO, "11.05\n", answers=asked_again)
    more = one(decided.mails, "supplement")
    assert (more.to, more.cc, more.hold) == (mail.to, mail.cc, None)
    assert "11.05 on Monday 11 May 2026" in more.text
    own_id = next(line for line in raw(story, mail.id).splitlines() if line.startswith(b"Message-ID: ")).split()[1]
    assert b"In-Reply-To: " + own_id in raw(story, more.id)
    again = story.writes(IVO, "11.06\n", answers=asked_again)
    assert of(again.mails, "supplement") == [] and len(left(story)) == 1


def test_the_time_that_comes_in_the_configured_minutes_leaves_with_the_report(story):
    (question,) = to(story.writes(IVO, form()).mails, IVO)
    story.waits(minutes=6)
    story.writes(IVO, "11.05\n", answers=question)
    story.waits(minutes=30)
    (mail,) = left(story)
    assert "11.05 on Monday 11 May 2026" in mail.text and "not confirmed" not in mail.text
    assert of(story.mails, "supplement") == []


@pytest.mark.parametrize("urgency", ["urgent", "immediate danger", "I do not know"])
@pytest.mark.parametrize("called", VAGUE)
@pytest.mark.parametrize("wait", [None, "since 9"])
def test_no_form_without_an_exact_time_ever_makes_one_appear(story, urgency, called, wait):
    story.writes(IVO, form(urgency, called, wait))
    story.waits(minutes=40)
    assert case(story).call_logged_at is None
    (mail,) = left(story)
    assert "the time of the call is not confirmed" in mail.text and "Helpline call logged" not in mail.text


@pytest.mark.parametrize("order", list(permutations(range(5)))[::17])
def test_nor_does_any_order_of_its_lines_with_other_times_beside_them(story, order):
    lines = [*form(called="about 3ish").splitlines()[:5]]
    told = ["Visit date: 09/05/2026", *(lines[n] for n in order), "She told me on 10 May 2026, it began last week."]
    story.writes(IVO, "\n".join(told) + "\n")
    assert case(story).call_logged_at is None


@pytest.mark.parametrize("vague", [words for words in VAGUE if words])
def test_a_vague_answer_stays_unknown_and_is_asked_again(story, vague):
    (question,) = to(story.writes(IVO, form()).mails, IVO)
    decided = story.writes(IVO, vague + "\n", answers=question)
    assert case(story).call_logged_at is None and left(story) == []
    assert of(decided.mails, "supplement") == []


def test_a_time_from_a_sender_who_is_not_verified_does_not_send_the_report_by_itself(story):
    (question,) = to(story.writes(IVO, form()).mails, IVO)
    decided = story.writes(IVO, "11.00\n", answers=question, dmarc="none")
    assert left(story) == []
    assert of(decided.mails, "escalation") == [] or of(decided.mails, "escalation")[0].hold is Hold.NEEDS_RELEASE


@pytest.mark.duty("C6")
def test_what_is_not_urgent_needs_no_call(story):
    mail = one(story.writes(IVO, form("not urgent")).mails, "escalation")
    assert mail.hold is None and "Helpline" not in mail.text


@pytest.mark.duty("C3")
def test_for_imminent_danger_999_comes_first_and_the_report_follows(story):
    decided = story.writes(IVO, form("immediate danger"))
    assert "999" in to(decided.mails, IVO)[0].text.splitlines()[0]
    story.waits(minutes=15)
    assert len(left(story)) == 1


@pytest.mark.duty("C3")
def test_imminent_and_complete_leaves_at_once_beside_the_999_line(story):
    decided = story.writes(IVO, form("immediate danger", "9.10 am today"))
    assert "999" in to(decided.mails, IVO)[0].text.splitlines()[0]
    assert len(left(story)) == 1


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
    story = begin(tmp_path, mode=mode, team=f'["{IVO}", "{LENA}", "{COLIN}"]')
    story.writes(IVO, form(called="9.10 am today"))
    held = of(to(story.mails, LENA), "escalation_held")[0]
    assert "01632 960701" in held.text
    story.writes(IVO, WORRY)
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


# C7 and C8.


@pytest.mark.duty("C7")
@pytest.mark.parametrize("word", ["SEND TO HEAD", "Release head", "Send it to the head of safeguarding."])
def test_the_head_of_safeguarding_is_mailed_only_by_an_officers_word_and_once(tmp_path, word):
    story = begin(tmp_path, directory=MORE)
    story.writes(IVO, form("immediate danger", "9.10 am today"))
    story.writes(IVO, WORRY)
    story.waits(minutes=60)
    assert to(story.mails, HEAD) == []
    first = request(story)
    story.writes(LENA, word + "\n", answers=first)
    (mail,) = to(story.mails, HEAD)
    assert mail.to == (HEAD,) and mail.cc == () and mail.hold is None
    story.waits(minutes=5)
    story.writes(LENA, word + "\n", answers=request(story))
    assert len(to(story.mails, HEAD)) == 1


@pytest.mark.duty("C7")
@pytest.mark.parametrize(("who", "dmarc"), [(IVO, "pass"), (COLIN, "pass"), (LENA, "none")])
def test_nobody_else_sends_it_to_the_head(tmp_path, who, dmarc):
    story = begin(tmp_path, directory=MORE)
    story.writes(IVO, WORRY)
    story.writes(who, "SEND TO HEAD\n", answers=request(story), dmarc=dmarc)
    assert to(story.mails, HEAD) == []


def test_without_an_entry_for_the_head_the_officer_hears_what_to_do(story):
    story.writes(IVO, WORRY)
    refused = story.writes(LENA, "SEND TO HEAD\n", answers=request(story))
    assert "head of safeguarding is missing from the directory" in " ".join(refused.mails[0].text.split())


PROVIDER = """
[directory.provider_mill_hotel]
address = "care@mill.example.com"
phone = "01632 960333"
verified_by = "L. Ekwall"
verified_on = {on}
places = ["mill  hotel"]
[directory.provider_other]
address = "care@other.example.com"
verified_by = "L. Ekwall"
verified_on = {on}
places = ["Other Hotel"]
"""


def with_provider(tmp_path, on="2026-04-01"):
    story = begin(tmp_path, directory=DIRECTORY + PROVIDER.format(on=on), clients=CLIENTS)
    pack = story.scheme.rulebook.packs["refugee-hotels"]
    return story, pack


@pytest.mark.duty("C8")
def test_the_provider_of_that_hotel_gets_a_copy_where_the_pack_says_so(tmp_path, monkeypatch):
    story, pack = with_provider(tmp_path)
    monkeypatch.setitem(pack.values, "provider_copied", True)
    mail = one(story.writes(IVO, form(called="9.10 am today")).mails, "escalation")
    assert "care@mill.example.com" in mail.cc and "care@other.example.com" not in mail.cc


@pytest.mark.duty("C8")
def test_else_its_contact_is_only_named_to_the_lead(tmp_path):
    story, _ = with_provider(tmp_path)
    story.writes(IVO, WORRY)
    text = " ".join(request(story).text.split())
    assert "01632 960333" in text and "other.example.com" not in text
    assert to(story.mails, "care@mill.example.com") == []


def test_a_provider_whose_entry_is_stale_holds_nothing_up_and_the_lead_is_told(tmp_path, monkeypatch):
    story, pack = with_provider(tmp_path, on="2024-04-01")
    monkeypatch.setitem(pack.values, "provider_copied", True)
    mail = one(story.writes(IVO, form(called="9.10 am today")).mails, "escalation")
    assert "care@mill.example.com" not in mail.cc and mail.hold is None
    assert "provider-not-told" in story.open_attention()


# Whatever is written, in whatever order.

MESSAGES = (
    form(),
    form(called="about 3ish"),
    form("immediate danger"),
    form("not urgent"),
    WORRY,
    "He hit her again, she is terrified.\n",
    "I am still on hold.\n",
    "Ignore that, she is fine.\n",
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_comes_nothing_leaves_that_nobody_let_go_and_no_time_appears(tmp_path_factory, data):
    story = begin(tmp_path_factory.mktemp("any"))
    let_go = set()
    for _ in range(data.draw(st.integers(1, 4))):
        dmarc = data.draw(st.sampled_from(["pass", "none", "fail"]))
        who = data.draw(st.sampled_from([IVO, HANA, "stranger@example.net"]))
        answers = data.draw(st.sampled_from([None, *to(story.mails, who)]))
        text = data.draw(st.sampled_from([*MESSAGES, "YES\n", "RELEASE\n", "SEND TO HEAD\n", "NAME YES\n"]))
        before = len(story.mails)
        story.writes(who, text, answers=answers, dmarc=dmarc)
        if dmarc == "pass" and who in (IVO, HANA) and (text.startswith("Person") or text == "YES\n"):
            let_go |= set(range(1, len(open_cases(story)) + 1))
        story.waits(minutes=data.draw(st.integers(0, 20)))
        outside = [mail for mail in story.mails[before:] if TEAM in (*mail.to, *mail.cc) and mail in left(story)]
        assert let_go or not outside
    assert all(row.call_logged_at is None for row in open_cases(story))
    for mail in left(story):
        assert "the time of the call is not confirmed" in mail.text or "Urgency: not urgent" in mail.text
    story.scheme.database.close()
    assert not {HEAD} & {address for mail in story.mails for address in mail.to}
