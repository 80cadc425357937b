"""What of a fact is in doubt, so that the answer to our question can settle it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("facts", sa.Column("unsure_of", sa.String(length=24), nullable=True))
