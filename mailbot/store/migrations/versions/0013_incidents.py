"""The register of accidents and near misses, its words apart, and its log (L20)."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0013"
down_revision = "0012"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("incident_ref", sa.String(length=16), nullable=False),
        sa.Column("pack", sa.String(length=40), nullable=True),
        sa.Column("match_id", ROW, nullable=True),
        sa.Column("reporter_id", ROW, nullable=True),
        sa.Column("reporter_trust", sa.String(length=10), nullable=False),
        sa.Column("inbox_id", ROW, nullable=False),
        sa.Column("social_workers", sa.Boolean(), nullable=False),
        sa.Column("carer_to_know", sa.Boolean(), nullable=False),
        sa.Column("reported_at", UTCDateTime(), nullable=False),
        sa.Column("form_back_at", UTCDateTime(), nullable=True),
        sa.Column("supervising_told_at", UTCDateTime(), nullable=True),
        sa.Column("childs_told_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_incidents_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_incidents_match_id_matches")),
        sa.ForeignKeyConstraint(["reporter_id"], ["people.id"], name=op.f("fk_incidents_reporter_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
        sa.UniqueConstraint("incident_ref", name=op.f("uq_incidents_incident_ref")),
    )
    op.create_index(op.f("ix_incidents_reporter_id"), "incidents", ["reporter_id"], unique=False)
    op.create_table(
        "incident_texts",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("incident_id", ROW, nullable=False),
        sa.Column("inbox_id", ROW, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_incident_texts_inbox_id_inbox")),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_incident_texts_incident_id_incidents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident_texts")),
    )
    op.create_index(op.f("ix_incident_texts_incident_id"), "incident_texts", ["incident_id"], unique=False)
    op.create_table(
        "incident_log",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("incident_id", ROW, nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("inbox_id", ROW, nullable=True),
        sa.Column("person_id", ROW, nullable=True),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_incident_log_inbox_id_inbox")),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_incident_log_incident_id_incidents")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_incident_log_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident_log")),
    )
    op.create_index(op.f("ix_incident_log_incident_id"), "incident_log", ["incident_id"], unique=False)
