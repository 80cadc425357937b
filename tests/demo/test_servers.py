"""The demo's own mail servers: they deliver to the invented people, vouch for who logged in, and send nothing out."""

import imaplib
import smtplib
from asyncio import to_thread
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from mailbot.clock import FixedClock
from mailbot.demo.mailboxes import HOST
from mailbot.demo.people import BOT, HELEN, JOE, OUTSIDE_TEAM, PASSWORD, RUTH, passwords
from mailbot.demo.post import mailbox
from mailbot.demo.servers import AUTHSERV_ID, Servers, servers, verdict

NOW = datetime(2026, 5, 12, 15, 40, tzinfo=UTC)


@pytest.fixture(name="running")
async def running_servers() -> AsyncIterator[Servers]:
    async with servers(passwords(), FixedClock(NOW), {JOE.email}) as running:
        yield running


def letter(by: str = HELEN.email, to: str = BOT) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Message-ID"] = by, to, "<one@example.com>"
    mail.set_content("I saw Marcus today.\n")
    return mail


async def post(running: Servers, mail: EmailMessage, user: str | None = None, password: str = PASSWORD) -> None:
    """Send it as an ordinary mail program does."""

    def send() -> None:
        with smtplib.SMTP(HOST, running.smtp_port, "localhost", timeout=10) as smtp:
            if user:
                smtp.login(user, password)
            smtp.send_message(mail)

    await to_thread(send)


async def only_mail(running: Servers, address: str) -> EmailMessage:
    mails = await mailbox(running, address)
    assert len(mails) == 1
    return mails[0]


def verdict_on(mail: EmailMessage) -> str:
    assert mail.keys()[0] == "Authentication-Results"
    return str(mail["Authentication-Results"])


async def test_who_logged_in_as_that_address_is_vouched_for(running: Servers) -> None:
    await post(running, letter(), HELEN.email)
    mail = await only_mail(running, BOT)
    assert verdict_on(mail) == f"{AUTHSERV_ID}; dmarc=pass header.from=example.com"
    assert mail["Return-Path"] == f"<{HELEN.email}>"


async def test_who_logged_in_as_somebody_else_is_not(running: Servers) -> None:
    await post(running, letter(by=RUTH.email), HELEN.email)
    assert "dmarc=fail header.from=example.org" in verdict_on(await only_mail(running, BOT))


async def test_nothing_is_said_of_who_did_not_log_in(running: Servers) -> None:
    await post(running, letter())
    assert "dmarc=none" in verdict_on(await only_mail(running, BOT))


async def test_a_verdict_that_the_writer_brought_stands_below_ours(running: Servers) -> None:
    forged = letter()
    forged["Authentication-Results"] = f"{AUTHSERV_ID}; dmarc=pass header.from=example.com"
    await post(running, forged)
    assert "dmarc=none" in verdict_on(await only_mail(running, BOT))


@pytest.mark.parametrize("password", ["wrong", ""])
async def test_a_wrong_password_is_refused(running: Servers, password: str) -> None:
    with pytest.raises(smtplib.SMTPAuthenticationError):
        await post(running, letter(), HELEN.email, password)


async def test_nothing_is_sent_to_anybody_outside(running: Servers) -> None:
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        await post(running, letter(to=OUTSIDE_TEAM), HELEN.email)


async def test_mail_to_an_address_with_a_plus_arrives(running: Servers) -> None:
    await post(running, letter(to="visits+anything@example.org"), HELEN.email)
    assert await only_mail(running, BOT)


async def test_mail_arrives_at_the_time_of_the_clock(running: Servers) -> None:
    await post(running, letter(), HELEN.email)
    assert "Tue, 12 May 2026 16:40:00 +0100" in str((await only_mail(running, BOT))["Received"])

    def arrival() -> bytes:
        with imaplib.IMAP4(HOST, running.imap_port, timeout=10) as imap:
            imap.login(BOT, PASSWORD)
            imap.select()
            told = imap.fetch("1", "(INTERNALDATE)")[1][0]
            assert isinstance(told, bytes)
            return told

    told = imaplib.Internaldate2tuple(await to_thread(arrival))
    assert told is not None
    assert datetime(*told[:6]).astimezone() == NOW


async def test_mail_to_a_mailbox_that_is_gone_comes_back_as_a_report(running: Servers) -> None:
    await post(running, letter(by=BOT, to=JOE.email), BOT)
    report = await only_mail(running, BOT)
    assert report.get_content_type() == "multipart/report"
    assert report["Return-Path"] == "<>"
    assert f"Final-Recipient: rfc822; {JOE.email}" in report.as_string()
    assert "Message-ID: <one@example.com>" in report.as_string()


def test_the_servers_verdict_is_about_the_address_and_the_login() -> None:
    assert [verdict("a@example.org", user) for user in ("a@example.org", "b@example.org", None)] == [
        "pass",
        "fail",
        "none",
    ]
