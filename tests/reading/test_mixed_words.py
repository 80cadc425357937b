"""What people really write, cut up and mixed, in answer to anything that we may have asked, is always read."""

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.letters.disclosure import ASKS
from mailbot.reading.message import Reading, Sender
from mailbot.reading.understand import understand
from mailbot.reading.words.harm import scanner_for
from mailbot.reading.words.sentences import sentences
from tests.reading.speaking import ANA, CAROL, around, harm, message, sender
from tests.reading.test_understand import ALL, has_concern, left

MAILS = Path(__file__).parents[1] / "mails"


@cache
def pieces() -> tuple[str, ...]:
    """Every sentence of our labelled mails, but for the half that is held apart."""
    told = [
        tomllib.loads((MAILS / f"{name}.toml").read_text(encoding="utf-8")) for name in ("first", "third", "fourth")
    ]
    texts = [mail.get("text", "") for each in told for mail in each["mail"]]
    return tuple(dict.fromkeys(text[s.start : s.end] for text in texts for s in sentences(text)))


def mixed(parts: list[str], question: str | None, joint: str, who: Sender) -> Reading:
    person = who.person or ANA
    return understand(message(joint.join(parts), "Omar", person), who, around(question=question), ALL)


@given(
    parts=st.lists(st.deferred(lambda: st.sampled_from(pieces())), min_size=1, max_size=6),
    question=st.sampled_from([None, *sorted(ASKS)]),
    joint=st.sampled_from(["\n", " ", "\n\n", ", "]),
    who=st.sampled_from([sender(), sender(CAROL)]),
)
@settings(max_examples=300, deadline=None)
def test_any_mix_is_read_and_every_fact_stands_in_the_text(
    parts: list[str], question: str | None, joint: str, who: Sender
) -> None:
    found = mixed(parts, question, joint, who)
    size = len(found.text.newest)
    assert all(0 <= each.span.start <= each.span.end <= size for each in found.facts)
    assert all(0 <= each.start <= each.end <= size for each in found.unaccounted)


@pytest.mark.duty("B13")
@given(
    parts=st.lists(st.deferred(lambda: st.sampled_from(pieces())), min_size=1, max_size=4),
    question=st.sampled_from([None, *sorted(ASKS)]),
)
@settings(max_examples=150, deadline=None)
def test_no_mix_hides_a_sign_of_harm(parts: list[str], question: str | None) -> None:
    found = mixed(parts, question, "\n", sender())
    if found.machine is None and scanner_for(harm()).scan(found.text.newest):
        assert has_concern(found) or found.harm_unplaced or left(found)
