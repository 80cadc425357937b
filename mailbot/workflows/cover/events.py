"""What the rules decide about cover: who is away, which visits fall in it, and appointments of clients."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from mailbot.events import Event, Trust, about_sender


class Days(StrEnum):
    """What is known of the days that somebody is away. Only CLEAR ones are noted."""

    CLEAR = "clear"
    KNOWN = "known"
    UNSURE = "unsure"
    OPEN = "open"
    BACKWARDS = "backwards"
    PAST = "past"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaySaid(Event):
    """Somebody, or their out-of-office (`by_machine`), says that they are away. Nothing is noted yet.

    `visits_ahead`: they have planned visits that may fall in it.
    """

    name: ClassVar[str] = "away.said"
    record_kind: ClassVar[str | None] = "message"

    days: Days
    by_machine: bool
    visits_ahead: bool
    on_roll: bool = about_sender(False)
    trust: Trust = about_sender(Trust.UNVERIFIED)
    message_id: int
    person_id: int | None
    fact_id: int
    _first: date | None = None
    _last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayNoted(Event):
    """The days are noted. `freed`: visits that lay in an earlier notice are not in this one; `left_over`: there is

    more to cover than is asked for by mail.
    """

    name: ClassVar[str] = "away.noted"
    record_kind: ClassVar[str | None] = "absence"

    by_machine: bool
    freed: bool
    left_over: bool
    absence_id: int
    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverNeeded(Event):
    """A planned visit falls in its visitor's days away. `backup_away`: the backup is away on that day too."""

    name: ClassVar[str] = "cover.needed"
    record_kind: ClassVar[str | None] = "visit"

    has_backup: bool
    backup_away: bool
    visit_id: int
    match_id: int
    absence_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupToKnow(Event):
    """A visitor is away and has planned no visit to this client meanwhile: the backup is told the dates (S7)."""

    name: ClassVar[str] = "away.to_know"
    record_kind: ClassVar[str | None] = "absence"

    match_id: int
    absence_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayOver(Event):
    """The last day is over."""

    name: ClassVar[str] = "away.over"
    record_kind: ClassVar[str | None] = "absence"

    absence_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBackAgain(Event):
    """Somebody writes that they are back. `away`: they had told us that they would be away still.

    `visits_left`: visits were to be covered in the days that are left.
    """

    name: ClassVar[str] = "away.back"
    record_kind: ClassVar[str | None] = "person"

    away: bool
    sure: bool
    visits_left: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    person_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyWanted(Event):
    """A visitor asks that the backup comes along to an appointment on a certain day (S8)."""

    name: ClassVar[str] = "company.wanted"
    record_kind: ClassVar[str | None] = "message"

    backup_away: bool
    safe_to_pass: bool
    is_visitor: bool = about_sender(False)
    trust: Trust = about_sender(Trust.UNVERIFIED)
    message_id: int
    match_id: int
    _topic: str
    _day: date
    _at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfAppointment(Event):
    """Base of events about one appointment."""

    record_kind: ClassVar[str | None] = "appointment"

    match_id: int
    appointment_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyAsked(OfAppointment):
    """It is written down; the backup can be asked."""

    name: ClassVar[str] = "company.asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyAnswered(OfAppointment):
    """The backup has said whether they go along. `in_time`: the day is not over."""

    name: ClassVar[str] = "company.answered"

    yes: bool
    in_time: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyUnanswered(OfAppointment):
    """The backup has not answered in time."""

    name: ClassVar[str] = "company.unanswered"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicNoted(OfAppointment):
    """A dated topic is noted: both will be reminded."""

    name: ClassVar[str] = "topic.noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicShared(Event):
    """There is news of a topic without a day, and the other of visitor and backup has not read it (S12)."""

    name: ClassVar[str] = "topic.shared"
    record_kind: ClassVar[str | None] = "match"

    by_visitor: bool
    match_id: int
    _topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicDropped(OfAppointment):
    """It does not take place, or not then: nobody is reminded."""

    name: ClassVar[str] = "topic.dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicNear(OfAppointment):
    """It is the working day before. `visitor_knows`, `backup_knows`: it was they who told us, not before today."""

    name: ClassVar[str] = "topic.near"

    visitor_knows: bool
    backup_knows: bool
