"""What a server can do to us, and the one line that says so: never a hang, a traceback or a word of a letter."""

import socket
import time
from collections.abc import Callable
from functools import partial

import pytest

from mailbot.errors import TryAgain
from mailbot.post.fetch import Mailbox
from mailbot.post.settings import ImapServer, Security
from tests.post.mailboxes import LETTER, connected, put_letters
from tests.servers.background import HOST, certificate, free_port
from tests.servers.client import other_client
from tests.servers.dovecot import Dovecot
from tests.servers.scripted import Script, close, greet_imap, hang, reset, scripted, trickle

PATIENCE = 0.4


def trouble(action: Callable[[], object]) -> str:
    """The line that TryAgain says; it is one line, and nothing else is raised."""
    with pytest.raises(TryAgain) as caught:
        action()
    line = str(caught.value)
    assert "\n" not in line
    assert caught.value.__cause__ is None, "nothing that a log could print in full"
    return line


def at(port: int, security: Security = "plain", host: str = HOST) -> Mailbox:
    return Mailbox(ImapServer(host, port, security, "bot", "secret", timeout=PATIENCE))


def test_nobody_listens() -> None:
    port = free_port()
    line = trouble(at(port).connect)
    assert line == (
        f"IMAP server 127.0.0.1:{port}, connecting: the connection was refused; "
        "check host and port, and that the server runs"
    )


@pytest.mark.parametrize("security", ["plain", "starttls", "tls"])
@pytest.mark.parametrize("script", [hang, trickle])
def test_a_server_that_says_nothing_is_given_up_in_time(script: Script, security: Security) -> None:
    with scripted(script) as port:
        began = time.monotonic()
        line = trouble(at(port, security=security).connect)
        assert time.monotonic() - began < PATIENCE + 1
    assert "connecting: no answer in time" in line or "TLS cannot be set up" in line


@pytest.mark.parametrize("security", ["plain", "tls"])
@pytest.mark.parametrize("script", [reset, close])
def test_a_connection_that_breaks_at_once(script: Script, security: Security) -> None:
    with scripted(script) as port:
        assert "connecting: the connection was lost" in trouble(at(port, security=security).connect)


def test_a_name_that_does_not_exist() -> None:
    line = trouble(at(993, host="imap.invalid").connect)
    assert "its name cannot be found; check the host and the network" in line


@pytest.mark.parametrize("greeting", [b"* BYE too many\r\n", b"220 mail ESMTP\r\n", b"\xff\xfe\r\n", b"* OK hi\r\n"])
def test_a_server_that_speaks_something_else(greeting: bytes) -> None:
    def speak(line: socket.socket) -> None:
        line.sendall(greeting)

    with scripted(speak) as port:
        assert "connecting: " in trouble(at(port).connect)


def test_a_server_without_starttls_is_told_nothing() -> None:
    told: list[str] = []
    with scripted(partial(greet_imap, answers={"LOGIN": lambda line: told.append("login")})) as port:
        line = trouble(at(port, security="starttls").connect)
    assert "STARTTLS: it is not offered, so nothing was sent; check port and security" in line
    assert told == []


@pytest.mark.parametrize("script", [hang, close])
def test_a_server_that_dies_during_the_login(script: Script) -> None:
    with scripted(partial(greet_imap, answers={"LOGIN": script})) as port:
        mailbox = at(port)
        assert "logging in: " in trouble(mailbox.connect)
        assert not mailbox.connected


def test_asking_before_connecting() -> None:
    assert "there is no connection" in trouble(at(free_port()).new_uids)


@pytest.mark.servers("dovecot")
class TestOnDovecot:
    def test_a_wrong_password(self, dovecot_server: Dovecot) -> None:
        mailbox = Mailbox(dovecot_server.mailbox(password="wrong"))
        line = trouble(mailbox.connect)
        assert "logging in: refused (AUTHENTICATIONFAILED); check user and password" in line
        assert "wrong" not in line
        assert not mailbox.connected

    def test_a_password_beyond_ascii(self, dovecot_server: Dovecot) -> None:
        line = trouble(Mailbox(dovecot_server.mailbox(password="pässwörd")).connect)
        assert "logging in: refused; check user and password" in line

    @pytest.mark.parametrize("security", ["tls", "starttls"])
    def test_a_certificate_that_nobody_vouches_for(self, dovecot_server: Dovecot, security: Security) -> None:
        port = dovecot_server.tls_port if security == "tls" else dovecot_server.port
        line = trouble(Mailbox(dovecot_server.mailbox(port=port, security=security)).connect)
        assert "its certificate is not accepted (self" in line
        assert "check the host name, or set ca_file" in line

    def test_a_certificate_for_another_host(
        self, dovecot_server: Dovecot, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        other = certificate(tmp_path_factory.mktemp("other"), "DNS:imap.example.org")
        line = trouble(Mailbox(dovecot_server.tls_mailbox(ca_file=str(other.file))).connect)
        assert "its certificate is not accepted" in line

    def test_an_authority_that_cannot_be_read(self, dovecot_server: Dovecot) -> None:
        line = trouble(Mailbox(dovecot_server.tls_mailbox(ca_file="nowhere.pem")).connect)
        assert line == "nowhere.pem: no certificates can be read from it; check ca_file"

    @pytest.mark.parametrize("security", ["tls", "starttls"])
    def test_the_right_certificate_is_accepted(self, dovecot_server: Dovecot, security: Security) -> None:
        port = dovecot_server.tls_port if security == "tls" else dovecot_server.port
        with connected(dovecot_server.tls_mailbox(port=port, security=security)) as mailbox:
            assert mailbox.new_uids() == []

    def test_an_inbox_that_does_not_exist(self, dovecot_server: Dovecot) -> None:
        line = trouble(Mailbox(dovecot_server.mailbox(inbox="Nowhere")).connect)
        assert "opening Nowhere: refused; check that this folder exists" in line

    def test_a_sent_folder_that_does_not_exist_spoils_nothing(self, dovecot_server: Dovecot) -> None:
        settings = dovecot_server.mailbox()
        with connected(settings) as mailbox, other_client(settings) as client:
            put_letters(client, 1)
            line = trouble(lambda: mailbox.find_message_id("Nowhere", "<1@example.org>"))
            assert "looking in Nowhere: refused" in line
            assert len(list(mailbox.fetch(mailbox.new_uids()))) == 1

    def test_after_a_broken_connection_one_can_connect_again(self, dovecot_server: Dovecot) -> None:
        settings = dovecot_server.mailbox()
        with connected(settings) as mailbox, other_client(settings) as client:
            mailbox._line.box.client.sock.shutdown(2)
            assert "the connection was lost" in trouble(mailbox.new_uids)
            assert not mailbox.connected
            client.put(LETTER % 1)
            mailbox.connect()
            assert len(mailbox.new_uids()) == 1


def test_a_password_is_never_shown() -> None:
    settings = ImapServer(HOST, 993, "tls", "bot@example.org", "secret")
    assert "secret" not in repr(settings) + str(settings)
