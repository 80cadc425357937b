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
    """Base of events about one case. `outside_allowed` is what its pack says (C1).

    `own_death`: words about somebody's own death, whatever the urgency (C3).
    """

    alerting: ClassVar[bool] = True
    record_kind: ClassVar[str | None] = "concern"

    urgency: Urgency
    own_death: bool = False
    asked_outside: bool
    outside_allowed: bool
    harm_known: bool
    action_known: bool
    escalated: bool = False
    left_without_call: bool = False
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
class CallCorrected(OfConcern):
    """Its reporter corrects the time of the helpline call: `call_was` (UTC) stood in the case before (C4)."""

    name: ClassVar[str] = "concern.call_corrected"
    alerting: ClassVar[bool] = False  # what stands beside it says so

    call_was: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPerhapsCorrected(OfConcern):
    """Its reporter may mean another time of the helpline call: nothing changed, and they are asked (C4)."""

    name: ClassVar[str] = "concern.call_perhaps_corrected"
    alerting: ClassVar[bool] = False  # what stands beside it says so


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWaits(OfConcern):
    """Some minutes later nobody has said whether the report is to leave, or when the helpline was called (C4)."""

    name: ClassVar[str] = "concern.report_waits"
    alerting: ClassVar[bool] = False  # a reminder beside the chain, which alerts


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWaited(OfConcern):
    """The minutes are over that a form of a verified reporter waits for the time of the call (C4)."""

    name: ClassVar[str] = "concern.form_waited"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportConfirmed(OfConcern):
    """The verified reporter said yes to the draft that they were shown."""

    name: ClassVar[str] = "concern.report_confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNotConfirmed(OfConcern):
    """Somebody answered the reporter's draft who is not surely the reporter: nothing changed."""

    name: ClassVar[str] = "concern.report_not_confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedAfterDecline(OfConcern):
    """The reporter wants a report that an officer said is not needed: the officer is asked once more."""

    name: ClassVar[str] = "concern.confirmed_after_decline"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseWanted(OfConcern):
    """An officer who was asked says that the report leaves."""

    name: ClassVar[str] = "concern.release_wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftChanged(OfConcern):
    """A yes or a release answers a draft whose words have changed since: the newer one is shown (`to_officer`)."""

    name: ClassVar[str] = "concern.draft_changed"

    to_officer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSent(OfConcern):
    """Something that an officer wanted sent did not leave; `_why` says so in words, `_unmended` what to put right."""

    name: ClassVar[str] = "concern.not_sent"

    _why: str
    _unmended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerNoted(OfConcern):
    """What an officer answered was done; `_done` says what, in words."""

    name: ClassVar[str] = "concern.answer_noted"
    alerting: ClassVar[bool] = False

    _done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlagByPhone(OfConcern):
    """It took too long to get through, and there is no usable address for the Red Flag report (C5)."""

    name: ClassVar[str] = "concern.red_flag_by_phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundUnanswered(OfConcern):
    """The ground of a decision has not been recorded by the next working day (L15, L17)."""

    name: ClassVar[str] = "concern.ground_unanswered"
    alerting: ClassVar[bool] = False

    ground_id: int


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
    NOT_ASKED = "not_asked"
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
