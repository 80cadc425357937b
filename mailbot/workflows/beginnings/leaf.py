"""Beginnings: nobody visits before everything that their pack asks for is in place (S3 to S6, B2, B3, L9, L10, L24).

A visit that is planned too early is not booked, and not refused in silence: its day is kept (visits/holding.py), its
visitor hears kindly that the coordinator has to settle something first, and the coordinator gets a task that says
what. What is missing goes to nobody else.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from mailbot.events import Event, Kind
from mailbot.letters.values import day as in_words
from mailbot.roll import Match
from mailbot.store.timers import Timer
from mailbot.workflows.beginnings import clearances, contacts
from mailbot.workflows.beginnings.events import (
    BackupChanged,
    ClearanceEnds,
    ContactDue,
    FirstVisit,
    MentoredVisit,
    OfBeginning,
    PlannedToBegin,
    SaidConfident,
    Ticked,
    TrialVisit,
    WentTooEarly,
)
from mailbot.workflows.beginnings.recognise import CONFIDENT, recognise
from mailbot.workflows.beginnings.standing import Standing, standing
from mailbot.workflows.beginnings.tables import record
from mailbot.workflows.beginnings.ticking import Answer, finish, match_asked_about, tick
from mailbot.workflows.contract import Heard, Leaf, LeafAction, NoParams, TimerSpec, Turn
from mailbot.workflows.matching import match_of, pack_name
from mailbot.workflows.published import last_contact_words
from mailbot.workflows.visiting import coming, held
from mailbot.workflows.why import Why

_OF_A_MATCH = (OfBeginning, SaidConfident, ContactDue, BackupChanged)


def check_beginning(turn: Turn, event: Any, _: NoParams) -> Iterable[Event]:
    """A visit is planned: may it be? Nothing is said of a match that has long begun, unless a clearance ran out."""
    yield from _planned(turn, turn.roll.match(event.match_id), event.visitor_id)


def each_morning(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Clearances that run out, and the intervals at which coordinators are in touch."""
    contacts.expect_contacts(turn)
    return clearances.look(turn, timer)


def follow_beginning(turn: Turn, event: Any, _: NoParams) -> Iterable[Event]:
    """A visit took place: what does the beginning ask for now?"""
    match = turn.roll.match(event.match_id)
    if match is None or event.visitor_id != match.visitor_id:
        return
    now = standing(turn, match)
    if event.too_early:
        yield WentTooEarly(**_of(turn, match, now))
    if not now.begins:
        return
    shared, kept, trial = _of(turn, match, now), now.visits_that_took_place, now.wanted.trial_visits
    if now.wanted.call_after_first_visit and kept == 1 and not now.called:
        yield FirstVisit(**shared)
    if now.goes_with_backup:
        yield MentoredVisit(**shared)
    if trial and kept >= trial and not now.reviewed:
        yield TrialVisit(**shared, overdue=kept > trial)


def tick_beginning(turn: Turn, event: Answer, _: NoParams) -> Iterable[Event]:
    """A coordinator ticked something; what they were asked is settled once nothing is missing."""
    match = match_asked_about(turn, event)
    if match is None:
        return
    why_not = tick(turn, match, event)
    if why_not is None:
        turn.change("beginning.ticked", ("match", match.id), tick=event.answer)
    now = standing(turn, match)
    if not now.missing:
        finish(turn, Why.BEGINNING_MISSING, ("match", match.id))
    yield Ticked(
        **_of(turn, match, now),
        taken=why_not is None,
        days_waited=bool(held(turn, match.id, match.visitor_id)),
        _why_not=why_not,
    )


def beginning_task_done(turn: Turn, event: Any, _: NoParams) -> Iterable[Event]:
    """Somebody says that a task about a match is done. "Done" ticks nothing: what is still missing is asked again."""
    match = turn.roll.match(event.about_id)
    if match is None:
        return
    if event.why == Why.CONTACT_DUE:
        turn.change("match.contacted", ("match", match.id))
        contacts.wait_for_contact(turn, match)
    elif event.why == Why.FIRST_VISIT_CALL:
        record(turn.conn, match.id, called_at=turn.now)
        turn.change("beginning.called", ("match", match.id))
    elif event.why in (Why.TRIAL_REVIEW, Why.TRIAL_OVERDUE):
        record(turn.conn, match.id, reviewed_at=turn.now)
        for why in (Why.TRIAL_REVIEW, Why.TRIAL_OVERDUE):
            finish(turn, why, ("match", match.id))
        turn.change("beginning.reviewed", ("match", match.id))
    elif event.why == Why.BEGINNING_MISSING and (now := standing(turn, match)).missing:
        yield Ticked(
            **_of(turn, match, now), taken=False, _why_not="DONE alone ticks nothing: please say what is done"
        )


def hear_confident(turn: Turn, heard: Heard) -> Iterable[Event]:
    """The visitor says so, of the client named or of all where it is waited for."""
    person, fields = turn.sender.person, heard.fact.fields
    if fields.command != CONFIDENT or person is None:
        return
    named = match_of(turn, fields)
    own = [m for m in turn.roll.running_matches if m.visitor_id == person.id and named in (None, m)]
    waiting = [match for match in own if standing(turn, match).goes_with_backup]
    for match in waiting:
        yield SaidConfident(pack=pack_name(turn, match), asked_for=True, trust=turn.records_trust, match_id=match.id)
    if not waiting:
        yield SaidConfident(asked_for=False, trust=turn.records_trust)


def record_confident(turn: Turn, event: SaidConfident, _: NoParams) -> Iterable[Event]:
    """Written down: from now on they may go alone."""
    if event.match_id is not None:
        record(turn.conn, event.match_id, confident_at=turn.now)
        turn.change("beginning.confident", ("match", event.match_id))
    return ()


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """Who and what; what is missing stands only in templates for coordinators."""
    if isinstance(event, ClearanceEnds):
        person = turn.roll.person(event.person_id)
        known: dict[str, object] = {"visitor_first_name": person.first_name, "visitor_phone": person.phone}
        known |= {"missing": event._clearances, "refreshers": event._refreshers}
        return known | {"coming_visits": event._days}
    match = turn.roll.match(event.match_id) if isinstance(event, _OF_A_MATCH) else None
    if match is None:
        return {}
    visitor = turn.roll.person(event.visitor_id if isinstance(event, OfBeginning) else match.visitor_id)
    values: dict[str, object] = {
        "client_ref": turn.roll.client(match.client_id).ref,
        "visitor_first_name": visitor.first_name,
        "visitor_phone": visitor.phone,
        "backup_first_name": turn.roll.person(match.backup_id).first_name if match.backup_id else None,
        "coming_visits": _days(turn, match.id),
    }
    if isinstance(event, ContactDue):
        values["last_contact"] = last_contact_words(turn.conn, match.id)
    if isinstance(event, OfBeginning):
        values["missing"] = event._missing
    if isinstance(event, Ticked):
        values["question"] = event._why_not
    return values


def _days(turn: Turn, match_id: int) -> tuple[str, ...]:
    """The days that are booked, or kept until something else is there."""
    visits = (*coming(turn, match_id), *held(turn, match_id))
    return tuple(in_words(visit.day) for visit in sorted(visits, key=lambda each: each.day))


def _planned(turn: Turn, match: Match | None, person_id: int) -> Iterable[Event]:
    now = standing(turn, match, person_id) if match else None
    if match and now and (now.begins or now.missing):
        yield PlannedToBegin(**_of(turn, match, now, person_id), stands_in=person_id != match.visitor_id)


def _of(turn: Turn, match: Match, now: Standing, person_id: int | None = None) -> dict[str, Any]:
    return {
        "pack": pack_name(turn, match),
        "clear_to_visit": not now.missing,
        "clearances_in_date": now.clearances_in_date,
        "introduced": now.introduced,
        "handover_done": now.handover_done,
        "accompanied": now.accompanied,
        "confident": now.confident,
        "goes_with_backup": now.goes_with_backup,
        "has_backup": match.backup_id is not None,
        "first_visit": now.first_visit,
        "visits_that_took_place": now.visits_that_took_place,
        "match_id": match.id,
        "visitor_id": person_id or match.visitor_id,
        "_missing": now.missing,
    }


LEAF = Leaf(
    name="beginnings",
    recognisers=(recognise,),
    events=(
        *(PlannedToBegin, WentTooEarly, FirstVisit, MentoredVisit, TrialVisit, Ticked, SaidConfident),
        *(ClearanceEnds, ContactDue, BackupChanged),
    ),
    actions=(
        LeafAction("check_beginning", NoParams, check_beginning),
        LeafAction("follow_beginning", NoParams, follow_beginning),
        LeafAction("tick_beginning", NoParams, tick_beginning),
        LeafAction("beginning_task_done", NoParams, beginning_task_done),
        LeafAction("record_confident", NoParams, record_confident),
    ),
    timers=(
        TimerSpec(clearances.LOOK, lambda t: timedelta(days=1), each_morning),
        TimerSpec(contacts.DUE, lambda t: timedelta(0), contacts.contact_due),
        TimerSpec(contacts.NEW_BACKUP, lambda t: timedelta(0), contacts.backup_changed),
        TimerSpec(clearances.ONE, lambda t: timedelta(0), clearances.one_ends),
    ),
    hears={Kind.ACKNOWLEDGEMENT: hear_confident},
    context=context,
    repeats={clearances.LOOK: clearances.next_look},
)
