"""Lone working (L23): whoever sets off alone is watched until they write that they are back.

A watch is a timer on the person, at their own time of return and a grace. It runs day and night; only a message
that is surely theirs, and surely says that they are safe, stands it down (promise 3).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mailbot.events import Event, Kind, Trust, about_sender
from mailbot.store import attention, timers
from mailbot.store.timers import Timer
from mailbot.workflows.contract import Heard, Leaf, LeafAction, NoParams, Record, TimerSpec, Turn
from mailbot.workflows.matching import match_of, pack_name

OVERDUE = "lone-overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOff(Event):
    """Somebody goes in alone. `back_known`: they said surely when they will be back."""

    name: ClassVar[str] = "lone.set_off"
    record_kind: ClassVar[str | None] = "person"

    back_known: bool
    on_roll: bool = about_sender(False)
    trust: Trust = about_sender(Trust.UNVERIFIED)
    person_id: int | None
    match_id: int | None = None
    _back_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBack(Event):
    """Somebody wrote that they are back. `watched`: their watch runs; `overdue`: others were told already."""

    name: ClassVar[str] = "lone.said_back"
    record_kind: ClassVar[str | None] = "person"

    sure: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    on_roll: bool = about_sender(False)
    watched: bool
    overdue: bool
    person_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue(Event):
    """The time of return and the grace are over, and nothing has come."""

    name: ClassVar[str] = "lone.overdue"
    alerting: ClassVar[bool] = True
    record_kind: ClassVar[str | None] = "person"

    person_id: int
    reporter_id: int


def hear_set_off(turn: Turn, heard: Heard) -> Iterable[Event]:
    """They go in."""
    person, fields = turn.sender.person, heard.fact.fields
    match = match_of(turn, fields)
    yield SetOff(
        pack=pack_name(turn, match),
        back_known=fields.expected_back_at is not None and heard.fact.unsure_of != "expected_back_at",
        on_roll=person is not None,
        trust=turn.sender.trust,
        person_id=person.id if person else None,
        match_id=match.id if match else None,
        _back_at=fields.expected_back_at,
    )


def hear_back(turn: Turn, heard: Heard) -> Iterable[Event]:
    """They are back."""
    person = turn.sender.person
    record = ("person", person.id) if person else None
    yield SaidBack(
        pack=pack_name(turn, match_of(turn, heard.fact.fields)),
        sure=heard.fact.sure,
        trust=turn.records_trust,
        on_roll=person is not None,
        watched=record is not None and timers.running(turn.conn, OVERDUE, record) is not None,
        overdue=record is not None and _is_overdue(turn, record),
        person_id=person.id if person else None,
    )


def watch(turn: Turn, event: SetOff, _: NoParams) -> Iterable[Event]:
    """Wait for them until their time of return and the grace; a later message of theirs moves it."""
    if event.record is not None and event._back_at is not None:
        grace = turn.scheme.config.timers.lone_overdue_after
        turn.start_timer(OVERDUE, event.record, event._back_at.astimezone(turn.now.tzinfo) + grace)
    return ()


def stand_down(turn: Turn, event: SaidBack, _: NoParams) -> Iterable[Event]:
    """They are safe: nobody waits any more."""
    if event.record is not None:
        turn.stop_timer(OVERDUE, event.record)
        attention.done_about(turn.conn, event.record, "said-back", turn.now)
        turn.change("lone.stood_down", event.record)
    return ()


def overdue(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Nothing came in time."""
    yield Overdue(person_id=timer.subject[1], reporter_id=timer.subject[1])


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """Who it is, by first name and phone, and from when on others are told. Never the client, never the place."""
    person_id = getattr(event, "person_id", None)
    person = turn.roll.person(person_id) if person_id is not None else None
    values: dict[str, object] = {
        "visitor_first_name": person.first_name if person else None,
        "visitor_phone": person.phone if person else None,
    }
    if isinstance(event, SetOff) and event._back_at is not None:
        back_at = event._back_at.astimezone(turn.scheme.zone)
        values |= {"back_at": back_at, "told_at": back_at + turn.scheme.config.timers.lone_overdue_after}
    return values


def _is_overdue(turn: Turn, record: Record) -> bool:
    return any(item.subject == record and item.why == OVERDUE for item in attention.open_items(turn.conn))


LEAF = Leaf(
    name="lone",
    events=(SetOff, SaidBack, Overdue),
    actions=(LeafAction("watch", NoParams, watch), LeafAction("stand_down", NoParams, stand_down)),
    timers=(TimerSpec(OVERDUE, lambda t: t.lone_overdue_after, overdue, clock="safety"),),
    hears={Kind.LONE_CHECK_IN: hear_set_off, Kind.LONE_CHECK_OUT: hear_back},
    context=context,
)
