"""Two daemons on one database would send everything twice."""

import pytest

from mailbot.errors import GiveUp
from mailbot.store.alone import alone
from mailbot.store.transaction import Database


def test_only_one_at_a_time(database: Database) -> None:
    with alone(database), pytest.raises(GiveUp, match="another mailbot is running"), alone(database):
        pass
    with alone(database):
        pass


def test_it_is_let_go_when_the_daemon_fails(database: Database) -> None:
    with pytest.raises(KeyError), alone(database):
        raise KeyError
    with alone(database):
        pass


def test_the_database_can_be_used_meanwhile(database: Database) -> None:
    with alone(database):
        assert database.write(lambda conn: 1).result(5) == 1
