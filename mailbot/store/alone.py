"""One daemon for each database: two would send every mail twice (promise 2)."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from mailbot.errors import GiveUp
from mailbot.store.transaction import Database

TAKEN = "another mailbot is running on this database: stop it first"
_LOCK = text("select pg_try_advisory_lock(hashtext('mailbot ' || current_schema()))")
_UNLOCK = text("select pg_advisory_unlock(hashtext('mailbot ' || current_schema()))")


@contextmanager
def alone(database: Database) -> Iterator[None]:
    """Keep every other daemon off this SQLite file, or this schema of PostgreSQL. Raises GiveUp if one is running.

    The system itself lets go of it when the process ends, however it ends.
    """
    with _file_lock(database.file) if database.file else _schema_lock(database):
        yield


@contextmanager
def _file_lock(database_file: Path) -> Iterator[None]:
    with database_file.with_name(database_file.name + ".lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise GiveUp(TAKEN) from None
        yield


@contextmanager
def _schema_lock(database: Database) -> Iterator[None]:
    """Held by a session of its own, outside any transaction, that really ends with it."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
        conn.detach()
        if not conn.scalar(_LOCK):
            raise GiveUp(TAKEN)
        try:
            yield
        finally:
            conn.execute(_UNLOCK)
