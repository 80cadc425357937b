"""Every beat of the story, as it lies in the mailboxes of the invented people."""

from email.utils import parsedate_to_datetime

from mailbot.demo.people import (
    AISHA,
    BOT,
    COLIN,
    DESMOND,
    FATIMA,
    GWEN,
    HELEN,
    JOE,
    MARIAN,
    NIA,
    OUTSIDE_TEAM,
    OWEN,
    PEOPLE,
    RUTH,
    TOMASZ,
)
from mailbot.demo.post import text_of
from tests.demo.played import Played

HARM = "has not eaten for four days and speaks to nobody"
ACTION = "please send a nurse to see him today"


def test_the_story_ends_in_far_less_than_thirty_seconds(played: Played) -> None:
    assert played.seconds < 25


def test_every_message_has_one_end_and_none_is_left_in_the_inbox(played: Played) -> None:
    assert played.mailboxes[BOT] == []
    assert set(played.summary.messages) == {"done", "ignored", "needs_person"}
    assert played.summary.messages_in == sum(1 for view in played.views if view.received)


def test_about_a_dozen_mails_come_in(played: Played) -> None:
    assert 12 <= played.summary.messages_in <= 16


def test_a_visit_with_a_claim_is_answered_in_one_mail(played: Played) -> None:
    assert played.subjects(HELEN) == ["Visit of Tuesday 12 May 2026: noted"]
    answer = played.text(HELEN, "noted")
    assert "your visit to P-07 on Tuesday 12 May 2026 took place" in answer
    assert "your claim of £3.00" in answer
    assert "Receipts that came with it: 1" in answer


def test_the_treasurer_is_asked_to_pay_both_claims(played: Played) -> None:
    assert played.subjects(DESMOND) == ["A claim of £3.00: to be paid", "A claim of £21.40: to be paid"]


def test_a_claim_over_the_limit_waits_for_a_coordinators_yes(played: Played) -> None:
    assert "£21.40" in played.text(RUTH, "do you approve?")
    assert played.scene("A coordinator says yes").changes == ("claim 2: approved",)
    assert "Your claim of £21.40: noted" in played.subjects(COLIN)


def test_a_visit_that_did_not_take_place_asks_for_another_day(played: Played) -> None:
    assert "on which day could you go instead?" in played.text(TOMASZ, "when instead?")
    assert "Visit of Friday 22 May 2026: planned" in played.subjects(TOMASZ)
    assert "visit 2: replaced (by visit 5)" in played.scene("The replacement is agreed").changes


def test_the_backup_gets_a_copy_with_neither_name_nor_harm_nor_amounts(played: Played) -> None:
    assert len(played.inbox(GWEN)) == 1
    copy = played.text(GWEN, "for your information")
    assert "the visit on Tuesday 12 May 2026 did not take place" in copy
    for word in ("Leon", "lockdown", "£", "Yonas", "claim"):
        assert word not in copy


def test_a_reminder_comes_when_nobody_has_confirmed(played: Played) -> None:
    reminder = played.mail(NIA, "How did your visit of Tuesday 12 May 2026 go?")
    assert f"{parsedate_to_datetime(str(reminder['Date'])):%A %H:%M}" == "Thursday 09:01"
    assert "took place" in played.text(NIA, "noted")


def test_an_out_of_office_note_gets_no_answer(played: Played) -> None:
    note = played.scene("Nia's mail program answers by itself")
    assert note.received
    assert "no machine is answered" in note.received.end
    assert note.written == ()
    assert len(played.inbox(NIA)) == 2


def test_a_mail_that_came_back_is_told_to_the_coordinators(played: Played) -> None:
    assert played.inbox(JOE) == []
    assert JOE.email in played.text(OWEN, "did not arrive")
    assert played.summary.mails["bounced"] == 1


def test_the_lead_is_alerted_at_once_and_the_reporter_asked_for_the_time(played: Played) -> None:
    asking = played.scene("A worry, on the form, without the time of the call")
    assert [mail.template for mail in asking.written] == [
        "safeguarding/officer_alert",
        "safeguarding/received_urgent_no_call_time",
    ]
    assert "the exact time of your call to the helpline" in played.text(AISHA, "send the time")


def test_the_answer_completes_the_escalation_which_is_held(played: Played) -> None:
    held = played.held()
    assert [mail.template for mail in held] == ["safeguarding/escalation"]
    text = " ".join(held[0].text.split())
    assert "outside team" in held[0].to
    assert "14.35 on Wednesday 13 May 2026" in text
    assert HARM in text
    assert ACTION in text
    assert held[0].held
    assert "not everybody addressed is on the team list" in held[0].held


def test_nothing_of_it_reaches_anybody_outside_or_beside(played: Played) -> None:
    assert OUTSIDE_TEAM not in played.mailboxes
    assert not any("H-03" in mail.as_string() for mail in played.inbox(FATIMA)), "a worry is not copied to the backup"
    for person in (RUTH, OWEN, DESMOND, HELEN, TOMASZ, NIA, GWEN, COLIN, FATIMA):
        assert not any("Yonas" in mail.as_string() for mail in played.inbox(person))


def test_the_lead_hears_that_it_was_not_sent_and_takes_it_on(played: Played) -> None:
    told = [mail for mail in played.inbox(MARIAN) if "Not sent" in str(mail["Subject"])]
    assert len(told) > 1, "until she has it, every few minutes"
    assert all("has not been sent to the outside team" in " ".join(text_of(mail).split()) for mail in told)
    assert played.scene("The safeguarding lead takes it on").changes == ("concern 1: acknowledged",)


def test_what_nobody_can_understand_reaches_a_coordinator_who_says_done(played: Played) -> None:
    assert "it wants a new hinge" in played.text(RUTH, "Please look")
    assert "a person will read this" in played.text(COLIN, "We have your message")
    assert "it is marked as done" in " ".join(
        mail.text for mail in played.scene("A coordinator has dealt with it").written
    )


def test_the_digest_comes_every_morning(played: Played) -> None:
    for coordinator in (RUTH, OWEN):
        digests = [mail for mail in played.inbox(coordinator) if "What needs a look" in str(mail["Subject"])]
        mornings = [f"{parsedate_to_datetime(str(mail['Date'])):%a %H:%M}" for mail in digests]
        assert mornings == ["Wed 08:30", "Thu 08:30", "Fri 08:30"]


def test_all_mail_says_that_it_is_automatic_and_carries_its_token(played: Played) -> None:
    letters = [mail for person in PEOPLE for mail in played.inbox(person)]
    assert letters
    for mail in letters:
        assert str(mail["Auto-Submitted"]).startswith("auto-")
        assert str(mail["Message-ID"]).strip("<>").partition("@")[0] in str(mail["Subject"])


def test_no_subject_gives_anything_away(played: Played) -> None:
    for mail in played.written():
        for word in ("Marcus", "Leon", "Yonas", "prison", "hotel", "safeguarding", "concern"):
            assert word.casefold() not in mail.subject.casefold()


def test_what_the_story_shows_is_all_that_was_written(played: Played) -> None:
    assert len(played.written()) == played.summary.mails_out
