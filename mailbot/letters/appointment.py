"""An appointment for one person's calendar: iTIP over mail (RFC 5546, RFC 5545, RFC 6047).

Family calendars are shared. So an entry says "Appointment", when, and who it is for: nothing of the visit stands in
it (promise 6), and what it is made from here holds nothing else to put there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from urllib.parse import quote

from mailbot.errors import GiveUp
from mailbot.expressions import lazy
from mailbot.letters.build import Attached

LINE = 75  # octets of a content line, without its line break (RFC 5545, section 3.1)
FILE = "invite.ics"
_UID = lazy(r"[A-Za-z0-9-]{16,64}")
_IN_A_URI = "@!$'*+-./=^_`{|}~"


class Method(StrEnum):
    """What a calendar program is to do (RFC 5546, section 1.4)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """All that a calendar is told. `starts` is a moment, or the whole day where no time is agreed; how long it takes

    is not known, so no end is given. `sequence` grows with each change (RFC 5546, section 2.1.4). `written` is now.
    """

    uid: str
    sequence: int
    starts: datetime | date
    organizer: str
    attendee: str
    written: datetime
    method: Method = Method.REQUEST


def invite(appointment: Appointment) -> Attached:
    """The part that asks a calendar to enter, move or cancel it, and the same as a file for those that need one."""
    return Attached(FILE, icalendar(appointment), "application/ics", method=appointment.method)


def icalendar(appointment: Appointment) -> bytes:
    """The calendar object: CRLF, no line over 75 octets. Raises GiveUp where the UID is not one of ours."""
    if not _UID.fullmatch(appointment.uid):
        raise GiveUp("an appointment's UID is not usable: make it with new_uid")
    lines = (_folded(line) for line in _lines(appointment))
    return ("\r\n".join(lines) + "\r\n").encode("ascii")


def _lines(appointment: Appointment) -> Iterator[str]:
    cancelled = appointment.method is Method.CANCEL
    asks = "" if cancelled else ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
    timed = isinstance(appointment.starts, datetime)
    yield from ("BEGIN:VCALENDAR", "PRODID:-//mailbot//appointment 1//EN", "VERSION:2.0", "CALSCALE:GREGORIAN")
    yield f"METHOD:{appointment.method}"
    yield "BEGIN:VEVENT"
    yield f"UID:{appointment.uid}"
    yield f"SEQUENCE:{appointment.sequence}"
    yield f"DTSTAMP:{_utc(appointment.written)}"
    yield _start(appointment.starts)
    yield "SUMMARY:Appointment"
    yield "CLASS:PRIVATE"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    yield f"TRANSP:{'OPAQUE' if timed else 'TRANSPARENT'}"
    yield f"ORGANIZER:{_uri(appointment.organizer)}"
    yield f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT{asks}:{_uri(appointment.attendee)}"
    yield from ("END:VEVENT", "END:VCALENDAR")


def _start(starts: datetime | date) -> str:
    if isinstance(starts, datetime):
        return f"DTSTART:{_utc(starts)}"
    return f"DTSTART;VALUE=DATE:{starts:%Y%m%d}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _uri(address: str) -> str:
    """A calendar address (RFC 5545, section 3.3.3): what may not stand in a mailto link is written as %XX."""
    return f"mailto:{quote(address, safe=_IN_A_URI)}"


def _folded(line: str) -> str:
    """RFC 5545, section 3.1: a longer line goes on in the next, behind a blank."""
    pieces = [line[:LINE]]
    pieces += [line[at : at + LINE - 1] for at in range(LINE, len(line), LINE - 1)]
    return "\r\n ".join(pieces)
