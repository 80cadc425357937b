"""What the records say after a step: visits, cases with their chronologies, what people are asked, the journal."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from mailbot.roll import Roll
from mailbot.store.attention import open_items
from mailbot.store.tables import journal
from mailbot.workflows.safeguarding.tables import concern_log, concerns
from mailbot.workflows.visits.tables import visits
from mailbot.workflows.why import WORDS, Why


@dataclass(frozen=True, slots=True)
class Case:
    """A case; `acknowledged_by` is an address, `chronology` its entries in order."""

    state: str
    acknowledged_by: str | None
    chronology: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """All that scenarios may ask about; visits by reference and local day."""

    visits: frozenset[tuple[str, date, str]] = frozenset()
    cases: tuple[Case, ...] = ()
    asked: tuple[str, ...] = ()
    journal: frozenset[str] = frozenset()


def records_of(conn: Connection, roll: Roll) -> Records:
    """As they stand in this transaction."""
    refs = {match.id: roll.client(match.client_id).ref for match in roll.matches}
    found = conn.execute(select(visits.c.match_id, visits.c.day, visits.c.state))
    noted = conn.execute(select(journal.c.what, journal.c.rule, journal.c.code))
    return Records(
        frozenset((refs[row.match_id], row.day, row.state) for row in found),
        tuple(_cases(conn, roll)),
        tuple(WORDS[Why(item.why)] for item in open_items(conn)),
        frozenset(value for row in noted for value in row if value),
    )


def _cases(conn: Connection, roll: Roll) -> list[Case]:
    found = []
    for row in conn.execute(select(concerns).order_by(concerns.c.id)).all():
        log = select(concern_log.c.what).where(concern_log.c.concern_id == row.id).order_by(concern_log.c.id)
        by = roll.person(row.acknowledged_by).email if row.acknowledged_by is not None else None
        found.append(Case(row.state, by, tuple(conn.scalars(log))))
    return found
