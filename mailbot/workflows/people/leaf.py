"""People: what volunteers say of themselves. A person reads it; nothing on the roll changes by mail yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event, Fields, Kind, Trust, about_sender
from mailbot.workflows.contract import Heard, Leaf, Turn
from mailbot.workflows.matching import match_of, pack_name
from mailbot.workflows.people.recognise import recognise

KINDS = (
    Kind.UNAVAILABLE,
    Kind.STOP_VISITING,
    Kind.LEAVE_SCHEME,
    Kind.CONTACT_CHANGE,
    Kind.LONE_CHECK_IN,
    Kind.LONE_CHECK_OUT,
    Kind.INCIDENT_REPORT,
    Kind.QUESTION_OTHER,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSaid(Event):
    """Somebody said something about themselves, or asked something: `kind` says what."""

    name: ClassVar[str] = "person.said"

    kind: Kind
    sure: bool
    has_backup: bool
    period_known: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    on_roll: bool = about_sender(False)
    match_id: int | None = None
    _fields: Fields


def hear(turn: Turn, heard: Heard) -> Iterable[Event]:
    """Any of the facts above."""
    match = match_of(turn, heard.fact.fields)
    yield PersonSaid(
        pack=pack_name(turn, match),
        kind=heard.fact.kind,
        sure=heard.fact.sure,
        has_backup=match is not None and match.backup_id is not None,
        period_known=heard.fact.fields.period_from is not None,
        trust=turn.sender.trust,
        on_roll=turn.sender.person is not None,
        match_id=match.id if match else None,
        _fields=heard.fact.fields,
    )


def context(turn: Turn, event: PersonSaid) -> Mapping[str, object]:
    """The dates somebody is away, never the reason."""
    person = turn.sender.person
    return {
        "period_from": event._fields.period_from,
        "period_to": event._fields.period_to,
        "visitor_first_name": person.first_name if person else None,
    }


LEAF = Leaf(
    name="people",
    recognisers=(recognise,),
    events=(PersonSaid,),
    hears=dict.fromkeys(KINDS, hear),
    context=context,
)
