from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.words.dates import Direction, find_dates

FRIDAY = date(2026, 4, 24)


def found(text: str, direction: Direction = Direction.PAST, today: date = FRIDAY) -> list[tuple[str, bool]]:
    return [(str(f.day), f.sure) for f in find_dates(text, today, direction)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/04/2026", "2026-04-12"),
        ("14.04.2026", "2026-04-14"),
        ("16/4/26", "2026-04-16"),
        ("2026-04-01", "2026-04-01"),
        ("saw him on 12 April", "2026-04-12"),
        ("12th April 2026", "2026-04-12"),
        ("April 12", "2026-04-12"),
        ("Tuesday 14 April 2026", "2026-04-14"),
        ("the 12th of March", "2026-03-12"),
        ("today", "2026-04-24"),
        ("yesterday", "2026-04-23"),
        ("last night", "2026-04-23"),
        ("the day before yesterday", "2026-04-22"),
        ("two days ago", "2026-04-22"),
        ("last Tuesday", "2026-04-21"),
        ("on Saturday", "2026-04-18"),
        ("Saturday just gone", "2026-04-18"),
        ("on the 14th", "2026-04-14"),
        ("Saturday the 4th", "2026-04-04"),
        ("Friday 27th", "2026-03-27"),
    ],
)
def test_a_day_gone_by_is_read_as_the_british_write_it(text: str, day: str) -> None:
    assert found(text) == [(day, True)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", "2026-04-25"),
        ("on Saturday", "2026-04-25"),
        ("on the 14th", "2026-05-14"),
        ("next Tuesday", "2026-04-28"),
        ("12 May", "2026-05-12"),
        ("5 January", "2027-01-05"),
    ],
)
def test_a_day_to_come_is_looked_for_ahead(text: str, day: str) -> None:
    assert found(text, Direction.FUTURE)[0][0] == day


TUESDAY = date(2026, 5, 26)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("a week last Saturday", "2026-05-16"),
        ("a week ago on Thursday", "2026-05-14"),
        ("a week ago yesterday", "2026-05-18"),
        ("Sunday just past", "2026-05-24"),
        ("Easter Monday", "2026-04-06"),
        ("Good Friday", "2026-04-03"),
        ("Mothering Sunday", "2026-03-15"),
        ("Pancake Tuesday", "2026-02-17"),
        ("the first Saturday in May", "2026-05-02"),
        ("the last Saturday of March", "2026-03-28"),
        ("Sunday the 24th", "2026-05-24"),
        ("j'y suis allé hier", "2026-05-25"),
        ("ayer estuve con él", "2026-05-25"),
    ],
)
def test_roundabout_ways_to_name_a_day_gone_by(text: str, day: str) -> None:
    assert found(text, today=TUESDAY) == [(day, True)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Friday the 29th", "2026-05-29"),
        ("the friday 29", "2026-05-29"),
        ("see him again 22nd", "2026-06-22"),
        ("I will be there on 22.08", "2026-08-22"),
        ("Sunday week", "2026-06-07"),
        ("a week on Saturday", "2026-06-06"),
        ("the first Saturday in June", "2026-06-06"),
        ("Boxing Day", "2026-12-26"),
    ],
)
def test_roundabout_ways_to_name_a_day_to_come(text: str, day: str) -> None:
    asked_for = [(day, day < "2026-12")]  # what lies more than two hundred days ahead is asked about
    assert found(text, Direction.FUTURE, TUESDAY) == asked_for


@pytest.mark.parametrize(
    "text", ["Tuesday next", "on bank holiday Monday", "I go on 31", "in 2 wks", "the last Saturday in December"]
)
def test_a_roundabout_day_that_could_be_another_is_asked(text: str) -> None:
    assert [sure for _, sure in found(text, Direction.FUTURE, TUESDAY)] == [False]


@pytest.mark.parametrize("text", ["on 4.50 each", "came 22nd of 30", "at number 31", "on 7.30pm"])
def test_numbers_that_are_no_days(text: str) -> None:
    assert found(text, Direction.FUTURE, TUESDAY) == []


def test_day_comes_before_month() -> None:
    assert found("03/04/2026") == [("2026-04-03", True)]


@pytest.mark.parametrize("text", ["30/02/2026", "31 April", "05/13/2026"])
def test_a_day_that_does_not_exist_is_not_guessed(text: str) -> None:
    assert found(text) == [("None", False)]


def test_last_friday_on_a_friday_is_a_week_earlier_and_asked() -> None:
    assert found("last Friday") == [("2026-04-17", False)]


@pytest.mark.parametrize("text", ["Tuesday 15 April 2026", "Friday", "12 May", "two weeks ago", "marks: 9/10"])
def test_what_may_mean_another_day_is_not_sure(text: str) -> None:
    assert [sure for _, sure in found(text)] == [False]


@pytest.mark.parametrize(
    "text",
    ["may", "I sat with him", "in the sun", "at 14.35", "£3.10", "half 2", "the 2nd time", "LF/12", "07700 900123"],
)
def test_other_words_and_numbers_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_the_span_is_the_words_of_the_date() -> None:
    text = "I saw Omar on Tuesday 14 April 2026 at two."
    (only,) = find_dates(text, FRIDAY)
    assert text[only.span.start : only.span.end] == "Tuesday 14 April 2026"


RELATIVE = st.sampled_from(
    ["yesterday", "today", "last Tuesday", "on Saturday", "three days ago", "Monday just gone"]
)


@given(RELATIVE, st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_relative_day_moved_by_a_week_moves_by_a_week(text: str, today: date) -> None:
    (now,), (later,) = find_dates(text, today), find_dates(text, today + timedelta(days=7))
    assert now.day is not None
    assert later.day == now.day + timedelta(days=7)
    assert later.sure == now.sure


@given(
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%-d %B %Y", "%A %-d %B %Y"]),
)
def test_every_full_date_is_read_back(day: date, form: str) -> None:
    assert [f.day for f in find_dates(f"on {day.strftime(form)}.", day)] == [day]


@given(st.text(max_size=60), st.sampled_from(Direction))
def test_no_text_makes_it_raise(text: str, direction: Direction) -> None:
    for each in find_dates(text, FRIDAY, direction):
        assert 0 <= each.span.start < each.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("day before yesterday", "2026-04-22"),
        ("tuseday", "2026-04-21"),
        ("on saterday", "2026-04-18"),
        ("Weds", "2026-04-22"),
        ("3 febuary", "2026-02-03"),
        ("the 3rd inst.", "2026-04-03"),
        ("the twenty-first of March", "2026-03-21"),
        ("Monday the sixth", "2026-04-06"),
        ("the saturday 18", "2026-04-18"),
        ("Tuesday of last week", "2026-04-14"),
        ("Tuesday last", "2026-04-21"),
        ("yday", "2026-04-23"),
        ("4-4-26", "2026-04-04"),
    ],
)
def test_days_gone_by_in_other_wordings_and_spellings(text: str, day: str) -> None:
    assert found(text) == [(day, True)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sunday week", "2026-05-03"),
        ("a week on Tuesday", "2026-05-05"),
        ("Wednesday fortnight", "2026-05-13"),
        ("tomorrow week", "2026-05-02"),
        ("2moro", "2026-04-25"),
        ("Tuesday of next week", "2026-04-28"),
        ("for 12th", "2026-05-12"),
    ],
)
def test_days_to_come_in_other_wordings(text: str, day: str) -> None:
    assert found(text, Direction.FUTURE) == [(day, True)]


@pytest.mark.parametrize(
    "text",
    ["last weekend", "in a fortnight", "the following Monday", "the Sunday after", "sat, n then"],
)
def test_a_loose_day_is_found_and_asked(text: str) -> None:
    assert [sure for _, sure in found(text)] == [False]


@pytest.mark.parametrize(
    "text", ["Sat with him", "once a week", "at the first visit", "we sat, and he", "the second time"]
)
def test_words_like_days_are_no_dates(text: str) -> None:
    assert found(text) == []


THURSDAY = date(2026, 6, 18)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("a fortnight ago today", "2026-06-04"),
        ("two weeks ago today", "2026-06-04"),
        ("a fortnight ago yesterday", "2026-06-03"),
        ("a fortnight ago last Sunday", "2026-05-31"),
        ("a week ago last Tuesday", "2026-06-09"),
        ("the Tuesday before last", "2026-06-09"),
        ("the night before last", "2026-06-16"),
        ("this lunchtime", "2026-06-18"),
        ("Whit Monday", "2026-05-25"),
        ("Maundy Thursday", "2026-04-02"),
        ("on the ninth", "2026-06-09"),
        ("14 th of June", "2026-06-14"),
        ("9-Jun", "2026-06-09"),
        ("13-Jun-26", "2026-06-13"),
        ("13/June/2026", "2026-06-13"),
        ("13 June '26", "2026-06-13"),
        ("today, Thursday 18 June", "2026-06-18"),
        ("today (Thursday)", "2026-06-18"),
    ],
)
def test_a_day_gone_by_is_counted_back_as_far_as_it_is_said(text: str, day: str) -> None:
    assert found(text, today=THURSDAY) == [(day, True)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("two weeks on Saturday", "2026-07-04"),
        ("three weeks today", "2026-07-09"),
        ("3 weeks tomorrow", "2026-07-10"),
        ("a week on Tuesday", "2026-06-30"),
        ("Sunday week", "2026-06-28"),
        ("in the diary for Sunday fortnight", "2026-07-05"),
        ("day after tmrw", "2026-06-20"),
        ("2 wks tomoz", "2026-07-03"),
        ("this day fortnight", "2026-07-02"),
        ("next time 12.07", "2026-07-12"),
    ],
)
def test_a_day_to_come_is_counted_ahead_as_far_as_it_is_said(text: str, day: str) -> None:
    assert found(text, Direction.FUTURE, THURSDAY) == [(day, True)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4th and 18th July", ["2026-07-04", "2026-07-18"]),
        ("on the 4th, 11th and 18th of July", ["2026-07-04", "2026-07-11", "2026-07-18"]),
        ("on 4 and 18 July", ["2026-07-04", "2026-07-18"]),
        ("4 July and the 18th", ["2026-07-04", "2026-07-18"]),
    ],
)
def test_the_month_that_is_said_once_is_that_of_each_day_of_a_list(text: str, days: list[str]) -> None:
    assert found(text, Direction.FUTURE, THURSDAY) == [(day, True) for day in days]


@pytest.mark.parametrize(
    "text",
    [
        "yesterday week",
        "a fortnight ago on Sunday",
        "Sunday a week ago",
        "a month ago today",
        "the previous Tuesday",
        "the other Sunday",
        "Black Friday",
        "bank holiday Monday",
        "Remembrance Sunday",
        "Monday or Tuesday",
        "before Sunday",
        "the week beginning Monday",
        "w/c 15 June",
        "today (Wednesday)",
    ],
)
def test_a_day_that_may_be_another_is_never_sure(text: str) -> None:
    days = found(text, today=THURSDAY)
    assert days
    assert not any(sure for _, sure in days)


def test_days_without_an_ending_before_a_month_may_be_something_else() -> None:
    assert found("4 and 18 July", Direction.FUTURE, THURSDAY) == [("2026-07-04", False), ("2026-07-18", True)]
    assert found("£4 and 18 July", Direction.FUTURE, THURSDAY) == [("2026-07-18", True)]


@pytest.mark.parametrize("text", ["away for a week from Saturday", "I am off two weeks from Saturday"])
def test_how_long_is_no_part_of_the_day_from_which_it_counts(text: str) -> None:
    assert found(text, Direction.FUTURE, THURSDAY) == [("2026-06-20", True)]


def test_once_a_week_on_a_day_is_that_day() -> None:
    assert found("once a week on Tuesday", Direction.FUTURE, THURSDAY) == [("2026-06-23", True)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("so Satda's off", "2026-06-20"),
        ("on Thursdi", "2026-06-25"),
        ("see him the morra", "2026-06-19"),
        ("going th'morra", "2026-06-19"),
        ("see her this avvy", "2026-06-18"),
        ("I go on Sunday after service", "2026-06-21"),
        ("on Monday after we have moved", "2026-06-22"),
    ],
)
def test_days_in_dialect_and_before_something_that_comes_first(text: str, day: str) -> None:
    assert [each for each, _ in found(text, Direction.FUTURE, THURSDAY)] == [day]


@pytest.mark.parametrize("text", ["I met Frida", "a sundae each", "Sandi was there", "tomorra"])
def test_names_like_days_are_no_days(text: str) -> None:
    assert found(text, today=THURSDAY) == []


@pytest.mark.parametrize(
    ("text", "day", "sure"),
    [
        ("Next time: 1.10 Thursday", date(2026, 10, 1), False),
        ("see him 1.10, Thursday", date(2026, 10, 1), False),
        ("next visit 8.12 Tuesday", date(2026, 12, 8), True),
        ("the bus at 1.10 Monday", date(2026, 9, 21), True),
        ("coffee 3.20 Thursday", date(2026, 9, 24), True),
    ],
)
def test_a_figure_before_a_weekday_is_asked_about_where_it_may_be_that_day_or_a_time(text, day, sure):
    found = find_dates(text, date(2026, 9, 18), Direction.FUTURE)
    assert (found[0].day, found[0].sure) == (day, sure)
