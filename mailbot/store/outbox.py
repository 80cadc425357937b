"""Outgoing mail: a row written with the decision, its Message-ID fixed (promise 2); `sending.py` is its life."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, func, insert, or_, select, update

from mailbot.events import Hold, Lane
from mailbot.store.rows import add, add_all
from mailbot.store.tables import letters, outbox, recipients, used_tokens


class OutState(StrEnum):
    """Where an outgoing mail is."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    HELD = "held"
    BOUNCED = "bounced"


@dataclass(frozen=True, slots=True)
class Address:
    """One recipient: the header field it stands in ("to" or "cc"), the address, and what became of it."""

    field: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMail:
    """A mail to queue. `subject` is the record it is about, such as ("visit", 12); `asks` what a reply answers.

    `leaves_at`: not before then (UTC); None for at once.
    """

    nonce: str
    message_id: str
    lane: Lane
    template: str
    raw: bytes
    to: tuple[Address, ...]
    hold: Hold | None = None
    asks: str | None = None
    subject: tuple[str, int] | None = None
    addressee_id: int | None = None
    inbox_id: int | None = None
    leaves_at: datetime | None = None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """What a token or a Message-ID of ours leads back to."""

    id: int
    state: OutState
    lane: Lane
    template: str
    asks: str | None
    subject: tuple[str, int] | None
    addressee_id: int | None
    expires_at: datetime
    inbox_id: int | None
    tries: int = 0


_CHANGE = update(outbox).where(outbox.c.id == bindparam("which"))
_NEWEST = select(func.max(outbox.c.id))
_REACHED = (
    select(outbox.c.id)
    .where(outbox.c.queued_at > bindparam("since"), outbox.c.state != OutState.HELD)
    .order_by(outbox.c.id.desc())
    .limit(1)
    .offset(bindparam("before"))
)
_REACHED_BY = _REACHED.join(recipients, recipients.c.outbox_id == outbox.c.id).where(
    recipients.c.address == bindparam("who")
)


def queue(conn: Connection, mail: NewMail, now: datetime) -> int:
    """Write the mail with its fixed Message-ID; held if it has a reason to be. Returns its id."""
    kind, subject_id = mail.subject or (None, None)
    row = {
        "nonce": mail.nonce,
        "message_id": mail.message_id,
        "lane": mail.lane,
        "state": OutState.HELD if mail.hold else OutState.QUEUED,
        "hold": mail.hold.name.lower() if mail.hold else None,
        "template": mail.template,
        "asks": mail.asks,
        "subject_kind": kind,
        "subject_id": subject_id,
        "addressee_id": mail.addressee_id,
        "inbox_id": mail.inbox_id,
        "queued_at": now,
        "try_at": mail.leaves_at or now,
        "expires_at": mail.expires_at,
    }
    outbox_id = add(conn, outbox, row)
    add_all(conn, letters, [{"outbox_id": outbox_id, "packed": zlib.compress(mail.raw, 1)}])
    add_all(
        conn,
        recipients,
        [
            {"outbox_id": outbox_id, "position": i, "field": a.field, "address": a.address, "state": "waiting"}
            for i, a in enumerate(mail.to)
        ],
    )
    return outbox_id


def nonces_of_alerts(conn: Connection, templates: Iterable[str], now: datetime) -> frozenset[str]:
    """The mails about concerns, and those made from `templates` (beginnings of names), that may still be answered."""
    such = or_(outbox.c.lane == Lane.CONCERN, *(outbox.c.template.startswith(name) for name in templates))
    return frozenset(conn.scalars(select(outbox.c.nonce).where(such, outbox.c.expires_at >= now)))


def by_nonce(conn: Connection, nonce: str) -> Sent | None:
    """The mail whose token this is."""
    row = conn.execute(select(outbox).where(outbox.c.nonce == nonce)).one_or_none()
    return sent_from(row) if row else None


def get(conn: Connection, outbox_id: int) -> Sent | None:
    """The mail with that number."""
    row = conn.execute(select(outbox).where(outbox.c.id == outbox_id)).one_or_none()
    return sent_from(row) if row else None


def queued_at(conn: Connection, outbox_id: int) -> datetime:
    """When that mail was written."""
    at: datetime = conn.execute(select(outbox.c.queued_at).where(outbox.c.id == outbox_id)).scalar_one()
    return at


def message_id(conn: Connection, outbox_id: int) -> str | None:
    """The Message-ID of that mail, with its angle brackets."""
    found: str | None = conn.scalar(select(outbox.c.message_id).where(outbox.c.id == outbox_id))
    return found


def hold_of(conn: Connection, outbox_id: int) -> Hold | None:
    """Why that mail waits; None if it does not."""
    mine = and_(outbox.c.id == outbox_id, outbox.c.state == OutState.HELD)
    found: str | None = conn.scalar(select(outbox.c.hold).where(mine))
    return Hold[found.upper()] if found else None


def by_message_id(conn: Connection, message_id: str) -> Sent | None:
    """The mail of ours with that Message-ID (angle brackets included)."""
    row = conn.execute(select(outbox).where(outbox.c.message_id == message_id)).one_or_none()
    return sent_from(row) if row else None


def raw(conn: Connection, outbox_id: int) -> bytes:
    """The bytes of the mail as they are, or will be, handed to SMTP."""
    return zlib.decompress(
        conn.execute(select(letters.c.packed).where(letters.c.outbox_id == outbox_id)).scalar_one()
    )


def addresses(conn: Connection, outbox_id: int) -> list[str]:
    """Everybody that the mail is for."""
    mine = select(recipients.c.address).where(recipients.c.outbox_id == outbox_id).order_by(recipients.c.position)
    return list(conn.scalars(mine))


def addressed_to(conn: Connection, outbox_id: int) -> list[str]:
    """Whom the mail is addressed to, copies left out: only they may answer it."""
    mine = and_(recipients.c.outbox_id == outbox_id, recipients.c.field == "to")
    return [address.casefold() for address in conn.scalars(select(recipients.c.address).where(mine))]


def told_of(conn: Connection, about: tuple[str, int], address: str) -> bool:
    """Whether a mail of ours about that record was addressed to them."""
    mine = and_(outbox.c.subject_kind == about[0], outbox.c.subject_id == about[1])
    told = select(recipients.c.address).join_from(recipients, outbox, outbox.c.id == recipients.c.outbox_id)
    found = conn.scalars(told.where(mine, recipients.c.field == "to"))
    return address.casefold() in {each.casefold() for each in found}


def use_token(conn: Connection, outbox_id: int, command: str, inbox_id: int | None, now: datetime) -> bool:
    """Use a token for a command. False if it was used for that command before (promise 9)."""
    mine = and_(used_tokens.c.outbox_id == outbox_id, used_tokens.c.command == command)
    if conn.scalar(select(used_tokens.c.used_at).where(mine)):
        return False
    conn.execute(insert(used_tokens).values(outbox_id=outbox_id, command=command, inbox_id=inbox_id, used_at=now))
    return True


def answered_last(conn: Connection, outbox_id: int) -> tuple[str, datetime] | None:
    """The last command that its token was used for, and when."""
    mine = select(used_tokens.c.command, used_tokens.c.used_at).where(used_tokens.c.outbox_id == outbox_id)
    row = conn.execute(mine.order_by(used_tokens.c.used_at.desc()).limit(1)).one_or_none()
    return (row.command, row.used_at) if row else None


def reached(conn: Connection, since: datetime, cap: int, address: str | None = None) -> bool:
    """Whether as many mails as `cap` were let go since then, in all or to one address (promise 4)."""
    asked = {"since": since, "before": cap - 1}
    if address is None:
        newest = conn.scalar(_NEWEST) or 0  # rows count from one: with fewer in all, there is no need to look
        return newest >= cap and conn.scalar(_REACHED, asked) is not None
    return conn.scalar(_REACHED_BY, asked | {"who": address}) is not None


@dataclass(frozen=True, slots=True)
class About:
    """What others ask of a mail of ours. `hold` is the code of why it waits, or waited."""

    id: int
    message_id: str
    template: str
    state: OutState
    hold: str | None
    addressee_id: int | None
    queued_at: datetime


_ABOUT = select(
    outbox.c.id,
    outbox.c.message_id,
    outbox.c.template,
    outbox.c.state,
    outbox.c.hold,
    outbox.c.addressee_id,
    outbox.c.queued_at,
)


def about(*which: ColumnElement[bool]) -> Select[Any]:
    """The statement for `several`: mails of ours, the oldest first."""
    return _ABOUT.where(*which).order_by(outbox.c.id)


def several(conn: Connection, which: Select[Any], values: Mapping[str, object]) -> list[About]:
    """These mails of ours. `which` is made by `about`, `values` are those of its parameters."""
    rows = conn.execute(which, values)
    return [
        About(r.id, r.message_id, r.template, OutState(r.state), r.hold, r.addressee_id, r.queued_at) for r in rows
    ]


@dataclass(frozen=True, slots=True)
class Pending:
    """A mail that has not been sent, for a person's list; `leaves_at` is UTC."""

    id: int
    state: OutState
    lane: Lane
    template: str
    hold: str | None
    leaves_at: datetime


def pending(conn: Connection) -> list[Pending]:
    """Every mail that is not sent, the oldest first."""
    rows = conn.execute(select(outbox).where(outbox.c.state != OutState.SENT).order_by(outbox.c.id))
    return [Pending(r.id, OutState(r.state), Lane(r.lane), r.template, r.hold, r.try_at) for r in rows]


def counts(conn: Connection) -> dict[str, int]:
    """How many mails are in each state."""
    return {row[0]: row[1] for row in conn.execute(select(outbox.c.state, func.count()).group_by(outbox.c.state))}


def sent_from(row: Row[Any]) -> Sent:
    """A row of the outbox as others see it."""
    return Sent(
        row.id,
        OutState(row.state),
        Lane(row.lane),
        row.template,
        row.asks,
        (row.subject_kind, row.subject_id) if row.subject_kind else None,
        row.addressee_id,
        row.expires_at,
        row.inbox_id,
        row.tries,
    )
