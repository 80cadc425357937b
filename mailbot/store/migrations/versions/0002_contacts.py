"""Changes of contact that wait for a yes from the old contact."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0002"
down_revision = "0001"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "contact_changes",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("fact_id", ROW, nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name=op.f("fk_contact_changes_fact_id_facts")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_contact_changes_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_changes")),
    )
