"""Waiting for mail: it is noticed at once, nothing slips between two waits, and a shutdown does not have to wait."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from mailbot.post.fetch import Mailbox
from mailbot.post.settings import ImapServer
from tests.post.mailboxes import connected, put_letters
from tests.servers.client import OtherClient, other_client
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.embedded import Pymap

A_SECOND = 1.0
LONG = 20.0


@pytest.fixture(params=["dovecot_server", "pymap_server"])
def settings(request: pytest.FixtureRequest) -> ImapServer:
    server: Dovecot | Pymap = request.getfixturevalue(request.param)
    return server.mailbox()


@pytest.fixture
def client(settings: ImapServer) -> Iterator[OtherClient]:
    with other_client(settings) as other:
        yield other


@pytest.fixture
def searched(settings: ImapServer) -> Iterator[Mailbox]:
    with connected(settings) as mailbox:
        mailbox.new_uids()
        yield mailbox


@contextmanager
def in_a_moment(happening: Callable[[], object]) -> Iterator[None]:
    """It happens 0.3 seconds from now, in another thread."""
    timer = threading.Timer(0.3, happening)
    timer.start()
    yield
    timer.join()


def seconds_of(wait: Callable[[], object]) -> float:
    began = time.monotonic()
    wait()
    return time.monotonic() - began


def test_a_letter_is_noticed_within_a_second(searched: Mailbox, client: OtherClient) -> None:
    with in_a_moment(lambda: put_letters(client, 1)):
        assert seconds_of(lambda: searched.wait(LONG)) < 0.3 + A_SECOND
    assert len(searched.new_uids()) == 1


def test_one_wait_after_another_notices_each_letter(searched: Mailbox, client: OtherClient) -> None:
    for count in (1, 2, 3):
        with in_a_moment(lambda: put_letters(client, 1)):
            assert searched.wait(LONG)
        assert len(searched.new_uids()) == count


def test_a_letter_that_came_between_two_waits_is_not_slept_on(searched: Mailbox, client: OtherClient) -> None:
    put_letters(client, 1)
    assert seconds_of(lambda: searched.wait(LONG)) < A_SECOND


def test_news_stay_news_until_somebody_searches(searched: Mailbox, client: OtherClient) -> None:
    put_letters(client, 1)
    assert searched.wait(LONG)
    assert searched.wait(LONG)
    searched.new_uids()
    assert not searched.wait(0.1)


def test_without_mail_a_wait_ends_in_time(searched: Mailbox) -> None:
    assert seconds_of(lambda: searched.wait(0.3)) == pytest.approx(0.3, abs=0.25)


def test_a_wait_can_be_ended_from_another_thread(searched: Mailbox) -> None:
    with in_a_moment(searched.wake):
        assert seconds_of(lambda: searched.wait(LONG)) < 0.3 + A_SECOND
    assert searched.new_uids() == []


def test_waking_beforehand_ends_the_next_wait_only(searched: Mailbox) -> None:
    searched.wake()
    assert seconds_of(lambda: searched.wait(LONG)) < A_SECOND
    assert seconds_of(lambda: searched.wait(0.3)) > 0.2


def test_a_pause_between_two_tries_can_be_ended_too(settings: ImapServer) -> None:
    mailbox = Mailbox(settings)
    with in_a_moment(mailbox.wake):
        assert seconds_of(lambda: mailbox.pause(LONG)) < 0.3 + A_SECOND


def test_the_connection_works_after_many_waits(searched: Mailbox, client: OtherClient) -> None:
    for _ in range(20):
        searched.wait(0.01)
    letters = put_letters(client, 2)
    assert [each.raw for each in searched.fetch(searched.new_uids())] == letters


@pytest.mark.servers("dovecot")
def test_without_idle_the_server_is_asked_now_and_then() -> None:
    with dovecot(capability="IMAP4rev1 UIDPLUS MOVE") as server:
        settings = server.mailbox()
        with connected(settings) as mailbox, other_client(settings) as client:
            mailbox.new_uids()
            assert not mailbox.wait(0.1)
            with in_a_moment(mailbox.wake):
                assert seconds_of(lambda: mailbox.wait(LONG)) < 0.3 + A_SECOND
            put_letters(client, 1)
            assert mailbox.wait(LONG)


@pytest.mark.servers("dovecot")
def test_waiting_works_behind_tls(dovecot_server: Dovecot) -> None:
    settings = dovecot_server.tls_mailbox()
    with connected(settings) as mailbox, other_client(settings, dovecot_server.port) as client:
        mailbox.new_uids()
        assert not mailbox.wait(0.2)
        with in_a_moment(lambda: put_letters(client, 1)):
            assert seconds_of(lambda: mailbox.wait(LONG)) < 0.3 + A_SECOND
        assert len(list(mailbox.fetch(mailbox.new_uids()))) == 1
