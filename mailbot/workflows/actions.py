"""The actions that every workflow's rules share: send, timers, attention."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mailbot.errors import GiveUp
from mailbot.events import Event, Lane, Level
from mailbot.letters.disclosure import DISCLOSURES, Audience, Tone
from mailbot.letters.letter import Address, Letter
from mailbot.roll import Role
from mailbot.rulebook.rule import Duration, Recipient, TemplateName, TimerName
from mailbot.store import attention
from mailbot.workflows import published
from mailbot.workflows.contract import (
    QUESTION_UNANSWERED,
    SCHEME,
    TASK_OPEN,
    Context,
    LeafAction,
    NoParams,
    Posting,
    TimerSpec,
    Turn,
)
from mailbot.workflows.outside import hold_outside
from mailbot.workflows.recipients import address_of, find_recipients
from mailbot.workflows.why import WORDS, Why

NOTHING_KNOWN: Mapping[str, object] = dict.fromkeys(DISCLOSURES)
SAFEGUARDING_AUDIENCES = frozenset({Audience.SAFEGUARDING, Audience.OUTSIDE})


@dataclass(frozen=True, slots=True)
class Send:
    """A letter: its template, whom to, and copies."""

    template: TemplateName
    to: Recipient
    cc: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the writer. If no answer to it comes in time, a coordinator sees it in the digest."""

    template: TemplateName


@dataclass(frozen=True, slots=True)
class StartTimer:
    """A timer for the event's record. Without `after` it waits as the config's [timers] says."""

    timer: TimerName
    after: Duration | None = None


@dataclass(frozen=True, slots=True)
class StopTimer:
    """Stops the timer of the event's record."""

    timer: TimerName


@dataclass(frozen=True, slots=True)
class RaiseAttention:
    """A person is asked to look: `now` by a mail at once, `today` in the digest."""

    level: Level
    why: Why
    to: Role = Role.COORDINATOR


@dataclass(frozen=True, slots=True)
class GiveTask:
    """Something that a person must do: mailed in working hours, chased until they say done.

    About a visit whose day comes before the office opens it is mailed at any hour: somebody waits in vain.
    """

    template: TemplateName
    why: Why
    to: Role = Role.COORDINATOR


@dataclass(frozen=True)
class Shared:
    """The shared actions, bound to the contexts and timers of all leaves."""

    contexts: Mapping[str, Context]
    timers: Mapping[str, TimerSpec]

    def actions(self) -> tuple[LeafAction, ...]:
        """What rules may name."""
        return (
            LeafAction("send", Send, self.send),
            LeafAction("ask", Ask, self.ask),
            LeafAction("start_timer", StartTimer, self.start_timer),
            LeafAction("stop_timer", StopTimer, self.stop_timer),
            LeafAction("attention", RaiseAttention, self.attention),
            LeafAction("give_task", GiveTask, self.give_task),
            LeafAction("nothing", NoParams, self.nothing),
        )

    def send(self, turn: Turn, event: Event, params: Send) -> Iterable[Event]:
        """Queue a letter. To a directory entry it always waits for an officer's release (promise 7)."""
        to = find_recipients(turn, event, params.to)
        if not to.addresses:
            turn.note("mail.nobody", event.record, code=params.template)
            return ()
        if _is_reply(turn, to.addresses) and turn.reading and turn.reading.machine:
            turn.note("mail.not-to-a-machine", event.record, code=params.template)
            return ()
        if params.to == "stranger" and turn.scheme.templates[params.template].discloses:
            raise GiveUp(f"template {params.template} tells something: a stranger may get the neutral receipt only")
        copies = [find_recipients(turn, event, each) for each in params.cc]
        outside = to.outside + tuple(name for each in copies for name in each.outside)
        context = self.contexts.get(event.name)
        letter = Letter(
            template=params.template,
            to=to.addresses,
            cc=tuple(address for each in copies for address in each.addresses),
            context=known(turn) | dict(context(turn, event) if context else {}),
            subject_record=event.record or _message(turn),
            is_reply=_is_reply(turn, to.addresses),
            lane=_lane(turn, event, params),
        )
        turn.post(Posting(letter, hold_outside(turn, outside, asked=False) if outside else None, outside))
        return ()

    def ask(self, turn: Turn, event: Event, params: Ask) -> Iterable[Event]:
        """Ask the writer, and watch for the answer (design, section 2: an unsure fact is asked of its writer)."""
        self.send(turn, event, Send(params.template, Recipient("sender")))
        if turn.inbox_id is not None:
            spec = self.timers[QUESTION_UNANSWERED]
            due_at = turn.scheme.office.next_open(turn.now + spec.after(turn.scheme.config.timers))
            turn.start_timer(spec.name, ("message", turn.inbox_id), due_at)
        return ()

    def start_timer(self, turn: Turn, event: Event, params: StartTimer) -> Iterable[Event]:
        """Start the timer for the event's record, or for the scheme where the event has none."""
        spec, record = self.timers[params.timer], event.record or SCHEME
        since = spec.counts_from(turn, record) if spec.counts_from else turn.now
        due_at = since + (params.after or spec.after(turn.scheme.config.timers))
        turn.start_timer(
            spec.name, record, turn.scheme.office.next_open(due_at) if spec.clock == "office" else due_at
        )
        return ()

    def stop_timer(self, turn: Turn, event: Event, params: StopTimer) -> Iterable[Event]:
        """Stop the timer of the event's record."""
        turn.stop_timer(params.timer, event.record or SCHEME)
        return ()

    def attention(self, turn: Turn, event: Event, params: RaiseAttention) -> Iterable[Event]:
        """Ask a person to look; an urgent matter is mailed to them with the writer's words."""
        ask_to_look(turn, params.level, params.why, params.to, event.record)
        return ()

    def give_task(self, turn: Turn, event: Event, params: GiveTask) -> Iterable[Event]:
        """Ask the role to do it, with this letter, which asks for DONE. A task that is open already is told anew."""
        level, role = turn.whom_to_ask(Level.NOW, params.to)
        record = event.record or _message(turn)
        item = attention.open_item(turn.conn, params.why, record) if record else None
        if item is None:
            item = turn.raise_attention(level, params.why, role, record)
        if item is None:
            return ()
        context = self.contexts.get(event.name)
        values = dict(NOTHING_KNOWN) | dict(context(turn, event) if context else {})
        letter = Letter(
            template=params.template,
            to=(),
            context=values,
            subject_record=("attention", item),
            at_once=_cannot_wait(turn, record),
        )
        _mail_item(turn, letter, role)
        chase = turn.now + turn.scheme.config.timers.task_chase_after
        turn.start_timer(TASK_OPEN, ("attention", item), turn.scheme.office.next_open(chase))
        return ()

    def nothing(self, turn: Turn, event: Event, params: NoParams) -> Iterable[Event]:
        """Deliberately nothing: what ends a list whose event needs no action."""
        return ()


def known(turn: Turn) -> dict[str, object]:
    """What every letter may be given, beside nothing at all."""
    address = turn.scheme.config.scheme.private_address
    return dict(NOTHING_KNOWN) | {"private_address": str(address) if address else None}


def ask_to_look(turn: Turn, level: Level, why: Why, role: Role, record: tuple[str, int] | None = None) -> None:
    """Raise attention, and mail it to the role if it is urgent. A complaint is mailed once, whatever else it says."""
    level, role = turn.whom_to_ask(level, role)
    told = turn.kept_from and any(new.mailed and new.role is role for _, new in turn.raised)
    item = turn.raise_attention(level, why, role, record)
    if level is Level.NOW and item is not None and not told:
        mail_attention(turn, item, why, role)


def mail_attention(turn: Turn, item: int, why: Why, role: Role) -> None:
    """Mail an urgent item to everybody of the role, with the writer's words where a message is behind it."""
    reading = turn.reading
    words = (reading.text.newest or reading.message.subject) if reading else ""
    context = {"why": WORDS[why], "writer_words": words, "message_ref": str(turn.inbox_id or item)}
    letter = Letter(
        template="attention/now",
        to=(),
        context=context,
        subject_record=("attention", item),
        lane=Lane.CONCERN if why in ALARMS else Lane.ORDINARY,
    )
    _mail_item(turn, letter, role)


def _mail_item(turn: Turn, letter: Letter, role: Role) -> None:
    """This letter about an item, to each of the role. A case that the message joins later may leave one of them out:

    then, once all rules have decided, it goes to the next in line instead.
    """

    def mail() -> list[Posting]:
        found = [Posting(replace(letter, to=(address_of(person),))) for person in turn.officers(role)]
        for posting in found:
            turn.post(posting)
        return found

    def mail_the_next() -> None:
        people = (turn.roll.by_email(posting.letter.to[0].email) for posting in mailed)
        if any(person is not None and person.id in turn.kept_from for person in people):
            turn.postings = [posting for posting in turn.postings if posting not in mailed]
            mail()

    mailed = mail()
    turn.at_end[(letter.template, letter.subject_record)] = mail_the_next


def _cannot_wait(turn: Turn, about: tuple[str, int] | None) -> bool:
    """Whether it is about a visit that is over, or due, by the time the office opens again."""
    if about is None or about[0] != "visit":
        return False
    zone, day = turn.scheme.zone, published.recorded_visit(turn.conn, about[1]).day
    opens = turn.scheme.office.next_open(turn.now)
    return turn.now.astimezone(zone).date() <= day <= opens.astimezone(zone).date()


ALARMS = frozenset(
    {
        Why.HARM_UNPLACED,
        Why.HARM_IN_MACHINE_MAIL,
        Why.ESCALATION_NOT_POSSIBLE,
        Why.ESCALATION_UNANSWERED,
        Why.ALERT_BOUNCED,
        Why.INCIDENT,
        Why.LONE_WORKING,
        Why.LONE_OVERDUE,
        Why.LONE_DOUBTFUL,
        Why.LONE_NOT_MOVED,
    }
)


def _message(turn: Turn) -> tuple[str, int] | None:
    """What a letter is about where its event has no record: the message."""
    return ("message", turn.inbox_id) if turn.inbox_id is not None else None


def _is_reply(turn: Turn, to: tuple[Address, ...]) -> bool:
    """Whether this goes to whoever wrote the message, so that it answers that message."""
    return turn.reading is not None and [address.email for address in to] == [turn.sender.address]


def _lane(turn: Turn, event: Event, params: Send) -> Lane:
    """Letters about concerns go first, whatever else waits (promise 3)."""
    template = turn.scheme.templates[params.template]
    urgent = event.alerting or template.tone is Tone.CONCERN or template.audience in SAFEGUARDING_AUDIENCES
    return Lane.CONCERN if urgent else Lane.ORDINARY
