"""When a message or a timer cannot be processed: try again, alert at once if it shows harm, then hand it to a person.

Nothing is lost and nothing loops: after the configured tries a message is parked and reaches a coordinator as an
attachment (promise 1). If its text shows harm, or cannot be read, the built-in alert goes out at the first failure.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from mailbot.dispatch import dispatch
from mailbot.events import Disposition, Level
from mailbot.letters.build import Attached
from mailbot.letters.letter import Letter
from mailbot.reading.message import Message
from mailbot.reading.parse import parse
from mailbot.roll import Role
from mailbot.scheme import Scheme
from mailbot.store import inbox, journal, timers
from mailbot.store.inbox import Waiting
from mailbot.store.kept import keep
from mailbot.store.timers import Timer
from mailbot.workflows.alarm import post_built_in_alert
from mailbot.workflows.contract import Posting, Turn
from mailbot.workflows.keeping import nobody_left
from mailbot.workflows.kept import MESSAGE, of_raw
from mailbot.workflows.recipients import address_of
from mailbot.workflows.why import Why

POSTPONE_TIMER = timedelta(minutes=5)


def message_failed(scheme: Scheme, item: Waiting, conn: Connection, error: str, now: datetime) -> None:
    """Count the failure of a message; `error` is the name of the error's type, never its text."""
    tries = inbox.failed(conn, item.id, error, now)
    turn = Turn(scheme, conn, now, scheme.roll(conn), inbox_id=item.id)
    raw = inbox.raw(conn, item.id)
    message = parse(raw)
    turn.keeping = of_raw(scheme, conn, turn.roll, message, item.id)
    if turn.keeping:
        keep(conn, (MESSAGE, item.id), turn.keeping, item.id, now)
    if tries == 1:
        _alert_on_harm(turn, message)
    if tries >= scheme.config.limits.tries:
        _park(turn, raw)
    turn.note("message.failed", code=error)
    dispatch(turn)
    journal.write(conn, turn.journal, now)


def message_failed_plainly(scheme: Scheme, item: Waiting, conn: Connection, error: str, now: datetime) -> None:
    """The letters about a failure failed too. No letter then, only records: it is counted, and a person has to look.

    It is said at the first failure, as nothing is known of harm in it.
    """
    tries = inbox.failed(conn, item.id, error, now)
    turn = Turn(scheme, conn, now, scheme.roll(conn), inbox_id=item.id)
    if tries == 1:
        turn.raise_attention(Level.NOW, Why.NOT_PROCESSED, Role.SAFEGUARDING_LEAD, mailed=False)
    if tries >= scheme.config.limits.tries:
        turn.raise_attention(Level.NOW, Why.NOT_PROCESSED, Role.COORDINATOR, mailed=False)
        inbox.settle(conn, item.id, Disposition.NEEDS_PERSON, None, now)
    turn.note("message.failed", code=error)
    journal.write(conn, turn.journal, now)


def timer_failed(scheme: Scheme, timer: Timer, conn: Connection, error: str, now: datetime) -> None:
    """Count the failure of a timer; after the last try a coordinator is told and it is dropped."""
    turn = Turn(scheme, conn, now, scheme.roll(conn), timer=timer)
    if timers.postpone(conn, timer, POSTPONE_TIMER) >= scheme.config.limits.tries:
        timers.stop(conn, timer.name, timer.subject)
        turn.raise_attention(Level.NOW, Why.TIMER_FAILED, Role.COORDINATOR, timer.subject, mailed=False)
    turn.note("timer.failed", timer.subject, code=error)
    journal.write(conn, turn.journal, now)


def _alert_on_harm(turn: Turn, message: Message) -> None:
    """A plain scan of all the text, quotes and forwards too; if even that is impossible, alert."""
    texts = [message.subject, message.text, *(m.text for m in message.forwarded)]
    if message.unreadable or message.encrypted or any(turn.scheme.scanner.scan(text) for text in texts):
        post_built_in_alert(turn, message.text or message.subject)
        if not turn.is_alerted():
            nobody_left(turn)


def _park(turn: Turn, raw: bytes) -> None:
    turn.raise_attention(Level.NOW, Why.NOT_PROCESSED, Role.COORDINATOR)
    restricted = bool(turn.keeping)
    inbox.settle(turn.conn, turn.inbox_id or 0, Disposition.NEEDS_PERSON, None, turn.now, restricted=restricted)
    readers = turn.officers(turn.whom_to_ask(Level.NOW, Role.COORDINATOR)[1])
    if not readers:
        nobody_left(turn)
    for person in readers:
        letter = Letter(
            template="attention/not_processed",
            to=(address_of(person),),
            context={"message_ref": str(turn.inbox_id)},
            subject_record=("message", turn.inbox_id) if turn.inbox_id is not None else None,
        )
        turn.post(Posting(letter, attached=(Attached(f"message-{turn.inbox_id}.eml", raw),)))
