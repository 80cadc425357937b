"""Open cases from before there were chains (0010) that nobody has acknowledged are chased from the first tick on."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

from mailbot.clock import SystemClock
from mailbot.store.tables import UTCDateTime

revision = "0016"
down_revision = "0015"

CASES = sa.table("concerns", sa.column("id"), sa.column("state"), sa.column("acknowledged_at", UTCDateTime()))
CHAINS = sa.table(
    "concern_chains",
    sa.column("concern_id"),
    sa.column("since", UTCDateTime()),
    sa.column("step"),
    sa.column("ahead"),
    sa.column("reporter_told_at", UTCDateTime()),
)
TIMERS = sa.table(
    "timers",
    sa.column("name"),
    sa.column("subject_kind"),
    sa.column("subject_id"),
    sa.column("due_at", UTCDateTime()),
    sa.column("tries"),
)
TOLD_NOBODY = -1  # the step before the first


def upgrade() -> None:
    chase_old_cases(op.get_bind(), SystemClock().now())


def chase_old_cases(conn: sa.Connection, now: datetime) -> None:
    """Their chains begin now, in UTC: the first step is due at once, the others after the usual waits."""
    known = sa.select(CHAINS.c.concern_id)
    mine = sa.select(CASES.c.id).where(
        CASES.c.state != "closed", CASES.c.acknowledged_at.is_(None), CASES.c.id.not_in(known)
    )
    for number in list(conn.scalars(mine)):
        conn.execute(
            sa.insert(CHAINS).values(concern_id=number, since=now, step=TOLD_NOBODY, ahead=0, reporter_told_at=None)
        )
        conn.execute(
            sa.insert(TIMERS).values(
                name="concern-unacknowledged", subject_kind="concern", subject_id=number, due_at=now, tries=0
            )
        )
