"""Meetings: `draft -> invited -> cancelled`, and over by the clock; and who was invited, and comes."""

from enum import StrEnum

from sqlalchemy import JSON, Column, Date, ForeignKey, String, Table, Time

from mailbot.store.tables import UTCDateTime, id_column, metadata


class MeetingState(StrEnum):
    """Where a meeting is. A draft waits for a coordinator's SEND: nobody has been invited."""

    DRAFT = "draft"
    INVITED = "invited"
    CANCELLED = "cancelled"


class Says(StrEnum):
    """What a guest is to be mailed next."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    MOVED = "moved"
    CANCELLED = "cancelled"


meetings = Table(
    "meetings",
    metadata,
    id_column(),
    Column("what", String(200), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Time, nullable=False),
    Column("place", String(200), nullable=False),
    Column("roles", JSON, nullable=False),
    Column("state", String(10), nullable=False),
    Column("was_day", Date),
    Column("was_at", Time),
    Column("listed_at", UTCDateTime),
    Column("changed_at", UTCDateTime, nullable=False),
)

meeting_guests = Table(
    "meeting_guests",
    metadata,
    Column("meeting_id", ForeignKey("meetings.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("pending", String(12)),
    Column("invited_at", UTCDateTime),
    Column("answer", String(4)),
)
