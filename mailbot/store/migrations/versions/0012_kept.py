"""From whom a case is kept; who lives with whom; which copies on the server belong in the restricted folder."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0012"
down_revision = "0011"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("people", sa.Column("household", sa.String(length=40), nullable=True))
    op.add_column("clients", sa.Column("household", sa.String(length=40), nullable=True))
    op.add_column("inbox", sa.Column("restricted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("outbox", sa.Column("filed_at", UTCDateTime(), nullable=True))
    op.create_table(
        "concern_kept",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("subject_kind", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", ROW, nullable=True),
        sa.Column("entry", sa.String(length=40), nullable=True),
        sa.Column("ground", sa.String(length=20), nullable=False),
        sa.Column("inbox_id", ROW, nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_concern_kept_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_concern_kept_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_kept")),
    )
    op.create_index("ix_concern_kept_subject", "concern_kept", ["subject_kind", "subject_id"])
    op.create_index(op.f("ix_concern_kept_person_id"), "concern_kept", ["person_id"])
