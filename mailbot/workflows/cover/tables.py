"""Who is away from when to when, and the appointments of clients that somebody mentioned (S7, S8, S12)."""

from enum import StrEnum

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, String, Table, Time

from mailbot.store.tables import UTCDateTime, id_column, metadata


class Company(StrEnum):
    """Whether the backup goes along to an appointment. NOT_ASKED: nobody wanted company."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    COMING = "coming"
    NOT_COMING = "not_coming"


absences = Table(
    "absences",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("fact_id", ForeignKey("facts.id"), nullable=False),
    Column("by_machine", Boolean, nullable=False),
    Column("noted_at", UTCDateTime, nullable=False),
    Column("shown_at", UTCDateTime),
    Column("back_on", Date),
    Column("ended_at", UTCDateTime),
    Index("ix_absences_person", "person_id", "last_day"),
)

appointments = Table(
    "appointments",
    metadata,
    id_column(),
    Column("match_id", ForeignKey("matches.id"), nullable=False),
    Column("topic", String(16), nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Time),
    Column("company", String(12), nullable=False),
    Column("told_by", ForeignKey("people.id"), nullable=False),
    Column("inbox_id", ForeignKey("inbox.id")),
    Column("noted_at", UTCDateTime, nullable=False),
    Column("dropped_at", UTCDateTime),
    Index("ix_appointments_match", "match_id", "day"),
)
