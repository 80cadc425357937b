"""Mail as simulated people write it and read it: bytes in, bytes out, as a mail program makes and shows them.

Written by hand where the library's builder and parser would take most of a simulation's time.
"""

import calendar
import email
from dataclasses import dataclass, field
from datetime import date, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.utils import format_datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from mailbot.expressions import lazy
from mailbot.simulation.cast import BOT, Someone

AUTHSERV_ID = "mx.example.org"
MONTHS = tuple(calendar.month_name)[1:]
_DAY = lazy(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")
_REF = lazy(r"\b[PHRF]-\d{3,}\b")


@dataclass(frozen=True)
class Received:
    """A mail of mailbot's in somebody's mailbox. `template` is what a person sees at a glance: what kind it is."""

    outbox_id: int
    template: str
    at: datetime
    raw: bytes = field(repr=False)

    @cached_property
    def mail(self) -> Message:
        """Read when somebody opens it: most mail is only glanced at."""
        return email.message_from_bytes(self.raw)

    @cached_property
    def text(self) -> str:
        """Its plain text."""
        plain = next((part for part in self.mail.walk() if part.get_content_type() == "text/plain"), None)
        payload = plain.get_payload(decode=True) if plain else b""
        return payload.decode("utf-8") if isinstance(payload, bytes) else ""

    def header(self, name: str) -> str:
        """A header in plain text; empty where there is none."""
        return str(make_header(decode_header(str(self.mail[name] or "")))).replace("\n", "").replace("\r", "")

    @property
    def days(self) -> list[date]:
        """The days that it names, in the order in which they stand there."""
        found = _DAY.findall(f"{self.header('Subject')}\n{self.text}")
        return [date(int(year), MONTHS.index(month) + 1, int(day)) for day, month, year in found]

    @property
    def refs(self) -> list[str]:
        """The references that it names."""
        return _REF.findall(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What somebody writes. `answers` is the mail that they reply to; `machine`: their out-of-office wrote it.

    `vouched`: the mail server wrote that the sender is who they say. `thanks`: it says thanks and nothing else.
    """

    by: Someone
    text: str
    subject: str = "Visit"
    answers: Received | None = None
    machine: bool = False
    vouched: bool = True
    thanks: bool = False


def as_bytes(letter: Letter, number: int, at: datetime, zone: ZoneInfo) -> bytes:
    """The letter as it lies in the scheme's mailbox; `number` makes its Message-ID, `at` is when it came."""
    domain = letter.by.email.rpartition("@")[2]
    headers = {
        "Received": f"from a by {AUTHSERV_ID}; {format_datetime(at)}",
        "Authentication-Results": f"{AUTHSERV_ID}; dmarc={'pass' if letter.vouched else 'none'} header.from={domain}",
        "From": f"{letter.by.name} <{letter.by.email}>",
        "To": BOT,
        "Subject": letter.subject,
        "Date": format_datetime(at.astimezone(zone)),
        "Message-ID": f"<{number}@{domain}>",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    text = letter.text
    if letter.answers:
        headers |= _answering(letter.answers, letter.machine)
        text = text if letter.machine else f"{text}\n{_quoted(letter.answers)}"
    if letter.machine:
        headers["Auto-Submitted"] = "auto-replied"
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return (head + "\r\n" + text.replace("\n", "\r\n") + "\r\n").encode()


def _answering(answered: Received, machine: bool) -> dict[str, str]:
    """As every mail program does: the thread's ids, Reply-To where there is one, and Re: before the subject."""
    subject, message_id = answered.header("Subject"), answered.header("Message-ID")
    return {
        "To": answered.header("Reply-To") or answered.header("From"),
        "Subject": f"{'Automatic reply' if machine else 'Re'}: {subject}",
        "In-Reply-To": message_id,
        "References": f"{answered.header('References')} {message_id}".strip(),
    }


def _quoted(answered: Received) -> str:
    lines = "".join(f"> {line}".rstrip() + "\n" for line in answered.text.splitlines())
    return f"\nOn {answered.at:%a, %d %b %Y at %H:%M}, Longmead Visitors <{BOT}> wrote:\n{lines}"
