"""The values that letters about cover may disclose: days and references, never a reason."""

from collections.abc import Mapping

from mailbot.events import Event
from mailbot.letters.values import day
from mailbot.roll import Match
from mailbot.workflows.contract import Turn
from mailbot.workflows.cover import absences, appointments, copying
from mailbot.workflows.cover.away import visits_in
from mailbot.workflows.cover.events import (
    AwayNoted,
    AwaySaid,
    BackupToKnow,
    CompanyWanted,
    CoverNeeded,
    OfAppointment,
    TopicShared,
)
from mailbot.workflows.cover.topics import NAMES, NEWS_WORDS, TOPIC_WORDS
from mailbot.workflows.matching import pack_says
from mailbot.workflows.published import PlannedVisit, planned_visit


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """What the event tells."""
    match event:
        case copying.CopyDue():
            return copying.context(turn, event)
        case AwaySaid():
            return {"period_from": event._first, "period_to": event._last}
        case AwayNoted():
            return _of_absence(turn, event.absence_id, visits=True)
        case BackupToKnow():
            return _of_absence(turn, event.absence_id) | _of_match(turn, event.match_id)
        case CoverNeeded():
            return _of_visit(turn, event)
        case CompanyWanted():
            return {"visit_date": event._day} | _of_match(turn, event.match_id)
        case TopicShared():
            match = _match(turn, event.match_id)
            words = NEWS_WORDS.get(event._topic) if pack_says(turn, match, NAMES) else None
            return {"topic_words": words} | _of_match(turn, event.match_id)
        case OfAppointment():
            return _of_appointment(turn, event.appointment_id) | _of_match(turn, event.match_id)
    return {}


def _of_absence(turn: Turn, absence_id: int, *, visits: bool = False) -> dict[str, object]:
    away = absences.get(turn.conn, absence_id)
    listed = tuple(_line(turn, visit) for visit in visits_in(turn, away)) if visits else None
    return {"period_from": away.first, "period_to": away.last, "visit_list": listed}


def _line(turn: Turn, visit: PlannedVisit) -> str:
    match = _match(turn, visit.match_id)
    covered = "the backup is asked" if match.backup_id is not None else "the coordinator is told"
    return f"{day(visit.day)}, {turn.roll.client(match.client_id).ref}: {covered}"


def _of_visit(turn: Turn, event: CoverNeeded) -> dict[str, object]:
    visit = planned_visit(turn.conn, event.visit_id)
    found = _of_match(turn, event.match_id)
    if visit is not None:
        found |= {"visit_date": visit.day, "visit_time": visit.at}
    return found | (_of_absence(turn, event.absence_id) if event.absence_id is not None else {})


def _of_appointment(turn: Turn, appointment_id: int) -> dict[str, object]:
    appointment = appointments.get(turn.conn, appointment_id)
    words = None
    if pack_says(turn, _match(turn, appointment.match_id), NAMES):
        words = TOPIC_WORDS.get(appointment.topic)
    return {"visit_date": appointment.day, "visit_time": appointment.at, "topic_words": words}


def _of_match(turn: Turn, match_id: int) -> dict[str, object]:
    match = _match(turn, match_id)
    return {
        "client_ref": turn.roll.client(match.client_id).ref,
        "visitor_first_name": turn.roll.person(match.visitor_id).first_name,
        "backup_first_name": turn.roll.person(match.backup_id).first_name if match.backup_id is not None else None,
    }


def _match(turn: Turn, match_id: int) -> Match:
    return next(m for m in turn.roll.matches if m.id == match_id)
