"""Lone working: each watch, who was told of it, and whom visitors want told."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0004"
down_revision = "0003"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("people", sa.Column("named_person_name", sa.String(length=200), nullable=True))
    op.add_column("people", sa.Column("named_person_email", sa.String(length=320), nullable=True))
    op.add_column("people", sa.Column("named_person_agreed_on", sa.Date(), nullable=True))
    op.create_table(
        "lone_watches",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("match_id", ROW, nullable=True),
        sa.Column("set_off_at", UTCDateTime(), nullable=False),
        sa.Column("begins_at", UTCDateTime(), nullable=False),
        sa.Column("back_at", UTCDateTime(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("step", sa.String(length=14), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("home_said_at", UTCDateTime(), nullable=True),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_lone_watches_match_id_matches")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_lone_watches_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lone_watches")),
    )
    op.create_index("ix_lone_watches_person", "lone_watches", ["person_id", "state"], unique=False)
    op.create_table(
        "lone_told",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("watch_id", ROW, nullable=False),
        sa.Column("person_id", ROW, nullable=True),
        sa.Column("step", sa.String(length=14), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("outbox_id", ROW, nullable=True),
        sa.Column("told_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_lone_told_outbox_id_outbox")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_lone_told_person_id_people")),
        sa.ForeignKeyConstraint(["watch_id"], ["lone_watches.id"], name=op.f("fk_lone_told_watch_id_lone_watches")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lone_told")),
    )
    op.create_index(op.f("ix_lone_told_watch_id"), "lone_told", ["watch_id"], unique=False)
