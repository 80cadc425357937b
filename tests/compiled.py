"""SQL is compiled once in a process of tests: as each engine keeps its own, every scheme would compile it anew."""

from typing import Any

import pytest
from sqlalchemy import URL, Engine, create_engine

from mailbot.store import transaction


def compile_once(patch: pytest.MonkeyPatch) -> None:
    """Let all SQLite databases share what SQLAlchemy compiles, which is most of the time of a short test."""
    made = transaction._engine
    first = create_engine("sqlite://")
    first.connect().close()

    def engine(url: URL, *more: Any) -> Engine:
        new = made(url, *more)
        if new.dialect.name == first.dialect.name:
            new.dialect = new.pool._dialect = first.dialect
            new._compiled_cache = first._compiled_cache
        return new

    patch.setattr(transaction, "_engine", engine)
