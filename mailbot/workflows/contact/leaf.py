"""Contact between visits (S10, P6): noted, answered kindly, and counted where a pack asks for regular contact.

It is never a visit: the ledger of visits knows nothing of it. Where the pack's `contact_counts` is on, the interval
of a match counts from it as it does from a visit (rhythm.py asks `published.last_contact`); elsewhere the coordinator
reads it when they are in touch themselves (L11).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from mailbot.events import Event, Kind, Trust, about_sender
from mailbot.reading.message import Reading
from mailbot.reading.understand import when_written
from mailbot.roll import Match
from mailbot.store.rows import add
from mailbot.workflows.contact.recognise import CONTACT, recognise
from mailbot.workflows.contact.tables import HOW_WORDS, How, contacts
from mailbot.workflows.contract import Heard, Leaf, LeafAction, NoParams, Turn
from mailbot.workflows.matching import match_of, pack_name, pack_says
from mailbot.workflows.pausing import is_paused
from mailbot.workflows.published import CONTACT_COUNTS

_COPIES = "copies_to_backup"  # value of a pack: the backup hears of it too (S11)
_ALARMING = frozenset({Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSaid(Event):
    """Somebody writes that they were in touch with the person they visit. `known_whom`, `day_sure`: no doubt is left.

    `theirs`: they are visitor or backup of that match. `counts`: its pack counts it for the interval; `tells_backup`:
    its pack copies to backups, there is one who did not write this, and the mail holds no worry.
    """

    name: ClassVar[str] = "contact.said"
    record_kind: ClassVar[str | None] = "match"

    known_whom: bool
    day_sure: bool
    paused: bool
    counts: bool
    tells_backup: bool
    theirs: bool = about_sender(False)
    trust: Trust = about_sender(Trust.UNVERIFIED)
    match_id: int | None = None
    _how: How
    _day: date | None = None


def hear_contact(turn: Turn, heard: Heard) -> Iterable[Event]:
    """One way of being in touch; any other acknowledgement is not ours."""
    fields, person, reading = heard.fact.fields, turn.sender.person, turn.reading
    if fields.command != CONTACT or person is None or reading is None:
        return
    match = match_of(turn, fields) if heard.fact.unsure_of != "client_ref" else None
    yield ContactSaid(
        pack=pack_name(turn, match),
        known_whom=match is not None,
        day_sure=heard.fact.unsure_of != "visit_date",
        paused=match is not None and is_paused(turn, match),
        counts=pack_says(turn, match, CONTACT_COUNTS),
        tells_backup=_tells_backup(turn, match, reading),
        theirs=match is not None and person.id in (match.visitor_id, match.backup_id),
        trust=turn.records_trust,
        match_id=match.id if match else None,
        _how=How(fields.command_args or How.PHONE),
        _day=fields.visit_date,
    )


def note_contact(turn: Turn, event: ContactSaid, _: NoParams) -> Iterable[Event]:
    """Write it down, once."""
    person, inbox_id = turn.sender.person, turn.inbox_id
    if person is None or inbox_id is None or event.match_id is None:
        raise LookupError("a rule noted contact of nobody, or with nobody: its condition must ask")
    values = {"match_id": event.match_id, "person_id": person.id, "how": event._how}
    values |= {"day": event._day, "written_on": _written_on(turn)}
    same = [contacts.c[name] == value for name, value in values.items() if value is not None]
    same += [contacts.c.day.is_(None)] if event._day is None else []
    if turn.conn.scalar(select(contacts.c.id).where(*same).limit(1)) is None:
        add(turn.conn, contacts, values | {"inbox_id": inbox_id, "noted_at": turn.now})
        turn.change("contact.noted", ("match", event.match_id), how=event._how)
    return ()


def context(turn: Turn, event: ContactSaid) -> Mapping[str, object]:
    """How and when; nothing of what was said."""
    match = turn.roll.match(event.match_id)
    if match is None:
        return {}
    writer = turn.sender.person
    return {
        "client_ref": turn.roll.client(match.client_id).ref,
        "contact_how": HOW_WORDS[event._how],
        "contact_on": event._day,
        "visitor_first_name": writer.first_name if writer else None,
    }


def _written_on(turn: Turn) -> date:
    """The local day of the mail."""
    header = turn.reading.message.date if turn.reading else None
    return when_written(header, turn.now, turn.scheme.zone).at.date()


def _tells_backup(turn: Turn, match: Match | None, reading: Reading) -> bool:
    """Never of a mail with a worry (S11), nor to whoever wrote it or was sent it."""
    alarming = reading.harm_unplaced or any(fact.kind in _ALARMING for fact in reading.facts)
    if match is None or match.backup_id is None or alarming or not pack_says(turn, match, _COPIES):
        return False
    backup, person = turn.roll.person(match.backup_id), reading.sender.person
    had = {each.casefold() for each in (*reading.message.to, *reading.message.cc)}
    return person is not None and person.id == match.visitor_id and backup.email not in had


LEAF = Leaf(
    name="contact",
    recognisers=(recognise,),
    events=(ContactSaid,),
    actions=(LeafAction("note_contact", NoParams, note_contact),),
    hears={Kind.ACKNOWLEDGEMENT: hear_contact},
    context=context,
)
