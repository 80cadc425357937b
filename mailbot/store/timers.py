"""Timers as rows, keyed by name and subject: starting one again replaces it (design, section 2)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, select, update

from mailbot.store.tables import timers


@dataclass(frozen=True, slots=True)
class Timer:
    """Something to look at again. `subject` is a record such as ("visit", 12); `due_at` is UTC."""

    id: int
    name: str
    subject: tuple[str, int]
    due_at: datetime
    tries: int = 0


_MINE = and_(
    timers.c.name == bindparam("which"),
    timers.c.subject_kind == bindparam("kind"),
    timers.c.subject_id == bindparam("about"),
)
_START = insert(timers)
_STOP = delete(timers).where(_MINE)
_RUNNING = select(timers).where(_MINE)


def start(conn: Connection, name: str, subject: tuple[str, int], due_at: datetime) -> None:
    """Start, or start again."""
    stop(conn, name, subject)
    row = {"name": name, "subject_kind": subject[0], "subject_id": subject[1], "due_at": due_at}
    conn.execute(_START, row)


def stop(conn: Connection, name: str, subject: tuple[str, int]) -> bool:
    """Stop it. False if it was not running."""
    return conn.execute(_STOP, _key(name, subject)).rowcount > 0


def due(conn: Connection, now: datetime) -> list[Timer]:
    """Timers whose time has come, oldest first."""
    rows = conn.execute(select(timers).where(timers.c.due_at <= now).order_by(timers.c.due_at, timers.c.id))
    return [_timer(row) for row in rows]


def next_due(conn: Connection) -> datetime | None:
    """When the next timer is due."""
    return conn.scalar(select(timers.c.due_at).order_by(timers.c.due_at).limit(1))


def is_running(conn: Connection, timer: Timer) -> bool:
    """Whether that very timer is still there, unchanged, so that a stopped one never fires."""
    same = and_(timers.c.id == timer.id, timers.c.due_at == timer.due_at)
    return conn.scalar(select(timers.c.id).where(same)) is not None


def running(conn: Connection, name: str, subject: tuple[str, int]) -> Timer | None:
    """The running timer of that name and subject."""
    row = conn.execute(_RUNNING, _key(name, subject)).one_or_none()
    return _timer(row) if row else None


def all_running(conn: Connection, name: str, kind: str) -> frozenset[int]:
    """The numbers of all records of that kind for which a timer of that name runs."""
    same = and_(timers.c.name == name, timers.c.subject_kind == kind)
    return frozenset(conn.scalars(select(timers.c.subject_id).where(same)))


def postpone(conn: Connection, timer: Timer, by: timedelta) -> int:
    """A firing failed: try again later. Returns how often it has failed."""
    values = {"due_at": timer.due_at + by, "tries": timer.tries + 1}
    conn.execute(update(timers).where(timers.c.id == timer.id).values(values))
    return timer.tries + 1


def _key(name: str, subject: tuple[str, int]) -> dict[str, object]:
    return {"which": name, "kind": subject[0], "about": subject[1]}


def _timer(row: Row[Any]) -> Timer:
    return Timer(row.id, row.name, (row.subject_kind, row.subject_id), row.due_at, row.tries)
