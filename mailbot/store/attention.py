"""What needs a person: `now` is mailed at once, `today` stands in the next digest (design, section 2)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, or_, select, update

from mailbot.events import Disposition, Level
from mailbot.roll import Role
from mailbot.store.rows import add
from mailbot.store.tables import attention, inbox

_OPEN_ABOUT = (
    select(attention)
    .where(attention.c.done_at.is_(None))
    .where(attention.c.subject_kind == bindparam("kind"), attention.c.subject_id == bindparam("number"))
    .order_by(attention.c.level, attention.c.id)
)

_SAME = and_(attention.c.subject_kind == bindparam("kind"), attention.c.subject_id == bindparam("number"))
_IS_KEPT = {
    kind: select(attention.c.id).where(same, attention.c.role == Role.COMPLAINTS_MANAGER).limit(1)
    for kind, same in {
        "": _SAME,
        "message": or_(_SAME, attention.c.inbox_id == bindparam("number")),
        "attention": or_(_SAME, attention.c.id == bindparam("number")),
    }.items()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAttention:
    """A person has to look. `why` is a code; `role` says whose task it is.

    `mailed` is False for an urgent item that no mail goes out about yet; the next tick mails it.
    """

    level: Level
    why: str
    role: Role
    inbox_id: int | None = None
    outbox_id: int | None = None
    subject: tuple[str, int] | None = None
    mailed: bool = True


@dataclass(frozen=True, slots=True)
class Attention:
    """An open or finished item."""

    id: int
    level: Level
    why: str
    role: Role
    inbox_id: int | None
    outbox_id: int | None
    subject: tuple[str, int] | None
    raised_at: datetime
    done_at: datetime | None
    digested_at: datetime | None = None
    done_by: str | None = None


def raise_(conn: Connection, new: NewAttention, now: datetime) -> int:
    """Open an item; returns its id."""
    kind, subject_id = new.subject or (None, None)
    row = {
        "level": new.level,
        "why": new.why,
        "role": new.role,
        "inbox_id": new.inbox_id,
        "outbox_id": new.outbox_id,
        "subject_kind": kind,
        "subject_id": subject_id,
        "raised_at": now,
        "mailed": new.mailed,
    }
    return add(conn, attention, row)


def open_items(conn: Connection) -> list[Attention]:
    """Everything that still needs a person, the urgent first."""
    rows = conn.execute(
        select(attention).where(attention.c.done_at.is_(None)).order_by(attention.c.level, attention.c.id)
    )
    return [_item(row) for row in rows]


def open_about(conn: Connection, subject: tuple[str, int]) -> list[Attention]:
    """What still needs a person about that record; of all that is open there may be thousands."""
    kind, number = subject
    return [_item(row) for row in conn.execute(_OPEN_ABOUT, {"kind": kind, "number": number})]


def take_unmailed(conn: Connection) -> list[Attention]:
    """Urgent items that nobody has been mailed about; they count as mailed from now on."""
    wanted = and_(attention.c.mailed.is_(False), attention.c.level == Level.NOW, attention.c.done_at.is_(None))
    items = [_item(row) for row in conn.execute(select(attention).where(wanted).order_by(attention.c.id))]
    if items:
        conn.execute(update(attention).where(attention.c.id.in_([i.id for i in items])).values(mailed=True))
    return items


def any_unmailed(conn: Connection) -> bool:
    """Whether there is an urgent item that nobody has been mailed about."""
    wanted = and_(attention.c.mailed.is_(False), attention.c.level == Level.NOW, attention.c.done_at.is_(None))
    return conn.scalar(select(attention.c.id).where(wanted).limit(1)) is not None


def for_digest(conn: Connection, role: Role) -> list[Attention]:
    """Open items of that role, for the morning's digest."""
    return [item for item in open_items(conn) if item.role is role]


def is_kept(conn: Connection, about: tuple[str, int]) -> bool:
    """Whether the Complaints Manager was asked about that record, message or item, so that coordinators may not see

    what follows.
    """
    kind, number = about
    return conn.scalar(_IS_KEPT.get(kind, _IS_KEPT[""]), {"kind": kind, "number": number}) is not None


def hand_over(conn: Connection, records: Iterable[tuple[str, int]], old: Role, new: Role) -> list[int]:
    """What is open for one role about these records is the other's, now, and mailed at the next tick."""
    moved = open_of(conn, records, attention.c.role == old)
    values = {"role": new, "level": Level.NOW, "mailed": False}
    conn.execute(update(attention).where(attention.c.id.in_(moved)).values(values))
    return moved


def open_of(conn: Connection, records: Iterable[tuple[str, int]], *which: ColumnElement[bool]) -> list[int]:
    """The numbers of what is open about any of these records; of messages also what they brought."""
    found: list[int] = []
    for kind, number in records:
        about = and_(attention.c.subject_kind == kind, attention.c.subject_id == number)
        about = or_(about, attention.c.inbox_id == number) if kind == "message" else about
        found += conn.scalars(select(attention.c.id).where(about, attention.c.done_at.is_(None), *which)).all()
    return found


def mail_anew(conn: Connection, ids: Collection[int]) -> None:
    """These urgent items are mailed at the next tick: the letter about them was taken back."""
    conn.execute(update(attention).where(attention.c.id.in_(ids)).values(mailed=False))


def open_item(conn: Connection, why: str, subject: tuple[str, int]) -> int | None:
    """The open item that asks the same about that record."""
    same = and_(attention.c.why == why, attention.c.subject_kind == subject[0], attention.c.subject_id == subject[1])
    return conn.scalar(select(attention.c.id).where(same, attention.c.done_at.is_(None)).limit(1))


def get(conn: Connection, item_id: int) -> Attention | None:
    """The item with that number."""
    row = conn.execute(select(attention).where(attention.c.id == item_id)).one_or_none()
    return _item(row) if row else None


def digested(conn: Connection, ids: list[int], now: datetime) -> None:
    """These have been shown in a digest, word for word; the first time counts."""
    first = and_(attention.c.id.in_(ids), attention.c.digested_at.is_(None))
    conn.execute(update(attention).where(first).values(digested_at=now))


def done(conn: Connection, item_id: int, by: str, now: datetime) -> bool:
    """A person says it is done; `by` is a code, never a name. False if it was done before.

    A message whose last item is done is no longer `needs_person`.
    """
    still_open = and_(attention.c.id == item_id, attention.c.done_at.is_(None))
    if conn.execute(update(attention).where(still_open).values(done_at=now, done_by=by)).rowcount == 0:
        return False
    inbox_id = conn.scalar(select(attention.c.inbox_id).where(attention.c.id == item_id))
    if inbox_id is not None and not _open_for(conn, inbox_id):
        parked = and_(inbox.c.id == inbox_id, inbox.c.state == Disposition.NEEDS_PERSON)
        conn.execute(update(inbox).where(parked).values(state=Disposition.DONE))
    return True


def done_about(conn: Connection, subject: tuple[str, int], by: str, now: datetime) -> None:
    """Everything open about that record is done: it has been decided."""
    about = and_(attention.c.subject_kind == subject[0], attention.c.subject_id == subject[1])
    for item_id in conn.scalars(select(attention.c.id).where(about, attention.c.done_at.is_(None))).all():
        done(conn, item_id, by, now)


def done_for_message(conn: Connection, inbox_id: int, by: str, now: datetime) -> None:
    """Everything open about that message is done."""
    about = and_(attention.c.inbox_id == inbox_id, attention.c.done_at.is_(None))
    values = {"done_at": now, "done_by": by}
    conn.execute(update(attention).where(about).values(values))


def _open_for(conn: Connection, inbox_id: int) -> int:
    mine = and_(attention.c.inbox_id == inbox_id, attention.c.done_at.is_(None))
    return conn.scalar(select(func.count()).select_from(attention).where(mine)) or 0


def _item(row: Row[Any]) -> Attention:
    return Attention(
        row.id,
        Level(row.level),
        row.why,
        Role(row.role),
        row.inbox_id,
        row.outbox_id,
        (row.subject_kind, row.subject_id) if row.subject_kind else None,
        row.raised_at,
        row.done_at,
        row.digested_at,
        row.done_by,
    )
