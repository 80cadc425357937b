"""What really happened in a simulation, whatever mailbot was told: visits, and journeys alone."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from mailbot.simulation.cast import Pair


class Became(StrEnum):
    """What became of a visit."""

    AGREED = "agreed"
    TOOK_PLACE = "took_place"
    NOT_KEPT = "not_kept"


@dataclass
class TrueVisit:
    """A visit that visitor and client agreed on. `day` is local. `told`: its visitor has said what became of it.

    `mixed_up`: they have said something else first, which was wrong.
    """

    pair: Pair
    day: date
    became: Became = Became.AGREED
    why: str = ""
    told: bool = False
    mixed_up: bool = False


@dataclass
class Journey:
    """Somebody went in alone and said when they would be back (UTC); `written_back` is None until they write.

    `by` is the number of the visitor.
    """

    by: int
    written_at: datetime
    back_by: datetime
    uid: int
    written_back: datetime | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """What was open on one morning: visits that nobody has confirmed, visits not made good, questions, items."""

    day: date
    unconfirmed: int
    unreplaced: int
    questions: int
    items: int


@dataclass
class Truth:
    """Everything that happened."""

    journeys: list[Journey] = field(default_factory=list)
    _visits: dict[tuple[str, date], TrueVisit] = field(default_factory=dict)

    @property
    def visits(self) -> list[TrueVisit]:
        """All visits, in the order in which they were agreed."""
        return list(self._visits.values())

    def agree(self, pair: Pair, day: date) -> TrueVisit:
        """A visit is agreed on; the same day again is the same visit, agreed on anew."""
        visit = self._visits[pair.ref, day] = TrueVisit(pair, day)
        return visit

    def visit(self, ref: str, day: date) -> TrueVisit | None:
        """The visit to that client on that day."""
        return self._visits.get((ref, day))
