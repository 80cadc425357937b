"""A message that cannot be processed is tried, parked, and reaches a person; harm in it alerts at once (1, 3)."""

import shutil
from collections.abc import Iterable
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from mailbot.events import Event
from mailbot.opening import shipped
from mailbot.workflows.contract import Leaf, Turn
from mailbot.workflows.registry import LEAVES, Registry
from mailbot.workflows.why import Why
from tests.run.letters import confirmation, encrypted, letter, raw
from tests.run.moved_clock import MovedClock
from tests.run.scheme_for_tests import ADA, CLIVE, NORA, SchemeForTests, set_up
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.sink import Sink

AN_HOUR = timedelta(hours=1)


def stumble(turn: Turn) -> Iterable[Event]:
    """A fault that only some messages meet."""
    if turn.reading and "xyzzy" in turn.reading.text.newest:
        raise ZeroDivisionError("a fault in a leaf")
    return ()


FAULTY = Registry((*LEAVES, Leaf(name="faulty", after_reading=stumble)))


@pytest.fixture
def scheme(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> SchemeForTests:
    """In live mode."""
    return set_up(tmp_path, imap_server.mailbox(), smtp_server.server())


def test_after_three_tries_it_is_parked_and_reaches_a_person_as_it_came(
    scheme: SchemeForTests, smtp_server: Sink
) -> None:
    bad = raw(letter(NORA, "xyzzy\n"))
    scheme.receives([confirmation(1), bad, confirmation(2)])
    world = MovedClock(scheme, registry=FAULTY)
    world.drains()
    assert scheme.messages() == {"done": 2, "received": 1}
    world.drains(AN_HOUR)
    assert scheme.messages() == {"done": 2, "received": 1}
    world.drains(AN_HOUR)
    world.drains(AN_HOUR)
    assert scheme.messages() == {"done": 2, "needs_person": 1}
    assert scheme.reasons() == {Why.NOT_PROCESSED: 1}
    assert scheme.folder_bodies("Review") == [bad]
    [told] = [each for each in smtp_server.received if each.recipients == (CLIVE,)]
    assert _attached(told.raw) == [bad]


def test_a_person_may_have_it_tried_again(scheme: SchemeForTests, smtp_server: Sink) -> None:
    scheme.receives([raw(letter(NORA, "Thank you! xyzzy\n"))])
    world = MovedClock(scheme, registry=FAULTY)
    for _ in range(3):
        world.drains(AN_HOUR)
    assert scheme.says("attention", "retry", "1") == (0, "it will be decided again\n")
    scheme.run_once()
    assert "could not be processed" not in scheme.says("attention", "list")[1]
    assert "received" not in scheme.messages()


def test_harm_in_it_alerts_at_the_first_failure_and_once(scheme: SchemeForTests, smtp_server: Sink) -> None:
    scheme.receives([raw(letter(NORA, "xyzzy He told me that he wants to kill himself.\n"))])
    world = MovedClock(scheme, registry=FAULTY)
    world.drains()
    assert [each.recipients for each in smtp_server.received] == [(ADA,)]
    assert scheme.templates() == {"safeguarding/built_in_alert": 1}
    world.drains(AN_HOUR)
    world.drains(AN_HOUR)
    assert scheme.templates()["attention/not_processed"] == 1
    assert CLIVE in {each for mail in smtp_server.received for each in mail.recipients}, "nobody has acknowledged it"


def test_one_that_cannot_be_read_at_all_alerts_too(scheme: SchemeForTests, smtp_server: Sink) -> None:
    faulty = Registry((*LEAVES, Leaf(name="faulty", after_reading=_always)))
    scheme.receives([encrypted()])
    MovedClock(scheme, registry=faulty).drains()
    assert scheme.templates()["safeguarding/built_in_alert"] == 1


def test_a_template_spoilt_by_an_edit_does_not_keep_a_message_from_a_person(scheme: SchemeForTests) -> None:
    """Even the letters about failures may fail: what is left is the list of what needs a person."""
    shutil.copytree(shipped("templates"), scheme.folder / "templates")
    for name in ("attention/not_processed", "safeguarding/built_in_alert"):
        file = scheme.folder / "templates" / f"{name}.txt"
        file.write_text(file.read_text() + "\n{{ 1 // 0 }}\n")
    scheme.receives([raw(letter(NORA, "xyzzy He told me that he wants to kill himself.\n"))])
    world = MovedClock(scheme, registry=FAULTY)
    for _ in range(4):
        world.drains(AN_HOUR)
    assert scheme.messages() == {"needs_person": 1}
    assert Why.NOT_PROCESSED in scheme.reasons()


def _always(turn: Turn) -> Iterable[Event]:
    raise ZeroDivisionError("a fault in a leaf")


def _attached(mail: bytes) -> list[bytes]:
    parts = [part for part in message_from_bytes(mail).walk() if part.get_filename()]
    return [bytes(part.get_payload(decode=True) or b"") for part in parts]
