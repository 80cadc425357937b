"""A worry reaches a person now; outside mail is complete, asked for or released, and never guesses a time."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mailbot.events import Disposition, Hold, Lane
from mailbot.workflows.safeguarding.tables import concern_log, concerns
from tests.story import BETH, COLIN, HANA, IVO, LENA, TEAM, begin, templates, to

FORM = """Person visited: H-2
Urgency: {urgency}
Harm to be prevented: she may come to harm at the hands of a man on her floor
Action asked for: a move to another floor today
Helpline called: {called}
"""
WORRY = "Samira told me that a man on her floor hit her twice and she is terrified of him.\n"


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


def cases(story):
    return story.scheme.database.read(lambda conn: conn.execute(select(concerns).order_by(concerns.c.id)).all())


def log_of(story):
    rows = story.scheme.database.read(lambda conn: conn.execute(select(concern_log).order_by(concern_log.c.id)).all())
    return [row.what for row in rows]


def escalations(mails):
    return [mail for mail in mails if mail.template == "safeguarding/escalation"]


@pytest.mark.duty("B13", "L18", "S13")
@pytest.mark.parametrize("dmarc", ["pass", "none", "fail"])
@pytest.mark.parametrize("who", [IVO, COLIN, "stranger@example.net"])
def test_any_concern_from_anyone_alerts_the_lead_now(story, who, dmarc):
    decided = story.writes(who, WORRY, dmarc=dmarc)
    assert decided.disposition is Disposition.NEEDS_PERSON
    assert "safeguarding/officer_alert" in templates(to(decided.mails, LENA))
    assert "concern" in story.open_attention()


def test_an_alert_takes_the_lane_for_concerns(story):
    decided = story.writes(IVO, WORRY)
    assert all(p.letter.lane is Lane.CONCERN for p in decided.turn.postings if p.letter.to[0].email == LENA)


@pytest.mark.duty("S11")
def test_the_backup_is_never_copied_on_a_concern(story):
    assert to(story.writes(IVO, WORRY).mails, BETH) == []


def test_a_concern_inside_a_cheerful_confirmation_records_the_visit_and_alerts(story):
    text = "Person visited: P-1\nVisit date: 09/05/2026\nOutcome: took place\n\nHe said he wants to end his life.\n"
    decided = story.writes(HANA, text)
    assert "visit.took_place" in [change.what for change in decided.turn.changes]
    assert "safeguarding/officer_alert" in templates(to(decided.mails, LENA))
    (reply,) = to(decided.mails, HANA)
    assert "is noted" not in reply.text and "took place" not in reply.text, "no thanks beside a concern"


@pytest.mark.duty("C3")
def test_the_answer_to_an_imminent_concern_begins_with_999(story):
    decided = story.writes(HANA, "He has taken an overdose and is not breathing properly.\n", subject="P-1")
    (reply,) = to(decided.mails, HANA)
    assert "999" in reply.text.splitlines()[0]


@pytest.mark.duty("C4")
def test_an_urgent_form_without_a_call_time_asks_for_it_and_nothing_leaves(story):
    decided = story.writes(IVO, FORM.format(urgency="urgent", called=""))
    assert escalations(decided.mails) == []
    (reply,) = to(decided.mails, IVO)
    assert reply.template == "safeguarding/received_urgent_no_call_time"
    assert "01632 960701" in reply.text


@pytest.mark.duty("C1", "C2", "C4", "L19")
def test_the_call_time_that_the_reporter_sends_completes_the_escalation(story):
    (question,) = to(story.writes(IVO, FORM.format(urgency="urgent", called="")).mails, IVO)
    story.clock.move_by(timedelta(hours=5))
    (mail,) = escalations(story.writes(IVO, "14.35\n", answers=question).mails)
    assert mail.to == (TEAM,) and mail.hold is None
    assert set(mail.cc) == {"safeguarding@government.example.net", "safeguarding@charity.example.net"}
    assert "14.35 on Monday 11 May 2026" in mail.text
    assert "a man on her floor" in mail.text and "a move to another floor today" in mail.text
    assert cases(story)[0].state == "escalated"


@pytest.mark.duty("C4")
@pytest.mark.parametrize("vague", ["about 3ish", "I am still on hold", "just now", "23.50"])
def test_a_vague_or_impossible_time_is_never_filled_in(story, vague):
    (question,) = to(story.writes(IVO, FORM.format(urgency="urgent", called="")).mails, IVO)
    decided = story.writes(IVO, f"{vague}\n", answers=question)
    assert escalations(decided.mails) == []
    assert cases(story)[0].call_logged_at is None


@pytest.mark.duty("C6")
def test_a_form_that_is_not_urgent_needs_no_call(story):
    (mail,) = escalations(story.writes(IVO, FORM.format(urgency="not urgent", called="")).mails)
    assert mail.hold is None


def test_free_text_is_drafted_and_waits_for_an_officer(story):
    text = WORRY + "I rang the helpline at 9.10 am today. Please move her to another floor.\n"
    decided = story.writes(IVO, text, subject="H-2")
    assert [mail.hold for mail in escalations(decided.mails)] in ([], [Hold.NEEDS_RELEASE])


def test_an_officers_reply_releases_what_waits(story):
    decided = story.writes(IVO, FORM.format(urgency="not urgent", called=""), dmarc="none")
    (mail,) = escalations(decided.mails)
    assert mail.hold is Hold.NEEDS_RELEASE
    (request,) = [m for m in to(decided.mails, LENA) if m.template == "safeguarding/release_request"]
    story.writes(IVO, "Release\n", answers=request)
    assert cases(story)[0].state == "drafted", "only the officer who was asked can release it"
    story.writes(LENA, "Release\n", answers=request)
    assert cases(story)[0].state == "escalated"
    assert "released" in log_of(story)


@pytest.mark.parametrize(("mode", "hold"), [("test", Hold.TEST_MODE), ("team", Hold.NOT_ON_TEAM)])
def test_outside_mail_leaves_in_live_mode_only(tmp_path, mode, hold):
    story = begin(tmp_path, mode=mode, team=f'["{IVO}", "{LENA}", "{COLIN}"]')
    decided = story.writes(IVO, FORM.format(urgency="not urgent", called=""))
    (mail,) = escalations(decided.mails)
    assert mail.hold is hold
    assert cases(story)[0].state == "drafted", "nothing has left"
    assert "safeguarding/escalation_held" in templates(to(decided.mails, LENA))


def test_an_unverified_or_stale_directory_entry_stops_outside_mail(tmp_path):
    stale = """
[directory.helpline_escalations]
address = "urgent@helpline.example.net"
verified_by = "L. Ekwall"
verified_on = 2024-04-01
[directory.government_safeguarding]
address = "safeguarding@government.example.net"
[directory.charity_safeguarding]
address = "safeguarding@charity.example.net"
"""
    story = begin(tmp_path, directory=stale)
    (mail,) = escalations(story.writes(IVO, FORM.format(urgency="not urgent", called="")).mails)
    assert mail.hold is Hold.DIRECTORY


@pytest.mark.duty("B13")
def test_in_a_prison_scheme_nothing_goes_outside(story):
    decided = story.writes(HANA, FORM.format(urgency="not urgent", called="").replace("H-2", "P-1"))
    assert escalations(decided.mails) == []
    assert "safeguarding/officer_alert" in templates(to(decided.mails, LENA))


def test_the_missing_call_time_is_chased_day_and_night(story):
    story.clock.move_by(timedelta(hours=13))  # midnight
    story.writes(IVO, FORM.format(urgency="urgent", called=""))
    chased = story.waits(minutes=6)
    assert "safeguarding/release_request" in templates(to(chased, LENA))
    assert "safeguarding/received_urgent_no_call_time" in templates(to(chased, IVO))


def test_an_escalation_that_nobody_answers_comes_back_to_the_lead(story):
    story.writes(IVO, FORM.format(urgency="not urgent", called=""))
    assert "safeguarding/unanswered" in templates(to(story.waits(hours=5), LENA))


def test_the_lead_acknowledges_by_reply(story):
    alert = to(story.writes(IVO, WORRY).mails, LENA)[0]
    story.writes(LENA, "ack\n", answers=alert)
    assert cases(story)[0].acknowledged_by is not None


def test_the_client_is_not_named_to_the_reporter_nor_in_any_subject(story):
    decided = story.writes(IVO, WORRY, dmarc="none")
    (reply,) = to(decided.mails, IVO)
    assert "Samira" not in reply.text and "hit her" not in reply.text, "somebody else may have written it"
    assert all("Samira" not in mail.subject for mail in decided.mails)
