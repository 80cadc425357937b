import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.events import Kind
from mailbot.workflows.attention.recognise import recognise
from tests.reading.speaking import ASKED_OUTCOME, CAROL, draft, kinds, one


@pytest.mark.parametrize(
    ("text", "command", "args"),
    [
        ("ack", "ack", ""),
        ("I have this", "ack", ""),
        ("Release", "release", ""),
        ("done.", "done", ""),
        ("approve", "approve", ""),
        ("reject we do not cover parking", "reject", "we do not cover parking"),
        ("Close - spoke to the carer", "close", "spoke to the carer"),
        ("release\n\nCarol", "release", ""),
    ],
)
def test_an_officers_first_line_is_a_command(text: str, command: str, args: str) -> None:
    fact = one(recognise, Kind.COORDINATOR_COMMAND, draft(text, who=CAROL))
    assert (fact.fields.command, fact.fields.command_args) == (command, args)


def test_nobody_else_commands() -> None:
    assert Kind.COORDINATOR_COMMAND not in kinds(recognise, draft("release"))


@pytest.mark.parametrize(
    "text", ["Please do not release it", "Released on Monday, I hear", "close by the station", "approve of this? no"]
)
def test_a_command_word_in_a_sentence_commands_nothing_it_does_not_say(text: str) -> None:
    found = [f.fields.command for f in recognise(draft(text, who=CAROL)) if f.kind is Kind.COORDINATOR_COMMAND]
    assert found in ([], ["close"])  # "close by the station" is a close with an odd reason; the token decides


@pytest.mark.parametrize("text", ["Thanks so much 🙏", "Thank you Carol", "Ok, thanks!", "Noted"])
def test_thanks_and_nothing_else_acknowledge(text: str) -> None:
    assert kinds(recognise, draft(text)) == {Kind.ACKNOWLEDGEMENT}


@pytest.mark.parametrize(
    "text", ["Yes thanks", "Thanks, but he is not well", "Thanks. Who pays?", "Thanks 🆘", "It did, thanks"]
)
def test_thanks_beside_anything_else_do_not(text: str) -> None:
    assert kinds(recognise, draft(text, ASKED_OUTCOME)) == set()


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    for fact in recognise(draft(text, who=CAROL)):
        assert fact.evidence == text[fact.span.start : fact.span.end]
