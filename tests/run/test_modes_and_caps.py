"""Modes hold what may not leave (promise 7); caps hold, say so, and never hold an alert (promise 4)."""

from pathlib import Path

import pytest

from mailbot.store.outbox import OutState
from mailbot.workflows.why import Why
from tests.run.gate import gate
from tests.run.letters import concern, confirmation
from tests.run.scheme_for_tests import ADA, CLIVE, NORA, set_up
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.sink import Sink


def test_in_team_mode_mail_to_others_waits(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> None:
    team = {"mode": "team", "team": [ADA, CLIVE]}
    scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server(), scheme=team)
    scheme.receives([confirmation(), concern()])
    scheme.run_once()
    assert [each.recipients for each in smtp_server.received] == [(ADA,), (ADA,)], "the alert, and what follows on it"
    assert scheme.mails() == {OutState.SENT: 2, OutState.HELD: 2}
    assert len(scheme.folder_bodies("Processed")) == 1


def test_team_mode_is_refused_without_those_who_are_alerted(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    team = {"mode": "team", "team": [CLIVE]}
    scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server(), scheme=team)
    scheme.receives([concern()])
    code, words = scheme.says("run", "--once")
    assert code == 1
    assert words.count("\n") == 1
    assert "safeguarding_lead" in words
    assert scheme.messages() == {}


@pytest.mark.duty("L18")
def test_a_chain_of_one_person_is_refused_at_start(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    alone = {"chain": ["safeguarding_lead"]}
    scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server(), alert=alone)
    scheme.receives([concern()])
    code, words = scheme.says("run", "--once")
    assert (code, words.count("\n")) == (1, 1)
    assert words.startswith("alert.chain: fewer than two people could take a worry")
    assert scheme.messages() == {}


def test_what_was_held_does_not_go_because_the_mode_changed(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    testing = {"mode": "test"}
    scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server(), scheme=testing)
    scheme.receives([confirmation()])
    scheme.run_once()
    live = scheme.changed(scheme={"mode": "live"})
    live.run_once()
    assert smtp_server.received == []
    assert live.mails() == {OutState.HELD: 1}
    assert live.says("outbox", "release", "1", "--by", "AP") == (0, "released\n")
    live.run_once()
    assert [each.recipients for each in smtp_server.received] == [(NORA,)]


def test_what_was_queued_is_held_when_the_mode_goes_back_to_test(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    with gate(smtp_server.port) as gate_:
        gate_.shut()
        scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server(port=gate_.port))
        scheme.receives([confirmation(), concern()])
        scheme.run_once()
        assert scheme.mails() == {OutState.QUEUED: 4}
        gate_.open()
        testing = scheme.changed(scheme={"mode": "test"})
        testing.pauses_are_over()
        testing.run_once()
    assert smtp_server.received == []
    assert testing.mails() == {OutState.HELD: 4}


def test_a_cap_holds_and_says_so_but_never_an_alert(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    caps = {"mails_per_address_per_day": 2}
    scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server(), limits=caps)
    scheme.receives([*(confirmation(days) for days in range(1, 5)), *(concern() for _ in range(3))])
    scheme.run_once()
    alerts = [each for each in smtp_server.received if each.recipients == (ADA,)]
    assert len(alerts) == 7, "three worries, and four reports of the same person that are passed on"
    assert scheme.mails()[OutState.HELD] == 4
    assert scheme.reasons()[Why.MAIL_HELD] == 4
    assert scheme.messages().total() == 7
