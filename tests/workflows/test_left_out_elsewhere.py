"""Whoever is left out of one case and reports another themselves hears of that what any reporter hears (L19, L29)."""

import pytest

from tests.story import COLIN, HANA, begin, to
from tests.workflows.test_who_must_not_know import ALL_PACKS, CLIENTS, MATCHES, PEOPLE, alerted

ABOUT_COLIN = "Colin hit Marek with a ruler.\n"
THEIR_OWN = "Samira was beaten by a man on her floor and is terrified of him.\n"


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path, people=PEOPLE, clients=CLIENTS, matches=MATCHES, packs=ALL_PACKS)


def templates_to(mails, who):
    return [mail.template for mail in to(mails, who)]


@pytest.mark.duty("L19", "C3")
@pytest.mark.parametrize("dmarc", ["pass", "none", "fail"])
def test_a_coordinator_about_whom_a_case_is_open_gets_the_same_answers_to_a_report_of_their_own(story, dmarc):
    story.writes(HANA, ABOUT_COLIN)
    decided = story.writes(COLIN, THEIR_OWN, dmarc=dmarc)
    assert templates_to(decided.mails, COLIN) in (
        ["safeguarding/received", "safeguarding/confirm_report"],
        ["safeguarding/received_urgent_no_call_time"],
    )
    assert COLIN not in alerted(decided) and alerted(decided), "somebody else takes it on"


@pytest.mark.duty("L19")
def test_and_hears_that_nobody_has_it(story):
    story.writes(HANA, ABOUT_COLIN)
    story.writes(COLIN, THEIR_OWN)
    assert "safeguarding/nobody_yet" in templates_to(story.waits(minutes=16), COLIN)


@pytest.mark.duty("L19")
def test_and_may_answer_about_it(story):
    story.writes(HANA, ABOUT_COLIN)
    mine = to(story.writes(COLIN, THEIR_OWN).mails, COLIN)
    (draft,) = [mail for mail in mine if mail.template == "safeguarding/confirm_report"]
    decided = story.writes(COLIN, "YES\n", answers=draft)
    assert "report.confirmed" in [change.what for change in decided.turn.changes]


@pytest.mark.duty("L19")
def test_but_no_more_once_that_report_is_about_them_too(story):
    story.writes(HANA, ABOUT_COLIN)
    story.writes(COLIN, "Marek was beaten by his cellmate.\n")
    decided = story.writes(COLIN, "Marek was kicked as well. I hit Marek too, I am sorry.\n")
    assert COLIN not in alerted(decided)
    assert not [m for m in to(story.waits(minutes=20), COLIN) if m.template == "safeguarding/nobody_yet"]


def test_a_message_after_it_is_kept_from_them_only_while_the_other_case_is_open(story):
    first = story.writes(HANA, ABOUT_COLIN)
    story.writes(COLIN, THEIR_OWN)
    alert = next(m for m in first.mails if m.template == "safeguarding/officer_alert")
    story.writes(alert.to[0], "CLOSE: it was a misunderstanding\n", answers=alert)
    asked = story.writes(COLIN, "Marek was beaten in the yard.\n")
    assert not asked.turn.kept_from, "their own report leaves nobody out of the next"


@pytest.mark.duty("L19")
def test_they_take_on_another_case_that_is_not_about_them_as_ever(story):
    story.writes(HANA, ABOUT_COLIN)
    story.writes(HANA, "Tobias was beaten by a stranger on his way to school.\n")
    (alert,) = [mail for mail in to(story.waits(minutes=16), COLIN) if mail.template == "safeguarding/officer_alert"]
    decided = story.writes(COLIN, "ack\n", answers=alert)
    assert "safeguarding/ask_ground" in templates_to(decided.mails, COLIN)
