"""Who checked which entry of the directory: it only grows, and the last word of each counts; on every database."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from mailbot.settings.directory import Check
from mailbot.store.directory import last_checks, note_check
from mailbot.store.transaction import Database
from tests.store.rows import NOW, do

ADA = Check("helpline", "team@helpline.example.net", "01632 960010", "A. Coordinator", date(2026, 5, 11))
BEN = Check("helpline", "team@helpline.example.net", None, "B. Lead", date(2026, 5, 11))
OTHER = Check("charity", "team@charity.example.net", None, "B. Lead", date(2026, 1, 2))


def note(database: Database, *checks: Check) -> None:
    for check in checks:
        do(database, lambda conn, check=check: note_check(conn, check, NOW))


def test_the_last_check_of_each_entry_is_read_back_as_it_was_given(database: Database) -> None:
    assert database.read(last_checks) == {}
    note(database, ADA, OTHER, BEN)
    assert database.read(last_checks) == {"helpline": BEN, "charity": OTHER}


def test_the_journal_says_that_somebody_verified_and_not_what(database: Database) -> None:
    note(database, ADA)
    (row,) = database.read(lambda conn: conn.execute(text("select * from journal")).all())
    assert row.what == "directory.verified" and row.subject_kind == "directory_check"
    assert "helpline" not in str(row) and "Coordinator" not in str(row)


@pytest.mark.parametrize(
    "change", ["update directory_checks set verified_by = 'x'", "delete from directory_checks where id > 0"]
)
def test_the_database_refuses_to_change_what_was_verified(database: Database, change: str) -> None:
    note(database, ADA, BEN)
    with pytest.raises(DBAPIError, match="only grows"):
        do(database, lambda conn: conn.execute(text(change)))
    assert database.read(lambda conn: conn.scalar(text("select count(*) from directory_checks"))) == 2


def test_the_database_refuses_what_is_a_change_by_another_name(database: Database) -> None:
    note(database, ADA)
    values = "(1, 'helpline', 'x@example.net', 'x', '2026-05-11', '2026-05-11')"
    columns = "(id, name, address, verified_by, verified_on, written_at)"
    replace = f"insert or replace into directory_checks {columns} values {values}"
    with pytest.raises(DBAPIError, match="only grows"):
        do(database, lambda conn: conn.execute(text(replace if database.is_sqlite else "truncate directory_checks")))
    assert database.read(last_checks) == {"helpline": ADA}
