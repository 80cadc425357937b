"""Every test of the store runs on SQLite and on a real PostgreSQL."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

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
def database(request: pytest.FixtureRequest, empty: Database) -> Database:
    """A database as `init` makes it: the migrations ran once, here is what they made."""
    if empty.is_sqlite:
        shutil.copyfile(request.getfixturevalue("sqlite_file"), str(empty.file))
        return empty
    with empty.engine.begin() as conn:
        conn.execute(text(f"create schema {empty.schema}"))
        conn.connection.cursor().execute(request.getfixturevalue("postgres_script"))
    return empty


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that the migrations have made."""
    file = tmp_path_factory.mktemp("migrated") / "mailbot.db"
    made = Database(f"sqlite:///{file}")
    upgrade(made)
    made.close()
    return file


@pytest.fixture(scope="session")
def postgres_script(postgres_url: str) -> str:
    """All that the migrations say to PostgreSQL, in one."""
    said: list[str] = []
    made = Database(postgres_url, "migrated")
    event.listen(made.engine, "before_cursor_execute", lambda *of: said.append(_without_values(*of)))
    upgrade(made)
    made.close()
    return ";\n".join(each for each in said if not each.lstrip().lower().startswith(("select", "create schema")))


def _without_values(conn: Any, cursor: Any, statement: str, values: Any, context: Any, many: bool) -> str:
    assert statement.lstrip().lower().startswith("select") or not values, "a migration writes a value of its own"
    return statement
