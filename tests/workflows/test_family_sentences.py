"""Each family as ten people would say it; they were written before the rules."""

import pytest

from mailbot.events import Kind
from mailbot.reading.message import Draft
from mailbot.workflows.attention.recognise import recognise as attention
from mailbot.workflows.people.recognise import recognise as people
from tests.reading.speaking import CAROL, OURS, draft, kinds
from tests.workflows.people_families import (
    ANSWERS_OUT,
    APPROVES,
    AWAY,
    GIVES_A_CLIENT_UP,
    GOES_IN,
    IS_OUT,
    LEAVES,
    NEW_DETAILS,
    NOT_APPROVES,
    NOT_AWAY,
    NOT_GIVES_A_CLIENT_UP,
    NOT_GOES_IN,
    NOT_IS_OUT,
    NOT_NEW_DETAILS,
    NOT_THANKS,
    THANKS,
)

RECORDED = f"""On Thu, 23 Apr 2026 at 18:00, Friends <{OURS}> wrote:
> Ana, your message about Omar (H-04) and Thursday 23 April 2026 is in the book. Nothing more to do."""
ARE_YOU_OUT = f"""On Thu, 23 Apr 2026 at 18:00, Friends <{OURS}> wrote:
> You should have finished with Omar (H-04) by now. Please reply when you are out and safe."""


def each(text: str) -> list[str]:
    return [line for line in text.strip().splitlines() if line]


def officers(text: str) -> Draft:
    return draft(text, "", "Re: RM-E-0107 waits for you", CAROL)


SAID = (
    *((text, Kind.UNAVAILABLE) for text in each(AWAY)),
    *((text, Kind.STOP_VISITING) for text in each(GIVES_A_CLIENT_UP)),
    *((text, Kind.LEAVE_SCHEME) for text in each(LEAVES)),
    *((text, Kind.CONTACT_CHANGE) for text in each(NEW_DETAILS)),
    *((text, Kind.LONE_CHECK_IN) for text in each(GOES_IN)),
    *((text, Kind.LONE_CHECK_OUT) for text in each(IS_OUT)),
)
NOT_SAID = (
    *((text, Kind.UNAVAILABLE) for text in each(NOT_AWAY)),
    *((text, Kind.STOP_VISITING) for text in each(NOT_GIVES_A_CLIENT_UP)),
    *((text, Kind.CONTACT_CHANGE) for text in each(NOT_NEW_DETAILS)),
    *((text, Kind.LONE_CHECK_IN) for text in each(NOT_GOES_IN)),
    *((text, Kind.LONE_CHECK_OUT) for text in each(NOT_IS_OUT)),
)


@pytest.mark.parametrize(("text", "kind"), SAID)
def test_what_somebody_says_of_themselves_is_found(text: str, kind: Kind) -> None:
    assert kind in kinds(people, draft(text))


@pytest.mark.parametrize(("text", "kind"), NOT_SAID)
def test_what_only_sounds_like_it_is_not(text: str, kind: Kind) -> None:
    assert kind not in kinds(people, draft(text))


@pytest.mark.duty("L23")
@pytest.mark.parametrize("text", each(ANSWERS_OUT))
def test_any_plain_answer_to_are_you_out_is_a_check_out(text: str) -> None:
    assert Kind.LONE_CHECK_OUT in kinds(people, draft(text, ARE_YOU_OUT, "Re: Safe home?"))


@pytest.mark.parametrize("text", each(THANKS))
def test_thanks_for_what_we_told(text: str) -> None:
    assert Kind.ACKNOWLEDGEMENT in kinds(attention, draft(text, RECORDED, "Re: Got it"))


@pytest.mark.parametrize("text", each(NOT_THANKS))
def test_thanks_beside_news_are_no_mere_thanks(text: str) -> None:
    assert Kind.ACKNOWLEDGEMENT not in kinds(attention, draft(text, RECORDED, "Re: Got it"))


@pytest.mark.parametrize("text", each(APPROVES))
def test_an_officer_decides_in_plain_words(text: str) -> None:
    assert Kind.COORDINATOR_COMMAND in kinds(attention, officers(text))


@pytest.mark.parametrize("text", each(NOT_APPROVES))
def test_what_is_not_decided_is_no_command(text: str) -> None:
    assert Kind.COORDINATOR_COMMAND not in kinds(attention, officers(text))
