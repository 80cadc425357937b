"""What the rules decide about beginnings."""

from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event, Trust, about_sender


@dataclass(frozen=True, slots=True, kw_only=True)
class OfBeginning(Event):
    """Base of events about a match that begins. Each state is recorded or not, whether or not its pack asks for it.

    `clear_to_visit`: nothing of what the pack asks for is missing. `goes_with_backup`: the pack wants visitor and
    backup to go together, and the visitor has not yet said that they are confident.
    """

    record_kind: ClassVar[str | None] = "match"

    clear_to_visit: bool
    clearances_in_date: bool
    introduced: bool
    handover_done: bool
    accompanied: bool
    confident: bool
    goes_with_backup: bool
    has_backup: bool
    first_visit: bool
    visits_that_took_place: int
    match_id: int
    visitor_id: int
    _missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedToBegin(OfBeginning):
    """A visit is planned, or held, of a match that begins, or by somebody of whom a clearance has run out.

    `stands_in`: they are not the match's visitor, and begin nothing.
    """

    name: ClassVar[str] = "beginning.visit_planned"

    stands_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WentTooEarly(OfBeginning):
    """A visit took place that was not booked, as something had to come before it."""

    name: ClassVar[str] = "beginning.went_too_early"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstVisit(OfBeginning):
    """The first visit took place, and nobody has called the visitor since (L24)."""

    name: ClassVar[str] = "beginning.first_visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentoredVisit(OfBeginning):
    """A visit took place on which the backup should have been along (S6)."""

    name: ClassVar[str] = "beginning.mentored_visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialVisit(OfBeginning):
    """As many visits as the trial has took place, and the review is not recorded; `overdue`: more than that (L10)."""

    name: ClassVar[str] = "beginning.trial_visit"

    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked(OfBeginning):
    """A coordinator ticked something by mail. `taken` is False where it cannot be, and `_why_not` says why.

    `days_waited`: the visitor has visits that are held.
    """

    name: ClassVar[str] = "beginning.ticked"

    taken: bool
    days_waited: bool = False
    _why_not: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidConfident(Event):
    """A visitor wrote that they are confident to go on alone. `asked_for`: a pack waits for it in that match (S6)."""

    name: ClassVar[str] = "beginning.said_confident"

    asked_for: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    match_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceEnds(Event):
    """A clearance of somebody who visits runs out soon, or has `run_out`.

    `refresher_due`: among them is one that the pack wants done again from time to time (C9).
    """

    name: ClassVar[str] = "clearance.ends"
    record_kind: ClassVar[str | None] = "person"

    run_out: bool
    has_coming_visits: bool
    refresher_due: bool = False
    person_id: int
    visitor_id: int
    _clearances: tuple[str, ...] = ()
    _refreshers: tuple[str, ...] = ()
    _days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDue(Event):
    """The interval is over after which the coordinator is in touch with visitor and person visited (L11)."""

    name: ClassVar[str] = "match.contact_due"
    record_kind: ClassVar[str | None] = "match"

    match_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupChanged(Event):
    """A match has another backup, whose contact details the person visited does not hold yet (S9)."""

    name: ClassVar[str] = "match.backup_changed"
    record_kind: ClassVar[str | None] = "match"

    match_id: int
