"""The first word to each volunteer of a scheme that is live: what mailbot does with their mail; once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, Connection, ForeignKey, Table, insert, select

from mailbot.events import Event
from mailbot.roll import Person
from mailbot.settings.scheme import Mode
from mailbot.store.tables import UTCDateTime, metadata
from mailbot.store.timers import Timer
from mailbot.workflows.contract import NoParams, Turn

WELCOME = "welcome"

welcomes = Table(
    "welcomes",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("at", UTCDateTime, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeDue(Event):
    """A volunteer of a live scheme has not been told yet what mailbot does."""

    name: ClassVar[str] = "volunteer.new"
    record_kind: ClassVar[str | None] = "person"

    person_id: int
    reporter_id: int


def not_welcomed(conn: Connection, people: Iterable[Person]) -> list[Person]:
    """Those of them who have not been welcomed."""
    known = set(conn.scalars(select(welcomes.c.person_id)))
    return [person for person in people if person.id not in known]


def welcome_due(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Still live, and still not welcomed?"""
    person = turn.roll.person(timer.subject[1])
    if turn.scheme.config.scheme.mode is Mode.LIVE and not_welcomed(turn.conn, [person]):
        yield WelcomeDue(person_id=person.id, reporter_id=person.id)


def remember_welcome(turn: Turn, event: WelcomeDue, _: NoParams) -> Iterable[Event]:
    """Never again."""
    _welcomed(turn.conn, event.person_id, turn.now)
    turn.change("volunteer.welcomed", ("person", event.person_id))
    return ()


def _welcomed(conn: Connection, person_id: int, now: datetime) -> None:
    conn.execute(insert(welcomes).values(person_id=person_id, at=now))
