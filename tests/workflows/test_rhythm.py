"""The next visit: asked for in time, reminded of, overdue only by the agreed interval; and the welcome (B4, L1)."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from mailbot.settings.scheme import Mode
from mailbot.store import health
from mailbot.store.tables import matches
from mailbot.ticks import prepare
from mailbot.workflows.visits.tables import visits
from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to

PLAN = "Person visited: P-1\nNext visit date: {}\n"
DONE = "Person visited: P-1\nVisit date: {}\nOutcome: took place\n"


def started(story):
    """The daemon runs: the morning's look at all matches, and the digest."""
    now = story.clock.now()
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, now)).result()
    return story


def hourly(story, days):
    found = []
    for _ in range(24 * days):
        found += [(story.clock.now().astimezone(story.scheme.zone), mail) for mail in story.waits(hours=1)]
    return found


def said(mails, template, address=HANA):
    return [f"{when:%a %d %b}" for when, mail in mails if mail.template == template and address in mail.to]


def plans(story):
    rows = story.scheme.database.read(lambda conn: conn.execute(select(visits).order_by(visits.c.id)).all())
    return [(str(row.day), str(row.at)[:5], row.state) for row in rows]


@pytest.fixture
def story(tmp_path):
    return started(begin(tmp_path))


@pytest.mark.duty("B4", "L1")
def test_the_next_date_is_asked_for_once_before_the_interval_is_over(story):
    story.writes(HANA, DONE.format("11/05/2026"))
    mails = hourly(story, 14)
    assert said(mails, "visits/when_next") == ["Fri 22 May"], "four days before one interval since it went live"
    assert story.open_attention().count("visit-overdue") == 0


@pytest.mark.duty("B4", "L1")
def test_overdue_is_measured_against_the_agreed_interval_only_and_said_once(story):
    long = update(matches).where(matches.c.interval_days == 14).values(interval_days=30)
    story.scheme.database.write(
        lambda conn: (conn.execute(long), health.count(conn, "roll_changed", story.clock.now()))
    )
    story.writes(HANA, DONE.format("11/05/2026"))
    story.waits(days=29)
    assert "visit-overdue" not in story.open_attention()
    story.waits(days=20)
    assert story.open_attention().count("visit-overdue") == 3, "one for each match, however many mornings pass"


def test_an_answer_to_the_nudge_plans_the_visit_with_its_time(story):
    story.writes(HANA, DONE.format("11/05/2026"))
    (nudge,) = [mail for mail in story.waits(days=11) if mail.template == "visits/when_next" and HANA in mail.to]
    decided = story.writes(HANA, "Thursday 28 May at 2pm", answers=nudge)
    assert plans(story)[-1] == ("2026-05-28", "14:00", "planned")
    assert "14.00" in decided.mails[0].text
    story.waits(days=12)
    assert [item for item in story.open_attention() if item == "visit-overdue"] == ["visit-overdue"] * 2, "not hers"


def test_the_nudge_says_which_match_is_meant_to_whoever_visits_two(story):
    nudges = [mail for mail in story.waits(days=20) if mail.template == "visits/when_next" and IVO in mail.to]
    assert len(nudges) == 2 and nudges[0].text != nudges[1].text
    for day, nudge in zip((8, 9), nudges, strict=True):
        story.writes(IVO, f"{day} June", answers=nudge)
    assert [row[0] for row in plans(story)] == ["2026-06-08", "2026-06-09"]


@pytest.mark.duty("B4")
def test_a_visit_planned_unprompted_needs_no_nudge(story):
    story.writes(HANA, "Seeing Marek on the 22nd at 2")
    assert plans(story) == [("2026-05-22", "14:00", "planned")]
    assert said(hourly(story, 14), "visits/when_next") == []


@pytest.mark.duty("B20")
def test_a_coordinators_mail_plans_a_visit_and_its_visitor_is_told(story):
    decided = story.writes(COLIN, PLAN.format("28/05/2026"))
    assert plans(story)[-1][0] == "2026-05-28"
    assert templates(to(decided.mails, COLIN)) == ["visits/planned_recorded"]
    assert templates(to(decided.mails, HANA)) == ["visits/planned_for_you"]


def test_a_moved_visit_is_not_asked_about_on_its_old_day(story):
    story.writes(HANA, PLAN.format("14/05/2026"))
    story.writes(HANA, "Moved Marek from 14 May to 19 May.")
    assert [(day, state) for day, _, state in plans(story)] == [
        ("2026-05-14", "cancelled"),
        ("2026-05-19", "planned"),
    ]
    assert said(hourly(story, 8), "visits/reminder") == []


@pytest.mark.duty("B7", "B8")
def test_before_a_visit_its_visitor_hears_what_to_take_in_the_words_of_the_pack(story):
    story.writes(HANA, PLAN.format("21/05/2026"))
    ((when, mail),) = [(when, mail) for when, mail in hourly(story, 10) if mail.template == "visits/before_prison"]
    assert f"{when:%a %d}" == "Wed 20"
    assert "photo identity" in mail.text and "receipt" in mail.text and "prison" not in mail.subject.lower()


@pytest.mark.duty("C10")
def test_in_a_hotel_nobody_is_alone_in_a_room_says_the_reminder(story):
    story.writes(IVO, PLAN.format("21/05/2026").replace("P-1", "H-2"))
    (mail,) = [mail for mail in story.waits(days=10) if mail.template == "visits/before_hotel"]
    assert "never be alone" in mail.text and "pair" in mail.text


def test_a_visit_planned_for_tomorrow_has_no_reminder_before_it(story):
    story.writes(HANA, PLAN.format("12/05/2026"))
    assert said(hourly(story, 2), "visits/before_prison") == []


def test_before_a_visit_on_monday_the_reminder_comes_on_friday(story):
    story.writes(HANA, PLAN.format("18/05/2026"))
    assert said(hourly(story, 9), "visits/before_prison") == ["Fri 15 May"]


def test_a_cancelled_visit_is_not_reminded_of(story):
    story.writes(HANA, PLAN.format("21/05/2026"))
    story.writes(HANA, "Person visited: P-1\nVisit date: 21/05/2026\nOutcome: cancelled\n")
    assert said(hourly(story, 11), "visits/before_prison") == []


def test_how_long_before_is_the_schemes_own(tmp_path):
    story = begin(tmp_path, planned="2026-05-21", more='[timers]\nvisit_before = "3 days"\n')
    assert said(hourly(story, 10), "visits/before_prison") == ["Mon 18 May"]


def test_whoever_is_asked_for_another_day_is_not_nudged_as_well(story):
    story.writes(HANA, DONE.format("08/05/2026"))
    story.waits(days=10)
    story.writes(HANA, "Person visited: P-1\nVisit date: 20/05/2026\nOutcome: cancelled\n")
    assert "visits/when_next" not in templates(to(story.waits(days=2), HANA))


def test_each_volunteer_of_a_live_scheme_is_welcomed_once(story):
    mails = hourly(story, 30)
    for address in (HANA, IVO, BETH):
        assert said(mails, "visits/welcome", address) == ["Tue 12 May"]
    assert said(mails, "visits/welcome", COLIN) == []


def test_nobody_is_welcomed_before_the_scheme_is_live_and_nothing_is_overdue_for_one_interval_then(tmp_path):
    story = started(begin(tmp_path, mode="test"))
    story.writes(HANA, DONE.format("01/05/2026"))
    story.waits(days=10)
    assert "visits/welcome" not in templates(story.mails)
    config = story.scheme.config
    live = config.scheme.model_copy(update={"mode": Mode.LIVE})
    story.scheme = replace(story.scheme, config=config.model_copy(update={"scheme": live}))
    since = story.clock.now().astimezone(story.scheme.zone).date()
    overdue_before = story.open_attention().count("visit-overdue")
    mails = hourly(story, 13)
    assert len(said(mails, "visits/welcome")) == 1
    assert story.open_attention().count("visit-overdue") == overdue_before, (
        f"live since {since}: not one interval yet"
    )
    story.waits(days=6)
    assert story.open_attention().count("visit-overdue") > overdue_before


def test_the_start_of_a_match_counts_where_it_is_known(story):
    from datetime import date

    began = update(matches).where(matches.c.id == 1).values(started_on=date(2026, 5, 18))
    story.scheme.database.write(
        lambda conn: (conn.execute(began), health.count(conn, "roll_changed", story.clock.now()))
    )
    assert said(hourly(story, 21), "visits/when_next") == ["Thu 28 May"]
