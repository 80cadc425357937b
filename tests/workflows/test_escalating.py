"""Who may let a report go outside: a verified reporter who asked for it, or an officer (C1, C2, C7, C8)."""

from datetime import timedelta

import pytest
from sqlalchemy import delete

from mailbot.events import Hold
from mailbot.workflows.safeguarding.tables import concern_reports
from tests.story import COLIN, HANA, IVO, LENA, TEAM, begin, templates, to
from tests.workflows.outside_story import (
    CHARITY,
    GOVERNMENT,
    WORRY,
    asked,
    by_hand,
    case,
    form,
    left,
    log_of,
    of,
    one,
    report,
    request,
)


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


@pytest.mark.parametrize(("who", "dmarc"), [(IVO, "pass"), (IVO, "fail"), (HANA, "pass")])
def test_whoever_tells_more_where_nothing_is_to_be_asked_is_answered(story, who, dmarc):
    """Found by the model: where no report was needed any more, the next worry was answered with silence."""
    story.writes(IVO, WORRY)
    story.writes(LENA, "NO REPORT NEEDED\n", answers=request(story))
    more = story.writes(who, "Samira was hit again, by a woman this time.\n", dmarc=dmarc)
    assert "safeguarding/received" in templates(to(more.mails, who))


def test_but_no_machine_is(story):
    story.writes(IVO, WORRY)
    story.writes(LENA, "NO REPORT NEEDED\n", answers=request(story))
    away = story.writes(IVO, "Samira was hit again, by a woman this time.\n", auto_submitted="auto-replied")
    assert not to(away.mails, IVO)


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
    assert "call time not confirmed" in mail.text
    assert one(decided.mails, "released") in to(decided.mails, LENA)
    assert case(story).state == "escalated" and "released" in log_of(story)


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
    assert "safeguarding/unanswered" in templates(to(story.waits(hours=5), LENA)), (
        "its silence is chased like any other"
    )


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
