"""Each invariant finds what breaks it: the records of a sound scheme, with one thing put wrong."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mailbot.events import Lane
from mailbot.simulation.invariants import INVARIANTS, check
from mailbot.simulation.rows import ItemRow, MailRow, NoteRow, OfferRow, TimerRow, VisitRow
from mailbot.simulation.truth import Journey, Truth
from mailbot.simulation.world import Written
from mailbot.workflows.visits.arranging import OfferState, Telling
from mailbot.workflows.visits.tables import VisitState

BY_NAME = {invariant.name: invariant for invariant in INVARIANTS}
MONDAY = datetime(2027, 9, 20, 10, 0, tzinfo=UTC)  # 11 a.m. in London, two weeks after the beginning
SUNDAY = MONDAY - timedelta(days=1)


def broken(name, records, **changed):
    """What breaks the invariant in records that are so and so; cached groupings do not go over."""
    return list(BY_NAME[name].broken(replace(records, **changed)))


def mail(number=9001, **more):
    """A reminder to the first volunteer on a Monday morning, brought by the clock."""
    values = {
        "id": number,
        "template": "visits/reminder",
        "asks": "outcome",
        "at": MONDAY,
        "lane": Lane.ORDINARY,
        "state": "sent",
        "about": ("visit", 9001),
        "inbox_id": None,
        "addressee_id": 7,
    }
    return MailRow(**values | more)


def visit(records, state, **more):
    """A visit of three weeks before the end, of a match that has no other."""
    day = records.today - timedelta(days=21)
    values = {"id": 9001, "match_id": 9001, "ref": "P-999", "day": day, "state": state, "replaced_by": None}
    return VisitRow(**values | {"changed_at": records.now - timedelta(days=30)} | more)


def item(about=("visit", 9001), inbox_id=None):
    return ItemRow(9001, "visit-not-confirmed", about, inbox_id, MONDAY, None)


def test_in_a_sound_scheme_everything_holds_that_must(records):
    assert [finding.invariant.name for finding in check(records) if finding.lines] == []


def test_a_planned_visit_that_nobody_asks_about_is_forgotten(records):
    lost = (visit(records, VisitState.PLANNED),)
    assert len(broken("no-visit-forgotten", records, visits=lost)) == 1
    asked = (TimerRow("visit-unconfirmed", ("visit", 9001), records.now),)
    late = (TimerRow("visit-unconfirmed", ("visit", 9001), records.now + timedelta(days=60)),)
    assert broken("no-visit-forgotten", records, visits=lost, timers=asked) != []  # the wait was over long ago
    restarted = (*records.notes, NoteRow(records.now, "timer.started", "visit-unconfirmed", ("visit", 9001), None))
    assert broken("no-visit-forgotten", records, visits=lost, timers=late, notes=restarted) != []
    assert broken("no-visit-forgotten", records, visits=lost, items=(item(),)) == []


def test_a_visit_to_come_is_not_forgotten(records):
    to_come = visit(records, VisitState.PLANNED, day=records.today)
    assert broken("no-visit-forgotten", records, visits=(to_come,)) == []


def test_a_visit_whose_reporter_is_asked_is_not_forgotten(records):
    stopped = (NoteRow(MONDAY, "timer.stopped", "visit-unconfirmed", ("visit", 9001), 9001),)
    asked = (TimerRow("question-unanswered", ("message", 9001), records.now),)
    lost = (visit(records, VisitState.PLANNED),)
    assert broken("no-visit-forgotten", records, visits=lost, notes=stopped, timers=asked) == []
    assert broken("no-visit-forgotten", records, visits=lost, notes=stopped, timers=()) != []


@pytest.mark.parametrize("state", [VisitState.MISSED, VisitState.CANCELLED, VisitState.ATTEMPTED])
def test_an_unkept_visit_needs_somebody_told_and_a_replacement_or_a_coordinator(records, state):
    unkept = visit(records, state)
    assert len(broken("unkept-visits-followed-up", records, visits=(unkept,))) == 2
    told = (mail(),)
    assert len(broken("unkept-visits-followed-up", records, visits=(unkept,), mails=told)) == 1
    replaced = replace(unkept, replaced_by=1)
    assert broken("unkept-visits-followed-up", records, visits=(replaced,), mails=told) == []
    assert broken("unkept-visits-followed-up", records, visits=(unkept,), mails=told, items=(item(),)) == []
    ended = (NoteRow(MONDAY, f"visit.{state}", None, ("visit", 9001), 9001),)
    in_another = (mail(about=("visit", 1), inbox_id=9001),)
    assert broken("unkept-visits-followed-up", records, visits=(replaced,), mails=in_another, notes=ended) == []


def test_a_visit_that_somebody_was_asked_to_make_is_followed_up_while_they_may_answer(records):
    unkept, told = visit(records, VisitState.MISSED), (mail(),)
    asked = (OfferRow(9001, 9001, OfferState.ASKED),)
    waits = (TimerRow("offer-unanswered", ("offer", 9001), records.now),)
    state = {"visits": (unkept,), "mails": told, "offers": asked}
    assert broken("unkept-visits-followed-up", records, **state, timers=waits) == []
    assert len(broken("unkept-visits-followed-up", records, **state, timers=())) == 1
    declined = (OfferRow(9001, 9001, OfferState.DECLINED),)
    assert len(broken("unkept-visits-followed-up", records, **state | {"offers": declined}, timers=waits)) == 1


@pytest.mark.parametrize(
    ("telling", "timers", "items", "found"),
    [
        (Telling.TOLD, (), (), 0),
        (None, (), (), 1),
        (Telling.LEFT, (), (), 1),
        (Telling.ASKED, (TimerRow("client-not-told", ("visit", 9001), MONDAY),), (), 0),
        (Telling.TASK, (), (), 1),
        (Telling.TASK, (), (replace(item(), why="client-to-tell"),), 0),
    ],
)
def test_whoever_was_not_visited_has_to_be_told(records, telling, timers, items, found):
    tellings = {9001: telling} if telling else {}
    state = {"visits": (visit(records, VisitState.MISSED),), "timers": timers, "items": items}
    assert len(broken("client-told", records, **state, tellings=tellings)) == found


def test_two_reminders_for_one_thing_within_a_day_are_found(records):
    again = mail(9002, at=MONDAY + timedelta(hours=23))
    assert len(broken("no-reminder-twice", records, mails=(mail(), again))) == 1
    assert broken("no-reminder-twice", records, mails=(mail(), replace(again, at=MONDAY + timedelta(days=1)))) == []
    assert broken("no-reminder-twice", records, mails=(mail(), replace(again, about=("visit", 2)))) == []
    assert broken("no-reminder-twice", records, mails=(mail(), replace(again, addressee_id=8))) == []


@pytest.mark.parametrize(
    ("at", "found"),
    [
        (MONDAY, 0),
        (SUNDAY, 1),
        (MONDAY.replace(hour=17), 1),  # 6 p.m. in London
        (datetime(2027, 12, 27, 11, 0, tzinfo=UTC), 1),  # Christmas Day's bank holiday, a Monday
    ],
)
def test_administration_keeps_working_hours(records, at, found):
    assert len(broken("in-hours", records, mails=(mail(at=at),))) == found


def test_safety_and_the_digest_have_hours_of_their_own(records):
    assert broken("in-hours", records, mails=(mail(at=SUNDAY, lane=Lane.CONCERN),)) == []
    assert broken("in-hours", records, mails=(mail(at=SUNDAY, template="lone/is_back"),)) == []
    at_half_past_eight = MONDAY.replace(hour=7, minute=30)
    assert broken("in-hours", records, mails=(mail(at=at_half_past_eight, template="attention/digest"),)) == []
    assert broken("in-hours", records, mails=(mail(at=SUNDAY, template="attention/digest"),)) != []


def test_an_answer_may_come_at_once_and_a_copy_may_not(records):
    theirs = next(message for message in records.messages if message.person_id is not None)
    answer = mail(at=SUNDAY, inbox_id=theirs.id, addressee_id=theirs.person_id)
    assert broken("copies-in-hours", records, mails=(answer,)) == []
    assert len(broken("copies-in-hours", records, mails=(replace(answer, addressee_id=0),))) == 1


def test_an_alarm_that_did_not_rise_is_found(records):
    number, person = next(iter(records.person_ids.items()))
    alone = Journey(number, MONDAY, MONDAY + timedelta(hours=2), records.messages[0].uid)
    waits = records.scheme.config.lone
    state = {"truth": Truth(journeys=[alone]), "items": (), "watches": {person: [9001]}}
    asked = mail(9001, about=("watch", 9001), at=alone.back_by + waits.visitor_after, addressee_id=person)
    told = mail(9002, about=("watch", 9001), at=alone.back_by + waits.coordinator_after, addressee_id=person + 1)
    assert len(broken("alarms-in-time", records, **state, mails=())) == 2
    assert broken("alarms-in-time", records, **state, mails=(asked, told)) == []
    assert len(broken("alarms-in-time", records, **state, mails=(asked,))) == 1
    late = [replace(each, at=each.at + timedelta(minutes=2)) for each in (asked, told)]
    assert len(broken("alarms-in-time", records, **state, mails=tuple(late))) == 2
    home = Truth(journeys=[replace(alone, written_back=alone.back_by)])
    assert broken("alarms-in-time", records, **state | {"truth": home}, mails=()) == []
    watched = (item(about=None, inbox_id=records.messages[0].id),)
    assert broken("alarms-in-time", records, **state | {"items": watched}, mails=()) == []


def test_more_mails_than_a_volunteer_is_promised_are_counted(records):
    who = next(iter(records.volunteers))
    times = (0, 1, 24, 48, 72)
    mails = tuple(mail(n, addressee_id=who, at=MONDAY + timedelta(hours=hours)) for n, hours in enumerate(times))
    assert len(broken("bundled", records, mails=mails)) == 2
    assert broken("bundled", records, mails=mails[1:4]) == []


def test_what_is_lost_failed_or_left_is_found(records):
    first, *rest = records.messages
    assert len(broken("nothing-lost", records, messages=(replace(first, state="received"), *rest))) == 1
    assert len(broken("nothing-lost", records, messages=(replace(first, tries=1), *rest))) == 1
    assert len(broken("nothing-lost", records, messages=tuple(rest))) == 1
    assert len(broken("nothing-lost", records, mails=(mail(state="queued"),))) == 1


def test_a_visit_that_nobody_agreed_on_is_invented(records):
    assert len(broken("nothing-invented", records, visits=(visit(records, VisitState.PLANNED),))) == 1


def test_a_visit_that_ended_otherwise_in_truth_is_invented(records):
    kept = next(v for v in records.visits if v.state is VisitState.TOOK_PLACE)
    assert len(broken("nothing-invented", records, visits=(replace(kept, state=VisitState.MISSED),))) == 1


def test_two_reports_that_contradict_each_other_need_a_person(records):
    theirs = next(message.id for message in records.messages if message.person_id in records.volunteers)
    said = tuple(
        NoteRow(MONDAY, f"visit.{state}", None, ("visit", 9001), theirs)
        for state in ("planned", "took_place", "missed")
    )
    state = {"visits": (visit(records, VisitState.MISSED),), "notes": said}
    assert len(broken("contradictions-told", records, **state, items=())) == 1
    assert broken("contradictions-told", records, **state, items=(item(about=None, inbox_id=theirs),)) == []
    assert broken("contradictions-told", records, **state | {"notes": said[:2]}, items=()) == []
    assert broken("contradictions-told", records, **state, items=(), volunteers=frozenset()) == []


def test_a_question_that_only_a_machine_answered_is_forgotten(records):
    question = mail(inbox_id=9001, about=("message", 9001), template="visits/ask_date", asks="visit_date")
    asked = (NoteRow(MONDAY, "timer.started", "question-unanswered", ("message", 9001), 9001),)
    by_machine = Written(1, 7, MONDAY, True, question.id)
    state = {"mails": (question,), "notes": asked, "timers": (), "items": ()}
    assert len(broken("no-question-forgotten", records, written=(by_machine,), **state)) == 1
    assert broken("no-question-forgotten", records, written=(replace(by_machine, idle=False),), **state) == []
    told = (item(about=None, inbox_id=9001),)
    assert broken("no-question-forgotten", records, written=(by_machine,), **state | {"items": told}) == []
