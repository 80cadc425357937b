"""What is about a worry lies on the server where only some may look, incoming and sent (hardest situation 8)."""

from email import message_from_bytes
from pathlib import Path

import pytest
from sqlalchemy import select

from mailbot.events import Lane
from mailbot.store.tables import outbox
from tests.run.letters import concern, confirmation, letter, raw
from tests.run.scheme_for_tests import AMIR, NORA, SchemeForTests, set_up
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.sink import Sink

FOLDERS = {"restricted": "Restricted", "sent": "Sent"}
COMPLAINT = raw(letter(AMIR, "I've been let down by Clive again, he never rings back.\n"))
ONLY_A_FORM = raw(letter(AMIR, "Harm: she has no heating in her room and sits in her coat.\nUrgency: not urgent\n"))


@pytest.fixture
def scheme(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> SchemeForTests:
    """In live mode, with a restricted folder and a provider that keeps what is sent."""
    made = set_up(tmp_path, imap_server.mailbox(), smtp_server.server(), mailbox=FOLDERS)
    with made.client() as client:
        client.make_folder("Sent")
    return made


@pytest.mark.duty("L19")
@pytest.mark.parametrize(
    ("worry", "other"),
    [(concern(), AMIR), (COMPLAINT, NORA), (ONLY_A_FORM, NORA)],
    ids=["harm", "complaint", "form"],
)
def test_a_worry_leaves_the_shared_folders(scheme: SchemeForTests, worry: bytes, other: str) -> None:
    scheme.receives([worry, confirmation(who=other)])
    scheme.run_once()
    assert scheme.folder_bodies("Restricted") == [worry]
    assert scheme.folder_bodies("INBOX") == []
    assert scheme.folder_bodies("Review") == []
    assert len(scheme.folder_bodies("Processed")) == 1


def test_so_does_its_second_copy(scheme: SchemeForTests) -> None:
    worry = concern()
    scheme.receives([worry, worry])
    scheme.run_once()
    assert len(scheme.folder_bodies("Restricted")) == 2
    assert scheme.folder_bodies("Processed") == []


def test_without_such_a_folder_it_goes_to_review_as_ever(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    plain = set_up(tmp_path / "plain", imap_server.mailbox(), smtp_server.server())
    plain.receives([concern()])
    plain.run_once()
    assert len(plain.folder_bodies("Review")) == 1


def test_what_the_provider_keeps_of_an_alert_leaves_its_sent_folder(
    scheme: SchemeForTests, smtp_server: Sink
) -> None:
    scheme.receives([concern(), confirmation(who=AMIR)])
    scheme.run_once()
    with scheme.client() as client:
        for each in smtp_server.received:
            client.put(each.raw, "Sent")
    scheme.run_once()
    alerts = scheme.read(
        lambda conn: set(conn.scalars(select(outbox.c.message_id).where(outbox.c.lane == Lane.CONCERN)))
    )
    left = {str(message_from_bytes(each)["Message-ID"]) for each in scheme.folder_bodies("Sent")}
    assert alerts
    assert left, "routine answers stay"
    assert not left & alerts
    assert len(scheme.folder_bodies("Restricted")) == 1 + len(alerts)


def test_a_sent_folder_that_is_missing_holds_nothing_up(scheme: SchemeForTests) -> None:
    wrong = scheme.changed(mailbox={"sent": "No such folder"})
    wrong.receives([concern()])
    wrong.run_once()
    wrong.receives([confirmation(who=NORA)])
    wrong.run_once()
    assert sum(wrong.messages().values()) == 2


def test_check_says_who_can_read_incoming_mail(scheme: SchemeForTests) -> None:
    code, words = scheme.says("check")
    assert "whoever holds its password can read all incoming mail" in words
    assert "scheme.private_address" in words
    assert code in (0, 1)
