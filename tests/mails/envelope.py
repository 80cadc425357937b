"""Headers as a receiving server leaves them, and the parts that are not words: files, bounces, invitations."""

import base64
import quopri
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from typing import Any

TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "pdf": "application/pdf",
    "heic": "image/heic",
    "csv": "text/csv",
    "htm": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "dat": "application/ms-tnef",
    "vcf": "text/vcard",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A MIME part: its headers, and its body in bytes with bare line feeds."""

    headers: Mapping[str, str]
    body: bytes

    def as_bytes(self) -> bytes:
        head = "".join(f"{name}: {value}\n" for name, value in self.headers.items())
        return head.encode() + b"\n" + self.body


@dataclass(frozen=True, slots=True)
class Envelope:
    """Everything above the first empty line. `answers` marks the message that is replied to."""

    sender: tuple[str, str]
    scheme: tuple[str, str]
    subject: str
    sent: datetime
    marker: str
    answers: str = ""
    trust: str = "pass"
    headers: Mapping[str, str] = field(default_factory=dict)

    def around(self, part: Part) -> bytes:
        """The message with CRLF."""
        own = self._trace() | self._addresses() | dict(part.headers) | dict(self.headers)
        head = "".join(f"{name}: {value}\n" for name, value in own.items() if value)
        return (head.encode() + b"\n" + part.body).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")

    @property
    def domain(self) -> str:
        return self.sender[1].partition("@")[2]

    @property
    def server(self) -> str:
        return "mx." + self.scheme[1].partition("@")[2]

    def _trace(self) -> dict[str, str]:
        host, octet = f"mail-{self.marker[:3]}.{self.domain}", int(self.marker[:2], 16)
        arrived = format_datetime(self.sent + timedelta(seconds=2))
        received = f"from {host} ({host} [192.0.2.{octet}])\n by {self.server} (Postfix) with ESMTPS id "
        received += f"{self.marker[:10].upper()}\n for <{self.scheme[1]}>; {arrived}"
        results = {"pass": ("pass", "pass", "pass"), "fail": ("fail", "none", "fail"), "none": ("none",) * 3}
        spf, dkim, dmarc = results[self.trust]
        checked = f"{self.server}; spf={spf} smtp.mailfrom={self.sender[1]}; dkim={dkim}; dmarc={dmarc}"
        return {"Return-Path": f"<{self.sender[1]}>", "Received": received, "Authentication-Results": checked}

    def _addresses(self) -> dict[str, str]:
        answered = f"<{self.answers}.{self.sent:%Y%m%d}@{self.scheme[1].partition('@')[2]}>" if self.answers else ""
        return {
            "From": f"{encoded(self.sender[0])} <{self.sender[1]}>" if self.sender[0] else self.sender[1],
            "To": f"{encoded(self.scheme[0])} <{self.scheme[1]}>",
            "Subject": encoded(self.subject),
            "Date": format_datetime(self.sent),
            "Message-ID": f"<{self.marker}@{self.domain}>",
            "In-Reply-To": answered,
            "References": answered,
            "MIME-Version": "1.0",
        }


def encoded(words: str) -> str:
    """As it stands in a header: as it is if it is ASCII, otherwise RFC 2047."""
    return words if words.isascii() else Header(words, "utf-8").encode(linesep="\n")


def text_part(
    text: str, kind: str = "plain", charset: str = "utf-8", encoding: str = "quoted-printable", more: str = ""
) -> Part:
    """A text part. What the charset lacks becomes a question mark, as in clients."""
    raw = text.encode(charset, "replace")
    body = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(encoding, bytes)(raw)
    content_type = f'text/{kind}; charset="{charset}"{more}'
    return Part({"Content-Type": content_type, "Content-Transfer-Encoding": encoding}, body)


def multipart(kind: str, parts: Sequence[Part], boundary: str) -> Part:
    """Several parts in one."""
    line = f"--{boundary}"
    body = b"".join(line.encode() + b"\n" + each.as_bytes().rstrip(b"\n") + b"\n\n" for each in parts)
    return Part({"Content-Type": f'multipart/{kind}; boundary="{boundary}"'}, body + f"{line}--\n".encode())


def with_files(body: Part, names: Sequence[str]) -> Part:
    """The body with its attachments behind it."""
    if not names:
        return body
    boundary = f"----=_Mix_{zlib.crc32(body.body):08x}"
    mixed = multipart("mixed", [Part(_content_headers(body), body.body), *map(_file, names)], boundary)
    outer = {name: value for name, value in body.headers.items() if not name.startswith("Content-")}
    return Part({**outer, **mixed.headers}, mixed.body)


def bounce(text: str, fields: Mapping[str, Any], envelope: Envelope) -> Part:
    """A delivery status notification (RFC 3464) about one of the scheme's mails."""
    date = format_datetime(envelope.sent)
    action = "failed" if fields["permanent"] == "yes" else "delayed"
    status = f"Reporting-MTA: dns; mx.{envelope.domain}\nArrival-Date: {date}\n\nFinal-Recipient: rfc822; "
    status += f"{fields['bounced_address']}\nAction: {action}\nStatus: {fields['dsn_status']}\n"
    ours = f"From: {encoded(envelope.scheme[0])} <{envelope.scheme[1]}>\nTo: {fields['bounced_address']}\n"
    ours += f"Subject: Your next visit\nMessage-ID: <{envelope.marker[::-1]}@{envelope.scheme[1].split('@')[1]}>\n"
    parts = [
        text_part(text + "\n", encoding="7bit", charset="us-ascii"),
        Part({"Content-Type": "message/delivery-status"}, status.encode()),
        Part({"Content-Type": "text/rfc822-headers"}, ours.encode()),
    ]
    whole = multipart("report", parts, f"=={envelope.marker}")
    return Part({"Content-Type": whole.headers["Content-Type"] + "; report-type=delivery-status"}, whole.body)


def calendar(text: str, invite: Mapping[str, str], envelope: Envelope) -> Part:
    """An answer to an invitation, or an invitation (iTIP)."""
    method = invite.get("method", "REPLY")
    start, end = (f"{datetime.fromisoformat(invite[each]):%Y%m%dT%H%M%S}" for each in ("start", "end"))
    lines = [
        "BEGIN:VCALENDAR\nPRODID:-//Example//Calendar//EN\nVERSION:2.0",
        f"METHOD:{method}\nBEGIN:VEVENT",
        f"DTSTART;TZID=Europe/London:{start}\nDTEND;TZID=Europe/London:{end}",
        f"DTSTAMP:{envelope.sent.astimezone(UTC):%Y%m%dT%H%M%SZ}\nORGANIZER:mailto:{envelope.scheme[1]}",
        f"UID:{envelope.marker[:10]}@example.org",
        f"ATTENDEE;PARTSTAT={invite['status']};CN={envelope.sender[0]}:mailto:{envelope.sender[1]}",
        f"SUMMARY:{invite['summary']}\nSEQUENCE:0\nSTATUS:CONFIRMED\nEND:VEVENT\nEND:VCALENDAR\n",
    ]
    event = text_part("\n".join(lines), "calendar", encoding="8bit", more=f"; method={method}")
    return multipart("alternative", [text_part(text + "\n"), event], f"=={envelope.marker}")


def _content_headers(part: Part) -> dict[str, str]:
    return {name: value for name, value in part.headers.items() if name.startswith("Content-")}


def _file(name: str) -> Part:
    place, _, bare = name.rpartition(":")
    headers = {
        "Content-Type": f'{TYPES[bare.rsplit(".", 1)[-1].lower()]}; name="{bare}"',
        "Content-Transfer-Encoding": "base64",
        "Content-Disposition": f'{place or "attachment"}; filename="{bare}"',
    }
    if place:
        headers["Content-ID"] = f"<{zlib.crc32(bare.encode()):08x}@example.com>"
    return Part(headers, base64.encodebytes(_content(bare, small=bool(place))))


def _content(name: str, small: bool) -> bytes:
    """Bytes that begin like a file of that kind; pictures say their size, as a photo or as a logo."""
    wide, high = (120, 40) if small else (1200, 1600)
    if name.endswith(("jpg", "jpeg")):
        frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", high, wide) + bytes.fromhex("03012200021101031101")
        return (
            b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0" + frame + bytes(300 if small else 2400) + b"\xff\xd9"
        )
    if name.endswith("png"):
        return (
            b"\x89PNG\r\n\x1a\n"
            + _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
            + _chunk(b"IDAT", zlib.compress(bytes(high * (3 * wide + 1))))
            + _chunk(b"IEND", b"")
        )
    return {"pdf": b"%PDF-1.4\n%%EOF\n", "csv": b"date,amount\n"}.get(name[-3:], b"\x78\x9f\x3e\x22" + bytes(60))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
