"""From whom a case is kept: rows that are added, and never changed or taken away (L19, L29, hardest situation 8)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Index, String, Table, bindparam, select

from mailbot.store.rows import add
from mailbot.store.tables import UTCDateTime, id_column, metadata

concern_kept = Table(
    "concern_kept",
    metadata,
    id_column(),
    Column("subject_kind", String(20), nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("person_id", ForeignKey("people.id"), index=True),
    Column("entry", String(40)),
    Column("ground", String(20), nullable=False),
    Column("inbox_id", ForeignKey("inbox.id")),
    Column("at", UTCDateTime, nullable=False),
    Index("ix_concern_kept_subject", "subject_kind", "subject_id"),
)

Record = tuple[str, int]
ELSEWHERE = "elsewhere"  # the one ground that any other goes before (reading/words/blame.py)
CARERS = "carers"  # stands among the entries where the carers of the client are meant, or may be


@dataclass(frozen=True, slots=True)
class Keeping:
    """Who is left out: people of the roll with the ground, and directory entries (or `CARERS`)."""

    people: Mapping[int, str] = field(default_factory=dict)
    entries: frozenset[str] = frozenset()

    def __or__(self, other: "Keeping") -> "Keeping":
        """Both; the ground that was written first stands, but before any other one `ELSEWHERE` gives way."""
        people = {**other.people, **self.people}
        graver = {n: g for n, g in other.people.items() if people[n] == ELSEWHERE}
        return Keeping({**people, **graver}, self.entries | other.entries)

    def __bool__(self) -> bool:
        return bool(self.people or self.entries)


_OF = (
    select(concern_kept.c.person_id, concern_kept.c.entry, concern_kept.c.ground)
    .where(concern_kept.c.subject_kind == bindparam("kind"), concern_kept.c.subject_id == bindparam("number"))
    .order_by(concern_kept.c.id)
)
_FROM = (
    select(concern_kept.c.subject_id)
    .where(
        concern_kept.c.person_id == bindparam("who"),
        concern_kept.c.subject_kind == bindparam("kind"),
        concern_kept.c.ground != ELSEWHERE,
    )
    .order_by(concern_kept.c.subject_id)
)


def kept_of(conn: Connection, records: Iterable[Record]) -> Keeping:
    """Everybody from whom any of these records is kept."""
    people: dict[int, str] = {}
    entries: set[str] = set()
    for kind, number in records:
        for row in conn.execute(_OF, {"kind": kind, "number": number}):
            if row.person_id is not None:
                before = people.get(row.person_id, ELSEWHERE)
                people[row.person_id] = row.ground if before == ELSEWHERE else before
            elif row.entry is not None:
                entries.add(row.entry)
    return Keeping(people, frozenset(entries))


def keep(conn: Connection, record: Record, who: Keeping, inbox_id: int | None, now: datetime) -> Keeping:
    """Write down whom this record is kept from, because of that message; returns those who are new to it."""
    known = kept_of(conn, [record])
    new = Keeping({n: g for n, g in who.people.items() if _is_new(known, n, g)}, who.entries - known.entries)
    row = {"subject_kind": record[0], "subject_id": record[1], "inbox_id": inbox_id, "at": now}
    for number, ground in new.people.items():
        add(conn, concern_kept, row | {"person_id": number, "ground": ground})
    for entry in sorted(new.entries):
        add(conn, concern_kept, row | {"entry": entry, "ground": "role"})
    return new


def _is_new(known: Keeping, person_id: int, ground: str) -> bool:
    before = known.people.get(person_id)
    return before is None or (before == ELSEWHERE and ground != ELSEWHERE)


def records_kept_from(conn: Connection, person_id: int, kind: str) -> list[int]:
    """The records of that kind that are kept from this person, but for what they only wrote themselves."""
    return list(conn.scalars(_FROM, {"who": person_id, "kind": kind}))
