"""Reading the mailbox, on Dovecot and on pymap: all of it, in any size, and without a trace."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from mailbot.clock import SystemClock
from mailbot.post.fetch import BATCH_BYTES, Mailbox
from mailbot.post.settings import ImapServer
from tests.post.mailboxes import LETTER, connected, put_letters
from tests.servers.client import OtherClient, other_client
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap


@pytest.fixture(params=["dovecot_server", "pymap_server"])
def settings(request: pytest.FixtureRequest) -> ImapServer:
    server: Dovecot | Pymap = request.getfixturevalue(request.param)
    return server.mailbox()


@pytest.fixture
def client(settings: ImapServer) -> Iterator[OtherClient]:
    with other_client(settings) as other:
        yield other


@pytest.fixture
def mailbox(settings: ImapServer) -> Iterator[Mailbox]:
    with connected(settings) as box:
        yield box


def test_an_empty_mailbox_has_nothing_new(mailbox: Mailbox) -> None:
    assert mailbox.new_uids() == []
    assert list(mailbox.fetch([])) == []


def test_letters_come_as_they_were_sent(mailbox: Mailbox, client: OtherClient) -> None:
    letters = put_letters(client, 3)
    fetched = list(mailbox.fetch(mailbox.new_uids()))
    assert [each.raw for each in fetched] == letters
    assert [each.uid for each in fetched] == client.uids()


def test_arrival_is_the_servers_date_in_utc(mailbox: Mailbox, client: OtherClient) -> None:
    put_letters(client, 1)
    (fetched,) = mailbox.fetch(mailbox.new_uids())
    assert fetched.internaldate.utcoffset() == timedelta(0)
    assert abs(SystemClock().now() - fetched.internaldate) < timedelta(minutes=1)


def test_reading_never_marks_as_seen(mailbox: Mailbox, client: OtherClient) -> None:
    put_letters(client, 2)
    list(mailbox.fetch(mailbox.new_uids()))
    assert [client.flags(uid) for uid in client.uids()] == [set(), set()]


def test_known_letters_are_not_new(mailbox: Mailbox, client: OtherClient) -> None:
    put_letters(client, 3)
    first, *others = mailbox.new_uids()
    assert mailbox.new_uids({first}) == others


def test_a_letter_that_has_vanished_is_simply_absent(mailbox: Mailbox, client: OtherClient) -> None:
    put_letters(client, 2)
    first, second = mailbox.new_uids()
    assert [each.uid for each in mailbox.fetch([first, second + 1000, second])] == [first, second]


def test_a_flag_that_changes_meanwhile_adds_nothing(mailbox: Mailbox, client: OtherClient) -> None:
    letters = put_letters(client, 3)
    uids = mailbox.new_uids()
    for uid in uids:
        client.flag(uid, r"\Flagged")
    assert [each.raw for each in mailbox.fetch(uids)] == letters


def test_large_letters_come_in_batches_and_whole(mailbox: Mailbox, client: OtherClient) -> None:
    large = [LETTER % n + b"x" * 70 + b"\r\n" + (b"y" * 76 + b"\r\n") * (BATCH_BYTES // 200) for n in range(4)]
    for letter in large:
        client.put(letter)
    fetched = mailbox.fetch(mailbox.new_uids())
    assert [each.raw for each in fetched] == large


def test_text_that_looks_like_an_answer_stays_text(mailbox: Mailbox, client: OtherClient) -> None:
    tricky = b"Subject: UID 99\r\n\r\n* 1 FETCH (UID 99 BODY[] {3}\r\nabc)\r\nA1 OK done\r\n"
    client.put(tricky)
    (fetched,) = mailbox.fetch(mailbox.new_uids())
    assert fetched.raw == tricky


def test_names_and_texts_of_letters_stay_out_of_the_log(mailbox: Mailbox, client: OtherClient) -> None:
    put_letters(client, 1)
    (fetched,) = mailbox.fetch(mailbox.new_uids())
    assert "visitor" not in repr(fetched)


def test_the_inbox_keeps_its_uidvalidity(settings: ImapServer, mailbox: Mailbox) -> None:
    with connected(settings) as again:
        assert again.uidvalidity == mailbox.uidvalidity > 0


def test_moved_letters_are_in_the_folder_which_is_made(mailbox: Mailbox, client: OtherClient) -> None:
    letters = put_letters(client, 3)
    first, *others = mailbox.new_uids()
    mailbox.move(others, "Processed")
    assert mailbox.new_uids() == [first]
    assert client.bodies("Processed") == letters[1:]


def test_what_is_gone_is_passed_over_when_moving(mailbox: Mailbox, client: OtherClient) -> None:
    put_letters(client, 2)
    uids = mailbox.new_uids()
    mailbox.move(uids, "Processed")
    mailbox.move(uids, "Processed")
    assert len(client.uids("Processed")) == 2


def test_moving_spares_what_another_client_has_marked_as_deleted(mailbox: Mailbox, client: OtherClient) -> None:
    put_letters(client, 3)
    first, second, third = mailbox.new_uids()
    client.flag(first, r"\Deleted")
    mailbox.move([second], "Processed")
    assert client.uids() == [first, third]


def test_two_hundred_letters_are_moved_in_batches(mailbox: Mailbox, client: OtherClient) -> None:
    put_letters(client, 205)
    mailbox.move(mailbox.new_uids(), "Processed")
    assert mailbox.new_uids() == []
    assert len(client.uids("Processed")) == 205


def test_a_letter_of_ours_is_found_where_it_was_filed(mailbox: Mailbox, client: OtherClient) -> None:
    mailbox.append("Sent", b"Message-ID: <7.token@example.org>\r\nSubject: Thank you\r\n\r\nThank you.\r\n")
    put_letters(client, 1)
    assert mailbox.find_message_id("Sent", "<7.token@example.org>")
    assert not mailbox.find_message_id("Sent", "<8.token@example.org>")
    assert len(mailbox.new_uids()) == 1, "the inbox is open again"


def test_a_message_id_cannot_smuggle_a_command(mailbox: Mailbox) -> None:
    mailbox.append("Sent", LETTER % 1)
    assert not mailbox.find_message_id("Sent", '<"> ALL')
    assert not mailbox.find_message_id("Sent", "<a@b>\r\nA1 LOGOUT")
    assert mailbox.new_uids() == []
