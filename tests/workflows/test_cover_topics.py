"""Dated topics become one reminder each for visitor and backup on the working day before (S12)."""

from datetime import UTC, datetime
from shutil import copytree

import pytest

from tests.letters.help import SHIPPED
from tests.story import BETH, HANA, IVO, LENA, begin, templates, to
from tests.workflows.chain_story import newest

pytestmark = pytest.mark.duty("S12")
REPORT = "Saw Samira on Saturday at 2pm."
INTERVIEW = f"{REPORT} She has a Home Office interview on Thursday 21 May at 2pm.\n"


@pytest.fixture
def story(tmp_path):
    """Monday 11 May; Ivo visits Samira (H-2), whose pack reminds of appointments; Beth is the backup."""
    return begin(tmp_path)


def reminders(mails, address):
    return [mail for mail in to(mails, address) if mail.template == "cover/appointment"]


def test_visitor_and_backup_get_one_reminder_each_on_the_working_day_before(story):
    decided = story.writes(IVO, INTERVIEW)
    assert "cover/topic_noted" in [posting.letter.template for posting in decided.turn.postings]
    assert reminders(story.waits(days=8, hours=21), IVO) == []  # Wednesday 20 May, eight in the morning
    mails = story.waits(hours=2)
    for address in (IVO, BETH):
        (mail,) = reminders(mails, address)
        assert "H-2 has an appointment on Thursday 21 May 2026 at 14.00." in " ".join(mail.text.split())
    assert reminders(story.waits(days=9), IVO) == []


def test_the_topic_and_the_name_stand_neither_in_subject_nor_text_unless_the_pack_allows_it(story):
    story.writes(IVO, INTERVIEW)
    (mail,) = reminders(story.waits(days=10), BETH)
    for word in ("Home Office", "interview", "Samira"):
        assert word not in mail.subject + mail.text


def test_a_pack_may_allow_the_topic_in_the_text_and_never_in_the_subject(tmp_path):
    copytree(SHIPPED.parent / "rules", tmp_path / "rules")
    pack = tmp_path / "rules" / "schemes" / "refugee-hotels.toml"
    pack.write_text(
        pack.read_text().replace("appointment_reminders = true", "names_topics = true\nappointment_reminders = true")
    )
    story = begin(tmp_path)
    story.writes(IVO, INTERVIEW)
    (mail,) = reminders(story.waits(days=10), BETH)
    assert "an appointment with the Home Office on" in " ".join(mail.text.split())
    assert "Home Office" not in mail.subject


def test_before_a_monday_the_reminder_comes_on_friday_and_before_a_bank_holiday_too(story):
    story.writes(IVO, "Samira's tribunal is on Tuesday 26 May.\n")  # Monday 25 May is a bank holiday
    assert reminders(story.waits(days=10, hours=21), IVO) == []  # Friday 22 May, eight in the morning
    assert len(reminders(story.waits(hours=2), IVO)) == 1


def test_a_daemon_that_was_off_reminds_in_working_hours_or_not_at_all(story):
    story.writes(IVO, INTERVIEW)
    story.clock.move_to(datetime(2026, 5, 20, 21, 0, tzinfo=UTC))
    assert reminders(story.waits(hours=40), IVO) == []  # the next working hours are those of the day itself


def test_an_appointment_that_moves_is_reminded_of_on_its_new_day_only(story):
    story.writes(IVO, INTERVIEW)
    decided = story.writes(IVO, "The Home Office interview has been moved from 21 May to 28 May.\n")
    used = [posting.letter.template for posting in decided.turn.postings]
    assert {"cover/topic_dropped", "cover/topic_noted"} <= set(used)
    assert reminders(story.waits(days=11), IVO) == []
    assert len(reminders(story.waits(days=8), IVO)) == 1


def test_an_appointment_that_is_off_is_not_reminded_of(story):
    story.writes(IVO, INTERVIEW)
    story.writes(IVO, "The Home Office interview on 21 May is cancelled.\n")
    assert reminders(story.waits(days=14), IVO) == []


def test_what_is_told_twice_is_reminded_of_once(story):
    story.writes(IVO, INTERVIEW)
    again = story.writes(IVO, "As I said, Samira has a Home Office interview on 21 May.\n")
    assert "cover/topic_noted" not in [posting.letter.template for posting in again.turn.postings]
    assert len(reminders(story.waits(days=14), BETH)) == 1


def test_told_on_the_working_day_before_only_the_other_is_reminded(story):
    story.writes(IVO, f"{REPORT} She sees the solicitor tomorrow at 2pm.\n")
    mails = story.waits(days=2)
    assert len(reminders(mails, BETH)) == 1
    assert reminders(mails, IVO) == []


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_an_appointment_from_somebody_who_may_be_another_is_not_noted(story, dmarc):
    story.writes(IVO, INTERVIEW, dmarc=dmarc)
    assert reminders(story.waits(days=14), BETH) == []


def test_nothing_is_noted_from_a_mail_with_a_worry(story):
    decided = story.writes(IVO, f"{INTERVIEW}\nShe says that her husband hit her again.\n")
    story.writes(LENA, "ack\n", answers=newest(decided.mails, LENA))
    story.writes(LENA, "no report needed\n", answers=newest(decided.mails, LENA, "safeguarding/release_request"))
    assert reminders(story.waits(days=14), BETH) == []


def test_nothing_is_noted_in_a_pack_that_does_not_remind(story):
    story.writes(HANA, "Saw Marek on Saturday at 2pm. He has a court hearing on 21 May.\n")
    mails = story.waits(days=14)
    assert reminders(mails, HANA) == []
    assert reminders(mails, BETH) == []


def test_the_appointment_of_nobody_in_particular_is_not_noted(story):
    decided = story.writes(IVO, "There is a court hearing on 21 May.\n")  # Samira's, or that of Tobias
    assert "cover/topic_noted" not in templates(decided.mails)
    assert reminders(story.waits(days=14), BETH) == []


def test_nobody_is_reminded_of_an_appointment_of_somebody_who_has_died(story):
    story.writes(IVO, INTERVIEW)
    story.writes(IVO, "I am sorry to tell you that Samira has died.\n")
    mails = story.waits(days=14)
    assert reminders(mails, IVO) == []
    assert reminders(mails, BETH) == []


UNDATED = "The Home Office has written to Samira.\n"


def shared(story, who):
    return [mail for mail in to(story.mails, who) if mail.template == "cover/topic_shared"]


def test_a_topic_without_a_day_reaches_the_backup_as_a_topic_and_nobody_is_reminded(story):
    decided = story.writes(IVO, UNDATED)
    mails = story.waits(days=6)
    (told,) = shared(story, BETH)
    assert "news of H-2" in told.text and "Home Office" not in told.text and "Samira" not in told.text
    assert "there is news" in " ".join(" ".join(mail.text.split()) for mail in to(decided.mails, IVO))
    assert reminders(mails, BETH) == [] and shared(story, IVO) == []


def test_what_the_backup_tells_without_a_day_reaches_the_visitor(story):
    story.writes(BETH, "Samira has a new solicitor.\n")
    story.waits(days=3)
    assert len(shared(story, IVO)) == 1 and shared(story, BETH) == []


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (f"{UNDATED} She says that her husband hit her again.\n", {}),
        (UNDATED, {"dmarc": "fail"}),
        (UNDATED, {"dmarc": "none"}),
        (UNDATED, {"Cc": BETH}),
        (f"{REPORT} My solicitor has written to me.\n", {}),
    ],
)
def test_nothing_is_passed_on_of_a_worry_of_a_doubtful_sender_or_of_what_they_had(story, text, more):
    decided = story.writes(IVO, text, **more)
    assert "cover/topic_shared" not in [posting.letter.template for posting in decided.turn.postings]
