"""Bytes to Message: it never raises, ends in time, shows nothing that cannot be stored, and loses no part's words."""

from mailbot.reading.machine import what_machine
from mailbot.reading.message import Message
from mailbot.reading.parse import MAX_TEXT, arrival_from_headers, attachment_bytes, identity, parse
from tests.fuzz.built_mails import Built
from tests.fuzz.draw import BUILT, Draw, within_limit
from tests.reading.mails import holds_no_line_break, shown

DICTIONARY = (
    *(
        b"\r\n\r\n",
        b"\n\n",
        b"\r",
        b"\0",
        b"--b0",
        b"--b0--\r\n",
        b'boundary="b0"',
        b"charset=utf-16",
        b"charset=utf-7",
    ),
    *(
        b"Content-Type: multipart/alternative; ",
        b"Content-Type: message/rfc822",
        b"Content-Type: text/html",
        b"--b0\n",
    ),
    *(
        b"Content-Transfer-Encoding: base64",
        b"Content-Transfer-Encoding: quoted-printable",
        b"format=flowed; delsp=yes",
    ),
    *(b"Content-Disposition: attachment; filename*0*=utf-8''", b"=?utf-8?q?", b"=?utf-8?b?", b"?=", b"=3D", b"=\r\n"),
    *(b"<blockquote type=cite>", b"<!--", b"<style>", b"<table><tr><td colspan=9>", b"&#x1f600;", b"<pre>", b"<![if"),
    *(
        b"Content-Type: text/calendar",
        b"message/delivery-status",
        b"application/pkcs7-mime",
        b"Received: ",
        b"\xff\xfe",
    ),
)


def check(data: bytes) -> None:
    if data[:1] == bytes([BUILT]):
        built = Built(Draw(data[1:]))
        within_limit(built.raw, _read)
        built.is_read(parse(built.raw))
    else:
        within_limit(data, _read)


def _read(raw: bytes) -> None:
    message = parse(raw)
    what_machine(message, "team@example.org")
    arrival_from_headers(message)
    for attachment in message.attachments[:20]:
        attachment_bytes(raw, attachment)
    assert holds_no_line_break(message), "a header's value breaks a line"
    _can_be_stored(message)
    _is_bounded(message, len(raw))
    _is_the_same_mail_with_a_trace_on_top(raw)


def _can_be_stored(message: Message) -> None:
    for value in (*shown(message), message.text, *message.notices.values()):
        value.encode("utf-8")
        assert "\0" not in value and "\r" not in value, "a character that cannot be stored"
    for inner in message.forwarded:
        _can_be_stored(inner)


def _is_bounded(message: Message, size: int) -> None:
    length = len(message.text) + sum(map(len, message.notices.values()))
    assert length <= MAX_TEXT + 4 * size + 1_000, f"{length} characters of text from {size} bytes"


def _is_the_same_mail_with_a_trace_on_top(raw: bytes) -> None:
    """Promise 1: a second copy of a mail came over another way, or with other line ends."""
    if not raw[:1].isalpha() or b":" not in raw.partition(b"\n")[0]:
        return
    again = b"Received: from a.example.net\n by b.example.net\nDelivered-To: a@example.org\n" + raw
    assert identity(again) == identity(raw), "a trace on top makes it another mail"
    if b"\r\r\n" not in raw:
        assert identity(raw.replace(b"\r\n", b"\n")) == identity(raw), "other line ends make it another mail"
