"""Families of false alarms, with near misses that are real: each sentence is a mail, or a form's line for worries.

Before the bar: what we asked ("-" nothing, "form" its line for worries), then what is heard: s a concern, i an
accident, else nothing.
"""

from pathlib import Path

import pytest

from mailbot.events import Kind
from mailbot.reading.understand import understand
from tests.reading.speaking import around, message, sender
from tests.reading.test_understand import ALL

HEARD = {Kind.SAFEGUARDING_CONCERN: "s", Kind.INCIDENT_REPORT: "i"}
LINES = (Path(__file__).parent / "eighteenth_alarms.txt").read_text().splitlines()


@pytest.mark.duty("B13")
@pytest.mark.parametrize("line", [line for line in LINES if " | " in line])
def test_what_is_no_alarm_and_what_is(line: str) -> None:
    expected, _, words = line.partition(" | ")
    asked, *wanted = expected.split()
    text = f"Person visited: H-04\nDay: 22 April\nAny worries: {words}" if asked == "form" else words
    facts = understand(message(text.replace("\\n", "\n"), "hello"), sender(), around(), ALL).facts
    assert sorted(HEARD[each.kind] for each in facts if each.kind in HEARD) == sorted(wanted)
