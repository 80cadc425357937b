"""The rows of a case's chain: since when it is chased, who was alerted, who has it, why it was closed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from mailbot.workflows.safeguarding import cases
from mailbot.workflows.safeguarding.tables import (
    ConcernState,
    concern_alerted,
    concern_chains,
    concern_closings,
    concerns,
)


@dataclass(frozen=True, slots=True)
class Chain:
    """`since` (UTC): the steps count from it; None while nobody is chased. `step`: the last one that was told;
    `ahead`: how many further ones were told early, as an alert did not arrive.
    """

    concern_id: int
    since: datetime | None
    step: int
    ahead: int
    reporter_told_at: datetime | None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who said that they have it, and when (UTC)."""

    person_id: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Closing:
    """An officer's decision that nothing more is to be done, with its ground."""

    closed_at: datetime
    closed_by: int
    reason: str


_CHAIN = select(concern_chains).where(concern_chains.c.concern_id == bindparam("case"))
_CASE = select(concerns.c.acknowledged_by, concerns.c.acknowledged_at, concerns.c.opened_at).where(
    concerns.c.id == bindparam("case")
)
_CLOSING = select(concern_closings).where(concern_closings.c.concern_id == bindparam("case"))
_ALERTED = (
    select(concern_alerted.c.person_id)
    .where(concern_alerted.c.concern_id == bindparam("case"))
    .order_by(concern_alerted.c.first_at, concern_alerted.c.person_id)
)


def get(conn: Connection, concern_id: int) -> Chain:
    """The chain of that case; one from before there were chains is chased by nobody."""
    row = conn.execute(_CHAIN, {"case": concern_id}).one_or_none()
    if row is None:
        return Chain(concern_id, None, 0, 0, None)
    return Chain(concern_id, row.since, row.step, row.ahead, row.reporter_told_at)


def start(conn: Connection, concern_id: int, now: datetime) -> None:
    """Chase from now on, from the first step."""
    values = {"since": now, "step": 0, "ahead": 0, "reporter_told_at": None}
    mine = update(concern_chains).where(concern_chains.c.concern_id == concern_id)
    if conn.execute(mine.values(values)).rowcount == 0:
        conn.execute(insert(concern_chains).values(concern_id=concern_id, **values))


def change(conn: Connection, concern_id: int, **values: object) -> None:
    """Set values of the row."""
    conn.execute(update(concern_chains).where(concern_chains.c.concern_id == concern_id).values(values))


def alerted(conn: Connection, concern_id: int) -> list[int]:
    """Everybody who was alerted, by number, the first one first."""
    return list(conn.scalars(_ALERTED, {"case": concern_id}))


def note_alerted(conn: Connection, concern_id: int, person_id: int, now: datetime) -> None:
    """They are alerted now; the first time counts."""
    if person_id not in alerted(conn, concern_id):
        conn.execute(insert(concern_alerted).values(concern_id=concern_id, person_id=person_id, first_at=now))


def holder_of(conn: Connection, concern_id: int) -> Holder | None:
    """Who has it."""
    row = conn.execute(_CASE, {"case": concern_id}).one()
    if row.acknowledged_by is None or row.acknowledged_at is None:
        return None
    return Holder(row.acknowledged_by, row.acknowledged_at)


def opened_at(conn: Connection, concern_id: int) -> datetime:
    """When the case was opened (UTC)."""
    at: datetime = conn.execute(_CASE, {"case": concern_id}).one().opened_at
    return at


def close(conn: Connection, concern_id: int, closing: Closing) -> None:
    """Write the decision; the case is closed."""
    values = {"closed_at": closing.closed_at, "closed_by": closing.closed_by, "reason": closing.reason}
    conn.execute(insert(concern_closings).values(concern_id=concern_id, **values))
    cases.change(conn, concern_id, state=ConcernState.CLOSED)


def closing_of(conn: Connection, concern_id: int) -> Closing | None:
    """The decision that closed it."""
    row = conn.execute(_CLOSING, {"case": concern_id}).one_or_none()
    return Closing(row.closed_at, row.closed_by, row.reason) if row else None
