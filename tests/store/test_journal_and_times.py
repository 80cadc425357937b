"""The journal only grows, whoever asks the database; stored time is UTC and nothing else (promises 8 and 11)."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError, StatementError

from mailbot.store import health, journal
from mailbot.store.journal import Entry
from mailbot.store.tables import journal as table
from mailbot.store.transaction import Database
from tests.store.rows import NOW, do


def count(conn: Connection) -> int | None:
    return conn.scalar(select(func.count()).select_from(table))


@pytest.mark.parametrize("change", ["update journal set what = 'another'", "delete from journal where what = 'rule'"])
def test_the_database_refuses_to_change_the_journal(database: Database, change: str) -> None:
    do(database, lambda conn: journal.write(conn, [Entry(what="rule"), Entry(what="fact")], NOW))
    with pytest.raises(DBAPIError, match="journal only grows"):
        do(database, lambda conn: conn.execute(text(change)))
    assert database.read(count) == 2


def test_the_database_refuses_what_is_a_change_by_another_name(database: Database) -> None:
    do(database, lambda conn: journal.write(conn, [Entry(what="rule")], NOW))
    replace = "insert or replace into journal (id, at, what) values (1, '2026-05-11', 'another')"
    by_another_name = replace if database.is_sqlite else "truncate journal"
    with pytest.raises(DBAPIError, match="journal only grows"):
        do(database, lambda conn: conn.execute(text(by_another_name)))
    assert database.read(count) == 1


def test_a_line_keeps_what_it_was_given(database: Database) -> None:
    entry = Entry(what="fact", inbox_id=1, fact_id=2, span_start=3, span_end=4, trust="verified", code="bounce")
    do(database, lambda conn: journal.write(conn, [entry], NOW))
    row = database.read(lambda conn: conn.execute(select(table)).one())
    assert (row.what, row.inbox_id, row.fact_id, row.span_start, row.span_end) == ("fact", 1, 2, 3, 4)
    assert row.at == NOW


def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(StatementError, match="a time without a zone cannot be stored"):
        do(database, lambda conn: health.note(conn, "something", naive))
    assert database.read(health.all_notes) == {}


@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Auckland", "America/New_York", "UTC"])
def test_a_time_of_any_zone_comes_back_in_utc(database: Database, zone: str) -> None:
    at = datetime(2026, 10, 25, 1, 30, 0, 123456, tzinfo=ZoneInfo(zone), fold=1)
    do(database, lambda conn: health.note(conn, "something", at))
    found = database.read(lambda conn: health.when(conn, "something"))
    assert found == at.astimezone(UTC)
    assert found is not None
    assert found.tzinfo is UTC


def test_both_passes_of_an_hour_that_comes_twice_are_told_apart(database: Database) -> None:
    london = ZoneInfo("Europe/London")
    for fold in (0, 1):
        at = datetime(2026, 10, 25, 1, 30, tzinfo=london, fold=fold)
        do(database, lambda conn, f=fold, t=at: health.note(conn, f"pass {f}", t))  # type: ignore[misc]
    times = database.read(health.all_notes)
    assert (times["pass 1"][0] - times["pass 0"][0]).total_seconds() == 3600
