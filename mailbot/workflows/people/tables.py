"""Changes of contact that wait for a yes from the old contact. The new values stand with the fact, apart."""

from enum import StrEnum

from sqlalchemy import Column, ForeignKey, String, Table

from mailbot.store.tables import UTCDateTime, id_column, metadata


class ChangeState(StrEnum):
    """Where a change of contact is."""

    ASKED = "asked"
    MADE = "made"
    REFUSED = "refused"


contact_changes = Table(
    "contact_changes",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("fact_id", ForeignKey("facts.id"), nullable=False),
    Column("state", String(8), nullable=False),
    Column("changed_at", UTCDateTime, nullable=False),
)
