"""The scheme helps to book visits (B20): a coordinator's task, chased until it is done, and the visitor is answered.

Nothing is planned by the request: a day that is asked for is not yet a visit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from mailbot.events import Event, Kind, Trust, about_sender
from mailbot.workflows.booking.recognise import BOOK, recognise
from mailbot.workflows.contract import Heard, Leaf, LeafAction, NoParams, Turn
from mailbot.workflows.matching import match_of, pack_name
from mailbot.workflows.pausing import is_paused


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingWanted(Event):
    """A visitor asks that a visit is booked for them. `theirs`: they are visitor or backup of that match."""

    name: ClassVar[str] = "booking.wanted"
    record_kind: ClassVar[str | None] = "match"

    known_whom: bool
    paused: bool
    theirs: bool = about_sender(False)
    trust: Trust = about_sender(Trust.UNVERIFIED)
    match_id: int | None = None
    reporter_id: int | None = None
    _day: date | None = None
    _at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingDone(Event):
    """A coordinator says that the visit is booked."""

    name: ClassVar[str] = "booking.done"
    record_kind: ClassVar[str | None] = "match"

    match_id: int


def hear_booking(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A request to book; any other question is not ours."""
    fields, person = heard.fact.fields, turn.sender.person
    if fields.command != BOOK:
        return
    match = match_of(turn, fields) if heard.fact.sure else None
    yield BookingWanted(
        pack=pack_name(turn, match),
        known_whom=match is not None,
        paused=match is not None and is_paused(turn, match),
        theirs=match is not None and person is not None and person.id in (match.visitor_id, match.backup_id),
        trust=turn.records_trust,
        match_id=match.id if match else None,
        reporter_id=person.id if person else None,
        _day=fields.next_visit_date,
        _at=fields.next_visit_time,
    )


def booking_done(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The task is done: whoever visits hears so."""
    match = turn.roll.match(event.record[1]) if event.record else None
    if match is not None and match.is_running and not is_paused(turn, match):
        turn.change("visit.booked", ("match", match.id))
        yield BookingDone(pack=pack_name(turn, match), match_id=match.id)


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """Whose visit, the day that was asked for, and the words, which only the task for a coordinator discloses."""
    match_id = getattr(event, "match_id", None)
    match = turn.roll.match(match_id) if match_id is not None else None
    if match is None:
        return {}
    known: dict[str, object] = {"client_ref": turn.roll.client(match.client_id).ref}
    if isinstance(event, BookingWanted) and event.reporter_id is not None:
        writer = turn.roll.person(event.reporter_id)
        known |= {"writer_words": turn.reading.text.newest if turn.reading else None}
        known |= {"next_visit_date": event._day, "visit_time": event._at}
        known |= {"visitor_first_name": writer.first_name, "visitor_phone": writer.phone}
    return known


LEAF = Leaf(
    name="booking",
    recognisers=(recognise,),
    events=(BookingWanted, BookingDone),
    actions=(LeafAction("booking_done", NoParams, booking_done),),
    hears={Kind.QUESTION_OTHER: hear_booking},
    context=context,
)
