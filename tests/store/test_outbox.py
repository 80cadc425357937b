"""Outgoing mail and its states (promise 2)."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from mailbot.events import Hold, Lane, Level
from mailbot.roll import Role
from mailbot.store import attention, outbox, sending
from mailbot.store.attention import NewAttention
from mailbot.store.outbox import OutState
from mailbot.store.sending import MOST_TRIES, ToSend
from mailbot.store.tables import attention as attention_table
from mailbot.store.tables import outbox as outbox_table
from mailbot.store.transaction import Database
from tests.store.rows import MINUTE, NOW, do, queue


def claim(database: Database, lane: Lane = Lane.ORDINARY, limit: int = 10, at: datetime = NOW) -> list[ToSend]:
    """What a sender takes."""
    return do(database, lambda conn: sending.claim(conn, at, lane, limit))


def end(database: Database, number: int, state: OutState) -> None:
    """An attempt ends."""
    do(database, lambda conn: sending.end(conn, number, state, NOW))


def test_a_queued_mail_is_claimed_once_and_sent(database: Database) -> None:
    number = queue(database)
    [mail] = claim(database)
    assert (mail.id, mail.recipients, mail.tries) == (number, ("nora@example.com",), 1)
    assert claim(database) == []
    assert database.read(outbox.counts) == {OutState.SENDING: 1}
    end(database, number, OutState.SENT)
    assert database.read(outbox.counts) == {OutState.SENT: 1}
    assert not database.read(lambda conn: sending.any_due(conn, NOW, Lane.ORDINARY))


def test_each_lane_is_claimed_by_itself_the_oldest_first(database: Database) -> None:
    numbers = [queue(database, lane=lane) for lane in (Lane.ORDINARY, Lane.CONCERN, Lane.ORDINARY, Lane.ORDINARY)]
    assert [mail.id for mail in claim(database, Lane.CONCERN)] == [numbers[1]]
    assert [mail.id for mail in claim(database, limit=2)] == [numbers[0], numbers[2]]


def test_a_held_mail_waits_for_its_release(database: Database) -> None:
    number = queue(database, hold=Hold.TEST_MODE)
    assert claim(database) == []
    assert do(database, lambda conn: sending.release(conn, number, "person 1", NOW))
    assert not do(database, lambda conn: sending.release(conn, number, "person 1", NOW))
    assert len(claim(database)) == 1


def test_those_who_have_it_do_not_get_it_again(database: Database) -> None:
    number = queue(database, "nora@example.com", "amir@example.net")
    [mail] = claim(database)
    do(database, lambda conn: sending.accepted(conn, number, ["nora@example.com"]))
    do(database, lambda conn: sending.refused(conn, number, "amir@example.net", 451))
    assert do(database, lambda conn: sending.try_again(conn, mail, NOW, 451))
    [again] = claim(database, at=NOW + timedelta(hours=1))
    assert again.recipients == ("amir@example.net",)
    assert again.message_id == mail.message_id
    assert again.raw == mail.raw


def test_tries_pause_longer_and_end(database: Database) -> None:
    number, at, pauses = queue(database), NOW, []
    for _ in range(MOST_TRIES - 1):
        [mail] = claim(database, at=at)
        assert do(database, lambda conn, m=mail, t=at: sending.try_again(conn, m, t, 451))  # type: ignore[misc]
        pause = _pause(database, number, at)
        pauses.append(pause)
        at += pause
    assert pauses == sorted(pauses)
    [mail] = claim(database, at=at)
    assert not do(database, lambda conn: sending.try_again(conn, mail, at, 451))
    assert database.read(outbox.counts) == {OutState.FAILED: 1}


def test_an_alert_is_never_given_up_and_goes_again_within_seconds(database: Database) -> None:
    number, at = queue(database, lane=Lane.CONCERN), NOW
    for _ in range(MOST_TRIES + 5):
        [mail] = claim(database, Lane.CONCERN, at=at)
        assert do(database, lambda conn, m=mail, t=at: sending.try_again(conn, m, t, 451))  # type: ignore[misc]
        assert _pause(database, number, at) < MINUTE
        at += MINUTE


def _pause(database: Database, number: int, since: datetime) -> timedelta:
    asked = select(outbox_table.c.try_at).where(outbox_table.c.id == number)
    at: datetime = database.read(lambda conn: conn.execute(asked).scalar_one())
    return at - since


def test_after_a_crash_what_was_sending_is_uncertain(database: Database) -> None:
    number = queue(database)
    claim(database)
    assert [mail.id for mail in do(database, lambda conn: sending.rescue(conn, NOW))] == [number]
    assert database.read(outbox.counts) == {OutState.UNCERTAIN: 1}
    assert do(database, lambda conn: sending.rescue(conn, NOW)) == []


def test_what_is_uncertain_is_said_each_time(database: Database) -> None:
    number = queue(database)
    for _ in range(2):
        claim(database)
        end(database, number, OutState.UNCERTAIN)
        assert [mail.id for mail, _ in database.read(sending.unsettled)] == [number]
        said = NewAttention(level=Level.NOW, why="mail-uncertain", role=Role.COORDINATOR, outbox_id=number)
        do(database, lambda conn, s=said: attention.raise_(conn, s, NOW))  # type: ignore[misc]
        assert database.read(sending.unsettled) == []
        do(database, lambda conn: sending.send_again(conn, number, NOW - MINUTE))
        _a_minute_passes(database, number)


def _a_minute_passes(database: Database, number: int) -> None:
    """So that what was said before lies before the next doubt."""
    said = attention_table.c.outbox_id == number
    earlier = update(attention_table).where(said).values(raised_at=NOW - MINUTE)
    do(database, lambda conn: conn.execute(earlier))


def test_a_doubtful_alert_pauses_longer_each_time(database: Database) -> None:
    number = queue(database, lane=Lane.CONCERN)
    pauses = []
    for _ in range(4):
        claim(database, Lane.CONCERN)
        end(database, number, OutState.UNCERTAIN)
        [(mail, _)] = database.read(sending.unsettled)
        pauses.append(sending.pause_in_doubt(mail))
        do(database, lambda conn: sending.send_again(conn, number, NOW))
    assert pauses[0] == timedelta(0)
    assert pauses == sorted(set(pauses))


@pytest.mark.parametrize("state", [OutState.QUEUED, OutState.FAILED])
def test_a_late_alert_takes_the_second_route_once(database: Database, state: OutState) -> None:
    late = queue(database, lane=Lane.CONCERN, at=NOW - 3 * MINUTE)
    queue(database, lane=Lane.CONCERN)
    queue(database, at=NOW - 3 * MINUTE)
    end(database, late, state)
    before = NOW - 2 * MINUTE
    assert database.read(lambda conn: sending.count_overdue_alerts(conn, before)) == 1
    assert do(database, lambda conn: sending.use_second_route(conn, before, NOW)) == [late]
    assert do(database, lambda conn: sending.use_second_route(conn, before, NOW)) == []
    assert [mail.second_route for mail in claim(database, Lane.CONCERN)] == [True, False]


def test_a_mail_that_a_person_let_go_is_late_only_from_then_on(database: Database) -> None:
    held = queue(database, lane=Lane.CONCERN, at=NOW - 9 * MINUTE, hold=Hold.WAITS)
    assert do(database, lambda conn: sending.release(conn, held, "lead 1", NOW - MINUTE))
    assert database.read(lambda conn: sending.count_overdue_alerts(conn, NOW - 2 * MINUTE)) == 0
    assert database.read(lambda conn: sending.count_overdue_alerts(conn, NOW)) == 1


def test_a_cap_counts_what_was_let_go_to_one_address_and_in_all(database: Database) -> None:
    day = NOW - timedelta(days=1)
    for _ in range(2):
        queue(database, "nora@example.com")
    queue(database, "nora@example.com", hold=Hold.CAP)
    queue(database, "amir@example.net", at=day - MINUTE)
    reached = {
        (cap, who): database.read(lambda conn, c=cap, w=who: outbox.reached(conn, day, c, w))  # type: ignore[misc]
        for cap in (1, 2, 3)
        for who in (None, "nora@example.com", "amir@example.net")
    }
    assert {key for key, value in reached.items() if value} == {
        (1, None),
        (2, None),
        (1, "nora@example.com"),
        (2, "nora@example.com"),
    }


def test_a_token_serves_each_command_once(database: Database) -> None:
    number = queue(database)

    def use(command: str) -> bool:
        return do(database, lambda conn: outbox.use_token(conn, number, command, None, NOW))

    assert [use("release"), use("release"), use("ack"), use("ack")] == [True, False, True, False]


def test_a_mail_is_found_by_nonce_and_message_id(database: Database) -> None:
    number = queue(database, nonce="abc", message_id="<abc@example.org>", subject=("visit", 12), asks="visit_date")
    by_nonce = database.read(lambda conn: outbox.by_nonce(conn, "abc"))
    assert by_nonce == database.read(lambda conn: outbox.by_message_id(conn, "<abc@example.org>"))
    assert by_nonce is not None
    assert (by_nonce.id, by_nonce.subject, by_nonce.asks) == (number, ("visit", 12), "visit_date")
    assert database.read(lambda conn: outbox.by_nonce(conn, "abd")) is None
    assert database.read(lambda conn: outbox.addresses(conn, number)) == ["nora@example.com"]


def test_what_waits_can_be_held_after_all(database: Database) -> None:
    number = queue(database)
    do(database, lambda conn: sending.hold(conn, number, Hold.TEST_MODE))
    assert claim(database) == []
    [waiting] = database.read(outbox.pending)
    assert (waiting.state, waiting.hold) == (OutState.HELD, "test_mode")


def test_a_mail_that_came_back_before_its_sending_was_recorded_stays_bounced(database: Database) -> None:
    number = queue(database)
    claim(database)
    end(database, number, OutState.BOUNCED)
    end(database, number, OutState.SENT)
    assert database.read(outbox.counts) == {OutState.BOUNCED: 1}


@pytest.mark.parametrize("stuck", [OutState.FAILED, OutState.UNCERTAIN])
def test_an_alert_that_failed_or_is_in_doubt_goes_by_the_second_route_when_it_is_late(
    database: Database, stuck: OutState
) -> None:
    number = queue(database, lane=Lane.CONCERN)
    claim(database, Lane.CONCERN)
    end(database, number, stuck)
    late = NOW + 3 * MINUTE
    assert do(database, lambda conn: sending.use_second_route(conn, late - 2 * MINUTE, late)) == [number]
    [mail] = claim(database, Lane.CONCERN, at=late)
    assert mail.second_route
