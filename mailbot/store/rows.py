"""One small thing that every table module needs."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert


def add(conn: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert one row and return its id."""
    key = conn.execute(insert(table).values(values)).inserted_primary_key
    if key is None:
        raise RuntimeError(f"{table.name} gave no id")
    return int(key[0])
