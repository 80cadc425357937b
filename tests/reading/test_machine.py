"""Machines are known by what they send, and no person is taken for one."""

import pytest

from mailbot.reading.machine import what_machine
from mailbot.reading.message import Machine, MachineKind
from mailbot.reading.parse import parse
from tests.reading.mails import PROMPT, mail, part, parts

OWN = "team@scheme.example.org"
ORIGINAL = "From: Team <team@scheme.example.org>\nMessage-ID: <ours.1@scheme.example.org>\nSubject: Your visit\n"


def machine(raw: bytes) -> Machine | None:
    return what_machine(parse(raw), OWN)


def kind(text: str, **headers: str) -> MachineKind | None:
    found = machine(mail(text, **headers))
    return found.kind if found else None


def report(status: str, said: str = "Sorry.", **headers: str) -> bytes:
    """A delivery report with these fields of the recipient."""
    about = f"Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; ivo@example.net\n{status}\n"
    inside = (part(said), part(about, "message/delivery-status"), part(ORIGINAL, "text/rfc822-headers"))
    given = {"From": "Mailer <mailer-daemon@example.net>", "Return_Path": "<>", **headers}
    return parts('report; report-type="delivery-status"', *inside, **given)


# Bounces


def test_a_failed_delivery_names_address_status_and_our_mail() -> None:
    found = machine(report("Action: failed\nStatus: 5.1.1"))
    assert found is not None
    assert found.kind is MachineKind.BOUNCE
    assert (found.fields.bounced_address, found.fields.dsn_status) == ("ivo@example.net", "5.1.1")
    assert found.fields.permanent is True
    assert found.fields.bounced_message_id == "<ours.1@scheme.example.org>"


@pytest.mark.parametrize(
    ("status", "permanent"),
    [
        ("Action: delayed\nStatus: 4.4.1", False),
        ("Action: failed\nStatus: 4.4.7", True),
        ("Status: 5.0.0", True),
        ("Status: 4.0.0", False),
    ],
)
def test_delays_are_not_for_good(status: str, permanent: bool) -> None:
    found = machine(report(status, said="YOUR MESSAGE COULD NOT BE DELIVERED YET"))
    assert found is not None
    assert found.fields.permanent is permanent


def test_our_mails_id_is_found_in_the_whole_mail_sent_back() -> None:
    inside = (
        part("Sorry"),
        part("A: b\n\nAction: failed\n", "message/delivery-status"),
        part(ORIGINAL, "message/rfc822"),
    )
    found = machine(parts("report", *inside, Return_Path="<>"))
    assert found is not None
    assert found.fields.bounced_message_id == "<ours.1@scheme.example.org>"


def test_a_bounce_in_plain_text_is_known_by_its_wording() -> None:
    text = (
        "This is the mail system at host mx.example.net.\n\nI'm sorry to have to inform you that your\n"
        "message could not be delivered to one or more recipients.\n\n"
        "<ivo@example.net>: host mx.example.net said: 550 5.1.1 no such user\n"
        f"\n{ORIGINAL}"
    )
    found = machine(mail(text, From="MAILER-DAEMON@example.net", Subject="Undelivered Mail Returned to Sender"))
    assert found is not None
    assert (found.kind, found.fields.dsn_status, found.fields.permanent) == (MachineKind.BOUNCE, "5.1.1", True)
    assert found.fields.bounced_message_id == "<ours.1@scheme.example.org>"


def test_a_plain_bounce_that_detectors_know_gives_the_address() -> None:
    text = "Hi. This is the qmail-send program at example.net.\nI'm afraid\n\n<ivo@example.net>:\nno such user\n"
    found = machine(mail(text, From="MAILER-DAEMON@example.net", Subject="failure notice"))
    assert found is not None
    assert (found.fields.bounced_address, found.fields.permanent) == ("ivo@example.net", True)


def test_a_plain_bounce_that_no_detector_knows_is_about_the_only_address_that_it_names() -> None:
    text = (
        "Address not found. ivo@example.net does not exist or cannot receive mail. It said: 550 5.1.1 user unknown."
    )
    found = machine(mail(text, From="MAILER-DAEMON@example.org", Subject="Delivery Status Notification (Failure)"))
    assert found is not None
    assert (found.fields.bounced_address, found.fields.permanent) == ("ivo@example.net", True)


def test_where_it_names_two_nobody_chooses() -> None:
    text = "Neither ivo@example.net nor ana@example.net can be reached. 550 5.1.1 user unknown."
    found = machine(mail(text, From="MAILER-DAEMON@example.org", Subject="Delivery Status Notification (Failure)"))
    assert found is not None
    assert found.fields.bounced_address is None


def test_a_delay_in_plain_text_is_not_for_good() -> None:
    text = "Your message to <ivo@example.net> has not yet been delivered. It will be tried for 4 days."
    found = machine(
        mail(text, Return_Path="<>", X_Failed_Recipients="ivo@example.net", Subject="Warning: message delayed")
    )
    assert found is not None
    assert (found.fields.bounced_address, found.fields.permanent) == ("ivo@example.net", False)


@pytest.mark.parametrize(
    ("sender", "subject", "text", "permanent"),
    [
        ("noreply@gateway.example.net", "Not accepted", "5.7.1 Your letter to ivo@example.net was refused.", True),
        ("no-reply@mx.example.net", "Still trying", "4.4.1 ivo@example.net: host not responding.", False),
        ("noreply@mx.example.net", "Gave up", "ivo@example.net has not accepted your mail. 550 no such user.", True),
        ("Mail System <admin@mx.example.net>", "Returned: 4 May", "The mailbox of ivo@example.net is full.", None),
    ],
)
def test_a_gateway_says_in_its_own_words_that_our_mail_did_not_arrive(sender, subject, text, permanent) -> None:
    found = machine(mail(text, From=sender, Subject=subject))
    assert found is not None
    assert (found.kind, found.fields.permanent) == (MachineKind.BOUNCE, permanent)
    assert found.fields.bounced_address == "ivo@example.net"


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("noreply@parking.example.net", "Your payment was refused. Pay at the machine."),
        ("noreply@rail.example.net", "Train 4.30 is delayed. Our server is not responding, try later."),
        ("noreply@parcel.example.net", "Your parcel was refused. Write to help@parcel.example.net."),
        ("noreply@shop.example.net", "Delivery to your address was blocked. Questions? help@shop.example.net"),
        ("Ivo Marsh <ivo@example.net>", "5.7.1 is what my printer says: your message was refused."),
        ("Ivo Marsh <ivo@example.net>", "Undeliverable: that letter to ana@example.net was returned to me."),
    ],
)
def test_what_is_refused_elsewhere_is_no_mail_of_ours(sender, text) -> None:
    assert kind(text, From=sender, Subject="Refused") is not MachineKind.BOUNCE


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your message. I am unavailable until Monday. If it is urgent write to ana@example.net.",
        "My mailbox is full and I am away until 5 May. Ana, ana@example.net, reads hers.",
        "I have left. This address is not monitored; mail to it is discarded. Please use ana@example.net.",
    ],
)
def test_who_is_away_and_names_somebody_else_has_not_bounced(text) -> None:
    assert kind(text, Auto_Submitted="auto-replied", Subject="Out of office") is MachineKind.AUTO_REPLY


# Receipts and calendars


def test_a_report_of_success_is_a_receipt() -> None:
    found = machine(report("Action: delivered\nStatus: 2.0.0"))
    assert found == Machine(MachineKind.RECEIPT, "delivery-status")


def test_a_read_receipt_is_one() -> None:
    note = "Final-Recipient: rfc822; ivo@example.net\nDisposition: manual-action/MDN-sent-manually; displayed\n"
    raw = parts("report", part("Read."), part(note, "message/disposition-notification"), Subject="Read: Your visit")
    assert machine(raw) == Machine(MachineKind.RECEIPT, "disposition-notification")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Read: Your visit", "Your message\n\n  To: Dora\n  Subject: Your visit\n\nwas read on 12 May 2026 13:10."),
        ("Gelesen: Your visit", "Ihre Nachricht an dora@example.net wurde am 12.05.2026 um 13:10 gelesen."),
        ("Lu : Your visit", "Votre message à Dora a été lu le 12 mai 2026 à 13:10."),
        ("Opened: Your visit", 'Dora Vale opened your e-mail "Your visit" at 13:10.'),
    ],
)
def test_so_is_one_in_words_only_though_it_stands_among_the_answers(subject: str, text: str) -> None:
    found = machine(mail(text, Subject=subject, In_Reply_To="<ours@example.org>"))
    assert found == Machine(MachineKind.RECEIPT, "read-receipt-text")


def test_a_person_who_writes_of_reading_is_none() -> None:
    answer = mail("Your message was read on Sunday by Omar, he laughed.", In_Reply_To="<ours@example.org>")
    assert machine(answer) is None
    assert machine(mail("Your message to Omar was read on Sunday by his landlord, who hit him.")) is None
    assert machine(mail('Sorry, I have only now opened your e-mail "Your visit". Her arm is black and blue.')) is None


def test_the_digest_of_a_list_is_a_lists_and_an_answer_to_it_a_persons() -> None:
    text = '1. Mileage rates (Ivo)\n2. Trips (Dora)\nTo leave the list send a mail with "help" as subject.'
    found = machine(mail(text, Subject="[carers] Digest, Vol 61, Issue 3"))
    assert found == Machine(MachineKind.LIST, "digest")
    assert machine(mail("Please add me.", Subject="Re: [carers] Digest, Vol 61, Issue 3")) is None


@pytest.mark.parametrize("method", ["REPLY", "REQUEST", "CANCEL"])
def test_calendar_mail_is_known_and_its_words_stay(method: str) -> None:
    event = f"BEGIN:VCALENDAR\nMETHOD:{method}\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n"
    raw = parts("alternative", part("Dora has declined: my mother fell, so sorry"), part(event, "text/calendar"))
    assert machine(raw) == Machine(MachineKind.CALENDAR, f"calendar-{method.casefold()}")
    assert "my mother fell" in parse(raw).text


def test_an_attached_calendar_file_is_only_an_attachment() -> None:
    event = part("METHOD:REQUEST\n", "text/calendar", Content_Disposition="attachment; filename=a.ics")
    assert machine(parts("mixed", part("Here is my diary"), event)) is None


# Automatic replies


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "Auto-Generated (rejected); x=y"},
        {"Precedence": "auto_reply"},
        {"X_Autoreply": "yes"},
        {"X_Autorespond": "away"},
        {"Return_Path": "<>"},
        {"X_Auto_Response_Suppress": "All", "Subject": "Out of Office: Your visit"},
    ],
)
def test_headers_of_automatic_replies(headers: dict[str, str]) -> None:
    assert kind("Back on Monday.", **headers) is MachineKind.AUTO_REPLY


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Your visit",
        "Automatische Antwort: Ihr Besuch",
        "=?utf-8?q?R=C3=A9ponse_automatique_:_visite?=",
        "=?utf-8?q?Respuesta_autom=C3=A1tica:_visita?=",
        "Risposta automatica: visita",
        "=?utf-8?q?Resposta_autom=C3=A1tica:_visita?=",
        "Automatisch antwoord: bezoek",
        "Autosvar: besök",
        "Automatisk svar: besøg",
        "Automaattinen vastaus: vierailu",
        "=?utf-8?q?Automatyczna_odpowied=C5=BA:_wizyta?=",
        "Автоматический ответ: визит",
        "Otomatik yanıt: ziyaret",
        "رد تلقائي: زيارة",
        "自动回复: 访问",
    ],
)
def test_subjects_as_mail_programs_write_them(subject: str) -> None:
    assert kind("Back on Monday.", Subject=subject) is MachineKind.AUTO_REPLY


@pytest.mark.parametrize(
    "text",
    [
        "This is an automated response. We have received your message.",
        "Hello,\n\nThis is an automatic reply. I am away.",
        "Thank you for your e-mail. I am out of the office until 4 June and will reply on my\nreturn.",
        "Thanks for your message. I am on annual leave with limited access to email.",
        "Vielen Dank für Ihre Nachricht. Ich bin nicht im Büro und habe keinen Zugriff auf meine Mails.",
    ],
)
def test_automatic_replies_without_any_header_are_known_by_wording(text: str) -> None:
    assert kind(text) is MachineKind.AUTO_REPLY


# Lists and spam


@pytest.mark.parametrize(
    "headers",
    [
        {"List_Id": "<news.example.com>"},
        {"List_Unsubscribe": "<https://example.com/u>"},
        {"Precedence": "list"},
        {"Precedence": "bulk"},
    ],
)
def test_lists_and_newsletters(headers: dict[str, str]) -> None:
    assert kind("Our news this month", Subject="News", **headers) is MachineKind.LIST


def test_our_own_mailbox_run_as_a_group_is_no_list() -> None:
    through_group = {"List_Id": "<team.scheme.example.org>", "Precedence": "list", "List_Unsubscribe": "<mailto:u@x>"}
    assert kind("He has a bruise on his arm", **through_group) is None


PHISHING = "Dear customer, a refund is pending. Click here to confirm your bank account within 24 hours."
FAILED = "mx.scheme.example.org; spf=fail; dmarc=fail"


def test_plain_phishing_is_spam() -> None:
    assert kind(PHISHING, Subject="Refund", Authentication_Results=FAILED) is MachineKind.SPAM
    assert kind(PHISHING, Subject="Refund", X_Spam_Flag="YES") is MachineKind.SPAM


def test_an_advertisement_is_spam() -> None:
    text = "We get you on the first page of Google and grow your traffic with backlinks. Unsubscribe here."
    assert kind(text, Subject="SEO offer") is MachineKind.SPAM


# People


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        ("He says he wants to die", {}),
        ("He says he wants to die", {"Subject": "Re: Automatic reply: Your visit"}),
        ("He says he wants to die", {"Subject": "automatic reply"}),
        ("I only got this from Jan, what now? She is not safe.", {"Subject": "Fwd: Automatic reply: worry"}),
        (f"She is not safe.\n\nOn 11/05/2026 08:05, Team wrote:\n> {PROMPT}", {"Subject": "Automatic reply: x"}),
        ("I am away 3 to 10 June. If urgent ring Jan, I will reply when back.", {"Subject": "Out of office: June"}),
        ("Out of the prison in one piece, thanks for your message", {}),
        ("Thank you for your email. I am away next week, can Jan see C-41?", {}),
        ("Jan wrote to me: this is an automatic reply. Is she all right?", {}),
        ("Do not ring, he is here", {"Auto_Submitted": "no"}),
        ("He was hurt", {"X_Auto_Response_Suppress": "All"}),
        ("He was hurt", {"X_Auto_Response_Suppress": "OOF", "X_MS_Exchange_Inbox_Rules_Loop": "dora@example.org"}),
        ("Undelivered mail? I sent it on Monday.", {"Subject": "Undelivered Mail Returned to Sender"}),
        ("She got a text: click here to confirm your bank account within 24 hours. A scam?", {"Subject": "scam"}),
        (f"Is this real?\n\n---------- Forwarded message ---------\nFrom: x@example.com\n\n{PHISHING}",
         {"Subject": "refund", "Authentication_Results": FAILED}),
        (PHISHING, {"Subject": "Re: refund", "Authentication_Results": FAILED, "In_Reply_To": "<1@example.org>"}),
        ("I worry about him", {"X_Spam_Flag": "YES"}),
    ],
)  # fmt: skip
def test_people_are_not_machines(text: str, headers: dict[str, str]) -> None:
    assert kind(text, **headers) is None


def test_a_bounce_that_a_person_passes_on_is_the_persons_mail() -> None:
    enclosed = part(report("Action: failed\nStatus: 5.1.1").decode().replace("\r\n", "\n"), "message/rfc822")
    assert (
        machine(parts("mixed", part("Ivo's address is wrong, and he is not well"), enclosed, boundary="outer"))
        is None
    )
