from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.events import Kind, Urgency
from mailbot.workflows.safeguarding.recognise import recognise
from tests.reading.speaking import ASKED_CALL, LONDON, THURSDAY, around, draft, kinds, one

FORM = """Person visited: H-04
Urgency: urgent
Harm to be prevented: he says that he will jump
Action asked for: a welfare check tonight
Helpline called: yes
Call logged at: 14.35
Waiting time (minutes): 12"""
CONCERN = Kind.SAFEGUARDING_CONCERN


@pytest.mark.duty("C2")
@pytest.mark.duty("C4")
def test_the_form_gives_harm_action_and_the_exact_time_of_the_call() -> None:
    fields = one(recognise, CONCERN, draft(FORM)).fields
    assert (fields.urgency, fields.asked_outside) == (Urgency.URGENT, True)
    assert fields.harm == "he says that he will jump"
    assert fields.action_requested == "a welfare check tonight"
    assert fields.call_logged_at == datetime(2026, 4, 23, 14, 35, tzinfo=LONDON)
    assert (fields.call_time_exact, fields.call_wait_minutes) == (True, 12)


@pytest.mark.duty("C2")
def test_a_form_without_the_action_asks_nothing_of_the_outside() -> None:
    fields = one(recognise, CONCERN, draft("Urgency: urgent\nHarm: he is being hit")).fields
    assert fields.asked_outside is False


def test_free_text_never_asks_the_outside() -> None:
    assert one(recognise, CONCERN, draft("He wants to die. Please send a doctor.")).fields.asked_outside is None


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("not urgent", "non_urgent"),
        ("Urgent!", "urgent"),
        ("imminent danger", "imminent"),
        ("dunno", "unclear"),
        ("", "unclear"),
    ],
)
def test_the_urgency_line_is_read_and_unclear_if_it_is_odd(said: str, level: str) -> None:
    fact = one(recognise, CONCERN, draft(f"Urgency: {said}\nHarm: no food in the house"))
    assert fact.fields.urgency is Urgency(level)


@pytest.mark.parametrize("call", ["about 3ish", "just now", "still on hold", "5", "2.35", "yes"])
@pytest.mark.duty("C4")
def test_a_vague_call_time_is_never_filled_in(call: str) -> None:
    fields = one(recognise, CONCERN, draft(f"Harm: he will be evicted\nCall logged at: {call}")).fields
    assert fields.call_logged_at is None
    assert fields.call_time_exact is not True


def test_a_call_time_that_is_still_to_come_is_not_believed() -> None:
    fields = one(recognise, CONCERN, draft("Harm: evicted\nCall logged at: 23.50")).fields
    assert (fields.call_logged_at, fields.call_time_exact) == (None, False)


def test_no_call_time_comes_from_when_the_mail_was_written() -> None:
    fields = one(recognise, CONCERN, draft("He wants to die. I rang the helpline.")).fields
    assert fields.call_logged_at is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("14.35", datetime(2026, 4, 23, 14, 35, tzinfo=LONDON)),
        ("Half past two yesterday afternoon", datetime(2026, 4, 22, 14, 30, tzinfo=LONDON)),
    ],
)
def test_a_bare_time_answers_our_question_about_the_call(text: str, at: datetime) -> None:
    fact = one(recognise, CONCERN, draft(text, ASKED_CALL))
    assert (fact.fields.call_logged_at, fact.fields.client_ref) == (at, "H-04")


def test_of_morning_and_evening_only_the_past_can_hold_the_call() -> None:
    noon = replace(around(THURSDAY.replace(hour=12)), answers_question="call_time")
    fact = one(recognise, CONCERN, replace(draft("11.20"), around=noon))
    assert fact.fields.call_logged_at == THURSDAY.replace(hour=11, minute=20)


def test_a_bare_time_that_answers_nothing_is_no_concern() -> None:
    assert kinds(recognise, draft("14.35")) == set()


def test_two_times_are_for_the_writer_to_sort_out() -> None:
    text = "He was beaten. I called the line at 14.00 and again at 15.20."
    assert one(recognise, CONCERN, draft(text)).fields.call_logged_at is None


def test_a_call_told_in_plain_words_keeps_its_exact_time_and_wait() -> None:
    text = "He says he wants to die. I rang the Advice Line, they answered after 12 minutes and logged it at 17.32."
    fields = one(recognise, CONCERN, draft(text)).fields
    assert fields.call_logged_at == THURSDAY.replace(hour=17, minute=32)
    assert (fields.call_wait_minutes, fields.helpline) == (12, "Advice Line")


SAID_NONE = [
    "nowt, she's grand",
    "naw",
    "nane",
    "nein, alles gut",
    "niente",
    "she never mentioned any",
    "Neither of us saw any",
    "I noticed nothing",
    "nobody reported anything",
]
JESTS = ["just the weather", "only mine, I have blisters", "Only the state of my own shoes"]


@pytest.mark.parametrize("value", ["none", "no", "None that she told me of", "n/a", "", *JESTS, *SAID_NONE])
def test_a_worries_line_that_says_none_is_no_concern(value: str) -> None:
    assert kinds(recognise, draft(f"Any worries about safety or welfare: {value}")) == set()


NOT_NONE = [
    "nobody fed her",
    "she has nothing to eat",
    "I saw no food",
    "he never sees anyone",
    "no, but he cries at night",
    "nothing new, she still has the bruise",
    "he hasn't had anything since Monday",
    "not really eating",
    "nothing eaten all week",
    "nothing to eat in the house",
    "none of his teeth left",
    "not one meal all week",
    "not any more",
    "pas mangé",
    "nie chce jeść",
    "na he is sad",
    "nada, he is alone",
]
NO_JESTS = ["only Omar", "just her brother", "only his cough", "only that I'm not coping", "just the damp"]


@pytest.mark.duty("B13")
@pytest.mark.parametrize(
    "value", ["he was very quiet", "None, except he has a black eye", "yes", *NO_JESTS, *NOT_NONE]
)
def test_a_worries_line_that_says_anything_is_a_concern(value: str) -> None:
    assert kinds(recognise, draft(f"Any worries about safety or welfare: {value}")) == {CONCERN}


def test_of_two_calls_told_round_other_sentences_the_last_was_logged() -> None:
    first, then = "First at 2.10pm, I hung on for 15 minutes and gave up.", "Then at 3.40pm they answered at once."
    text = f"It was twice.\n{first}\n{then}\nBen"
    fact = one(recognise, Kind.SAFEGUARDING_CONCERN, draft(text, ASKED_CALL))
    assert [call.at and call.at.hour for call in fact.fields.calls] == [14, 15]


def test_a_subject_alone_can_raise_the_alarm() -> None:
    fact = one(recognise, CONCERN, draft("please ring me", subject="Omar missing"))
    assert (fact.evidence, fact.fields.urgency) == ("", Urgency.IMMINENT)


def test_harm_in_an_earlier_subject_or_our_quote_is_not_said_now() -> None:
    quoted = "On Thu Friends <visits@friends.example.org> wrote:\n> self-harm, abuse: 999"
    assert kinds(recognise, draft("All fine with Omar", quoted, "Re: Omar missing")) == set()


def test_the_writer_may_say_that_there_is_no_hurry() -> None:
    fact = one(recognise, CONCERN, draft("No great hurry, but Omar has had no heating for a week."))
    assert fact.fields.urgency is Urgency.NON_URGENT


def test_no_hurry_does_not_slow_down_danger_at_this_moment() -> None:
    fact = one(recognise, CONCERN, draft("Not urgent he says, but he is on the roof."))
    assert fact.fields.urgency is Urgency.IMMINENT


def test_the_volunteers_own_distress_is_about_the_volunteer() -> None:
    fields = one(recognise, CONCERN, draft("This isn't about Omar. I'm not coping.")).fields
    assert (fields.concern_about, fields.client_ref) == ("volunteer", None)


@pytest.mark.parametrize(
    "text",
    [
        "The evenings are long and I counted my tablets again.",
        "I keep thinking I want to end it all.",
        "Last night I laid out all my pills on the bed.",
    ],
)
def test_the_writers_own_despair_is_about_the_volunteer(text: str) -> None:
    fields = one(recognise, CONCERN, draft(text)).fields
    assert (fields.concern_about, fields.client_ref) == ("volunteer", None)


@pytest.mark.parametrize("text", ["Omar told me he wants to end it all.", "I saw that he had counted his tablets."])
def test_somebody_elses_despair_is_not_about_the_volunteer(text: str) -> None:
    assert one(recognise, CONCERN, draft(text)).fields.concern_about != "volunteer"


@pytest.mark.duty("L20")
@pytest.mark.parametrize(
    "text",
    [
        "Omar came off the swing and grazed his chin.",
        "She fell from the climbing frame on to the mat.",
        "He has a splinter in his toe, I took it out.",
        "Salma trapped her finger in the gate.",
        "He was stung by a wasp and we put ice on it.",
        "I banged my head on the boiler cupboard.",
    ],
)
def test_an_accident_is_reported(text: str) -> None:
    assert Kind.INCIDENT_REPORT in kinds(recognise, draft(text))


@pytest.mark.parametrize(
    "text",
    [
        "We fell over laughing.",
        "The head of the snowman came off.",
        "The cake fell on the floor.",
        "He says he fell off his bunk.",
        "We met by accident in town.",
    ],
)
def test_what_befalls_nobody_is_no_accident(text: str) -> None:
    assert Kind.INCIDENT_REPORT not in kinds(recognise, draft(text))


@given(st.text(max_size=80), st.sampled_from(["", "Harm: ", "Call logged at: ", "Worries: "]))
def test_no_text_makes_it_raise(text: str, label: str) -> None:
    whole = label + text
    for fact in recognise(draft(whole, ASKED_CALL)):
        assert fact.evidence == whole[fact.span.start : fact.span.end]


@pytest.mark.duty("C4")
@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("I rang at ten past nine. After 20 minutes a woman. No sorry, it was 12 minutes, not 20.", 12),
        ("I rang at ten past nine. It took 5 minutes. Sorry, eight minutes, not five.", 8),
        ("I rang at ten past nine. It took 5 minutes, the talk 20 minutes.", None),
        ("I rang at ten past nine. It took 5 minutes, the talk 20 minutes, not 30.", None),
    ],
)
def test_a_wait_that_is_put_right_takes_the_place_of_the_other(text: str, wait: int | None) -> None:
    assert one(recognise, CONCERN, draft(text, ASKED_CALL)).fields.call_wait_minutes == wait
