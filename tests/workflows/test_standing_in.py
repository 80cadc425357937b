"""A visit not kept: the person visited is told, and somebody else makes it, or a coordinator knows (B10, L2)."""

from datetime import date

import pytest

from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.tables import VisitState
from mailbot.workflows.visits.telling import harmless_reason
from tests.story import BETH, COLIN, HANA, IVO, TESS, begin, templates, to

MISSED = "I did not get to see Marek on Saturday 9 May, my car broke down.\n"
SAMIRA = "Could not visit Samira on Saturday 9 May because the train was cancelled.\n"
ROSH, OTIS = "rosh@example.com", "otis@example.com"
OTHERS = f"Roshni Gill,{ROSH},,visitor,no\nOtis Hale,{OTIS},,visitor,no\n"
SATURDAY, NEXT = date(2026, 5, 9), date(2026, 5, 16)


@pytest.fixture
def story(tmp_path):
    return begin(tmp_path, people=OTHERS)


def only(mails, template):
    (found,) = [mail for mail in mails if mail.template == template]
    return found


def visit_of(story, ref, day):
    def job(conn):
        roll = story.scheme.roll(conn)
        match = roll.match_of(roll.by_ref(ref))
        return ledger.find(conn, match.id, day)

    return story.scheme.database.read(job)


def visitor_of(story, ref, day):
    roll = story.scheme.database.read(story.scheme.roll)
    return roll.person(visit_of(story, ref, day).visitor_id).email


def cannot(story):
    """Hana missed a visit and has no other day; the mail that asks the backup."""
    missed = story.writes(HANA, MISSED)
    return only(
        story.writes(HANA, "Sorry, I cannot.\n", answers=to(missed.mails, HANA)[0]).mails, "visits/ask_backup"
    )


def asked_coordinator(story):
    """Ivo missed a visit in a prison without a backup; the mail that asks the coordinator."""
    missed = story.writes(IVO, "Could not visit Tobias on Saturday 9 May because the train was cancelled.\n")
    return only(story.writes(IVO, "I can't\n", answers=to(missed.mails, IVO)[0]).mails, "visits/no_taker")


@pytest.mark.duty("B10")
def test_the_visitor_is_asked_for_another_day_first_and_a_day_makes_the_visit_good(story):
    (asked,) = to(story.writes(HANA, MISSED).mails, HANA)
    story.writes(HANA, "Saturday 16 May at 2pm\n", answers=asked)
    made = visit_of(story, "P-1", NEXT)
    assert made.state is VisitState.PLANNED
    assert str(made.at) == "14:00:00"
    assert visit_of(story, "P-1", SATURDAY).replaced_by == made.id
    assert "visits/ask_backup" not in templates(story.waits(days=4))


@pytest.mark.duty("B10", "S7")
def test_a_visitor_without_another_day_has_the_backup_asked_who_takes_it_on_a_day(story):
    asked = cannot(story)
    assert asked.to == (BETH,)
    decided = story.writes(BETH, "Yes, Saturday 16 May at 2pm\n", answers=asked)
    assert visitor_of(story, "P-1", NEXT) == BETH
    assert templates(to(decided.mails, HANA)) == ["visits/arranged"]
    assert "visits/arranged_coordinator" in templates(to(decided.mails, COLIN))
    assert "Saturday 16 May" in only(to(decided.mails, COLIN), "visits/tell_client").text


def test_a_yes_without_a_day_is_asked_for_one(story):
    decided = story.writes(BETH, "Yes\n", answers=cannot(story))
    which = only(decided.mails, "visits/offer_which_day")
    story.writes(BETH, "On Saturday 16 May at 2pm\n", answers=which)
    assert visitor_of(story, "P-1", NEXT) == BETH


def test_the_stand_in_is_asked_how_it_went_and_not_the_visitor_who_could_not_go(story):
    story.writes(BETH, "Yes, Saturday 16 May\n", answers=cannot(story))
    later = story.waits(days=8)
    assert "visits/reminder" in templates(to(later, BETH))
    assert "visits/reminder" not in templates(to(later, HANA))
    question = only(to(later, BETH), "visits/reminder")
    story.writes(BETH, "Yes\n", answers=question)
    assert visit_of(story, "P-1", NEXT).state is VisitState.TOOK_PLACE


@pytest.mark.duty("B10")
def test_a_backup_who_says_no_or_nothing_leaves_it_to_the_coordinator_who_hears_what_was_tried(story):
    asked = cannot(story)
    decided = story.writes(BETH, "No, sorry, I am away then\n", answers=asked)
    told = only(to(decided.mails, COLIN), "visits/no_taker")
    assert "Beth: said no" in told.text
    assert templates(to(decided.mails, BETH)) == ["visits/offer_declined_noted"]


def test_no_answer_in_time_counts_as_none_and_the_coordinator_hears_it_in_working_hours(story):
    cannot(story)
    told = only(story.waits(days=3), "visits/no_taker")
    assert "did not answer in time" in told.text


def test_no_other_day_in_time_has_the_backup_asked(story):
    story.writes(HANA, MISSED)
    assert "visits/ask_backup" in templates(to(story.waits(days=4), BETH))


def test_a_coordinator_names_somebody_who_hears_who_it_is_only_after_a_yes(story):
    decided = story.writes(COLIN, "Assign Roshni\n", answers=asked_coordinator(story))
    asked = only(to(decided.mails, ROSH), "visits/ask_visitor")
    for word in ("Tobias", "P-3", "prison", "Ivo"):
        assert word not in asked.text + asked.subject
    yes = story.writes(ROSH, "Yes, Saturday 16 May at 2pm\n", answers=asked)
    assert "P-3" in only(to(yes.mails, ROSH), "visits/offer_taken").text
    assert visitor_of(story, "P-3", NEXT) == ROSH


def test_several_are_asked_one_after_the_other_where_the_pack_does_not_say_otherwise(story):
    decided = story.writes(COLIN, "Ask Roshni and Otis\n", answers=asked_coordinator(story))
    first = only(to(decided.mails, ROSH), "visits/ask_visitor")
    assert to(decided.mails, OTIS) == []
    no = story.writes(ROSH, "No\n", answers=first)
    second = only(to(no.mails, OTIS), "visits/ask_visitor")
    told = only(to(story.writes(OTIS, "No\n", answers=second).mails, COLIN), "visits/no_taker")
    assert "Roshni: said no" in told.text
    assert "Otis: said no" in told.text


def test_where_the_pack_says_so_all_are_asked_and_the_first_yes_wins(story):
    missed = story.writes(IVO, SAMIRA)
    no_backup = story.writes(IVO, "I can't\n", answers=to(missed.mails, IVO)[0])
    coordinator = only(
        story.writes(BETH, "No\n", answers=only(no_backup.mails, "visits/ask_backup")).mails, "visits/no_taker"
    )
    decided = story.writes(COLIN, "Assign Roshni, Otis\n", answers=coordinator)
    for_rosh, for_otis = to(decided.mails, ROSH)[0], to(decided.mails, OTIS)[0]
    story.writes(OTIS, "Yes, Saturday 16 May\n", answers=for_otis)
    late = story.writes(ROSH, "Yes, Saturday 16 May\n", answers=for_rosh)
    assert templates(to(late.mails, ROSH)) == ["visits/offer_too_late"]
    assert visitor_of(story, "H-2", NEXT) == OTIS


@pytest.mark.parametrize("line", ["Assign Bartholomew", "Assign Roshni and Bartholomew"])
def test_a_name_that_is_nobodys_asks_nobody_and_says_so(story, line):
    decided = story.writes(COLIN, f"{line}\n", answers=asked_coordinator(story))
    assert to(decided.mails, ROSH) == []
    assert "not surely that of one person" in only(to(decided.mails, COLIN), "visits/not_asked").text.replace(
        "\n", " "
    )


def test_a_coordinator_gives_the_day_or_says_that_it_is_arranged(story):
    coordinator = asked_coordinator(story)
    story.writes(COLIN, "Move to 16 May 2pm\n", answers=coordinator)
    assert visitor_of(story, "P-3", NEXT) == IVO
    assert "visits/planned_recorded" not in templates(story.waits(hours=1))


def test_whoever_makes_the_visit_hears_of_the_day_that_a_coordinator_gave(story):
    decided = story.writes(COLIN, "Move to 16 May 2pm\n", answers=asked_coordinator(story))
    assert "Saturday 16 May" in only([*decided.mails, *story.waits(days=3)], "visits/planned_for_you").text


def test_a_day_that_a_coordinator_gives_after_somebody_took_the_visit_is_asked_about_like_theirs(story):
    asked_late = only(story.writes(HANA, MISSED).mails, "visits/missed_recorded")
    backup = only(story.writes(HANA, "Sorry, I cannot.\n", answers=asked_late).mails, "visits/ask_backup")
    coordinator = only(story.waits(days=4), "visits/no_taker")
    story.writes(BETH, "Yes, Saturday 16 May\n", answers=backup)
    assert visitor_of(story, "P-1", NEXT) == BETH
    story.writes(COLIN, "Move to 18 May 2pm\n", answers=coordinator)
    assert [visitor_of(story, "P-1", day) for day in (NEXT, date(2026, 5, 18))] == [BETH, BETH]
    asked = [mail for mail in story.waits(days=9) if mail.template == "visits/reminder"]
    assert {mail.to for mail in asked} == {(BETH,)}
    assert all(any(day in mail.text for mail in asked) for day in ("Saturday 16 May", "Monday 18 May"))


def test_whoever_stands_in_for_once_reports_that_visit_and_nobody_asks_who_it_was_to(story):
    decided = story.writes(COLIN, "Assign Roshni\n", answers=asked_coordinator(story))
    story.writes(ROSH, "Yes, Thursday 14 May\n", answers=to(decided.mails, ROSH)[0])
    story.waits(days=3)
    told = story.writes(ROSH, "The visit to P-3 on Thursday 14 May took place.\n")
    assert visit_of(story, "P-3", date(2026, 5, 14)).state is VisitState.TOOK_PLACE
    assert templates(to(told.mails, ROSH)) == ["visits/recorded"]


def test_on_a_day_that_nobody_agreed_with_them_a_person_reads_what_they_write_of_it(story):
    decided = story.writes(COLIN, "Assign Roshni\n", answers=asked_coordinator(story))
    story.writes(ROSH, "Yes, Thursday 14 May\n", answers=to(decided.mails, ROSH)[0])
    story.waits(days=4)
    told = story.writes(ROSH, "The visit to P-3 on Friday 15 May took place.\n")
    assert visit_of(story, "P-3", date(2026, 5, 15)) is None
    assert templates(to(told.mails, ROSH)) == ["attention/held_for_person"]


def test_a_visit_that_a_coordinator_has_arranged_otherwise_is_not_asked_about_again(story):
    coordinator = asked_coordinator(story)
    assert "no-replacement" in story.open_attention()
    story.writes(COLIN, "Done\n", answers=coordinator)
    assert "no-replacement" not in story.open_attention()


def test_a_day_that_is_over_plans_nothing_and_says_so(story):
    decided = story.writes(COLIN, "Move to 2 May 2026\n", answers=asked_coordinator(story))
    assert templates(to(decided.mails, COLIN)) == ["attention/answer_not_taken"]


def test_nobody_but_a_coordinator_names_who_is_asked(story):
    decided = story.writes(TESS, "Assign Roshni\n", answers=asked_coordinator(story))
    assert to(decided.mails, ROSH) == []


def test_a_child_is_visited_only_by_those_to_whom_the_child_agreed(tmp_path):
    clients = f"ref,name,setting,place,stand_ins\nP-1,Marek,foster,,{ROSH}\nH-2,Samira,hotel,,\nP-3,Tobias,prison,,\n"
    story = begin(tmp_path, people=OTHERS, clients=clients, packs=', "independent-visitors"')
    missed = story.writes(HANA, MISSED)
    decided = story.writes(HANA, "Sorry, I cannot.\n", answers=to(missed.mails, HANA)[0])
    assert "visits/ask_backup" not in templates(decided.mails)
    refused = only(to(decided.mails, COLIN), "visits/not_asked")
    assert "agree" in refused.text
    otis = story.writes(COLIN, "Assign Otis\n", answers=refused)
    assert to(otis.mails, OTIS) == []
    rosh = story.writes(COLIN, "Assign Roshni\n", answers=only(to(otis.mails, COLIN), "visits/not_asked"))
    assert "visits/ask_visitor" in templates(to(rosh.mails, ROSH))


@pytest.mark.duty("L2")
def test_where_the_visitor_tells_them_the_visitor_is_asked_first_and_then_it_is_a_task(story):
    story.writes(IVO, SAMIRA)
    asked = only(to(story.waits(hours=3), IVO), "visits/ask_told")
    task = only(to(story.waits(days=1, hours=2), COLIN), "visits/tell_client")
    assert "Another visit is being arranged" in " ".join(task.text.replace(">", " ").split())
    assert "train" not in task.text, "this pack passes on no reason"
    story.writes(COLIN, "Done\n", answers=task)
    assert "client-to-tell" not in story.open_attention()
    assert "attention/task_open" not in templates(story.waits(days=2))
    assert asked.to == (IVO,)


@pytest.mark.parametrize("answer", ["Yes", "Yes, I rang her last night", "Done"])
def test_a_visitor_who_has_told_them_leaves_no_task(story, answer):
    story.writes(IVO, SAMIRA)
    asked = only(to(story.waits(hours=3), IVO), "visits/ask_told")
    story.writes(IVO, f"{answer}\n", answers=asked)
    assert "visits/tell_client" not in templates(story.waits(days=3))


def test_a_visitor_who_has_not_told_them_makes_it_a_task_at_once(story):
    story.writes(IVO, SAMIRA)
    asked = only(to(story.waits(hours=3), IVO), "visits/ask_told")
    assert "visits/tell_client" in templates(story.writes(IVO, "No\n", answers=asked).mails)


def test_who_says_in_the_same_mail_that_they_told_them_is_not_asked(story):
    story.writes(IVO, SAMIRA + "I have rung her and she knows.\n")
    later = story.waits(days=2)
    assert not {"visits/ask_told", "visits/tell_client"} & set(templates(later))


@pytest.mark.duty("B10")
def test_in_a_prison_the_coordinator_gets_a_text_for_the_mail_service_at_once(story):
    task = only(to(story.writes(HANA, MISSED).mails, COLIN), "visits/tell_client")
    text = " ".join(task.text.replace(">", " ").split())
    assert "mail service" in text
    assert "The reason was the journey" in text
    assert "Adeyemi" not in text
    assert HANA not in text


@pytest.mark.parametrize(
    ("reason", "passed_on"),
    [
        ("the train was cancelled", "the journey"),
        ("snow", "the weather"),
        ("I had flu and the trains were off", None),
        ("my knee gave out on the way to the bus", None),
        ("we fell out last time", None),
        (None, None),
    ],
)
def test_only_a_harmless_reason_is_passed_on_and_never_anybodys_health(reason, passed_on):
    assert harmless_reason(reason) == passed_on
