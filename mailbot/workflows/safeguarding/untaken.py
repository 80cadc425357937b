"""The built-in alert is chased as a case is: at the steps of the chain, to one role after the other, until an ACK.

It stands on rows of the spine alone, and no rule decides about it, as a rule may be what failed (promise 3).
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import exists, func, select

from mailbot.events import Event
from mailbot.reading.parse import parse
from mailbot.roll import Person
from mailbot.store import inbox
from mailbot.store.tables import outbox
from mailbot.store.timers import Timer
from mailbot.workflows.alarm import BUILT_IN, UNTAKEN, post_to
from mailbot.workflows.contract import NoParams, Record, Turn
from mailbot.workflows.safeguarding import chain
from mailbot.workflows.safeguarding.tables import concerns


def untaken(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Nobody has acknowledged it: everybody asked so far is mailed again, and the next role with them.

    Where a later try has opened a case of the message, the case has its own chain.
    """
    if turn.conn.scalar(select(exists().where(concerns.c.inbox_id == timer.subject[1]))):
        return ()
    settings, since = turn.scheme.config.alert, _since(turn, timer.subject)
    turn.start_timer(UNTAKEN, timer.subject, chain.next_step(settings, since, turn.now))
    message = parse(inbox.raw(turn.conn, timer.subject[1]))
    people = _reached(turn, chain.steps_until(settings, since, turn.now))
    post_to(turn, people, message.text or message.subject or None, timer.subject)
    return ()


def take_built_in(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """Somebody whom it asked has it: nobody is chased any more."""
    if event.record is not None:
        turn.stop_timer(UNTAKEN, event.record)
        turn.change("alert.taken", event.record)
    return ()


def _since(turn: Turn, record: Record) -> datetime:
    mine = (outbox.c.template == BUILT_IN, outbox.c.subject_kind == record[0], outbox.c.subject_id == record[1])
    first: datetime | None = turn.conn.scalar(select(func.min(outbox.c.queued_at)).where(*mine))
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
