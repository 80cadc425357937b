"""Who stops or leaves is thanked; the coordinator knows at once; a match is closed after its review (L12, B9)."""

import pytest

from tests.story import BETH, COLIN, HANA, IVO, begin, templates, to
from tests.workflows.beginning_story import latest, sent, states

STOPS = "I have decided to stop visiting Marek.\n"
LEAVES = "I am leaving the scheme at the end of the month.\n"
pytestmark = pytest.mark.duty("B9", "L12")


@pytest.fixture
def story(tmp_path):
    """Hana visits Marek (with Beth as backup), Ivo Samira (with Beth) and Tobias (without anybody)."""
    return begin(tmp_path)


def on_roll(story, ref):
    roll = story.scheme.database.read(story.scheme.roll)
    return next(match for match in roll.matches if roll.client(match.client_id).ref == ref)


def stops(story, *days, who=HANA, text=STOPS, name="Marek"):
    for day in days:
        story.writes(who, f"Seeing {name} on {day}.\n")
    return story.writes(who, text)


def test_who_stops_is_thanked_and_the_coordinator_is_told_now_and_asked_for_the_closing_review(story):
    decided = stops(story)
    (answer,) = to(decided.mails, HANA)
    assert answer.template == "endings/acknowledged" and "P-1" in answer.text
    (task,) = to(decided.mails, COLIN)
    assert task.template == "endings/closure_review" and STOPS.strip() in task.text
    assert story.open_attention() == ["closure-review"]


def test_a_match_is_not_closed_before_its_review_is_recorded(story):
    task = to(stops(story).mails, COLIN)[0]
    assert on_roll(story, "P-1").ended_on and on_roll(story, "P-1").closed_on is None
    assert templates(to(story.waits(hours=30), COLIN)) == ["attention/task_open"]
    closed = story.writes(COLIN, "Done\n", answers=task)
    assert templates(closed.mails) == ["endings/closed"]
    assert on_roll(story, "P-1").closed_on and story.open_attention() == []
    assert story.waits(days=30) == []


def test_the_review_can_be_recorded_in_answer_to_the_reminder_too(story):
    stops(story)
    (reminder,) = to(story.waits(hours=30), COLIN)
    story.writes(COLIN, "Done\n", answers=reminder)
    assert on_roll(story, "P-1").closed_on


@pytest.mark.parametrize(("who", "dmarc"), [(HANA, "pass"), (COLIN, "fail"), (IVO, "pass")])
def test_nobody_else_closes_a_match(story, who, dmarc):
    task = to(stops(story).mails, COLIN)[0]
    story.writes(who, "Done\n", answers=task, dmarc=dmarc)
    assert on_roll(story, "P-1").closed_on is None


def test_nobody_is_reminded_of_a_visit_after_the_end_and_its_history_stays(story):
    story.writes(HANA, "I visited Marek on 9 May. All went well.\n")
    stops(story, "18 May")
    before = len(sent(story, HANA))
    story.writes(COLIN, "Done\n", answers=latest(story, "endings/closure_review"))
    story.waits(days=20)
    assert len(sent(story, HANA)) == before
    assert states(story) == ["took_place", "cancelled"]


def test_whoever_stopped_is_not_asked_to_set_off(story):
    story.writes(IVO, "Seeing Samira on 18 May at 2pm.\n")
    story.writes(IVO, "I have decided to stop visiting Samira.\n")
    assert not on_roll(story, "H-2").is_running
    assert to(story.waits(days=9), IVO) == []


def test_coming_visits_are_offered_to_the_backup_who_takes_them_with_a_yes(story):
    decided = stops(story, "25 May")
    (question,) = to(decided.mails, BETH)
    assert question.template == "endings/take_over" and "Monday 25 May 2026" in " ".join(question.text.split())
    taken = story.writes(BETH, "Yes, gladly\n", answers=question)
    assert templates(to(taken.mails, BETH)) == ["endings/taken_over"]
    assert templates(to(taken.mails, COLIN)) == ["endings/backup_goes"]
    later = story.waits(days=17)
    assert "visits/reminder" in templates(to(later, BETH)) and to(later, HANA) == []


def test_the_backup_is_never_told_why(story):
    text = "I have decided to stop visiting Marek. My knee is bad.\n"
    assert all("knee" not in mail.text for mail in to(stops(story, "25 May", text=text).mails, BETH))


@pytest.mark.parametrize("answer", ["No, sorry", None])
def test_without_a_yes_in_time_the_coordinator_hands_the_visits_over(story, answer):
    (question,) = to(stops(story, "25 May").mails, BETH)
    assert "visits-to-hand-over" not in story.open_attention()
    if answer:
        story.writes(BETH, f"{answer}\n", answers=question)
    else:
        story.waits(days=4)
    assert "25 May" in latest(story, "endings/hand_over").text
    assert "visits-to-hand-over" in story.open_attention()


def test_a_late_yes_still_counts_and_settles_the_task(story):
    (question,) = to(stops(story, "25 May").mails, BETH)
    story.waits(days=4)
    story.writes(BETH, "Yes\n", answers=question)
    assert "visits-to-hand-over" not in story.open_attention()


def test_a_visit_that_is_near_is_put_to_the_coordinator_at_once_too(story):
    decided = stops(story, "13 May")
    assert "endings/hand_over" in templates(to(decided.mails, COLIN))
    assert templates(to(decided.mails, BETH)) == ["endings/take_over"]


def test_without_a_backup_the_coordinator_has_the_visits_at_once(story):
    decided = stops(story, "25 May", who=IVO, text="I have decided to stop visiting Tobias.\n", name="Tobias")
    assert templates(to(decided.mails, COLIN)) == ["endings/hand_over", "endings/closure_review"]


def test_they_go_on_after_all_where_the_coordinator_says_so(story):
    stops(story, "18 May")
    kept = story.writes(COLIN, "Keep\n", answers=latest(story, "endings/closure_review"))
    assert templates(kept.mails) == ["attention/command_done"]
    assert on_roll(story, "P-1").is_running and story.open_attention() == []
    assert "visits/reminder" in templates(to(story.waits(days=10), HANA))


def test_who_leaves_is_thanked_and_each_of_their_matches_ends(story):
    decided = story.writes(IVO, LEAVES)
    assert templates(to(decided.mails, IVO)) == ["endings/goodbye"]
    assert templates(to(decided.mails, COLIN)) == [
        "attention/now",
        "endings/closure_review",
        "endings/closure_review",
    ]
    assert not on_roll(story, "H-2").is_running and not on_roll(story, "P-3").is_running
    assert on_roll(story, "P-1").is_running


def test_what_is_said_twice_ends_once(story):
    stops(story)
    again = story.writes(HANA, STOPS)
    assert templates(again.mails) == ["endings/acknowledged"]


@pytest.mark.parametrize("text", ["I think it is time for me to call it a day with Marek.\n"])
def test_half_a_word_ends_nothing_and_is_asked_back(story, text):
    decided = story.writes(HANA, text)
    (question,) = to(decided.mails, HANA)
    assert question.template == "endings/do_you_stop" and on_roll(story, "P-1").is_running
    story.writes(HANA, "Yes\n", answers=question)
    assert not on_roll(story, "P-1").is_running


def test_a_no_to_our_question_changes_nothing(story):
    (question,) = to(story.writes(HANA, "I think it is time for me to call it a day with Marek.\n").mails, HANA)
    assert templates(story.writes(HANA, "No\n", answers=question).mails) == ["endings/goes_on"]
    assert on_roll(story, "P-1").is_running


def test_a_question_about_leaving_is_answered_with_yes(story):
    (question,) = to(story.writes(IVO, "I have decided not to continue.\n").mails, IVO)
    assert question.template == "endings/do_you_leave" and on_roll(story, "P-3").is_running
    story.writes(IVO, "Yes\n", answers=question)
    assert not on_roll(story, "P-3").is_running


def test_whom_it_is_about_is_asked_where_it_could_be_two(story):
    decided = story.writes(IVO, "I have decided to stop visiting him.\n")
    assert templates(to(decided.mails, IVO)) == ["endings/which_one"]
    assert on_roll(story, "H-2").is_running and on_roll(story, "P-3").is_running


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_a_mail_that_may_not_be_theirs_ends_nothing(story, dmarc):
    decided = story.writes(HANA, STOPS, dmarc=dmarc)
    assert on_roll(story, "P-1").is_running
    assert templates(to(decided.mails, HANA)) == (["people/confirm_yourself"] if dmarc == "none" else [])


def test_it_was_me_ends_it(story):
    (question,) = to(story.writes(HANA, STOPS, dmarc="none").mails, HANA)
    story.writes(HANA, "Yes\n", answers=question)
    story.catches_up()
    assert not on_roll(story, "P-1").is_running


def test_a_backup_ends_nobody_elses_visits(story):
    decided = story.writes(BETH, STOPS)
    assert on_roll(story, "P-1").is_running
    assert "attention/now" in templates(to(decided.mails, COLIN))


@pytest.mark.duty("B15")
@pytest.mark.parametrize(
    "text",
    [
        "Marek is out in June, and I would like to stay in touch with him after his release.\n",
        "Can I carry on seeing Marek after he is released?\n",
        "When Marek comes out he would like us to keep in contact.\n",
    ],
)
def test_staying_in_touch_after_release_goes_to_the_coordinator_now_and_nothing_is_promised(story, text):
    decided = story.writes(HANA, text)
    (answer,) = to(decided.mails, HANA)
    assert answer.template == "endings/after_release" and "please do not agree anything" in answer.text
    assert templates(to(decided.mails, COLIN)) == ["attention/now"]
    assert "after-release" in story.open_attention() and on_roll(story, "P-1").is_running


@pytest.mark.parametrize(
    "text",
    [
        "I visited Marek on 9 May. He is to be released in June.\n",
        "I do not want to stay in touch with Marek after his release.\n",
        "We keep in touch by phone between visits.\n",
    ],
)
def test_a_release_or_a_contact_alone_is_no_such_wish(story, text):
    assert "endings/after_release" not in templates(story.writes(HANA, text).mails)
