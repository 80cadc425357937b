"""What the model holds to be so, by its own simple idea: who may know, who is chased, what may go outside."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from mailbot.workflows.safeguarding.tables import concern_log, concerns
from tests.model.people import ENTRIES, EVERYBODY, GOOD_FOR, HOTEL, OFFICERS, with_homes
from tests.model.words import Said
from tests.model.world import World

LONDON = ZoneInfo("Europe/London")
STEPS, AGAIN = tuple(timedelta(minutes=m) for m in (15, 30, 60)), timedelta(hours=1)
TELLS_REPORTER, FORM_LEAVES = timedelta(minutes=15), timedelta(minutes=15)


@dataclass
class Message:
    """One message and what is known of it. `before`: how many mails of ours there were, and had been delivered."""

    inbox_id: int
    writer: str
    said: Said
    at: datetime
    trust: str
    written_before: int
    delivered_before: int


@dataclass
class Chase:
    """Since when a case is chased, and until when: the moment of an acknowledgement, of a close, of new harm."""

    since: datetime
    until: datetime | None = None
    tells_reporter: bool = True


@dataclass
class Case:
    """One case. `asked`: a verified reporter's form or yes; `released`, `declined`: an
    officer's word about its report; `form_at`: since when a form's minutes run."""

    number: int
    ref: str
    opened_by: Message
    messages: list[Message] = field(default_factory=list)
    chases: list[Chase] = field(default_factory=list)
    asked: bool = False
    released: bool = False
    declined: bool = False
    form_at: datetime | None = None
    closed_at: datetime | None = None

    def excluded(self) -> frozenset[str]:
        """From whom the case is kept now: whoever any of its messages is about, and their household."""
        about = with_homes(frozenset(each for m in self.messages for each in m.said.about))
        perhaps = with_homes(frozenset(each for m in self.messages for each in m.said.doubt))
        return about | (perhaps if OFFICERS - about - perhaps else frozenset())

    def excluded_by(self, address: str) -> Message:
        """The first message that left that person out."""
        meant = (m for m in self.messages if address in with_homes(m.said.about | m.said.doubt))
        return next(meant)

    @property
    def is_of_hotel(self) -> bool:
        return self.opened_by.said.client == HOTEL

    @property
    def is_chased(self) -> bool:
        return bool(self.chases) and self.chases[-1].until is None

    @property
    def calls(self) -> set[str]:
        return {m.said.call for m in self.messages if m.said.call}

    def begin(self, now: datetime) -> None:
        """New harm: everybody is asked from the first step on."""
        self.stop(now)
        self.chases.append(Chase(now))

    def stop(self, now: datetime) -> None:
        """Somebody has it, or it is closed."""
        for chase in self.chases:
            chase.until = chase.until or now


def excluded_from(message: Message) -> frozenset[str]:
    """From whom one message is kept by its own words."""
    about, perhaps = with_homes(message.said.about), with_homes(message.said.doubt)
    return about | (perhaps if OFFICERS - about - perhaps else frozenset())


@dataclass
class Beliefs:
    """Everything that the model believes; `learn` reads only which message belongs to which case."""

    checked: dict[str, date | None]
    cases: dict[int, Case] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    log_read: int = 0

    def learn(self, world: World, message: Message) -> None:
        """A message was decided: the cases that it opened or joined."""
        self.messages.append(message)
        by_id = {each.inbox_id: each for each in self.messages}
        for row in self._new_lines(world):
            known = by_id.get(row.inbox_id)
            if known is None:
                continue
            if row.what == "opened":
                self.cases[row.concern_id] = Case(row.concern_id, row.case_ref, known)
            if row.concern_id not in self.cases:
                continue
            case = self.cases[row.concern_id]
            if row.what in ("opened", "added-to", "told-more") and known not in case.messages:
                case.messages.append(known)
                self._joins(case, known, row.what)

    def _joins(self, case: Case, message: Message, how: str) -> None:
        if how == "opened" or message.said.harm:
            case.begin(message.at)
        verified = message.trust == "pass" and message.writer == case.opened_by.writer
        if message.said.asked and verified and message.writer in EVERYBODY:
            case.asked = not (case.declined or case.closed_at)
            case.form_at = case.form_at or message.at

    def _new_lines(self, world: World) -> list:
        wanted = (
            select(concern_log, concerns.c.case_ref)
            .join(concerns, concerns.c.id == concern_log.c.concern_id)
            .where(concern_log.c.id > self.log_read)
            .order_by(concern_log.c.id)
        )
        lines = world.scheme.database.read(lambda conn: conn.execute(wanted).all())
        self.log_read = max((line.id for line in lines), default=self.log_read)
        return list(lines)

    def may_be_mailed(self, address: str, at: datetime) -> bool:
        """Whether somebody has checked that outside address, and not too long ago."""
        name = next((name for name, known in ENTRIES.items() if known == address), None)
        on = self.checked.get(name) if name else None
        return on is not None and on <= at.astimezone(LONDON).date() <= on + GOOD_FOR


def due_between(chase: Chase, now: datetime) -> list[datetime]:
    """When somebody is to be asked again, from the worry on until now or until it stops."""
    end, found = min(chase.until or now, now), [chase.since + step for step in STEPS]
    while found[-1] < end:
        found.append(found[-1] + AGAIN)
    return [each for each in found if each < end or (each == end and chase.until is None)]
