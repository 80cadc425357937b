"""Many messages wait, and a concern among them: it is fetched and handled first, and none is lost (promise 3)."""

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import select

from mailbot.incoming import BATCH
from mailbot.store.tables import inbox
from tests.run.child import until
from tests.run.gate import gate
from tests.run.letters import confirmation, letter, raw
from tests.run.scheme_for_tests import AMIR, NORA, SchemeForTests, set_up
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.sink import Sink

MANY = 2 * BATCH
WORDS = "I am very worried. Piotr told me today that he wants to kill himself."


@pytest.fixture
def scheme(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> SchemeForTests:
    """In live mode."""
    return set_up(tmp_path, imap_server.mailbox(), smtp_server.server())


def routine(count: int) -> list[bytes]:
    """Visits that took place, none a copy of another."""
    return [confirmation(1 + number % 20, (NORA, AMIR)[number % 2]) for number in range(count)]


def in_base64(text: str, charset: str = "utf-8", kind: str = "plain") -> bytes:
    """A letter in one coded part."""
    message: EmailMessage = letter(NORA, "x")
    del message["Content-Transfer-Encoding"], message["Content-Type"]
    message["Content-Type"], message["Content-Transfer-Encoding"] = f"text/{kind}; charset={charset}", "base64"
    message.set_payload(base64.encodebytes(text.encode(charset)).decode())
    return raw(message)


def with_photo() -> bytes:
    """A worry with a file behind it that is cut off."""
    message = letter(NORA, WORDS)
    message.add_attachment(bytes(range(256)) * 400, maintype="image", subtype="jpeg", filename="a.jpg")
    return raw(message)


SHAPES = {
    "plain": raw(letter(NORA, WORDS)),
    "with a photo": with_photo(),
    "base64": in_base64(WORDS + " The weather was fine." * 2000),
    "HTML only": in_base64(f"<html><style>{'p{margin:0}' * 500}</style><p>{WORDS}</p></html>", kind="html"),
    "a foreign charset": in_base64("Він не хоче жити", "koi8-u"),
}


def places(scheme: SchemeForTests, at: int) -> int:
    """At which place the message with the `at`th UID of the inbox was taken in, from 0."""
    uids = scheme.read(lambda conn: list(conn.scalars(select(inbox.c.uid).order_by(inbox.c.id))))
    return uids.index(sorted(uids)[at])


@pytest.mark.duty("C1")
def test_concerns_among_many_are_handled_first(scheme: SchemeForTests) -> None:
    letters = routine(MANY)
    for number, concern in enumerate(SHAPES.values()):
        letters.insert(BATCH + 10 * number, concern)
    scheme.receives(letters)
    scheme.run_once()
    assert {places(scheme, BATCH + 10 * number) for number in range(len(SHAPES))} == set(range(len(SHAPES)))
    lanes = scheme.read(lambda conn: list(conn.scalars(select(inbox.c.lane).order_by(inbox.c.id))))
    assert lanes == ["concern"] * len(SHAPES) + ["ordinary"] * MANY
    assert scheme.messages() == {"done": MANY, "needs_person": len(SHAPES)}
    assert scheme.templates()["safeguarding/officer_alert"] >= len(SHAPES)


def test_what_is_not_seen_in_the_first_bytes_has_its_turn_all_the_same(scheme: SchemeForTests) -> None:
    far = raw(letter(NORA, "> He said so, and so did I.\n" * 2000 + "\n" + WORDS))
    scheme.receives([*routine(BATCH), far, *routine(BATCH)])
    scheme.run_once()
    assert places(scheme, BATCH) == BATCH
    assert scheme.messages().total() == 2 * BATCH + 1
    assert scheme.templates()["safeguarding/officer_alert"] > 0


def test_one_that_comes_while_many_are_handled_does_not_wait_for_them(
    scheme: SchemeForTests, smtp_server: Sink
) -> None:
    many = 4 * BATCH
    scheme.receives(routine(many))
    daemon = scheme.start("run")
    smtp_server.wait_for(3, 30)
    scheme.receives([SHAPES["base64"]])
    until(lambda: scheme.messages().total() == many + 1, 120)
    assert daemon.stop() == 0
    assert places(scheme, many) < many - BATCH // 2, "others had still to be fetched"


def test_a_line_that_breaks_loses_nothing_and_takes_nothing_twice(
    tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink
) -> None:
    mailbox = imap_server.mailbox()
    with gate(mailbox.port) as gate_:
        behind = set_up(tmp_path, mailbox, smtp_server.server())
        behind.receives([*routine(MANY // 2), SHAPES["plain"], *routine(MANY // 2)])
        scheme = behind.changed(mailbox={"port": gate_.port})
        daemon = scheme.start("run")
        for count in (1, 10):
            smtp_server.wait_for(count, 30)
            gate_.shut()
            gate_.open()
        until(lambda: scheme.messages()["received"] == 0 and scheme.messages().total() == MANY + 1, 90)
        assert daemon.stop() == 0
    assert scheme.messages() == {"done": MANY, "needs_person": 1}


def test_it_stops_at_once_while_it_looks_and_goes_on_later(scheme: SchemeForTests) -> None:
    scheme.receives([*routine(MANY), SHAPES["plain"]])
    daemon = scheme.start("run")
    daemon.says("running")
    assert daemon.stop(10) == 0
    assert "Traceback" not in daemon.words()
    scheme.run_once()
    assert scheme.messages() == {"done": MANY, "needs_person": 1}


def test_what_another_client_takes_away_meanwhile_is_passed_over(scheme: SchemeForTests, smtp_server: Sink) -> None:
    scheme.receives([*routine(MANY), SHAPES["plain"]])
    daemon = scheme.start("run")
    smtp_server.wait_for(1, 30)
    with scheme.client() as client:
        taken = client.uids()[-BATCH:]
        for uid in taken:
            client.flag(uid, r"\Deleted")
        client.expunge()
    until(lambda: is_empty(scheme), 90)
    assert daemon.stop() == 0
    assert scheme.messages()["received"] == 0
    assert MANY + 1 - len(taken) <= scheme.messages().total() <= MANY + 1


def is_empty(scheme: SchemeForTests) -> bool:
    """Whether nothing is left in the inbox."""
    with scheme.client() as client:
        return not client.uids()


def test_in_test_mode_looking_leaves_no_trace(scheme: SchemeForTests) -> None:
    tried = scheme.changed(scheme={"mode": "test"})
    tried.receives([*routine(BATCH), SHAPES["plain"]])
    tried.run_once()
    with tried.client() as client:
        uids = client.uids()
        assert len(uids) == BATCH + 1
        assert not any(client.flags(uid) for uid in uids)
