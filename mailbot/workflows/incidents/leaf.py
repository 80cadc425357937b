"""Accidents and near misses: form, register, who has to be told; and what comes before all of it (L20 to L22).

mailbot tells a carer nothing itself: it says who has to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mailbot.events import Event, Kind
from mailbot.letters.letter import Letter
from mailbot.letters.values import Number
from mailbot.rulebook.rule import Recipient, TemplateName
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.contract import QUESTION_UNANSWERED, Leaf, LeafAction, NoParams, Posting, TimerSpec, Turn
from mailbot.workflows.incidents import register
from mailbot.workflows.incidents.boundaries import boundary_mentioned
from mailbot.workflows.incidents.events import (
    BoundaryNow,
    BoundaryToday,
    HelpFirst,
    HoursOver,
    IncidentAddedTo,
    IncidentEntered,
    IncidentReported,
    OfBoundary,
    OfIncident,
)
from mailbot.workflows.incidents.form import recognise_form
from mailbot.workflows.incidents.hearing import CHILDREN, hear_incident, help_first_and_more
from mailbot.workflows.incidents.register import Incident, NewIncident
from mailbot.workflows.incidents.secure import HOURS, HOURS_OVER, hours_over, watch_hours
from mailbot.workflows.recipients import find_recipients
from mailbot.workflows.why import Why

_TOLD = {
    Why.TELL_SUPERVISING_WORKER: ("supervising_told_at", "supervising-social-worker-told"),
    Why.TELL_CHILDS_WORKER: ("childs_told_at", "childs-social-worker-told"),
}


def enter_incident(turn: Turn, event: IncidentReported, _: NoParams) -> Iterable[Event]:
    """Write it into the register."""
    if turn.inbox_id is None:
        raise LookupError("an accident is reported by a message only")
    person, social_workers = turn.sender.person, _is_for_children(turn, event.pack)
    new = NewIncident(
        pack=event.pack,
        match_id=event.match_id,
        reporter_id=person.id if person else None,
        reporter_trust=turn.sender.trust,
        inbox_id=turn.inbox_id,
        social_workers=social_workers,
        carer_to_know=social_workers and event.carer_may_know,
        words=_words(turn),
    )
    incident = register.enter(turn.conn, new, turn.now)
    _log(turn, incident, "reported")
    if event.is_form:
        _form_is_back(turn, incident)
    turn.change("incident.entered", ("incident", incident.id), event.fact_id)
    yield IncidentEntered(with_form=event.is_form, **_of(event, incident))


def add_to_incident(turn: Turn, event: IncidentReported, _: NoParams) -> Iterable[Event]:
    """More about one that is known: its words are added, and nothing that stood there is changed."""
    if event.incident_id is None or turn.inbox_id is None:
        raise LookupError("a rule added to an accident, but there is none: its condition must ask for known")
    incident = register.get(turn.conn, event.incident_id)
    register.add_words(turn.conn, incident.id, turn.inbox_id, _words(turn))
    if event.is_form:
        _form_is_back(turn, incident)
    else:
        _log(turn, incident, "added-to")
    turn.change("incident.added_to", ("incident", incident.id), event.fact_id)
    yield IncidentAddedTo(is_form=event.is_form, **_of(event, incident))


def after_reading(turn: Turn) -> Iterable[Event]:
    """What no fact stands for: what comes first, what is answered freely, what is to be talked over."""
    yield from help_first_and_more(turn)
    yield from boundary_mentioned(turn)


@dataclass(frozen=True, slots=True)
class Reply:
    """A letter to whoever wrote."""

    template: TemplateName


def send_form(turn: Turn, event: IncidentEntered, params: Reply) -> Iterable[Event]:
    """Send the form, unless it came at once; if it does not come back in time, that stands in the digest."""
    to = find_recipients(turn, event, Recipient("sender")).addresses
    if event.with_form or not to or turn.reading is None or turn.reading.machine:
        return ()
    values = dict(NOTHING_KNOWN) | dict(context(turn, event))
    record = ("incident", event.incident_id)
    turn.post(Posting(Letter(template=params.template, to=to, context=values, subject_record=record, is_reply=True)))
    if turn.inbox_id is not None:
        due = turn.scheme.office.next_open(turn.now + turn.scheme.config.timers.visit_unanswered_after)
        turn.start_timer(QUESTION_UNANSWERED, ("message", turn.inbox_id), due)
    return ()


def say_kindly(turn: Turn, event: OfBoundary, params: Reply) -> Iterable[Event]:
    """One neutral line, where nothing else that is said makes it too much."""
    to = find_recipients(turn, event, Recipient("sender")).addresses
    if to and not event.quiet:
        turn.post(Posting(Letter(template=params.template, to=to, context=dict(NOTHING_KNOWN), is_reply=True)))
    return ()


def incident_task_done(turn: Turn, event: Any, _: NoParams) -> Iterable[Event]:
    """One of the two social workers has been told."""
    if event.about_id is not None and event.why in _TOLD:
        column, code = _TOLD[event.why]
        incident = register.get(turn.conn, event.about_id)
        register.mark(turn.conn, incident.id, column, turn.now)
        _log(turn, incident, code)
    return ()


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """The values that letters about accidents may disclose."""
    settings = turn.scheme.config.scheme
    if isinstance(event, HelpFirst):
        return {"numbers": (Number(settings.name, settings.phone),)}
    if isinstance(event, OfBoundary | HoursOver) and event.hours_end_at is not None:
        match, ends = turn.roll.match(event.match_id), event.hours_end_at.astimezone(turn.scheme.zone)
        ref = turn.roll.client(match.client_id).ref if match else None
        return {"secure_since": ends - HOURS, "secure_until": ends, "client_ref": ref, "writer_words": _words(turn)}
    if not isinstance(event, OfIncident):
        return {}
    incident = register.get(turn.conn, event.incident_id)
    match = turn.roll.match(incident.match_id)
    reporter = turn.roll.person(incident.reporter_id) if incident.reporter_id is not None else None
    return {
        "incident_ref": incident.incident_ref,
        "client_ref": turn.roll.client(match.client_id).ref if match else None,
        "reporter_first_name": reporter.first_name if reporter else None,
        "reporter_trust": turn.sender.trust if turn.reading else None,
        "writer_words": _words(turn) if turn.reading else None,
        "missing": incident.missing,
    }


def _is_for_children(turn: Turn, pack: str | None) -> bool:
    return pack is not None and CHILDREN in turn.scheme.rulebook.packs[pack].values


def _form_is_back(turn: Turn, incident: Incident) -> None:
    register.mark(turn.conn, incident.id, "form_back_at", turn.now)
    _log(turn, incident, "form-back")


def _of(event: IncidentReported, incident: Incident) -> dict[str, Any]:
    return {
        "pack": incident.pack,
        "carer_may_know": event.carer_may_know,
        "incident_id": incident.id,
        "match_id": incident.match_id,
    }


def _words(turn: Turn) -> str:
    return turn.reading.text.newest or turn.reading.message.subject if turn.reading else ""


def _log(turn: Turn, incident: Incident, what: str) -> None:
    person = turn.sender.person
    person_id = person.id if person else None
    register.log(turn.conn, incident.id, what, turn.now, inbox_id=turn.inbox_id, person_id=person_id)


LEAF = Leaf(
    name="incidents",
    recognisers=(recognise_form,),
    events=(HelpFirst, IncidentReported, IncidentEntered, IncidentAddedTo, BoundaryNow, BoundaryToday, HoursOver),
    actions=(
        LeafAction("enter_incident", NoParams, enter_incident),
        LeafAction("add_to_incident", NoParams, add_to_incident),
        LeafAction("send_form", Reply, send_form),
        LeafAction("say_kindly", Reply, say_kindly),
        LeafAction("incident_task_done", NoParams, incident_task_done),
        LeafAction("watch_hours", NoParams, watch_hours),
    ),
    timers=(TimerSpec(HOURS_OVER, lambda _: HOURS, hours_over, clock="safety"),),
    hears={Kind.INCIDENT_REPORT: hear_incident},
    after_reading=after_reading,
    context=context,
)
