"""What an SMTP server can do to a letter, and what is then known of it: nothing sent, or in doubt."""

import socket
import time
from collections.abc import Iterator

import pytest

from mailbot.errors import TryAgain
from mailbot.post.envelope import Delivery, Envelope
from mailbot.post.send import Postman
from mailbot.post.settings import Security, SmtpServer
from tests.servers.background import HOST, certificate, free_port
from tests.servers.scripted import Script, close, hang, reset, scripted, smtp, trickle
from tests.servers.sink import Sink, sink

PATIENCE = 0.3
LETTER = Envelope("bot@example.net", ("anna@example.org",), b"Subject: Thank you\r\n\r\nThank you.\r\n")


async def delivered(port: int, security: Security = "plain", letter: Envelope = LETTER) -> Delivery:
    postman = Postman(SmtpServer(HOST, port, security, timeout=PATIENCE))
    try:
        return await postman.deliver(letter)
    finally:
        await postman.close()


async def check(server: SmtpServer) -> str:
    """The line of the TryAgain that it raises."""
    with pytest.raises(TryAgain) as caught:
        await Postman(server).check()
    assert "\n" not in str(caught.value)
    assert caught.value.__cause__ is None
    return str(caught.value)


async def test_nobody_listens() -> None:
    port = free_port()
    delivery = await delivered(port)
    assert (delivery.state, delivery.code) == ("try_again", None)
    assert delivery.note == (
        f"SMTP server 127.0.0.1:{port}, connecting: the connection was refused; "
        "check host and port, and that the server runs"
    )


@pytest.mark.parametrize("security", ["plain", "starttls", "tls"])
@pytest.mark.parametrize("script", [hang, trickle, reset, close])
async def test_a_server_that_never_greets(script: Script, security: Security) -> None:
    with scripted(script) as port:
        began = time.monotonic()
        delivery = await delivered(port, security)
        assert time.monotonic() - began < PATIENCE + 2
    assert delivery.state == "try_again"
    assert ", connecting: " in delivery.note


@pytest.mark.parametrize("script", [hang, reset, close])
@pytest.mark.parametrize("word", ["EHLO", "MAIL", "RCPT", "DATA"])
async def test_a_line_that_breaks_before_the_text_can_be_tried_again(word: str, script: Script) -> None:
    with scripted(smtp({word: script})) as port:
        assert (await delivered(port)).state == "try_again"


@pytest.mark.parametrize("script", [hang, reset, close])
@pytest.mark.parametrize("word", ["TEXT", "."])
async def test_a_line_that_breaks_within_the_text_leaves_doubt(word: str, script: Script) -> None:
    with scripted(smtp({word: script})) as port:
        delivery = await delivered(port)
    assert (delivery.state, delivery.code, delivery.accepted) == ("uncertain", None, ())
    assert delivery.note == "no answer after the text had begun to go out"


async def test_an_answer_to_the_text_that_is_none_leaves_doubt() -> None:
    with scripted(smtp({".": "what?"})) as port:
        assert (await delivered(port)).state == "uncertain"


@pytest.mark.parametrize(
    ("answers", "state", "code"),
    [
        ({"MAIL": "452 full"}, "try_again", 452),
        ({"MAIL": "550 not you"}, "failed", 550),
        ({"MAIL": "530 log in first"}, "try_again", 530),
        ({"RCPT": "252 perhaps"}, "sent", 250),
        ({"DATA": "451 not now"}, "try_again", 451),
        ({"DATA": "554 no"}, "failed", 554),
        ({".": "250-well\r\n250 done"}, "sent", 250),
        ({".": "421 going down"}, "try_again", 421),
        ({".": "552 too large"}, "failed", 552),
        ({"MAIL": "550 not you", "RSET": "500 what?"}, "failed", 550),
    ],
)
async def test_each_answer_has_its_meaning(answers: dict[str, str | Script], state: str, code: int) -> None:
    with scripted(smtp(answers)) as port:
        delivery = await delivered(port)
    assert (delivery.state, delivery.code) == (state, code)


@pytest.mark.parametrize("word", ["MAIL", "RCPT", "DATA"])
async def test_a_server_that_is_going_away_is_tried_again(word: str) -> None:
    with scripted(smtp({word: "421 going down"})) as port:
        delivery = await delivered(port)
    assert delivery.state == "try_again"
    assert "closes the connection (421)" in delivery.note


async def test_a_connection_that_died_while_idle_is_replaced_unnoticed() -> None:
    lines: list[socket.socket] = []

    def play(line: socket.socket) -> None:
        lines.append(line)
        smtp({})(line)

    with scripted(play) as port:
        postman = Postman(SmtpServer(HOST, port, "plain", timeout=PATIENCE))
        assert (await postman.deliver(LETTER)).state == "sent"
        lines[0].shutdown(socket.SHUT_RDWR)
        assert (await postman.deliver(LETTER)).state == "sent"
        await postman.close()
    assert len(lines) == 2


async def test_a_connection_that_a_server_says_goodbye_on_is_replaced_unnoticed() -> None:
    answers: dict[str, str | Script] = {}
    with scripted(smtp(answers)) as port:
        postman = Postman(SmtpServer(HOST, port, "plain", timeout=PATIENCE))
        assert (await postman.deliver(LETTER)).state == "sent"
        answers["MAIL"] = "421 idle for too long"
        assert (await postman.deliver(LETTER)).state == "try_again", "one new connection is tried, not a third"
        del answers["MAIL"]
        assert (await postman.deliver(LETTER)).state == "sent"
        await postman.close()


async def test_an_address_that_needs_smtputf8_is_refused_where_it_is_not_offered() -> None:
    letter = Envelope("bot@example.net", ("jürgen@example.org",), LETTER.raw)
    with scripted(smtp({})) as port:
        delivery = await delivered(port, letter=letter)
    assert (delivery.state, delivery.code) == ("failed", 553)


async def test_a_server_without_starttls_is_told_nothing() -> None:
    with scripted(smtp({"MAIL": reset})) as port:
        line = await check(SmtpServer(HOST, port, "starttls", "bot", "secret", PATIENCE))
    assert "STARTTLS: it is not offered, so nothing was sent; check port and security" in line


async def test_a_server_that_offers_no_login() -> None:
    with scripted(smtp({})) as port:
        line = await check(SmtpServer(HOST, port, "plain", "bot", "secret", PATIENCE))
    assert "logging in: no login that we know is offered" in line


async def test_a_challenge_that_is_nonsense() -> None:
    with scripted(smtp({"AUTH": "334 !"}, offers="AUTH CRAM-MD5")) as port:
        assert "logging in: " in await check(SmtpServer(HOST, port, "plain", "bot", "secret", PATIENCE))


@pytest.fixture(scope="module")
def guarded() -> Iterator[Sink]:
    with sink(tls=True) as running:
        yield running


class TestCertificates:
    async def test_one_that_nobody_vouches_for(self, guarded: Sink) -> None:
        line = await check(guarded.server(ca_file=None))
        assert "STARTTLS: its certificate is not accepted (self" in line
        assert "check the host name, or set ca_file" in line

    async def test_one_for_another_host(self, tmp_path_factory: pytest.TempPathFactory, guarded: Sink) -> None:
        other = certificate(tmp_path_factory.mktemp("other"), "DNS:smtp.example.org")
        assert "its certificate is not accepted" in await check(guarded.server(ca_file=str(other.file)))

    async def test_a_wrong_password_fails_no_letter(self, guarded: Sink) -> None:
        server = guarded.server(user="bot", password="wrong")
        line = await check(server)
        assert "logging in: answered 535; check user and password" in line
        assert (await Postman(server).deliver(LETTER)).state == "try_again"
        assert "wrong" not in line + repr(server)
