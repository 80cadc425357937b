"""Support and training are expected: absence is agreed with the coordinator, and a silence is noticed (L8)."""

import pytest

from mailbot.ticks import prepare
from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to
from tests.workflows.test_meetings import ANNOUNCED, only, released, words

pytestmark = pytest.mark.duty("L8")

CLIENTS = "ref,name,setting,place\nK-2,Tobias,foster,\nP-1,Marek,prison,\n"
MATCHES = f"""client_ref,visitor_email,backup_email,interval_days,started_on
K-2,{IVO},{BETH},30,2025-10-06
P-1,{HANA},,14,2025-10-06
"""
TRAINING = ANNOUNCED.replace("Support group", "Training")
NORA = "nora@scheme.example.org"


def children(folder, people=""):
    """Ivo visits a child; Hana visits somebody in prison, where nothing is expected."""
    return begin(folder, packs=', "independent-visitors"', clients=CLIENTS, matches=MATCHES, people=people)


@pytest.fixture
def story(tmp_path):
    return children(tmp_path)


def apologises(story, text=ANNOUNCED):
    """Ivo cannot come; the mails that come of it."""
    invited = released(story, text)[1]
    return story.writes(IVO, "No, I have a shift that evening.\n", answers=invited[IVO]).mails


def day_after(story):
    """Friday 22 May, eleven in the morning."""
    return story.waits(days=11)


def test_apologies_are_put_to_the_coordinator_with_what_was_written_and_wait_for_an_answer(story):
    mails = apologises(story)
    assert templates(to(mails, IVO)) == ["meetings/apology_noted"]
    asked = only(to(mails, COLIN), "meetings/absence_asked")
    assert "Ivo Brandt cannot come to Support group" in words(asked) and "shift" in asked.text
    assert story.open_attention() == ["absence-to-agree"]


@pytest.mark.parametrize(
    ("answer", "template", "said"),
    [
        ("Agreed\n", "meetings/absence_agreed", "That is agreed"),
        ("Not agreed\n", "meetings/absence_not_agreed", "would like to talk about it"),
    ],
)
def test_one_line_settles_it_and_the_volunteer_hears_kindly(story, answer, template, said):
    asked = only(to(apologises(story), COLIN), "meetings/absence_asked")
    story.writes(COLIN, answer, answers=asked)
    assert story.open_attention() == []
    heard = only(to([*story.mails, *story.waits(days=1)], IVO), template)
    assert said in words(heard) and "shift" not in heard.text


def test_what_nobody_answered_stands_in_each_digest(story):
    apologises(story)
    story.scheme.database.write(lambda conn: prepared(story, conn)).result()
    for _ in range(2):
        digest = only(to(story.waits(days=1), COLIN), "attention/digest")
        assert "please answer the mail about it" in words(digest) and "shift" in words(digest)


@pytest.mark.parametrize(("who", "dmarc"), [(BETH, "pass"), (COLIN, "none"), (COLIN, "fail")])
def test_only_the_coordinator_who_was_asked_agrees(story, who, dmarc):
    asked = only(to(apologises(story), COLIN), "meetings/absence_asked")
    story.writes(who, "Agreed\n", answers=asked, dmarc=dmarc)
    assert "absence-to-agree" in story.open_attention()
    assert "meetings/absence_agreed" not in templates([*story.mails, *story.waits(days=1)])


def test_whoever_comes_after_all_has_nothing_to_agree(story):
    invited = released(story)[1]
    story.writes(IVO, "No, I can't\n", answers=invited[IVO])
    story.writes(IVO, "Yes, I'll be there\n", answers=invited[IVO])
    assert story.open_attention() == []


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, I can't come to the support group on 21 May.\n",
        "Apologies for the support group, I have a shift.\n",
        "I visited Tobias on 9 May. I won't be able to make the next support group, sorry.\n",
    ],
)
def test_apologies_that_nobody_asked_for_are_put_to_the_coordinator_too_and_call_off_no_visit(story, text):
    released(story)
    mails = story.writes(IVO, text).mails
    assert "cannot come to Support group" in words(only(to(mails, COLIN), "meetings/absence_asked"))
    assert story.open_attention() == ["absence-to-agree"] and "visits/tell_client" not in templates(mails)


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, I can't come to the support group on Thursday.\n",  # Thursday is the 14th, and there is none then
        "I might not be able to come to the support group.\n",
        "Apologies that I missed the last support group.\n",
        "I can't come to the training.\n",
    ],
)
def test_what_may_be_another_meeting_or_no_apologies_is_read_by_a_person(story, text):
    released(story)
    mails = story.writes(IVO, text).mails
    assert "absence-to-agree" not in story.open_attention() and story.open_attention() != []
    assert "visits/tell_client" not in templates(mails)


def test_a_worry_beside_the_apologies_is_not_shown_to_whoever_decides_about_them(story):
    invited = released(story)[1]
    mails = story.writes(IVO, "No, I can't. Tobias told me that he is hit at home.\n", answers=invited[IVO]).mails
    shown = [mail for mail in mails if mail.template == "meetings/absence_asked"]
    assert ["hit" in mail.text for mail in shown] == [False]
    assert any(mail.template == "safeguarding/officer_alert" for mail in mails)


def test_a_meeting_that_moves_leaves_nothing_to_agree_and_is_asked_anew(story):
    said, invited = released(story)
    story.writes(IVO, "No\n", answers=invited[IVO])
    story.writes(COLIN, "Move to 28 May at 7pm\n", answers=said)
    assert story.open_attention() == []
    moved = only(to(story.waits(minutes=5), IVO), "meetings/moved")
    story.writes(IVO, "No\n", answers=moved)
    assert story.open_attention() == ["absence-to-agree"]


def test_where_nothing_is_expected_apologies_are_only_noted_and_nobody_is_asked_who_came(tmp_path):
    story = begin(tmp_path)
    invited = released(story)[1]
    story.writes(HANA, "No\n", answers=invited[HANA])
    assert story.open_attention() == []
    assert "meetings/who_came" not in templates(day_after(story))


def test_a_volunteer_whose_pack_expects_nothing_only_sends_apologies(story):
    invited = released(story)[1]
    story.writes(HANA, "No\n", answers=invited[HANA])
    assert story.open_attention() == []


@pytest.mark.parametrize(("apologised", "noticed"), [(False, ["missed-without-word"]), (True, [])])
def test_whoever_was_missing_without_a_word_is_noticed_and_whoever_had_written_is_not(story, apologised, noticed):
    if apologised:
        asked = only(to(apologises(story), COLIN), "meetings/absence_asked")
        story.writes(COLIN, "ok\n", answers=asked)
    else:
        released(story)
    asked = only(to(day_after(story), COLIN), "meetings/who_came")
    assert "who-came" in story.open_attention()
    story.writes(COLIN, "Absent: Ivo, Hana\n", answers=asked)
    assert story.open_attention() == noticed


def test_all_came_ends_it(story):
    released(story)
    asked = only(to(day_after(story), COLIN), "meetings/who_came")
    story.writes(COLIN, "All came, thanks\n", answers=asked)
    assert story.open_attention() == []


@pytest.mark.parametrize("names", ["Ivan", "Ivo, Ivan", "Tess"])
def test_a_name_that_is_not_surely_a_guests_is_asked_again(story, names):
    released(story)
    asked = only(to(day_after(story), COLIN), "meetings/who_came")
    again = story.writes(COLIN, f"Absent {names}\n", answers=asked).mails
    assert templates(to(again, COLIN)) == ["meetings/who_came"]
    assert story.open_attention() == ["who-came"]


@pytest.mark.duty("B21")
@pytest.mark.parametrize(("head", "asked"), [(f"Nora Finn,{NORA},,head_of_training,no\n", NORA), ("", COLIN)])
def test_apologies_for_a_training_go_to_its_head_where_the_scheme_has_one(tmp_path, head, asked):
    story = children(tmp_path, head)
    question = only(apologises(story, TRAINING), "meetings/absence_asked")
    assert question.to == (asked,)
    story.writes(asked, "Agreed\n", answers=question)
    assert story.open_attention() == []


def prepared(story, conn):
    """The daemon runs: each morning's digest."""
    prepare(story.scheme, story.registry, conn, story.clock.now())
