"""A step of the story as it is shown, on the screen and on the page: the message, its reading, what came of it."""

import base64
import email
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Connection

from mailbot.demo.servers import ZONE
from mailbot.demo.stage import Step
from mailbot.demo.words import TRUST, change, known, moment, plain, timer
from mailbot.dispatch import Mail
from mailbot.events import Fact, Hold, Span
from mailbot.reading.message import Message, Reading
from mailbot.roll import Roll
from mailbot.scheme import Scheme
from mailbot.store import inbox, outbox
from mailbot.workflows.contract import Turn
from mailbot.workflows.why import WORDS, Why

ENDS = {
    "done": "dealt with",
    "ignored": "a machine wrote it: no answer, as no machine is answered",
    "needs_person": "a person has to look",
}
REFERENCE = " [ref "
"""What follows it in a subject is for the program, not for people."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a message. `mark` is the number of the fact that stands on it, "left" if nothing does, or None."""

    text: str
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """An attachment; `picture` is a data: address where it is a picture."""

    name: str
    picture: str | None


@dataclass(frozen=True, slots=True)
class Received:
    """A message that came in."""

    by: str
    trust: str
    subject: str
    pieces: tuple[Piece, ...]
    quoted: str
    papers: tuple[Paper, ...]
    message_id: str
    end: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A fact: its kind, its fields, and whether it is sure."""

    kind: str
    fields: tuple[tuple[str, str], ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A rule that decided."""

    says: str
    rule: str
    event: str


@dataclass(frozen=True, slots=True)
class Written:
    """A mail that went out, or waits. `held` says why it waits; `state` what became of it."""

    to: str
    cc: str
    subject: str
    text: str
    template: str
    message_id: str
    state: str
    held: str | None


@dataclass(frozen=True, slots=True)
class View:
    """One step, ready to be shown. Without `received` it was the clock that brought it."""

    when: str
    day: str
    title: str
    received: Received | None
    understood: tuple[Understood, ...]
    decisions: tuple[Decision, ...]
    changes: tuple[str, ...]
    timers: tuple[str, ...]
    attention: tuple[tuple[str, str], ...]
    written: tuple[Written, ...]


def view_of(scheme: Scheme, step: Step) -> View:
    """The step as things stand now: a mail that was sent may have come back since."""
    return scheme.database.read(lambda conn: _view(scheme, conn, step))


def who(scheme: Scheme, roll: Roll, address: str) -> str:
    """A name with what that person is; a team of the directory; else the address."""
    person = roll.by_email(address)
    if person:
        return f"{person.name} ({', '.join(sorted(plain(role.value) for role in person.roles))})"
    entries = scheme.config.directory.root
    found = next((name for name, entry in entries.items() if str(entry.address) == address), None)
    return f"outside team: {plain(found)}" if found else address


def _view(scheme: Scheme, conn: Connection, step: Step) -> View:
    turn, reading = step.decided.turn, step.decided.turn.reading
    return View(
        when=moment(step.at, ZONE),
        day=f"{step.at:%A} {step.at.day} {step.at:%B %Y}",
        title=step.scene,
        received=_received(scheme, conn, step, reading) if reading else None,
        understood=tuple(_understood(fact) for fact in reading.facts) if reading else (),
        decisions=tuple(Decision(rule.says, rule.id, event.name) for event, rule in turn.decided),
        changes=tuple(map(change, turn.changes)),
        timers=(*_started(turn), *_stopped(turn)),
        attention=tuple(_attention(turn)),
        written=tuple(_written(scheme, conn, turn.roll, mail) for mail in _written_now(step)),
    )


def _received(scheme: Scheme, conn: Connection, step: Step, reading: Reading) -> Received:
    message, turn = reading.message, step.decided.turn
    raw = inbox.raw(conn, turn.inbox_id or 0)
    return Received(
        by=who(scheme, turn.roll, reading.sender.address),
        trust=TRUST[reading.sender.trust],
        subject=message.subject.partition(REFERENCE)[0],
        pieces=tuple(pieces(reading.text.newest, reading.facts, reading.unaccounted)),
        quoted=reading.text.quoted,
        papers=tuple(_papers(message, raw)),
        message_id=message.message_id or "",
        end=ENDS[step.decided.disposition.value] if step.decided.disposition else "",
    )


def pieces(text: str, facts: Iterable[Fact], left: Iterable[Span]) -> Iterator[Piece]:
    """The text cut where a mark begins or ends. What a fact stands on wins over what is left for a person."""
    spans = [(fact.span, str(number)) for number, fact in enumerate(facts)] + [(span, "left") for span in left]
    edges = sorted({0, len(text), *(edge for span, _ in spans for edge in (span.start, span.end))})
    for start, end in pairwise(edges):
        mark = next((name for span, name in spans if span.start <= start and end <= span.end), None)
        yield Piece(text[start:end], mark)


def _papers(message: Message, raw: bytes) -> Iterator[Paper]:
    parts = list(email.message_from_bytes(raw).walk())
    for each in message.attachments:
        picture = None
        if each.content_type == "image/png":
            content = parts[each.index].get_payload(decode=True)
            packed = base64.b64encode(content if isinstance(content, bytes) else b"").decode("ascii")
            picture = f"data:image/png;base64,{packed}"
        yield Paper(each.filename or each.content_type, picture)


def _understood(fact: Fact) -> Understood:
    return Understood(plain(fact.kind.value), tuple(known(fact.fields)), fact.sure)


def _started(turn: Turn) -> Iterator[str]:
    for name, due in turn.started:
        yield f"{moment(due, ZONE)}: {timer(name)}"


def _stopped(turn: Turn) -> Iterator[str]:
    for entry in turn.journal:
        if entry.what == "timer.stopped" and entry.code:
            yield f"no longer needed: {timer(entry.code)}"


def _attention(turn: Turn) -> Iterator[tuple[str, str]]:
    for _, new in turn.raised:
        names = ", ".join(person.name for person in turn.officers(new.role))
        when = "now, by mail" if new.level == "now" else "in the digest"
        yield f"{names}, {when}", WORDS[Why(new.why)]


def _written_now(step: Step) -> list[Mail]:
    """What waits for a volunteer's next mail is shown where that is written."""
    return [mail for mail in step.decided.mails if mail.hold is not Hold.WAITS]


def _written(scheme: Scheme, conn: Connection, roll: Roll, mail: Mail) -> Written:
    sent = outbox.get(conn, mail.id)
    headers = email.message_from_bytes(outbox.raw(conn, mail.id))
    return Written(
        to=", ".join(who(scheme, roll, address) for address in mail.to),
        cc=", ".join(who(scheme, roll, address) for address in mail.cc),
        subject=mail.subject.partition(REFERENCE)[0],
        text=mail.text,
        template=mail.template,
        message_id=str(headers["Message-ID"]),
        state="came back" if sent and sent.state == "bounced" else sent.state.value if sent else "",
        held=mail.hold.value if mail.hold else None,
    )


def begins_a_day(views: Iterable[View]) -> Iterator[tuple[str | None, View]]:
    """Each view with the day's name where a new day begins."""
    before = None
    for view in views:
        yield (view.day if view.day != before else None), view
        before = view.day
