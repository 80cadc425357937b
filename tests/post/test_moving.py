"""Moving on real servers that can do less: never a plain EXPUNGE, which destroys what others have marked."""

from collections.abc import Iterator

import pytest

from mailbot.post.settings import ImapServer
from tests.post.mailboxes import connected, put_letters
from tests.servers.client import other_client
from tests.servers.dovecot import Dovecot, dovecot

pytestmark = pytest.mark.servers("dovecot")


@pytest.fixture(scope="module")
def without_move() -> Iterator[Dovecot]:
    with dovecot(capability="IMAP4rev1 UIDPLUS IDLE") as server:
        yield server


@pytest.fixture(scope="module")
def without_uidplus() -> Iterator[Dovecot]:
    with dovecot(capability="IMAP4rev1 IDLE") as server:
        yield server


def test_without_move_letters_are_copied_and_expunged_by_uid(without_move: Dovecot) -> None:
    settings = without_move.mailbox()
    with connected(settings) as mailbox, other_client(settings) as client:
        letters = put_letters(client, 3)
        first, second, third = mailbox.new_uids()
        client.flag(first, r"\Deleted")
        mailbox.move([second, third], "Processed")
        assert client.uids() == [first], "what another client has marked is left alone"
        assert client.bodies("Processed") == letters[1:]


def test_without_uidplus_the_original_is_marked_and_stays(without_uidplus: Dovecot) -> None:
    settings = without_uidplus.mailbox()
    with connected(settings) as mailbox, other_client(settings) as client:
        put_letters(client, 2)
        first, second = mailbox.new_uids()
        mailbox.move([second], "Processed")
        assert client.uids() == [first, second]
        assert client.flags(second) == {r"\Deleted"}


def test_what_had_to_stay_is_not_copied_again(without_uidplus: Dovecot) -> None:
    settings = without_uidplus.mailbox()
    with connected(settings) as mailbox, other_client(settings) as client:
        put_letters(client, 1)
        uids = mailbox.new_uids()
        mailbox.move(uids, "Processed")
        mailbox.move(uids, "Processed")
        assert len(client.uids("Processed")) == 1


def test_a_folder_may_have_a_name_in_any_letters(dovecot_server: Dovecot) -> None:
    settings: ImapServer = dovecot_server.mailbox()
    with connected(settings) as mailbox, other_client(settings) as client:
        put_letters(client, 1)
        mailbox.move(mailbox.new_uids(), "Erledigt & geprüft/2026")
        assert mailbox.new_uids() == []
        assert "Erledigt &- gepr&APw-ft/2026" in client.folders()


def test_a_new_inbox_has_a_new_uidvalidity(dovecot_server: Dovecot) -> None:
    settings = dovecot_server.mailbox(inbox="Shared")
    with other_client(settings) as client:
        client.make_folder("Shared")
        with connected(settings) as mailbox:
            before = mailbox.uidvalidity
        client.remove_folder("Shared")
        client.make_folder("Shared")
        with connected(settings) as mailbox:
            assert mailbox.uidvalidity != before
