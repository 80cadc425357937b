"""What arrives in a mailbox: two dozen and more invented letters, of all sorts, dated now."""

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from itertools import count

from tests.run.scheme_for_tests import AMIR, BOT, CLIVE, GWEN, NORA

_numbers = count(1)
STRANGER = "somebody@elsewhere.example.net"


def letter(who: str, text: str, subject: str = "Visit", *, dmarc: str = "pass", **more: str) -> EmailMessage:
    """A letter as our mail server hands it on; `more` are headers, with `_` for `-`."""
    message = EmailMessage()
    now = datetime.now(UTC)
    message["Received"] = f"from outside by mx.lantern.example.org; {format_datetime(now)}"
    message["Authentication-Results"] = f"mx.lantern.example.org; dmarc={dmarc} header.from={who.partition('@')[2]}"
    message["From"], message["To"], message["Subject"] = who, BOT, subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<letter{next(_numbers)}@example.com>"
    for name, value in more.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def raw(message: EmailMessage) -> bytes:
    """As it goes over the wire."""
    return message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def confirmation(days_ago: int = 1, who: str = NORA) -> bytes:
    """A visit took place."""
    return raw(letter(who, f"Visit date: {_day(days_ago)}\nOutcome: took place\n"))


def concern() -> bytes:
    """A worry that cannot wait."""
    return raw(letter(NORA, "I am very worried. Piotr told me today that he wants to kill himself.\n"))


def claim(pounds: str = "3.00", photo: bytes | None = None) -> bytes:
    """Expenses, with or without the photo of a receipt."""
    message = letter(NORA, f"Expenses: food {pounds}\nDate: {_day(1)}\n", "Expenses")
    if photo is not None:
        message.add_attachment(photo, maintype="image", subtype="jpeg", filename="receipt.jpg")
    return raw(message)


def encrypted() -> bytes:
    """Nobody but its reader knows what it says."""
    head = _with_headers(NORA, 'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b')
    return head + b"--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b--\r\n"


def all_sorts() -> list[bytes]:
    """Of everything something: what volunteers write, what machines write, and what is hard to read."""
    return [*_of_volunteers(), *_of_machines(), *_hard_to_read(), *_of_two_kinds()]


def _of_volunteers() -> Iterable[bytes]:
    yield confirmation()
    yield raw(letter(AMIR, "I saw Samir yesterday at the hotel and all was well.\n"))
    yield raw(
        letter(NORA, f"Visit date: {_day(8)}\nOutcome: did not take place\nReason: the prison was locked down\n")
    )
    yield raw(letter(NORA, "The visit next week is cancelled, I have a cold.\n"))
    yield raw(letter(NORA, f"My next visit to Piotr is on {_day(-9)}.\n"))
    yield claim("3.00", _photo(40_000))
    yield claim("48.50", _photo(20_000))
    yield claim("4.10")
    yield concern()
    yield raw(letter(AMIR, _form(call="11:40"), "Safeguarding concern"))
    yield raw(letter(AMIR, _form(call=""), "Safeguarding concern"))
    yield raw(letter(STRANGER, "A friend in the hotel was beaten and is bleeding.\n", dmarc="none"))
    yield raw(letter(NORA, "He says a guard hits him.\n", dmarc="fail"))
    yield raw(letter(GWEN, "Thank you!\n"))
    yield raw(letter(GWEN, "Do you know whether the meeting is on Thursday, and may I bring a friend?\n"))
    yield raw(letter(NORA, "I have a new phone number: 07700 900099.\n"))
    yield raw(letter(CLIVE, "Release\n"))


def _of_machines() -> Iterable[bytes]:
    yield raw(letter(NORA, "I am away until Monday.\n", "Out of office", Auto_Submitted="auto-replied"))
    yield raw(
        letter("news@list.example.org", "This month: tea.\n", List_Id="<news.list.example.org>", Precedence="bulk")
    )
    yield _report("delivery-status", "message/delivery-status", BOUNCE)
    yield _report("disposition-notification", "message/disposition-notification", RECEIPT)
    invitation = letter(GWEN, "Accepted: visit\n")
    invitation.add_attachment(CALENDAR.encode(), maintype="text", subtype="calendar", params={"method": "REPLY"})
    yield raw(invitation)


BOUNCE = f"""Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; {AMIR}
Action: failed
Status: 5.1.1
"""
RECEIPT = f"""Final-Recipient: rfc822; {NORA}
Disposition: manual-action/MDN-sent-manually; displayed
"""
CALENDAR = "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1@example.com\nEND:VEVENT\nEND:VCALENDAR\n"


def _hard_to_read() -> Iterable[bytes]:
    yield encrypted()
    yield raw(letter(NORA, "\n", ""))
    yield _with_headers(NORA, "multipart/mixed; boundary=nowhere") + b"--other\r\n\r\nIs this a part?\r\n"
    yield _with_headers(NORA, 'text/plain; charset="no-such-charset"') + "Caf\xe9 visit, £3 bus".encode("latin-1")
    yield (
        b"From: Zo\xeb <" + NORA.encode() + b">\r\nSubject: Visit caf\xe9 \x80\xff\r\n\r\nPiotr was well \xe2\x82\r\n"
    )
    noise = bytes(b for b in random.Random(7).randbytes(400) if b not in b"\0\r\n")
    yield b"\x89PNG not a letter at all\r\n\x01\x02\x03" + noise + b"\r\n"
    huge = letter(NORA, f"Visit date: {_day(15)}\nOutcome: took place\n" + "The weather was fine. " * 400)
    huge.add_attachment(_photo(600_000), maintype="application", subtype="octet-stream", filename="film.bin")
    yield raw(huge)


def _of_two_kinds() -> Iterable[bytes]:
    """A letter, its second copy by another way, and another letter with the same Message-ID."""
    first = letter(GWEN, "Could somebody ring me about the rota?\n")
    yield raw(first)
    yield b"Received: from elsewhere by mx.lantern.example.org; Mon, 5 Jan 2026 10:00:00 +0000\r\n" + raw(first)
    second = letter(GWEN, "Also: where are the keys kept?\n")
    second.replace_header("Message-ID", first["Message-ID"])
    yield raw(second)


def _form(call: str) -> str:
    return f"""Safeguarding form
Client: R-2
Urgency: urgent
Harm: he has no heating and his baby is ill
Action: please send a doctor today
Call logged at: {call}
Send to the outside team: yes
"""


def _report(kind: str, part: str, text: str) -> bytes:
    head = _with_headers("mailer-daemon@example.net", f"multipart/report; report-type={kind}; boundary=r")
    notice = "--r\r\nContent-Type: text/plain\r\n\r\nA report.\r\n"
    return (
        head + (notice + f"--r\r\nContent-Type: {part}\r\n\r\n" + text.replace("\n", "\r\n") + "--r--\r\n").encode()
    )


def _with_headers(who: str, content_type: str) -> bytes:
    message = letter(who, "")
    message.replace_header("Content-Type", content_type)
    del message["Content-Transfer-Encoding"]
    return raw(message).split(b"\r\n\r\n")[0] + b"\r\n\r\n"


def _photo(size: int) -> bytes:
    return b"\xff\xd8\xff\xe0" + random.Random(size).randbytes(size)


def _day(ago: int) -> str:
    return f"{datetime.now(UTC) - timedelta(days=ago):%d/%m/%Y}"


def a_few() -> list[bytes]:
    """Two worries, and some visits: enough for some rounds of sending over a few connections."""
    return [concern(), *(confirmation(days) for days in range(1, 11)), claim("3.00"), concern()]
