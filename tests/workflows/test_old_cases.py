"""Cases from before there were chains: those that are open and nobody's are chased from the first tick on."""

from importlib import import_module

import pytest
from sqlalchemy import delete

from mailbot.store.tables import timers
from mailbot.workflows.safeguarding.tables import concern_alerted, concern_chains
from tests.story import COLIN, HANA, LENA
from tests.workflows.chain_story import ALERT, WORRY, alerts, asked, begin_chain, newest

MIGRATION = import_module("mailbot.store.migrations.versions.0016_old_cases")


def as_before_chains(story):
    """What a database holds of its cases that was made before 0010, brought to the present form."""

    def job(conn):
        for table in (concern_chains, concern_alerted):
            conn.execute(delete(table))
        conn.execute(delete(timers).where(timers.c.subject_kind == "concern"))
        MIGRATION.chase_old_cases(conn, story.clock.now())

    story.scheme.database.write(job).result()


@pytest.fixture
def story(tmp_path):
    return begin_chain(tmp_path)


@pytest.mark.duty("B13", "L18")
def test_an_open_case_that_nobody_has_is_alerted_at_the_first_tick_and_then_as_any_other(story):
    story.writes(HANA, WORRY)
    as_before_chains(story)
    assert asked(story.waits(minutes=0)) == [LENA]
    assert asked(story.waits(minutes=15)) == sorted([LENA, COLIN])


def test_one_that_somebody_has_or_that_is_closed_is_left_in_peace(story):
    story.writes(HANA, WORRY)
    story.writes(LENA, "ACK\n", answers=newest(story.mails, LENA, ALERT))
    as_before_chains(story)
    assert alerts(story.waits(hours=2)) == []
