"""A child's review is attended only if the child asks: the visitor is asked, never guessed about (L4, P7)."""

import pytest

from mailbot.workflows.reviews.recognise import recognise
from tests.reading.speaking import draft
from tests.story import COLIN, HANA, IVO, begin, templates, to
from tests.workflows.review_sentences import NOTHING, TABLE

CLIENTS = "ref,name,setting,place\nF-1,Amir,foster,\nP-1,Tobias,prison,\n"
MATCHES = (
    "client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on\n"
    f"F-1,{IVO},,30,2025-10-06,\nP-1,{HANA},,14,2025-10-06,\n"
)
DATED = "Amir's LAC review is on Thursday 21 May at 2pm.\n"

pytestmark = pytest.mark.duty("L4", "P7")


@pytest.fixture
def story(tmp_path):
    """Ivo visits Amir, a child in care; Hana somebody in prison. Monday 11 May 2026, eleven o'clock."""
    return begin(tmp_path, clients=CLIENTS, matches=MATCHES, packs=', "independent-visitors"')


def reviews(mails, who=IVO):
    return [mail.template for mail in to(mails, who) if mail.template.startswith("reviews/")]


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_a_mail_says_when_the_review_is_and_whether_the_child_asked(line):
    said, _, words = line.partition(" | ")
    (fact,) = recognise(draft(words))
    day = fact.fields.next_visit_date
    assert f"{fact.fields.command_args.replace('unknown', '?')} {day.day if day else '-'}" == said


@pytest.mark.parametrize("words", NOTHING.strip().splitlines())
def test_other_reviews_and_those_that_are_over_are_none(words):
    assert list(recognise(draft(words))) == []


def test_the_visitor_is_asked_whether_the_child_invited_them_and_a_yes_is_reminded_of(story):
    (asked,) = to(story.writes(IVO, DATED).mails, IVO)
    assert asked.template == "reviews/ask_invited" and "Please reply YES or NO" in asked.text
    assert "review" not in asked.subject and "Amir" not in asked.text
    assert reviews(story.writes(IVO, "Yes, he wants me there\n", answers=asked).mails) == ["reviews/invited"]
    mails = story.waits(days=11)
    assert reviews(mails) == ["reviews/reminder"]
    (mail,) = [mail for mail in mails if mail.template == "reviews/reminder"]
    assert "Thursday 21 May 2026 at 14.00" in " ".join(mail.text.split())
    assert story.open_attention() == []


def test_a_no_is_noted_and_nobody_is_reminded(story):
    (asked,) = to(story.writes(IVO, DATED).mails, IVO)
    assert reviews(story.writes(IVO, "No\n", answers=asked).mails) == ["reviews/not_invited"]
    assert reviews(story.waits(days=11)) == []
    assert story.open_attention() == []


def test_whoever_says_at_once_that_the_child_asked_is_not_asked(story):
    decided = story.writes(IVO, "Amir has asked me to come to his LAC review on 21 May.\n")
    assert reviews(decided.mails) == ["reviews/invited"]
    assert reviews(story.waits(days=11)) == ["reviews/reminder"]


def test_a_visitor_who_goes_although_the_child_has_not_asked_is_told_to_the_coordinator(story):
    (asked,) = to(story.writes(IVO, "I am going to Amir's LAC review on 21 May.\n").mails, IVO)
    assert story.open_attention() == []
    story.writes(IVO, "No\n", answers=asked)
    assert story.open_attention() == ["review-uninvited"]


def test_a_visitor_who_goes_and_does_not_answer_is_told_to_the_coordinator_before_the_day(story):
    story.writes(IVO, "I am going to Amir's LAC review on Wednesday.\n")
    story.waits(hours=22)
    assert story.open_attention() == ["review-uninvited"]  # Tuesday morning


def test_no_answer_is_neither_an_invitation_nor_a_refusal(story):
    story.writes(IVO, DATED)
    assert reviews(story.waits(days=11)) == []
    assert story.open_attention() == ["review-unanswered"]


def test_a_social_workers_invitation_is_not_the_childs(story):
    decided = story.writes(IVO, "The social worker has invited me to Amir's LAC review on 21 May.\n")
    assert reviews(decided.mails) == ["reviews/ask_invited"]


def test_a_review_without_a_day_is_noted_and_reminded_of_once_the_day_is_known(story):
    decided = story.writes(IVO, "Amir has asked me to come to his review.\n")
    assert "We do not know its day" in " ".join(to(decided.mails, IVO)[0].text.split())
    story.writes(IVO, "Amir's LAC review is on 14 May.\n")
    assert reviews(story.waits(days=4)) == ["reviews/reminder"]


def test_a_coordinator_who_tells_of_a_review_has_the_visitor_asked(story):
    story.writes(COLIN, "F-1 has a LAC review on 21 May.\n")
    assert reviews(story.mails) + reviews(story.waits(days=1)) == ["reviews/ask_invited"]


def test_in_another_scheme_or_of_another_child_a_coordinator_reads_it(story):
    decided = story.writes(HANA, "Tobias has a LAC review on 21 May.\n")
    assert templates(to(decided.mails, HANA)) == ["attention/held_for_person"]
    story.writes(HANA, "Amir has a LAC review on 21 May.\n")
    assert story.open_attention() == ["said-something"] * 2


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_a_mail_that_may_be_anothers_notes_nothing(story, dmarc):
    decided = story.writes(IVO, "Amir has asked me to come to his LAC review on 14 May.\n", dmarc=dmarc)
    assert reviews([*decided.mails, *story.waits(days=4)]) == []


def test_what_changes_is_asked_no_more_the_child_decides(story):
    story.writes(IVO, "Amir has asked me to come to his LAC review on 21 May.\n")
    assert reviews(story.writes(IVO, "Amir doesn't want me at his review after all.\n").mails) == [
        "reviews/not_invited"
    ]
    assert reviews(story.waits(days=11)) == []
