"""The story of one message, or one due timer: read, decide, act, in one transaction (design, section 2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from mailbot.dispatch import Mail, dispatch
from mailbot.errors import GiveUp
from mailbot.events import Disposition, Event, Kind
from mailbot.reading.authenticate import authenticate
from mailbot.reading.message import Message, Reading, Sender, Surroundings
from mailbot.reading.parse import parse
from mailbot.reading.understand import understand, when_written
from mailbot.reading.words.blame import Ground
from mailbot.roll import Roll
from mailbot.rulebook.match import decide
from mailbot.scheme import Scheme
from mailbot.store import inbox, journal, outbox, timers
from mailbot.store.inbox import Waiting
from mailbot.store.timers import Timer
from mailbot.workflows.alarm import post_built_in_alert
from mailbot.workflows.contract import QUESTION_UNANSWERED, Answer, Heard, Late, Turn
from mailbot.workflows.keeping import join, nobody_left, note_message
from mailbot.workflows.kept import CASE, keeping, of_record, of_writer
from mailbot.workflows.registry import Registry

MOST_FOLLOW_UPS = 20
LATE_AFTER = timedelta(hours=12)
FIRST = (Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT, Kind.VISIT_PLANNED)


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of it: the turn with all its evidence, the mails queued, and the message's end."""

    turn: Turn
    mails: list[Mail]
    disposition: Disposition | None = None


def handle(scheme: Scheme, registry: Registry, conn: Connection, item: Waiting, now: datetime) -> Decided:
    """Decide one message. Everything that comes of it is written in the transaction of `conn`."""
    turn = _read(scheme, registry, conn, item, now)
    note_message(turn)
    if turn.answer and turn.answer.sent.inbox_id is not None and _is_answer(turn, turn.answer):
        turn.stop_timer(QUESTION_UNANSWERED, ("message", turn.answer.sent.inbox_id))
    for heard in _hear(turn):
        for leaf in registry.leaves:
            if hearer := leaf.hears.get(heard.fact.kind):
                turn.events.extend(hearer(turn, heard))
    for leaf in registry.leaves:
        if leaf.after_reading:
            turn.events.extend(leaf.after_reading(turn))
    _decide(turn, registry)
    mails = dispatch(turn)
    disposition = _disposition(turn)
    person = turn.sender.person
    inbox.settle(conn, item.id, disposition, person.id if person else None, now, restricted=_is_restricted(turn))
    turn.note(f"message.{disposition}", trust=turn.sender.trust)
    journal.write(conn, turn.journal, now)
    return Decided(turn, mails, disposition)


def fire(scheme: Scheme, registry: Registry, conn: Connection, timer: Timer, now: datetime) -> Decided | None:
    """Decide one due timer. None if it was stopped or started again meanwhile."""
    if not timers.is_running(conn, timer):
        return None
    spec = registry.timers[timer.name]
    roll = scheme.roll(conn)
    turn = Turn(scheme, conn, now, roll, timer=timer, keeping=of_record(conn, roll, timer.subject))
    timers.stop(conn, timer.name, timer.subject)
    if spec.late is Late.DROP and now - timer.due_at > LATE_AFTER:
        turn.note("timer.dropped", timer.subject)
    else:
        turn.note("timer.fired", timer.subject)
        turn.events.extend(spec.fires(turn, timer))
        _decide(turn, registry)
    mails = dispatch(turn)
    journal.write(conn, turn.journal, now)
    return Decided(turn, mails)


def _read(scheme: Scheme, registry: Registry, conn: Connection, item: Waiting, now: datetime) -> Turn:
    """Bytes become a Reading. The only part that could run elsewhere: it knows no state but roll and token."""
    message, roll = item.message or parse(inbox.raw(conn, item.id)), scheme.roll(conn)
    sender = replace(authenticate(message, scheme.config.mailbox.authserv_id, roll), trust=item.trust)
    answer = _answer(scheme, conn, message, sender, now)
    about = answer.sent.subject if answer else None
    shut_out = about if about and _is_kept_from(conn, roll, about, sender) else None
    answer = None if shut_out else answer
    written = when_written(message.date, item.arrived_at, scheme.zone)
    around = Surroundings(
        roll=roll,
        zone=scheme.zone,
        written_at=written.at,
        own_address=scheme.own_address,
        written_sure=written.sure,
        answers_question=answer.sent.asks if answer else None,
        harm=scheme.harm,
        chat=scheme.chat,
        asides=scheme.asides,
        classify=scheme.classify,
    )
    reading: Reading = understand(message, sender, around, registry.recognisers)
    kept = keeping(scheme, conn, roll, reading, about or _returned(scheme, conn, reading))
    asked = about if answer and answer.by_addressee else None
    turn = Turn(scheme, conn, now, roll, inbox_id=item.id, reading=reading, answer=answer)
    turn.of_words, turn.keeping, turn.shut_out = kept, kept | of_writer(conn, roll, reading, asked), shut_out
    return turn


def _is_kept_from(conn: Connection, roll: Roll, about: tuple[str, int], sender: Sender) -> bool:
    """Whether that record is kept from whoever writes: then our mail to them counts for nothing any more."""
    kept = of_record(conn, roll, about).people
    return sender.person is not None and kept.get(sender.person.id, Ground.ELSEWHERE) != Ground.ELSEWHERE


def _returned(scheme: Scheme, conn: Connection, reading: Reading) -> tuple[str, int] | None:
    """What a mail of ours is about that comes back without its token."""
    message_id = reading.machine.fields.bounced_message_id if reading.machine else None
    nonce = scheme.tokens.of_message_id(message_id, scheme.own_address) if message_id else None
    sent = outbox.by_nonce(conn, scheme.tokens.read(nonce) or "") if nonce else None
    return sent.subject if sent else None


def _answer(scheme: Scheme, conn: Connection, message: Message, sender: Sender, now: datetime) -> Answer | None:
    """The mail of ours that this answers, by a token of ours that has not expired."""
    for token in scheme.tokens.find_tokens(message, scheme.own_address):
        sent = outbox.by_nonce(conn, scheme.tokens.read(token) or "")
        if sent and now <= sent.expires_at:
            return Answer(sent, sender.person is not None and sender.address in outbox.addressed_to(conn, sent.id))
    return None


def _is_answer(turn: Turn, answer: Answer) -> bool:
    """Whether our question is answered: by its addressee, not by their machine, nor by mere thanks (promise 9)."""
    reading = turn.reading
    if reading is None or reading.machine is not None or not answer.by_addressee:
        return False
    thanks = [f for f in reading.facts if f.kind is Kind.ACKNOWLEDGEMENT and f.fields.command is None]
    return not thanks or len(thanks) < len(reading.facts) or bool(reading.unaccounted)


def _hear(turn: Turn) -> Sequence[Heard]:
    """The facts with their row numbers: concerns first, and plans before what they make good."""
    found = turn.reading.facts if turn.reading else ()
    order = {kind: place for place, kind in enumerate(FIRST)}
    facts = sorted(found, key=lambda fact: order.get(fact.kind, len(FIRST)))
    ids = inbox.keep_facts(turn.conn, turn.inbox_id or 0, facts)
    for fact, fact_id in zip(facts, ids, strict=True):
        turn.note("fact", fact_id=fact_id, span_start=fact.span.start, span_end=fact.span.end, code=fact.kind)
    return [Heard(fact, fact_id) for fact, fact_id in zip(facts, ids, strict=True)]


def _decide(turn: Turn, registry: Registry) -> None:
    """One event after another, first in, first out; follow-ups at the end, at most twenty."""
    seen: list[Event] = []
    while turn.events:
        event = turn.events.popleft()
        seen.append(event)
        join(turn, event)
        if len(seen) > MOST_FOLLOW_UPS:
            raise GiveUp("the rules go round in circles: more than twenty events came of one message")
        rule = decide(turn.scheme.rulebook, event).rule
        turn.decided.append((event, rule))
        turn.note("rule", event.record, event=event.name, rule=rule.id)
        for action in rule.then:
            turn.events.extend(registry.actions[action.name].run(turn, event, action.params))
    for finish in turn.at_end.values():
        finish()
    if any(event.alerting for event in seen) and not turn.is_alerted():
        _alert_anyway(turn)


def _alert_anyway(turn: Turn) -> None:
    """Whatever the rules forgot, a sign of harm reaches a person now (promise 3)."""
    post_built_in_alert(turn, turn.reading.text.newest if turn.reading else None)
    if not turn.is_alerted():
        nobody_left(turn)


def _is_restricted(turn: Turn) -> bool:
    """Whether the server's copy belongs where only some may look: a case, or what is kept from somebody."""
    about_case = any(event.record and event.record[0] == CASE for event, _ in turn.decided)
    worry = any(fact.kind is Kind.SAFEGUARDING_CONCERN for fact in turn.reading.facts) if turn.reading else False
    return about_case or worry or bool(turn.keeping) or bool(turn.reading and turn.reading.harm_unplaced)


def _disposition(turn: Turn) -> Disposition:
    """The one end of a message: `needs_person` exactly if it raised attention (design, section 2)."""
    if turn.raised:
        return Disposition.NEEDS_PERSON
    return Disposition.IGNORED if turn.reading and turn.reading.machine else Disposition.DONE
