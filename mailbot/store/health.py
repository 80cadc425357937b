"""When things last worked: each check of the mailbox and each acceptance by SMTP (promise 10)."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from mailbot.store.tables import health

MAILBOX_CHECKED = "mailbox_checked"
SMTP_ACCEPTED = "smtp_accepted"
SILENCE_TOLD = "silence_told"
ALARM_COMMAND = "alarm_command"


def note(conn: Connection, what: str, now: datetime, code: str | None = None) -> None:
    """Remember that this happened now."""
    forget(conn, what)
    conn.execute(insert(health).values(what=what, at=now, code=code))


def forget(conn: Connection, what: str) -> None:
    """It is no longer so."""
    conn.execute(delete(health).where(health.c.what == what))


def all_notes(conn: Connection) -> dict[str, tuple[datetime, str | None]]:
    """What happened last, and when."""
    return {row.what: (row.at, row.code) for row in conn.execute(select(health))}


def when(conn: Connection, what: str) -> datetime | None:
    """When that happened last."""
    return conn.scalar(select(health.c.at).where(health.c.what == what))
