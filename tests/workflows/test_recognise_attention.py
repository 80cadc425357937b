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


@pytest.mark.parametrize(
    "text",
    [
        "ta x",
        "Cheers",
        "Much obliged to you all",
        "God bless",
        "Tapadh leat",
        "Diolch yn fawr!",
        "Merci beaucoup",
        "Thank you mr Carol 🌷 you are most welcome",
        "Thanks so much for letting me know",
        "Thank you for your kindness",
        "Thx, got it",
        "Noted with thanks",
        "شكرا جزيلا",
        "Дякую!",
        "Lovely, thank you Carol",
        "Will do, thanks",
        "You're welcome",
        "Many thanks for your quick reply",
    ],
)
def test_thanks_in_many_words(text: str) -> None:
    assert kinds(recognise, draft(text)) == {Kind.ACKNOWLEDGEMENT}


@pytest.mark.parametrize("text", ["🙏🙏", "👍🏽", "❤️"])
def test_a_friendly_picture_is_thanks_only_in_reply_to_what_asks_nothing(text: str) -> None:
    assert kinds(recognise, draft(text, subject="Re: Noted")) == {Kind.ACKNOWLEDGEMENT}
    assert kinds(recognise, draft(text, ASKED_OUTCOME, subject="Re: Your visit")) == set()
    assert kinds(recognise, draft(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Thank God he is alive",
        "Thanks for nothing",
        "Thanks, see you Tuesday",
        "🆘",
        "😢",
        "Thank you, he has gone",
        "ok he hit me",
        "No thanks",
        "Cheers, when is the next one?",
        "Thanks. Bus was £3.",
    ],
)
def test_what_says_more_than_thanks(text: str) -> None:
    assert Kind.ACKNOWLEDGEMENT not in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", ["Great", "ok", "perfect", "received"])
def test_ok_as_an_answer_to_a_question_is_no_thanks(text: str) -> None:
    assert Kind.ACKNOWLEDGEMENT not in kinds(recognise, draft(text, ASKED_OUTCOME))


@pytest.mark.parametrize(
    ("text", "command", "args"),
    [
        ("Approve", "approve", "KP-E-0212"),
        ("Approved, thanks", "approve", "KP-E-0212"),
        ("Yes please approve", "approve", "KP-E-0212"),
        ("Happy to approve this one", "approve", "KP-E-0212"),
        (
            "Reject please. He already had it from petty cash.",
            "reject",
            "KP-E-0212 reason: please. He already had it from petty cash.",
        ),
        ("Reject KP-E-0212 - no receipt", "reject", "KP-E-0212 - no receipt"),
        ("Declined: parking is not covered", "reject", "KP-E-0212 reason: parking is not covered"),
    ],
)
def test_a_command_names_the_claim_of_the_subject(text: str, command: str, args: str) -> None:
    fact = one(recognise, Kind.COORDINATOR_COMMAND, draft(text, subject="Re: Claim KP-E-0212", who=CAROL))
    assert (fact.fields.command, fact.fields.command_args) == (command, args)


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("Ana rang me about Saturday, please mark H-04 as visited on 2 April.", "H-04 2026-04-02 took_place"),
        (
            "Please put down H-06 for 8 April as did not take place, she was out.",
            "H-06 2026-04-08 did_not_take_place",
        ),
        ("Could you record P-12 as cancelled on 20 April", "P-12 2026-04-20 cancelled"),
        ("log H-06 as missed yesterday please", "H-06 2026-04-22 did_not_take_place"),
        ("Please note that Salma was seen on 21 April.", "H-06 2026-04-21 took_place"),
        ("Ana phoned: H-04 went ahead on 6 April, can you put that in.", "H-04 2026-04-06 took_place"),
        ("H-06 did not happen on 8 April, please log it", "H-06 2026-04-08 did_not_take_place"),
        (
            "The visit to P-12 on 20 April was called off, could you note this down please",
            "P-12 2026-04-20 cancelled",
        ),
        ("H-04 took place on 3 April, for the record", "H-04 2026-04-03 took_place"),
    ],
)
def test_an_officer_has_an_outcome_recorded_in_a_sentence(text: str, args: str) -> None:
    fact = one(recognise, Kind.COORDINATOR_COMMAND, draft(text, who=CAROL))
    assert (fact.fields.command, fact.fields.command_args) == ("record_outcome", args)


@pytest.mark.parametrize(
    "text",
    [
        "I saw H-06 on 2 April, all well",
        "Did you record H-06 as visited?",
        "She was done with her exam",
        "Approve of this? no",
    ],
)
def test_an_officers_other_sentences_command_nothing(text: str) -> None:
    assert Kind.COORDINATOR_COMMAND not in kinds(recognise, draft(text, who=CAROL))


@pytest.mark.parametrize("text", ["Approve. He's right about that meter.", "approved! She told me beforehand."])
def test_a_remark_behind_a_command_is_no_part_of_it(text: str) -> None:
    fact = one(recognise, Kind.COORDINATOR_COMMAND, draft(text, subject="Re: Claim KP-E-0212", who=CAROL))
    assert (fact.fields.command, fact.fields.command_args) == ("approve", "KP-E-0212")
    assert "he" not in fact.evidence.casefold()


@pytest.mark.parametrize(
    "text", ["Approve. But not the taxi.", "Approve. Actually no.", "Approve. Only half of it.", "Approve. Or is it?"]
)
def test_a_remark_that_takes_a_command_back_leaves_none(text: str) -> None:
    assert Kind.COORDINATOR_COMMAND not in kinds(recognise, draft(text, who=CAROL))


def test_two_claims_in_one_sentence_are_two_commands_to_be_made_sure_of() -> None:
    found = list(recognise(draft("Please approve KP-E-0141 and KP-E-0142.", who=CAROL)))
    assert [(f.fields.command, f.fields.command_args, f.sure) for f in found] == [
        ("approve", "KP-E-0141", False),
        ("approve", "KP-E-0142", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you dear, you are good to keep us all straight.",
        "Bless you, you are a star",
        "Thanks, doing a great job",
    ],
)
def test_praise_goes_with_thanks(text: str) -> None:
    assert kinds(recognise, draft(text)) == {Kind.ACKNOWLEDGEMENT}


def test_a_visitor_has_nothing_recorded_by_command() -> None:
    assert Kind.COORDINATOR_COMMAND not in kinds(recognise, draft("Please mark H-04 as visited on 2 April."))


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    for fact in recognise(draft(text, who=CAROL)):
        assert fact.evidence == text[fact.span.start : fact.span.end]
