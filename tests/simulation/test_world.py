"""Letters as people write and read them, and the world in which they come and go."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from mailbot import working
from mailbot.clock import FixedClock
from mailbot.simulation.cast import draw_cast
from mailbot.simulation.evidence import evidence_of
from mailbot.simulation.invariants import check
from mailbot.simulation.people import Play
from mailbot.simulation.post import Letter, Received, as_bytes
from mailbot.simulation.stage import staged
from mailbot.simulation.truth import Truth
from mailbot.simulation.world import World

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2027, 9, 6, 8, 0, tzinfo=UTC)
CAST = draw_cast(3, Random(1))
ASKED = Received(
    1,
    "visits/reminder",
    MONDAY,
    b"From: visits@example.org\r\nReply-To: visits+abc@example.org\r\nMessage-ID: <abc@example.org>\r\n"
    b"Subject: How did your visit of\r\n Thursday 2 September 2027 go?\r\nContent-Type: text/plain; charset=utf-8\r\n"
    b"\r\nHow did your visit to P-001 go?\r\n",
)


@pytest.fixture
def play(result):
    clock = FixedClock(MONDAY)
    with staged(CAST, MONDAY, result.evidence.scheme) as scheme:
        got = []
        world = World(scheme, clock, lambda address, mail: got.append((address, mail)))
        yield Play(world, CAST, Truth()), got


def test_a_reply_is_what_a_mail_program_makes_of_it():
    raw = as_bytes(Letter(by=CAST.visitors[0], text="YES", answers=ASKED), 7, MONDAY, LONDON).decode()
    assert "To: visits+abc@example.org\r\n" in raw
    assert "Subject: Re: How did your visit of Thursday 2 September 2027 go?\r\n" in raw
    assert "In-Reply-To: <abc@example.org>\r\n" in raw
    assert "\r\n\r\nYES\r\n" in raw and "> How did your visit to P-001 go?" in raw


def test_an_automatic_reply_says_so_and_quotes_nothing():
    raw = as_bytes(Letter(by=CAST.visitors[0], text="Away.", answers=ASKED, machine=True), 7, MONDAY, LONDON).decode()
    assert "Auto-Submitted: auto-replied" in raw and "Subject: Automatic reply: " in raw
    assert "> " not in raw


def test_a_reader_finds_days_and_references():
    assert ASKED.days == [date(2027, 9, 2)]
    assert ASKED.refs == ["P-001"]


def test_what_people_mean_to_do_is_done_in_the_order_of_its_time(play):
    world, done = play[0].world, []
    world.at(MONDAY + timedelta(hours=2), lambda: done.append("later"))
    world.at(MONDAY + timedelta(hours=1), lambda: done.append("sooner"))
    world.at(MONDAY + timedelta(days=9), lambda: done.append("too late"))
    world.play(MONDAY + timedelta(days=1))
    assert done == ["sooner", "later"]
    assert world.now == MONDAY + timedelta(days=1)


def test_a_letter_is_answered_and_the_answer_reaches_its_writer(play):
    (stage, got), pair = play, CAST.pairs[0]
    text = f"I visited {pair.ref} on 3 September 2027. All well.\n"
    stage.world.at(MONDAY, lambda: stage.world.send(Letter(by=pair.visitor, text=text)))
    stage.world.play(MONDAY + timedelta(minutes=1))
    ((address, mail),) = got
    assert address == pair.visitor.email and mail.template.startswith("visits/recorded")


def test_a_message_that_fails_is_tried_again_and_its_failure_is_found(play, monkeypatch):
    (stage, got), pair = play, CAST.pairs[0]
    real, calls = working.handle, []

    def fails_once(*arguments):
        calls.append(arguments)
        if len(calls) == 1:
            raise RuntimeError
        return real(*arguments)

    monkeypatch.setattr(working, "handle", fails_once)
    letter = Letter(by=pair.visitor, text=f"I visited {pair.ref} on 3 September 2027.\n")
    stage.world.at(MONDAY, lambda: stage.world.send(letter))
    stage.world.play(MONDAY + timedelta(hours=1))
    ((_, mail),) = got
    assert mail.template.startswith("visits/recorded")
    found = {finding.invariant.name: finding.lines for finding in check(evidence_of(stage))}
    assert found["nothing-lost"] == ("message 1: failed 1 times",)


def test_nobody_shares_an_address_and_every_client_has_a_visitor():
    cast = draw_cast(400, Random(2))
    assert len({who.email for who in cast.everybody}) == len(cast.everybody)
    assert {pair.visitor for pair in cast.pairs} == set(cast.visitors)
    assert all(pair.backup for pair in cast.pairs if pair.setting in ("house", "hotel"))
    assert len({pair.ref for pair in cast.pairs}) == len(cast.pairs)
