"""Machines get no answer; what is not understood reaches a person; the morning's digest says what is open."""

import shutil

import pytest

from mailbot.events import Disposition
from mailbot.opening import shipped
from tests.story import BOT, COLIN, HANA, IVO, LENA, begin, templates, to

OUT_OF_OFFICE = {"Auto_Submitted": "auto-replied"}


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def bounce_of(message_id, address):
    """A bounce as RFC 3464 has it."""
    return (
        f"Return-Path: <>\r\nFrom: MAILER-DAEMON@example.com\r\nTo: {BOT}\r\nSubject: Undelivered Mail\r\n"
        "Message-ID: <bounce@example.com>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; example.com\r\n\r\n"
        f"Final-Recipient: rfc822; {address}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        f"--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: {BOT}\r\nTo: {address}\r\nMessage-ID: {message_id}\r\n"
        "Subject: x\r\n\r\nx\r\n\r\n--b--\r\n"
    ).encode()


def id_of(story, mail):
    """The Message-ID that a mail of ours was given."""
    from sqlalchemy import select

    from mailbot.store.tables import outbox

    return story.scheme.database.read(lambda c: c.scalar(select(outbox.c.message_id).where(outbox.c.id == mail.id)))


def test_an_out_of_office_is_ignored_and_not_answered(story):
    decided = story.writes(HANA, "I am away until the 20th.\n", **OUT_OF_OFFICE)
    assert decided.disposition is Disposition.IGNORED
    assert to(decided.mails, HANA) == []


def answer_of_a_calendar(words, answer="ACCEPTED"):
    """An answer to an invitation as RFC 5546 has it."""
    return (
        "Authentication-Results: mx.scheme.example.org; dmarc=pass header.from=example.com\r\n"
        f"From: Hana <{HANA}>\r\nTo: {BOT}\r\nSubject: {answer.title()}: Marek\r\nMessage-ID: <c@example.com>\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain\r\n\r\n{words}\r\n"
        "--b\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"DTSTART:20260512T140000Z\r\nATTENDEE;PARTSTAT={answer}:mailto:{HANA}\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n\r\n--b--\r\n"
    ).encode()


def test_an_accepted_invitation_is_no_visit_and_needs_nobody(story):
    decided = story.arrives(answer_of_a_calendar("Hana Hill has accepted this invitation."))
    assert decided.disposition is Disposition.IGNORED
    assert (decided.mails, decided.turn.changes) == ([], [])


def test_what_somebody_wrote_with_the_answer_of_a_calendar_stands_in_the_digest(story):
    story.arrives(answer_of_a_calendar("Hana Hill has accepted this invitation.\r\nIs there parking now?"))
    assert story.open_attention() == ["calendar"]


def test_a_declined_invitation_cancels_the_visit_and_its_reason_is_kept_with_it(story):
    words = "Hana Hill has declined this invitation: hospital appointment, so sorry!"
    decided = story.arrives(answer_of_a_calendar(words, "DECLINED"))
    assert [change.what for change in decided.turn.changes] == ["visit.cancelled"]
    assert story.open_attention() == ["client-to-tell"]


def test_no_rule_can_make_us_answer_a_machine(tmp_path):
    begin(tmp_path).scheme.database.close()
    shutil.copytree(shipped("rules"), tmp_path / "rules")
    rules = tmp_path / "rules" / "machines.toml"
    answering = '{ do = "send", template = "attention/held_for_person", to = "sender" }'
    rules.write_text(rules.read_text().replace('{ do = "nothing" }', answering))
    story = begin(tmp_path)
    assert to(story.writes(HANA, "I am away until the 20th.\n", **OUT_OF_OFFICE).mails, HANA) == []


def test_an_out_of_office_never_confirms_a_visit(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    (question,) = to(story.waits(days=3), HANA)
    decided = story.writes(HANA, "Yes, it took place.\n", answers=question, **OUT_OF_OFFICE)
    assert decided.turn.changes == [] and decided.mails == []


def test_a_bounce_of_our_mail_tells_the_coordinator_that_the_address_fails(story):
    (reply,) = story.writes(HANA, "Person visited: P-1\nVisit date: 09/05/2026\nOutcome: took place\n").mails
    decided = story.arrives(bounce_of(id_of(story, reply), HANA))
    assert templates(decided.mails) == ["machines/bounce_notice"]
    assert to(decided.mails, HANA) == [] and HANA in decided.mails[0].text
    assert "address-fails" in story.open_attention()


def test_a_bounce_that_does_not_say_whose_address_fails_is_told_all_the_same(story):
    """Found by mails that somebody else wrote: the notice could not be written without an address."""
    daemon = "mailer-daemon@mx.example.net"
    decided = story.writes(daemon, "Delivery failed permanently. 550 5.1.1 user unknown.\n", subject="failure notice")
    (told,) = decided.mails
    assert told.template == "machines/bounce_notice"
    assert "does not say to whom" in told.text


def test_a_bounced_alert_tells_the_lead_to_phone(story):
    written = to(story.writes(IVO, "Samira told me that a man hit her and she is terrified.\n").mails, LENA)
    (alert,) = [mail for mail in written if mail.template == "safeguarding/officer_alert"]
    decided = story.arrives(bounce_of(id_of(story, alert), LENA))
    assert "alert-bounced" in story.open_attention()
    (told,) = [mail for mail in to(decided.mails, COLIN) if mail.template == "safeguarding/bounced"]
    assert "Please phone them now" in told.text


def test_words_of_harm_in_machine_mail_open_no_case_but_somebody_looks(story):
    decided = story.writes(HANA, "I am away. He told me that he wants to kill himself.\n", **OUT_OF_OFFICE)
    assert [change.what for change in decided.turn.changes] == []
    assert decided.disposition is Disposition.NEEDS_PERSON
    assert to(decided.mails, HANA) == []


def test_a_message_nobody_can_understand_reaches_a_coordinator_with_its_words(story):
    decided = story.writes(HANA, "Blue seven under the teapot, as agreed with the other one.\n")
    assert decided.disposition is Disposition.NEEDS_PERSON
    (looks,) = to(decided.mails, COLIN)
    assert "Blue seven under the teapot" in looks.text
    assert templates(to(decided.mails, HANA)) == ["attention/held_for_person"]


def test_a_verified_stranger_gets_one_neutral_receipt_in_a_week_and_a_person_reads(story):
    first = story.writes("stranger@example.net", "Where does Marek live now?\n")
    (receipt,) = to(first.mails, "stranger@example.net")
    assert receipt.template == "people/receipt" and "Marek" not in receipt.text + receipt.subject
    assert first.disposition is Disposition.NEEDS_PERSON
    assert to(story.writes("stranger@example.net", "Hello? Where is Marek?\n").mails, "stranger@example.net") == []


@pytest.mark.parametrize(
    "text",
    [
        "We print lanyards for charities. May I send you a sample?",
        "A colleague left you a file. Open in browser to read it.",
        "I am a widow and should like to donate what my husband left to your good work.",
        "Please use my new account from this month, and tell me which numbers you need for the deposit.",
    ],
)
def test_what_may_be_an_advertisement_or_a_fraud_is_read_before_it_is_answered(story, text):
    decided = story.writes("someone@example.net", f"{text}\n")
    assert to(decided.mails, "someone@example.net") == []
    assert decided.disposition is Disposition.NEEDS_PERSON


@pytest.mark.parametrize(
    "text",
    [
        "I write for the evening paper and would like to speak to somebody about the hotel.",
        "PC Doyle here, please ring me about a young man whom you visit.",
        "My cousin told me that an old gentleman comes to see him. Is he with you?",
        "Dear Sirs, we act for a man whom your volunteer visits. Kindly let us know her name.",
    ],
)
def test_relatives_press_police_and_solicitors_get_the_neutral_receipt(story, text):
    decided = story.writes("someone@example.net", f"{text}\n")
    assert templates(to(decided.mails, "someone@example.net")) == ["people/receipt"]


@pytest.mark.parametrize("name", ["no-reply", "noreply", "do-not-reply", "notifications", "mailer-daemon"])
def test_an_address_behind_which_nobody_reads_gets_no_receipt(story, name):
    who = f"{name}@shop.example.net"
    assert to(story.writes(who, "Where does Marek live now?\n").mails, who) == []


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_an_address_that_nobody_vouches_for_gets_no_receipt(story, dmarc):
    decided = story.writes("stranger@example.net", "Where does Marek live now?\n", dmarc=dmarc)
    assert to(decided.mails, "stranger@example.net") == []
    assert decided.disposition is Disposition.NEEDS_PERSON


def test_the_coordinators_done_closes_what_was_asked(story):
    (looks,) = to(story.writes(HANA, "Blue seven under the teapot.\n").mails, COLIN)
    assert story.open_attention() == ["not-understood"]
    story.writes(COLIN, "Done\n", answers=looks)
    assert story.open_attention() == []


def test_the_digest_comes_on_working_mornings_with_everything_that_is_open(story):
    from mailbot.ticks import prepare

    now = story.clock.now()
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, now)).result()
    story.writes(HANA, "Blue seven under the teapot.\n")
    mails = [m for m in story.waits(days=7) if m.template == "attention/digest"]
    assert len(mails) == 5, "Tuesday to Friday, and Monday"
    assert "Hana Adeyemi" in mails[0].text and "Blue seven" in mails[0].text


CHATTY = "Saw Marek today, all fine. He has hung a picture of a lighthouse over the sink.\n"


@pytest.fixture
def with_digests(story):
    """The story, with a digest each working morning."""
    from mailbot.ticks import prepare

    now = story.clock.now()
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, now)).result()
    return story


def digest_of(story, **wait):
    """The last digest to Colin in that time."""
    return [m for m in to(story.waits(**wait), COLIN) if m.template == "attention/digest"][-1]


def test_all_read_clears_the_chat_that_stood_in_the_digest_and_nothing_else(with_digests):
    with_digests.writes(HANA, CHATTY)
    with_digests.writes(HANA, "Blue seven under the teapot.\n")
    digest = digest_of(with_digests, days=1)
    with_digests.writes(COLIN, "All read, thanks\n", answers=digest)
    assert with_digests.open_attention() == ["not-understood"]


def test_all_read_does_not_clear_what_came_after_that_digest(with_digests):
    with_digests.writes(HANA, "Blue seven under the teapot.\n")
    digest = digest_of(with_digests, days=1)
    with_digests.writes(HANA, CHATTY)
    with_digests.writes(COLIN, "All read\n", answers=digest)
    assert "partly-understood" in with_digests.open_attention()


def test_what_a_digest_could_not_show_in_full_is_not_cleared_by_all_read(with_digests):
    with_digests.writes(HANA, CHATTY + "He hung a picture of a lighthouse over the sink. " * 40 + "\n")
    digest = digest_of(with_digests, days=1)
    with_digests.writes(COLIN, "All read\n", answers=digest)
    assert "partly-understood" in with_digests.open_attention()


def test_a_volunteer_cannot_clear_the_digest(with_digests):
    with_digests.writes(HANA, CHATTY)
    digest = digest_of(with_digests, days=1)
    with_digests.writes(HANA, "All read\n", answers=digest)
    assert "partly-understood" in with_digests.open_attention()


def test_a_day_on_which_nothing_is_open_has_no_digest(story):
    from mailbot.ticks import prepare

    now = story.clock.now()
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, now)).result()
    assert "attention/digest" not in templates(story.waits(days=7))


def test_over_the_cap_mail_is_held_and_said_but_never_an_alert(tmp_path):
    story = begin(tmp_path, more="[limits]\nmails_per_address_per_day = 2\n")
    for day in ("04", "05", "06"):
        story.writes(HANA, f"Person visited: P-1\nVisit date: {day}/05/2026\nOutcome: took place\n")
    holds = [mail.hold.name for mail in story.mails if mail.hold]
    assert holds == ["CAP"]
    assert "mail-held" in story.open_attention()
    alerts = story.writes(HANA, "He said he wants to kill himself.\n").mails
    assert all(mail.hold is None for mail in alerts)


def test_every_coordinator_who_was_asked_may_answer_but_nobody_who_was_only_copied(tmp_path):
    story = begin(tmp_path, more=f'[roles]\ncoordinator = ["{IVO}"]\n')
    looks = [m for m in story.writes(HANA, "Blue seven under the teapot.\n").mails if m.template == "attention/now"]
    story.writes(LENA, "Done\n", answers=looks[0])
    assert "not-understood" in story.open_attention()
    story.writes(IVO, "Done\n", answers=next(m for m in looks if IVO in m.to))
    assert "not-understood" not in story.open_attention()
