"""Automatic answers that sound like harm and are none, and those in which a person has to look."""

import pytest

from mailbot.reading.words.redirects import harm_of_machine
from tests.reading.speaking import around


def shows_harm(text: str) -> bool:
    return bool(harm_of_machine(text, around()))


@pytest.mark.parametrize(
    "text",
    [
        "I'm in a tent until Sunday 1 November.",
        "I'm offshore until Friday 24 April and reading mail once a day at best.",
        "In case of arrest or an emergency injunction please telephone our duty line on 01632 960655.",
        "If you are in crisis or thinking of suicide ring 999.",
        "Should you be worried about a child at risk of abuse contact the duty desk.",
        "For safeguarding concerns, abuse or neglect please call 01632 960644.",
        "In an emergency ring 999, for rape and sexual abuse the helpline.",
        "Anyone who is being beaten or threatened should ring the police.",
        "Hello! I am sleeping rough for charity from 3 to 5 May.",
    ],
)
def test_whereabouts_and_other_numbers_show_no_harm(text: str) -> None:
    assert not shows_harm(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm away until Sunday. Omar was beaten by the guard.",
        "If Omar is in danger of abuse ring the police.",
        "I am away until Monday and he wants to kill himself.",
        "In case of anything: she is being beaten, please ring.",
        "I want to die, I am away until Monday.",
        "I am at home until Monday, my husband hits me.",
    ],
)
def test_somebody_who_is_meant_is_looked_at(text: str) -> None:
    assert shows_harm(text)
