"""What a workflow leaf is, and the turn in which one message or one due timer is decided.

Leaves never import each other: they meet through events, and through what stands here.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Literal

from sqlalchemy import Connection

from mailbot.events import Event, Fact, Hold, Kind, Lane, Level, Trust
from mailbot.letters.build import Attached
from mailbot.letters.disclosure import Audience
from mailbot.letters.letter import Letter
from mailbot.reading.message import Reading, Recogniser, Sender
from mailbot.reading.words.blame import Ground
from mailbot.roll import INSTRUCT, Person, Role, Roll
from mailbot.rulebook.rule import Rule
from mailbot.scheme import Scheme
from mailbot.settings.scheme import Timers
from mailbot.store import attention, timers
from mailbot.store.journal import Entry
from mailbot.store.kept import Keeping
from mailbot.store.outbox import Sent
from mailbot.workflows.why import Why

Record = tuple[str, int]
ALERTED = (INSTRUCT - {Role.HEAD_OF_TRAINING}) | {Role.OUT_OF_HOURS}
ASKED_INSTEAD = {Role.HEAD_OF_TRAINING: Role.COORDINATOR}  # where a scheme has nobody of that role (B21)
SCHEME: Record = ("scheme", 1)
QUESTION_UNANSWERED = "question-unanswered"
TASK_OPEN = "task-open"
CASES = "safeguarding/"  # templates about cases
ANNOUNCE = "meeting"  # the command of a coordinator who announces one; the leaf of meetings hears it


@dataclass(frozen=True, slots=True)
class Heard:
    """A fact of the message with its row number."""

    fact: Fact
    id: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The mail of ours that this message answers by its token, and whether its addressee is who wrote."""

    sent: Sent
    by_addressee: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A record that changed, for `explain` and the demo's page: ids and codes."""

    what: str
    record: Record
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Posting:
    """A letter with what decides whether and how it leaves.

    `outside` names the directory entries among its recipients. `on_queued` is told the outbox row's number.
    """

    letter: Letter
    hold: Hold | None = None
    outside: tuple[str, ...] = ()
    attached: tuple[Attached, ...] = ()
    on_queued: Callable[[int], None] | None = None


@dataclass
class Turn:
    """One message or one due timer being decided, inside one transaction. Leaves change the world through it.

    `keeping`: who may not see what this is about, as `kept.py` found it (L19, L29); `of_words`: these but for who is
    left out only for who wrote it. `shut_out`: the record whose mail this answers, where its writer is kept from
    it: then `answer` is None.
    `at_end`: what is done once all rules have decided, so that it can say truly what was done; each key once.
    `of_death`: texts, and whether they speak of an own death (danger.py), as each event about a case asks for it.
    """

    scheme: Scheme
    conn: Connection
    now: datetime
    roll: Roll
    inbox_id: int | None = None
    reading: Reading | None = None
    answer: Answer | None = None
    timer: timers.Timer | None = None
    events: deque[Event] = field(default_factory=deque)
    postings: list[Posting] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    started: list[tuple[str, datetime]] = field(default_factory=list)
    raised: list[tuple[int, attention.NewAttention]] = field(default_factory=list)
    decided: list[tuple[Event, Rule]] = field(default_factory=list)
    journal: list[Entry] = field(default_factory=list)
    keeping: Keeping = field(default_factory=Keeping)
    of_words: Keeping = field(default_factory=Keeping)
    shut_out: Record | None = None
    at_end: dict[object, Callable[[], None]] = field(default_factory=dict)
    of_death: dict[str, bool] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The local day of this decision."""
        return self.now.astimezone(self.scheme.zone).date()

    @property
    def kept_from(self) -> frozenset[int]:
        """Who may not see what this is about, by number.

        Officers who are perhaps only mentioned are left out only while another officer is left: better they than
        nobody.
        """
        kept = self.keeping.people
        officers = {p.id for p in self.roll.people if p.roles & ALERTED} if kept else set()
        if officers and officers <= kept.keys():
            return frozenset(n for n, ground in kept.items() if ground != Ground.DOUBT or n not in officers)
        return frozenset(kept)

    def may_hear(self, reporter_id: int) -> bool:
        """Whether a reporter is told what becomes of their report: not if it is kept from them for what it says."""
        return reporter_id not in self.kept_from or self.keeping.people.get(reporter_id) == Ground.ELSEWHERE

    @property
    def sender(self) -> Sender:
        """Who wrote the message; only in turns that have one."""
        if self.reading is None:
            raise LookupError("this turn is a timer's: nobody wrote")
        return self.reading.sender

    @property
    def records_trust(self) -> Trust:
        """Trust for changing records: a token of ours lifts unverified to verified for its addressee (section 4)."""
        return self._trust_for(self.scheme.config.trust.records)

    @property
    def money_trust(self) -> Trust:
        """The same for claims."""
        return self._trust_for(self.scheme.config.trust.money)

    def _trust_for(self, needed: Trust) -> Trust:
        if self.sender.trust is not Trust.UNVERIFIED:
            return self.sender.trust
        vouched = self.answer is not None and self.answer.by_addressee
        enough = needed is Trust.UNVERIFIED and self.sender.person is not None
        return Trust.VERIFIED if vouched or enough else Trust.UNVERIFIED

    def post(self, posting: Posting) -> None:
        """Queue a letter with this decision; none to whoever wrote, where that may be a machine (promise 4)."""
        if self._answers_perhaps_a_machine(posting.letter):
            self.note("mail.not-to-a-machine", posting.letter.subject_record, code=posting.letter.template)
            return
        self.postings.append(posting)

    def _answers_perhaps_a_machine(self, letter: Letter) -> bool:
        """Never so of what an officer has to know, which is no answer: an alert, or an item that waits for them."""
        if self.reading is None or not self.reading.may_be_machine:
            return False
        person = self.sender.person
        if person is not None and person.is_officer and not letter.is_reply:
            return False
        writer = {self.sender.address.casefold(), person.email.casefold() if person else ""}
        return {each.email.casefold() for each in (*letter.to, *letter.cc)} <= writer

    def change(self, what: str, record: Record, heard_id: int | None = None, **details: Any) -> None:
        """Say that a record changed; `details` hold ids, codes and dates, never words."""
        self.changes.append(Change(what, record, details))
        self.note(what, record, fact_id=heard_id)

    def note(self, what: str, record: Record | None = None, **more: Any) -> None:
        """A line in the journal."""
        kind, record_id = record or (None, None)
        timer = self.timer.name if self.timer else None
        entry = Entry(what=what, inbox_id=self.inbox_id, timer=timer, subject_kind=kind, subject_id=record_id)
        self.journal.append(replace(entry, **more))

    def start_timer(self, name: str, record: Record, due_at: datetime) -> None:
        """Start, or start again, the timer of that name for that record."""
        timers.start(self.conn, name, record, due_at)
        self.started.append((name, due_at))
        self.note("timer.started", record, code=name)

    def stop_timer(self, name: str, record: Record) -> None:
        """Stop it if it runs."""
        if timers.stop(self.conn, name, record):
            self.note("timer.stopped", record, code=name)

    def raise_attention(
        self, level: Level, why: Why, role: Role, record: Record | None = None, *, mailed: bool = True
    ) -> int | None:
        """Ask a person to look; the item's number. The same thing is asked once in a turn: None the second time."""
        if (level, role) != (meant := self.whom_to_ask(level, role)):
            (level, role), mailed = meant, False
        new = attention.NewAttention(
            level=level, why=why, role=role, inbox_id=self.inbox_id, subject=record, mailed=mailed
        )
        if any(new == each for _, each in self.raised):
            return None
        item = attention.raise_(self.conn, new, self.now)
        self.raised.append((item, new))
        self.note("attention", record, code=f"{level} {why}")
        return item

    def is_alerted(self) -> bool:
        """Whether a letter of the lane for concerns goes to somebody who acts; what answers the writer is none, and

        neither is one to somebody from whom this is kept by now.
        """
        return any(p.letter.lane is Lane.CONCERN and self._alerts(p.letter) for p in self.postings)

    def _alerts(self, letter: Letter) -> bool:
        people = [self.roll.by_email(address.email) for address in letter.to]
        if all(person is not None and person.id in self.kept_from for person in people):
            return False
        if not letter.is_reply and not letter.template.startswith(CASES):
            return True
        return self.scheme.templates[letter.template].audience not in (Audience.WRITER, Audience.OUTSIDE)

    def whom_to_ask(self, level: Level, role: Role) -> tuple[Level, Role]:
        """How soon and whom: what is kept from any coordinator is the Complaints Manager's, now, as all coordinators

        read one digest (L29).
        """
        if role is Role.COORDINATOR and self._keeps(Role.COORDINATOR):
            return Level.NOW, Role.COMPLAINTS_MANAGER
        return level, role

    def _keeps(self, *roles: Role) -> bool:
        """Whether this is kept from somebody with any of these roles."""
        kept, asked = self.kept_from, {*roles}
        return bool(kept) and any(p.id in kept and p.roles & asked for p in self.roll.people)

    def officers(self, role: Role) -> tuple[Person, ...]:
        """Who has that role; where nobody has, the next in line, so that no alert has nobody to go to.

        Never anybody from whom this is kept. What is about an officer reaches the Complaints Manager beside whoever
        else is asked, then the chair, then whoever is left; where nobody is, `nobody_left` says so to the writer.
        """
        instead = ASKED_INSTEAD.get(role, role)
        next_ones = (Role.SAFEGUARDING_LEAD, Role.COORDINATOR, Role.CHAIR, Role.DIRECTOR, Role.TRUSTEE)
        lines: tuple[set[Role], ...] = tuple({each} for each in (role, instead, *next_ones))
        if self._keeps(*ALERTED):
            others = set() if self._keeps(Role.COORDINATOR) else {Role.COORDINATOR}
            asked = {role, Role.COMPLAINTS_MANAGER} - ({Role.COORDINATOR} - others)
            lines = (asked, {Role.CHAIR}, {Role.SAFEGUARDING_LEAD}, others, {Role.OUT_OF_HOURS})
            lines = (*lines, {Role.DIRECTOR}, {Role.TRUSTEE})
        kept = self.kept_from
        allowed = [person for person in self.roll.people if person.id not in kept]
        return next((found for roles in lines if (found := tuple(p for p in allowed if p.roles & roles))), ())


class Late(StrEnum):
    """What becomes of a timer that fires long after its time, because mailbot was off."""

    SEND = "send"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class TimerSpec:
    """A timer that rules may start. `fires` reads the state again and gives the events, or none.

    `after` is the configured wait. The office clock moves a firing into working hours (promise 11).
    `counts_from` gives the moment the wait counts from; without it, that of the decision.
    """

    name: str
    after: Callable[[Timers], timedelta]
    fires: Callable[[Turn, timers.Timer], Iterable[Event]]
    clock: Literal["safety", "office"] = "office"
    late: Late = Late.SEND
    counts_from: Callable[[Turn, Record], datetime] | None = None


@dataclass(frozen=True, slots=True)
class LeafAction:
    """An action of a leaf: its name in rules, the type of its parameters, and what it does."""

    name: str
    params: type[Any]
    run: Callable[[Turn, Any, Any], Iterable[Event]]


@dataclass(frozen=True, slots=True)
class NoParams:
    """An action that takes nothing from the rule."""


Hearer = Callable[[Turn, Heard], Iterable[Event]]
Context = Callable[[Turn, Any], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A workflow. `hears` turns facts into events; `context` gives an event's values for letters.

    `still_wanted` says of a template whether a letter about that record, which has waited, is still worth sending.
    """

    name: str
    recognisers: tuple[Recogniser, ...] = ()
    events: tuple[type[Event], ...] = ()
    actions: tuple[LeafAction, ...] = ()
    timers: tuple[TimerSpec, ...] = ()
    hears: Mapping[Kind, Hearer] = field(default_factory=dict)
    context: Context | None = None
    after_reading: Callable[[Turn], Iterable[Event]] | None = None
    repeats: Mapping[str, Callable[[Scheme, datetime], datetime]] = field(default_factory=dict)
    still_wanted: Mapping[str, Callable[[Turn, Record], bool]] = field(default_factory=dict)
