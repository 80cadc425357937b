"""Certificates, passwords and folders of a real Dovecot that do not fit."""

import pytest

from mailbot.post.fetch import Mailbox
from mailbot.post.settings import Security
from tests.post.mailboxes import LETTER, connected, put_letters, trouble
from tests.servers.background import certificate
from tests.servers.client import other_client
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.servers("dovecot")


def test_a_wrong_password(dovecot_server: Dovecot) -> None:
    mailbox = Mailbox(dovecot_server.mailbox(password="wrong"))
    line = trouble(mailbox.connect)
    assert "logging in: refused (AUTHENTICATIONFAILED); check user and password" in line
    assert "wrong" not in line
    assert not mailbox.connected


def test_a_password_beyond_ascii(dovecot_server: Dovecot) -> None:
    line = trouble(Mailbox(dovecot_server.mailbox(password="pässwörd")).connect)
    assert "logging in: refused; check user and password" in line


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_that_nobody_vouches_for(dovecot_server: Dovecot, security: Security) -> None:
    port = dovecot_server.tls_port if security == "tls" else dovecot_server.port
    line = trouble(Mailbox(dovecot_server.mailbox(port=port, security=security)).connect)
    assert "its certificate is not accepted (self" in line
    assert "check the host name, or set ca_file" in line


def test_a_certificate_for_another_host(dovecot_server: Dovecot, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = certificate(tmp_path_factory.mktemp("other"), "DNS:imap.example.org")
    line = trouble(Mailbox(dovecot_server.tls_mailbox(ca_file=str(other.file))).connect)
    assert "its certificate is not accepted" in line


def test_an_authority_that_cannot_be_read(dovecot_server: Dovecot) -> None:
    line = trouble(Mailbox(dovecot_server.tls_mailbox(ca_file="nowhere.pem")).connect)
    assert line == "nowhere.pem: no certificates can be read from it; check ca_file"


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_the_right_certificate_is_accepted(dovecot_server: Dovecot, security: Security) -> None:
    port = dovecot_server.tls_port if security == "tls" else dovecot_server.port
    with connected(dovecot_server.tls_mailbox(port=port, security=security)) as mailbox:
        assert mailbox.new_uids() == []


def test_an_inbox_that_does_not_exist(dovecot_server: Dovecot) -> None:
    line = trouble(Mailbox(dovecot_server.mailbox(inbox="Nowhere")).connect)
    assert "opening Nowhere: refused; check that this folder exists" in line


def test_a_sent_folder_that_does_not_exist_spoils_nothing(dovecot_server: Dovecot) -> None:
    settings = dovecot_server.mailbox()
    with connected(settings) as mailbox, other_client(settings) as client:
        put_letters(client, 1)
        line = trouble(lambda: mailbox.find_message_id("Nowhere", "<1@example.org>"))
        assert "looking in Nowhere: refused" in line
        assert len(list(mailbox.fetch(mailbox.new_uids()))) == 1


def test_after_a_broken_connection_one_can_connect_again(dovecot_server: Dovecot) -> None:
    settings = dovecot_server.mailbox()
    with connected(settings) as mailbox, other_client(settings) as client:
        mailbox._line.box.client.sock.shutdown(2)
        assert "the connection was lost" in trouble(mailbox.new_uids)
        assert not mailbox.connected
        client.put(LETTER % 1)
        mailbox.connect()
        assert len(mailbox.new_uids()) == 1
