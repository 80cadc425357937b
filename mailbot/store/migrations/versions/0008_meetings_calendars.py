"""Meetings and who comes to them; who has a visit in their calendar, and which version of it."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0008"
down_revision = "0007"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("people", sa.Column("calendar", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "visit_invitations",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("visit_id", ROW, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("uid", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(length=8), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("answer", sa.String(length=10), nullable=True),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_visit_invitations_person_id_people")),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_visit_invitations_visit_id_visits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_invitations")),
        sa.UniqueConstraint("uid", name=op.f("uq_visit_invitations_uid")),
        sa.UniqueConstraint("visit_id", "person_id", name=op.f("uq_visit_invitations_visit_id_person_id")),
    )
    op.create_table(
        "meetings",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("was_day", sa.Date(), nullable=True),
        sa.Column("was_at", sa.Time(), nullable=True),
        sa.Column("listed_at", UTCDateTime(), nullable=True),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    op.create_table(
        "meeting_guests",
        sa.Column("meeting_id", ROW, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("pending", sa.String(length=12), nullable=True),
        sa.Column("invited_at", UTCDateTime(), nullable=True),
        sa.Column("answer", sa.String(length=4), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_guests_meeting_id_meetings")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_meeting_guests_person_id_people")),
        sa.PrimaryKeyConstraint("meeting_id", "person_id", name=op.f("pk_meeting_guests")),
    )
