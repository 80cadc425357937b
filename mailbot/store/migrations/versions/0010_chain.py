"""The chain of a worry: who is asked to take it on, who was alerted, and why it was closed."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0010"
down_revision = "0009"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "concern_chains",
        sa.Column("concern_id", ROW, nullable=False),
        sa.Column("since", UTCDateTime(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("ahead", sa.Integer(), nullable=False),
        sa.Column("reporter_told_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["concern_id"], ["concerns.id"], name=op.f("fk_concern_chains_concern_id_concerns")),
        sa.PrimaryKeyConstraint("concern_id", name=op.f("pk_concern_chains")),
    )
    op.create_table(
        "concern_alerted",
        sa.Column("concern_id", ROW, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("first_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["concern_id"], ["concerns.id"], name=op.f("fk_concern_alerted_concern_id_concerns")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_concern_alerted_person_id_people")),
        sa.PrimaryKeyConstraint("concern_id", "person_id", name=op.f("pk_concern_alerted")),
    )
    op.create_table(
        "concern_closings",
        sa.Column("concern_id", ROW, nullable=False),
        sa.Column("closed_at", UTCDateTime(), nullable=False),
        sa.Column("closed_by", ROW, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"], name=op.f("fk_concern_closings_closed_by_people")),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concerns.id"], name=op.f("fk_concern_closings_concern_id_concerns")
        ),
        sa.PrimaryKeyConstraint("concern_id", name=op.f("pk_concern_closings")),
    )
