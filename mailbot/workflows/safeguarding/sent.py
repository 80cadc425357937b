"""Whom a mail of ours went to, so that another can follow it."""

from sqlalchemy import Connection

from mailbot.letters.letter import Address
from mailbot.store import outbox


def addressees(conn: Connection, outbox_id: int) -> tuple[tuple[Address, ...], tuple[Address, ...]]:
    """To and Cc of that mail, as addresses without names."""
    first = set(outbox.addressed_to(conn, outbox_id))
    every = outbox.addresses(conn, outbox_id)
    to = tuple(Address(each) for each in every if each.casefold() in first)
    return to, tuple(Address(each) for each in every if each.casefold() not in first)
