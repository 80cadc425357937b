"""Machines without any header are known by what they say, in many languages; people who sound like them are not."""

import pytest

from mailbot.events import Kind, Trust
from mailbot.reading.machine import what_machine
from mailbot.reading.message import MachineKind, Sender
from mailbot.reading.parse import parse
from mailbot.reading.understand import understand
from tests.reading.mails import mail, read
from tests.reading.speaking import ANA, around, sender

OWN = "team@scheme.example.org"
FAILED = "mx.scheme.example.org; spf=fail; dmarc=fail"
PASSED = "mx.scheme.example.org; spf=pass; dkim=pass; dmarc=pass"


def kind(text: str, **headers: str) -> MachineKind | None:
    found = what_machine(parse(mail(text, **{"Subject": "Hello", **headers})), OWN)
    return found.kind if found else None


def kinds_from_stranger(text: str, **headers: str) -> set[Kind]:
    who = Sender("x@example.net", None, frozenset(), Trust.UNVERIFIED)
    return {f.kind for f in understand(read(text, **headers), who, around(), ()).facts}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Out of office", "Happy Easter! I am travelling until 20 April and will reply when I return."),
        ("Out of office", "I am away from my desk. If it is an emergency please call the church office."),
        ("Out of the office", "I am out of the office until Monday."),
        ("Out of office: Heads up: P-12 on 4 May", "Away until 4 May. For anything urgent ring the office."),
        ("Allan o'r swyddfa: Your visit of 4 May", "Nid wyf yma tan 6 Mai."),
        ("Ymateb awtomatig: Your visit", "Nid wyf yma"),
        ("Abwesend: Your visit of 4 May", "Ich bin bis 4. Mai im Urlaub."),
        ("Absence du bureau : Reminder: P-12", "Je suis en congé jusqu'au 4 mai."),
        ("On leave: Your visit of 4 May", "I'm on leave till the 9th and not reading mail."),
        (
            "Out of Office: Re: P-12 on 18 July",
            "Offsite, wifi is patchy. If anybody is hurt ring the desk.\n\n-- \nDora",
        ),
        ("Out of Office Re: Your visit on 18 May", "I am on shift nights this week."),
        ("OOO", "I'm on annual leave, back on 4 June, with no access to email."),
        ("Hello", "Thank you for your e-mail. I look at this account on Mondays only and will reply when I return."),
        ("Hello", "Thank you for your email. I am on annual leave and will respond on my return."),
        ("Hello", "Thanks for your message. I am away until 4 June. For anything urgent please contact the office."),
        (
            "Hello",
            "Thank you for contacting us. We have received your message and aim to respond in 5 days.",
        ),
        ("Hello", "Thank you for your email. Our office is now closed and your enquiry has been received."),
        ("Hello", "This mailbox is not monitored. Please ring the office."),
        ("Hello", "This e-mail address is not monitored."),
        ("Hello", "Your support ticket #482913 has been created."),
        ("Hello", "Please type your reply above this line. Ticket 48213 was opened."),
        ("Hello", "This is an automated message. Your application has been received."),
        ("Hello", "This email was sent automatically. Please ring us."),
        ("Automatische Antwort: Besuch", "Ich bin bis 20. Mai im Urlaub."),
        ("Abwesenheitsnotiz", "Ich bin nicht im Büro. In dringenden Fällen wenden Sie sich an Frau Kohl."),
        ("Hallo", "Vielen Dank für Ihre Nachricht. Ich bin im Urlaub und habe keinen Zugriff auf meine Mails."),
        ("Abwesenheitsnotiz", "Vielen Dank für Ihre Nachricht. Ich bin bis zum 14. Juni verreist."),
        ("Besuch", "[Ruth has set up a message] I am at sea until the 24th."),
        ("Absence du bureau", "Je suis absente du 11 au 26 juillet. En cas d'urgence, appelez ma collègue."),
        ("Bonjour", "Merci pour votre message. Je suis en congé et répondrai à mon retour."),
        ("Fuera de la oficina", "Estoy de vacaciones y responderé a mi regreso."),
        ("Hola", "Gracias por su mensaje. Estoy ausente y sin acceso al correo."),
        ("Fuori ufficio", "Sono in ferie e risponderò al mio rientro."),
        ("Ciao", "Grazie per la tua mail. Sono fuori ufficio, senza accesso alla posta."),
        ("Fora do escritório", "Estou de férias, sem acesso ao e-mail."),
        ("Hallo", "Bedankt voor je bericht. Ik ben op vakantie en antwoord bij terugkomst."),
        ("Automatyczna odpowiedź: wizyta", "Jestem na urlopie."),
        ("Dzień dobry", "Dziękuję za wiadomość. Jestem na urlopie i odpowiem po powrocie."),
        ("Автоматична відповідь: візит", "Я у відпустці з 1 до 14 липня і не читаю пошту."),
        ("Вітаю", "Дякую за листа. Я у відпустці і відповім після повернення."),
        ("Автоответ: визит", "Я в отпуске."),
        ("رد تلقائي: زيارة", "أنا في إجازة."),
        ("Autosvar: besøg", "Jeg er på ferie."),
        ("Ateb awtomatig: ymweliad", "Rwyf ar fy ngwyliau."),
        ("Përgjigje automatike: vizita", "Jam jashtë zyrës."),
        ("Trả lời tự động: thăm", "Tôi vắng mặt."),
    ],
)
def test_automatic_replies_are_known_by_their_words(subject: str, text: str) -> None:
    assert kind(text, Subject=subject) is MachineKind.AUTO_REPLY


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        (
            "Your account will be closed. Confirm your password within 12 hours. Verify now.",
            {"Authentication_Results": FAILED},
        ),
        ("Your refund of £1,250.00 is ready. Click to claim before midnight!!!", {"Authentication_Results": FAILED}),
        (
            "Your parcel could not be delivered. Pay the fee here: click the link within 24 hours.",
            {"Authentication_Results": FAILED},
        ),
        ("Congratulations, you have won a prize of $2 million dollars! Dear winner, send your bank details.", {}),
        (
            "Dear friend, kindly send your bank details for an inheritance of 4.5 million dollars.",
            {},
        ),
        ("Invest in bitcoin with guaranteed returns. Click here now, last chance!!", {}),
        ("Dear customer, unusual sign-in activity. Verify your account at the secure page immediately.", {}),
        ("We can get your website on the first page of Google and boost your traffic. Free quote.", {}),
        ("I came across your website. We do web design and SEO, free audit, book a call.", {}),
        ("Your mailbox is over quota. Log in here to validate your password, dear user.", {}),
    ],
)
def test_scams_and_advertisements_are_spam(text: str, headers: dict[str, str]) -> None:
    assert kind(text, **headers) is MachineKind.SPAM
    assert kinds_from_stranger(text, **{"Subject": "Hello", **headers}) == {Kind.SPAM}


@pytest.mark.parametrize(
    ("sender_address", "text"),
    [
        (
            "news@example.net",
            "This week: five jobs and a webinar.\n\nUnsubscribe or change how often you hear from us.",
        ),
        ("hello@example.net", "In this issue: our new report.\n\nManage your preferences. All rights reserved."),
        ("info@example.net", "You are receiving this because you signed up.\nUnsubscribe"),
    ],
)
def test_newsletters_without_headers_are_lists(sender_address: str, text: str) -> None:
    assert kind(text, From=sender_address, Subject="June news") is MachineKind.LIST
    assert kinds_from_stranger(text, From=sender_address, Subject="June news") == {Kind.SPAM}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Away", "I'm away from 3 to 10 June, can Tom cover for me?"),
        ("Holiday", "Off to my sister's from Saturday for ten days, so no visits from me."),
        ("Out of office: June", "I'm away 3 to 10 June. Please ask Ben to visit instead."),
        ("On leave", "Could you let me know who covers while I am on leave?"),
        ("Out of office", "Please ask Ben to visit H-04 while I am away."),
        ("Re: Your visit", "Thank you for your email. I saw him on Tuesday."),
        ("Re: Your visit", "Thanks for your message. I am away next week so cannot visit."),
        ("Re: Your visit", "Thank you for getting in touch. It went well."),
        ("Re: Your visit", "Please do not reply to this email, my husband reads it."),
        ("Re: Your visit", "This email address is no longer in use from June, my new one is below."),
        ("police", "The police gave me incident number 4821733 and it has been logged."),
        ("ticket", "I got a parking ticket 4821733, can I claim it?"),
        ("worry", "I have received your message and I am worried about him."),
        ("worry", "He said: this is an automated message from the Home Office, you must leave."),
        ("worry", "She is not answering. Her mailbox is full."),
        (
            "Help",
            "Dear Sir, my landlord says the payment is overdue, my account is suspended. Kindly help, urgent.",
        ),
        ("Help", "Dear team, I am homeless within 24 hours. My claim is pending. Please help me urgently."),
        ("scam", "He got a text: click here to confirm your bank account within 24 hours. Is it real?"),
        ("scam", "She received this: you have won a prize, click the link. She is upset."),
        ("prize", "We won the raffle prize at the hotel, Omar was so happy!"),
        ("gift", "Can I give him a gift card for his birthday?"),
        ("bank", "Please confirm which bank account my expenses go to."),
        ("my website", "I found your website and would like to volunteer."),
        ("Volunteering", "I would like to volunteer as a visitor. Could somebody ring me?"),
        ("Press", "I am writing a piece about the hotel. Could you confirm how many people you visit?"),
        ("My brother", "Please is my brother still there? We have not heard from him."),
        ("Bo", "School has confirmed the meeting on Tuesday. Could his visitor attend?"),
        ("news", "Lovely news, she passed her test. I have told her to unsubscribe from the betting emails."),
        ("parcel", "His parcel was held at the gate and they made him pay a fee."),
        ("Hello", "We have received your letter, he will answer when he can."),
        ("Reply", "Away with the fairies today, sorry! Saw Omar, all fine."),
        ("Back soon", "I'm on holiday until the 12th and will be in touch when I'm back."),
        ("in", "At the hotel now, back by 5, no access to email inside"),
        ("Omar", "Omar has left a message. He wants to die."),
        ("Omar", "Omar has recorded a message for his mum, and has set up a message board."),
        ("Omar", "Omar has set up a message group for the floor."),
    ],
)
@pytest.mark.parametrize("checked", [PASSED, FAILED])
def test_people_who_sound_like_machines_are_people(subject: str, text: str, checked: str) -> None:
    assert kind(text, Subject=subject, Authentication_Results=checked) is None


def test_nobody_of_the_roll_is_a_spammer() -> None:
    text = "Click here to confirm your bank account within 24 hours, dear customer."
    raw = read(text, From=ANA.email, Subject="Refund", Authentication_Results=FAILED)
    assert understand(raw, sender(ANA), around(), ()).machine is None


def test_harm_or_a_client_in_what_looks_like_an_advertisement_is_read_by_a_person() -> None:
    text = "Free audit of your website, SEO and backlinks. Omar wants to kill himself."
    who = Sender("x@example.net", None, frozenset(), Trust.UNVERIFIED)
    reading = understand(read(text, Subject="Offer"), who, around(), ())
    assert reading.machine is None
    assert reading.harm_unplaced


def test_a_visitors_out_of_office_is_an_absence_with_its_dates() -> None:
    raw = read("I am away from 3 to 17 May.", Subject="Automatic reply: Your visit", From=ANA.email)
    reading = understand(raw, sender(ANA), around(), ())
    assert [f.kind for f in reading.facts] == [Kind.AUTO_REPLY, Kind.UNAVAILABLE]
    assert {(str(f.fields.period_from), str(f.fields.period_to)) for f in reading.facts} == {
        ("2026-05-03", "2026-05-17")
    }


def test_a_visitors_opening_hours_are_no_sure_absence() -> None:
    text = "Thank you for writing to Petrova Alterations. Orders are taken Tuesday to Friday."
    reading = understand(read(text, Subject="Automatic reply: Your visit", From=ANA.email), sender(ANA), around(), ())
    assert not any(f.sure for f in reading.facts if f.kind is Kind.UNAVAILABLE)


def test_a_strangers_out_of_office_is_no_absence() -> None:
    assert kinds_from_stranger("Away until 17 May.", Subject="Automatic reply: x") == {Kind.AUTO_REPLY}
