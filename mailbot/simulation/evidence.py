"""What mailbot's own records say at the end of a simulation, read once, and what really happened beside it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection, select

from mailbot.scheme import Scheme
from mailbot.simulation import rows
from mailbot.simulation.people import Play
from mailbot.simulation.rows import ItemRow, MailRow, MessageRow, NoteRow, OfferRow, Record, TimerRow, VisitRow
from mailbot.simulation.truth import Truth
from mailbot.simulation.world import Written
from mailbot.store import tables
from mailbot.workflows.visits.arranging import Telling

T = TypeVar("T")


@dataclass(frozen=True)
class Evidence:
    """All of it. `person_ids` are the roll's numbers by the cast's; `volunteers` those who hold no office."""

    scheme: Scheme
    now: datetime
    truth: Truth
    written: tuple[Written, ...]
    person_ids: dict[int, int]
    volunteers: frozenset[int]
    mails: tuple[MailRow, ...]
    messages: tuple[MessageRow, ...]
    visits: tuple[VisitRow, ...]
    timers: tuple[TimerRow, ...]
    items: tuple[ItemRow, ...]
    notes: tuple[NoteRow, ...]
    offers: tuple[OfferRow, ...]
    tellings: dict[int, Telling]
    watches: dict[int, list[int]]

    @property
    def today(self) -> date:
        """The last day, local."""
        return self.now.astimezone(self.scheme.zone).date()

    @cached_property
    def mails_about(self) -> dict[Record | None, list[MailRow]]:
        """Mails by the record that they are about."""
        return _grouped((mail.about, mail) for mail in self.mails)

    @cached_property
    def timers_about(self) -> dict[Record | None, list[TimerRow]]:
        """Running timers by their record."""
        return _grouped((timer.about, timer) for timer in self.timers)

    @cached_property
    def items_about(self) -> dict[Record | None, list[ItemRow]]:
        """Items by their record; those of a message also under ("message", its number)."""
        of_records = [(item.about, item) for item in self.items if item.about]
        of_messages = [(("message", item.inbox_id), item) for item in self.items if item.inbox_id is not None]
        return _grouped([*of_records, *of_messages])

    @cached_property
    def notes_about(self) -> dict[Record | None, list[NoteRow]]:
        """Lines of the journal by their record."""
        return _grouped((note.about, note) for note in self.notes)

    @cached_property
    def by_uid(self) -> dict[int, MessageRow]:
        """Messages by their number in the mailbox."""
        return {message.uid: message for message in self.messages}

    @cached_property
    def answered(self) -> frozenset[int]:
        """The messages that some mail came of."""
        return frozenset(mail.inbox_id for mail in self.mails if mail.inbox_id is not None)

    @cached_property
    def writer_of(self) -> dict[int, int | None]:
        """Who wrote a message, by its row."""
        return {message.id: message.person_id for message in self.messages}

    def is_reply(self, mail: MailRow) -> bool:
        """Whether a mail answers its addressee's own message."""
        return mail.inbox_id is not None and self.writer_of.get(mail.inbox_id) == mail.addressee_id


def evidence_of(play: Play) -> Evidence:
    """As things stand now."""
    return play.world.scheme.database.read(lambda conn: _read(play, conn))


def _read(play: Play, conn: Connection) -> Evidence:
    ids: dict[str, int] = dict(conn.execute(select(tables.people.c.email, tables.people.c.id)).all())
    volunteers = (*play.cast.backups, *play.cast.visitors)
    return Evidence(
        scheme=play.world.scheme,
        now=play.world.now,
        truth=play.truth,
        written=tuple(play.world.written),
        person_ids={who.number: ids[who.email] for who in play.cast.everybody},
        volunteers=frozenset(ids[who.email] for who in volunteers),
        mails=tuple(rows.mails(conn)),
        messages=tuple(rows.messages(conn)),
        visits=tuple(rows.visits(conn)),
        timers=tuple(rows.timers(conn)),
        items=tuple(rows.items(conn)),
        notes=tuple(rows.notes(conn)),
        offers=tuple(rows.offers(conn)),
        tellings=rows.tellings(conn),
        watches=rows.watches(conn),
    )


def _grouped(pairs: Iterable[tuple[Record | None, T]]) -> dict[Record | None, list[T]]:
    found: dict[Record | None, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
