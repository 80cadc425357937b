"""What new writers put beside their facts and needs nobody; and what stands there and has to be seen."""

import pytest

from mailbot.reading.understand import understand
from tests.reading.speaking import around, message, sender
from tests.reading.test_understand import ALL, left

PASSING = """
Greetings Carol. Saw Omar on Tuesday.
Good morning sister Carol, saw Omar on Tuesday.
Salaam Carol, I saw Omar on Tuesday.
Annwyl Carol, I saw Omar on Tuesday. Cofion
Saw Omar on Tuesday. Must dash.
Sorry sorry, it's me again. Saw Omar on Tuesday.
Saw Omar on Tuesday. Excuse my spelling.
Tea £2.10 with Omar on Tuesday, the machine was on the blink.
Bus £2 for Omar on Tuesday, the driver gives no ticket.
Bus £2 for Omar on Tuesday. Been through the wash but you can still read it.
Parking £2.50 for Omar on Tuesday. Receipts to follow.
Parking £2.50 for Omar on Tuesday, ticket in the pic.
"""
SEEN = """
Bus £2 for Omar on Tuesday. He has no ticket any more.
Saw Omar on Tuesday. He shouted at me again.
Saw Omar on Tuesday. He looked for it on my phone.
Saw Omar on Tuesday. He sleeps somewhere in the car.
Bus £2 for Omar on Tuesday. He said just bin it all.
Saw Omar on Tuesday. He must run from them.
Saw Omar on Tuesday. He forgot to eat again.
Saw Omar on Tuesday. He put his ticket home in the bin.
Saw Omar on Tuesday. They gave him no food.
Bus £2 for Omar on Tuesday. He gave me a slip of paper with a goodbye.
Saw Omar on Tuesday. Good morning is all that he says any more.
"""


@pytest.mark.parametrize("text", PASSING.strip().split("\n"))
def test_what_needs_nobody(text: str) -> None:
    found = understand(message(text, "hello"), sender(), around(), ALL)
    assert found.facts
    assert left(found) == []


@pytest.mark.parametrize("text", SEEN.strip().split("\n"))
def test_what_has_to_be_seen(text: str) -> None:
    found = understand(message(text, "hello"), sender(), around(), ALL)
    assert left(found) or any(fact.kind.value == "safeguarding_concern" for fact in found.facts)
