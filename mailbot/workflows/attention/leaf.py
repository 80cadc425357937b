"""Attention: what was not understood reaches a person; officers' instructions; the morning's digest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from mailbot.events import Event, Fact, Kind, Trust, about_sender
from mailbot.reading.classifier import OF_MACHINES
from mailbot.scheme import Scheme
from mailbot.store import outbox
from mailbot.store.timers import Timer
from mailbot.workflows.about_self import is_only_a_question
from mailbot.workflows.attention import tasks
from mailbot.workflows.attention.answers import AnswerGiven, AnswerUnclear, given, is_unclear
from mailbot.workflows.attention.digest import finish_reading, send_digest
from mailbot.workflows.attention.grammar import what_works
from mailbot.workflows.attention.ideas import IdeaGiven, is_idea
from mailbot.workflows.attention.recognise import recognise
from mailbot.workflows.contract import (
    ANNOUNCE,
    QUESTION_UNANSWERED,
    SCHEME,
    TASK_OPEN,
    Heard,
    Late,
    Leaf,
    LeafAction,
    NoParams,
    TimerSpec,
    Turn,
)

DONE = {
    "mail.released": "the report was released and is on its way",
    "concern.acknowledged": "it is noted that you have taken this on",
    "claim.approved": "the claim is approved",
    "claim.rejected": "the claim is rejected; please tell the claimant why",
    "attention.done": "it is marked as done",
    "visit.offered": "they are being asked, and you hear what they say",
    "offer.asked": "somebody is being asked",
    "visit.planned": "the visit is planned",
    "visit.held": "the day is kept; the visit is not booked before what is still missing is recorded",
    "visit.closed": "nothing more is asked about that visit",
    "pause.ended": "reminders and questions go on from today",
    "absence.agreed": "the absence is agreed, and they hear so",
    "absence.not_agreed": "they hear kindly that you would like to talk about it first: please get in touch",
    "match.kept": "the match goes on, as you say",
    "attention.read": "what that digest showed in full, and only had to be read, is cleared",
}
NOT_DONE = {"mail.still_held": "the report could not leave: the mode or the directory does not allow it"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood(Event):
    """Sentences stand for nothing (`in_part`), or the whole message does."""

    name: ClassVar[str] = "message.not_understood"

    in_part: bool
    encrypted: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    on_roll: bool = about_sender(False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAboutSelf(Event):
    """A verified person asks whether there is anything about them, and says nothing else (L19)."""

    name: ClassVar[str] = "message.asked_about_self"


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmUnplaced(Event):
    """The text shows harm that no fact carries, in a stranger's quote or elsewhere, or words of another language."""

    name: ClassVar[str] = "message.harm_unplaced"
    alerting: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Event):
    """Somebody said thanks, and nothing else."""

    name: ClassVar[str] = "message.acknowledged"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandGiven(Event):
    """An instruction in the first line of a mail. `authorised`: token, addressee and role agree, and for the first

    time (promise 9). `repeated`: they said just this to just this mail before, and nothing else since. `about` is the
    kind of record that our mail was about.
    """

    name: ClassVar[str] = "command.given"

    command: str
    authorised: bool
    repeated: bool = False
    about: str | None = None
    about_id: int | None = None

    @property
    def record(self) -> tuple[str, int] | None:
        return (self.about, self.about_id) if self.about and self.about_id is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestDue(Event):
    """It is time for the morning's digest."""

    name: ClassVar[str] = "digest.due"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionUnanswered(Event):
    """A writer was asked what they meant, and has not answered in time."""

    name: ClassVar[str] = "question.unanswered"
    record_kind: ClassVar[str | None] = "message"

    message_id: int


def after_reading(turn: Turn) -> Iterable[Event]:
    """What no other leaf will say of this message."""
    reading = turn.reading
    if reading is None or reading.machine is not None:
        return
    if reading.harm_unplaced:
        yield HarmUnplaced()
    if is_only_a_question(turn):
        yield AskedAboutSelf()
    elif is_unclear(turn):
        sent = turn.answer.sent if turn.answer else None
        asked, about = (sent.asks or "", sent.subject[0] if sent.subject else None) if sent else ("", None)
        yield AnswerUnclear(asked=asked, about=about, trust=reading.sender.trust)
    elif any(event.read_by_person for event in turn.events):
        return
    elif is_idea(reading):
        yield IdeaGiven(trust=reading.sender.trust)
    elif reading.unaccounted or not reading.facts or reading.message.encrypted:
        yield NotUnderstood(
            in_part=any(map(_tells_something, reading.facts)) and not reading.message.encrypted,
            encrypted=reading.message.encrypted,
            trust=reading.sender.trust,
            on_roll=reading.sender.person is not None,
        )


def _tells_something(fact: Fact) -> bool:
    """Thanks, or a machine, that are only guessed are nothing that was understood."""
    return fact.sure or fact.kind not in (Kind.ACKNOWLEDGEMENT, *OF_MACHINES)


def hear_command(turn: Turn, heard: Heard) -> Iterable[Event]:
    """An instruction, with everything that it takes to be carried out."""
    if heard.fact.fields.command == ANNOUNCE:
        return
    if answer_given := given(turn, heard):
        yield answer_given
        return
    command, answer = heard.fact.fields.command or "", turn.answer
    about, about_id = answer.sent.subject if answer and answer.sent.subject else (None, None)
    last = outbox.answered_last(turn.conn, answer.sent.id) if answer else None
    yield CommandGiven(
        command=command,
        authorised=_authorised(turn, command),
        repeated=bool(last and last[0] == command and not heard.fact.fields.command_args and _may(turn)),
        about=about,
        about_id=about_id,
    )


def hear_thanks(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A thank-you, or an answer in one line."""
    yield given(turn, heard) or Acknowledged()


def finish_attention(turn: Turn, event: CommandGiven, _: NoParams) -> Iterable[Event]:
    """Somebody who may says that it is done."""
    if event.about_id is not None:
        yield from tasks.done(turn, event.about_id)


def digest_due(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Send it, and set the clock for the next working day."""
    turn.start_timer("digest", SCHEME, next_digest(turn.scheme, turn.now))
    yield DigestDue()


def question_unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Nobody answered, as an answer would have stopped the timer."""
    yield QuestionUnanswered(message_id=timer.subject[1])


def next_digest(scheme: Scheme, after: datetime) -> datetime:
    """The next digest after that moment: at the configured local time of the next working day."""
    return scheme.office.next_at(scheme.config.hours.digest_at, after)


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """What an instruction has changed, in words; nothing of the message goes back to its writer."""
    changed = [change.what for change in turn.changes]
    before = [tasks.done_before(turn, each) for each in turn.changes if each.what == tasks.DONE_BEFORE]
    return {
        "message_ref": str(turn.inbox_id),
        "done_list": (*(DONE[what] for what in changed if what in DONE), *before),
        "not_done_list": tuple(NOT_DONE[what] for what in changed if what in NOT_DONE),
        "asked_on": _answered_on(turn),
        "question": what_works(asked) if (asked := getattr(event, "asked", None)) else None,
    }


def _answered_on(turn: Turn) -> date | None:
    """The day on which the mail that this answers was answered before."""
    last = outbox.answered_last(turn.conn, turn.answer.sent.id) if turn.answer else None
    return last[1].astimezone(turn.scheme.zone).date() if last else None


def _authorised(turn: Turn, command: str) -> bool:
    answer = turn.answer
    if answer is None or not _may(turn):
        return False
    return outbox.use_token(turn.conn, answer.sent.id, command, turn.inbox_id, turn.now)


def _may(turn: Turn) -> bool:
    """Whether the addressee of the mail that this answers instructs us, surely, in time, and with the right role."""
    answer, person = turn.answer, turn.sender.person
    if answer is None or person is None or turn.sender.trust is not Trust.VERIFIED:
        return False
    return answer.by_addressee and person.may_instruct and turn.now <= answer.sent.expires_at


LEAF = Leaf(
    name="attention",
    recognisers=(recognise,),
    events=(
        *(
            NotUnderstood,
            IdeaGiven,
            AskedAboutSelf,
            HarmUnplaced,
            Acknowledged,
            CommandGiven,
            QuestionUnanswered,
            DigestDue,
        ),
        *(AnswerGiven, AnswerUnclear, tasks.TaskOpen, tasks.TaskDone),
    ),
    actions=(
        LeafAction("finish_attention", NoParams, finish_attention),
        LeafAction("send_digest", NoParams, send_digest),
        LeafAction("finish_reading", NoParams, finish_reading),
        LeafAction("chase_task", NoParams, tasks.chase_task),
    ),
    timers=(
        TimerSpec("digest", lambda t: timedelta(days=1), digest_due, late=Late.SEND),
        TimerSpec(QUESTION_UNANSWERED, lambda t: t.visit_unanswered_after, question_unanswered),
        TimerSpec(TASK_OPEN, lambda t: t.task_chase_after, tasks.task_open),
    ),
    hears={Kind.COORDINATOR_COMMAND: hear_command, Kind.ACKNOWLEDGEMENT: hear_thanks},
    after_reading=after_reading,
    context=context,
    repeats={"digest": next_digest},
)
