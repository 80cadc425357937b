"""What may go outside of a case: its report, grounds of decisions, written authority for a name, and consents."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0011"
down_revision = "0010"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "concern_reports",
        sa.Column("concern_id", ROW, nullable=False),
        sa.Column("by_form", sa.Boolean(), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=True),
        sa.Column("worded_at", UTCDateTime(), nullable=False),
        sa.Column("draft_is_old", sa.Boolean(), nullable=False),
        sa.Column("call_trust", sa.String(length=10), nullable=True),
        sa.Column("wait_over", sa.Boolean(), nullable=False),
        sa.Column("left_at", UTCDateTime(), nullable=True),
        sa.Column("left_without_call", sa.Boolean(), nullable=False),
        sa.Column("declined_at", UTCDateTime(), nullable=True),
        sa.Column("supplement_id", ROW, nullable=True),
        sa.Column("red_flag_id", ROW, nullable=True),
        sa.Column("red_flag_told_at", UTCDateTime(), nullable=True),
        sa.Column("head_id", ROW, nullable=True),
        *(_foreign("concern_reports", "concern_id", "concerns"), _foreign("concern_reports", "head_id", "outbox")),
        _foreign("concern_reports", "red_flag_id", "outbox"),
        _foreign("concern_reports", "supplement_id", "outbox"),
        sa.PrimaryKeyConstraint("concern_id", name=op.f("pk_concern_reports")),
    )
    op.create_table(
        "concern_grounds",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("concern_id", ROW, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("decision", sa.String(length=20), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("ground", sa.Integer(), nullable=True),
        sa.Column("discussed", sa.String(length=12), nullable=True),
        sa.Column("answered_at", UTCDateTime(), nullable=True),
        _foreign("concern_grounds", "concern_id", "concerns"),
        _foreign("concern_grounds", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_grounds")),
    )
    op.create_index(op.f("ix_concern_grounds_concern_id"), "concern_grounds", ["concern_id"], unique=False)
    op.create_table(
        "concern_permissions",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("concern_id", ROW, nullable=False),
        sa.Column("what", sa.String(length=12), nullable=False),
        sa.Column("entry", sa.String(length=80), nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("given_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("outbox_id", ROW, nullable=True),
        _foreign("concern_permissions", "concern_id", "concerns"),
        _foreign("concern_permissions", "outbox_id", "outbox"),
        _foreign("concern_permissions", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_permissions")),
    )
    op.create_index(op.f("ix_concern_permissions_concern_id"), "concern_permissions", ["concern_id"], unique=False)


def _foreign(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
