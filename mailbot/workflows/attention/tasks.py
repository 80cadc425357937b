"""Tasks: what a person must do, mailed at once and chased in working hours until somebody says done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mailbot.events import Event
from mailbot.letters.letter import Letter
from mailbot.letters.values import moment
from mailbot.store import attention
from mailbot.store.timers import Timer
from mailbot.workflows.contract import TASK_OPEN, Change, NoParams, Posting, Turn
from mailbot.workflows.recipients import address_of
from mailbot.workflows.why import WORDS, Why

DONE_BEFORE = "attention.done_before"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskOpen(Event):
    """The time for a task is over, and nobody has said that it is done."""

    name: ClassVar[str] = "task.open"
    record_kind: ClassVar[str | None] = "attention"

    why: Why
    attention_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDone(Event):
    """Somebody says that it is done. The record is what the task was about."""

    name: ClassVar[str] = "task.done"

    why: Why
    about: str | None = None
    about_id: int | None = None

    @property
    def record(self) -> tuple[str, int] | None:
        return (self.about, self.about_id) if self.about and self.about_id is not None else None


def task_open(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Is it still open?"""
    item = attention.get(turn.conn, timer.subject[1])
    if item and item.done_at is None:
        yield TaskOpen(why=Why(item.why), attention_id=item.id)


def chase_task(turn: Turn, event: TaskOpen, _: NoParams) -> Iterable[Event]:
    """Mail whose task it is once more, and go on chasing."""
    item = attention.get(turn.conn, event.attention_id)
    if item is None:
        return ()
    since = item.raised_at.astimezone(turn.scheme.zone)
    context = {"why": WORDS[event.why], "message_ref": str(item.id), "asked_on": since.date()}
    for person in turn.officers(item.role):
        letter = Letter(
            template="attention/task_open",
            to=(address_of(person),),
            context=context,
            subject_record=("attention", item.id),
        )
        turn.post(Posting(letter))
    turn.start_timer(TASK_OPEN, ("attention", item.id), task_due(turn))
    return ()


def task_due(turn: Turn) -> datetime:
    """When a task that is given now is chased: after its wait, in working hours."""
    return turn.scheme.office.next_open(turn.now + turn.scheme.config.timers.task_chase_after)


def done(turn: Turn, item_id: int) -> Iterable[Event]:
    """That item is done; what it was about may go on."""
    item = attention.get(turn.conn, item_id)
    if item is None or turn.sender.person is None:
        return
    if item.done_at is not None:
        turn.change(DONE_BEFORE, ("attention", item_id))
        return
    attention.done(turn.conn, item_id, f"person {turn.sender.person.id}", turn.now)
    turn.change("attention.done", ("attention", item_id))
    turn.stop_timer(TASK_OPEN, ("attention", item_id))
    about, about_id = item.subject or (None, None)
    yield TaskDone(why=Why(item.why), about=about, about_id=about_id)


def done_before(turn: Turn, change: Change) -> str:
    """That somebody had said so before, for the officer who says it now: who, if it was a person, and when."""
    item = attention.get(turn.conn, change.record[1])
    assert item is not None  # it is the change that says so
    assert item.done_at is not None
    kind, _, number = (item.done_by or "").partition(" ")
    who = turn.roll.person(int(number)).first_name if kind == "person" and number.isdigit() else None
    when = moment(item.done_at.astimezone(turn.scheme.zone))
    return f"that was noted already: {who} marked it as done at {when}" if who else f"it was over already at {when}"
