"""The ledger of arrivals: raw bytes first, then one decision, then the server's copy is moved (promise 1)."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, false, func, or_, select, update

from mailbot.events import Disposition, Fact, Lane, Trust
from mailbot.reading.message import Message
from mailbot.store.rows import add, add_all
from mailbot.store.tables import fact_texts, facts, inbox, raw_messages

RECEIVED = "received"
RETRY_AFTER = (timedelta(seconds=10), timedelta(minutes=2), timedelta(minutes=15))

_AT_PLACE = select(inbox.c.id).where(
    inbox.c.mailbox == bindparam("mailbox"),
    inbox.c.uidvalidity == bindparam("uidvalidity"),
    inbox.c.uid == bindparam("uid"),
)
_FIRST_COPIES = (
    select(inbox.c.identity, inbox.c.trust, func.min(inbox.c.id).label("first"))
    .where(inbox.c.identity.in_(bindparam("identities", expanding=True)), inbox.c.copy_of.is_(None))
    .group_by(inbox.c.identity, inbox.c.trust)
)
_STATE = select(inbox.c.state).where(inbox.c.id == bindparam("which"))
_PACKED = select(raw_messages.c.packed).where(raw_messages.c.inbox_id == bindparam("which"))
_CHANGE = update(inbox).where(inbox.c.id == bindparam("which"))


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message as it came from the server; `arrived_at` is its INTERNALDATE in UTC.

    `message` is what was read from `raw`, if somebody has read it already; `packed` its bytes as they are kept.
    """

    mailbox: str
    uidvalidity: int
    uid: int
    arrived_at: datetime
    raw: bytes
    lane: Lane
    identity: bytes
    trust: Trust
    message: Message | None = field(default=None, repr=False)
    packed: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that is taken in and not yet decided. `message` is None where its bytes have to be read again.

    `trust` is what was found when it was taken in, or what its writer has confirmed since.
    """

    id: int
    lane: Lane
    tries: int
    arrived_at: datetime
    trust: Trust
    message: Message | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Settled:
    """A decided message whose copy still lies in the server's inbox."""

    id: int
    uid: int
    disposition: Disposition
    lane: Lane
    restricted: bool = False


def take_in(conn: Connection, arrivals: Sequence[Arrival], now: datetime) -> list[Waiting]:
    """Write each arrival with its bytes; those already taken in are left alone.

    A second copy (equal identity, equal trust) is kept and settled as ignored. Returns what has to be handled.
    """
    waiting, first = [], _first_copies(conn, arrivals)
    for each in arrivals:
        if _known(conn, each):
            continue
        item = enter(conn, each, now)
        copy_of = first.setdefault((each.identity, each.trust), item.id)
        if copy_of == item.id:
            waiting.append(item)
            continue
        ended = {"state": Disposition.IGNORED, "copy_of": copy_of, "settled_at": now}
        conn.execute(_CHANGE, {"which": item.id} | ended)
    return waiting


def enter(conn: Connection, arrival: Arrival, now: datetime) -> Waiting:
    """Write one arrival with its bytes, whatever else is in the ledger."""
    inbox_id = add(conn, inbox, _row(arrival, now))
    add_all(conn, raw_messages, [{"inbox_id": inbox_id, "packed": arrival.packed or pack(arrival.raw)}])
    return Waiting(inbox_id, arrival.lane, 0, arrival.arrived_at, arrival.trust, arrival.message)


def pack(raw: bytes) -> bytes:
    """The bytes as they are kept. Worth doing before the writer's turn: it takes a millisecond with receipts."""
    return zlib.compress(raw, 1)


def _row(arrival: Arrival, now: datetime) -> dict[str, object]:
    return {
        "mailbox": arrival.mailbox,
        "uidvalidity": arrival.uidvalidity,
        "uid": arrival.uid,
        "arrived_at": arrival.arrived_at,
        "taken_at": now,
        "lane": arrival.lane,
        "state": RECEIVED,
        "identity": arrival.identity,
        "trust": arrival.trust,
    }


def _known(conn: Connection, arrival: Arrival) -> bool:
    place = {"mailbox": arrival.mailbox, "uidvalidity": arrival.uidvalidity, "uid": arrival.uid}
    return conn.scalar(_AT_PLACE, place) is not None


def _first_copies(conn: Connection, arrivals: Sequence[Arrival]) -> dict[tuple[bytes, str], int]:
    """The first message of each identity and trust that is in the ledger already."""
    rows = conn.execute(_FIRST_COPIES, {"identities": [each.identity for each in arrivals]})
    return {(row.identity, row.trust): row.first for row in rows}


def known_uids(conn: Connection, mailbox: str, uidvalidity: int) -> set[int]:
    """The UIDs of that mailbox that are already in the ledger."""
    mine = and_(inbox.c.mailbox == mailbox, inbox.c.uidvalidity == uidvalidity)
    return set(conn.scalars(select(inbox.c.uid).where(mine)))


def waiting(conn: Connection, now: datetime, limit: int = 100) -> list[Waiting]:
    """The first undecided messages whose time to be tried has come, concerns first, oldest first."""
    due = and_(inbox.c.state == RECEIVED, or_(inbox.c.try_at.is_(None), inbox.c.try_at <= now))
    rows = conn.execute(
        select(inbox.c.id, inbox.c.lane, inbox.c.tries, inbox.c.arrived_at, inbox.c.trust)
        .where(due)
        .order_by(inbox.c.lane, inbox.c.id)
        .limit(limit)
    )
    return [Waiting(row.id, Lane(row.lane), row.tries, row.arrived_at, Trust(row.trust)) for row in rows]


def raw(conn: Connection, inbox_id: int) -> bytes:
    """The bytes exactly as the server gave them."""
    return zlib.decompress(conn.execute(_PACKED, {"which": inbox_id}).scalar_one())


def arrived_at(conn: Connection, inbox_id: int) -> datetime:
    """When it came to the mailbox, in UTC."""
    at: datetime = conn.execute(select(inbox.c.arrived_at).where(inbox.c.id == inbox_id)).scalar_one()
    return at


def is_waiting(conn: Connection, inbox_id: int) -> bool:
    """Whether that message is still undecided."""
    return conn.scalar(_STATE, {"which": inbox_id}) == RECEIVED


def settle(
    conn: Connection,
    inbox_id: int,
    disposition: Disposition,
    person_id: int | None,
    now: datetime,
    *,
    restricted: bool = False,
) -> None:
    """The one end of a message (promise 1). `restricted`: only some may look at the server's copy."""
    values = {
        "state": disposition,
        "person_id": person_id,
        "settled_at": now,
        "error": None,
        "restricted": restricted,
    }
    conn.execute(_CHANGE, {"which": inbox_id} | values)


def failed(conn: Connection, inbox_id: int, error: str, now: datetime) -> int:
    """Count a failure (`error` is a type's name, never a text) and say when to try again; returns the tries."""
    tries = int(conn.execute(select(inbox.c.tries).where(inbox.c.id == inbox_id)).scalar_one()) + 1
    wait = RETRY_AFTER[min(tries, len(RETRY_AFTER)) - 1]
    values = {"tries": tries, "error": error, "try_at": now + wait}
    conn.execute(update(inbox).where(inbox.c.id == inbox_id).values(values))
    return tries


def retry(conn: Connection, inbox_id: int) -> None:
    """A person says: decide this one again from the start."""
    values = {"state": RECEIVED, "tries": 0, "try_at": None, "settled_at": None}
    conn.execute(update(inbox).where(inbox.c.id == inbox_id).values(values))


def vouch_for(conn: Connection, inbox_id: int) -> bool:
    """Its writer has confirmed that it is theirs: decide it again, as verified. Never one that failed the check."""
    unverified = and_(inbox.c.id == inbox_id, inbox.c.trust == Trust.UNVERIFIED, inbox.c.state != RECEIVED)
    values = {"state": RECEIVED, "trust": Trust.VERIFIED, "tries": 0, "try_at": None, "settled_at": None}
    return conn.execute(update(inbox).where(unverified).values(values)).rowcount == 1


def to_move(conn: Connection, mailbox: str, uidvalidity: int, limit: int = 200) -> list[Settled]:
    """Decided messages whose server copy has not been moved yet; a second copy goes where the first one goes."""
    first = inbox.alias()
    mine = and_(inbox.c.mailbox == mailbox, inbox.c.uidvalidity == uidvalidity)
    due = and_(mine, inbox.c.settled_at.is_not(None), inbox.c.moved_at.is_(None))
    decided = or_(inbox.c.copy_of.is_(None), first.c.settled_at.is_not(None))
    hidden = or_(inbox.c.restricted, func.coalesce(first.c.restricted, false()))
    rows = conn.execute(
        select(inbox.c.id, inbox.c.uid, inbox.c.state, inbox.c.lane, hidden.label("restricted"))
        .select_from(inbox.outerjoin(first, first.c.id == inbox.c.copy_of))
        .where(due, decided)
        .order_by(inbox.c.id)
        .limit(limit)
    )
    return [Settled(row.id, row.uid, Disposition(row.state), Lane(row.lane), bool(row.restricted)) for row in rows]


def moved(conn: Connection, ids: Iterable[int], now: datetime) -> None:
    """The server's copies of these lie in their folders now."""
    conn.execute(update(inbox).where(inbox.c.id.in_(list(ids))).values(moved_at=now))


def keep_facts(conn: Connection, inbox_id: int, found: Sequence[Fact]) -> list[int]:
    """Write the facts of a message; returns their ids in the same order."""
    ids = [add(conn, facts, _fact_row(inbox_id, fact)) for fact in found]
    texts = [{"fields": fact.fields.to_json(), "evidence": fact.evidence} for fact in found]
    add_all(conn, fact_texts, [{"fact_id": fact_id} | text for fact_id, text in zip(ids, texts, strict=True)])
    return ids


def _fact_row(inbox_id: int, fact: Fact) -> dict[str, object]:
    span = {"span_start": fact.span.start, "span_end": fact.span.end}
    doubt = {"sure": fact.sure, "unsure_of": fact.unsure_of}
    return {"inbox_id": inbox_id, "kind": fact.kind} | doubt | span


@dataclass(frozen=True, slots=True)
class KeptFact:
    """A fact as it was kept: `fields` in the formats of `explain --json`; `unsure_of` is what was in doubt."""

    id: int
    kind: str
    unsure_of: str | None
    fields: Mapping[str, Any]


def facts_of(conn: Connection, inbox_id: int) -> list[KeptFact]:
    """The facts of a message, as they were kept."""
    found = select(facts.c.id, facts.c.kind, facts.c.unsure_of, fact_texts.c.fields).join(fact_texts)
    rows = conn.execute(found.where(facts.c.inbox_id == inbox_id).order_by(facts.c.id))
    return [KeptFact(row.id, row.kind, row.unsure_of, row.fields) for row in rows]


def settle_fact(conn: Connection, fact: KeptFact, known: Mapping[str, str], unsure_of: str | None) -> KeptFact:
    """What its writer has said since is kept with the fact; `unsure_of` is what is still in doubt."""
    fields = dict(fact.fields) | dict(known)
    conn.execute(update(facts).where(facts.c.id == fact.id).values(unsure_of=unsure_of, sure=unsure_of is None))
    conn.execute(update(fact_texts).where(fact_texts.c.fact_id == fact.id).values(fields=fields))
    return KeptFact(fact.id, fact.kind, unsure_of, fields)


def counts(conn: Connection) -> dict[str, int]:
    """How many messages are in each state."""
    rows = conn.execute(select(inbox.c.state, func.count()).group_by(inbox.c.state))
    return {row[0]: row[1] for row in rows}
