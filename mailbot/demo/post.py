"""What the invented people do with their mail programs: write, answer, and look into their mailboxes."""

import asyncio
import email
import email.policy
import imaplib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

import aiosmtplib

from mailbot.demo.mailboxes import HOST
from mailbot.demo.people import BOT, SCHEME_NAME, Someone
from mailbot.demo.servers import ZONE, Servers

TIMEOUT = 10.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A mail as somebody writes it. `answers` is what they reply to; `photo` a picture that they attach (PNG)."""

    by: Someone
    text: str
    subject: str = ""
    answers: EmailMessage | None = None
    photo: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def mail_of(written: Written, at: datetime) -> EmailMessage:
    """The mail as a mail program makes it; `at` has its zone."""
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"] = f"{written.by.name} <{written.by.email}>"
    mail["To"] = f"{SCHEME_NAME} <{BOT}>"
    mail["Subject"] = written.subject
    mail["Date"] = format_datetime(at.astimezone(ZONE))
    mail["Message-ID"] = make_msgid(domain=written.by.email.rpartition("@")[2])
    text = written.text
    if written.answers is not None:
        _answer(mail, written.answers)
        text = f"{text}\n{_quoted(written.answers)}"
    for name, value in written.headers.items():
        mail[name] = value
    mail.set_content(text)
    if written.photo:
        mail.add_attachment(written.photo, maintype="image", subtype="png", filename="receipt.png")
    return mail


async def send(servers: Servers, mail: EmailMessage, by: Someone) -> None:
    """Hand it to the SMTP server, logged in as `by`."""
    await aiosmtplib.send(
        mail,
        sender=by.email,
        recipients=[BOT],
        hostname=HOST,
        port=servers.smtp_port,
        username=by.email,
        password=servers.passwords[by.email],
        local_hostname="localhost",
        use_tls=False,
        start_tls=False,
        timeout=TIMEOUT,
    )


async def mailbox(servers: Servers, address: str, folder: str = "INBOX") -> list[EmailMessage]:
    """What lies in somebody's mailbox, the oldest first."""
    raw = await asyncio.to_thread(_fetch, servers.imap_port, address, servers.passwords[address], folder)
    return [email.message_from_bytes(each, policy=email.policy.default) for each in raw]


def text_of(mail: EmailMessage) -> str:
    """The plain text of a mail that mailbot wrote."""
    body = mail.get_body(("plain",))
    return str(body.get_content()) if body else ""


def _answer(mail: EmailMessage, answered: EmailMessage) -> None:
    """As every mail program does: the thread's ids, and Re: before the subject."""
    for name in ("To", "Subject"):
        del mail[name]
    mail["To"] = str(answered["Reply-To"] or answered["From"])
    mail["Subject"] = f"Re: {answered['Subject']}"
    mail["In-Reply-To"] = str(answered["Message-ID"])
    mail["References"] = " ".join(filter(None, (str(answered["References"] or ""), str(answered["Message-ID"]))))


def _quoted(answered: EmailMessage) -> str:
    when = email.utils.parsedate_to_datetime(str(answered["Date"]))
    lines = "".join(f"> {line}".rstrip() + "\n" for line in text_of(answered).splitlines())
    return f"\nOn {when:%a, %d %b %Y at %H:%M}, {SCHEME_NAME} <{BOT}> wrote:\n{lines}"


def _fetch(port: int, address: str, password: str, folder: str) -> list[bytes]:
    with imaplib.IMAP4(HOST, port, timeout=TIMEOUT) as imap:
        imap.login(address, password)
        if imap.select(folder, readonly=True)[0] != "OK":
            return []
        uids = imap.uid("SEARCH", "ALL")[1][0].split()
        return [imap.uid("FETCH", uid.decode(), "(BODY.PEEK[])")[1][0][1] for uid in uids]
