"""Claims: `received -> needs_receipt | needs_approval -> approved | rejected -> paid`. Money is whole pence."""

from enum import StrEnum

from sqlalchemy import Column, Date, Float, ForeignKey, Integer, String, Table

from mailbot.store.tables import UTCDateTime, id_column, metadata


class ClaimState(StrEnum):
    """Where a claim is."""

    RECEIVED = "received"
    NEEDS_RECEIPT = "needs_receipt"
    NEEDS_APPROVAL = "needs_approval"
    APPROVED = "approved"
    REJECTED = "rejected"
    PAID = "paid"


claims = Table(
    "claims",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("client_id", ForeignKey("clients.id")),
    Column("inbox_id", ForeignKey("inbox.id"), nullable=False),
    Column("fact_id", ForeignKey("facts.id"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("total_pence", Integer, nullable=False),
    Column("miles", Float),
    Column("receipts", Integer, nullable=False),
    Column("changed_at", UTCDateTime, nullable=False),
)

claim_items = Table(
    "claim_items",
    metadata,
    id_column(),
    Column("claim_id", ForeignKey("claims.id"), nullable=False, index=True),
    Column("pence", Integer, nullable=False),
    Column("category", String(16), nullable=False),
    Column("spent_on", Date),
)
