"""The journal: ids, codes and spans of every decision, never words (promise 8). The database refuses to change it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
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


def write(conn: Connection, entries: Sequence[Entry], now: datetime) -> None:
    """Append all of them in one statement."""
    if entries:
        conn.execute(insert(journal), [asdict(entry) | {"at": now} for entry in entries])
