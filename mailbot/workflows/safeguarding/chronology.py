"""The chronology of a case: every message in and out, who was told what and when. It only grows (the database
refuses anything else), and holds codes and numbers; the words stand with the messages themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from mailbot.reading.newest import split
from mailbot.reading.parse import parse
from mailbot.store import inbox, outbox
from mailbot.store.outbox import About, NewMail
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
    template: str | None


def lines_of(conn: Connection, case_id: int) -> list[Line]:
    """The whole chronology, in the order in which it was written."""
    mine = select(concern_log).where(concern_log.c.concern_id == case_id).order_by(concern_log.c.id)
    return [
        Line(row.at, row.what, row.inbox_id, row.outbox_id, row.person_id, (row.details or {}).get("template"))
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


def mails_of(conn: Connection, case_id: int) -> list[About]:
    """Every mail of ours about the case, the oldest first."""
    return outbox.several(conn, [line.outbox_id for line in lines_of(conn, case_id) if line.outbox_id is not None])


def case_thread(turn: Turn, about: Record | None, address: str) -> tuple[str, ...]:
    """What a new mail about a case points back to, so that each reader has one thread for each case: the case's own

    root, and the earlier mails to that same person. Those to others would hold their tokens.
    """
    if about is None or about[0] != CASE:
        return ()
    root = turn.scheme.tokens.thread_root(*about, turn.scheme.own_address)
    person = turn.roll.by_email(address)
    theirs = (mail for mail in mails_of(turn.conn, about[1]) if mail.addressee_id == (person.id if person else None))
    if person is None:
        theirs = (mail for mail in theirs if address.casefold() in outbox.addressed_to(turn.conn, mail.id))
    return (root, *(mail.message_id for mail in theirs))


def words_of(conn: Connection, inbox_id: int) -> str:
    """What that message says, without what it quotes."""
    message = parse(inbox.raw(conn, inbox_id))
    return split(message).newest.strip() or message.subject


def said_since(conn: Connection, case_id: int) -> Iterator[Line]:
    """The messages that joined the case after the one that opened it."""
    return (line for line in lines_of(conn, case_id) if line.what in BROUGHT_WORDS[1:] and line.inbox_id is not None)
