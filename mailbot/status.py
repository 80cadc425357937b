"""How things stand: what `status` prints, and what makes it an alarm."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from mailbot.config import Mode
from mailbot.letters.values import DigestGroup
from mailbot.roll import Role
from mailbot.scheme import Scheme
from mailbot.store import attention, health, inbox, outbox, sending
from mailbot.workflows.attention.digest import digest_groups
from mailbot.workflows.contract import Turn
from mailbot.workflows.outside import teams_in_use

SILENT_AFTER = timedelta(minutes=15)
ALARM_STANDS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Status:
    """Lines to print; each of `alarms` is something that a person should act on now."""

    lines: tuple[str, ...]
    alarms: tuple[str, ...]


def status_of(scheme: Scheme, conn: Connection, now: datetime) -> Status:
    """Counts, and when mailbox and SMTP last worked; never a name, an address or words of people."""
    notes, items = health.all_notes(conn), attention.open_items(conn)
    lines = [
        f"mode: {scheme.config.scheme.mode}",
        f"messages: {_counted(inbox.counts(conn))}",
        f"mails: {_counted(outbox.counts(conn))}",
        f"needs a person: {sum(i.level == 'now' for i in items)} now, {sum(i.level == 'today' for i in items)} today",
        f"mailbox last read: {_when(notes.get(health.MAILBOX_CHECKED))}",
        f"SMTP last accepted a mail: {_when(notes.get(health.SMTP_ACCEPTED))}",
    ]
    return Status(tuple(lines), tuple(_alarms(scheme, conn, now)))


def digest_now(scheme: Scheme, conn: Connection, now: datetime) -> tuple[DigestGroup, ...]:
    """What the coordinators' next digest would say."""
    items = attention.for_digest(conn, Role.COORDINATOR)
    return digest_groups(Turn(scheme, conn, now, scheme.roll(conn)), items)


def _alarms(scheme: Scheme, conn: Connection, now: datetime) -> list[str]:
    alarms = []
    late_since = now - timedelta(minutes=scheme.config.alarm.after_minutes)
    if late := sending.count_overdue_alerts(conn, late_since):
        alarms.append(f"ALARM: {late} alerts have not been accepted by SMTP: phone the safeguarding lead")
    alarmed = health.when(conn, health.ALARM_COMMAND)
    if alarmed is not None and now - alarmed < ALARM_STANDS:
        alarms.append(f"ALARM: an alert was late at {alarmed:%Y-%m-%d %H:%M} UTC: look at the first way out by SMTP")
    checked = health.when(conn, health.MAILBOX_CHECKED)
    if checked is None or now - checked > SILENT_AFTER:
        alarms.append("ALARM: the mailbox has not been read lately: is `mailbot run` running, and the server there?")
    return alarms + _unreachable_teams(scheme, conn, now)


def _unreachable_teams(scheme: Scheme, conn: Connection, now: datetime) -> list[str]:
    """In live mode: entries that rules write to, and to which no report could go."""
    if scheme.config.scheme.mode is not Mode.LIVE:
        return []
    entries, today = scheme.directory(conn), now.astimezone(scheme.zone).date()
    found = ((name, entries.usable(name, today)) for name in teams_in_use(scheme))
    return [f"ALARM: no report can go to directory.{name}: it {reason}" for name, reason in found if reason]


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {state}" for state, count in sorted(counts.items())) or "none"


def _when(note: tuple[datetime, str | None] | None) -> str:
    return f"{note[0]:%Y-%m-%d %H:%M:%S} UTC" if note else "never"
