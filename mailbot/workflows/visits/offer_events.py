"""What the rules decide about offers of a visit to others."""

from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfOffer(Event):
    record_kind: ClassVar[str | None] = "offer"

    visit_id: int
    match_id: int
    offer_id: int
    asked_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAccepted(_OfOffer):
    """Somebody takes the visit, for a day. `in_place`: it makes up for a visit that was not kept."""

    name: ClassVar[str] = "offer.accepted"
    record_kind: ClassVar[str | None] = "visit"

    in_place: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferNeedsDay(_OfOffer):
    """Somebody takes the visit, and has not said for which day, or for one that cannot be."""

    name: ClassVar[str] = "offer.needs_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTooLate(_OfOffer):
    """A yes, but somebody else was first, or the visit is no longer wanted."""

    name: ClassVar[str] = "offer.too_late"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDeclined(_OfOffer):
    """A no, or no answer in time. `more_waiting`: the coordinator named others.

    `others_asked`: one of those who were asked may still say yes.
    """

    name: ClassVar[str] = "offer.declined"
    record_kind: ClassVar[str | None] = "visit"

    answered: bool
    more_waiting: bool
    others_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyToAsk(Event):
    """There is nobody left who may be asked. `not_agreed`: only people to whom the client has not agreed."""

    name: ClassVar[str] = "visit.nobody_to_ask"
    record_kind: ClassVar[str | None] = "visit"

    not_agreed: bool = False
    not_known: bool = False
    visit_id: int
    match_id: int
