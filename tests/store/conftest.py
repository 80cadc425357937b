"""Every test of the store runs on SQLite and on a real PostgreSQL."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from mailbot.store.migrate import upgrade
from mailbot.store.transaction import Database
from tests.servers.postgres import Postgres

_numbers = count()


@pytest.fixture(scope="session")
def postgres_url(postgres_server: Postgres) -> str:
    """One database for all tests, each in a schema of its own."""
    return postgres_server.fresh()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.servers("postgres"))])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without any tables."""
    if request.param == "sqlite":
        made = Database(f"sqlite:///{tmp_path}/mailbot.db")
    else:
        made = Database(request.getfixturevalue("postgres_url"), f"scheme_{next(_numbers)}")
    yield made
    made.close()


@pytest.fixture
def database(empty: Database) -> Database:
    """A database as `init` makes it."""
    upgrade(empty)
    return empty
