"""Migrations make, from nothing, exactly the tables that the code works with."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from mailbot.errors import GiveUp
from mailbot.store.migrate import require_current, upgrade
from mailbot.store.tables import metadata
from mailbot.store.transaction import Database
from mailbot.workflows.registry import Registry
from tests.store.rows import a_message, do


def test_from_nothing_to_the_tables_of_the_code(empty: Database) -> None:
    assert Registry().leaves  # their tables are part of the same metadata
    upgrade(empty)
    require_current(empty)
    with empty.engine.connect() as conn:
        assert compare_metadata(MigrationContext.configure(conn), metadata) == []


def test_an_empty_database_is_refused(empty: Database) -> None:
    with pytest.raises(GiveUp, match="the database is empty: run `mailbot init` first"):
        require_current(empty)


def test_another_version_is_refused(database: Database) -> None:
    require_current(database)
    do(database, lambda conn: conn.execute(text("update alembic_version set version_num = '0000'")))
    with pytest.raises(GiveUp, match="has version 0000"):
        require_current(database)


def test_making_the_tables_again_changes_nothing(empty: Database) -> None:
    upgrade(empty)
    number = a_message(empty)
    upgrade(empty)
    require_current(empty)
    assert a_message(empty) == number + 1
