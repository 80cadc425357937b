"""Only the writer's own call to the helpline is the call; and whom a worry is about: who does harm (C4, L18, L29)."""

from datetime import datetime

import pytest

from mailbot.events import COORDINATOR, Kind
from mailbot.workflows.safeguarding.recognise import recognise
from tests.reading.speaking import LONDON, draft, one

CONCERN = Kind.SAFEGUARDING_CONCERN


@pytest.mark.duty("C4")
@pytest.mark.parametrize(
    "text",
    [
        "He rang me at 9.30 this morning and said that he wants to die.",
        "She called at ten past nine this morning in tears, her husband had hit her.",
        "My daughter rang at 9.15 this morning, she saw him being beaten.",
        "Pavel phoned at 9.15 this morning, he has been beaten.",
        "They called him to the office at 9.30 this morning and beat him.",
        "He was called a grass at 9.30 this morning and they beat him again.",
        "I rang you at 9.15 this morning, she wants to die.",
        "I called the police at 9.15 this morning, she had been beaten.",
        "She hung up at 9.15 this morning. She has been beaten.",
    ],
)
def test_a_call_of_or_to_somebody_else_is_not_the_call_to_the_helpline(text: str) -> None:
    found = one(recognise, CONCERN, draft(text))
    assert found.fields.call_logged_at is None
    assert not found.sure


@pytest.mark.duty("C4")
@pytest.mark.parametrize(
    ("text", "day", "hour", "minute", "wait"),
    [
        ("He rang me at nine, he wants to die. I rang the helpline at 9.15 this morning.", 23, 9, 15, None),
        ("I then called at 9.15 this morning. She has been beaten.", 23, 9, 15, None),
        ("called 9.15 this morning, waited 4 mins, she was beaten", 23, 9, 15, 4),
        ("spoke with helpline 10.05am re suicidal thoughts", 23, 10, 5, None),
        ("I phoned it in last night at ten past nine. She said that her uncle touches her.", 22, 21, 10, None),
        (
            "I tried the line at six on Sunday evening, hung up after 25 minutes, and at 8.15pm they took the "
            "details within two minutes. He had been assaulted.",
            *(19, 20, 15, 2),
        ),
    ],
)
def test_the_writers_own_call_is(text: str, day: int, hour: int, minute: int, wait: int | None) -> None:
    fields = one(recognise, CONCERN, draft(text)).fields
    assert fields.call_logged_at == datetime(2026, 4, day, hour, minute, tzinfo=LONDON)
    assert fields.call_wait_minutes == wait


@pytest.mark.duty("C4")
@pytest.mark.parametrize(
    "text",
    [
        "Rang the helpline at ten to seven, he wants to die.",  # written at a quarter past six in the evening
        "Rang the helpline last night at twenty past two, he wants to die.",
    ],
)
def test_an_hour_that_may_be_of_another_day_is_asked_about(text: str) -> None:
    fields = one(recognise, CONCERN, draft(text)).fields
    assert (fields.call_logged_at, fields.call_time_exact) in ((None, False), (_THIS_MORNING, True))


_THIS_MORNING = datetime(2026, 4, 23, 6, 50, tzinfo=LONDON)


@pytest.mark.duty("L18")
@pytest.mark.duty("L29")
@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("I have heard from two residents that Carol touches them in ways that they do not like.", COORDINATOR),
        ("The coordinator has been letting himself into the women's rooms at night.", COORDINATOR),
        ("Omar told me that Carol had hit him.", COORDINATOR),
        ("I told Carol that Omar was hit.", "client"),
        ("The coordinator has been trying to reach Omar since he was beaten.", "client"),
        ("Omar was called to the office and beaten.", "client"),
        ("One of the visitors has been stroking her hair.", "volunteer"),
        ("He has found out where I live and keeps standing outside my house.", "volunteer"),
        ("Omar keeps asking me how many tablets are enough to die.", "client"),
        ("Omar asked if I could get hold of something to make it quick.", "client"),
    ],
)
def test_a_worry_is_about_whoever_does_harm_in_the_scheme(text: str, about: str) -> None:
    assert one(recognise, CONCERN, draft(text)).fields.concern_about == about
