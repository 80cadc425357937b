"""The chronology of a case as lines that a person reads: in a mail to an officer, and at `mailbot case`."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.letters.values import clock, day, moment, words
from mailbot.roll import Person, Roll
from mailbot.store import outbox
from mailbot.workflows.safeguarding import chains
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.chronology import BROUGHT_WORDS, MAILED, Line, lines_of, words_of
from mailbot.workflows.safeguarding.tables import ConcernState
from mailbot.workflows.safeguarding.wording import called

WHAT = {
    "opened": "opened the case",
    "added-to": "wrote more",
    "told-more": "wrote more",
    "outside-answered": "the outside team answered",
    "acknowledged": "took it on",
    "acknowledged-again": "said again that they have it",
    "answer-not-taken": "gave an answer that could not be taken",
    "history-asked": "asked for this history",
    "closed": "closed the case",
    "reporter-told-nobody": "was told that nobody has taken it on yet",
    "mail-failed": "our mail did not arrive",
    "reader-away": "an automatic answer: they are away",
    "escalation-written": "a report to the outside team was written",
    "escalation-unanswered": "the outside team has not answered in time",
    "released": "released the report",
    "release-refused": "tried to release the report, but it may not leave",
}


def lines(conn: Connection, roll: Roll, zone: ZoneInfo, case: Case) -> tuple[str, ...]:
    """Everything, the oldest first, in local time."""
    return tuple(_line(conn, roll, zone, line) for line in lines_of(conn, case.id)) + tuple(
        _end(conn, roll, zone, case)
    )


def standing(conn: Connection, zone: ZoneInfo, case: Case, now: datetime) -> str:
    """An open case in a line: its reference, its age, who has it, and what is to be done next. Nobody is named."""
    opened = chains.opened_at(conn, case.id).astimezone(zone)
    days = (now.astimezone(zone).date() - opened.date()).days
    age = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
    return f"{case.case_ref}: {words(case.urgency)}, opened {day(opened.date())} ({age}). {_next(conn, zone, case)}"


def _next(conn: Connection, zone: ZoneInfo, case: Case) -> str:
    chain, holder = chains.get(conn, case.id), chains.holder_of(conn, case.id)
    has = f"Taken on {day(holder.since.astimezone(zone).date())}" if holder else "Nobody has taken it on"
    if chain.since is not None:
        asked = moment(chain.since.astimezone(zone))
        return f"{has}; people have been asked since {asked}. Next: somebody replies ACK to an alert."
    if case.state is ConcernState.DRAFTED:
        return f"{has}. Next: a report to the outside team is written and waits; decide on it."
    if case.state is ConcernState.ESCALATED:
        return f"{has}. The outside team has not answered. Next: phone them."
    if case.state is ConcernState.ANSWERED:
        return f"{has}. The outside team has answered. Next: act on that, or close it with its reason."
    return f"{has}. Next: act on it, or close it with its reason."


def _line(conn: Connection, roll: Roll, zone: ZoneInfo, line: Line) -> str:
    at = line.at.astimezone(zone)
    when = f"{day(at.date())}, {clock(at.time())}"
    person = next((p for p in roll.people if p.id == line.person_id), None)
    if line.what == MAILED and line.outbox_id is not None:
        return f"{when}: mailed to {_whom(conn, line.outbox_id, person)}: {_letter(line.details.get('template'))}"
    who = called(person) if person else "somebody who is not on the roll" if line.inbox_id is not None else "mailbot"
    said = words_of(conn, line.inbox_id) if line.inbox_id is not None and line.what in BROUGHT_WORDS else ""
    told = f": {' '.join(said.split())}" if said else ""
    if line.what == "call-time-corrected":
        was, new = (moment(datetime.fromisoformat(line.details[each])) for each in ("was", "is"))
        return f"{when}: {who}: corrected the time of the helpline call, from {was} to {new}"
    return f"{when}: {who}: {WHAT.get(line.what, line.what.replace('-', ' '))}{told}"


def _whom(conn: Connection, outbox_id: int, person: Person | None) -> str:
    mail = outbox.get(conn, outbox_id)
    held = f" ({mail.state})" if mail is not None and mail.state is not outbox.OutState.SENT else ""
    return f"{called(person) if person else ', '.join(outbox.addresses(conn, outbox_id))}{held}"


def _letter(template: str | None) -> str:
    return (template or "a mail").rpartition("/")[2].replace("_", " ")


def _end(conn: Connection, roll: Roll, zone: ZoneInfo, case: Case) -> Iterator[str]:
    if closing := chains.closing_of(conn, case.id):
        yield f"Closed {moment(closing.closed_at.astimezone(zone))}. The reason: {' '.join(closing.reason.split())}"
