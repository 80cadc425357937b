"""Who checked which entry of the directory; that can only grow."""

import sqlalchemy as sa
from alembic import op

from mailbot.store.tables import UTCDateTime

revision = "0014"
down_revision = "0013"

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLE = "directory_checks"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", ROW, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=63), nullable=False),
        sa.Column("address", sa.String(length=320), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("verified_by", sa.String(length=200), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_checks")),
    )
    op.create_index(op.f("ix_directory_checks_name"), TABLE, ["name"])
    _forbid_changes()


def _forbid_changes() -> None:
    """The database itself refuses to change what was written."""
    refuse = f"'{TABLE} only grows'"
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(
                f"create trigger {TABLE}_no_{verb} before {verb} on {TABLE} begin select raise(abort, {refuse}); end"
            )
        op.execute(  # "insert or replace" deletes without the trigger for that
            f"create trigger {TABLE}_no_replace before insert on {TABLE} "
            f"when exists (select 1 from {TABLE} where id = new.id) begin select raise(abort, {refuse}); end"
        )
        return
    op.execute(
        f"create function {TABLE}_only_grows() returns trigger language plpgsql as "
        f"$$ begin raise exception {refuse}; end $$"
    )
    op.execute(
        f"create trigger {TABLE}_no_change before update or delete or truncate on {TABLE} "
        f"for each statement execute function {TABLE}_only_grows()"
    )
