"""Whatever arrives, reading neither raises nor takes long, and no header value can break a line."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.reading.authenticate import authenticate
from mailbot.reading.machine import what_machine
from mailbot.reading.message import Message
from mailbot.reading.newest import split
from mailbot.reading.parse import arrival_from_headers, attachment_bytes, identity, parse
from mailbot.roll import Person, Roll
from tests.reading.mails import PROMPT, holds_no_line_break, mail, newest, part, parts

ROLL = Roll((Person(1, "Dora Vale", "dora.vale@example.org"),))
SAMPLES = (
    mail(
        f"Fine.\n\nOn 11/05/2026 08:05, Team <bot@example.org> wrote:\n> {PROMPT}\n-- \nDora", To="A: a@example.org;"
    ),
    parts(
        "mixed",
        part("Hello", "text/plain; charset=utf-8; format=flowed; name*0*=utf-8''a%20; name*1=\"b\""),
        part("<p>Hi <blockquote type=cite>x</blockquote>", "text/html; charset=x"),
        part("Subject: in\nFrom: =?utf-8?q?a?= <a@example.net>\n\nwords", "message/rfc822"),
        part("A: b\n\nFinal-Recipient: rfc822; a@example.net\nAction: failed\n", "message/delivery-status"),
        part("METHOD:REPLY", "text/calendar"),
        part(
            "SGVsbG8=", "image/png", Content_Transfer_Encoding="base64", Content_Disposition="attachment; filename=a"
        ),
        Authentication_Results="mx.example.org; dmarc=pass",
        Subject="=?utf-8?b?w6k=?= =?utf-8?q?=0D=0Ax?=",
        Date="Mon, 11 May 2026 08:05:00 +0100",
    ),
)
PIECES = (
    *(
        b"\r",
        b"\n",
        b"\0",
        b"--b0",
        b"--b0--",
        b"=?utf-8?b?",
        b"?=",
        b"\xff\xe9",
        b"\xe2\x80\xa8",
        b"<",
        b'"',
        b";",
        b"(",
    ),
    *(b"Content-Type: multipart/mixed", b"boundary=", b"charset=utf-16", b"message/rfc822", b"> ", b"wrote:", b"=3D"),
)
LIMIT_SECONDS = 2.0


def everything(raw: bytes) -> Message:
    """All that reading does with a mail."""
    message = parse(raw)
    text = split(message)
    assert all(breaking not in text.newest for breaking in "\r\0")
    what_machine(message, "team@example.org")
    authenticate(message, "mx.example.org", ROLL)
    arrival_from_headers(message)
    identity(raw)
    for attachment in message.attachments:
        attachment_bytes(raw, attachment)
    return message


@given(st.binary(max_size=2000))
@settings(deadline=None)
def test_arbitrary_bytes_never_raise(raw: bytes) -> None:
    assert holds_no_line_break(everything(raw))


@given(st.sampled_from(SAMPLES), st.data())
@settings(deadline=None, max_examples=200)
def test_mails_with_pieces_thrown_in_never_raise(raw: bytes, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw)))
        raw = raw[:at] + data.draw(st.sampled_from(PIECES)) + raw[at + data.draw(st.integers(0, 9)) :]
    assert holds_no_line_break(everything(raw))


@given(st.text(max_size=300))
@settings(deadline=None)
def test_arbitrary_headers_never_break_a_line(value: str) -> None:
    raw = f"Subject: {value}\r\nFrom: {value} <a@example.org>\r\nContent-Type: {value}\r\n\r\nx"
    assert holds_no_line_break(everything(raw.encode("utf-8", "replace")))


@given(st.text(alphabet="abc >-\n:@.1_", max_size=400))
@settings(deadline=None)
def test_split_never_loses_a_line(text: str) -> None:
    message = parse(mail(text))
    found = split(message)
    words = sorted((found.newest + "\n" + found.quoted).replace(">", "").split())
    assert words == sorted(message.text.replace(">", "").split())


@given(st.text(alphabet=st.characters(categories=["L", "Nd", "Zs"]), max_size=300))
@settings(deadline=None)
def test_words_alone_are_all_new(text: str) -> None:
    assert newest(text).split() == text.split()


def test_a_thousand_mutated_mails_are_read() -> None:
    chance = random.Random(7)
    for _ in range(1000):
        raw = bytearray(chance.choice(SAMPLES))
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(raw))
            raw[at : at + chance.randint(0, 3)] = bytes([chance.randrange(256)])
        assert holds_no_line_break(everything(bytes(raw)))


def _nested(levels: int) -> bytes:
    opened = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(levels))
    return opened + b"\r\nwords\r\n" + b"line\r\n" * 50_000


HOSTILE = {
    "deep": _nested(3000),
    "deep enough": _nested(38),
    "forwards in forwards": b"Content-Type: message/rfc822\r\n\r\n" * 3000 + b"words",
    "many parts": b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\nhi\r\n" * 50_000,
    "many lines": b"\r\n" + b"\n" * 2_000_000,
    "one line": b"\r\n" + b"a" * 10_000_000,
    "many headers": b"".join(b"X-%d: y\r\n" % i for i in range(50_000)),
    "long subject": b"Subject: " + b"=?utf-8?q?a?= " * 100_000,
    "parentheses": b"From: " + b"(" * 100_000 + b"\r\nAuthentication-Results: " + b"(" * 100_000,
    "quotes in a content type": b"Content-Type: text/plain" + b';"' * 200_000 + b"\r\n\r\nhi",
    "a number too long": b"Content-Disposition: attachment; filename*" + b"9" * 6000 + b"*=x\r\n\r\nhi",
    "table cells": b"Content-Type: text/html\r\n\r\n" + b"<td>x<br>" * 200_000,
    "a long quote": b"\r\nok\r\nOn 3 May 2026 at 10:00, a@example.org wrote:\r\n" + b"some old words\r\n" * 25_000,
    "half attributions": b"\r\n" + b"On 3 May 2026 10:00 x:\r\n" * 15_000,
    "signature marks": b"\r\n" + b"-- \r\n" * 60_000,
    "header blocks": b"Subject: Re: x\r\n\r\n" + b"From: a@b.example\r\nTo: b\r\nSubject: c\r\n\r\n" * 8_000,
    "a spaced line": b"\r\nOn " + b"a b " * 50_000 + b":",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mails_take_less_than_two_seconds(name: str) -> None:
    raw = HOSTILE[name]
    started = time.process_time()
    split(parse(raw))
    assert time.process_time() - started < LIMIT_SECONDS


def test_attachments_cost_next_to_nothing_to_read() -> None:
    photo = "QUJD" * 19 + "\n"
    raw = parts("mixed", part("Tickets"), part(photo * 4000, "image/jpeg", Content_Transfer_Encoding="base64"))
    started = time.process_time()
    for _ in range(20):
        parse(raw)
    assert (time.process_time() - started) / 20 < 0.02


def test_what_is_beyond_the_limits_is_marked_and_its_words_are_kept() -> None:
    message = parse(_nested(3000))
    assert message.unreadable
    assert "words" in message.text
