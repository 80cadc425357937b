"""Contact between visits (S10, P6): who was in touch with whom, how, and when; never what was said."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Column, Connection, Date, ForeignKey, Index, String, Table, bindparam, func, select

from mailbot.store.tables import UTCDateTime, id_column, metadata


class How(StrEnum):
    """By what they were in touch."""

    PHONE = "phone"
    EMAIL = "email"
    MESSAGE = "message"
    LETTER = "letter"


# How each stands in a letter: "you were in touch …".
HOW_WORDS = {How.PHONE: "by phone", How.EMAIL: "by e-mail", How.MESSAGE: "by message", How.LETTER: "by letter"}

# `day`: the local day that was named; blank where none was, and then the contact counts from `written_on`, the local
# day of the mail that told of it.
contacts = Table(
    "contacts",
    metadata,
    id_column(),
    Column("match_id", ForeignKey("matches.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("how", String(10), nullable=False),
    Column("day", Date),
    Column("written_on", Date, nullable=False),
    Column("inbox_id", ForeignKey("inbox.id"), nullable=False),
    Column("noted_at", UTCDateTime, nullable=False),
    Index("ix_contacts_match_id", "match_id"),
)


_WHEN = func.coalesce(contacts.c.day, contacts.c.written_on)
_IN_MATCH = contacts.c.match_id == bindparam("of")
_LAST_DAY = select(func.max(_WHEN)).where(_IN_MATCH, contacts.c.person_id == bindparam("whose"))
_LAST_OF = (
    select(contacts.c.how, _WHEN.label("at")).where(_IN_MATCH).order_by(_WHEN.desc(), contacts.c.id.desc()).limit(1)
)


def last_day(conn: Connection, match_id: int, person_id: int) -> date | None:
    """The last local day on which that person was in touch with the person visited, as far as they wrote of it."""
    found: date | None = conn.scalar(_LAST_DAY, {"of": match_id, "whose": person_id})
    return found


def last_of(conn: Connection, match_id: int) -> tuple[How, date] | None:
    """How and when anybody was last in touch in that match; the local day."""
    row = conn.execute(_LAST_OF, {"of": match_id}).one_or_none()
    return (How(row.how), row.at) if row else None
