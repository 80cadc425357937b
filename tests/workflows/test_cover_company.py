"""A visitor asks that the backup comes along to an appointment (S8)."""

import pytest

from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to

pytestmark = pytest.mark.duty("S8")
WISH = "Could Beth come with me to the solicitor on 20 May?\n"


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


@pytest.mark.parametrize(
    "words",
    [
        "Could Beth come with me to the solicitor on 20 May?",
        "Would Beth be able to come along to Marek's appeal on 20 May at 2pm?",
        "Can my backup come with us to the Home Office on 20 May?",
        "I'd like Beth to come with me to see his solicitor on 20 May",
        "Could you ask Beth to come along to the doctor's with him on 20 May",
        "I wonder whether Beth could join us at the tribunal on 20 May",
    ],
)
def test_the_backup_is_asked_with_day_and_reference_and_without_the_topic(story, words):
    decided = story.writes(HANA, f"{words}\n")
    (question,) = to(decided.mails, BETH)
    told = " ".join(question.text.split())
    assert question.template == "cover/come_along"
    assert "Hana asks whether you can come along to an appointment of P-1 on Wednesday 20 May 2026" in told
    for word in ("solicitor", "appeal", "Home Office", "doctor", "tribunal", "Marek"):
        assert word not in told + question.subject
    assert templates(to(decided.mails, HANA)) == ["cover/along_asked"]
    assert story.open_attention() == []


@pytest.mark.parametrize(("answer", "template"), [("Yes", "cover/along_yes"), ("No, sorry", "cover/along_no")])
def test_the_visitor_is_told_what_the_backup_answers(story, answer, template):
    (question,) = to(story.writes(HANA, WISH).mails, BETH)
    decided = story.writes(BETH, f"{answer}\n", answers=question)
    assert templates(to(decided.mails, HANA)) == [template]
    assert templates(to(decided.mails, BETH)) == ["cover/along_noted"]
    assert story.waits(days=12) == []


def test_an_answer_counts_once_and_from_the_backup_only(story):
    (question,) = to(story.writes(HANA, WISH).mails, BETH)
    assert to(story.writes(IVO, "Yes\n", answers=question).mails, HANA) == []
    story.writes(BETH, "Yes\n", answers=question)
    assert to(story.writes(BETH, "Yes\n", answers=question).mails, HANA) == []


def test_no_answer_is_told_to_the_visitor_and_a_coordinator_in_working_hours(story):
    story.writes(HANA, WISH)
    mails = story.waits(days=5)
    assert templates(to(mails, HANA)) == ["cover/along_no_answer"]
    assert story.open_attention() == ["no-cover"]


def test_no_answer_is_told_before_the_day_where_that_is_soon(story):
    story.writes(HANA, "Could Beth come with me to the solicitor on 13 May?\n")
    assert templates(to(story.waits(days=1), HANA)) == ["cover/along_no_answer"]


@pytest.mark.parametrize(
    "words",
    [
        "Could Beth come with me to the solicitor?",
        "Could Beth come with me to the solicitor next week some time?",
        "Could Ivo come with me to the solicitor on 20 May?",
        "Could Beth come with me to the solicitor on 1 May?",
        "Could Colin come with me to the solicitor on 20 May?",
    ],
)
def test_a_wish_without_a_sure_day_or_the_backups_name_is_a_question_for_a_person(story, words):
    decided = story.writes(HANA, f"{words}\n")
    assert to(decided.mails, BETH) == []
    assert "said-something" in story.open_attention()


def test_nothing_is_passed_on_from_a_mail_with_a_worry(story):
    decided = story.writes(HANA, f"{WISH}\nMarek says that he wants to kill himself.\n")
    assert to(decided.mails, BETH) == []


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_a_wish_of_somebody_who_may_be_another_is_read_by_a_person(story, dmarc):
    decided = story.writes(HANA, WISH, dmarc=dmarc)
    assert to(decided.mails, BETH) == []
    assert "said-something" in story.open_attention()


def test_a_backup_who_is_away_on_that_day_is_not_asked(story):
    story.writes(BETH, "I'm away from 18 May until 25 May.\n")
    assert to(story.writes(HANA, WISH).mails, BETH) == []
    assert "no-cover" in story.open_attention()


def test_another_question_beside_the_wish_still_reaches_a_person(story):
    decided = story.writes(HANA, f"{WISH}\nWho pays for the train these days?\n")
    assert templates(to(decided.mails, BETH)) == ["cover/come_along"]
    assert story.open_attention() != []


def test_an_ordinary_question_goes_to_a_coordinator_as_before(story):
    decided = story.writes(HANA, "Could somebody ring me about the next training?\n")
    assert story.open_attention() == ["said-something"]
    assert to(decided.mails, COLIN) == []
