"""`kill -9` at every point of a message's way (promises 1 and 2), on a real IMAP and a real SMTP server."""

from collections import Counter
from pathlib import Path

import pytest

from mailbot.store.outbox import OutState
from mailbot.workflows.why import Why
from tests.crash.die_at import DieAt
from tests.crash.reckoning import crash_and_restart, reckon
from tests.run.letters import a_few, all_sorts
from tests.run.scheme_for_tests import SchemeForTests, set_up
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.sink import Sink, sink

CONNECTIONS = 4
WHILE_DECIDING = [
    DieAt("after-fetch", 7),
    DieAt("after-commit", 5),
    DieAt("in-handle", 9),
    DieAt("after-decision", 9),
    DieAt("after-move", 1),
]
# Worries go first; the later calls fall on other mail, as the tests make sure.
SENDING_WORRIES = [
    DieAt("claimed", 2),
    DieAt("before-final-250", 2),
    DieAt("after-final-250", 1),
]
SENDING_OTHER_MAIL = [
    DieAt("claimed", 22),
    DieAt("in-the-text", 22),
    DieAt("before-final-250", 22),
    DieAt("after-final-250", 10),
]


@pytest.fixture
def scheme(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> SchemeForTests:
    """In live mode, sending over few connections."""
    return set_up(tmp_path, imap_server.mailbox(), smtp_server.server(), smtp={"connections": CONNECTIONS})


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, imap_server: Dovecot | Pymap) -> Counter[str]:
    """The templates of all that is written about `all_sorts` when nothing goes wrong. Nobody is there to send to."""
    with sink() as server:
        scheme = set_up(tmp_path_factory.mktemp("undisturbed"), imap_server.mailbox(), server.server())
        scheme.receives(all_sorts())
        scheme.run_once()
        return scheme.templates()


def test_each_letter_ends_once_and_a_second_run_does_nothing(scheme: SchemeForTests, smtp_server: Sink) -> None:
    letters = all_sorts()
    scheme.receives(letters)
    scheme.run_once()
    first = list(smtp_server.received)
    scheme.run_once()
    counted = reckon(scheme, letters, smtp_server.received, 0)
    assert counted.is_whole
    assert smtp_server.received == first
    assert counted.delivered_once == counted.mails > 30


@pytest.mark.parametrize("where", WHILE_DECIDING, ids=str)
def test_killed_while_deciding_nothing_is_in_doubt(
    scheme: SchemeForTests, smtp_server: Sink, where: DieAt, undisturbed: Counter[str]
) -> None:
    counted = crash_and_restart(scheme, all_sorts(), where, smtp_server.received, nothing)
    assert counted.is_whole
    assert counted.in_doubt == 0
    assert counted.delivered_once == counted.mails
    assert scheme.templates() == undisturbed


@pytest.mark.parametrize("where", SENDING_WORRIES, ids=str)
def test_killed_while_sending_worries_they_go_again_and_nobody_is_asked(
    scheme: SchemeForTests, smtp_server: Sink, where: DieAt
) -> None:
    counted = crash_and_restart(scheme, a_few(), where, smtp_server.received, nothing)
    assert counted.is_whole
    assert 1 <= counted.in_doubt <= CONNECTIONS
    assert counted.said_uncertain == 0
    assert scheme.mails()[OutState.SENDING] == 0


@pytest.mark.parametrize("where", SENDING_OTHER_MAIL, ids=str)
def test_killed_while_sending_other_mail_what_is_in_doubt_is_said_and_not_sent_again(
    scheme: SchemeForTests, smtp_server: Sink, where: DieAt
) -> None:
    counted = crash_and_restart(scheme, a_few(), where, smtp_server.received, nothing)
    assert counted.is_whole
    assert 1 <= counted.said_uncertain == counted.in_doubt <= CONNECTIONS
    assert scheme.reasons()[Why.MAIL_UNCERTAIN] == counted.said_uncertain
    assert scheme.mails()[OutState.UNCERTAIN] == counted.said_uncertain
    assert scheme.mails()[OutState.SENDING] == 0


def nothing() -> None:
    """What happens between the crash and the restart, mostly."""


def test_what_stands_in_the_sent_folder_was_sent(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    mailbox = imap_server.mailbox()
    scheme = set_up(
        tmp_path, mailbox, smtp_server.server(), smtp={"connections": CONNECTIONS}, mailbox={"sent": "Sent"}
    )

    def the_provider_files_what_it_took() -> None:
        with scheme.client() as client:
            client.make_folder("Sent")
            for each in smtp_server.received:
                client.put(each.raw, "Sent")

    counted = crash_and_restart(
        scheme, a_few(), DieAt("after-final-250", 2), smtp_server.received, the_provider_files_what_it_took
    )
    assert counted.is_whole
    assert counted.in_doubt >= 2
    assert counted.delivered_once == counted.mails
    assert scheme.mails() == {OutState.SENT: counted.mails}


def test_in_test_mode_nothing_leaves_and_the_mailbox_stays_as_it_is(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server(), scheme={"mode": "test"})
    scheme.receives(letters := a_few())
    child = scheme.start("run", "--once", die_at=DieAt("after-decision", 5))
    assert child.ended() == -9
    scheme.run_once()
    scheme.run_once()
    assert scheme.messages().total() == len(letters)
    assert "received" not in scheme.messages()
    assert set(scheme.mails()) == {OutState.HELD}
    assert smtp_server.received == []
    with scheme.client() as client:
        assert client.folders() <= {"INBOX"}
        assert [client.flags(uid) for uid in client.uids()] == [set()] * len(letters)
