"""Who checked which entry of the directory, and when. Rows are only added: the database refuses all else."""

from datetime import datetime

from sqlalchemy import Column, Connection, Date, String, Table, func, select

from mailbot.settings.directory import Check
from mailbot.store import journal
from mailbot.store.rows import add
from mailbot.store.tables import UTCDateTime, id_column, metadata

directory_checks = Table(
    "directory_checks",
    metadata,
    id_column(),
    Column("name", String(63), nullable=False, index=True),
    Column("address", String(320), nullable=False),
    Column("phone", String(40)),
    Column("verified_by", String(200), nullable=False),
    Column("verified_on", Date, nullable=False),
    Column("written_at", UTCDateTime, nullable=False),
)


def note_check(conn: Connection, check: Check, now: datetime) -> int:
    """Somebody says that this address and phone are right; the row's number. `now` is UTC."""
    row = {"name": check.name, "address": check.address, "phone": check.phone, "written_at": now}
    number = add(conn, directory_checks, row | {"verified_by": check.by, "verified_on": check.on})
    entry = journal.Entry(what="directory.verified", subject_kind="directory_check", subject_id=number)
    journal.write(conn, [entry], now)
    return number


_LAST_CHECKS = select(directory_checks).where(
    directory_checks.c.id.in_(select(func.max(directory_checks.c.id)).group_by(directory_checks.c.name))
)


def last_checks(conn: Connection) -> dict[str, Check]:
    """The last check of each entry, by its name."""
    rows = conn.execute(_LAST_CHECKS)
    return {row.name: Check(row.name, row.address, row.phone, row.verified_by, row.verified_on) for row in rows}
