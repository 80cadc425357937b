"""The roll in the database: written by `import`, read as a frozen snapshot."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select, update

from mailbot.roll import Clearance, Client, Match, NamedPerson, Person, Role, Roll
from mailbot.store.rows import add
from mailbot.store.tables import clients, matches, people


def load_roll(conn: Connection, extra_roles: Mapping[Role, Iterable[str]] | None = None) -> Roll:
    """The whole roll. `extra_roles` are those that the config gives: role to addresses (lower case)."""
    given = {role: {a.casefold() for a in addresses} for role, addresses in (extra_roles or {}).items()}
    return Roll(
        people=tuple(_person(row, given) for row in conn.execute(select(people).order_by(people.c.id))),
        clients=tuple(
            Client(
                *(row.id, row.ref, row.name, row.setting, row.place, row.name_in_script),
                told_by=row.told_by,
                stand_ins=frozenset(row.stand_ins),
                household=row.household,
                wants_visits=row.wants_visits,
            )
            for row in conn.execute(select(clients).order_by(clients.c.id))
        ),
        matches=tuple(
            Match(
                *(row.id, row.client_id, row.visitor_id, row.backup_id, row.interval_days),
                *(row.started_on, row.ended_on, row.closed_on),
            )
            for row in conn.execute(select(matches).order_by(matches.c.id))
        ),
    )


def _person(row: Any, given: Mapping[Role, set[str]]) -> Person:
    more = {role for role, addresses in given.items() if row.email in addresses}
    roles = frozenset(Role(r) for r in row.roles) | more
    named = None
    if row.named_person_email:
        named = NamedPerson(row.named_person_name, row.named_person_email, row.named_person_agreed_on)
    checks = tuple(map(Clearance.from_text, row.clearances))
    known = (row.also_known_as, row.experienced, named, row.calendar, checks)
    return Person(row.id, row.name, row.email, row.phone, roles, *known, household=row.household)


def put_person(conn: Connection, values: Mapping[str, Any]) -> int:
    """Add a person, or bring the one with that e-mail up to date; returns the id."""
    row = dict(values) | {"email": str(values["email"]).casefold()}
    return _put(conn, people, row, {"email": row["email"]})


def put_client(conn: Connection, values: Mapping[str, Any]) -> int:
    """Add a client, or bring the one with that reference up to date, whatever its capitals; returns the id."""
    refs = conn.execute(select(clients.c.id, clients.c.ref)).all()
    same = next((row.ref for row in refs if row.ref.casefold() == str(values["ref"]).casefold()), values["ref"])
    return _put(conn, clients, values, {"ref": same})


def has_other_backup(conn: Connection, client_id: int, visitor_id: int, backup_id: int) -> bool:
    """Whether that match is on the roll already, and has another backup, or none."""
    mine = (matches.c.client_id == client_id, matches.c.visitor_id == visitor_id)
    row = conn.execute(select(matches.c.backup_id).where(*mine)).one_or_none()
    return row is not None and row.backup_id != backup_id


def put_match(conn: Connection, values: Mapping[str, Any]) -> int:
    """Add a match, or bring the one of that client and visitor up to date; returns the id."""
    return _put(conn, matches, values, {k: values[k] for k in ("client_id", "visitor_id")})


def end_match(conn: Connection, match_id: int, *, ended_on: date | None, closed_on: date | None = None) -> None:
    """The visitor stopped on that local day, the match was closed, or (with None) it goes on after all."""
    values = {"ended_on": ended_on, "closed_on": closed_on}
    conn.execute(update(matches).where(matches.c.id == match_id).values(values))


def _put(conn: Connection, table: Table, values: Mapping[str, Any], key: Mapping[str, Any]) -> int:
    same = [table.c[name] == value for name, value in key.items()]
    found = conn.scalar(select(table.c.id).where(*same))
    if found is None:
        return add(conn, table, values)
    conn.execute(update(table).where(table.c.id == found).values(dict(values)))
    return int(found)


def change_contact(conn: Connection, person_id: int, email: str | None, phone: str | None) -> None:
    """Give somebody on the roll a new address, a new phone, or both; what is None stays."""
    values = {"email": email.casefold() if email else None, "phone": phone}
    given = {name: value for name, value in values.items() if value}
    if given:
        conn.execute(update(people).where(people.c.id == person_id).values(given))
