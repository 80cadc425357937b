"""Who was asked to make a visit in another's place, and whether the person visited was told: tables and rows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, String, Table, bindparam, select, update

from mailbot.store.rows import add
from mailbot.store.tables import UTCDateTime, id_column, metadata


class OfferState(StrEnum):
    """Where an offer is. WAITING: the coordinator named several, and others are asked first."""

    WAITING = "waiting"
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"


class Telling(StrEnum):
    """How far the person visited has been told: the visitor may do it, was asked, or a person was given the task."""

    LEFT = "left"
    ASKED = "asked"
    TASK = "task"
    TOLD = "told"


OUTCOME_OF = {
    OfferState.WAITING: "not asked yet",
    OfferState.ASKED: "asked, no answer yet",
    OfferState.ACCEPTED: "said yes",
    OfferState.DECLINED: "said no",
    OfferState.LAPSED: "did not answer in time",
}


offers = Table(
    "offers",
    metadata,
    id_column(),
    Column("visit_id", ForeignKey("visits.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("state", String(8), nullable=False),
    Column("changed_at", UTCDateTime, nullable=False),
    Index("ix_offers_visit", "visit_id"),
)

_OFFERS = select(offers).where(offers.c.visit_id == bindparam("of")).order_by(offers.c.id)

tellings = Table(
    "tellings",
    metadata,
    Column("visit_id", ForeignKey("visits.id"), primary_key=True),
    Column("state", String(8), nullable=False),
    Column("changed_at", UTCDateTime, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A visit that somebody was asked to make in another's place."""

    id: int
    visit_id: int
    person_id: int
    state: OfferState


def add_offer(conn: Connection, visit_id: int, person_id: int, state: OfferState, now: datetime) -> Offer:
    """Write down that this person is asked, or will be."""
    row = {"visit_id": visit_id, "person_id": person_id, "state": state, "changed_at": now}
    return Offer(add(conn, offers, row), visit_id, person_id, state)


def offer(conn: Connection, offer_id: int) -> Offer:
    """The offer with that number."""
    return _offer(conn.execute(select(offers).where(offers.c.id == offer_id)).one())


def offers_of(conn: Connection, visit_id: int) -> list[Offer]:
    """All offers of that visit, in the order in which they were made."""
    return [_offer(row) for row in conn.execute(_OFFERS, {"of": visit_id})]


def set_offer(conn: Connection, offer_id: int, state: OfferState, now: datetime) -> None:
    """Where it is now."""
    conn.execute(update(offers).where(offers.c.id == offer_id).values(state=state, changed_at=now))


def telling(conn: Connection, visit_id: int) -> Telling | None:
    """How far the person visited has been told of that visit; None where nothing had to be told yet."""
    state = conn.scalar(select(tellings.c.state).where(tellings.c.visit_id == visit_id))
    return Telling(state) if state else None


def set_telling(conn: Connection, visit_id: int, state: Telling, now: datetime) -> None:
    """Where it is now."""
    values = {"state": state, "changed_at": now}
    if telling(conn, visit_id) is None:
        conn.execute(tellings.insert().values(visit_id=visit_id, **values))
    else:
        conn.execute(update(tellings).where(tellings.c.visit_id == visit_id).values(**values))


def _offer(row: Any) -> Offer:
    return Offer(row.id, row.visit_id, row.person_id, OfferState(row.state))
