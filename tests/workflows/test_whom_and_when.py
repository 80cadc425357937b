"""Whom a concern is about and how soon; which accidents are told; when the helpline was rung (B13, C3, C4, L20)."""

from dataclasses import replace
from datetime import datetime

import pytest

from mailbot.events import Kind, Urgency
from mailbot.workflows.safeguarding.recognise import recognise
from tests.reading.speaking import LONDON, THURSDAY, around, draft, kinds, one

CONCERN = Kind.SAFEGUARDING_CONCERN


@pytest.mark.duty("L20")
@pytest.mark.parametrize(
    "text",
    [
        "Since all that with Omar I keep seeing his face. I'm not really eating and I burst into tears at work.",
        "After that lad died on my ward I can't seem to feel anything. Don't ring the house, my mum picks up.",
        "I keep dreaming of Salma's door. Driving home I thought how easy it would be not to turn the wheel.",
        "A man followed me from Omar's hotel and shouted me things.",
        "I missed the bottom step after seeing Omar. Ambulance, a sprained ankle and two stitches.",
    ],
)
def test_what_the_writer_suffers_is_about_the_volunteer_though_a_client_is_named(text: str) -> None:
    assert one(recognise, CONCERN, draft(text)).fields.concern_about == "volunteer"


@pytest.mark.parametrize(
    "text",
    [
        "I saw Tomas and he keeps crying. I can't sleep for thinking of it.",
        "Tomas told me he can't feel anything and thought of not turning the wheel.",
        "I keep seeing bruises on Tomas, he was beaten.",
        "A man followed me and Tomas and hit him.",
        "I was with Tomas. My lad wants to die.",
    ],
)
@pytest.mark.duty("B13")
def test_what_a_client_suffers_is_not_about_the_volunteer(text: str) -> None:
    assert one(recognise, CONCERN, draft(text)).fields.concern_about != "volunteer"


@pytest.mark.duty("L18")
@pytest.mark.parametrize(
    "text",
    [
        "Dear Mrs Whitby, Omar told me that Ben asked him twice to lend money and has not given it back. I am sorry.",
        "Dear Carol, on the train Mr Okafor said that he has carried a packet in to the man he visits. Yours, Ana P",
    ],
)
def test_a_volunteer_is_named_by_either_name_and_the_coordinator_is_only_greeted(text: str) -> None:
    assert one(recognise, CONCERN, draft(text)).fields.concern_about == "volunteer"


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("For the baby of Salma there is no more milk powder since Friday.", "child"),
        ("The baby of Salma is not gaining weight.", "child"),
        ("Salma is pregnant and says the baby has not moved since Sunday.", "client"),
    ],
)
def test_a_baby_that_is_not_fed_is_the_child_that_it_is_about(text: str, whom: str) -> None:
    assert one(recognise, CONCERN, draft(text)).fields.concern_about == whom


@pytest.mark.duty("L18")
def test_a_coordinator_who_is_spoken_of_is_still_the_one() -> None:
    text = "Dear all, Omar told me that Carol asked him twice to lend money. Ben saw it too, I think."
    assert one(recognise, CONCERN, draft(text)).fields.concern_about == "coordinator"


@pytest.mark.duty("C3")
@pytest.mark.parametrize(
    "text",
    [
        "A man followed me to the bus stop. He is outside the shop now.",
        "Two lads are following me and I daren't leave the pub.",
        "He has tied a sheet to the bars.",
        "She says she tied the belt round the rail.",
    ],
)
def test_danger_as_it_is_written_is_imminent(text: str) -> None:
    assert one(recognise, CONCERN, draft(text)).fields.urgency is Urgency.IMMINENT


@pytest.mark.parametrize(
    "text", ["A man followed me last week, it still bothers me.", "He was followed home and is outside the system."]
)
def test_what_is_over_is_not_imminent(text: str) -> None:
    assert one(recognise, CONCERN, draft(text)).fields.urgency is not Urgency.IMMINENT


def test_not_a_matter_for_today_is_not_urgent() -> None:
    text = (
        "Not a matter for today. The ceiling is black with damp and the landlord has ignored three letters about it."
    )
    assert one(recognise, CONCERN, draft(text)).fields.urgency is Urgency.NON_URGENT


@pytest.mark.parametrize(
    "text", ["He was beaten. u ring the hotel", "He was beaten. Pls someone get through", "He was beaten. Ring me."]
)
def test_a_short_order_is_the_action_that_is_asked_for(text: str) -> None:
    assert one(recognise, CONCERN, draft(text)).fields.action_requested


@pytest.mark.duty("L20")
@pytest.mark.parametrize(
    "text",
    [
        "Leo came off the rope pyramid and landed on his left wrist.",
        "Next door's dog got me on the calf and broke the skin.",
        "She slid off the chair in a dead faint.",
        "I lost her for 35 mins in the shop.",
        "He wandered off for ten minutes and I was beside myself.",
        "A slate came off the roof and broke where I had stood.",
        "I missed the last step and went my length.",
        "The x-ray shows a small break.",
    ],
)
def test_an_accident_or_a_near_miss_told_in_passing_is_reported(text: str) -> None:
    assert Kind.INCIDENT_REPORT in kinds(recognise, draft(text))


@pytest.mark.parametrize(
    "text",
    [
        "As Banquo he was stabbed, fell off the stage and came back covered in ketchup.",
        "The giant tripped over the cow, to great applause.",
        "We landed on our feet with that cafe.",
        "The light came on and we saw where we were.",
        "I lost her at chess and she lost me at draughts.",
        "The dog got a biscuit from him.",
    ],
)
def test_what_is_played_or_harmless_is_no_accident(text: str) -> None:
    assert Kind.INCIDENT_REPORT not in kinds(recognise, draft(text))


MORNING = THURSDAY.replace(hour=9)
LATE = THURSDAY.replace(hour=23, minute=52)


@pytest.mark.duty("C4")
@pytest.mark.parametrize(
    ("now", "text", "at"),
    [
        (MORNING, "Yesterday he told me. I rang the line at quarter past six in the evening.", (22, 18, 15)),
        (MORNING, "I rang the line at ten to one yesterday dinnertime.", (22, 12, 50)),
        (LATE, "Met him tonight. I rang the line at twenty past 11.", (23, 23, 20)),
    ],
)
def test_the_half_of_the_day_follows_from_what_the_mail_says(
    now: datetime, text: str, at: tuple[int, int, int]
) -> None:
    written = replace(draft(f"He was beaten. {text}"), around=around(now))
    day, hour, minute = at
    fields = one(recognise, CONCERN, written).fields
    assert fields.call_logged_at == datetime(2026, 4, day, hour, minute, tzinfo=LONDON)


@pytest.mark.duty("C4")
@pytest.mark.parametrize(
    ("now", "text"),
    [
        (MORNING, "Yesterday he told me. I rang the line at twenty to five."),
        (MORNING, "I rang the line at ten to one yesterday."),
        (LATE, "I rang the line at twenty past 11."),
        (LATE, "I rang the line at 7 pm less ten."),
        (LATE, "I rang the line jus now."),
        (MORNING, "On Monday he told me. I rang the line at quarter past six in the evening."),
    ],
)
def test_where_it_may_be_either_the_writer_is_asked(now: datetime, text: str) -> None:
    written = replace(draft(f"He was beaten. {text}"), around=around(now))
    assert one(recognise, CONCERN, written).fields.call_logged_at is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("i rang compass line just now", "compass line"),
        ("I called the Harrow Moor Line today at 12.40", "Harrow Moor Line"),
        ("rang the helpline", None),
    ],
)
def test_the_helpline_is_named_in_haste_too(text: str, name: str | None) -> None:
    assert one(recognise, CONCERN, draft(f"He was beaten. {text}")).fields.helpline == name


@pytest.mark.parametrize("end", ["Kisses, Salma", "Many kisses\nSalma", "Love and kisses, Omar"])
def test_kisses_at_the_end_of_a_letter_are_no_sign(end: str) -> None:
    assert kinds(recognise, draft(f"We had tea.\n{end}")) == set()


@pytest.mark.duty("B13")
@pytest.mark.parametrize("text", ["The guard kisses Salma.", "Kisses Salma when nobody is there."])
def test_kisses_for_a_client_are_one(text: str) -> None:
    assert CONCERN in kinds(recognise, draft(text))


def test_homesick_and_no_more_is_no_worry() -> None:
    line = "Any worries: He misses his mother only. He spoke with her by video and she is fine."
    assert kinds(recognise, draft(line)) == set()


@pytest.mark.duty("B13")
@pytest.mark.parametrize(
    "value", ["He misses his mother and cries", "Only that he misses his dose", "He misses her, but"]
)
def test_more_than_homesick_is_one(value: str) -> None:
    assert kinds(recognise, draft(f"Any worries: {value}")) == {CONCERN}
