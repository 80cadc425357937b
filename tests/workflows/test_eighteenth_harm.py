"""Dangers that no single word of harm shows: each line is a mail of its own.

Before the first bar: "+" where it is a worry that a person has to read, "-" where it is none; then the subject.
"""

from pathlib import Path

import pytest

from mailbot.events import Kind
from mailbot.reading.understand import understand
from tests.reading.speaking import around, message, sender
from tests.reading.test_understand import ALL

LINES = (Path(__file__).parent / "eighteenth_harm.txt").read_text().splitlines()


@pytest.mark.parametrize("line", [line for line in LINES if " | " in line])
def test_a_danger_is_seen_by_two_hints(line: str) -> None:
    expected, subject, words = line.split(" | ")
    facts = understand(message(words, subject), sender(), around(), ALL).facts
    concerns = [each for each in facts if each.kind is Kind.SAFEGUARDING_CONCERN]
    assert bool(concerns) == (expected == "+")
