"""Takes a roll from CSV files into the database, all of it or nothing."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from mailbot.roll_import import MatchRow, RollRows, read_roll
from mailbot.scheme import ROLL_CHANGED, Scheme
from mailbot.store import health, journal, people, timers
from mailbot.workflows.beginnings.contacts import NEW_BACKUP
from mailbot.workflows.beginnings.tables import note_beginning
from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.holding import LOOK
from mailbot.workflows.visits.silence import ASKED, BEFORE, before_due, reminder_due
from mailbot.workflows.visits.tables import VisitState

INTERVAL = "interval_days"
USUAL_INTERVAL_DAYS = 14


def import_roll(scheme: Scheme, folder: Path, now: datetime) -> RollRows:
    """Read people.csv, clients.csv and matches.csv of `folder` and bring the roll up to date with them.

    Raises Mistakes with every bad row; then nothing is taken.
    """
    settings = tuple(s for pack in scheme.rulebook.packs.values() for s in pack.settings)
    rows = read_roll(folder, settings)
    scheme.database.write(lambda conn: _write(scheme, conn, rows, now)).result()
    return rows


def _write(scheme: Scheme, conn: Connection, rows: RollRows, now: datetime) -> None:
    person_ids, client_ids = {}, {}
    settings = {client.ref.casefold(): client.setting for client in rows.clients}
    for person in rows.people:
        values = asdict(person) | {"roles": sorted(person.roles)}
        person_ids[person.email.casefold()] = people.put_person(conn, values)
    for client in rows.clients:
        client_ids[client.ref.casefold()] = people.put_client(
            conn, asdict(client) | {"stand_ins": list(client.stand_ins)}
        )
    for match in rows.matches:
        client_id, visitor_id = client_ids[match.client_ref.casefold()], person_ids[match.visitor_email.casefold()]
        backup = person_ids[match.backup_email.casefold()] if match.backup_email else None
        values = {
            "client_id": client_id,
            "visitor_id": visitor_id,
            "backup_id": backup,
            "interval_days": match.interval_days or _usual_interval(scheme, settings[match.client_ref.casefold()]),
            "started_on": match.started_on,
        }
        is_new = backup is not None and people.has_other_backup(conn, client_id, visitor_id, backup)
        match_id = people.put_match(conn, values)
        if is_new:
            timers.start(conn, NEW_BACKUP, ("match", match_id), scheme.office.next_open(now))
        begins = _note_beginning(scheme, conn, match_id, match, now)
        if match.next_visit_on and ledger.find(conn, match_id, match.next_visit_on) is None:
            state = VisitState.HELD if begins else VisitState.PLANNED
            visit = ledger.put(conn, match_id, visitor_id, match.next_visit_on, state=state, now=now)
            if not begins:
                _follow(scheme, conn, visit, now)
    for visit in ledger.held_since(conn, now.astimezone(scheme.zone).date()):
        timers.start(conn, LOOK, ("visit", visit.id), scheme.office.next_open(now))
    health.count(conn, ROLL_CHANGED, now)
    journal.write(conn, [journal.Entry(what="roll.imported")], now)


def _usual_interval(scheme: Scheme, setting: str) -> int:
    """Days between two visits where the match says nothing: the pack's, such as 30 for a visit a month (L1)."""
    pack = scheme.pack_of(setting)
    return int(pack.values.get(INTERVAL, USUAL_INTERVAL_DAYS)) if pack else USUAL_INTERVAL_DAYS


def _follow(scheme: Scheme, conn: Connection, visit: ledger.Visit, now: datetime) -> None:
    timers.start(conn, ASKED, ("visit", visit.id), reminder_due(scheme, visit, now))
    if before := before_due(scheme, visit, now):
        timers.start(conn, BEFORE, ("visit", visit.id), before)


def _note_beginning(scheme: Scheme, conn: Connection, match_id: int, match: MatchRow, now: datetime) -> bool:
    """Whether that match begins: a visit that the roll names is then held until it is looked at, in office hours.

    What the roll says of the beginning is written down, as it may be what the visit waits for.
    """
    today = now.astimezone(scheme.zone).date()
    known = {"introduced_on": match.introduced_on, "handover_done": match.handover_done}
    known |= {"confident_at": now if match.confident else None}
    return note_beginning(conn, match_id, match.started_on, today, **known)
