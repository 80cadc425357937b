"""An appointment in somebody's calendar, as calendar programs read it (RFC 5545, 5546, 6047)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import GiveUp
from mailbot.letters.appointment import Appointment, Method, icalendar, invite
from tests.letters.help import mail, read_back

NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)
UIDS = st.uuids().map(str)
ADDRESSES = st.from_regex(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,60}\.example\.org", fullmatch=True)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))


def appointment(**changes):
    given = {"uid": "0f8b7c1e-1111-4222-8333-abcdefabcdef", "sequence": 2, "starts": NOON, "written": NOON}
    given |= {"organizer": "visits@scheme.example.org", "attendee": "hana@example.com"}
    return Appointment(**(given | changes))


def properties(content: bytes) -> list[tuple[str, str]]:
    """Unfolded content lines as (name with parameters, value): a second reading of RFC 5545, sections 3.1 and 3.6."""
    text = content.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "")
    assert text.endswith("\r\n")
    return [tuple(line.split(":", 1)) for line in text.split("\r\n")[:-1]]


def parts(message: EmailMessage) -> dict[str, list[EmailMessage]]:
    found: dict[str, list[EmailMessage]] = {}
    for part in message.walk():
        found.setdefault(part.get_content_type(), []).append(part)
    return found


def test_a_timed_appointment_says_when_in_utc_and_nothing_of_what():
    known = dict(properties(icalendar(appointment())))
    assert known["DTSTART"] == "20260514T120000Z"
    assert known["SUMMARY"] == "Appointment"
    assert known["CLASS"] == "PRIVATE"
    assert (known["METHOD"], known["STATUS"], known["SEQUENCE"]) == ("REQUEST", "CONFIRMED", "2")
    assert known["ORGANIZER"] == "mailto:visits@scheme.example.org"


def test_without_a_time_it_is_the_whole_day_and_no_end_is_made_up():
    known = dict(properties(icalendar(appointment(starts=date(2026, 5, 14)))))
    assert known["DTSTART;VALUE=DATE"] == "20260514"
    assert not {"DTEND", "DURATION"} & known.keys()


def test_a_cancelled_one_says_so_twice_as_programs_look_in_both_places():
    known = dict(properties(icalendar(appointment(method=Method.CANCEL))))
    assert (known["METHOD"], known["STATUS"]) == ("CANCEL", "CANCELLED")


def test_there_is_one_attendee_and_no_property_that_could_tell_more():
    names = [name.split(";")[0] for name, _ in properties(icalendar(appointment()))]
    assert names.count("ATTENDEE") == 1
    assert not {"LOCATION", "DESCRIPTION", "COMMENT", "CONTACT", "CATEGORIES", "URL", "GEO", "ATTACH"} & set(names)


@given(uid=UIDS, organizer=ADDRESSES, attendee=ADDRESSES, at=MOMENTS, sequence=st.integers(0, 99999))
def test_whatever_the_addresses_lines_are_short_ascii_and_unfold_to_what_was_meant(
    uid, organizer, attendee, at, sequence
):
    content = icalendar(appointment(uid=uid, organizer=organizer, attendee=attendee, starts=at, sequence=sequence))
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 and line.isascii() for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"") and lines[-1] == b""
    known = properties(content)
    assert len(known) == 18 and [value for name, value in known if name == "UID"] == [uid]
    (said,) = [value for name, value in known if name.startswith("ATTENDEE")]
    assert not set(' <>"#?%&;,') & set(said.replace("%2", "").replace("%3", "")) and said.startswith("mailto:")


def test_a_uid_that_could_break_a_line_is_refused():
    with pytest.raises(GiveUp, match="UID"):
        icalendar(appointment(uid="0f8b7c1e-1111-4222\r\nLOCATION:x"))


@pytest.mark.parametrize("method", list(Method))
def test_the_mail_carries_it_beside_its_words_with_its_method_and_as_a_file(method):
    message = read_back(mail(attached=(invite(appointment(method=method)),)))
    found = parts(message)
    (alternative,), (file,) = found["text/calendar"], found["application/ics"]
    assert alternative["Content-Type"].params == {"charset": "utf-8", "method": method}
    assert file.get_filename() == "invite.ics" and file.get_content_disposition() == "attachment"
    assert alternative.get_payload(decode=True) == file.get_payload(decode=True)
    (mixed,) = found["multipart/alternative"]
    kinds = [part.get_content_type() for part in mixed.iter_parts()]
    assert kinds == ["text/plain", "text/html", "text/calendar"]


def test_the_method_of_the_part_is_that_of_the_object():
    message = read_back(mail(attached=(invite(appointment(method=Method.CANCEL)),)))
    (part,) = parts(message)["text/calendar"]
    assert "METHOD:CANCEL\r\n" in part.get_payload(decode=True).decode(part.get_content_charset())


def test_a_method_that_would_break_the_header_is_refused():
    broken = replace(invite(appointment()), method="REQUEST\r\nX: y")
    with pytest.raises(GiveUp, match="method"):
        read_back(mail(attached=(broken,)))
