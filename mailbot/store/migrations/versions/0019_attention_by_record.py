"""Items are looked up by their record and message at every mail: without an index that cost more each month."""

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_index("ix_attention_subject", "attention", ["subject_kind", "subject_id"])
    op.create_index("ix_attention_inbox_id", "attention", ["inbox_id"])
    op.create_index("ix_visits_visitor_day", "visits", ["visitor_id", "day"])
