"""The built-in alert is chased as a case is: at the steps of the chain, to one role after the other, until an ACK.

It stands on rows of the spine alone, and no rule decides about it, as a rule may be what failed (promise 3).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy import ColumnElement, exists, func, select

from mailbot.events import Event, Lane
from mailbot.letters.letter import Letter
from mailbot.reading.parse import parse
from mailbot.roll import Person
from mailbot.rulebook.rule import TemplateName
from mailbot.store import inbox
from mailbot.store.tables import outbox, used_tokens
from mailbot.store.timers import Timer
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.alarm import BUILT_IN, UNTAKEN, post_to
from mailbot.workflows.contract import NoParams, Posting, Record, Turn
from mailbot.workflows.recipients import address_of
from mailbot.workflows.safeguarding import chain
from mailbot.workflows.safeguarding.tables import concerns
from mailbot.workflows.safeguarding.wording import called

HAVE_IT = "have_it"  # how the grammar of answers calls an ACK


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltInAnswered(Event):
    """Somebody whom the built-in alert asked has it. `first`: nobody had it before; `has_case`: a later try has

    opened a case of the message, whose own chain goes on.
    """

    name: ClassVar[str] = "alert.answered"
    record_kind: ClassVar[str | None] = "message"

    first: bool
    has_case: bool
    message_id: int


@dataclass(frozen=True, slots=True)
class TellReaders:
    """A letter to everybody else whom that alert asked."""

    template: TemplateName


def untaken(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Nobody has acknowledged it: everybody asked so far is mailed again, and the next role with them.

    Where a later try has opened a case of the message, the case has its own chain.
    """
    if _has_case(turn, timer.subject):
        return ()
    settings, since = turn.scheme.config.alert, _since(turn, timer.subject)
    turn.start_timer(UNTAKEN, timer.subject, chain.next_step(settings, since, turn.now))
    message = parse(inbox.raw(turn.conn, timer.subject[1]))
    people = _reached(turn, chain.steps_until(settings, since, turn.now))
    post_to(turn, people, message.text or message.subject or None, timer.subject)
    return ()


def take_built_in(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """Somebody whom it asked has it: nobody is chased any more."""
    if event.record is None:
        return
    turn.stop_timer(UNTAKEN, event.record)
    turn.change("alert.taken", event.record)
    holder = _holder(turn, event.record)
    first = holder is None or (turn.sender.person is not None and holder[0] == turn.sender.person.id)
    yield BuiltInAnswered(first=first, has_case=_has_case(turn, event.record), message_id=event.record[1])


def tell_readers(turn: Turn, event: BuiltInAnswered, params: TellReaders) -> Iterable[Event]:
    """The others hear who has it, as they do of a case."""
    own = turn.sender.person.id if turn.sender.person else None
    record, context = ("message", event.message_id), dict(NOTHING_KNOWN) | dict(taken_context(turn, event))
    mails = select(outbox.c.addressee_id).where(*_mails(record))
    told = set(turn.conn.scalars(mails)) - {own} - turn.kept_from
    for person in (p for p in turn.roll.people if p.id in told):
        letter = Letter(
            template=params.template,
            to=(address_of(person),),
            context=context,
            subject_record=record,
            lane=Lane.CONCERN,
        )
        turn.post(Posting(letter))
    return ()


def taken_context(turn: Turn, event: BuiltInAnswered) -> Mapping[str, object]:
    """Which message it is, and who has it since when, by first name and role: for officers only."""
    holder = _holder(turn, ("message", event.message_id))
    person = next((p for p in turn.roll.people if holder and p.id == holder[0]), None)
    return {
        "message_ref": str(event.message_id),
        "holder": called(person) if person else None,
        "holder_since": holder[1].astimezone(turn.scheme.zone) if holder else None,
    }


def _has_case(turn: Turn, record: Record) -> bool:
    return bool(turn.conn.scalar(select(exists().where(concerns.c.inbox_id == record[1]))))


def _holder(turn: Turn, record: Record) -> tuple[int, datetime] | None:
    """Who was the first to say that they have it, and when."""
    mine = select(outbox.c.addressee_id, used_tokens.c.used_at).join_from(
        used_tokens, outbox, outbox.c.id == used_tokens.c.outbox_id
    )
    mine = mine.where(*_mails(record), used_tokens.c.command == HAVE_IT, outbox.c.addressee_id.is_not(None))
    row = turn.conn.execute(mine.order_by(used_tokens.c.used_at, used_tokens.c.inbox_id).limit(1)).one_or_none()
    return (row.addressee_id, row.used_at) if row else None


def _mails(record: Record) -> tuple[ColumnElement[bool], ...]:
    return (outbox.c.template == BUILT_IN, outbox.c.subject_kind == record[0], outbox.c.subject_id == record[1])


def _since(turn: Turn, record: Record) -> datetime:
    first: datetime | None = turn.conn.scalar(select(func.min(outbox.c.queued_at)).where(*_mails(record)))
    return first or turn.now


def _reached(turn: Turn, step: int) -> list[Person]:
    """Those of the roles up to that step, each once; roles that nobody has, or that may not see it, are no step."""
    found: list[tuple[Person, ...]] = []
    for role in turn.scheme.config.alert.chain:
        known = {person.id for people in found for person in people}
        allowed = (p for p in turn.roll.with_role(role) if p.id not in turn.kept_from and p.id not in known)
        if people := tuple(allowed):
            found.append(people)
    return [person for people in found[: step + 1] for person in people]
