from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.events import Kind
from mailbot.workflows.people.recognise import recognise
from tests.reading.speaking import ASKED_OUTCOME, BEN, LONDON, draft, kinds, one


@pytest.mark.duty("S7")
@pytest.mark.parametrize(
    "text",
    [
        "I'm away from 3 to 17 May",
        "I am on holiday from 3 May to 17 May",
        "I'll be away from 3rd May for a fortnight",
    ],
)
def test_somebody_away_says_from_when_to_when(text: str) -> None:
    fact = one(recognise, Kind.UNAVAILABLE, draft(text))
    assert (fact.sure, fact.fields.period_from, fact.fields.period_to) == (True, date(2026, 5, 3), date(2026, 5, 17))


def test_an_absence_without_its_end_is_asked() -> None:
    fact = one(recognise, Kind.UNAVAILABLE, draft("I'm away from 3 May"))
    assert (fact.sure, fact.unsure_of) == (False, "period_to")


@pytest.mark.duty("B9")
def test_stopping_a_client_and_leaving_the_scheme_are_two_things() -> None:
    assert kinds(recognise, draft("I'd rather not go on seeing Omar.")) == {Kind.STOP_VISITING}
    assert kinds(recognise, draft("I want to leave the scheme.")) == {Kind.LEAVE_SCHEME}
    assert kinds(recognise, draft("I would never leave the scheme.")) == set()


@pytest.mark.duty("B6")
def test_new_details_are_read() -> None:
    fact = one(recognise, Kind.CONTACT_CHANGE, draft("Please use ana2@example.net and 07700 900123 from now on."))
    assert (fact.fields.new_email, fact.fields.new_phone) == ("ana2@example.net", "07700 900123")


def test_a_number_that_is_only_mentioned_changes_nothing() -> None:
    assert kinds(recognise, draft("The warden is on 01632 960111.")) == set()


@pytest.mark.duty("L23")
@pytest.mark.parametrize(
    "text", ["Home safe", "out n safe", "I'm home safe, thanks", "Out of the prison in one piece"]
)
def test_home_safe_checks_out(text: str) -> None:
    assert one(recognise, Kind.LONE_CHECK_OUT, draft(text)).sure


@pytest.mark.parametrize(
    "text", ["not home safe", "Is she home safe?", "I'm not back safe yet", "home safe if the bus comes"]
)
@pytest.mark.duty("L23")
def test_a_doubtful_home_safe_never_checks_out(text: str) -> None:
    assert Kind.LONE_CHECK_OUT not in kinds(recognise, draft(text))


def test_home_safe_with_something_else_in_the_sentence_is_asked() -> None:
    assert not one(recognise, Kind.LONE_CHECK_OUT, draft("Home safe though he followed the car")).sure


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Going in now with Omar, out by 8", datetime(2026, 4, 23, 20, tzinfo=LONDON)),
        ("Setting off to Omar, home by 9.30pm", datetime(2026, 4, 23, 21, 30, tzinfo=LONDON)),
        (
            "I am taking Omar to the cinema now. Two hours and fifteen minutes, then home.",
            datetime(2026, 4, 23, 20, 30, tzinfo=LONDON),
        ),
    ],
)
@pytest.mark.duty("L23")
def test_checking_in_says_when_to_expect_the_visitor(text: str, back: datetime) -> None:
    fact = one(recognise, Kind.LONE_CHECK_IN, draft(text))
    assert (fact.sure, fact.fields.expected_back_at) == (True, back)


def test_checking_in_without_a_time_back_is_asked() -> None:
    fact = one(recognise, Kind.LONE_CHECK_IN, draft("On my way to Omar"))
    assert (fact.sure, fact.unsure_of) == (False, "expected_back_at")


def test_a_question_is_for_a_person() -> None:
    assert kinds(recognise, draft("Who pays for the bus pass?")) == {Kind.QUESTION_OTHER}
    assert kinds(recognise, draft("Kindly tell me his address.")) == {Kind.QUESTION_OTHER}


@given(st.text(max_size=80), st.sampled_from(["", "away from ", "home safe ", "please use ", "out by "]))
def test_no_text_makes_it_raise(text: str, start: str) -> None:
    whole = start + text
    for fact in recognise(draft(whole, ASKED_OUTCOME, who=BEN)):
        assert fact.evidence == whole[fact.span.start : fact.span.end]
