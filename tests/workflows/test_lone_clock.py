"""The alarm and the clock: midnight, both changes of summer time, a daemon that was off; to the minute (L23)."""

from datetime import UTC, datetime, timedelta

import pytest

from mailbot.store import timers
from tests.story import COLIN, HANA, templates, to
from tests.workflows.lone_story import NORA, PAT, SETS_OFF, begin_lone, words

pytestmark = pytest.mark.duty("L23")
MINUTE = timedelta(minutes=1)


def at(story, *moment):
    """The clock stands at that moment, in UTC."""
    story.clock.move_to(datetime(*moment, tzinfo=UTC))


def rises(story, until):
    """When the mails of the alarm come out, as the clock goes on second by second as far as timers are due."""
    found = []
    while story.clock.now() < until:
        due = story.scheme.database.read(timers.next_due)
        if due is None or due > until:
            break
        mails = story.waits(seconds=max(1.0, (due - story.clock.now()).total_seconds()))
        found += [(mail.to[0], story.clock.now()) for mail in mails]
    return found


# When it is said, what is said, the moment meant by it; all in UTC. Clocks go forward on 28 March 2027 at one, and
# back on 25 October 2026 at one, UTC.
NIGHTS = [
    ((2026, 5, 11, 21, 0), "back by 1am", (2026, 5, 12, 0, 0)),  # ten in the evening in London; over midnight
    ((2026, 5, 11, 21, 30), "back by 12.30am", (2026, 5, 11, 23, 30)),
    ((2026, 10, 24, 21, 30), "back by 3am", (2026, 10, 25, 3, 0)),  # over the hour that comes twice
    ((2026, 10, 24, 22, 30), "back by 1.30am", (2026, 10, 25, 0, 30)),  # it comes twice: the first is meant
    ((2026, 10, 24, 23, 30), "back in three hours", (2026, 10, 25, 2, 30)),
    ((2027, 3, 27, 22, 0), "back by 3am", (2027, 3, 28, 2, 0)),  # over the hour that is left out
    ((2027, 3, 28, 0, 0), "back by 1.30am", (2027, 3, 28, 1, 30)),  # it does not exist: the moment after it
    ((2027, 3, 28, 0, 0), "back in three hours", (2027, 3, 28, 3, 0)),
    ((2028, 2, 28, 22, 0), "back by 1am", (2028, 2, 29, 1, 0)),
]


@pytest.mark.parametrize(("now", "says", "back"), NIGHTS)
def test_every_step_of_the_alarm_rises_within_a_minute_of_its_time_on_every_night(tmp_path, now, says, back):
    story = begin_lone(tmp_path)
    at(story, *now)
    story.writes(HANA, f"Setting off to see Marek now, {says}.\n")
    back_at = datetime(*back, tzinfo=UTC)
    expected = [(HANA, 10), (PAT, 20), (COLIN, 30), (NORA, 45)]
    risen = rises(story, back_at + 46 * MINUTE)
    assert [who for who, _ in risen] == [who for who, _ in expected]
    for (_, when), (_, minutes) in zip(risen, expected, strict=True):
        assert timedelta(0) <= when - (back_at + minutes * MINUTE) < MINUTE


@pytest.mark.parametrize(
    ("now", "says", "told"),
    [
        ((2026, 10, 24, 23, 30), "back in three hours", "02.30 on Sunday 25 October 2026"),
        ((2027, 3, 28, 0, 0), "back in three hours", "04.00 on Sunday 28 March 2027"),
    ],
)
def test_what_the_visitor_is_told_is_the_local_time_after_the_change(tmp_path, now, says, told):
    story = begin_lone(tmp_path)
    at(story, *now)
    (mail,) = story.writes(HANA, f"Setting off to see Marek now, {says}.\n").mails
    assert f"We expect you back by {told}" in words(mail)


def test_others_are_told_at_a_local_time_reckoned_over_the_change(tmp_path):
    story = begin_lone(tmp_path, more='[lone]\nnamed_person_after = "30 minutes"\n')
    at(story, 2026, 10, 24, 22, 0)
    (mail,) = story.writes(HANA, "Setting off to see Marek now, back by 1.45am.\n").mails
    assert "nothing by 01.15 on Sunday 25 October 2026" in words(mail)


def test_a_bank_holiday_and_a_sunday_night_are_like_any_other_time(tmp_path):
    story = begin_lone(tmp_path)
    at(story, 2026, 12, 25, 22, 0)
    story.writes(HANA, "Setting off to see Marek now, back by 11pm.\n")
    assert [who for who, _ in rises(story, datetime(2026, 12, 26, 0, tzinfo=UTC))][:3] == [HANA, PAT, COLIN]


def test_a_daemon_that_was_off_tells_everybody_whose_time_is_over_each_once(tmp_path):
    story = begin_lone(tmp_path)
    story.writes(HANA, SETS_OFF)
    story.clock.move_by(timedelta(days=3))
    assert [mail.to[0] for mail in story.waits(seconds=5)] == [HANA, PAT, COLIN, NORA]


def test_a_watch_that_ended_while_its_timer_was_due_alarms_nobody(tmp_path):
    story = begin_lone(tmp_path)
    story.writes(HANA, SETS_OFF)
    story.clock.move_by(timedelta(hours=8))
    story.writes(HANA, "Home safe.\n")
    assert story.waits(hours=3) == []


def test_a_timer_of_a_watch_that_does_not_exist_does_nothing(tmp_path):
    story = begin_lone(tmp_path)
    story.scheme.database.write(
        lambda conn: timers.start(conn, "lone-overdue", ("person", 1), story.clock.now())
    ).result()
    assert story.waits(minutes=1) == []
    assert story.scheme.database.read(timers.next_due) is None


def test_the_alarm_goes_on_over_night_until_somebody_has_it(tmp_path):
    story = begin_lone(tmp_path)
    story.writes(HANA, SETS_OFF)
    story.waits(hours=6, minutes=15)
    mails = story.waits(hours=12)
    assert len(to(mails, COLIN)) == len(to(mails, NORA)) == 24
    assert set(templates(mails)) == {"lone/overdue"}
