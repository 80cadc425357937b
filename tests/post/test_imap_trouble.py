"""What a server can do to us, and the one line that says so: never a hang, a traceback or a word of a letter."""

import socket
import time
from datetime import UTC, datetime

import pytest

from mailbot.clock import FixedClock
from mailbot.errors import TryAgain
from mailbot.post.fetch import Mailbox
from mailbot.post.settings import ImapServer, Security
from tests.post.mailboxes import LETTER, trouble
from tests.servers.background import HOST, free_port
from tests.servers.scripted import Script, close, hang, imap, reset, scripted, trickle

PATIENCE = 0.4
FETCHED = '* 1 FETCH (UID 7 RFC822.SIZE 2 INTERNALDATE "12-May-2026 13:00:00 +0100" BODY[] {2}\r\nhi)\r\n'
EXISTING = '* LIST () "/" Processed\r\n'


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
    with scripted(imap({"LOGIN": lambda line: told.append("login")})) as port:
        line = trouble(at(port, security="starttls").connect)
    assert "STARTTLS: it is not offered, so nothing was sent; check port and security" in line
    assert told == []


@pytest.mark.parametrize("script", [hang, close])
def test_a_server_that_dies_during_the_login(script: Script) -> None:
    with scripted(imap({"LOGIN": script})) as port:
        mailbox = at(port)
        assert "logging in: " in trouble(mailbox.connect)
        assert not mailbox.connected


@pytest.mark.parametrize("script", [hang, reset, close])
@pytest.mark.parametrize("command", ["SELECT", "NOOP", "UID SEARCH", "UID FETCH", "UID MOVE", "IDLE", "APPEND"])
def test_a_server_that_dies_in_any_step(script: Script, command: str) -> None:
    with scripted(imap({"UID FETCH": FETCHED} | {command: script}, "IMAP4rev1 MOVE IDLE")) as port:
        mailbox = at(port)
        line = trouble(lambda: whole_story(mailbox))
        assert not mailbox.connected
    assert "no answer in time" in line or "the connection was lost" in line


def whole_story(mailbox: Mailbox) -> None:
    mailbox.connect()
    mailbox.new_uids()
    list(mailbox.fetch([7]))
    mailbox.move([7], "Processed")
    mailbox.append("Sent", LETTER % 1)
    mailbox.wait(0.05)


def test_a_server_that_dies_while_we_wait() -> None:
    def idle(line: socket.socket) -> None:
        line.sendall(b"+ idling\r\n")
        time.sleep(0.1)

    with scripted(imap({"IDLE": idle}, "IMAP4rev1 IDLE")) as port:
        mailbox = at(port)
        mailbox.connect()
        mailbox.new_uids()
        assert "waiting for mail: the connection was lost" in trouble(lambda: mailbox.wait(20))


def test_a_letter_told_of_in_two_segments_is_noticed() -> None:
    def idle(line: socket.socket) -> None:
        line.sendall(b"+ idling\r\n* OK still here\r\n* 1 EX")
        time.sleep(0.1)
        line.sendall(b"ISTS\r\n")
        time.sleep(1)

    with scripted(imap({"IDLE": idle}, "IMAP4rev1 IDLE")) as port:
        mailbox = at(port)
        mailbox.connect()
        mailbox.new_uids()
        began = time.monotonic()
        with pytest.raises(TryAgain):  # this server does not know DONE
            mailbox.wait(20)
        assert time.monotonic() - began < 1


def test_a_message_that_the_server_will_not_hand_out_holds_up_no_other() -> None:
    refusal = "{tag} NO [SERVERBUG] cannot read it\r\n"
    answers: dict[str, str | Script] = {"UID FETCH": refusal, "UID FETCH 7 ": FETCHED}
    with scripted(imap(answers)) as port:
        mailbox = at(port)
        mailbox.connect()
        assert [each.uid for each in mailbox.fetch([7, 9])] == [7]
        assert mailbox.withheld == {9}


def test_a_date_that_cannot_be_read_becomes_the_time_of_reading() -> None:
    broken = FETCHED.replace("12-May-2026", "99-Foo-2026")
    now = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
    with scripted(imap({"UID FETCH": broken})) as port:
        mailbox = Mailbox(ImapServer(HOST, port, "plain", "bot", "secret", timeout=PATIENCE), FixedClock(now))
        mailbox.connect()
        assert [each.internaldate for each in mailbox.fetch([7])] == [now]


def test_a_refused_move_leaves_the_connection_whole() -> None:
    with scripted(imap({"UID MOVE": "{tag} NO [OVERQUOTA] full\r\n", "LIST": EXISTING}, "IMAP4rev1 MOVE")) as port:
        mailbox = at(port)
        mailbox.connect()
        assert "moving to Processed: refused (OVERQUOTA)" in trouble(lambda: mailbox.move([7], "Processed"))
        assert mailbox.connected


def test_clear_text_slipped_in_behind_starttls_is_not_believed() -> None:
    slipped = "{tag} OK go\r\n* CAPABILITY IMAP4rev1 EVIL\r\n"
    with scripted(imap({"STARTTLS": slipped}, "IMAP4rev1 STARTTLS")) as port:
        assert "STARTTLS: " in trouble(at(port, "starttls").connect)


def test_asking_before_connecting() -> None:
    assert "there is no connection" in trouble(at(free_port()).new_uids)


def test_a_password_is_never_shown() -> None:
    settings = ImapServer(HOST, 993, "tls", "bot@example.org", "secret")
    assert "secret" not in repr(settings) + str(settings)
