"""Our own corpus of volunteers' mail: the same seed gives the same bytes, and message i does not depend on how many.

Mixed as a shared mailbox is: 44 % about visits, 18 % claims with receipts (one to three of 30 to 300 kB each), 12 %
questions, 9 % automatic replies, 7 % bounces, 6 % from strangers, 4 % concerns; 58 MB per 1,000. Receipts are random
bytes behind the first bytes of their format. MIME is written by hand, so that no Python version changes a byte.
"""

import base64
import hashlib
import quopri
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

from benchmarks.labelled import Cast, Member, Visited
from mailbot.roll import Role

OURS = "visits@north.example.org"
STARTS = datetime(2026, 3, 2, 8, tzinfo=UTC)
EVERY = timedelta(minutes=7)
VOLUNTEERS = 400
KINDS = {"visit": 44, "claim": 18, "question": 12, "away": 9, "bounce": 7, "stranger": 6, "concern": 4}
SHAPES = {"plain": 45, "alternative": 42, "html": 13}
HOSTS = ("mail.example.org", "post.example.net", "webmail.example.com")
FIRST = "Aisha Ben Carla Dmitri Ewa Fergus Gráinne Hugo Ines Jamal Kofi Lucía Mei Niamh Olu Priya Rosa Søren Zoë"
LAST = "Abbott Brown Chen Davies Evans Fernández Green Hughes Iqbal Jones Khan Lewis Müller Nowak O'Brien Patel"
CLIENTS = "Adem Bram Cyril Dawit Emil Farid Goran Hamid Idris Jonas Kamil Leon Marek Nabil Osei Pavel Rashid Samir"
TALK = """\
He was in good spirits and we had tea. The new hearing aid is helping. We talked about his time at the mill. He asked
whether the Thursday group is still on. I will be away in the second half of the month. Traffic was bad so I arrived
ten minutes late. Please let me know if that is not convenient. Many thanks for arranging this. We played two games of
chess. He has begun a course in English.""".replace("\n", " ").split(". ")
ASKED = """\
Dear {name},

Please tell us how your visit to {client} on {day} went. Reply to this mail; a word is enough.
If anybody is in danger, call 999 first. If you are worried about harm to anybody, tell us at once.

The visits team, reference [{ref}]"""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message with its kind, and the moment it was written (UTC)."""

    raw: bytes
    kind: str
    at: datetime


def letters(count: int, seed: int = 7) -> Iterator[Letter]:
    """The first `count` messages of the corpus."""
    return (_letter(number, seed) for number in range(1, count + 1))


def ends_at(count: int) -> datetime:
    """When the last of so many messages has been written."""
    return STARTS + EVERY * (count + 1)


def cast() -> Cast:
    """The roll that the corpus is written by: 400 volunteers with a client each, two officers, a treasurer."""
    officers = (
        Member(("lead",), "Una Cole", "una@north.example.org", frozenset({Role.COORDINATOR, Role.SAFEGUARDING_LEAD})),
        Member(("second",), "Bo Lind", "bo@north.example.org", frozenset({Role.COORDINATOR})),
        Member(("money",), "Ada Reef", "ada@north.example.org", frozenset({Role.TREASURER})),
    )
    everybody = [_volunteer(number) for number in range(VOLUNTEERS)]
    return Cast(
        key="north",
        name="North Visitors",
        address=OURS,
        packs=("prison-visiting",),
        members=officers + tuple(v.member for v in everybody),
        clients=tuple(v.client for v in everybody),
    )


@dataclass(frozen=True, slots=True)
class _Volunteer:
    member: Member
    client: Visited


def _volunteer(number: int) -> _Volunteer:
    dice = random.Random(f"volunteer {number}")
    name = f"{dice.choice(FIRST.split())} {dice.choice(LAST.split())}"
    email = f"volunteer{number:03d}@{dice.choice(HOSTS)}"
    client = Visited(f"N-{number:03d}", dice.choice(CLIENTS.split()), "prison", visitor=email)
    return _Volunteer(Member((email,), name, email, frozenset({Role.VISITOR})), client)


def _letter(number: int, seed: int) -> Letter:
    dice = random.Random(f"{seed} {number}")
    kind = _one_of(dice, KINDS)
    who = _volunteer(dice.randrange(VOLUNTEERS))
    at = STARTS + EVERY * number
    sender = f"stranger{number}@webmail.example.com" if kind == "stranger" else who.member.email
    subject, text = _words(dice, kind, who, at)
    head = [*_head(f"{seed} {number}", kind, who.member.name, sender, at), f"Subject: {subject}"]
    parts = [_body(dice, text, f"b{number}")]
    if kind == "claim":
        parts += [_receipt(dice, k) for k in range(dice.randint(1, 3))]
    if kind == "bounce":
        parts = [_plain(text), _report(who.member.email)]
    wrap = "report; report-type=delivery-status" if kind == "bounce" else "mixed"
    content = parts[0] if len(parts) == 1 else _multipart(parts, wrap, f"m{number}")
    return Letter("\r\n".join(head).encode() + b"\r\n" + content, kind, at)


def _words(dice: random.Random, kind: str, who: _Volunteer, at: datetime) -> tuple[str, str]:
    """Subject (ASCII) and text."""
    client, day = who.client, (at - timedelta(days=dice.randint(1, 6))).strftime("%A %d %B").replace(" 0", " ")
    name, chat = who.member.name, _talk(dice, dice.randint(1, 4))
    prompt = ASKED.format(name=name, client=client.ref, day=day, ref=client.ref)
    quote = "\n> ".join(
        ["", f"On {at - timedelta(days=1):%a, %d %b %Y} at 09:00, Visits <{OURS}> wrote:", *prompt.split("\n")]
    )
    match kind:
        case "visit":
            answers = {
                f"Yes, I visited {client.name} on {day}.": 70,
                f"I could not visit {client.name} on {day}.": 30,
            }
            return f"Re: Your visit [{client.ref}]", f"{_one_of(dice, answers)} {chat}\n\n{name}\n{quote}"
        case "claim":
            spent = f"Expenses: canteen £{dice.randint(120, 1400) / 100:.2f}"
            return "Expenses", f"Client: {client.ref}\nVisit date: {day}\n{spent}\n\nReceipts attached.\n\n{name}"
        case "concern":
            seen = f"There was bruising on his arm on {day} and he seemed frightened."
            return "Worried after my visit", f"I am worried about {client.name}. {seen} {chat}\n\n{name}"
        case "away":
            return "Automatic reply: Your visit", f"I am away until {day} and will answer on my return.\n\n{name}"
        case "bounce":
            return "Undelivered Mail Returned to Sender", f"<{who.member.email}>: unknown user"
        case "stranger":
            return "I would like to volunteer", f"Hello, I would like to be a visitor.\n\n{chat}\n\nA. Stranger"
    return "A question about parking", f"Where can I park when I visit {client.name}?\n\n{chat}\n\n{name}\n{quote}"


def _head(tag: str, kind: str, name: str, sender: str, at: datetime) -> list[str]:
    token, host = hashlib.sha256(tag.encode()).hexdigest(), sender.partition("@")[2]
    signed = base64.b64encode(hashlib.sha512(tag.encode()).digest() * 4).decode()
    signature = "\r\n ".join(signed[start : start + 70] for start in range(0, len(signed), 70))
    written = "=?utf-8?b?" + base64.b64encode(name.encode()).decode() + "?="
    head = [
        f"Return-Path: <{'' if kind == 'bounce' else sender}>",
        f"Received: from {host} ({host} [203.0.113.7]) by mx.north.example.org\r\n"
        f" with ESMTPS id {token[:12].upper()} for <{OURS}>; {format_datetime(at)}",
        f"Authentication-Results: mx.north.example.org;\r\n spf=pass smtp.mailfrom={sender};\r\n"
        f" dmarc=pass header.from={host}",
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={host}; s=s1;\r\n h=from:to:date; b={signature}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{token[:24]}@{host}>",
        f"From: {'Mail Delivery System <MAILER-DAEMON@' + host if kind == 'bounce' else f'{written} <{sender}'}>",
        f"To: Visits <{OURS}>",
        "MIME-Version: 1.0",
    ]
    return head + (["Auto-Submitted: auto-replied"] if kind in ("away", "bounce") else [])


def _body(dice: random.Random, text: str, boundary: str) -> bytes:
    shape = _one_of(dice, SHAPES)
    paragraphs = "".join(
        f'<p class="MsoNormal">{part}</p>\n' for part in escape(text).replace("\n", "<br>\n").split("<br>\n<br>\n")
    )
    html = _part(f"<html><head><style>p{{margin:0}}</style></head><body>{paragraphs}</body></html>", "html")
    if shape == "alternative":
        return _multipart([_plain(text), html], "alternative", boundary)
    return html if shape == "html" else _plain(text)


def _plain(text: str) -> bytes:
    return _part(text, "plain")


def _part(text: str, subtype: str) -> bytes:
    head = f"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    return head.encode() + quopri.encodestring((text + "\n").encode()).replace(b"\n", b"\r\n")


def _receipt(dice: random.Random, number: int) -> bytes:
    size = int(30_000 * 10 ** dice.random())
    kind, start = ("image/jpeg", b"\xff\xd8\xff\xe0") if dice.random() < 0.6 else ("application/pdf", b"%PDF-1.4\n")
    head = f'Content-Type: {kind}\r\nContent-Disposition: attachment; filename="receipt{number}"\r\n'
    data = base64.encodebytes(start + dice.randbytes(size)).replace(b"\n", b"\r\n")
    return head.encode() + b"Content-Transfer-Encoding: base64\r\n\r\n" + data


def _report(address: str) -> bytes:
    lines = ["Reporting-MTA: dns; mx.example.net", "", f"Final-Recipient: rfc822; {address}"]
    lines += ["Action: failed", "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 unknown user", ""]
    return b"Content-Type: message/delivery-status\r\n\r\n" + "\r\n".join(lines).encode()


def _multipart(parts: list[bytes], subtype: str, boundary: str) -> bytes:
    inside = b"".join(b"--%s\r\n%s\r\n" % (boundary.encode(), part) for part in parts)
    head = f'Content-Type: multipart/{subtype}; boundary="{boundary}"\r\n\r\n'
    return head.encode() + inside + f"--{boundary}--\r\n".encode()


def _talk(dice: random.Random, count: int) -> str:
    return " ".join(f"{dice.choice(TALK).rstrip('.')}." for _ in range(count))


def _one_of(dice: random.Random, weighed: dict[str, int]) -> str:
    return dice.choices(list(weighed), list(weighed.values()))[0]
