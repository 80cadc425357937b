"""What the rules decide about concerns. All of these alert: no rule about them may ask who wrote."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mailbot.events import Event, Fact, Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernReported(Event):
    """A message shows harm, or says more of an open case (`joins_case`). Nothing is recorded yet."""

    name: ClassVar[str] = "concern.reported"
    alerting: ClassVar[bool] = True

    urgency: Urgency
    sure: bool
    joins_case: bool
    asked_outside: bool
    fact_id: int
    match_id: int | None = None
    case_id: int | None = None
    _fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class OfConcern(Event):
    """Base of events about one case. `outside_allowed` is what its pack says (C1)."""

    alerting: ClassVar[bool] = True
    record_kind: ClassVar[str | None] = "concern"

    urgency: Urgency
    asked_outside: bool
    outside_allowed: bool
    harm_known: bool
    action_known: bool
    escalated: bool = False
    call_logged_at: datetime | None = None
    call_wait_minutes: int | None = None
    concern_id: int
    reporter_id: int | None = None
    match_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernOpened(OfConcern):
    """A case was opened."""

    name: ClassVar[str] = "concern.opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernAddedTo(OfConcern):
    """Another message joined an open case; `call_time_given` if it brought the time of the helpline call."""

    name: ClassVar[str] = "concern.added_to"

    call_time_given: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTimeMissing(OfConcern):
    """Some minutes later the time of the call is still not known (C4)."""

    name: ClassVar[str] = "concern.call_time_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationUnanswered(OfConcern):
    """The outside team has not answered in time."""

    name: ClassVar[str] = "concern.escalation_unanswered"
