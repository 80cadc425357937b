"""Small things that every table module needs.

SQLAlchemy builds a statement from Python expressions at five times the cost of running it. So what is asked for
every message is built once, as a constant with `bindparam`s, and an INSERT once for each table.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Insert, Table, insert


def add(conn: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert one row and return its id."""
    key = conn.execute(_into(table), dict(values)).inserted_primary_key
    if key is None:
        raise RuntimeError(f"{table.name} gave no id")
    return int(key[0])


def add_all(conn: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of the same columns with one statement; their ids are not told."""
    if rows:
        conn.execute(_into(table), [dict(row) for row in rows])


@lru_cache(maxsize=64)
def _into(table: Table) -> Insert:
    return insert(table)
