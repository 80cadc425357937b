"""Mail as the people of a scenario write it, with the headers that mail servers and mail programs add."""

import email
import email.policy
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cached_property

from tests.scenarios.cast import Someone
from tests.scenarios.forms import ZONE
from tests.scenarios.script import Sent

BOT = "visits@scheme.example.org"
DMARC = {Sent.NOT_VERIFIED: "none", Sent.FORGED: "fail"}
MACHINES = {
    Sent.ENCRYPTED: (
        'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary="b"\n\n'
        "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\n"
        "-----BEGIN PGP MESSAGE-----\n\nhQEMA5\n-----END PGP MESSAGE-----\n--b--\n"
    ),
    Sent.READ_RECEIPT: (
        'Content-Type: multipart/report; report-type=disposition-notification; boundary="b"\n\n'
        "--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        "--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;{address}\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\n\n--b--\n"
    ),
    Sent.CALENDAR: (
        'Content-Type: multipart/alternative; boundary="b"\n\n'
        "--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        "--b\nContent-Type: text/calendar; charset=utf-8; method=REPLY\n\n"
        "BEGIN:VCALENDAR\nMETHOD:REPLY\nVERSION:2.0\nPRODID:-//example//EN\nBEGIN:VEVENT\nUID:1@example.com\n"
        "DTSTAMP:20260511T100000Z\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}\nEND:VEVENT\nEND:VCALENDAR\n--b--\n"
    ),
    Sent.AUTOMATIC: "Auto-Submitted: auto-replied\nContent-Type: text/plain; charset=utf-8\n\n{text}",
}
"""Content and its headers, of what no person wrote, or nobody can read."""


@dataclass(frozen=True)
class Mail:
    """A mail of mailbot's as the SMTP server took it; `at` is UTC, `recipients` are those of the envelope."""

    at: datetime
    recipients: tuple[str, ...]
    raw: bytes = field(repr=False)

    @cached_property
    def message(self) -> EmailMessage:
        return email.message_from_bytes(self.raw, policy=email.policy.default)  # type: ignore[return-value]

    @cached_property
    def subject(self) -> str:
        return str(self.message["Subject"] or "")

    @cached_property
    def text(self) -> str:
        """The plain text."""
        body = self.message.get_body(("plain",))
        return str(body.get_content()) if body else ""

    @cached_property
    def everything(self) -> str:
        """Subject, all texts, names and contents of attachments."""
        found = [self.subject]
        for part in self.message.walk():
            found.append(part.get_filename() or "")
            if part.get_content_maintype() == "text":
                found.append(str(part.get_content()))
            elif not part.is_multipart():
                found.append((part.get_payload(decode=True) or b"").decode("utf-8", "replace"))
        return "\n".join(found)

    def addresses(self, header: str) -> tuple[str, ...]:
        """Those of To or Cc."""
        value = self.message[header]
        return tuple(each.addr_spec.casefold() for each in value.addresses) if value else ()


@dataclass(frozen=True, slots=True)
class Letter:
    """What somebody writes at a moment (UTC)."""

    by: Someone
    at: datetime
    number: int
    subject: str
    text: str
    how: frozenset[Sent] = frozenset()
    answers: Mail | None = None


def as_bytes(letter: Letter) -> bytes:
    """The letter as it lies in the scheme's mailbox."""
    mail = EmailMessage(policy=email.policy.SMTP)
    domain = letter.by.address.rpartition("@")[2]
    dmarc = next((DMARC[each] for each in letter.how if each in DMARC), "pass")
    mail["Received"] = f"from a by mx.scheme.example.org; {format_datetime(letter.at)}"
    mail["Authentication-Results"] = f"mx.scheme.example.org; dmarc={dmarc} header.from={domain}"
    mail["From"], mail["To"] = f"{letter.by.name} <{letter.by.address}>", BOT
    mail["Date"] = format_datetime(letter.at.astimezone(ZONE))
    mail["Message-ID"] = f"<{letter.number}@{domain}>"
    mail["Subject"] = _subject(letter)
    if letter.answers:
        _answer(mail, letter.answers)
    machine = next((MACHINES[each] for each in letter.how if each in MACHINES), None)
    if machine is None:
        mail.set_content(letter.text + (_quoted(letter.answers) if letter.answers else ""))
        return mail.as_bytes()
    head = mail.as_bytes().rstrip().decode("ascii") + "\r\nMIME-Version: 1.0\n"
    body = machine.format(text=letter.text, address=letter.by.address)
    return (head + body).replace("\r\n", "\n").replace("\n", "\r\n").encode()


def _subject(letter: Letter) -> str:
    if letter.answers is None:
        return letter.subject
    return f"{'Automatic reply' if Sent.AUTOMATIC in letter.how else 'Re'}: {letter.answers.subject}"


def _answer(mail: EmailMessage, answered: Mail) -> None:
    """As every mail program does: the thread's ids, and Reply-To where there is one."""
    own_id = str(answered.message["Message-ID"])
    if reply_to := answered.message["Reply-To"]:
        del mail["To"]
        mail["To"] = str(reply_to)
    mail["In-Reply-To"] = own_id
    mail["References"] = f"{answered.message['References'] or ''} {own_id}".strip()


def _quoted(answered: Mail) -> str:
    lines = "".join(f"> {line}".rstrip() + "\n" for line in answered.text.splitlines())
    return f"\nOn {answered.at.astimezone(ZONE):%a, %d %b %Y at %H:%M}, The visits team <{BOT}> wrote:\n{lines}"
