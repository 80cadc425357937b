"""What the rules decide about concerns. All of these alert: no rule about them may ask who wrote."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
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
    """Another message joined an open case; `call_time_given` if it brought the time of the helpline call.

    `by_alerted`: words of somebody who was alerted and answers that; `answers`: they give an answer that counts too.
    """

    name: ClassVar[str] = "concern.added_to"

    call_time_given: bool
    new_harm: bool
    by_alerted: bool
    answers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTimeMissing(OfConcern):
    """Some minutes later the time of the call is still not known (C4)."""

    name: ClassVar[str] = "concern.call_time_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationUnanswered(OfConcern):
    """The outside team has not answered in time."""

    name: ClassVar[str] = "concern.escalation_unanswered"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernUnacknowledged(Event):
    """Nobody has said that they have it. `step_due`: the next in the chain is to be told; `reporter_due`: its
    reporter is to hear that nobody has it.
    """

    name: ClassVar[str] = "concern.unacknowledged"
    record_kind: ClassVar[str | None] = "concern"

    urgency: Urgency
    step_due: bool
    reporter_due: bool
    concern_id: int
    reporter_id: int | None = None


class Outcome(StrEnum):
    """What came of an answer to an alert."""

    TAKEN = "taken"
    YOURS = "yours"
    ALREADY = "already"
    OLDER = "older"
    CLOSED = "closed"
    CLOSED_BEFORE = "closed_before"
    NO_REASON = "no_reason"
    OFFICERS_ONLY = "officers_only"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernAnswered(Event):
    """Somebody answered an alert. `reporter_waits`: its reporter was told before that nobody had it."""

    name: ClassVar[str] = "concern.answered"
    record_kind: ClassVar[str | None] = "concern"

    outcome: Outcome
    reporter_waits: bool
    concern_id: int
    reporter_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernToldMore(Event):
    """A message says something of a case that is no sign of harm: it is added, and changes nothing.

    `by_token`: it answers a mail of ours about the case. `outside`: an outside team wrote; `settles`: surely them.
    `alerted`: somebody who was alerted wrote. `thanks`: it says thanks and nothing else. The words go to whoever was
    alerted, and to nobody else.
    """

    name: ClassVar[str] = "concern.told_more"
    read_by_person: ClassVar[bool] = True
    record_kind: ClassVar[str | None] = "concern"

    by_token: bool
    outside: bool
    settles: bool
    alerted: bool
    thanks: bool
    closed: bool
    concern_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernPerhapsToldMore(Event):
    """The reporter of an open case wrote something that nothing accounts for: it may be about the case."""

    name: ClassVar[str] = "concern.perhaps_told_more"
    record_kind: ClassVar[str | None] = "concern"

    concern_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernUndelivered(Event):
    """A mail about a case came back, or its reader is away. `again`: the same address failed before."""

    name: ClassVar[str] = "concern.undelivered"
    record_kind: ClassVar[str | None] = "concern"

    bounced: bool
    outside: bool
    again: bool
    concern_id: int
    _more: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseListDue(Event):
    """It is time for the weekly list of open cases."""

    name: ClassVar[str] = "cases.list_due"
