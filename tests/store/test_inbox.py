"""The ledger of arrivals (promise 1)."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mailbot.events import Disposition, Fact, Fields, Kind, Lane, Span, Trust
from mailbot.store import inbox
from mailbot.store.transaction import Database
from tests.store.rows import MINUTE, NOW, a_message, arrival, do, take_in


def test_bytes_are_kept_as_they_came(database: Database) -> None:
    raw = bytes(range(256)) * 40
    [item] = take_in(database, arrival(raw))
    assert database.read(lambda conn: inbox.raw(conn, item.id)) == raw


def test_the_same_place_is_taken_in_once(database: Database) -> None:
    first = arrival()
    assert len(take_in(database, first)) == 1
    assert take_in(database, first) == []
    assert database.read(inbox.counts) == {"received": 1}


def test_a_second_copy_is_kept_and_ignored(database: Database) -> None:
    take_in(database, arrival(b"same"))
    assert take_in(database, arrival(b"same")) == []
    assert database.read(inbox.counts) == {"received": 1, "ignored": 1}


def test_two_copies_in_one_batch(database: Database) -> None:
    assert len(take_in(database, arrival(b"same"), arrival(b"same"))) == 1


def test_equal_bytes_of_other_trust_are_another_message(database: Database) -> None:
    take_in(database, arrival(b"same", trust=Trust.FAILED))
    assert len(take_in(database, arrival(b"same", trust=Trust.VERIFIED))) == 1


def test_a_new_uidvalidity_makes_new_places(database: Database) -> None:
    take_in(database, arrival(b"one", uid=1, uidvalidity=7))
    assert len(take_in(database, arrival(b"two", uid=1, uidvalidity=8))) == 1
    assert database.read(lambda conn: inbox.known_uids(conn, arrival().mailbox, 8)) == {1}


def test_concerns_come_first_then_the_oldest(database: Database) -> None:
    numbers = [a_message(database, lane=lane) for lane in (Lane.ORDINARY, Lane.CONCERN, Lane.ORDINARY, Lane.CONCERN)]
    waiting = database.read(lambda conn: inbox.waiting(conn, NOW))
    assert [item.id for item in waiting] == [numbers[1], numbers[3], numbers[0], numbers[2]]


def test_a_failure_is_counted_and_waits_longer_each_time(database: Database) -> None:
    number = a_message(database)
    waits = []
    for tries in range(1, 5):
        assert do(database, lambda conn: inbox.failed(conn, number, "KeyError", NOW)) == tries
        waits.append(_waits_for(database))
    assert waits == sorted(waits)
    assert waits[0] <= MINUTE
    assert waits[-1] <= timedelta(minutes=15)


def _waits_for(database: Database) -> timedelta:
    seconds = range(0, 1200, 5)
    return next(
        timedelta(seconds=s)
        for s in seconds
        if database.read(lambda conn, s=s: inbox.waiting(conn, NOW + timedelta(seconds=s)))  # type: ignore[misc]
    )


@pytest.mark.parametrize("end", Disposition)
def test_an_end_is_an_end(database: Database, end: Disposition) -> None:
    number = a_message(database)
    do(database, lambda conn: inbox.settle(conn, number, end, None, NOW))
    assert database.read(lambda conn: inbox.waiting(conn, NOW)) == []
    assert not database.read(lambda conn: inbox.is_waiting(conn, number))
    assert database.read(inbox.counts) == {end.value: 1}


def test_what_is_decided_is_moved_once(database: Database) -> None:
    mine = arrival()
    [item] = take_in(database, mine)
    assert _to_move(database, mine.mailbox) == []
    do(database, lambda conn: inbox.settle(conn, item.id, Disposition.DONE, None, NOW))
    assert _to_move(database, mine.mailbox) == [mine.uid]
    assert _to_move(database, "another@mail.example.org/INBOX") == []
    do(database, lambda conn: inbox.moved(conn, [item.id], NOW))
    assert _to_move(database, mine.mailbox) == []


def _to_move(database: Database, mailbox: str) -> list[int]:
    return [each.uid for each in database.read(lambda conn: inbox.to_move(conn, mailbox, 7))]


def test_a_person_may_have_it_decided_again(database: Database) -> None:
    number = a_message(database)
    do(database, lambda conn: inbox.failed(conn, number, "KeyError", NOW))
    do(database, lambda conn: inbox.settle(conn, number, Disposition.NEEDS_PERSON, None, NOW))
    do(database, lambda conn: inbox.retry(conn, number))
    [item] = database.read(lambda conn: inbox.waiting(conn, NOW))
    assert (item.id, item.tries) == (number, 0)


def test_facts_are_kept_in_their_order(database: Database) -> None:
    number = a_message(database)
    facts = [Fact(kind, Fields(receipts=1), Span(0, 4), "word") for kind in (Kind.VISIT_MISSED, Kind.EXPENSE_CLAIM)]
    ids = do(database, lambda conn: inbox.keep_facts(conn, number, facts))
    assert ids == sorted(ids)
    assert len(set(ids)) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(text=st.text(max_size=30))
@example(text="a\0b")
@example(text="half of a pair: \ud83d")
def test_any_words_of_a_message_can_be_kept(database: Database, text: str) -> None:
    """PostgreSQL takes no NUL; nobody's letter may fail because of one."""
    number = a_message(database)
    fact = Fact(Kind.QUESTION_OTHER, Fields(reason=text), Span(0, len(text)), text)
    assert len(do(database, lambda conn: inbox.keep_facts(conn, number, [fact]))) == 1
