"""What only sounds like harm raises no alarm (sayings.txt); what is said in much the same words and is real, does."""

from pathlib import Path

import pytest

from mailbot.events import Kind
from mailbot.reading.understand import understand
from tests.reading.speaking import around, message, sender
from tests.reading.test_understand import ALL

HERE = Path(__file__).parent
ALARMS = frozenset({Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT})
SAYINGS = (HERE / "sayings.txt").read_text().splitlines()[1:]
REAL = (HERE / "no_sayings.txt").read_text().splitlines()[1:]


def alarms(words: str) -> bool:
    found = understand(message(f"Saw Omar on Tuesday. {words}"), sender(), around(), ALL)
    return found.harm_unplaced or any(fact.kind in ALARMS for fact in found.facts)


@pytest.mark.parametrize("words", SAYINGS)
def test_what_only_sounds_like_harm_raises_no_alarm(words: str) -> None:
    assert not alarms(words)


@pytest.mark.duty("B13")
@pytest.mark.parametrize("words", REAL)
def test_what_is_meant_does(words: str) -> None:
    assert alarms(words)
