"""Who wants no more visits (B1), and who could not come, or did not, to a meeting (L8)."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0018"
down_revision = "0017"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("clients", sa.Column("wants_visits", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_table(
        "meeting_absences",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("meeting_id", ROW, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_absences_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_meeting_absences_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_absences")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_meeting_absences_meeting_id_person_id")),
    )
