from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.words.times import find_minutes, find_times


def found(text: str) -> list[tuple[time | None, bool, bool]]:
    return [(f.at, f.exact, f.sure) for f in find_times(text)]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("14.35", time(14, 35)),
        ("at 14:35", time(14, 35)),
        ("2:35pm", time(14, 35)),
        ("2.35 p.m.", time(14, 35)),
        ("5pm", time(17)),
        ("9am", time(9)),
        ("half past two yesterday afternoon", time(14, 30)),
        ("7.20 in the evening", time(19, 20)),
        ("ten to five in the afternoon", time(16, 50)),
        ("quarter past nine this morning", time(9, 15)),
        ("at noon", time(12)),
        ("12am", time(0)),
    ],
)
def test_a_clear_time_is_exact_and_sure(text: str, at: time) -> None:
    assert found(text) == [(at, True, True)]


@pytest.mark.parametrize(
    ("text", "at"),
    [("half ten", time(10, 30)), ("five o'clock", time(17)), ("half past two", time(14, 30)), ("2.35", time(14, 35))],
)
def test_without_morning_or_afternoon_it_is_not_sure(text: str, at: time) -> None:
    assert found(text) == [(at, True, False)]


@pytest.mark.parametrize(
    "text", ["about 3ish", "around 14.35", "just now", "10 minutes ago", "3ish", "14.30 or so", "still on hold"]
)
@pytest.mark.duty("C4")
def test_a_vague_time_is_never_exact(text: str) -> None:
    assert [exact for _, exact, _ in found(text)] == [False]


@pytest.mark.parametrize("text", ["£14.35", "12/05/2026", "41 miles", "3.45£", "H-04", "28.04.2026"])
def test_money_dates_and_references_are_no_times(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("12 minutes", 12),
        ("about three minutes", 3),
        ("twenty minute", 20),
        ("an hour", 60),
        ("twenty-five mins", 25),
        ("a quarter of an hour", 15),
        ("half an hour", 30),
        ("three-quarters of an hour", 45),
        ("an hour and a half", 90),
        ("two hours and half", 150),
        ("two and a half hours", 150),
        ("1.5 hours", 90),
        ("2½ hrs", 150),
        ("ninety minutes", 90),
        ("one and three quarter hours", 105),
        ("an hour and quarter", 75),
    ],
)
def test_waiting_times_are_minutes(text: str, minutes: int) -> None:
    assert [found for found, _ in find_minutes(text)] == [minutes]


@given(st.times(), st.sampled_from(["%H:%M", "%H.%M"]))
def test_every_time_of_the_24_hour_clock_is_read_back(at: time, form: str) -> None:
    (only,) = find_times(f"logged at {at.strftime(form)}")
    assert only.at is not None
    assert (only.at.minute, only.exact) == (at.minute, True)
    assert only.at.hour == at.hour


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    for each in find_times(text):
        assert 0 <= each.span.start < each.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "at"), [("at two", time(14)), ("tomorrow at 3", time(15)), ("at 14h30", time(14, 30))]
)
def test_an_hour_alone_is_a_time_behind_at(text: str, at: time) -> None:
    assert [f[0] for f in found(text)] == [at]


@pytest.mark.parametrize("text", ["at two schools", "at 3 High Street", "at one point", "at ten different places"])
def test_a_number_of_things_is_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("at 15h", time(15)),
        ("logged 1415 hrs", time(14, 15)),
        ("at 1641", time(16, 41)),
        ("nine in the morning", time(9)),
        ("the six of the afternoon", time(18)),
        ("eight at night", time(20)),
        ("12 at night", time(0)),
        ("8 tonight", time(20)),
        ("at 8 this evening", time(20)),
        ("2-30pm", time(14, 30)),
        ("14 h 35", time(14, 35)),
    ],
)
def test_other_clear_ways_to_say_a_time(text: str, at: time) -> None:
    assert found(text) == [(at, True, True)]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("at four forty-one", time(16, 41)),
        ("12 minutes past 3", time(15, 12)),
        ("at two fifteen", time(14, 15)),
        ("half-past-three", time(15, 30)),
        ("a quarter after three", time(15, 15)),
        ("five and twenty to six", time(17, 35)),
    ],
)
def test_a_spoken_time_is_exact_but_may_be_morning(text: str, at: time) -> None:
    assert found(text) == [(at, True, False)]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("7 till 2", time(7)),
        ("three till half past four", time(15)),
        ("from 11 to 15", time(11)),
        ("from 10 till 14", time(10)),
        ("1 till 3", time(13)),
    ],
)
def test_a_stretch_of_time_tells_first_when_it_began(text: str, at: time) -> None:
    assert found(text)[0] == (at, True, False)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2-4pm", time(14)),
        ("from 2 to 4pm", time(14)),
        ("8-10pm", time(20)),
        ("10-2pm", time(10)),
        ("11 to 1pm", time(11)),
        ("12-2pm", time(12)),
        ("1-3am", time(1)),
    ],
)
def test_where_its_end_says_morning_or_afternoon_so_does_its_beginning(text: str, at: time) -> None:
    assert found(text)[0] == (at, True, True)


def test_between_two_hours_is_not_good_to_the_minute() -> None:
    assert found("between 2 and 4pm")[0] == (time(14), False, True)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("ten to six last night", time(17, 50)),
        ("8 and quarter in the night", time(20, 15)),
        ("got through 9.15 tonight", time(21, 15)),
        ("half past ten last night", time(22, 30)),
        ("7 and half in the morning", time(7, 30)),
        ("9.15 Tuesday morning", time(9, 15)),
        ("20 past 3 yesterday afternoon", time(15, 20)),
    ],
)
def test_a_part_of_the_day_behind_it_makes_a_time_sure(text: str, at: time) -> None:
    assert found(text) == [(at, True, True)]


@pytest.mark.parametrize("text", ["two and half hours in the sun", "2 and a half of them", "5 to 3 today"])
def test_parts_of_other_things_are_no_times(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["2 to 3 people", "12-40", "7 to 2", "the year 1415", "3h of driving", "by two buses"]
)
def test_figures_that_are_no_times(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["back by six", "out about 17", "home till 3"])
def test_by_a_time_is_not_good_to_the_minute(text: str) -> None:
    assert [exact for _, exact, _ in found(text)] == [False]
