"""What the rules decide about ends."""

from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event, Trust, about_sender


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingSaid(Event):
    """Somebody writes that they stop visiting one person, or (`leaves`) leave the scheme. Nothing is changed yet.

    `match_known`: it is clear which match is meant. `own`: the writer is its visitor. `already`: it ends already.
    What we ask a doubtful writer is about their message, so that it can be decided again; else it is about the match.
    """

    name: ClassVar[str] = "ending.said"

    leaves: bool
    sure: bool
    match_known: bool
    already: bool
    own: bool = about_sender(False)
    trust: Trust = about_sender(Trust.UNVERIFIED)
    match_id: int | None = None
    _person_id: int | None = None
    _fact_id: int | None = None

    @property
    def record(self) -> tuple[str, int] | None:
        verified = self.trust is Trust.VERIFIED
        return ("match", self.match_id) if verified and self.match_id is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfEnding(Event):
    record_kind: ClassVar[str | None] = "ending"

    leaves: bool
    has_backup: bool
    has_coming_visits: bool
    ending_id: int
    match_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingBegun(OfEnding):
    """A match ends. `soon`: a coming visit stands before the backup's time to answer is over."""

    name: ClassVar[str] = "ending.begun"

    soon: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTakenOver(OfEnding):
    """The backup says no to the coming visits, or nothing in time."""

    name: ClassVar[str] = "ending.not_taken_over"

    declined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver(OfEnding):
    """The backup takes the coming visits."""

    name: ClassVar[str] = "ending.taken_over"

    _days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchClosed(OfEnding):
    """The closure review is recorded, and the match is closed (L12)."""

    name: ClassVar[str] = "ending.closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchKept(OfEnding):
    """The coordinator says that the match goes on after all."""

    name: ClassVar[str] = "ending.kept"
