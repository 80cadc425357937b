"""Pauses: at the first mention of a death, a release, a removal or a bereavement our administration falls silent.

A coordinator is told now; the writer gets one kind, neutral answer. "Please stop" stops the reminders to one person.
Only a coordinator's "ask again" ends a pause.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event, Level, Trust, about_sender
from mailbot.letters.letter import Letter
from mailbot.reading.words.sad import Sad
from mailbot.roll import Role
from mailbot.rulebook.rule import Recipient
from mailbot.store import attention, waiting
from mailbot.workflows import pausing
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.contract import Leaf, LeafAction, NoParams, Posting, Record, Turn
from mailbot.workflows.pausing import Resumed
from mailbot.workflows.recipients import address_of, find_recipients
from mailbot.workflows.why import WORDS, Why

REASONS = {
    Sad.DEATH: "a death",
    Sad.RELEASE: "a release",
    Sad.REMOVAL: "a move to another place",
    Sad.BEREAVEMENT: "a bereavement of the person visited",
    Sad.OWN_BEREAVEMENT: "a bereavement of the writer's own",
    Sad.ASKED: "that reminders should stop",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SadNews(Event):
    """A message mentions something after which nobody should be asked for dates. `why` says what.

    `known_whom`: it is clear what may rest; else a person decides.
    """

    name: ClassVar[str] = "news.sad"
    read_by_person: ClassVar[bool] = True

    why: Sad
    known_whom: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    about: str | None = None
    about_id: int | None = None

    @property
    def record(self) -> Record | None:
        return (self.about, self.about_id) if self.about and self.about_id is not None else None


def after_reading(turn: Turn) -> Iterable[Event]:
    """Each thing that the message mentions."""
    for mention in pausing.mentioned(turn):
        kind, record_id = pausing.whom_it_pauses(turn, mention) or (None, None)
        yield SadNews(
            why=mention.why,
            known_whom=record_id is not None,
            trust=turn.records_trust,
            about=kind,
            about_id=record_id,
        )


def pause(turn: Turn, event: SadNews, _: NoParams) -> Iterable[Event]:
    """Let it rest, drop what waits, and tell a coordinator now; the same news again is only added for the digest."""
    if event.record is None:
        return ()
    begun = pausing.begin(turn.conn, event.record, event.why, turn.inbox_id, turn.now)
    if begun is None:
        turn.raise_attention(Level.TODAY, Why.ADMINISTRATION_RESTS, Role.COORDINATOR, event.record)
        return ()
    turn.change("pause.begun", event.record, why=event.why)
    if event.record[0] == "person":
        waiting.forget(turn.conn, [row.id for row in waiting.of_person(turn.conn, event.record[1])])
    item = turn.raise_attention(Level.NOW, Why.ADMINISTRATION_RESTS, Role.COORDINATOR, event.record)
    words = turn.reading.text.newest if turn.reading else ""
    values = {"why": REASONS[event.why], "writer_words": words, "message_ref": str(turn.inbox_id or item)}
    for person in turn.officers(turn.whom_to_ask(Level.NOW, Role.COORDINATOR)[1]):
        context = dict(NOTHING_KNOWN) | values
        to = (address_of(person),)
        turn.post(Posting(Letter(template="pauses/resting", to=to, context=context, subject_record=event.record)))
    return ()


def resume(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """A coordinator says "ask again"."""
    if event.record is None:
        return
    pausing.end(turn.conn, event.record, turn.now)
    by = f"person {turn.sender.person.id}" if turn.sender.person else ""
    for item in attention.open_items(turn.conn):
        if item.subject == event.record and item.why == Why.ADMINISTRATION_RESTS:
            attention.done(turn.conn, item.id, by, turn.now)
    turn.change("pause.ended", event.record)
    yield Resumed(about=event.record[0], about_id=event.record[1])


def answer_kindly(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """One neutral answer to the writer, whatever else the message said; nothing is asked in it."""
    to = find_recipients(turn, event, Recipient("sender")).addresses
    if to and turn.reading and not turn.reading.machine:
        turn.post(Posting(Letter(template="pauses/received", to=to, context=dict(NOTHING_KNOWN), is_reply=True)))
    return ()


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """Nothing of what was written: only what mailbot does."""
    return {"why": WORDS[Why.ADMINISTRATION_RESTS]} if isinstance(event, SadNews) else {}


LEAF = Leaf(
    name="pauses",
    events=(SadNews, Resumed),
    actions=(
        LeafAction("pause", NoParams, pause),
        LeafAction("resume", NoParams, resume),
        LeafAction("answer_kindly", NoParams, answer_kindly),
    ),
    after_reading=after_reading,
    context=context,
)
