"""A mail as bytes: RFC 5322 headers, text and HTML alternatives (RFC 2046), and nothing that smuggles a line.

Written by hand because the standard library takes twice as long as a reply may (docs/performance.md); the tests
read every result back with the standard library's parser.
"""

from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.utils import format_datetime
from hashlib import blake2b

from mailbot.errors import GiveUp
from mailbot.expressions import lazy

LINE = 76  # characters at which a header is folded (RFC 5322, section 2.1.1)
LONGEST = 998  # bytes that a line of a mail may have
REFERENCES_KEPT = 12

# Delivery and read receipts are noise. Bounces and out-of-office notes are not suppressed: a bounce must be
# noticed (promise 10), and an out-of-office note asks the backup to cover (duty S7).
SUPPRESS = "DR, RN, NRN, AutoReply"

_CONTROL = lazy(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]+")
_ADDRESS = lazy(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@\[[0-9.]+\]")
_MESSAGE_ID = lazy(r"<[!-;=?-~]{1,250}>")
_PLAIN_NAME = lazy(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*")
_FILE_NAME = lazy(r"[^A-Za-z0-9._-]+")
_CONTENT_TYPE = lazy(r"[a-z0-9]+/[a-z0-9.+-]+")
_METHOD = lazy(r"[A-Z]+")
_BREAK = lazy(r"\r\n|\r|\n")

Mailbox = tuple[str, str]  # (display name, address)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a mail. `filename` is ours and names nobody (promise 6).

    With a `method`, such as REQUEST, it is a calendar's (appointment.py), and stands beside text and HTML as well.
    """

    filename: str
    content: bytes
    content_type: str = "application/octet-stream"
    method: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """Everything of one outgoing mail. `date` is time-zone aware; `message_id` has its angle brackets.

    `token` is set at the end of the subject. `is_reply` says whether it answers a mail (RFC 3834, section 5:
    auto-replied) or came of itself (auto-generated).
    """

    from_name: str
    from_address: str
    to: tuple[Mailbox, ...]
    subject: str
    text: str
    html: str
    message_id: str
    date: datetime
    cc: tuple[Mailbox, ...] = ()
    token: str | None = None
    is_reply: bool = False
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    reply_to: str | None = None
    attached: tuple[Attached, ...] = ()


def build(mail: Mail) -> bytes:
    """The mail as it goes to SMTP: CRLF, ASCII only. The same Mail always gives the same bytes.

    Raises GiveUp where an address or our own Message-ID cannot stand in a header.
    """
    headers = "\r\n".join(_headers(mail))
    return f"{headers}\r\n{_body(mail)}".encode("ascii")


def subject_with(subject: str, token: str | None) -> str:
    """The subject as it is sent: one line, with the reference by which a reply finds its thread at the end."""
    return f"{one_line(subject)} [ref {token}]" if token else one_line(subject)


def one_line(value: str) -> str:
    """`value` without control characters, line breaks and lone surrogates; each run of them and of blanks a blank."""
    return _CONTROL.sub(" ", value).strip()


def _headers(mail: Mail) -> Iterator[str]:
    if not _MESSAGE_ID.fullmatch(mail.message_id):
        raise GiveUp("a letter's Message-ID is not usable: make it with letters.token.thread")
    yield _addresses("From", ((mail.from_name, mail.from_address),))
    yield _addresses("To", mail.to)
    if mail.cc:
        yield _addresses("Cc", mail.cc)
    if mail.reply_to:
        yield _addresses("Reply-To", ((mail.from_name, mail.reply_to),))
    yield _unstructured("Subject", subject_with(mail.subject, mail.token))
    yield f"Date: {format_datetime(mail.date)}"
    yield f"Message-ID: {mail.message_id}"
    yield from _thread(mail)
    yield f"Auto-Submitted: {'auto-replied' if mail.is_reply else 'auto-generated'}"
    yield f"X-Auto-Response-Suppress: {SUPPRESS}"
    yield "MIME-Version: 1.0"


def _thread(mail: Mail) -> Iterator[str]:
    """In-Reply-To and References, of usable ids only: the incoming mail's writer chose them."""
    if mail.in_reply_to and _MESSAGE_ID.fullmatch(mail.in_reply_to):
        yield f"In-Reply-To: {mail.in_reply_to}"
    known = [each for each in mail.references if _MESSAGE_ID.fullmatch(each)]
    if kept := [*known[:1], *known[1:][-REFERENCES_KEPT:]]:
        yield "References: " + "\r\n ".join(kept)


def _addresses(header: str, mailboxes: Iterable[Mailbox]) -> str:
    return f"{header}: " + ",\r\n ".join(_mailbox(name, address) for name, address in mailboxes)


def _mailbox(name: str, address: str) -> str:
    if not _ADDRESS.fullmatch(address):
        raise GiveUp("an address of a letter cannot stand in a header: correct it on the roll or in the directory")
    shown = one_line(name)
    if not shown:
        return address
    gap = "\r\n " if len(shown) + len(address) > LINE - 12 else " "
    return f"{_phrase(shown)}{gap}<{address}>"


def _phrase(name: str) -> str:
    """A display name: as it is, quoted, or as encoded words (RFC 2047, section 5)."""
    if not name.isascii() or "=?" in name or len(name) > LINE - 16:
        return _encoded(name, 16)
    if _PLAIN_NAME.fullmatch(name):
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _unstructured(header: str, value: str) -> str:
    """A header of free text, folded at its blanks; as encoded words where it is not plain ASCII."""
    longest_word = max((len(word) for word in value.split(" ")), default=0)
    if not value.isascii() or "=?" in value or longest_word > LINE - len(header) - 2:
        return f"{header}: {_encoded(value, len(header) + 2)}"
    lines = [f"{header}:"]
    for word in value.split(" "):
        if len(lines[-1]) + 1 + len(word) > LINE and len(lines[-1]) > len(header) + 1:
            lines.append("")
        lines[-1] += f" {word}"
    return "\r\n".join(lines)


def _encoded(value: str, indent: int) -> str:
    return Header(value, "utf-8", maxlinelen=LINE, header_name="x" * indent).encode(linesep="\r\n")


def _body(mail: Mail) -> str:
    boundary = _boundary(mail)
    calendars = (_calendar(each) for each in mail.attached if each.method)
    parts = (_part("plain", mail.text), _part("html", mail.html), *calendars)
    alternative = _multipart("alternative", boundary, parts)
    if not mail.attached:
        return alternative
    return _multipart("mixed", f"{boundary}m", (alternative, *map(_file, mail.attached)))


def _multipart(subtype: str, boundary: str, parts: Iterable[str]) -> str:
    head = f'Content-Type: multipart/{subtype}; boundary="{boundary}"\r\n\r\n'
    return head + "".join(f"--{boundary}\r\n{part}\r\n" for part in parts) + f"--{boundary}--\r\n"


def _part(subtype: str, text: str) -> str:
    """One alternative. Quoted-printable unless it is ASCII in short lines already."""
    lines = _BREAK.split(text.rstrip("\r\n"))
    body = "\r\n".join(lines) + "\r\n"
    kind = f'Content-Type: text/{subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: '
    if body.isascii() and "\0" not in body and max(map(len, lines)) <= LINE + 2:
        return f"{kind}7bit\r\n\r\n{body}"
    encoded = b2a_qp(body.encode("utf-8", "replace"), istext=True).decode("ascii")
    return f"{kind}quoted-printable\r\n\r\n{encoded}"


def _file(attached: Attached) -> str:
    if not _CONTENT_TYPE.fullmatch(attached.content_type):
        raise GiveUp("an attachment's content type is not usable: give it as type/subtype in lower case")
    name = _FILE_NAME.sub("-", attached.filename)
    content = _base64(attached.content)
    return (
        f'Content-Type: {attached.content_type}; name="{name}"\r\nContent-Transfer-Encoding: base64\r\n'
        f'Content-Disposition: attachment; filename="{name}"\r\n\r\n{content}'
    )


def _calendar(attached: Attached) -> str:
    """The calendar's own part (RFC 6047, section 2.4): its method is said in the type, and is that of the object."""
    if not _METHOD.fullmatch(attached.method or ""):
        raise GiveUp("a calendar's method is not usable: it is one word in capital letters, such as REQUEST")
    return (
        f'Content-Type: text/calendar; charset="utf-8"; method={attached.method}\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{_base64(attached.content)}"
    )


def _base64(content: bytes) -> str:
    return encodebytes(content).decode("ascii").replace("\n", "\r\n")


def _boundary(mail: Mail) -> str:
    """Fixed by the content, so that a mail sent again is the same; "=_" cannot occur in quoted-printable."""
    content = blake2b(f"{mail.message_id}\n{mail.text}\n{mail.html}".encode("utf-8", "replace"), digest_size=12)
    return f"=_{content.hexdigest()}"
