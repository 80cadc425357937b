"""Machines in plain words: a program that writes of its owner, and mail that is after a password."""

import pytest

from mailbot.reading.machine import what_machine
from mailbot.reading.message import MachineKind
from mailbot.reading.parse import parse
from tests.reading.mails import mail

OWN = "team@scheme.example.org"


def kind(text: str, who: str, subject: str) -> MachineKind | None:
    found = what_machine(parse(mail(text, Subject=subject, From=who)), OWN)
    return found.kind if found else None


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Away from my desk", "Ruth Vale is cycling in Wales and will answer from 20 July."),
        ("Hello", "Ruth Vale is at sea and will reply when she is back on land."),
        ("Away message", "Ruth is on holiday. Back on 3 May."),
        ("Re: Your visit", "Ruth Vale cannot read her mail at present; she will be back on 4 June."),
        ("Absence", "Ruth Vale has gone fishing. She will read your mail after 6 May."),
    ],
)
def test_a_program_writes_of_its_owner_by_name(subject: str, text: str) -> None:
    assert kind(text, "Ruth Vale <ruth@example.com>", subject) is MachineKind.AUTO_REPLY


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Away", "I am cycling in Wales and will answer from 20 July. Can somebody see Omar?"),
        ("Hello", "Omar is back on Tuesday and I will see him then."),
        ("Hello", "Ruth Vale here, sorry I am late with this."),
        ("Hello", "Ruth is my name and I would like to help on Saturdays."),
    ],
)
def test_people_write_of_themselves_as_i(subject: str, text: str) -> None:
    assert kind(text, "Ruth Vale <ruth@example.com>", subject) is None


@pytest.mark.parametrize(
    "text",
    [
        "You have received a scanned document: report_final. Sign in with your e-mail password to read it."
        " The link expires today.",
        "3 messages are held for you. Log in with your mailbox password to release them within 24 hours.",
        "You have 1 new voicemail. Sign in to listen using your e-mail password. It expires soon.",
    ],
)
def test_mail_that_is_after_a_password_is_spam(text: str) -> None:
    assert kind(text, "Office Scanner <scan@print.example.com>", "Scanned document") is MachineKind.SPAM


@pytest.mark.parametrize(
    "text",
    [
        "I cannot sign in to the portal with my password, can somebody help me?",
        "Here is the scanned form that you asked for. It is three pages.",
        "The letter says he has to sign in with his password at the library to read it.",
    ],
)
def test_people_speak_of_passwords_and_scans_too(text: str) -> None:
    assert kind(text, "Ruth Vale <ruth@example.com>", "Scanned form") is None
