"""A first visit is not booked before what must come first is recorded: its day is kept, and booked then (S4)."""

import pytest

from mailbot.importing import import_roll
from tests.story import BETH, COLIN, HANA, IVO, templates, to
from tests.workflows.beginning_story import begin, imports, latest, sent, states

pytestmark = pytest.mark.duty("S4")

PLANS = "Seeing Samira on 18 May.\n"
HEADER = "client_ref,visitor_email,backup_email,interval_days,started_on,introduced_on,handover_done,confident"
NEARLY = f"{HEADER}\nA-1,{HANA},{BETH},14,2026-05-11,,yes,yes\n"
MET = NEARLY.replace("2026-05-11,,", "2026-05-11,2026-05-09,")
LONG_BEGUN = f"{HEADER}\nP-3,{HANA},,14,2020-01-01,,,\nK-2,{IVO},{BETH},30,2020-01-01,,,\n"


@pytest.fixture
def story(tmp_path):
    """Visitor and backup have not met; nothing else is missing."""
    return begin(tmp_path, NEARLY)


def meets(story):
    """The coordinator ticks that they have met."""
    return story.writes(COLIN, "met 9 May\n", answers=latest(story, "beginnings/what_is_missing"))


def test_an_unprompted_plan_is_not_booked_and_visitor_and_coordinator_hear_so(story):
    mails = story.writes(HANA, PLANS).mails
    assert states(story) == ["held"]
    assert templates(to(mails, HANA)) == ["visits/held"]
    said = " ".join(to(mails, HANA)[0].text.split())
    assert "is kept" in said and "not booked yet" in said and "have met" not in said
    assert "It is not booked" in to(mails, COLIN)[0].text


def test_nobody_is_reminded_of_a_visit_that_is_not_booked_and_none_is_asked_for(story):
    story.writes(HANA, PLANS)
    story.waits(days=6)
    assert {"visits/before_house", "visits/when_next", "visits/reminder"}.isdisjoint(sent(story, HANA))


def test_once_they_have_met_the_kept_day_is_booked_and_nobody_is_asked_again(story):
    story.writes(HANA, PLANS)
    mails = meets(story).mails
    assert states(story) == ["planned"]
    assert templates(to(mails, HANA)) == ["visits/booked_at_last"]
    assert templates(to(mails, COLIN)) == ["beginnings/ticked_all"]
    assert "visits/before_house" in templates(to(story.waits(days=7, hours=-1), HANA))


def test_an_answer_to_our_nudge_is_held_as_well(story):
    mails = story.waits(days=14)
    nudge = next(mail for mail in to(mails, HANA) if mail.template == "visits/when_next")
    story.writes(HANA, "On 29 May.\n", answers=nudge)
    assert states(story) == ["held"]
    meets(story)
    assert states(story) == ["planned"]


def test_a_coordinator_who_plans_it_hears_that_it_is_not_booked_and_so_does_its_visitor(story):
    mails = story.writes(COLIN, "Person visited: A-1\nNext visit: 18/05/2026\n").mails
    assert states(story) == ["held"]
    assert set(templates(to(mails, COLIN))) == {"visits/held_noted", "beginnings/what_is_missing"}
    assert templates(to(mails, HANA)) == ["visits/held"]


def test_a_coordinators_move_of_a_visit_that_was_missed_books_nothing_either(story):
    story.writes(HANA, "I could not visit Samira on 10 May, the train was cancelled.\n")
    mails = story.waits(days=3)
    story.writes(BETH, "No\n", answers=latest(story, "visits/ask_backup", BETH))
    question = latest(story, "visits/no_taker")
    decided = story.writes(COLIN, "Move to 20 May\n", answers=question)
    assert mails and states(story) == ["missed", "held"]
    done = next(mail for mail in to(decided.mails, COLIN) if mail.template == "attention/command_done")
    assert "not booked" in " ".join(done.text.split())
    meets(story)
    assert states(story) == ["missed", "planned"]


def test_a_day_that_is_over_by_then_is_let_go_and_never_booked(story):
    story.writes(HANA, PLANS)
    mails = story.waits(days=8)
    assert states(story) == ["lapsed"]
    assert "visits/held_day_over" in templates(to(mails, HANA))
    meets(story)
    assert states(story) == ["lapsed"] and "client-to-tell" not in story.open_attention()
    assert "never-booked" in story.open_attention()


def test_another_day_instead_leaves_one_day_kept(story):
    held = to(story.writes(HANA, PLANS).mails, HANA)[0]
    (question,) = to(story.writes(HANA, "On 20 May.\n", answers=held).mails, HANA)
    story.writes(HANA, "Yes\n", answers=question)
    assert states(story) == ["cancelled", "held"]
    meets(story)
    assert states(story) == ["cancelled", "planned"]


def test_a_visit_that_was_never_booked_is_called_off_without_a_replacement(story):
    story.writes(HANA, PLANS)
    mails = story.writes(HANA, "Person visited: A-1\nVisit date: 18/05/2026\nOutcome: cancelled\n").mails
    assert states(story) == ["cancelled"]
    assert templates(to(mails, HANA)) == ["visits/missed_noted"]
    assert "visits/replacement_unanswered" not in [mail.template for mail in story.waits(days=5)]


@pytest.mark.parametrize("planned", [True, False])
def test_whoever_goes_all_the_same_is_believed_and_a_coordinator_sees_it(story, planned):
    if planned:
        story.writes(HANA, "Seeing Samira on 12 May.\n")
    story.waits(days=2)
    story.writes(HANA, "I visited Samira on 12 May. All went well.\n")
    assert states(story) == ["took_place"]
    assert "went-too-early" in story.open_attention()


def test_a_visit_that_the_roll_names_is_held_until_the_roll_brings_what_was_missing(story):
    imports(story, NEARLY.replace("confident\n", "confident,next_visit_on\n").replace("yes\n", "yes,2026-05-20\n"))
    assert states(story) == ["held"]
    assert templates(to(story.waits(hours=1), HANA)) == ["visits/held"]
    imports(story, NEARLY)
    assert to(story.waits(hours=1), HANA) == []  # told once
    imports(story, MET)
    assert "visits/booked_at_last" in templates(to(story.waits(days=1), HANA))
    assert states(story) == ["planned"] and "beginning-missing" not in story.open_attention()


def test_a_visit_of_the_roll_is_booked_where_everything_is_in_place(story):
    imports(story, MET.replace("confident\n", "confident,next_visit_on\n").replace("yes\n", "yes,2026-05-20\n"))
    story.waits(hours=1)
    assert states(story) == ["planned"]


@pytest.mark.duty("S6")
def test_a_new_visitor_without_anybody_to_go_along_is_not_booked_before_they_say_that_they_are_confident(tmp_path):
    alone = f"{HEADER}\nA-1,{HANA},,14,2026-05-11,2026-05-09,yes,no\n"
    story = begin(tmp_path, alone)
    mails = story.writes(HANA, PLANS).mails
    assert states(story) == ["held"] and templates(to(mails, COLIN)) == ["beginnings/nobody_goes_along"]
    (mail,) = to(story.writes(HANA, "I feel confident to go on my own now.\n").mails, HANA)
    assert states(story) == ["planned"] and "is booked" in " ".join(mail.text.split())


@pytest.mark.duty("S6")
def test_what_is_ticked_last_does_not_send_a_new_visitor_alone(tmp_path):
    story = begin(tmp_path, f"{HEADER}\nA-1,{HANA},,14,2026-05-11,,yes,no\n")
    story.writes(HANA, PLANS)
    mails = meets(story).mails
    assert states(story) == ["held"] and to(mails, HANA) == []
    assert "beginnings/nobody_goes_along" in templates(to(mails, COLIN))


@pytest.mark.duty("P1", "C9")
def test_whoever_has_let_a_clearance_run_out_is_not_booked_until_its_new_day_is_ticked(tmp_path):
    story = begin(tmp_path, LONG_BEGUN, {HANA: "references; training:2026-05-01"})
    story.writes(HANA, "Seeing Marek on 18 May.\n")
    assert states(story) == ["held"]
    people = story.scheme.config.folder / "people.csv"
    people.write_text(people.read_text().replace("2026-05-01", "2028-05-01"))
    import_roll(story.scheme, people.parent, story.clock.now())
    story.waits(hours=1)
    assert states(story) == ["planned"]


def test_while_administration_rests_a_day_is_kept_in_silence(story):
    story.writes(HANA, "Samira died last night.\n")
    mails = story.writes(HANA, PLANS).mails
    assert states(story) == ["held"] and to(mails, COLIN) == []
    assert "visits/held_day_over" not in templates(story.waits(days=9))


def test_once_administration_goes_on_what_is_missing_is_put_to_the_coordinator(story):
    rests = to(story.writes(HANA, "Samira's father died last night.\n").mails, COLIN)[0]
    story.writes(HANA, PLANS)
    story.writes(COLIN, "Ask again\n", answers=rests)
    mails = story.waits(hours=1)
    assert "beginnings/what_is_missing" in templates(to(mails, COLIN)) and states(story) == ["held"]
