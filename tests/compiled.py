"""What every scheme would do anew is done once in a process of tests: SQL compiled, our files read and checked."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Engine, create_engine

from mailbot import opening
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


def load_once(patch: pytest.MonkeyPatch) -> None:
    """Let all schemes share the templates and vocabularies that came with mailbot; a scheme's own are read anew."""
    for name in ("load_templates", "load_harm", "load_chat", "load_asides", "load_boundaries"):
        patch.setattr(opening, name, _once_if_shipped(getattr(opening, name)))


def _once_if_shipped(load: Callable[[Path], Any]) -> Callable[[Path], Any]:
    shared = cache(load)
    ours = tuple(opening.shipped(name) for name in ("rules", "templates"))
    return lambda path: shared(path) if path in ours or path.parent in ours else load(path)
