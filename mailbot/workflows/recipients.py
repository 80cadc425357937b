"""Who gets a letter: from the roll or the directory, never from a message's headers (promise 6).

The one exception is the neutral receipt to a verified stranger, which says nothing but that a person will read.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from mailbot.errors import GiveUp
from mailbot.events import Event, Level, Trust
from mailbot.expressions import lazy
from mailbot.letters.letter import Address
from mailbot.reading.spam import may_be_spam
from mailbot.roll import Person, Role
from mailbot.store import outbox
from mailbot.workflows.contract import Turn
from mailbot.workflows.why import Why

RECEIPT_AGAIN_AFTER = timedelta(days=7)
# Addresses behind which nobody reads: an answer there would be an answer to a machine (promise 4).
_NOBODY = lazy(
    r"(?:no|not|do-?not|never)[-_.]?reply|mailer-daemon|postmaster|bounces?\b|notifications?\b|newsletters?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Recipients:
    """Addresses, and the names of those directory entries among them."""

    addresses: tuple[Address, ...]
    outside: tuple[str, ...] = ()


def find_recipients(turn: Turn, event: Event, name: str) -> Recipients:
    """The people behind `sender`, `stranger`, `reporter`, `claimant`, `asked`, `visitor`, `backup`, `role:…` or
    `directory:…`.

    Nobody is found where the sender is not on the roll, or the match has no backup. Raises GiveUp for a
    directory entry that is missing.
    """
    kind, _, rest = name.partition(":")
    if kind == "directory":
        return _outside(turn, event, rest)
    if kind == "role":
        return Recipients(tuple(address_of(p) for p in turn.officers(Role(rest))))
    if kind == "sender":
        return _sender(turn)
    if kind == "stranger":
        return _stranger(turn)
    person = _person(turn, event, kind)
    if person is None or not (turn.may_hear(person.id) if kind == "reporter" else person.id not in turn.kept_from):
        return Recipients(())
    return Recipients((address_of(person),))


def address_of(person: Person) -> Address:
    """Somebody on the roll, by name."""
    return Address(person.email, person.name, person.first_name)


def _sender(turn: Turn) -> Recipients:
    """Whoever wrote, if on the roll; without a name unless we know it is them."""
    person = turn.sender.person if turn.reading else None
    if person is None:
        return Recipients(())
    known = turn.sender.trust is Trust.VERIFIED
    return Recipients((address_of(person) if known else Address(person.email),))


def _stranger(turn: Turn) -> Recipients:
    """A verified writer who is not on the roll, at most once in a week; only the neutral receipt goes there.

    What may be a scam or an advertisement waits for the person who reads it (promise 4).
    """
    sender, reading = turn.sender, turn.reading
    if reading and may_be_spam(reading.message):
        return Recipients(())
    if sender.person is not None or sender.trust is not Trust.VERIFIED or _NOBODY.match(sender.address):
        return Recipients(())
    if outbox.reached(turn.conn, turn.now - RECEIPT_AGAIN_AFTER, 1, sender.address):
        return Recipients(())
    return Recipients((Address(sender.address),))


def _person(turn: Turn, event: Event, kind: str) -> Person | None:
    own_id = getattr(event, f"{kind}_id", None)
    if kind in ("reporter", "claimant", "asked") or (kind == "visitor" and own_id is not None):
        return turn.roll.person(own_id) if own_id is not None else None
    match_id = getattr(event, "match_id", None)
    match = turn.roll.match(match_id)
    if match is None:
        return None
    person_id = match.visitor_id if kind == "visitor" else match.backup_id
    return turn.roll.person(person_id) if person_id is not None else None


def _outside(turn: Turn, event: Event, name: str) -> Recipients:
    """A team outside; nobody where the concern is about that team, which the lead is told instead."""
    directory = turn.scheme.config.directory
    entry = directory.get(name)
    if entry is None:
        raise GiveUp(f"directory entry {name} is missing: add [directory.{name}] to the config")
    kept = {found.address.casefold() for each in turn.keeping.entries if (found := directory.get(each))}
    if str(entry.address).casefold() in kept:
        turn.note("mail.nobody", event.record, code="kept from the directory entry")
        turn.raise_attention(Level.NOW, Why.OUTSIDE_KEPT, Role.SAFEGUARDING_LEAD, event.record, mailed=False)
        return Recipients(())
    return Recipients((Address(str(entry.address)),), (name,))
