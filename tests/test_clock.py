"""The two clocks: office hours, bank holidays, and the nights on which the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.clock import Deadline, FixedClock, OfficeHours

LONDON = ZoneInfo("Europe/London")
OFFICE = OfficeHours(LONDON)


def local(text):
    """A local time of London as a moment."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-05-11 10:00", "2026-05-11 10:00"),
        ("2026-05-11 08:59", "2026-05-11 09:00"),
        ("2026-05-11 17:30", "2026-05-12 09:00"),
        ("2026-05-15 18:00", "2026-05-18 09:00"),
        ("2026-05-22 18:00", "2026-05-26 09:00"),  # Monday 25 May is a bank holiday
        ("2026-12-24 18:00", "2026-12-29 09:00"),  # Christmas, Boxing Day (a Saturday) and its substitute
        ("2026-03-27 18:00", "2026-03-30 09:00"),  # the clocks go forward on the Sunday
        ("2026-10-23 18:00", "2026-10-26 09:00"),  # and back
    ],
)
def test_administration_waits_for_the_next_opening(at, opens):
    assert OFFICE.next_open(local(at)) == local(opens)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC)))
def test_the_next_opening_is_open_and_never_earlier(at):
    found = OFFICE.next_open(at)
    assert found >= at
    assert OFFICE.is_open(found)


def test_working_days_before_a_day_leave_out_weekends_and_bank_holidays():
    tuesday = date(2026, 5, 26)  # Monday 25 May 2026 is a bank holiday
    assert OFFICE.working_day_before(tuesday) == date(2026, 5, 22)
    assert OFFICE.working_day_before(tuesday, 2) == date(2026, 5, 21)


def test_what_comes_each_working_morning_comes_next_on_the_next_working_morning_and_never_twice():
    tuesday, friday = OFFICE.at(date(2026, 5, 26), time(9)), OFFICE.at(date(2026, 5, 22), time(9))
    assert OFFICE.next_at(time(9), local("2026-05-22 08:59")) == friday
    assert OFFICE.next_at(time(9), friday) == tuesday


def test_nine_in_the_morning_is_nine_in_the_morning_on_both_sides_of_a_clock_change():
    before, after = OFFICE.at(date(2026, 3, 28), time(9)), OFFICE.at(date(2026, 3, 29), time(9))
    assert after - before == timedelta(hours=23)


def test_an_hour_that_the_clock_change_skips_still_means_a_moment():
    skipped = OFFICE.at(date(2026, 3, 29), time(1, 30))
    assert skipped.astimezone(LONDON).date() == date(2026, 3, 29)


def test_scotland_keeps_its_own_holidays():
    second_of_january = local("2026-01-02 10:00")
    assert OFFICE.is_open(second_of_january)
    assert not OfficeHours(LONDON, region="SCT").is_open(second_of_january)


def test_a_fixed_clock_stands_still_until_it_is_moved():
    clock = FixedClock(datetime(2026, 5, 11, 10, tzinfo=UTC))
    assert clock.now() == clock.now()
    clock.move_by(timedelta(minutes=5))
    assert clock.now() == datetime(2026, 5, 11, 10, 5, tzinfo=UTC)


def test_a_deadline_counts_down_and_never_below_nothing():
    ticks = iter([100.0, 104.0, 200.0])
    deadline = Deadline(105.0, lambda: next(ticks))
    assert [deadline.left(), deadline.left(), deadline.left()] == [5.0, 1.0, 0.0]
