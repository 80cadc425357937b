"""Away, leaving, giving somebody up, going in and out again: further ways of saying it, and what only sounds so."""

import pytest

from mailbot.events import Kind
from mailbot.workflows.people.recognise import recognise
from tests.reading.speaking import draft, kinds
from tests.workflows import people_ways as ways
from tests.workflows.test_family_sentences import ARE_YOU_OUT, each

OF_THESE = {
    Kind.UNAVAILABLE: ways.AWAY,
    Kind.STOP_VISITING: ways.GIVES_A_CLIENT_UP,
    Kind.LEAVE_SCHEME: ways.LEAVES,
    Kind.LONE_CHECK_OUT: ways.IS_OUT,
    Kind.LONE_CHECK_IN: ways.GOES_IN,
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, table in OF_THESE.items() for text in each(table)])
def test_it_says_this_and_none_of_the_others(kind: Kind, text: str) -> None:
    assert kinds(recognise, draft(text)) & OF_THESE.keys() == {kind}


@pytest.mark.parametrize("text", each(ways.STAYS_LONGER))
def test_who_is_asked_and_stays_longer_is_not_out(text: str) -> None:
    assert kinds(recognise, draft(text, ARE_YOU_OUT, "Re: out?")) == {Kind.LONE_CHECK_IN}


@pytest.mark.parametrize("text", each(ways.NONE_OF_THESE))
def test_what_only_sounds_like_it_says_none_of_them(text: str) -> None:
    assert not kinds(recognise, draft(text)) & OF_THESE.keys()


@pytest.mark.parametrize(
    "text",
    [
        "It is better if another person visits Omar from now.",
        "I must finish with the Befrienders in June.",
        "Count me out altogether.",
        "It's goodbye from me.",
    ],
)
def test_giving_up_in_gentle_words_is_made_sure_of(text: str) -> None:
    assert not any(fact.sure for fact in recognise(draft(text)))
