"""Servers that refuse, hang, or show a wrong certificate: one clear line, tried again, nothing lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from mailbot.store.outbox import OutState
from tests.run.letters import confirmation
from tests.run.scheme_for_tests import set_up
from tests.servers.background import free_port
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.scripted import Script, close, hang, reset, scripted
from tests.servers.sink import Sink, sink

IMAP = [
    (hang, "no answer in time; check that the server is up"),
    (reset, "the connection was lost"),
    (close, "the connection was lost"),
]


@pytest.mark.parametrize(("script", "line"), IMAP, ids=["hangs", "resets", "closes"])
def test_an_imap_server_that_misbehaves_is_named_in_one_line(
    tmp_path: Path, imap_server: Dovecot | Pymap, script: Script, line: str
) -> None:
    with scripted(script) as port:
        mailbox = replace(imap_server.mailbox(), port=port)
        scheme = set_up(tmp_path, mailbox, Sink(1).server(), mailbox={"timeout_seconds": 1})
        code, words = scheme.says("run", "--once")
    assert code == 1
    assert words.startswith(f"IMAP server 127.0.0.1:{port}, connecting: {line}")
    assert words.count("\n") == 1


def test_an_imap_server_that_refuses_is_tried_again(tmp_path: Path, imap_server: Dovecot | Pymap) -> None:
    scheme = set_up(tmp_path, replace(imap_server.mailbox(), port=free_port()), Sink(1).server())
    daemon = scheme.start("run")
    daemon.says("the connection was refused; check host and port, and that the server runs")
    assert daemon.stop() == 0
    assert "Traceback" not in daemon.words()


@pytest.mark.servers("dovecot")
def test_a_wrong_certificate_is_never_accepted(tmp_path: Path, dovecot_server: Dovecot, smtp_server: Sink) -> None:
    trusted = dovecot_server.tls_mailbox()
    scheme = set_up(tmp_path, trusted, smtp_server.server())
    code, words = scheme.says("run", "--once")
    assert code == 1
    assert "its certificate is not accepted (self" in words
    assert words.count("\n") == 1
    right = scheme.changed(mailbox={"ca_file": str(dovecot_server.certificate.file)})
    right.run_once()


def test_with_a_wrong_certificate_at_the_smtp_server_mail_waits(tmp_path: Path, imap_server: Dovecot | Pymap) -> None:
    with sink(tls=True) as secure:
        assert secure.certificate is not None
        server = secure.server()
        scheme = set_up(tmp_path, imap_server.mailbox(), server)
        scheme.receives([confirmation()])
        code, words = scheme.says("run", "--once")
        assert (code, scheme.mails()) == (0, {OutState.QUEUED: 1})
        assert "its certificate is not accepted" in words
        assert secure.received == []
        login = {"user": "visits", "password_env": "MAILBOX_PASSWORD", "ca_file": str(secure.certificate.file)}
        right = scheme.changed(smtp=login)
        right.pauses_are_over()
        right.run_once()
        assert [each.encrypted for each in secure.received] == [True]


def test_a_config_with_mistakes_lists_them_all_and_starts_nothing(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    scheme = set_up(tmp_path, imap_server.mailbox(), smtp_server.server())
    scheme.receives([confirmation()])
    wrong = scheme.changed(smtp={"port": 0, "prot": 25}, limits={"tries": "three"})
    code, words = wrong.says("run", "--once")
    assert code == 2
    assert [line.partition(": ")[2].split(":")[0] for line in words.splitlines()] == [
        "limits.tries",
        "smtp.port",
        "smtp.prot",
    ]
    assert len(scheme.folder_bodies("INBOX")) == 1
