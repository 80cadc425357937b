"""The journal: ids, codes and spans of every decision, never words (promise 8). The database refuses to change it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import Connection, insert

from mailbot.store.tables import journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line. `what` is a code such as `rule`, `visit.missed` or `mail.queued`."""

    what: str
    inbox_id: int | None = None
    outbox_id: int | None = None
    timer: str | None = None
    event: str | None = None
    rule: str | None = None
    subject_kind: str | None = None
    subject_id: int | None = None
    fact_id: int | None = None
    span_start: int | None = None
    span_end: int | None = None
    trust: str | None = None
    code: str | None = None


_NAMES = tuple(each.name for each in fields(Entry))
_APPEND = insert(journal)


def write(conn: Connection, entries: Sequence[Entry], now: datetime) -> None:
    """Append all of them in one statement."""
    if entries:
        conn.execute(_APPEND, [{name: getattr(entry, name) for name in _NAMES} | {"at": now} for entry in entries])
