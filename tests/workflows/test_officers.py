"""Officers by role: director, volunteer coordinator, treasurer, head of training, trustees (B21)."""

import pytest

from mailbot.roll import Role
from mailbot.store import timers
from mailbot.workflows.contract import SCHEME, Turn
from tests.story import COLIN, LENA, begin, templates, to
from tests.workflows.test_meetings import only

pytestmark = pytest.mark.duty("B21")

DORA, TRUDE = "dora@scheme.example.org", "trude@scheme.example.org"
ROLES = ("director", "coordinator", "treasurer", "head_of_training", "trustee")
BOTH = f"Dora Hale,{DORA},,director,no\nTrude Iver,{TRUDE},,trustee,no\n"
WORRY = "I saw Marek today. He told me that somebody hits him and that he is afraid.\n"
ABOUT = "I saw Marek today. He told me that the director hits him and that he is afraid.\n"
HANA = "hana@example.com"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("in_config", [True, False])
def test_each_role_is_given_by_the_roll_or_by_the_config(tmp_path, role, in_config):
    line = f"Dora Hale,{DORA},,{'visitor' if in_config else role},no\n"
    story = begin(tmp_path, people=line, more=f'[roles]\n{role} = ["{DORA}"]\n' if in_config else "")
    roll = story.scheme.database.read(story.scheme.roll)
    assert DORA in [person.email for person in roll.with_role(Role(role))]


@pytest.mark.parametrize(
    ("role", "without", "asked"),
    [
        (Role.HEAD_OF_TRAINING, (), [COLIN]),
        (Role.DIRECTOR, (), [DORA]),
        (Role.TRUSTEE, (), [TRUDE]),
        (Role.SAFEGUARDING_LEAD, (LENA, COLIN), [DORA]),
    ],
)
def test_where_nobody_has_a_role_the_next_in_line_is_asked(tmp_path, role, without, asked):
    story = begin(tmp_path, people=BOTH, without=without)
    found = story.scheme.database.read(
        lambda conn: Turn(story.scheme, conn, story.clock.now(), story.scheme.roll(conn)).officers(role)
    )
    assert [person.email for person in found] == asked


def test_a_director_who_alone_is_left_is_alerted_to_a_worry_and_takes_it_on(tmp_path):
    story = begin(tmp_path, people=BOTH, without=(LENA, COLIN))
    alert = only(story.writes(HANA, WORRY).mails, "safeguarding/officer_alert")
    assert alert.to == (DORA,)
    story.writes(DORA, "ACK\n", answers=alert)
    assert "safeguarding/officer_alert" not in templates(to(story.waits(hours=1), DORA))


def test_a_worry_about_the_director_goes_to_the_trustees_and_never_to_the_director(tmp_path):
    story = begin(tmp_path, people=BOTH, without=(LENA, COLIN))
    mails = [*story.writes(HANA, ABOUT).mails, *story.waits(hours=2)]
    assert to(mails, DORA) == [] and "safeguarding/officer_alert" in templates(to(mails, TRUDE))


def test_trustees_are_invited_to_meetings_by_their_role(tmp_path):
    meeting = '[[meetings]]\nwhat = "Board"\non = 2026-05-28\nat = "19:15"\nplace = "Town Hall"\nfor = ["trustee"]\n'
    story = begin(tmp_path, people=BOTH, more=meeting)
    start = story.clock.now()
    story.scheme.database.write(lambda conn: timers.start(conn, "meetings-check", SCHEME, start)).result()
    shown = only(story.waits(minutes=1), "meetings/release")
    assert "among the trustees" in " ".join(shown.text.split())
    story.writes(COLIN, "SEND\n", answers=shown)
    assert [mail.to for mail in story.waits(minutes=10) if mail.template == "meetings/invitation"] == [(TRUDE,)]
