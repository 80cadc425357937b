"""Topics (S12): a client's appointment that a mail surely tells of, and its reminder on the working day before; what
has no day is passed on to the other of visitor and backup, as a topic and not in its words.

Topics stand beside the facts: the sentence is still read as any other, and nothing else is made of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from mailbot.events import Event, Trust, about_sender
from mailbot.reading.message import Reading
from mailbot.reading.understand import when_written
from mailbot.reading.words.appointments import Said, appointments_in
from mailbot.reading.words.mentioned import mentions_in
from mailbot.reading.words.names import find_clients
from mailbot.roll import Match
from mailbot.store.timers import Timer
from mailbot.workflows.contract import NoParams, Turn
from mailbot.workflows.cover import appointments
from mailbot.workflows.cover.appointments import Appointment
from mailbot.workflows.cover.copying import is_alarming
from mailbot.workflows.cover.events import TopicDropped, TopicNear, TopicNoted, TopicShared
from mailbot.workflows.cover.tables import Company
from mailbot.workflows.matching import pack_name, pack_says
from mailbot.workflows.pausing import is_paused

NEAR = "appointment-near"
REMINDS = "appointment_reminders"  # the pack's value: dated topics become reminders for visitor and backup
NAMES = "names_topics"  # the pack's value: a reminder may say what the appointment is about
TOPIC_WORDS = {
    "home_office": "with the Home Office",
    "legal": "about legal matters",
    "health": "about their health",
    "money": "about money",
}
NEWS_WORDS = TOPIC_WORDS | {"home_office": "about the Home Office"}
MOST = 3  # appointments, and topics without a day, that one mail can tell of


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSaid(Event):
    """A mail tells of a client's appointment on a day to come, of another day for it, or that it is off.

    `known`: it changes nothing, or nobody can tell which appointment is meant. `dated`: it names a day, or takes one
    back; without that it is news of a topic, of which nobody is reminded.
    """

    name: ClassVar[str] = "topic.said"
    record_kind: ClassVar[str | None] = "message"

    reminds: bool
    known: bool
    dated: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    may_tell: bool = about_sender(False)
    message_id: int
    match_id: int
    _said: Said


def after_reading(turn: Turn) -> Iterable[Event]:
    """The appointments in a mail of a visitor or backup; none of a mail with a worry (S11)."""
    reading, person = turn.reading, turn.sender.person if turn.reading else None
    if (
        reading is None
        or person is None
        or turn.inbox_id is None
        or reading.machine is not None
        or is_alarming(reading)
    ):
        return
    matches = turn.roll.matches_of(person)
    if not any(pack_says(turn, match, REMINDS) for match in matches):
        return
    written = when_written(reading.message.date, turn.now, turn.scheme.zone)
    asked = (reading.text.newest, turn.roll, person, written.at.date())
    for said in [*list(appointments_in(*asked, written.sure))[:MOST], *list(mentions_in(*asked))[:MOST]]:
        match = _match(turn, reading, said, matches)
        if match is not None and not is_paused(turn, match):
            yield TopicSaid(
                pack=pack_name(turn, match),
                reminds=pack_says(turn, match, REMINDS),
                known=_is_dated(said) and not _changes(turn, match, said),
                dated=_is_dated(said),
                trust=turn.records_trust,
                may_tell=person.id in (match.visitor_id, match.backup_id),
                message_id=turn.inbox_id,
                match_id=match.id,
                _said=said,
            )


def share_topic(turn: Turn, event: TopicSaid, _: NoParams) -> Iterable[Event]:
    """What has no day is passed on to the other of the two, unless they were sent the mail themselves."""
    match, writer, reading = turn.roll.match(event.match_id), turn.sender.person, turn.reading
    if match is None or match.backup_id is None or writer is None or reading is None:
        return
    by_visitor = writer.id == match.visitor_id
    other = turn.roll.person(match.backup_id if by_visitor else match.visitor_id).email
    if other not in {each.casefold() for each in (*reading.message.to, *reading.message.cc)}:
        turn.change("topic.shared", ("match", match.id), topic=event._said.topic)
        yield TopicShared(pack=event.pack, by_visitor=by_visitor, match_id=match.id, _topic=event._said.topic)


def note_topic(turn: Turn, event: TopicSaid, _: NoParams) -> Iterable[Event]:
    """Keep it, or move it, or drop it; the reminder follows."""
    match, said = next(m for m in turn.roll.matches if m.id == event.match_id), event._said
    old = _meant(turn, match, said)
    if old is not None and (said.moved or said.off):
        yield drop(turn, old)
    new = [day for day in said.days if old is None or day != old.day]
    if said.off or len(new) != 1 or turn.sender.person is None:
        return
    made = Appointment(0, match.id, said.topic, new[0], said.at, Company.NOT_ASKED, turn.sender.person.id, turn.now)
    yield TopicNoted(pack=event.pack, match_id=match.id, appointment_id=keep(turn, made))


def keep(turn: Turn, new: Appointment) -> int:
    """Write it down and start its reminder, where it is one that is reminded of; returns its number."""
    number = appointments.put(turn.conn, new, turn.inbox_id, turn.now)
    turn.change("appointment.noted", ("appointment", number))
    if new.topic in TOPIC_WORDS:
        due_at = max(near_at(turn, new.day), turn.now)
        turn.start_timer(NEAR, ("appointment", number), turn.scheme.office.next_open(due_at))
    return number


def drop(turn: Turn, old: Appointment) -> TopicDropped:
    """Nobody is reminded of it any more."""
    appointments.drop(turn.conn, old.id, turn.now)
    turn.stop_timer(NEAR, ("appointment", old.id))
    turn.change("appointment.dropped", ("appointment", old.id))
    match = turn.roll.match(old.match_id)
    return TopicDropped(pack=pack_name(turn, match), match_id=old.match_id, appointment_id=old.id)


def near(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The working day before, in working hours; on the day itself it is too late for a reminder."""
    appointment = appointments.get(turn.conn, timer.subject[1])
    if appointment.dropped or appointment.day <= turn.today:
        return
    if waits_for_office(turn, timer):
        return
    match = turn.roll.match(appointment.match_id)
    late = appointment.noted_at >= near_at(turn, appointment.day)
    if match is not None and not is_paused(turn, match):
        yield TopicNear(
            pack=pack_name(turn, match),
            visitor_knows=late and appointment.told_by == match.visitor_id,
            backup_knows=late and appointment.told_by == match.backup_id,
            match_id=match.id,
            appointment_id=appointment.id,
        )


def waits_for_office(turn: Turn, timer: Timer) -> bool:
    """Whether a timer fires at night, because mailbot was off at its time: it waits for the morning (promise 11)."""
    if turn.scheme.office.is_open(turn.now):
        return False
    turn.start_timer(timer.name, timer.subject, turn.scheme.office.next_open(turn.now))
    return True


def near_at(turn: Turn, day: date) -> datetime:
    """The opening of the last working day before that day."""
    office = turn.scheme.office
    return office.at(office.working_day_before(day), office.opens)


def _match(turn: Turn, reading: Reading, said: Said, matches: Iterable[Match]) -> Match | None:
    """The writer's match that is meant: of the client named there, else in the mail, else the only one."""
    own = {match.client_id: match for match in reversed(tuple(matches))}
    if said.client is not None:
        return own.get(said.client.id)
    text = f"{reading.message.subject}\n{reading.text.newest}"
    named = {found.client.id for found in find_clients(text, turn.roll, reading.sender.person)}
    if not named and (said.moved or said.off):
        named = {client_id for client_id, match in own.items() if _meant(turn, match, said)}
    named = named or set(own)
    return own.get(named.pop()) if len(named) == 1 else None


def _is_dated(said: Said) -> bool:
    return bool(said.days or said.moved or said.off)


def _meant(turn: Turn, match: Match, said: Said) -> Appointment | None:
    """The known appointment that moves or falls away: that of the day which is named, else the only one."""
    known = [a for a in appointments.to_come(turn.conn, match.id, turn.today) if a.topic == said.topic]
    named = [a for a in known if a.day in said.days]
    chosen = named or (known if len(said.days) < 2 else [])
    return chosen[0] if len(chosen) == 1 else None


def _changes(turn: Turn, match: Match, said: Said) -> bool:
    """Whether there is anything to do: a new day, or one that falls away; "moved" of nothing known is a new day."""
    old = _meant(turn, match, said)
    if said.off:
        return old is not None
    if said.moved:
        new = [day for day in said.days if old is None or day != old.day]
        return len(new) == 1 and new[0] > turn.today
    known = appointments.to_come(turn.conn, match.id, turn.today)
    return not any((a.topic, a.day) == (said.topic, said.days[0]) for a in known)
