"""Timers as rows, what needs a person, and when things last worked."""

from datetime import timedelta

from mailbot.events import Disposition, Level
from mailbot.roll import Role
from mailbot.store import attention, health, inbox, timers
from mailbot.store.attention import NewAttention
from mailbot.store.timers import Timer
from mailbot.store.transaction import Database
from tests.store.rows import MINUTE, NOW, a_message, do

VISIT = ("visit", 12)


def start(database: Database, name: str = "reminder", in_minutes: int = 0) -> None:
    """A timer is started for the visit."""
    do(database, lambda conn: timers.start(conn, name, VISIT, NOW + in_minutes * MINUTE))


def due(database: Database, in_minutes: int = 0) -> list[Timer]:
    """The timers whose time has come by then."""
    return database.read(lambda conn: timers.due(conn, NOW + in_minutes * MINUTE))


class TestTimers:
    def test_one_is_due_at_its_time_and_not_before(self, database: Database) -> None:
        start(database, in_minutes=5)
        assert due(database, 4) == []
        assert [timer.subject for timer in due(database, 5)] == [VISIT]

    def test_starting_again_replaces(self, database: Database) -> None:
        start(database, in_minutes=1)
        start(database, in_minutes=9)
        assert due(database, 8) == []
        assert len(due(database, 9)) == 1

    def test_the_oldest_fires_first(self, database: Database) -> None:
        start(database, "second", 2)
        start(database, "first", 1)
        assert [timer.name for timer in due(database, 3)] == ["first", "second"]
        assert database.read(timers.next_due) == NOW + MINUTE

    def test_one_that_was_stopped_or_started_again_no_longer_runs(self, database: Database) -> None:
        start(database)
        [timer] = due(database)
        assert database.read(lambda conn: timers.is_running(conn, timer))
        start(database, in_minutes=1)
        assert not database.read(lambda conn: timers.is_running(conn, timer))
        assert do(database, lambda conn: timers.stop(conn, "reminder", VISIT))
        assert not do(database, lambda conn: timers.stop(conn, "reminder", VISIT))

    def test_one_that_failed_comes_again(self, database: Database) -> None:
        start(database)
        for tries in (1, 2, 3):
            [timer] = due(database, tries * 5)
            assert do(database, lambda conn, t=timer: timers.postpone(conn, t, 5 * MINUTE)) == tries  # type: ignore[misc]
            assert due(database, tries * 5 - 1) == []


class TestAttention:
    def test_the_urgent_stands_first(self, database: Database) -> None:
        for level in (Level.TODAY, Level.NOW, Level.TODAY):
            _raise(database, level=level)
        assert [item.level for item in database.read(attention.open_items)] == [Level.NOW, Level.TODAY, Level.TODAY]

    def test_what_nobody_was_mailed_about_is_taken_once(self, database: Database) -> None:
        _raise(database, mailed=False)
        _raise(database)
        assert database.read(attention.any_unmailed)
        assert len(do(database, attention.take_unmailed)) == 1
        assert do(database, attention.take_unmailed) == []
        assert not database.read(attention.any_unmailed)

    def test_a_message_needs_a_person_until_its_last_item_is_done(self, database: Database) -> None:
        message = a_message(database)
        do(database, lambda conn: inbox.settle(conn, message, Disposition.NEEDS_PERSON, None, NOW))
        first, second = (_raise(database, inbox_id=message) for _ in range(2))
        assert _done(database, first)
        assert database.read(inbox.counts) == {"needs_person": 1}
        assert _done(database, second)
        assert not _done(database, second)
        assert database.read(inbox.counts) == {"done": 1}
        assert database.read(attention.open_items) == []

    def test_what_is_open_about_a_record_is_found_by_it(self, database: Database) -> None:
        mine = [_raise(database, subject=VISIT, level=level) for level in (Level.TODAY, Level.NOW, Level.NOW)]
        _raise(database, subject=("visit", 13))
        _raise(database, subject=("client", 12))
        _raise(database)
        assert _done(database, mine[2])
        found = database.read(lambda conn: attention.open_about(conn, VISIT))
        assert [item.id for item in found] == [mine[1], mine[0]]
        assert {item.subject for item in found} == {VISIT}

    def test_each_role_has_a_digest_of_its_own(self, database: Database) -> None:
        _raise(database, role=Role.TREASURER)
        number = _raise(database)
        items = database.read(lambda conn: attention.for_digest(conn, Role.COORDINATOR))
        assert [item.id for item in items] == [number]


class TestHealth:
    def test_the_last_time_counts(self, database: Database) -> None:
        for at in (NOW, NOW + timedelta(days=1)):
            do(database, lambda conn, t=at: health.note(conn, health.SMTP_ACCEPTED, t))  # type: ignore[misc]
        assert database.read(lambda conn: health.when(conn, health.SMTP_ACCEPTED)) == NOW + timedelta(days=1)
        assert database.read(lambda conn: health.when(conn, health.MAILBOX_CHECKED)) is None
        do(database, lambda conn: health.forget(conn, health.SMTP_ACCEPTED))
        assert database.read(health.all_notes) == {}

    def test_a_gap_between_two_checks_is_remembered_where_it_touches_the_time_asked_about(
        self, database: Database
    ) -> None:
        poll, minute = timedelta(seconds=60), timedelta(minutes=1)
        for minutes in (0, 1, 6, 17, 18):
            do(database, lambda conn, m=minutes: health.note_check(conn, NOW + m * minute, poll))  # type: ignore[misc]
        expected = health.Gap(NOW + 6 * minute, NOW + 17 * minute)

        def gap(since: int, now: int, poll: timedelta = poll) -> health.Gap | None:
            return database.read(lambda conn: health.gap_since(conn, NOW + since * minute, NOW + now * minute, poll))

        assert gap(0, 18) == gap(16, 20) == expected
        assert gap(17, 20) is None
        assert gap(17, 24) == health.Gap(NOW + 18 * minute, None)
        assert gap(17, 24, timedelta(minutes=3)) is None  # looked at so seldom, it is no gap

    def test_a_mailbox_that_was_never_read_has_no_gap(self, database: Database) -> None:
        poll = timedelta(seconds=60)
        assert database.read(lambda conn: health.gap_since(conn, NOW, NOW + timedelta(days=1), poll)) is None


def _raise(database: Database, **changes: object) -> int:
    usual = {"level": Level.NOW, "why": "not-understood", "role": Role.COORDINATOR} | changes
    return do(database, lambda conn: attention.raise_(conn, NewAttention(**usual), NOW))  # type: ignore[arg-type]


def _done(database: Database, number: int) -> bool:
    return do(database, lambda conn: attention.done(conn, number, "person 1", NOW))
