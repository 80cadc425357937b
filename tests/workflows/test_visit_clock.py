"""Visits and the clock: both changes of summer time, 29 February, bank holidays, a daemon that was off, a jump."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from mailbot.clock import OfficeHours
from mailbot.ticks import prepare
from mailbot.workflows.visits.tables import visits
from tests.story import COLIN, HANA, IVO, begin, templates, to

PLAN = "Person visited: {}\nNext visit date: {}\n"


def at(tmp_path, *moment):
    """A scheme whose clock stands at that moment, UTC."""
    story = begin(tmp_path)
    story.clock.move_to(datetime(*moment, tzinfo=UTC))
    return story


def hourly(story, days):
    found = []
    for _ in range(24 * days):
        found += [(story.clock.now().astimezone(story.scheme.zone), mail) for mail in story.waits(hours=1)]
    return found


def days(story):
    rows = story.scheme.database.read(lambda conn: conn.execute(select(visits).order_by(visits.c.id)).all())
    return [(str(row.day), row.state) for row in rows]


def written(mails, address=HANA):
    return [f"{mail.template.partition('/')[2]} {when:%a %d %b %H}" for when, mail in mails if address in mail.to]


@pytest.mark.parametrize(
    ("moment", "visit", "expected"),
    [
        (
            (2026, 3, 23, 10, 0),
            "29/03/2026",  # the Sunday on which the clocks go forward
            ["before_prison Fri 27 Mar", "reminder Tue 31 Mar"],
        ),
        (
            (2026, 10, 19, 10, 0),
            "25/10/2026",  # the Sunday on which they go back
            ["before_prison Fri 23 Oct", "reminder Tue 27 Oct"],
        ),
        (
            (2026, 12, 18, 10, 0),
            "24/12/2026",  # Christmas and Boxing Day, then a weekend, then the bank holiday in lieu
            ["before_prison Wed 23 Dec", "reminder Tue 29 Dec"],
        ),
    ],
)
def test_local_days_and_hours_hold_whatever_the_clocks_and_the_calendar_do(tmp_path, moment, visit, expected):
    story = at(tmp_path, *moment)
    story.writes(HANA, PLAN.format("P-1", visit))
    mails = hourly(story, 9 if visit[3:5] != "12" else 12)
    hers = [(when, mail) for when, mail in mails if HANA in mail.to]
    assert [line.rpartition(" ")[0] for line in written(mails)] == expected
    assert all(story.scheme.office.is_open(when - timedelta(minutes=58)) for when, _ in hers)


def test_a_visit_on_29_february_is_planned_asked_about_and_counted(tmp_path):
    story = at(tmp_path, 2028, 2, 21, 10, 0)
    story.writes(HANA, PLAN.format("P-1", "29/02/2028"))
    mails = hourly(story, 11)
    assert [line.rpartition(" ")[0] for line in written(mails)] == ["before_prison Mon 28 Feb", "reminder Thu 02 Mar"]
    (question,) = [mail for _, mail in mails if mail.template == "visits/reminder"]
    story.writes(HANA, "YES", answers=question)
    assert days(story) == [("2028-02-29", "took_place")]


def test_29_february_of_a_year_that_has_none_is_asked_about(tmp_path):
    story = at(tmp_path, 2027, 2, 15, 10, 0)
    decided = story.writes(HANA, PLAN.format("P-1", "29/02/2027"))
    assert days(story) == []
    assert decided.mails


def test_a_daemon_that_was_off_for_three_days_drops_what_is_stale_and_sends_the_rest_in_order(tmp_path):
    story = begin(tmp_path)
    story.writes(HANA, PLAN.format("P-1", "14/05/2026"))  # its reminder falls into the gap and is stale after it
    story.writes(IVO, PLAN.format("H-2", "12/05/2026"))  # its question falls into the gap and is still useful
    story.writes(IVO, PLAN.format("P-3", "18/05/2026"))  # its reminder falls into the gap and is still useful
    story.clock.move_by(timedelta(days=4, hours=-1))  # Friday 15 May, ten in the morning
    mails = story.waits(minutes=30)
    assert to(mails, HANA) == []
    assert templates(to(mails, IVO)) in (["visits/reminder"], ["visits/before_prison"]), "one mail, no burst"
    rest = [line.rpartition(" ")[0] for line in written(hourly(story, 4), IVO)]
    assert len(rest) <= 1
    assert to(mails, COLIN) == []


def test_a_daemon_that_comes_back_at_night_waits_for_the_morning(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    story.clock.move_to(datetime(2026, 5, 16, 23, 0, tzinfo=UTC))  # a Saturday
    assert written([(when, mail) for when, mail in hourly(story, 3)])[0] == "reminder Mon 18 May 09"


def test_a_clock_that_jumps_ahead_says_everything_once(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    now = story.clock.now()
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, now)).result()
    story.clock.move_by(timedelta(days=60))
    mails = to(story.waits(minutes=30), HANA)
    assert len(mails) == 1 and mails[0].text.count("We have not heard") == 1
    assert "visits/reminder" not in templates(story.waits(days=10))


def test_a_clock_that_jumps_back_says_nothing_twice(tmp_path):
    story = begin(tmp_path, planned="2026-05-12")
    (question,) = [mail for mail in story.waits(days=3) if mail.template == "visits/reminder"]
    story.clock.move_by(timedelta(days=-2))
    again = [mail for mail in story.waits(days=4) if mail.template == "visits/reminder"]
    assert again == []
    story.writes(HANA, "YES", answers=question)
    assert days(story) == [("2026-05-12", "took_place")]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ((2026, 5, 20, 13, 0), "Wed 20 14:00"),  # open: that very moment
        ((2026, 5, 20, 19, 0), "Wed 20 09:00"),  # after closing: this morning
        ((2026, 5, 20, 5, 0), "Tue 19 09:00"),  # before opening: the day before
        ((2026, 5, 25, 13, 0), "Fri 22 09:00"),  # a bank holiday on a Monday
    ],
)
def test_the_last_opening_before_a_moment(tmp_path, moment, expected):
    office: OfficeHours = begin(tmp_path).scheme.office
    found = office.last_open(datetime(*moment, tzinfo=UTC))
    assert f"{found.astimezone(office.zone):%a %d %H:%M}" == expected
