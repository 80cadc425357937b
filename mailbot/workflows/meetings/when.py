"""When guests of a meeting are mailed, and when coordinators hear who comes: all by the office clock."""

from collections.abc import Iterator
from datetime import datetime

from mailbot.clock import OfficeHours
from mailbot.workflows.meetings.book import Meeting


def starts(office: OfficeHours, meeting: Meeting) -> datetime:
    """When it begins, in UTC."""
    return office.at(meeting.day, meeting.at)


def reminder_at(office: OfficeHours, meeting: Meeting, now: datetime) -> datetime | None:
    """Two working days before, when the office opens; None where that is over."""
    at = office.at(office.working_day_before(meeting.day, 2), office.opens)
    return at if at > now else None


def list_at(office: OfficeHours, meeting: Meeting, now: datetime) -> datetime | None:
    """The working day before when the office opens, else that morning; None where both are over."""
    return next((at for at in _mornings(office, meeting) if now < at < starts(office, meeting)), None)


def _mornings(office: OfficeHours, meeting: Meeting) -> Iterator[datetime]:
    yield office.at(office.working_day_before(meeting.day), office.opens)
    yield office.at(meeting.day, office.opens)


def mailing_at(office: OfficeHours, begins: datetime, now: datetime) -> datetime:
    """In working hours; now where it begins before the office opens again, so that nobody sets out for nothing."""
    opens = office.next_open(now)
    return now if now < begins <= opens else opens
