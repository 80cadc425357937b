"""Automatic replies and scams in a sentence or two, with no header to tell them; and people who sound like them."""

import pytest

from mailbot.reading.automatic import automatic_reply
from mailbot.reading.spam import spam
from tests.reading.speaking import message

AWAY = [
    "I'm not in this week. Your message will be read on Monday.",
    "Out of office. Back 18 May.",
    "Thank you for your email. I am currently on leave until 18 May and will have no access to email.",
    "This is an automated response. We have received your query and will be in touch.",
    "I no longer work here. For enquiries please contact the front desk.",
    "I am away from the office and will reply when I return. If your query is urgent please ring 01632 960111.",
    "Please note this inbox is not checked at weekends.",
    "I am out of the office until Monday 18 May with limited access to email.",
    "Thank you for your message. I am on annual leave and will reply on my return.",
    "This mailbox is no longer monitored. Please write to info@example.org",
    "Automatic reply: I'm on maternity leave.",
    "Hello, I'm travelling and will be slow to answer. For urgent matters contact Sue on 01632 960111.",
    "Your email has been received. A member of the team will respond within 5 working days. Ticket #88213.",
    "I only work Tuesdays and Wednesdays and will pick up your email then.",
    "I have left the company. Please direct enquiries to reception@example.org",
    "I'm on leave and will answer your email when I'm back on 18 May.",
    "Hello. I am not at my desk until Tuesday. If you need someone sooner, phone reception on 01632 960111.",
    "Thank you for your enquiry, which is important to us. We will respond as soon as possible.",
    "This is an automatic acknowledgement that your message has arrived.",
    "Please be advised that I am currently out of the office with no access to e-mail.",
    "Thanks for your mail! I'm on parental leave until September. Contact Jo in the meantime.",
]
SCAMS = [
    "Your group has been awarded funding. Reply today with sort code and card details or the award is forfeited.",
    "Four journeys of yours are unpaid. Log in with your card number before midnight.",
    "To receive the community grant send your bank details and passport scan at once, else it goes to others.",
    "Your travel money is ready. Sign in with your bank details to release it.",
    "Please supply sort code and account number within the day so that we may release your payout.",
    "Volunteers' bonus: provide card details, name and date of birth and we release 300 GBP.",
    "Dear Sir/Madam, we are a leading manufacturer of LED lights and would like to offer you our best prices.",
    "Your account will be suspended. Click the link below to confirm your identity.",
    "Hi, I noticed your website could rank higher on Google. Can we schedule a quick call?",
    "You have won the lottery! Reply with your name, address and bank details.",
    "Cheap meds online, no prescription, fast delivery",
    "I am Mrs Grace, a widow with 8 million USD in a bank in Abidjan. I need your help to invest it.",
    "Last chance: 70% off everything. Unsubscribe here.",
    "I have hacked your device and recorded you. Send 900 USD in bitcoin within 48 hours.",
    "We buy any charity data lists. Contact us for rates.",
    "Need a loan? Instant approval, 3% interest.",
    "Dear friend, I am a barrister and I have 4.5 million dollars of your late relative to share with you.",
    "Boost your website's ranking! Our SEO experts guarantee page one in 30 days.",
    "Your mailbox is full. Verify your password here to avoid suspension: http://login.example.com",
    "We offer business loans from £10,000 with no credit check. Apply today!",
    "Hot singles in your area want to chat",
    "Invoice 8841 overdue. Open the attached document to settle immediately or legal action follows.",
    "Congratulations, you have been selected to receive a £500 voucher. Claim now.",
    "I came across your charity and wondered if you'd like a new logo, 50% off this week only",
    "Bitcoin trading bot earns 300% weekly. Join our Telegram.",
    "Your parcel could not be delivered. Pay the £1.99 redelivery fee at http://post.example.net",
    "Dear beneficiary, your fund of 2.5 million GBP is ready for transfer.",
    "We can get your charity on page one of Google for £99 a month.",
    "Your payslip is attached. Log in with your email password to view.",
    "Final reminder: your domain expires today, renew here http://renew.example.net",
    "Earn £500 a day from home with crypto trading!",
    "Greetings, we are exporters of medical gloves, ask for our price list.",
    "Are you paying too much for your energy? Save up to 40% on business electricity.",
]


@pytest.mark.parametrize("text", AWAY)
def test_a_program_answers_for_somebody(text: str) -> None:
    assert automatic_reply(message(text), "bot@example.org") is not None


@pytest.mark.parametrize("text", SCAMS)
def test_a_stranger_is_after_money(text: str) -> None:
    assert spam(message(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "I'm away until Monday and can't read e-mail, so Beth will see him instead.",
        "Out of office today but I did see Omar yesterday.",
        "I no longer work at the school, my new e-mail is ana2@example.net. Please write to that.",
        "I got your message, will ring when I am back on Tuesday.",
        "I only work Tuesdays now so could we move the visit?",
        "I'm not in this week, please ask Ben to visit Omar.",
        "Your message about the visit came while I was away, I will be back on Friday.",
        "Omar has been told he owes a loan at 30% interest and is scared.",
        "She was sent an invoice that is overdue and the letter attached says legal action.",
        "My late husband left a fund of a thousand pounds for your scheme.",
        "The treasurer told me to send my sort code and account number so that she can release the money.",
        "Do I send you my bank details before midnight or is tomorrow all right?",
        "A man at the door asked Omar to log in with his card number before he would release the parcel.",
        "I have left Omar's. Please contact Ben, Omar is not well.",
        "I've left my bag there. Please ring me.",
        "He said somebody in a chat wanted 900 dollars in bitcoin from him.",
    ],
)
def test_people_who_sound_like_them_are_people(text: str) -> None:
    assert automatic_reply(message(text), "bot@example.org") is None
    assert spam(message(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Your training certificate lapses in 2 days. Renew today for only £39.00 and approve the invoice here.",
        "Our driver called but nobody was in. Pay the outstanding £1.99 or the item is destroyed after 48 hours.",
        "I have a new bank and need my expenses to go there. Confirm today. I am in a meeting so only email.",
    ],
)
def test_a_false_invoice_a_driver_and_a_new_bank_are_scams(text: str) -> None:
    assert spam(message(text, subject="Quick one"))
    honest = "I have a new bank, may I give you the number for my expenses? My certificate lapses in May, do I renew?"
    assert not spam(message(honest, subject="Quick one"))


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Out of office: 3 to 10 June", "I am on leave then."),
        ("Away: my visit on Friday", "I'm away then, sorry."),
        ("Away: your visit", "Please tell Omar that I am away."),
        ("Holiday: your rota", "Away till May. Can Ben go instead?"),
        ("Absence: sorry", "I am away until 4 May."),
    ],
)
def test_people_who_put_it_in_their_subject_are_people(subject: str, text: str) -> None:
    assert automatic_reply(message(text, subject), "bot@example.org") is None
