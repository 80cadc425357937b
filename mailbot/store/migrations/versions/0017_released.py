"""When a person let a held mail go: from then on it counts as waiting to be accepted (promise 10)."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("released_at", UTCDateTime(), nullable=True))
