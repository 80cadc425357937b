"""One writer, one commit; concerns overtake; what fails leaves nothing (design, section 2)."""

import threading
from concurrent.futures import Future
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import DBAPIError

from mailbot.errors import TryAgain
from mailbot.events import LANES, Lane
from mailbot.store import health
from mailbot.store.migrate import require_current, upgrade
from mailbot.store.tables import inbox
from mailbot.store.transaction import Database
from tests.store.rows import NOW, do


def test_a_concern_overtakes_what_waits(database: Database) -> None:
    order: list[str] = []
    at_work, go_on = threading.Event(), threading.Event()

    def first(conn: Connection) -> None:
        at_work.set()
        go_on.wait(10)
        order.append("in hand")

    def add(what: str, lane: Lane) -> Future[None]:
        return database.write(lambda conn: order.append(what), lane)

    futures = [database.write(first)]
    at_work.wait(10)
    futures += [add(f"visit {number}", Lane.ORDINARY) for number in range(3)]
    futures += [add(f"worry {number}", Lane.CONCERN) for number in range(2)]
    go_on.set()
    for future in futures:
        future.result(10)
    assert order == ["in hand", "worry 0", "worry 1", "visit 0", "visit 1", "visit 2"]


def test_concerns_sort_first_in_the_database_too() -> None:
    """Queries order by the lane's name."""
    assert sorted(lane.value for lane in Lane) == [lane.value for lane in LANES]


def test_what_fails_leaves_nothing_and_the_writer_goes_on(database: Database) -> None:
    def half(conn: Connection) -> None:
        health.note(conn, "something", NOW)
        raise KeyError("a fault")

    with pytest.raises(KeyError):
        do(database, half)
    assert database.read(health.all_notes) == {}
    do(database, lambda conn: health.note(conn, "something", NOW))
    assert list(database.read(health.all_notes)) == ["something"]


def test_a_rehearsal_does_everything_and_takes_it_back(database: Database) -> None:
    def job(conn: Connection) -> list[str]:
        health.note(conn, "something", NOW)
        return list(health.all_notes(conn))

    assert database.rehearse(job) == ["something"]
    assert database.read(health.all_notes) == {}


def test_a_reader_sees_only_what_is_committed(database: Database) -> None:
    written, go_on = threading.Event(), threading.Event()

    def job(conn: Connection) -> None:
        health.note(conn, "something", NOW)
        written.set()
        go_on.wait(10)

    future = database.write(job)
    written.wait(10)
    assert database.read(health.all_notes) == {}
    go_on.set()
    future.result(10)
    assert list(database.read(health.all_notes)) == ["something"]


def test_an_error_never_tells_what_people_wrote(database: Database) -> None:
    statement = insert(inbox).values(mailbox="the secret words", state="received")
    with pytest.raises(DBAPIError) as caught:
        do(database, lambda conn: conn.execute(statement))
    assert "secret" not in str(caught.value).split("DETAIL")[0]


def test_what_is_queued_is_finished_before_closing(database: Database) -> None:
    futures = [database.write(lambda conn, n=n: health.note(conn, f"{n}", NOW)) for n in range(20)]  # type: ignore[misc]
    database.close()
    assert all(future.done() for future in futures)
    assert len(database.read(health.all_notes)) == 20


def test_a_locked_file_is_worth_another_try(tmp_path: Path) -> None:
    first = Database(f"sqlite:///{tmp_path}/mailbot.db")
    do(first, lambda conn: conn.execute(text("create table t (x)")))
    with pytest.raises(TryAgain, match="did not take the change"):
        do(first, lambda conn: conn.execute(text("insert into missing values (1)")))
    first.close()


def test_a_sqlite_file_is_safe_against_power_cuts(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/mailbot.db")
    pragmas = {
        name: database.read(lambda conn, n=name: conn.scalar(text(f"pragma {n}")))  # type: ignore[misc]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    database.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_new_database_is_for_its_owner_only(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/mailbot.db")
    upgrade(database)
    database.write(lambda conn: None).result()
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    database.close()
    assert modes and set(modes.values()) == {0o600}, modes


def test_a_server_that_does_not_answer_is_one_line_to_try_again() -> None:
    database = Database("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    for use in (require_current, upgrade):
        with pytest.raises(TryAgain, match="does not answer"):
            use(database)
