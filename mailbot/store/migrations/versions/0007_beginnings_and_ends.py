"""What is recorded of a match that begins, and of one that ends."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0007"
down_revision = "0006"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("matches", sa.Column("ended_on", sa.Date(), nullable=True))
    op.add_column("matches", sa.Column("closed_on", sa.Date(), nullable=True))
    op.create_table(
        "beginnings",
        sa.Column("match_id", ROW, nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("introduced_on", sa.Date(), nullable=True),
        sa.Column("handover_done", sa.Boolean(), nullable=False),
        sa.Column("companion_id", ROW, nullable=True),
        sa.Column("confident_at", UTCDateTime(), nullable=True),
        sa.Column("called_at", UTCDateTime(), nullable=True),
        sa.Column("reviewed_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["companion_id"], ["people.id"], name=op.f("fk_beginnings_companion_id_people")),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_beginnings_match_id_matches")),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_beginnings")),
    )
    op.create_table(
        "clearance_ticks",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ticked_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_clearance_ticks_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clearance_ticks")),
    )
    op.create_table(
        "endings",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("match_id", ROW, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("leaves", sa.Boolean(), nullable=False),
        sa.Column("cover", sa.String(length=10), nullable=False),
        sa.Column("fact_id", ROW, nullable=True),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name=op.f("fk_endings_fact_id_facts")),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_endings_match_id_matches")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_endings")),
    )
