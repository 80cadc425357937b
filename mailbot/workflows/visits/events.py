"""What the rules decide about visits."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from mailbot.events import Event, Outcome, Trust, about_sender


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitReported(Event):
    """A message says what became of a visit. Nothing is recorded yet.

    `may_report` is True for the match's visitor and backup and for officers. `day_known` is False where the
    message gives no day, or one that may be another. `in_doubt` names the field that is not sure: the outcome, the
    day, the client.
    """

    name: ClassVar[str] = "visit.reported"

    outcome: Outcome
    client_known: bool
    day_known: bool
    in_future: bool
    sure: bool
    in_doubt: str | None = None
    trust: Trust = about_sender(Trust.UNVERIFIED)
    may_report: bool = about_sender(False)
    match_id: int | None = None
    fact_id: int
    message_id: int | None = None
    _day: date | None = None
    _at: time | None = None

    @property
    def record(self) -> tuple[str, int] | None:
        """The message that is asked about, where it is not the one that has just come."""
        return ("message", self.message_id) if self.message_id is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReported(Event):
    """A message says when the next visit will be. Day and time are local.

    `in_doubt`: the field that is. `perhaps_moved`: it answers our mail about a visit that is planned for another day.
    """

    name: ClassVar[str] = "visit.plan_reported"

    client_known: bool
    day_known: bool
    in_past: bool
    sure: bool
    in_doubt: str | None = None
    perhaps_moved: bool = False
    trust: Trust = about_sender(Trust.UNVERIFIED)
    may_report: bool = about_sender(False)
    match_id: int | None = None
    fact_id: int
    message_id: int | None = None
    _day: date | None = None
    _at: time | None = None
    _moved_from: date | None = None

    @property
    def record(self) -> tuple[str, int] | None:
        """The message that is asked about, where it is not the one that has just come."""
        return ("message", self.message_id) if self.message_id is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfVisit(Event):
    """Base of events about one recorded visit. `replacement_planned`: a later visit of this match is planned.

    `visitor_id` is who makes this visit, who may stand in for the match's visitor. `visitor_away`: they told us
    that they are away on its day (S7). `paused`: administration of this match rests, perhaps since this very message.
    """

    record_kind: ClassVar[str | None] = "visit"

    has_backup: bool
    replacement_planned: bool = False
    paused: bool = False
    visitor_away: bool = False
    visit_id: int
    match_id: int
    visitor_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitTookPlace(OfVisit):
    """A visit was recorded as done (B10, L3). `too_early`: before what must come first, and not booked (S4)."""

    name: ClassVar[str] = "visit.took_place"

    too_early: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitMissed(OfVisit):
    """A visit was recorded as not having taken place (B10)."""

    name: ClassVar[str] = "visit.missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCancelled(OfVisit):
    """A visit was called off before its day, or by the visitor (B9, L2). `was_held`: it was never booked."""

    name: ClassVar[str] = "visit.cancelled"

    was_held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPlanned(OfVisit):
    """A visit is agreed for a day. `by_other`: somebody else than its visitor planned it.

    `was_held`: its day was kept, and what had to come first is there now.
    """

    name: ClassVar[str] = "visit.planned"

    by_other: bool = False
    was_held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitHeld(OfVisit):
    """Somebody named a day for a visit, and something has to come first: the day is kept, nothing is booked (S4)."""

    name: ClassVar[str] = "visit.held"

    by_other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDayOver(OfVisit):
    """The day that was kept is over, and what had to come first never came."""

    name: ClassVar[str] = "visit.held_day_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitComing(OfVisit):
    """A planned visit is near."""

    name: ClassVar[str] = "visit.coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitUnconfirmed(OfVisit):
    """A planned visit's day is over and nobody has said how it went; `reminders` have been sent so far.

    `quiet`: its visitor asked for no more reminders.
    """

    name: ClassVar[str] = "visit.unconfirmed"

    reminders: int
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitContradicted(OfVisit):
    """Somebody says of a recorded visit what cannot be true as well; what was recorded first stays."""

    name: ClassVar[str] = "visit.contradicted"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitWentOtherwise(OfVisit):
    """Asked how it went, its visitor says that it was neither a yes nor a no, and no more."""

    name: ClassVar[str] = "visit.went_otherwise"

    trust: Trust = about_sender(Trust.UNVERIFIED)
    may_report: bool = about_sender(False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacementUnanswered(OfVisit):
    """A missed visit has no replacement, and the time to arrange one is over (B10).

    `was_offered`: somebody was asked to make it.
    """

    name: ClassVar[str] = "visit.replacement_unanswered"

    was_offered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitorCannot(OfVisit):
    """Asked for another day, the visitor says that they cannot."""

    name: ClassVar[str] = "visit.visitor_cannot"
