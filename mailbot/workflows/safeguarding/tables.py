"""Concerns: `open -> drafted -> escalated -> answered -> closed`; only an officer closes. The log only grows."""

from enum import StrEnum

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String, Table

from mailbot.store.tables import UTCDateTime, Words, id_column, metadata


class ConcernState(StrEnum):
    """Where a concern is."""

    OPEN = "open"
    DRAFTED = "drafted"
    ESCALATED = "escalated"
    ANSWERED = "answered"
    CLOSED = "closed"


concerns = Table(
    "concerns",
    metadata,
    id_column(),
    Column("case_ref", String(16), nullable=False, unique=True),
    Column("state", String(12), nullable=False),
    Column("pack", String(40)),
    Column("urgency", String(12), nullable=False),
    Column("client_id", ForeignKey("clients.id")),
    Column("reporter_id", ForeignKey("people.id"), index=True),
    Column("reporter_trust", String(10), nullable=False),
    Column("inbox_id", ForeignKey("inbox.id"), nullable=False),
    Column("asked_outside", Boolean, nullable=False),
    Column("call_logged_at", UTCDateTime),
    Column("call_wait_minutes", Integer),
    Column("escalation_id", ForeignKey("outbox.id")),
    Column("opened_at", UTCDateTime, nullable=False),
    Column("acknowledged_at", UTCDateTime),
    Column("acknowledged_by", ForeignKey("people.id")),
)

concern_texts = Table(
    "concern_texts",
    metadata,
    Column("concern_id", ForeignKey("concerns.id"), primary_key=True),
    Column("harm", Words),
    Column("action_requested", Words),
    Column("helpline", Words),
    Column("words", Words, nullable=False),
)

concern_log = Table(
    "concern_log",
    metadata,
    id_column(),
    Column("concern_id", ForeignKey("concerns.id"), nullable=False, index=True),
    Column("at", UTCDateTime, nullable=False),
    Column("what", String(40), nullable=False),
    Column("inbox_id", ForeignKey("inbox.id")),
    Column("outbox_id", ForeignKey("outbox.id")),
    Column("person_id", ForeignKey("people.id")),
    Column("details", JSON),
)

# Who is asked to take a case on. `since`: the moment from which the steps count; null while nobody is chased.
concern_chains = Table(
    "concern_chains",
    metadata,
    Column("concern_id", ForeignKey("concerns.id"), primary_key=True),
    Column("since", UTCDateTime),
    Column("step", Integer, nullable=False),
    Column("ahead", Integer, nullable=False),
    Column("reporter_told_at", UTCDateTime),
)

concern_alerted = Table(
    "concern_alerted",
    metadata,
    Column("concern_id", ForeignKey("concerns.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("first_at", UTCDateTime, nullable=False),
)

concern_closings = Table(
    "concern_closings",
    metadata,
    Column("concern_id", ForeignKey("concerns.id"), primary_key=True),
    Column("closed_at", UTCDateTime, nullable=False),
    Column("closed_by", ForeignKey("people.id"), nullable=False),
    Column("reason", Words, nullable=False),
)

# What may leave of a case (C1 to C7): who asked for it, when its words changed last, what has left. `asked_at`: a
# verified reporter asked for it on the form, or said yes to the draft. `wait_over`: "more than five minutes" in words
concern_reports = Table(
    "concern_reports",
    metadata,
    Column("concern_id", ForeignKey("concerns.id"), primary_key=True),
    Column("by_form", Boolean, nullable=False),
    Column("asked_at", UTCDateTime),
    Column("worded_at", UTCDateTime, nullable=False),
    Column("draft_is_old", Boolean, nullable=False),
    Column("call_trust", String(10)),
    Column("wait_over", Boolean, nullable=False),
    Column("left_at", UTCDateTime),
    Column("left_without_call", Boolean, nullable=False),
    Column("declined_at", UTCDateTime),
    Column("supplement_id", ForeignKey("outbox.id")),
    Column("red_flag_id", ForeignKey("outbox.id")),
    Column("red_flag_told_at", UTCDateTime),
    Column("head_id", ForeignKey("outbox.id")),
)

# The ground of an officer's decision, one of five, and whether the person was told first (L15, L17).
concern_grounds = Table(
    "concern_grounds",
    metadata,
    id_column(),
    Column("concern_id", ForeignKey("concerns.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("decision", String(20), nullable=False),
    Column("asked_at", UTCDateTime, nullable=False),
    Column("ground", Integer),
    Column("discussed", String(12)),
    Column("answered_at", UTCDateTime),
)

# An officer's authority for a name (B11), and the person's consent to joint working (B12), each for one organisation.
concern_permissions = Table(
    "concern_permissions",
    metadata,
    id_column(),
    Column("concern_id", ForeignKey("concerns.id"), nullable=False, index=True),
    Column("what", String(12), nullable=False),
    Column("entry", String(80), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("given_at", UTCDateTime, nullable=False),
    Column("ended_at", UTCDateTime),
    Column("outbox_id", ForeignKey("outbox.id")),
)
