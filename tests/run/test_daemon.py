"""`mailbot run` as a process of its own, on a real IMAP and a real SMTP server (promises 1, 2 and 10)."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from mailbot.opening import shipped
from mailbot.store.outbox import OutState
from mailbot.store.people import load_roll
from tests.run.child import until
from tests.run.gate import gate
from tests.run.letters import a_few, claim, concern, confirmation
from tests.run.scheme_for_tests import AMIR, ENVIRON, NORA, SchemeForTests, set_up, write_roll
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.scripted import hang, scripted
from tests.servers.sink import Sink

QUICKLY = 5.0
"""Seconds that a clean stop may take where nothing hangs; the machine of the tests may be busy."""


@pytest.fixture
def scheme(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> SchemeForTests:
    """In live mode."""
    return set_up(tmp_path, imap_server.mailbox(), smtp_server.server())


def test_mail_is_noticed_within_a_second(scheme: SchemeForTests, smtp_server: Sink) -> None:
    daemon = scheme.start("run")
    daemon.says("running")
    time.sleep(0.5)
    for number in range(1, 4):
        scheme.receives([confirmation(number)])
        arrived = time.monotonic()
        smtp_server.wait_for(number)
        assert time.monotonic() - arrived < 1.0
    assert daemon.stop(QUICKLY) == 0
    assert scheme.messages() == {"done": 3}


def test_it_stops_at_once_while_it_waits(scheme: SchemeForTests) -> None:
    daemon = scheme.start("run")
    daemon.says("running")
    assert daemon.stop(QUICKLY) == 0
    assert "Traceback" not in daemon.words()


def test_stopped_with_work_in_hand_it_leaves_nothing_in_doubt(scheme: SchemeForTests, smtp_server: Sink) -> None:
    letters = [*a_few(), *a_few()]
    scheme.receives(letters)
    daemon = scheme.start("run")
    smtp_server.wait_for(1)
    assert daemon.stop() == 0
    assert "Traceback" not in daemon.words()
    assert scheme.mails()[OutState.SENDING] == 0
    scheme.run_once()
    assert sum(scheme.messages().values()) == len(letters)
    assert set(scheme.messages()) <= {"done", "ignored", "needs_person"}
    assert set(scheme.mails()) == {OutState.SENT}
    assert len(smtp_server.received) == scheme.mails()[OutState.SENT]


def test_stopped_while_the_smtp_server_hangs(tmp_path: Path, imap_server: Dovecot | Pymap) -> None:
    with scripted(hang) as port:
        scheme = set_up(tmp_path, imap_server.mailbox(), Sink(port).server(), smtp={"timeout_seconds": 3})
        scheme.receives([confirmation(), concern()])
        daemon = scheme.start("run")
        until(lambda: scheme.mails()[OutState.SENDING] > 0)
        assert daemon.stop(15) == 0
    assert scheme.mails()[OutState.SENDING] == 0
    assert scheme.mails()[OutState.UNCERTAIN] == 0


def test_stopped_while_the_imap_server_hangs(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> None:
    with scripted(hang) as port:
        mailbox = replace(imap_server.mailbox(), port=port)
        scheme = set_up(tmp_path, mailbox, smtp_server.server(), mailbox={"timeout_seconds": 3})
        daemon = scheme.start("run")
        daemon.says("running")
        assert daemon.stop(15) == 0


def test_a_second_daemon_is_refused(scheme: SchemeForTests) -> None:
    daemon = scheme.start("run")
    daemon.says("running")
    refused = (1, "another mailbot is running on this database: stop it first\n")
    assert scheme.says("run") == refused
    assert scheme.says("run", "--once") == refused
    assert daemon.stop(QUICKLY) == 0


def test_the_imap_server_goes_away_and_comes_back(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    mailbox = imap_server.mailbox()
    with gate(mailbox.port) as gate_:
        scheme = set_up(tmp_path, replace(mailbox, port=gate_.port), smtp_server.server())
        behind = replace(scheme, imap=mailbox)
        daemon = scheme.start("run")
        behind.receives([confirmation(1)])
        smtp_server.wait_for(1)
        gate_.shut()
        behind.receives([confirmation(2)])
        daemon.says("the connection was refused; check host and port")
        gate_.open()
        smtp_server.wait_for(2, 15)
        assert daemon.stop(QUICKLY) == 0
    assert scheme.messages() == {"done": 2}
    assert "Traceback" not in daemon.words()


def test_the_smtp_server_is_away_for_a_while(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> None:
    with gate(smtp_server.port) as gate_:
        gate_.shut()
        scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server(port=gate_.port))
        scheme.receives([confirmation(), claim("3.00")])
        scheme.run_once()
        assert scheme.mails() == {OutState.QUEUED: 2}
        assert scheme.messages().total() == 2
        gate_.open()
        scheme.pauses_are_over()
        scheme.run_once()
    assert scheme.mails() == {OutState.SENT: 2}
    assert len(smtp_server.received) == 2


def test_a_spoilt_template_for_coordinators_keeps_no_other_mail_back(
    scheme: SchemeForTests, smtp_server: Sink
) -> None:
    shutil.copytree(shipped("templates"), scheme.folder / "templates")
    spoilt = scheme.folder / "templates" / "attention" / "now.txt"
    spoilt.write_text(spoilt.read_text() + "{{ 1 // 0 }}\n")
    smtp_server.verdicts |= {NORA: "550 no such person", AMIR: "451 later"}
    scheme.receives([confirmation(1), confirmation(1, AMIR)])
    daemon = scheme.start("run")
    until(lambda: scheme.mails() == {OutState.FAILED: 1, OutState.QUEUED: 1, OutState.SENT: 1})
    del smtp_server.verdicts[AMIR]
    scheme.pauses_are_over()
    smtp_server.wait_for(2)
    assert daemon.stop() == 0
    assert scheme.mails() == {OutState.FAILED: 1, OutState.SENT: 2}


def test_killed_it_leaves_no_more_in_doubt_than_it_has_connections(scheme: SchemeForTests, smtp_server: Sink) -> None:
    scheme = scheme.changed(smtp={"connections": 3})
    scheme.receives([confirmation(days) for days in range(1, 30)])
    daemon = scheme.start("run")
    smtp_server.wait_for(5)
    daemon.process.kill()
    assert daemon.ended() == -9
    assert scheme.mails()[OutState.SENDING] <= 3
    scheme.run_once()
    assert scheme.mails()[OutState.SENDING] == 0
    assert scheme.messages() == {"done": 29}


def test_the_command_itself(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> None:
    """Once without any help of the tests: `init`, `import` and `run --once` as somebody types them."""
    scheme = set_up(tmp_path / "scheme", imap_server.mailbox(), smtp_server.server())
    (scheme.folder / "mailbot.db").unlink()
    write_roll(tmp_path)
    scheme.receives([confirmation()])
    for command in (["init"], ["import", str(tmp_path)], ["run", "--once"]):
        done = subprocess.run(
            [sys.executable, "-m", "mailbot", *command, "--config", str(scheme.config)],
            env=os.environ | ENVIRON,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), command
    assert len(scheme.read(load_roll).people) == 6
    assert len(smtp_server.received) == 1
