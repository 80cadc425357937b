"""When things last worked: each check of the mailbox and each acceptance by SMTP (promise 10)."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from mailbot.store.tables import health

MAILBOX_CHECKED = "mailbox_checked"
SMTP_ACCEPTED = "smtp_accepted"
SILENCE_TOLD = "silence_told"
ALARM_COMMAND = "alarm_command"

_WHEN = select(health.c.at).where(health.c.what == bindparam("which"))
_COUNTED = select(health.c.code).where(health.c.what == bindparam("which"))
_NOTE = insert(health)
_FORGET = delete(health).where(health.c.what == bindparam("which"))


def note(conn: Connection, what: str, now: datetime, code: str | None = None) -> None:
    """Remember that this happened now."""
    forget(conn, what)
    conn.execute(_NOTE, {"what": what, "at": now, "code": code})


def forget(conn: Connection, what: str) -> None:
    """It is no longer so."""
    conn.execute(_FORGET, {"which": what})


def all_notes(conn: Connection) -> dict[str, tuple[datetime, str | None]]:
    """What happened last, and when."""
    return {row.what: (row.at, row.code) for row in conn.execute(select(health))}


def when(conn: Connection, what: str) -> datetime | None:
    """When that happened last."""
    return conn.scalar(_WHEN, {"which": what})


def count(conn: Connection, what: str, now: datetime) -> None:
    """It happened once more; two within a moment still count as two."""
    note(conn, what, now, str(counted(conn, what) + 1))


def counted(conn: Connection, what: str) -> int:
    """How often that has happened, of what is counted."""
    return int(conn.scalar(_COUNTED, {"which": what}) or 0)
