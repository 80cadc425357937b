"""The register of accidents and near misses (L20): rows, the words apart from them, and a log that only grows."""

from sqlalchemy import Boolean, Column, ForeignKey, String, Table

from mailbot.store.tables import UTCDateTime, Words, id_column, metadata

# `social_workers`: both of the child's are to be told, which are two tasks. `carer_to_know`: the reporter was asked
# to tell the carer. What is still open follows from the moments that are blank.
incidents = Table(
    "incidents",
    metadata,
    id_column(),
    Column("incident_ref", String(16), nullable=False, unique=True),
    Column("pack", String(40)),
    Column("match_id", ForeignKey("matches.id")),
    Column("reporter_id", ForeignKey("people.id"), index=True),
    Column("reporter_trust", String(10), nullable=False),
    Column("inbox_id", ForeignKey("inbox.id"), nullable=False),
    Column("social_workers", Boolean, nullable=False),
    Column("carer_to_know", Boolean, nullable=False),
    Column("reported_at", UTCDateTime, nullable=False),
    Column("form_back_at", UTCDateTime),
    Column("supervising_told_at", UTCDateTime),
    Column("childs_told_at", UTCDateTime),
)

incident_texts = Table(
    "incident_texts",
    metadata,
    id_column(),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False, index=True),
    Column("inbox_id", ForeignKey("inbox.id"), nullable=False),
    Column("words", Words, nullable=False),
)

incident_log = Table(
    "incident_log",
    metadata,
    id_column(),
    Column("incident_id", ForeignKey("incidents.id"), nullable=False, index=True),
    Column("at", UTCDateTime, nullable=False),
    Column("what", String(40), nullable=False),
    Column("inbox_id", ForeignKey("inbox.id")),
    Column("person_id", ForeignKey("people.id")),
)
