"""Offers of visits, who has told the person visited, and what clients agreed to."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0003"
down_revision = "0002"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("clients", sa.Column("told_by", sa.String(length=12), nullable=True))
    op.add_column("clients", sa.Column("stand_ins", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "offers",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("visit_id", ROW, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_offers_visit_id_visits")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_offers_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
    )
    op.create_index("ix_offers_visit", "offers", ["visit_id"])
    op.create_table(
        "tellings",
        sa.Column("visit_id", ROW, nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_tellings_visit_id_visits")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_tellings")),
    )
