"""Nobody visits before what their pack asks for is in place; what is missing goes to the coordinator only."""

from dataclasses import replace
from shutil import copytree

import pytest

from mailbot.importing import import_roll
from mailbot.workflows.beginnings.leaf import check_beginning
from mailbot.workflows.beginnings.tables import ticked
from mailbot.workflows.contract import NoParams, Turn
from mailbot.workflows.visits.events import VisitPlanned
from tests.letters.help import SHIPPED
from tests.story import BETH, COLIN, HANA, IVO, LENA, templates, to
from tests.workflows.beginning_story import MATCHES, begin, imports, latest, sent

PLANS = "Seeing Samira on 18 May.\n"
IN_ORDER = {IVO: "dbs; references", HANA: "references; training"}
READY = f"""client_ref,visitor_email,backup_email,interval_days,started_on,introduced_on,handover_done,confident
A-1,{HANA},{BETH},14,2026-05-11,2026-05-01,yes,no
K-2,{IVO},{BETH},30,2026-05-11,,yes,no
"""
PRISON = f"client_ref,visitor_email,backup_email,interval_days,started_on\nP-3,{HANA},{BETH},14,{{started}}\n"
FEELS_SO = "I feel confident to go on my own now.\n"


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path)


@pytest.fixture
def ready(tmp_path):
    """Everything is recorded, but that Hana is confident; Ivo's first visit has nobody to go along."""
    return begin(tmp_path, READY, IN_ORDER)


def goes(story, who, name, day):
    """The clock moves to that day of May, at noon, and the visitor reports the visit."""
    days = day - story.clock.now().day
    story.waits(days=days)
    return story.writes(who, f"I visited {name} on {day} May. All went well.\n")


@pytest.mark.duty("S4", "S5", "P1")
def test_a_visit_planned_too_early_is_put_to_the_coordinator_and_its_visitor_hears_kindly_that_it_waits(story):
    decided = story.writes(HANA, PLANS)
    (task,) = to(decided.mails, COLIN)
    assert task.template == "beginnings/what_is_missing"
    assert "have not met" in task.text and "checklist" in task.text and "18 May" in task.text
    (answer,) = to(decided.mails, HANA)
    assert "coordinator has to settle something first" in " ".join(answer.text.split())
    assert not any(word in answer.text for word in ("DBS", "references", "checklist", "not met"))
    assert story.open_attention() == ["beginning-missing"]


@pytest.mark.duty("S5", "S9")
def test_the_checklist_is_asked_for_as_done_and_never_for_what_stands_in_it(story):
    task = to(story.writes(HANA, PLANS).mails, COLIN)[0]
    assert "please do not send what stands in it" in " ".join(task.text.split())
    assert "contact details" in task.text


@pytest.mark.duty("P1", "B2", "C9")
def test_which_clearance_is_missing_goes_to_the_coordinator_only(story):
    mails = story.writes(IVO, "Seeing Tobias on 18 May.\n").mails
    assert [mail.to for mail in mails if "DBS" in mail.text] == [(COLIN,)]


@pytest.mark.duty("S4", "S5")
def test_what_the_coordinator_ticks_by_mail_is_recorded_and_in_the_end_both_hear_that_they_may_go(story):
    story.writes(HANA, PLANS)
    task = latest(story, "beginnings/what_is_missing")
    first = story.writes(COLIN, "met 9 May\n", answers=task)
    assert templates(first.mails) == ["beginnings/ticked"]
    assert "checklist" in first.mails[0].text and "not met" not in first.mails[0].text
    second = story.writes(COLIN, "Handover done.\n", answers=task)
    (mail,) = to(second.mails, HANA)
    assert mail.template == "visits/booked_at_last" and "together with Beth" in " ".join(mail.text.split())
    assert templates(to(second.mails, BETH)) == ["beginnings/please_go_along"]
    assert story.open_attention() == []
    assert "attention/task_open" not in templates(to(story.waits(days=4), COLIN))  # nothing is chased any more


@pytest.mark.duty("S4")
@pytest.mark.parametrize(("experienced", "template"), [("yes", "beginnings/ticked"), ("no", "beginnings/not_ticked")])
def test_by_phone_or_e_mail_counts_only_of_an_experienced_visitor(story, experienced, template):
    people = story.scheme.config.folder / "people.csv"
    people.write_text(people.read_text().replace("900001,visitor,no", f"900001,visitor,{experienced}"))
    import_roll(story.scheme, people.parent, story.clock.now())
    story.writes(HANA, PLANS)
    task = latest(story, "beginnings/what_is_missing")
    answer = story.writes(COLIN, "spoke by phone on 9 May\n", answers=task)
    assert templates(answer.mails) == [template]
    assert ("not met" in answer.mails[0].text) == (experienced == "no")


@pytest.mark.parametrize("line", ["met 20 May 2026", "met 9 May 2024"])
def test_a_meeting_of_the_future_or_of_long_ago_is_not_ticked(story, line):
    story.writes(HANA, PLANS)
    decided = story.writes(COLIN, f"{line}\n", answers=latest(story, "beginnings/what_is_missing"))
    assert templates(decided.mails) == ["beginnings/not_ticked"]
    assert "have not met" in decided.mails[0].text


@pytest.mark.parametrize("line", ["handover not done yet", "Handover done, but not the health part", "met soon"])
def test_what_is_not_said_plainly_ticks_nothing(story, line):
    story.writes(HANA, PLANS)
    story.writes(COLIN, f"{line}\n", answers=latest(story, "beginnings/what_is_missing"))
    again = story.writes(HANA, PLANS)
    assert "visits/held" in templates(to(again.mails, HANA))


def test_done_alone_ticks_nothing_and_is_asked_again(story):
    story.writes(HANA, PLANS)
    decided = story.writes(COLIN, "Done\n", answers=latest(story, "beginnings/what_is_missing"))
    assert "beginnings/not_ticked" in templates(to(decided.mails, COLIN)) or "DONE alone" in decided.mails[0].text
    assert "visits/held" in templates(to(story.writes(HANA, PLANS).mails, HANA))


@pytest.mark.parametrize(("who", "dmarc"), [(HANA, "pass"), (COLIN, "none"), (COLIN, "fail")])
def test_only_the_coordinator_who_was_asked_ticks(story, who, dmarc):
    story.writes(HANA, PLANS)
    task = latest(story, "beginnings/what_is_missing")
    story.writes(who, "Handover done\n", answers=task, dmarc=dmarc)
    decided = story.writes(COLIN, "met 9 May\n", answers=task)
    assert "checklist" in latest(story, "beginnings/ticked").text
    assert "beginnings/you_may_go" not in templates(decided.mails)


@pytest.mark.duty("B2", "P1")
@pytest.mark.parametrize("lines", [("Cleared",), ("DBS until 31 March 2027", "References done")])
def test_clearances_are_ticked_by_mail(tmp_path, lines):
    story = begin(tmp_path, READY)
    story.writes(IVO, "Seeing Tobias on 18 May.\n")
    for line in lines:
        decided = story.writes(COLIN, f"{line}\n", answers=latest(story, "beginnings/what_is_missing"))
    assert templates(decided.mails) == ["beginnings/ticked"]
    assert "DBS check" not in decided.mails[0].text and "goes along" in decided.mails[0].text


def test_a_clearance_that_has_run_out_needs_its_new_day_and_cleared_alone_is_not_enough(tmp_path):
    story = begin(tmp_path, READY, {IVO: "dbs:2026-04-01; references"})
    story.writes(IVO, "Seeing Tobias on 18 May.\n")
    task = latest(story, "beginnings/what_is_missing")
    assert "good until Wednesday 1 April 2026" in " ".join(task.text.split())
    assert templates(story.writes(COLIN, "cleared\n", answers=task).mails) == ["beginnings/not_ticked"]
    decided = story.writes(COLIN, "DBS until 31/03/2028\n", answers=task)
    assert "DBS check" not in decided.mails[0].text


@pytest.mark.duty("B3", "L9")
def test_the_first_visit_is_accompanied_by_somebody_experienced(ready):
    ready.writes(IVO, "Seeing Tobias on 18 May.\n")
    task = latest(ready, "beginnings/what_is_missing")
    assert "nobody is named who goes along" in " ".join(task.text.split())
    assert templates(ready.writes(COLIN, "with Lena\n", answers=task).mails) == ["beginnings/not_ticked"]
    again = latest(ready, "beginnings/not_ticked")
    assert templates(ready.writes(COLIN, "with Ivo\n", answers=again).mails) == ["beginnings/not_ticked"]
    last = ready.writes(COLIN, "with Beth\n", answers=latest(ready, "beginnings/not_ticked"))
    assert templates(to(last.mails, IVO)) == ["visits/booked_at_last"]


@pytest.mark.duty("B2", "B3")
def test_in_prison_references_and_training_come_first_and_the_first_visit_is_accompanied(tmp_path):
    story = begin(tmp_path, PRISON.format(started="2026-05-11"))
    story.writes(HANA, "Seeing Marek on 18 May.\n")
    task = latest(story, "beginnings/what_is_missing").text
    assert "references" in task and "training" in task and "goes along" in task


def asked_along(mails):
    """Whether Beth is asked to go along; what she is told besides may stand in the same mail."""
    return any("Please go along" in mail.text for mail in to(mails, BETH))


@pytest.mark.duty("S3", "S6")
def test_a_new_visitor_goes_with_the_backup_until_they_say_that_they_are_confident(ready):
    decided = ready.writes(HANA, PLANS)
    assert "beginnings/go_together" in templates(to(decided.mails, HANA))
    assert asked_along(decided.mails)
    told = ready.writes(HANA, FEELS_SO)
    assert templates(to(told.mails, COLIN)) == ["beginnings/says_confident"]
    later = ready.writes(HANA, "Seeing Samira on 25 May.\n")
    assert not asked_along(later.mails) and templates(to(later.mails, HANA)) == ["visits/planned_recorded"]


@pytest.mark.duty("S3")
def test_the_first_visits_are_with_the_backup_as_many_as_the_pack_says_however_confident(tmp_path):
    copytree(SHIPPED.parent / "rules", tmp_path / "rules")
    pack = tmp_path / "rules" / "schemes" / "asylum-visitors.toml"
    pack.write_text(pack.read_text().replace("# mentored_visits = 3", "mentored_visits = 1"))
    story = begin(tmp_path, READY, IN_ORDER)
    story.writes(HANA, FEELS_SO)
    assert asked_along(story.writes(HANA, PLANS).mails)
    goes(story, HANA, "Samira", 18)
    assert not asked_along(story.writes(HANA, "Seeing Samira on 25 May.\n").mails)


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_confidence_that_may_not_be_theirs_is_not_recorded(ready, dmarc):
    ready.writes(HANA, FEELS_SO, dmarc=dmarc)
    assert asked_along(ready.writes(HANA, PLANS).mails)


@pytest.mark.duty("L9")
def test_the_introduction_at_the_childs_home_is_ticked_before_the_first_visit(story):
    story.writes(IVO, "Seeing Tobias on 18 May.\n")
    task = latest(story, "beginnings/what_is_missing")
    assert "introduction at the child's home, with coordinator, visitor and child" in " ".join(task.text.split())
    ticked = story.writes(COLIN, "Handover done.\n", answers=task)
    assert "introduction" not in ticked.mails[0].text


@pytest.mark.duty("L3")
def test_after_a_visit_to_a_child_a_short_written_record_is_asked_for(ready):
    goes(ready, IVO, "Tobias", 18)
    asked = latest(ready, "visits/recorded_please_write", IVO)
    assert "reply with two or three lines" in " ".join(asked.text.split())


@pytest.mark.duty("S6")
def test_a_new_visitor_who_went_alone_is_shown_to_the_coordinator(ready):
    decided = goes(ready, HANA, "Samira", 18)
    assert "beginnings/were_you_together" in sent(ready, HANA)
    (mail,) = to(decided.mails, HANA)
    assert ready.writes(HANA, "Yes\n", answers=mail).mails == []
    assert "solo-visit" not in ready.open_attention()
    (mail,) = to(goes(ready, HANA, "Samira", 25).mails, HANA)
    ready.writes(HANA, "No\n", answers=mail)
    assert "solo-visit" in ready.open_attention()


@pytest.mark.duty("L24")
def test_after_the_first_visit_the_coordinator_is_asked_to_call_until_they_say_done(ready):
    decided = goes(ready, IVO, "Tobias", 18)
    (task,) = to(decided.mails, COLIN)
    assert task.template == "beginnings/call_visitor"
    assert "attention/task_open" in templates(to(ready.waits(days=2), COLIN))
    ready.writes(COLIN, "Done\n", answers=task)
    assert "first-visit-call" not in ready.open_attention()
    assert to(goes(ready, IVO, "Tobias", 21).mails, COLIN) == []


@pytest.mark.duty("L10")
def test_the_trial_is_reviewed_after_four_visits_that_took_place_and_overdue_after_five(ready):
    for day in (12, 14, 18):
        decided = goes(ready, IVO, "Tobias", day)
        assert "beginnings/trial_review" not in templates(decided.mails)
    assert "beginnings/trial_review" in templates(to(goes(ready, IVO, "Tobias", 20).mails, COLIN))
    overdue = goes(ready, IVO, "Tobias", 22)
    assert templates(to(overdue.mails, COLIN)) == ["beginnings/trial_overdue"]
    ready.writes(COLIN, "Done\n", answers=to(overdue.mails, COLIN)[0])
    assert not {"trial-review", "trial-overdue"} & set(ready.open_attention())
    assert to(goes(ready, IVO, "Tobias", 26).mails, COLIN) == []


def test_the_same_visit_told_twice_is_one_visit_of_the_trial(ready):
    for day in (12, 14, 18):
        goes(ready, IVO, "Tobias", day)
        decided = ready.writes(IVO, f"I visited Tobias on {day} May.\n")
    assert "beginnings/trial_review" not in [mail.template for mail in ready.mails]
    assert decided.mails


@pytest.mark.parametrize("started", ["2026-05-10", "2019-01-01", ""])
def test_a_match_that_began_in_the_past_is_not_held_up(tmp_path, started):
    story = begin(tmp_path, PRISON.format(started=started))
    assert templates(story.writes(HANA, "Seeing Marek on 18 May.\n").mails) == ["visits/planned_recorded"]


def test_a_match_that_begins_later_is_held_to_it_on_that_day_too(tmp_path):
    story = begin(tmp_path, PRISON.format(started="2026-05-15"))
    story.waits(days=7)
    imports(story, PRISON.format(started="2026-05-15"))
    decided = story.writes(HANA, "Seeing Marek on 20 May.\n")
    assert "visits/held" in templates(decided.mails)


def test_a_start_in_the_past_that_is_filled_in_later_ends_the_beginning(tmp_path):
    story = begin(tmp_path, PRISON.format(started="2026-05-11"))
    imports(story, PRISON.format(started="2025-01-01"))
    assert templates(story.writes(HANA, "Seeing Marek on 18 May.\n").mails) == ["visits/planned_recorded"]


def test_a_visit_planned_by_the_import_is_looked_at_in_working_hours(tmp_path):
    story = begin(tmp_path, MATCHES.replace("14,2026-05-11,", "14,2026-05-11,2026-05-18"))
    mails = story.waits(hours=1)
    assert templates(to(mails, COLIN)) == ["beginnings/what_is_missing"]
    assert templates(to(mails, HANA)) == ["visits/held"]


@pytest.mark.duty("C9", "P1")
def test_a_clearance_that_runs_out_within_a_month_stands_in_the_digest_by_name_and_once(tmp_path):
    story = begin(tmp_path, PRISON.format(started="2020-01-01"), {HANA: "references; training:2026-06-12"})
    story.waits(hours=24)
    assert story.open_attention() == []  # Tuesday at eleven: a month and a day before
    story.waits(hours=24)
    assert "clearance-runs-out" in story.open_attention()
    assert "about Hana Adeyemi" in " ".join(latest(story, "attention/digest").text.split())
    story.waits(days=7)
    assert story.open_attention() == ["clearance-runs-out"]
    assert all("training" not in mail.text for mail in to(story.mails, HANA))


@pytest.mark.duty("C9", "P1")
def test_once_it_has_run_out_coming_visits_are_a_task_of_the_coordinator(tmp_path):
    story = begin(tmp_path, PRISON.format(started="2020-01-01"), {HANA: "references; training:2026-05-14"})
    story.writes(HANA, "Seeing Marek on 18 May.\n")
    mails = story.waits(days=4, hours=-1)  # Friday, ten in the morning
    (task,) = [mail for mail in to(mails, COLIN) if mail.template == "beginnings/clearance_out"]
    assert "training" in task.text and "Monday 18 May 2026" in " ".join(task.text.split())
    assert "clearance-out" in story.open_attention()
    story.writes(COLIN, "Done\n", answers=task)
    story.waits(days=2)
    assert sent(story, COLIN).count("beginnings/clearance_out") == 1


def test_nobody_else_hears_of_a_clearance(tmp_path):
    story = begin(tmp_path, PRISON.format(started="2020-01-01"), {HANA: "references; training:2026-05-14"})
    story.writes(HANA, "Seeing Marek on 18 May.\n")
    story.waits(days=10)
    assert all(mail.to == (COLIN,) for mail in story.mails if "training" in mail.text.casefold())
    assert to(story.mails, LENA) == []


@pytest.mark.duty("P1")
def test_a_clearance_of_the_backup_that_runs_out_stands_in_the_digest_too(tmp_path):
    story = begin(tmp_path, PRISON.format(started="2020-01-01"), {BETH: "training:2026-05-20"})
    story.waits(days=1)
    assert "about Beth Caldwell" in " ".join(latest(story, "attention/digest").text.split())


def test_whoever_stands_in_begins_nothing(ready):
    ready.waits(days=2)
    for mail in (ready.writes(BETH, "I visited Samira on 12 May. All went well.\n").mails, ready.waits(days=1)):
        assert "beginnings/were_you_together" not in templates(mail)
    assert "first-visit-call" not in ready.open_attention()


@pytest.mark.duty("P1")
def test_a_clearance_of_whoever_stands_in_has_to_be_in_date_too(tmp_path):
    story = begin(tmp_path, READY, IN_ORDER | {BETH: "dbs:2026-05-01"})
    event = VisitPlanned(visit_id=1, match_id=2, visitor_id=of(story, BETH), has_backup=True)
    (found,) = story.scheme.database.read(lambda conn: list(check_beginning(turn_of(story, conn), event, NoParams())))
    assert found.stands_in and not found.clear_to_visit
    event = replace(event, visitor_id=of(story, COLIN))
    assert (
        story.scheme.database.read(lambda conn: list(check_beginning(turn_of(story, conn), event, NoParams()))) == []
    )


def turn_of(story, conn):
    return Turn(story.scheme, conn, story.clock.now(), story.scheme.roll(conn))


def of(story, address):
    return story.scheme.database.read(story.scheme.roll).by_email(address).id


CHILD = f"client_ref,visitor_email,backup_email,interval_days,started_on\nK-2,{IVO},{BETH},30,2026-05-11\n"
HOTEL_CLIENT = "ref,name,setting,place\nH-2,Samira,hotel,Mill Hotel\n"
HOTEL = f"client_ref,visitor_email,backup_email,interval_days,started_on\nH-2,{IVO},,14,{{started}}\n"


@pytest.mark.duty("L16")
def test_a_match_with_a_child_is_not_clear_before_a_coordinator_ticks_that_the_boundaries_were_explained(tmp_path):
    story = begin(tmp_path, CHILD, IN_ORDER)
    task = to(story.writes(IVO, "Seeing Tobias on 18 May.\n").mails, COLIN)[0]
    assert "the boundaries were explained" in " ".join(task.text.split())
    named = story.writes(COLIN, "With Beth\n", answers=task)
    assert "the boundaries were explained" in " ".join(latest(story, "beginnings/ticked").text.split())
    assert to(named.mails, IVO) == [], "not clear yet"
    story.writes(LENA, "Checklist done\n", answers=task)
    assert "visits/booked_at_last" not in sent(story, IVO), "only whoever was asked ticks it"
    ticked = story.writes(COLIN, "Checklist done\n", answers=latest(story, "beginnings/ticked"))
    assert templates(to(ticked.mails, IVO)) == ["visits/booked_at_last"]


@pytest.mark.duty("L16")
def test_a_pack_that_does_not_ask_for_the_boundaries_does_not_wait_for_them(tmp_path):
    story = begin(tmp_path, PRISON.format(started="2026-05-11"), {HANA: "references; training"})
    task = to(story.writes(HANA, "Seeing Marek on 18 May.\n").mails, COLIN)[0]
    assert "boundaries" not in task.text


def hotel(folder, clearances, started="2020-01-01"):
    """Ivo visits somebody in a hotel, with these clearances on the roll."""
    return begin(folder, HOTEL.format(started=started), {IVO: clearances}, clients=HOTEL_CLIENT)


@pytest.mark.duty("C9")
def test_a_refresher_that_is_due_is_said_to_coordinator_and_volunteer_before_and_once(tmp_path):
    story = hotel(tmp_path, "induction:2027-05-01; dbs:2027-05-01; training:2026-06-12")
    assert "beginnings/refresher_due" not in templates(story.waits(hours=24))  # a month and a day before
    story.waits(days=2)
    reminder = latest(story, "beginnings/refresher_due", IVO)
    assert "the training: good until Friday 12 June 2026" in " ".join(reminder.text.split())
    assert "dbs" not in reminder.text.casefold() and "induction" not in reminder.text
    assert story.open_attention() == ["clearance-runs-out"]
    story.waits(days=7)
    assert sent(story, IVO).count("beginnings/refresher_due") == 1


@pytest.mark.duty("C9")
def test_a_dbs_check_that_runs_out_is_no_refresher_and_is_the_coordinators_alone(tmp_path):
    story = hotel(tmp_path, "induction:2027-05-01; dbs:2026-05-20; training:2027-06-12")
    story.waits(days=2)
    assert story.open_attention() == ["clearance-runs-out"] and sent(story, IVO) == ["visits/welcome"]


@pytest.mark.duty("C9")
def test_training_that_is_ticked_or_stands_without_a_day_is_due_again_after_the_packs_interval(tmp_path):
    story = hotel(tmp_path, "induction; dbs:2029-05-01", started="2026-05-11")
    task = to(story.writes(IVO, "Seeing Samira on 18 May.\n").mails, COLIN)[0]
    assert "the training: not recorded" in task.text and "induction" not in task.text.partition("Please reply")[0]
    story.writes(COLIN, "Training done\n", answers=task)
    story.waits(days=1)
    ivo = next(p for p in story.scheme.database.read(story.scheme.roll).people if p.email == IVO)
    until = story.scheme.database.read(lambda conn: {each.name: str(each.until) for each in ticked(conn, ivo.id)})
    assert until == {"training": "2028-05-10", "induction": "2028-05-11"}, "730 days on from when it was seen"


@pytest.mark.duty("C9")
def test_once_a_refresher_has_run_out_coming_visits_are_the_coordinators_to_decide(tmp_path):
    story = hotel(tmp_path, "induction:2027-05-01; dbs:2027-05-01; training:2026-05-01")
    decided = story.writes(IVO, "Seeing Samira on 18 May.\n")
    assert "visits/held" in templates(to(decided.mails, IVO))
    assert "the training: good until Friday 1 May 2026" in " ".join(to(decided.mails, COLIN)[0].text.split())
