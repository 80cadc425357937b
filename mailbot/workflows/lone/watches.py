"""Reading and writing the watches. All moments are UTC."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from mailbot.store.rows import add
from mailbot.workflows.lone.tables import OPEN, Step, WatchState, told, watches


@dataclass(frozen=True, slots=True)
class Watch:
    """One row: who set off, when the visit begins, when they said they would be back, and what came of it."""

    id: int
    person_id: int
    match_id: int | None
    set_off_at: datetime
    begins_at: datetime
    back_at: datetime
    state: WatchState
    step: Step
    round: int
    home_said_at: datetime | None
    changed_at: datetime

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_alarmed(self) -> bool:
        """Whether others than the visitor wait for them."""
        return self.state in (WatchState.ALARMED, WatchState.ACKNOWLEDGED)


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who was told; `person_id` None for a named person outside the roll."""

    id: int
    person_id: int | None
    step: Step
    round: int
    outbox_id: int | None


_GET = select(watches).where(watches.c.id == bindparam("which"))
_OPEN = (
    select(watches)
    .where(watches.c.person_id == bindparam("who"), watches.c.state.in_(OPEN))
    .order_by(watches.c.id.desc())
    .limit(1)
)
_LAST_BACK = select(func.max(watches.c.home_said_at)).where(
    watches.c.person_id == bindparam("who"), watches.c.state == WatchState.BACK
)
_TOLD = select(told).where(told.c.watch_id == bindparam("of")).order_by(told.c.id)
_CHANGE = update(watches).where(watches.c.id == bindparam("which"))


def get(conn: Connection, watch_id: int) -> Watch | None:
    """The watch with that number."""
    row = conn.execute(_GET, {"which": watch_id}).one_or_none()
    return _watch(row) if row else None


def open_for(conn: Connection, person_id: int) -> Watch | None:
    """The watch over that person that nobody has ended yet."""
    row = conn.execute(_OPEN, {"who": person_id}).one_or_none()
    return _watch(row) if row else None


def any_since(conn: Connection, person_id: int, since: datetime) -> bool:
    """Whether they have set off, or written that they are back, since then."""
    found = select(watches.c.id).where(watches.c.person_id == person_id, watches.c.set_off_at >= since).limit(1)
    return conn.scalar(found) is not None


def begin(conn: Connection, values: dict[str, Any], now: datetime) -> Watch:
    """A new watch."""
    row = {"state": WatchState.OUT, "step": Step.VISITOR, "round": 1, "changed_at": now} | values
    found = get(conn, add(conn, watches, row))
    assert found is not None  # just written
    return found


def change(conn: Connection, watch_id: int, now: datetime, **values: object) -> Watch:
    """Change it; returns it as it is then."""
    conn.execute(_CHANGE, {"which": watch_id, "changed_at": now} | values)
    found = get(conn, watch_id)
    assert found is not None  # nothing deletes a watch
    return found


def note_back(conn: Connection, person_id: int, said_at: datetime, now: datetime) -> None:
    """They wrote that they are back, and nobody waited: their setting off may still be on its way."""
    moments = dict.fromkeys(("set_off_at", "begins_at", "back_at", "home_said_at"), said_at)
    begin(conn, {"person_id": person_id, "state": WatchState.BACK} | moments, now)


def said_back_after(conn: Connection, person_id: int, written_at: datetime) -> bool:
    """Whether they wrote after that moment that they are back from an outing that is over."""
    last = conn.scalar(_LAST_BACK, {"who": person_id})
    return last is not None and last > written_at


def tell(conn: Connection, watch: Watch, person_id: int | None, step: Step, now: datetime) -> int:
    """Remember that somebody is told in this round; returns the row's number."""
    row = {"watch_id": watch.id, "person_id": person_id, "step": step, "round": watch.round, "told_at": now}
    return add(conn, told, row)


def told_by(conn: Connection, told_id: int, outbox_id: int) -> None:
    """By which mail they were told."""
    conn.execute(update(told).where(told.c.id == told_id).values(outbox_id=outbox_id))


def holder(conn: Connection, watch_id: int) -> Told | None:
    """Who was the last to say that they have it."""
    told_so = (each for each in reversed(everybody_told(conn, watch_id)) if each.step is Step.TAKEN)
    return next(told_so, None)


def everybody_told(conn: Connection, watch_id: int) -> list[Told]:
    """Everybody who was told of this watch, in the order in which they were."""
    rows = conn.execute(_TOLD, {"of": watch_id})
    return [Told(row.id, row.person_id, Step(row.step), row.round, row.outbox_id) for row in rows]


def _watch(row: Any) -> Watch:
    values = dict(row._mapping)
    return Watch(**values | {"state": WatchState(row.state), "step": Step(row.step)})
