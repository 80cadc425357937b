"""A visitor asks that the backup comes along to an appointment (S8): the backup is asked, the visitor told."""

from collections.abc import Iterable
from dataclasses import dataclass

from mailbot.events import Event
from mailbot.reading.words.appointments import topic_of
from mailbot.store.timers import Timer
from mailbot.workflows.contract import Heard, NoParams, Turn
from mailbot.workflows.cover import appointments
from mailbot.workflows.cover.appointments import Appointment
from mailbot.workflows.cover.copying import is_alarming
from mailbot.workflows.cover.events import CompanyAnswered, CompanyAsked, CompanyUnanswered, CompanyWanted
from mailbot.workflows.cover.recognise import COME_ALONG
from mailbot.workflows.cover.tables import Company
from mailbot.workflows.cover.topics import REMINDS, keep, near_at, waits_for_office
from mailbot.workflows.matching import match_of, pack_name, pack_says
from mailbot.workflows.pausing import is_paused
from mailbot.workflows.published import is_away

UNANSWERED = "company-unanswered"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the backup said."""

    yes: bool


def hear_company(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A question that asks for company; any other question is not ours."""
    fields, reading, person = heard.fact.fields, turn.reading, turn.sender.person
    match = match_of(turn, fields) if fields.command == COME_ALONG else None
    if match is None or fields.next_visit_date is None or reading is None or turn.inbox_id is None:
        return
    yield CompanyWanted(
        pack=pack_name(turn, match),
        backup_away=match.backup_id is not None and is_away(turn.conn, match.backup_id, fields.next_visit_date),
        safe_to_pass=not is_alarming(reading) and not is_paused(turn, match),
        is_visitor=person is not None and person.id == match.visitor_id,
        trust=turn.records_trust,
        message_id=turn.inbox_id,
        match_id=match.id,
        _topic=topic_of(heard.fact.evidence) or OTHER,
        _day=fields.next_visit_date,
        _at=fields.next_visit_time,
    )


def note_company(turn: Turn, event: CompanyWanted, _: NoParams) -> Iterable[Event]:
    """Write the appointment down, with the question whether the backup goes along."""
    person = turn.sender.person
    if person is None:
        raise LookupError("a rule noted the wish of somebody who is not on the roll: its condition must ask")
    match = next(m for m in turn.roll.matches if m.id == event.match_id)
    topic = event._topic if pack_says(turn, match, REMINDS) else OTHER
    number = keep(turn, Appointment(0, match.id, topic, event._day, event._at, Company.ASKED, person.id, turn.now))
    if appointments.get(turn.conn, number).company is Company.NOT_ASKED:
        appointments.change(turn.conn, number, company=Company.ASKED)
    wait = turn.scheme.config.timers.replacement_unanswered_after
    due_at = max(min(turn.now + wait, near_at(turn, event._day)), turn.now)
    turn.start_timer(UNANSWERED, ("appointment", number), turn.scheme.office.next_open(due_at))
    yield CompanyAsked(pack=event.pack, match_id=match.id, appointment_id=number)


def answer_company(turn: Turn, event: Event, params: Answer) -> Iterable[Event]:
    """The backup says yes or no."""
    if event.record is None:
        return
    number = event.record[1]
    old = appointments.get(turn.conn, number)
    match = turn.roll.match(old.match_id)
    if match is None or match.backup_id is None or turn.sender.person is None:
        return
    appointments.change(turn.conn, number, company=Company.COMING if params.yes else Company.NOT_COMING)
    turn.stop_timer(UNANSWERED, ("appointment", number))
    turn.change("appointment.answered", ("appointment", number))
    yield CompanyAnswered(
        pack=pack_name(turn, match),
        yes=params.yes,
        in_time=old.day >= turn.today and not old.dropped,
        match_id=match.id,
        appointment_id=number,
    )


def company_unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Nobody has answered, and the appointment still stands."""
    appointment = appointments.get(turn.conn, timer.subject[1])
    match = turn.roll.match(appointment.match_id)
    open_still = appointment.company is Company.ASKED and not appointment.dropped
    if match is not None and open_still and not waits_for_office(turn, timer):
        yield CompanyUnanswered(pack=pack_name(turn, match), match_id=match.id, appointment_id=appointment.id)
