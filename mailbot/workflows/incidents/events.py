"""What the rules decide about accidents, help that cannot wait, and what should not be (L6, L20 to L22)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from mailbot.events import Event, Fact


class Help(StrEnum):
    """What cannot wait: a child is missing (L22), or somebody needs a doctor (L21)."""

    MISSING = "missing"
    MEDICAL = "medical"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpFirst(Event):
    """Beside a concern or an accident: what its writer has to do before anything else. Packs for children only.

    `carer_may_know` is False with an open concern about the carer's household. `police_too`: the pack wants the
    police rung about a missing child as well.
    """

    name: ClassVar[str] = "help.first"
    alerting: ClassVar[bool] = True

    what: Help
    carer_may_know: bool
    police_too: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentReported(Event):
    """A message tells of an accident or a near miss, or brings the form back. Nothing is written down yet.

    `is_form`: these are the lines of our form. `known`: it stands in the register already.
    """

    name: ClassVar[str] = "incident.reported"
    alerting: ClassVar[bool] = True
    read_by_person: ClassVar[bool] = True

    is_form: bool
    known: bool
    carer_may_know: bool
    incident_id: int | None = None
    match_id: int | None = None
    fact_id: int | None = None
    _fact: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfIncident(Event):
    """Base of events about one row of the register."""

    alerting: ClassVar[bool] = True
    record_kind: ClassVar[str | None] = "incident"

    carer_may_know: bool
    incident_id: int
    match_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentEntered(OfIncident):
    """It stands in the register now. `with_form`: the form came with it, and need not be sent."""

    name: ClassVar[str] = "incident.entered"

    with_form: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentAddedTo(OfIncident):
    """More about one that is in the register; `is_form` if it is the form."""

    name: ClassVar[str] = "incident.added_to"

    is_form: bool


class Sort(StrEnum):
    """Of which sort a mention is: of a rule; that a professional may be needed (B14); of a secure unit (P4); of

    health or safety (L20); of advice that is a professional's to give (B18); of another organisation (B12).
    """

    RULE = "rule"
    PROFESSIONAL = "professional"
    SECURE_UNIT = "secure_unit"
    HEALTH_SAFETY = "health_safety"
    ADVICE = "advice"
    JOINT_WORKING = "joint_working"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfBoundary(Event):
    """Base of: a message mentions what the pack wants talked over first (L6, L13, B15 to B18), or one of the other
    sorts. `asked`: nothing has happened yet.

    `quiet`: the writer gets no line about it, as a concern stands beside it, or as they are told already that a
    person reads their message. `hours_end_at`: when 72 hours in a secure unit are over, UTC; only where the message
    says to the hour since when (P4).
    """

    asked: bool
    sort: Sort
    quiet: bool
    match_id: int | None = None
    hours_end_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryNow(OfBoundary):
    """The pack wants a person to read it now."""

    name: ClassVar[str] = "boundary.now"
    read_by_person: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryToday(OfBoundary):
    """The pack wants it to stand in the digest."""

    name: ClassVar[str] = "boundary.today"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursOver(Event):
    """A child has been in a secure unit for 72 hours, by what was written, and no referral is noted (P4)."""

    name: ClassVar[str] = "secure.hours_over"
    record_kind: ClassVar[str | None] = "message"

    message_id: int
    match_id: int | None = None
    hours_end_at: datetime
