"""The whole way on PostgreSQL: taken in, decided, sent; and killed in between. Each scheme has its own schema."""

from pathlib import Path

import pytest

from mailbot.store.outbox import OutState
from tests.crash.die_at import DieAt
from tests.crash.reckoning import crash_and_restart, reckon
from tests.run.letters import a_few, all_sorts, concern
from tests.run.scheme_for_tests import SchemeForTests, set_up
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.sink import Sink

pytestmark = pytest.mark.servers("postgres")


@pytest.fixture
def scheme(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink, postgres: str) -> SchemeForTests:
    """In live mode, with its records in a schema of a PostgreSQL database."""
    database = {"url": postgres, "schema": "lantern"}
    return set_up(tmp_path, imap_server.mailbox(), smtp_server.server(), database=database, smtp={"connections": 4})


def test_all_sorts_of_mail(scheme: SchemeForTests, smtp_server: Sink) -> None:
    letters = all_sorts()
    scheme.receives(letters)
    scheme.run_once()
    counted = reckon(scheme, letters, smtp_server.received, 0)
    assert counted.is_whole
    assert counted.delivered_once == counted.mails > 30
    assert scheme.mails() == {OutState.SENT: counted.mails}


@pytest.mark.parametrize("where", [DieAt("in-handle", 5), DieAt("after-final-250", 2)], ids=str)
def test_killed(scheme: SchemeForTests, smtp_server: Sink, where: DieAt) -> None:
    assert crash_and_restart(scheme, a_few(), where, smtp_server.received, lambda: None).is_whole


def test_two_schemes_in_one_database_know_nothing_of_each_other(
    scheme: SchemeForTests, tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink, postgres: str
) -> None:
    database = {"url": postgres, "schema": "harbour"}
    other = set_up(tmp_path / "other", imap_server.mailbox(), smtp_server.server(), database=database)
    scheme.receives([concern()])
    scheme.run_once()
    other.run_once()
    assert scheme.messages() == {"needs_person": 1}
    assert other.messages() == {}


def test_a_second_daemon_is_refused(scheme: SchemeForTests) -> None:
    daemon = scheme.start("run")
    daemon.says("running")
    code, words = scheme.says("run", "--once")
    assert (code, words) == (1, "another mailbot is running on this database: stop it first\n")
    assert daemon.stop() == 0
