"""The chronology of a case: every message in and out, who was told what and when. It only grows (the database
refuses anything else), and holds codes and numbers; the words stand with the messages themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, select

from mailbot.reading.newest import split
from mailbot.reading.parse import parse
from mailbot.store import inbox, outbox
from mailbot.store.outbox import About, NewMail
from mailbot.store.tables import outbox as ours
from mailbot.workflows.contract import Record, Turn
from mailbot.workflows.safeguarding import cases
from mailbot.workflows.safeguarding.tables import concern_log

CASE = "concern"  # the kind of record that a case is
MAILED = "mailed"
BROUGHT_WORDS = ("opened", "added-to", "told-more", "outside-answered")  # lines with a message that says something


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `person_id` is who did it or, of a mail of ours, whom it is for. `at` is UTC."""

    at: datetime
    what: str
    inbox_id: int | None
    outbox_id: int | None
    person_id: int | None
    details: Mapping[str, str]


def lines_of(conn: Connection, case_id: int, *which: ColumnElement[bool]) -> list[Line]:
    """The whole chronology, or those lines of it, in the order in which it was written."""
    mine = select(concern_log).where(concern_log.c.concern_id == case_id, *which).order_by(concern_log.c.id)
    return [
        Line(row.at, row.what, row.inbox_id, row.outbox_id, row.person_id, row.details or {})
        for row in conn.execute(mine)
    ]


def note(turn: Turn, case_id: int, what: str, person_id: int | None = None) -> None:
    """A line of what the writer of this message did, or of what this timer brought."""
    if person_id is None and turn.reading is not None and turn.sender.person is not None:
        person_id = turn.sender.person.id
    cases.log(turn.conn, case_id, what, turn.now, inbox_id=turn.inbox_id, person_id=person_id)


def note_mail(turn: Turn, about: Record | None, outbox_id: int, mail: NewMail) -> None:
    """A mail of ours about a case stands in its chronology with the decision that sends it."""
    if about is None or about[0] != CASE:
        return
    ids = {"outbox_id": outbox_id, "person_id": mail.addressee_id}
    cases.log(turn.conn, about[1], MAILED, turn.now, details={"template": mail.template}, **ids)


_OF_CASE = ours.c.id.in_(select(concern_log.c.outbox_id).where(concern_log.c.concern_id == bindparam("case")))
_TO = outbox.about(_OF_CASE, ours.c.addressee_id == bindparam("who"))
_TO_OTHERS = outbox.about(_OF_CASE, ours.c.addressee_id.is_(None))
_WRITTEN_AS = outbox.about(_OF_CASE, ours.c.template.startswith(bindparam("begins")))


def mails_to(conn: Connection, case_id: int, person_id: int | None) -> list[About]:
    """Our mails about the case to that person, the oldest first; None: to those who are not on the roll."""
    if person_id is None:
        return outbox.several(conn, _TO_OTHERS, {"case": case_id})
    return outbox.several(conn, _TO, {"case": case_id, "who": person_id})


def mails_written_as(conn: Connection, case_id: int, template: str) -> list[About]:
    """Our mails about the case whose template's name begins so, the oldest first."""
    return outbox.several(conn, _WRITTEN_AS, {"case": case_id, "begins": template})


def case_thread(turn: Turn, about: Record | None, address: str) -> tuple[str, ...]:
    """What a new mail about a case points back to, so that each reader has one thread for each case: the case's own

    root, and the earlier mails to that same person. Those to others would hold their tokens.
    """
    if about is None or about[0] != CASE:
        return ()
    root = turn.scheme.tokens.thread_root(*about, turn.scheme.own_address)
    person = turn.roll.by_email(address)
    theirs = mails_to(turn.conn, about[1], person.id if person else None)
    if person is None:
        theirs = [mail for mail in theirs if address.casefold() in outbox.addressed_to(turn.conn, mail.id)]
    return (root, *(mail.message_id for mail in theirs))


def words_of(conn: Connection, inbox_id: int) -> str:
    """What that message says, without what it quotes."""
    message = parse(inbox.raw(conn, inbox_id))
    return split(message).newest.strip() or message.subject


def said_since(conn: Connection, case_id: int) -> list[Line]:
    """The messages that joined the case after the one that opened it."""
    return lines_of(conn, case_id, concern_log.c.what.in_(BROUGHT_WORDS[1:]), concern_log.c.inbox_id.is_not(None))


def failed_to_reach(conn: Connection, case_id: int, what: str, person_id: int | None) -> bool:
    """Whether a line says so of a mail to that person, or to somebody who is not on the roll."""
    return bool(lines_of(conn, case_id, concern_log.c.what == what, concern_log.c.person_id == person_id))
