"""Who is away, and the appointments of clients that visitors and backups are reminded of."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0006"
down_revision = "0005"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "absences",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("fact_id", ROW, nullable=False),
        sa.Column("by_machine", sa.Boolean(), nullable=False),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.Column("shown_at", UTCDateTime(), nullable=True),
        sa.Column("back_on", sa.Date(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name=op.f("fk_absences_fact_id_facts")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_absences_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index("ix_absences_person", "absences", ["person_id", "last_day"], unique=False)
    op.create_table(
        "appointments",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("match_id", ROW, nullable=False),
        sa.Column("topic", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("company", sa.String(length=12), nullable=False),
        sa.Column("told_by", ROW, nullable=False),
        sa.Column("inbox_id", ROW, nullable=True),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.Column("dropped_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_appointments_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_appointments_match_id_matches")),
        sa.ForeignKeyConstraint(["told_by"], ["people.id"], name=op.f("fk_appointments_told_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
    )
    op.create_index("ix_appointments_match", "appointments", ["match_id", "day"], unique=False)
