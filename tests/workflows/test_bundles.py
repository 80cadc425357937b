"""What volunteers get unasked: in working hours, together, once a day and three times in seven days (promise 11)."""

from collections import Counter
from datetime import timedelta

import pytest

from mailbot.events import Hold, Lane
from mailbot.letters.disclosure import DISCLOSURES
from mailbot.letters.keeping import brought_back, kept
from mailbot.letters.values import Number
from mailbot.store import outbox, waiting
from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to

MISSED = "Person visited: {}\nVisit date: {}/05/2026\nOutcome: did not take place\n"
PLAN = "Person visited: {}\nNext visit date: {}/05/2026\n"


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def hourly(story, days):
    """Every mail with the local moment at which it was written."""
    found = []
    for _ in range(24 * days):
        found += [(story.clock.now().astimezone(story.scheme.zone), mail) for mail in story.waits(hours=1)]
    return found


def waits(story, address):
    person = story.scheme.database.read(lambda conn: story.scheme.roll(conn).by_email(address))
    return story.scheme.database.read(lambda conn: waiting.of_person(conn, person.id))


def test_what_falls_due_together_goes_together(story):
    for ref in ("H-2", "P-3"):
        story.writes(IVO, PLAN.format(ref, 20))
    (before,) = to(story.waits(days=8, hours=22), IVO)  # Wednesday 20 May, nine in the morning
    assert before.text.count("You will visit") == 2
    assert "H-2" in before.text and "P-3" in before.text


def test_one_mail_asks_one_question_and_the_next_waits_for_its_own(story):
    for ref in ("H-2", "P-3"):
        story.writes(IVO, PLAN.format(ref, 12))
    asked = [(when, mail) for when, mail in hourly(story, 5) if mail.template == "visits/reminder"]
    assert [f"{when:%a}" for when, _ in asked] == ["Thu", "Fri"]
    assert [mail.text.count("One word is enough") for _, mail in asked] == [1, 1]
    story.writes(IVO, "YES", answers=asked[1][1])
    story.writes(IVO, "NO", answers=asked[0][1])
    assert story.scheme.database.read(lambda conn: waiting.of_person(conn, 2)) == []


def test_a_question_that_waited_is_not_called_unanswered_before_its_time(story):
    for ref in ("H-2", "P-3"):
        story.writes(IVO, PLAN.format(ref, 12))
    mails = hourly(story, 12)
    asked = [when for when, mail in mails if mail.template == "visits/reminder"]
    told = [when for when, mail in mails if mail.template == "visits/unanswered"]
    assert len(told) == 2
    assert all(after - before >= timedelta(days=3) for before, after in zip(asked, told, strict=True))


def test_never_more_than_one_a_day_and_three_in_seven_days_however_much_there_is(story):
    for day in range(12, 30):
        for ref in ("H-2", "P-3"):
            story.writes(IVO, PLAN.format(ref, day))
    mails = [(when, mail) for when, mail in hourly(story, 40) if IVO in mail.to]
    days = [when.date() for when, _ in mails]
    assert len(days) > 10
    assert max(Counter(days).values()) == 1
    assert all(sum(timedelta() <= later - day < timedelta(days=7) for later in days) <= 3 for day in days)
    assert all(story.scheme.office.is_open(when) for when, _ in mails)


def test_the_caps_are_the_schemes_own(tmp_path):
    story = begin(tmp_path, more="[limits]\nvolunteer_mails_per_day = 2\nvolunteer_mails_per_week = 2\n")
    for ref in ("H-2", "P-3"):
        story.writes(IVO, PLAN.format(ref, 12))
    asked = [when for when, mail in hourly(story, 4) if mail.template == "visits/reminder"]
    assert len({when.date() for when in asked}) == len(asked) == 2


def test_answers_to_a_mail_of_theirs_are_never_counted_nor_kept_waiting(story):
    for day in range(1, 9):
        (answer,) = to(
            story.writes(HANA, f"Person visited: P-1\nVisit date: 0{day}/05/2026\nOutcome: took place\n").mails, HANA
        )
        assert answer.hold is None
    assert waits(story, HANA) == []


def test_a_copy_in_working_hours_goes_at_once_and_the_next_waits_for_tomorrow(story):
    first = to(story.writes(HANA, MISSED.format("P-1", "08")).mails, BETH)
    second = to(story.writes(IVO, MISSED.format("H-2", "09")).mails, BETH)
    assert [mail.hold for mail in first + second] == [None, Hold.WAITS]
    ((when, mail),) = [(when, mail) for when, mail in hourly(story, 2) if BETH in mail.to]
    assert f"{when:%a %H}" == "Tue 09" and "H-2" in mail.text


def test_a_copy_at_night_waits_for_the_morning(story):
    story.waits(hours=10)
    (copy,) = to(story.writes(HANA, MISSED.format("P-1", "09")).mails, BETH)
    assert copy.hold is Hold.WAITS
    ((when, _),) = [(when, mail) for when, mail in hourly(story, 2) if BETH in mail.to]
    assert story.scheme.office.is_open(when)


def test_what_went_stale_while_it_waited_is_not_sent(story):
    story.writes(HANA, MISSED.format("P-1", "08"))
    for ref in ("H-2", "P-3"):
        story.writes(IVO, PLAN.format(ref, 12))
    (first,) = [mail for mail in story.waits(days=2, hours=23) if mail.template == "visits/reminder"]
    assert [row.template for row in waits(story, IVO)] == ["visits/reminder"]
    other = "P-3" if "H-2" in first.text else "H-2"
    story.writes(IVO, f"Person visited: {other}\nVisit date: 12/05/2026\nOutcome: took place\n")
    assert [mail for mail in story.waits(days=2) if mail.template == "visits/reminder"] == []
    assert waits(story, IVO) == []


def test_safety_and_coordinators_never_wait(story):
    for hour in (0, 12):
        story.waits(hours=hour)
        decided = story.writes(IVO, "Tobias has a knife and says he will hurt himself tonight.")
        assert any(mail.template.startswith("safeguarding/") for mail in decided.mails)
        assert all(mail.hold is not Hold.WAITS for mail in decided.mails)


def leaves(story, mail):
    """The local moment before which a mail does not leave."""
    (row,) = [row for row in story.scheme.database.read(outbox.pending) if row.id == mail.id]
    return f"{row.leaves_at.astimezone(story.scheme.zone):%a %H:%M}"


def test_what_a_volunteer_writes_at_night_reaches_coordinators_when_the_office_opens(story):
    story.waits(hours=10)
    decided = story.writes(HANA, "I am afraid I am leaving the scheme at the end of the month.")
    told = [mail for mail in to(decided.mails, COLIN) if mail.template.startswith("endings/")]
    assert told and {leaves(story, mail) for mail in told} == {"Tue 09:00"}
    assert {leaves(story, mail) for mail in to(decided.mails, HANA)} == {"Mon 21:00"}


@pytest.mark.parametrize(("day", "when"), [("12", "Mon 21:00"), ("14", "Tue 09:00")])
def test_a_coordinator_is_asked_at_night_to_tell_only_whom_the_visit_would_be_before_the_office_opens(
    story, day, when
):
    story.writes(HANA, PLAN.format("P-1", day))
    story.waits(hours=10)
    decided = story.writes(HANA, f"Person visited: P-1\nVisit date: {day}/05/2026\nOutcome: cancelled\n")
    (task,) = [mail for mail in decided.mails if mail.template == "visits/tell_client"]
    assert leaves(story, task) == when


def test_whoever_is_watched_is_asked_at_night_whatever_else_they_got_that_day(story):
    story.writes(HANA, MISSED.format("P-1", "08"))
    story.waits(hours=9)
    story.writes(HANA, "Setting off to see Marek now, back by 10pm.")
    asked = [mail for mail in story.waits(hours=4) if mail.template.startswith("lone/") and HANA in mail.to]
    assert asked


def test_a_daemon_that_was_off_sends_what_is_still_useful_in_one_mail(story):
    for ref in ("H-2", "P-3"):
        for day in (12, 13, 14):
            story.writes(IVO, PLAN.format(ref, day))
    before = len(story.mails)
    story.clock.move_by(timedelta(days=8))  # Tuesday 19 May: nothing ran meanwhile
    mails = to(story.waits(minutes=5), IVO)
    assert templates(mails) == ["visits/reminder"]
    assert len(to(story.mails[before:], COLIN)) == 0, "nobody was asked yet, so nobody is told of silence"
    assert len(waits(story, IVO)) == 5, "the other questions wait for their own mails"


def test_letters_survive_waiting_value_by_value(story):
    mail = story.scheme.templates["visits/planned_for_you"]
    from datetime import date, time

    values = dict.fromkeys(DISCLOSURES) | {
        "next_visit_date": date(2026, 2, 28),
        "visit_time": time(14),
        "client_ref": "P-1",
    }
    row = kept(mail, values)
    assert row is not None and set(row) == mail.discloses
    assert brought_back(row) == {name: values[name] for name in mail.discloses}


def test_a_letter_that_cannot_be_kept_is_known_as_such(story):
    template = story.scheme.templates["safeguarding/received_urgent_no_call_time"]
    name = next(iter(template.discloses))
    assert kept(template, {name: Number("Helpline", "01632 960701")}) is None


def test_a_concern_of_the_lane_for_concerns_is_no_volunteers_mail(story):
    decided = story.writes(HANA, "Marek told me he wants to die.")
    assert any(posting.letter.lane is Lane.CONCERN for posting in decided.turn.postings)
    assert all(not posting.letter.together for posting in decided.turn.postings)
