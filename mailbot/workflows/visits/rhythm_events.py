"""What the rules decide about the rhythm of a match: the next visit is not planned, or is overdue."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mailbot.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMatch(Event):
    """Base of events about one match. `_due`: the local day on which its interval is over."""

    record_kind: ClassVar[str | None] = "match"

    match_id: int
    _due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NextUnplanned(OfMatch):
    """The interval is nearly over, and no next visit is planned (B4, L1)."""

    name: ClassVar[str] = "match.unplanned"

    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitOverdue(OfMatch):
    """The agreed interval is over, no visit took place in it, and none is planned (B4, L1)."""

    name: ClassVar[str] = "match.overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmDue(Event):
    """A working day begins: which matches need the next date?"""

    name: ClassVar[str] = "rhythm.due"
