"""The words that the tests of the store share."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import Connection

from mailbot.events import Hold, Lane, Trust
from mailbot.store import inbox, outbox
from mailbot.store.inbox import Arrival, Waiting
from mailbot.store.outbox import Address, NewMail
from mailbot.store.transaction import Database

T = TypeVar("T")
NOW = datetime(2026, 5, 11, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
_numbers = count(1)


def do(database: Database, job: Callable[[Connection], T], lane: Lane = Lane.ORDINARY) -> T:
    """One transaction, committed."""
    return database.write(job, lane).result(10)


def arrival(raw: bytes = b"From: a\r\n\r\nhello\r\n", **changes: Any) -> Arrival:
    """Something that arrived, at a place of its own."""
    usual = Arrival(
        mailbox="visits@mail.example.org/INBOX",
        uidvalidity=7,
        uid=next(_numbers),
        arrived_at=NOW,
        raw=raw,
        lane=Lane.ORDINARY,
        identity=hashlib.sha256(raw).digest(),
        trust=Trust.VERIFIED,
    )
    return replace(usual, **changes)


def take_in(database: Database, *arrivals: Arrival) -> list[Waiting]:
    """They are taken in now."""
    return do(database, lambda conn: inbox.take_in(conn, arrivals, NOW))


def a_message(database: Database, **changes: Any) -> int:
    """The number of a message, unlike any other, that was taken in."""
    [item] = take_in(database, arrival(b"Subject: %d\r\n\r\n" % next(_numbers), **changes))
    return item.id


def new_mail(*to: str, lane: Lane = Lane.ORDINARY, hold: Hold | None = None, **changes: Any) -> NewMail:
    """A mail to queue."""
    number = next(_numbers)
    usual = NewMail(
        nonce=f"nonce{number}",
        message_id=f"<{number}@example.org>",
        lane=lane,
        template="visits/recorded",
        raw=b"Subject: %d\r\n\r\n" % number,
        to=tuple(Address("to", each) for each in to or ("nora@example.com",)),
        hold=hold,
        expires_at=NOW + timedelta(days=60),
    )
    return replace(usual, **changes)


def queue(database: Database, *to: str, at: datetime = NOW, **changes: Any) -> int:
    """The number of a mail that was queued."""
    return do(database, lambda conn: outbox.queue(conn, new_mail(*to, **changes), at))
