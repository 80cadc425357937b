"""Contact between visits (S10, P6), and reviews to which somebody visited may invite their visitor (L4, P7)."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0015"
down_revision = "0014"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("match_id", ROW, nullable=False),
        sa.Column("person_id", ROW, nullable=False),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("inbox_id", ROW, nullable=False),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_contacts_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_contacts_match_id_matches")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_contacts_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_index("ix_contacts_match_id", "contacts", ["match_id"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("match_id", ROW, nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("invited", sa.String(length=10), nullable=False),
        sa.Column("visitor_goes", sa.Boolean(), nullable=False),
        sa.Column("inbox_id", ROW, nullable=False),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.Column("over_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_reviews_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_reviews_match_id_matches")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )
    op.create_index("ix_reviews_match_id", "reviews", ["match_id"], unique=False)


def downgrade() -> None:
    op.drop_table("reviews")
    op.drop_table("contacts")
