"""Timers fire once, in working hours; a worry is passed on at any hour (promises 3 and 11)."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mailbot.clock import OfficeHours
from mailbot.store import timers
from tests.run.letters import concern, letter, raw
from tests.run.moved_clock import MovedClock
from tests.run.scheme_for_tests import ADA, NORA, SchemeForTests, set_up
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.sink import Sink

LONDON = ZoneInfo("Europe/London")
DAY = timedelta(days=1)
OFFICE = {
    "opens": "09:00",
    "closes": "17:30",
    "days": ["mon", "tue", "wed", "thu", "fri"],
    "open_on_bank_holidays": False,
}


@pytest.fixture
def scheme(tmp_path: Path, imap_server: Dovecot | Pymap, smtp_server: Sink) -> SchemeForTests:
    """In live mode, with a digest far from everything else."""
    return set_up(tmp_path, imap_server.mailbox(), smtp_server.server(), hours=OFFICE | {"digest_at": "17:29"})


def test_a_reminder_goes_once_and_on_a_working_day(scheme: SchemeForTests) -> None:
    friday = next_day(4)
    scheme.receives([raw(letter(NORA, f"My next visit to Piotr is on {friday:%d/%m/%Y}.\n"))])
    world = MovedClock(scheme)
    world.drains()
    [due] = scheme.read(lambda conn: [t.due_at for t in timers.due(conn, _far()) if t.name == "visit-unconfirmed"])
    local = due.astimezone(LONDON)
    assert due > friday + DAY
    assert local.weekday() < 5
    assert 9 <= local.hour < 18
    world.clock.move_to(due - timedelta(minutes=1))
    world.drains()
    assert reminders(scheme) == 0
    world.drains(timedelta(minutes=2))
    world.drains()
    world.drains(timedelta(hours=1))
    assert reminders(scheme) == 1


def test_a_reminder_that_fell_due_while_mailbot_was_off_goes_once(scheme: SchemeForTests) -> None:
    friday = next_day(4)
    scheme.receives([raw(letter(NORA, f"My next visit to Piotr is on {friday:%d/%m/%Y}.\n"))])
    world = MovedClock(scheme)
    world.drains()
    world.drains(40 * DAY)
    world.clock.move_to(OfficeHours(LONDON).next_open(world.clock.now()))
    for _ in range(3):
        world.drains(timedelta(minutes=2))
    assert reminders(scheme) == 1


def test_a_worry_is_passed_on_in_the_middle_of_a_sunday_night(scheme: SchemeForTests, smtp_server: Sink) -> None:
    scheme.receives([concern()])
    MovedClock(scheme, next_day(6) + timedelta(hours=3)).drains()
    assert (ADA,) in [each.recipients for each in smtp_server.received]


def test_the_digest_comes_on_working_days_and_once(scheme: SchemeForTests) -> None:
    scheme.receives(
        [raw(letter(NORA, "Do you know whether the meeting is on Thursday, and may I bring a friend?\n"))]
    )
    world = MovedClock(scheme, next_day(4) + timedelta(hours=10))
    for _ in range(8):  # to Tuesday morning, by twelve hours
        world.drains()
        world.drains(timedelta(hours=12))
    assert scheme.templates()["attention/digest"] == 2  # Friday's and Monday's


def next_day(weekday: int) -> datetime:
    """Midnight (UTC) of the next such day, Monday being 0, with no bank holiday in the week about it."""
    office = OfficeHours(LONDON)
    day = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + DAY
    while day.weekday() != weekday or _holidays(office, day):
        day += DAY
    return day


def _holidays(office: OfficeHours, day: datetime) -> int:
    about = [(day + number * DAY).date() for number in range(-3, 5)]
    return sum(each.weekday() < 5 and not office.is_working_day(each) for each in about)


def reminders(scheme: SchemeForTests) -> int:
    """How often somebody was asked how a visit went."""
    return Counter(scheme.templates())["visits/reminder"]


def _far() -> datetime:
    return datetime.now(UTC) + 400 * DAY
