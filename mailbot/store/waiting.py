"""Letters that wait for the one mail a day that a volunteer gets, and the days on which they got one (promise 11)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Connection,
    Date,
    ForeignKey,
    String,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
)

from mailbot.store.rows import add
from mailbot.store.tables import UTCDateTime, id_column, metadata, outbox

waiting_letters = Table(
    "waiting_letters",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("template", String(64), nullable=False),
    Column("context", JSON, nullable=False),
    Column("subject_kind", String(20)),
    Column("subject_id", BigInteger),
    Column("since", UTCDateTime, nullable=False),
)
bundles = Table(
    "bundles",
    metadata,
    Column("outbox_id", ForeignKey("outbox.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("day", Date, nullable=False),
)
_DAYS = select(bundles.c.day).where(bundles.c.person_id == bindparam("whose"), bundles.c.day >= bindparam("first"))


@dataclass(frozen=True, slots=True)
class Waiting:
    """One letter that waits: its template, the values it discloses (as JSON has them), what it is about."""

    id: int
    person_id: int
    template: str
    context: Mapping[str, Any]
    subject: tuple[str, int] | None


def wait(conn: Connection, letter: Waiting, now: datetime) -> int:
    """Keep the letter; one of the same template about the same record that waits already gives way to it."""
    kind, subject_id = letter.subject or (None, None)
    if letter.subject:
        conn.execute(delete(waiting_letters).where(_same(letter)))
    row = {"person_id": letter.person_id, "template": letter.template, "context": dict(letter.context)}
    return add(conn, waiting_letters, row | {"subject_kind": kind, "subject_id": subject_id, "since": now})


def of_person(conn: Connection, person_id: int) -> list[Waiting]:
    """What waits for that person, the oldest first."""
    mine = waiting_letters.c.person_id == person_id
    rows = conn.execute(select(waiting_letters).where(mine).order_by(waiting_letters.c.id))
    return [
        Waiting(r.id, r.person_id, r.template, r.context, (r.subject_kind, r.subject_id) if r.subject_kind else None)
        for r in rows
    ]


def forget(conn: Connection, ids: Iterable[int]) -> None:
    """Those have gone out, or are stale."""
    conn.execute(delete(waiting_letters).where(waiting_letters.c.id.in_(list(ids))))


def count_mail(conn: Connection, outbox_id: int, person_id: int, day: date) -> None:
    """That mail is one that the person got unasked, on that local day; it counts once."""
    if conn.scalar(select(bundles.c.day).where(bundles.c.outbox_id == outbox_id)) is None:
        conn.execute(insert(bundles).values(outbox_id=outbox_id, person_id=person_id, day=day))


def days_since(conn: Connection, person_id: int, first: date) -> list[date]:
    """The local days, from that one on, on which that person got such a mail; a day with two stands there twice."""
    return list(conn.scalars(_DAYS, {"whose": person_id, "first": first}))


def asked_at(conn: Connection, template: str, about: tuple[str, int], now: datetime) -> datetime | None:
    """When the question of that template about that record was last put into a mail; now, if it still waits."""
    mine = and_(waiting_letters.c.subject_kind == about[0], waiting_letters.c.subject_id == about[1])
    if conn.scalar(select(waiting_letters.c.id).where(mine, waiting_letters.c.template == template)):
        return now
    asked = and_(outbox.c.subject_kind == about[0], outbox.c.subject_id == about[1], outbox.c.asks == "outcome")
    at: datetime | None = conn.scalar(select(func.max(outbox.c.queued_at)).where(asked))
    return at


def _same(letter: Waiting) -> Any:
    kind, subject_id = letter.subject or (None, None)
    return and_(
        waiting_letters.c.person_id == letter.person_id,
        waiting_letters.c.template == letter.template,
        waiting_letters.c.subject_kind == kind,
        waiting_letters.c.subject_id == subject_id,
    )
