"""Meetings: `draft -> invited -> cancelled`, and over by the clock; who was invited, and comes; and who did not come.

An absence is `asked -> agreed | not_agreed | withdrawn`; `no_word` is somebody who was missing and had said nothing.
"""

from enum import StrEnum

from sqlalchemy import JSON, Column, Date, ForeignKey, String, Table, Time, UniqueConstraint

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


class AbsenceState(StrEnum):
    """Where an absence is (L8)."""

    ASKED = "asked"
    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    WITHDRAWN = "withdrawn"
    NO_WORD = "no_word"


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

meeting_absences = Table(
    "meeting_absences",
    metadata,
    id_column(),
    Column("meeting_id", ForeignKey("meetings.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("state", String(12), nullable=False),
    Column("changed_at", UTCDateTime, nullable=False),
    UniqueConstraint("meeting_id", "person_id"),
)
