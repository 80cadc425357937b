"""Letters that wait for a volunteer's one mail a day, the rhythm of matches, pauses, and who was welcomed."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0005"
down_revision = "0004"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "waiting_letters",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("template", sa.String(length=64), nullable=False),
        sa.Column("context", sa.JSON(), nullable=False),
        sa.Column("subject_kind", sa.String(length=20)),
        sa.Column("subject_id", sa.BigInteger()),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_waiting_letters_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_letters")),
    )
    op.create_index(op.f("ix_waiting_letters_person_id"), "waiting_letters", ["person_id"])
    op.create_table(
        "bundles",
        sa.Column("outbox_id", ROW, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_bundles_outbox_id_outbox")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_bundles_person_id_people")),
        sa.PrimaryKeyConstraint("outbox_id", name=op.f("pk_bundles")),
    )
    op.create_index(op.f("ix_bundles_person_id"), "bundles", ["person_id"])
    _rhythm()


def _rhythm() -> None:
    op.create_table(
        "rhythms",
        sa.Column("match_id", ROW, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("nudged_on", sa.Date()),
        sa.Column("told_on", sa.Date()),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_rhythms_match_id_matches")),
        sa.PrimaryKeyConstraint("match_id", name=op.f("pk_rhythms")),
    )
    op.create_table(
        "pauses",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("about_kind", sa.String(length=8), nullable=False),
        sa.Column("about_id", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.String(length=16), nullable=False),
        sa.Column("inbox_id", ROW),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime()),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_pauses_inbox_id_inbox")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pauses")),
    )
    op.create_index("ix_pauses_about", "pauses", ["about_kind", "about_id"])
    op.create_table(
        "welcomes",
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_welcomes_person_id_people")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_welcomes")),
    )
