"""When things last worked: each check of the mailbox and each acceptance by SMTP (promise 10)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, insert, select

from mailbot.store.tables import health

MAILBOX_CHECKED = "mailbox_checked"
SMTP_ACCEPTED = "smtp_accepted"
SILENCE_TOLD = "silence_told"
ALARM_COMMAND = "alarm_command"
MAILBOX_GAP = "mailbox_gap"
GAP = timedelta(minutes=5)

_WHEN = select(health.c.at).where(health.c.what == bindparam("which"))
_COUNTED = select(health.c.code).where(health.c.what == bindparam("which"))
_NOTE = insert(health)
_FORGET = delete(health).where(health.c.what == bindparam("which"))


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which the mailbox could not be read. `until` None: it still cannot."""

    since: datetime
    until: datetime | None


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


def note_check(conn: Connection, now: datetime, poll: timedelta) -> None:
    """The mailbox was read now. If it had not been for too long, that gap is remembered, the latest one only."""
    before = when(conn, MAILBOX_CHECKED)
    if before and now - before > longest_wait(poll):
        note(conn, MAILBOX_GAP, before, now.isoformat())
    note(conn, MAILBOX_CHECKED, now)


def gap_since(conn: Connection, since: datetime, now: datetime, poll: timedelta) -> Gap | None:
    """When, from `since` until now, the mailbox could not be read: the latest such time (promise 10).

    None also where it has never been read at all: then nothing is waited for.
    """
    checked = when(conn, MAILBOX_CHECKED)
    if checked and now - checked > longest_wait(poll):
        return Gap(checked, None)
    row = conn.execute(select(health).where(health.c.what == MAILBOX_GAP)).one_or_none()
    until = datetime.fromisoformat(row.code) if row else None
    return Gap(row.at, until) if row and until and until > since else None


def longest_wait(poll: timedelta) -> timedelta:
    """How long after a check the next one may come; `poll` is how often the mailbox is looked at."""
    return max(GAP, 2 * poll)
