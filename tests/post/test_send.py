"""Handing letters over, to a server that remembers them and to a real Postfix queue."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from mailbot.post.send import Delivery, Envelope, Postman, Refused
from tests.servers.postfix import Postfix
from tests.servers.sink import Sink, sink

LETTER = b"From: bot@example.net\r\nSubject: Thank you\r\n\r\nThank you.\r\n"
ANNA, BEN, CLEO = "anna@example.org", "ben@example.org", "cleo@example.org"


def letter_to(*recipients: str, raw: bytes = LETTER) -> Envelope:
    return Envelope("bot@example.net", recipients, raw)


@pytest.fixture
async def postman(smtp_server: Sink) -> AsyncIterator[Postman]:
    postman = Postman(smtp_server.server())
    yield postman
    await postman.close()


@pytest.fixture(scope="module")
def guarded() -> Iterator[Sink]:
    with sink(tls=True) as running:
        yield running


async def test_a_letter_arrives_as_it_was_given(postman: Postman, smtp_server: Sink) -> None:
    delivery = await postman.deliver(letter_to(ANNA, BEN))
    assert delivery == Delivery("sent", (ANNA, BEN), code=250)
    (received,) = smtp_server.received
    assert (received.sender, received.recipients, received.raw) == ("bot@example.net", (ANNA, BEN), LETTER)


async def test_dots_and_bare_line_feeds_survive(postman: Postman, smtp_server: Sink) -> None:
    await postman.deliver(letter_to(ANNA, raw=b"Subject: x\n\n.\n..two\n.\r\nQUIT"))
    assert smtp_server.received[0].raw == b"Subject: x\r\n\r\n.\r\n..two\r\n.\r\nQUIT\r\n"


async def test_a_letter_may_have_no_sender(postman: Postman, smtp_server: Sink) -> None:
    assert (await postman.deliver(Envelope("", (ANNA,), LETTER))).state == "sent"
    assert smtp_server.received[0].sender == ""


async def test_some_recipients_refused_is_told_and_the_others_get_it(postman: Postman, smtp_server: Sink) -> None:
    smtp_server.verdicts = {BEN: "550 no such person", CLEO: "450 come later"}
    delivery = await postman.deliver(letter_to(ANNA, BEN, CLEO))
    assert (delivery.state, delivery.accepted) == ("sent", (ANNA,))
    assert delivery.refused == (Refused(BEN, 550, temporary=False), Refused(CLEO, 450, temporary=True))
    assert smtp_server.received[0].recipients == (ANNA,)


@pytest.mark.parametrize(
    ("answers", "state", "code"),
    [
        (("450 later", "451 later"), "try_again", 450),
        (("550 no", "553 no"), "failed", 553),
        (("550 no", "450 later"), "try_again", 450),
        (("535 log in", "535 log in"), "try_again", 535),
    ],
)
async def test_all_recipients_refused(
    postman: Postman, smtp_server: Sink, answers: tuple[str, str], state: str, code: int
) -> None:
    smtp_server.verdicts = dict(zip((ANNA, BEN), answers, strict=True))
    delivery = await postman.deliver(letter_to(ANNA, BEN))
    assert (delivery.state, delivery.accepted, delivery.code) == (state, (), code)
    assert [each.address for each in delivery.refused] == [ANNA, BEN]


@pytest.mark.parametrize(("verdict", "state"), [("451 disk full", "try_again"), ("554 spam", "failed")])
async def test_the_text_refused(postman: Postman, smtp_server: Sink, verdict: str, state: str) -> None:
    smtp_server.verdict = verdict
    delivery = await postman.deliver(letter_to(ANNA))
    assert (delivery.state, delivery.code, delivery.accepted) == (state, int(verdict[:3]), ())


async def test_after_a_refusal_the_next_letter_goes_through(postman: Postman, smtp_server: Sink) -> None:
    smtp_server.verdicts = {BEN: "550 no such person"}
    await postman.deliver(letter_to(BEN))
    assert (await postman.deliver(letter_to(ANNA))).state == "sent"
    assert smtp_server.received[0].recipients == (ANNA,)


async def test_connections_are_few_and_used_again(smtp_server: Sink) -> None:
    postman = Postman(smtp_server.server(), connections=3)
    deliveries = await asyncio.gather(*(postman.deliver(letter_to(ANNA)) for _ in range(30)))
    await postman.close()
    assert {each.state for each in deliveries} == {"sent"}
    assert len(smtp_server.received) == 30
    assert len({each.connection for each in smtp_server.received}) <= 3


async def test_eight_bits_are_announced(postman: Postman, smtp_server: Sink) -> None:
    await postman.deliver(letter_to(ANNA, raw=LETTER + "Grüße\r\n".encode()))
    assert "BODY=8BITMIME" in smtp_server.received[0].options
    assert "Grüße".encode() in smtp_server.received[0].raw


async def test_an_address_beyond_ascii_uses_smtputf8(postman: Postman, smtp_server: Sink) -> None:
    delivery = await postman.deliver(letter_to("jürgen@example.org", "anna@exämple.org"))
    assert delivery.state == "sent"
    assert smtp_server.received[0].recipients == ("jürgen@example.org", "anna@xn--exmple-cua.org")
    assert delivery.accepted == ("jürgen@example.org", "anna@exämple.org")


@pytest.mark.parametrize(
    "address",
    ["no address", "a@b@example.org", "a@example.org> SIZE=1", "a@example.org\r\nQUIT", "\udc80@example.org"],
)
async def test_what_is_no_address_is_refused_here(postman: Postman, smtp_server: Sink, address: str) -> None:
    delivery = await postman.deliver(letter_to(address, ANNA))
    assert (delivery.state, delivery.accepted) == ("sent", (ANNA,))
    assert delivery.refused == (Refused(address, 553, temporary=False),)
    assert (await postman.deliver(letter_to(address))).state == "failed"


async def test_letters_are_not_shown_in_the_log(postman: Postman, smtp_server: Sink) -> None:
    smtp_server.verdicts = {BEN: "550 ben@example.org is unknown"}
    shown = repr(await postman.deliver(letter_to(ANNA, BEN))) + repr(letter_to(ANNA))
    assert "example.org" not in shown


async def test_behind_starttls_with_a_login(guarded: Sink) -> None:
    postman = Postman(guarded.server(user="bot", password="secret"))
    assert (await postman.deliver(letter_to(ANNA))).state == "sent"
    await postman.close()
    assert (guarded.received[-1].encrypted, guarded.received[-1].user) == (True, "bot")


async def test_postfix_takes_it_into_its_queue(postfix_server: Postfix) -> None:
    postman = Postman(postfix_server.server())
    delivery = await postman.deliver(letter_to(ANNA, "nobody@example.org", "later@example.org"))
    assert (delivery.state, delivery.accepted) == ("sent", (ANNA,))
    assert [(each.code, each.temporary) for each in delivery.refused] == [(550, False), (450, True)]
    assert (await postman.deliver(letter_to("nobody@example.org"))).state == "failed"
    assert (await postman.deliver(letter_to("later@example.org"))).state == "try_again"
    assert (await postman.deliver(letter_to("jürgen@example.org"))).state == "sent"
    await postman.close()
    queued = [[each["address"] for each in letter["recipients"]] for letter in postfix_server.queue()]
    assert sorted(queued) == [[ANNA], ["jürgen@example.org"]]
