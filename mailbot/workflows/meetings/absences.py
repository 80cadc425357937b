"""Support and training are expected: absence is agreed with the coordinator, and a silence is noticed (L8).

Apologies are put to the coordinators, those for training to its head if there is one; nothing is agreed by waiting.
On the working day after, they are asked who was missing, and whoever had said nothing stands in the digest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar

from sqlalchemy import and_, select, update

from mailbot.events import Event, Kind
from mailbot.roll import Person
from mailbot.store import attention
from mailbot.store.rows import add
from mailbot.store.timers import Timer
from mailbot.workflows.contract import Leaf, LeafAction, NoParams, Record, TimerSpec, Turn
from mailbot.workflows.matching import pack_name
from mailbot.workflows.meetings import book, mailing, when
from mailbot.workflows.meetings.book import Meeting
from mailbot.workflows.meetings.tables import AbsenceState, MeetingState, meeting_absences

EXPECTED = "absence_agreed"  # value of a pack
WHO_CAME = "meeting-who-came"
_WORRIES = frozenset({Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT})
TRAINING = "training"  # as it stands in what a meeting is called


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfExpected(Event):
    """Base: something about a meeting to which people are expected. `training`: it is called so."""

    record_kind: ClassVar[str | None] = "meeting"

    training: bool
    meeting_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceSaid(_OfExpected):
    """Somebody who is expected says that they cannot come. Whoever decides is sent the whole of what they wrote."""

    name: ClassVar[str] = "meeting.absence_said"
    read_by_person: ClassVar[bool] = True
    record_kind: ClassVar[str | None] = "meeting_absence"

    meeting_absence_id: int
    asked_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceDecided(_OfExpected):
    """A coordinator says whether an absence is agreed."""

    name: ClassVar[str] = "meeting.absence_decided"

    agreed: bool
    asked_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOver(_OfExpected):
    """It is the working day after a meeting to which people were expected."""

    name: ClassVar[str] = "meeting.over"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoCameNoted(_OfExpected):
    """Somebody says who was missing. `clear`: each name is surely somebody's who was invited."""

    name: ClassVar[str] = "meeting.who_came_noted"

    clear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedWithoutWord(Event):
    """Somebody was missing who is expected, and had not said that they cannot come."""

    name: ClassVar[str] = "meeting.missed_without_word"
    record_kind: ClassVar[str | None] = "person"

    meeting_id: int
    person_id: int


def said(turn: Turn, meeting: Meeting, person: Person, coming: bool) -> Iterable[AbsenceSaid]:
    """A guest's answer: apologies are to be agreed, once; whoever comes after all has nothing to agree."""
    row = _row(turn, meeting.id, person.id)
    if coming and row is not None and row.state == AbsenceState.ASKED:
        _settle(turn, row.id, AbsenceState.WITHDRAWN)
    if coming or not is_expected(turn, person.id) or (row is not None and row.state != AbsenceState.WITHDRAWN):
        return
    absence_id = _put(turn, meeting, person.id, AbsenceState.ASKED)
    yield AbsenceSaid(
        training=is_training(meeting), meeting_id=meeting.id, meeting_absence_id=absence_id, asked_id=person.id
    )


def forget(turn: Turn, meeting: Meeting) -> None:
    """The meeting is off, or has another day: nothing is left to agree."""
    waits = and_(meeting_absences.c.meeting_id == meeting.id, meeting_absences.c.state == AbsenceState.ASKED)
    for absence_id in turn.conn.scalars(select(meeting_absences.c.id).where(waits)).all():
        _settle(turn, absence_id, AbsenceState.WITHDRAWN)


def expect_word(turn: Turn, meeting: Meeting) -> None:
    """On the working day after it somebody is asked who was missing."""
    office = turn.scheme.office
    after = office.at(meeting.day + timedelta(days=1), office.opens)
    turn.start_timer(WHO_CAME, mailing.record_of(meeting), office.next_open(after))


def who_came(turn: Turn, timer: Timer) -> Iterable[MeetingOver]:
    """Was it, and was anybody expected who had not sent apologies?"""
    meeting = book.get(turn.conn, timer.subject[1])
    if meeting.state is MeetingState.INVITED and when.starts(turn.scheme.office, meeting) <= turn.now:
        guests = [each for each in book.guests(turn.conn, meeting.id) if each.invited_at and each.answer != "no"]
        if any(is_expected(turn, each.person_id) for each in guests):
            yield MeetingOver(training=is_training(meeting), meeting_id=meeting.id)


def decide_absence(turn: Turn, event: Any, _: NoParams) -> Iterable[Event]:
    """AGREED, or NOT AGREED."""
    found = select(meeting_absences).where(meeting_absences.c.id == event.about_id)
    row = turn.conn.execute(found).one()
    agreed = event.answer == "agreed"
    _settle(turn, row.id, AbsenceState.AGREED if agreed else AbsenceState.NOT_AGREED)
    training = is_training(book.get(turn.conn, row.meeting_id))
    yield AbsenceDecided(training=training, meeting_id=row.meeting_id, agreed=agreed, asked_id=row.person_id)


def note_who_came(turn: Turn, event: Any, _: NoParams) -> Iterable[Event]:
    """Those named were missing: whoever is expected and had sent no apologies is noticed."""
    meeting = book.get(turn.conn, event.about_id)
    invited = {each.person_id for each in book.guests(turn.conn, meeting.id) if each.invited_at}
    missing = [] if event.answer == "all_came" else [person.id for person in event._people]
    clear = event.answer == "all_came" or (bool(missing) and set(missing) <= invited)
    if clear:
        attention.done_about(turn.conn, mailing.record_of(meeting), "answered", turn.now)
        turn.change("meeting.who_came", mailing.record_of(meeting), people=len(missing))
    yield WhoCameNoted(training=is_training(meeting), meeting_id=meeting.id, clear=clear)
    for person_id in missing if clear else ():
        if is_expected(turn, person_id) and _row(turn, meeting.id, person_id) is None:
            _put(turn, meeting, person_id, AbsenceState.NO_WORD)
            yield MissedWithoutWord(meeting_id=meeting.id, person_id=person_id)


def is_expected(turn: Turn, person_id: int) -> bool:
    """Whether a pack for which this person visits wants absence agreed; without a match, any pack of the scheme."""
    mine = [match for match in turn.roll.running_matches if person_id in (match.visitor_id, match.backup_id)]
    packs = turn.scheme.rulebook.packs
    names = {pack_name(turn, match) for match in mine} if mine else set(packs)
    return any(pack.values.get(EXPECTED) is True for name, pack in packs.items() if name in names)


def is_worry(turn: Turn) -> bool:
    """Whether the message is not for whoever decides about meetings: a worry, or something kept from some."""
    facts = turn.reading.facts if turn.reading else ()
    harm = turn.reading is not None and turn.reading.harm_unplaced
    return harm or bool(turn.keeping) or any(fact.kind in _WORRIES for fact in facts)


def is_training(meeting: Meeting) -> bool:
    """Whether it is called a training."""
    return TRAINING in meeting.what.casefold()


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """The meeting; to those who decide also who it is, and what they wrote."""
    if not isinstance(event, _OfExpected):
        return {}
    meeting = book.get(turn.conn, event.meeting_id)
    if isinstance(event, AbsenceDecided):
        return mailing.values_of(turn, meeting)
    values = dict(mailing.values_for_coordinators(turn, meeting))
    if isinstance(event, AbsenceSaid):
        values["apologies_list"] = (turn.roll.person(event.asked_id).name,)
        values["writer_words"] = turn.reading.text.newest if turn.reading and not is_worry(turn) else None
    return values


def _row(turn: Turn, meeting_id: int, person_id: int) -> Any:
    mine = and_(meeting_absences.c.meeting_id == meeting_id, meeting_absences.c.person_id == person_id)
    return turn.conn.execute(select(meeting_absences).where(mine)).one_or_none()


def _put(turn: Turn, meeting: Meeting, person_id: int, state: AbsenceState) -> int:
    row = _row(turn, meeting.id, person_id)
    if row is not None:
        _settle(turn, row.id, state)
        return int(row.id)
    values = {"meeting_id": meeting.id, "person_id": person_id, "state": state, "changed_at": turn.now}
    absence_id = add(turn.conn, meeting_absences, values)
    turn.change(f"absence.{state}", _record(absence_id))
    return absence_id


def _settle(turn: Turn, absence_id: int, state: AbsenceState) -> None:
    one = meeting_absences.c.id == absence_id
    turn.conn.execute(update(meeting_absences).where(one).values(state=state, changed_at=turn.now))
    attention.done_about(turn.conn, _record(absence_id), str(state), turn.now)
    turn.change(f"absence.{state}", _record(absence_id))


def _record(absence_id: int) -> Record:
    return ("meeting_absence", absence_id)


LEAF = Leaf(
    name="absences",
    events=(AbsenceSaid, AbsenceDecided, MeetingOver, WhoCameNoted, MissedWithoutWord),
    actions=(
        LeafAction("decide_absence", NoParams, decide_absence),
        LeafAction("note_who_came", NoParams, note_who_came),
    ),
    timers=(TimerSpec(WHO_CAME, lambda t: timedelta(0), who_came),),
    context=context,
)
