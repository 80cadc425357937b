"""Meetings (L8, L25, S14, B5): announced by config or mail, shown to a coordinator, sent on their word, and kept.

Nothing goes to everybody on a guess: invitations wait for a SEND that answers the mail which shows them.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Protocol

from mailbot.events import Event, Kind
from mailbot.roll import Role
from mailbot.scheme import Scheme
from mailbot.store.timers import Timer
from mailbot.workflows.contract import ANNOUNCE, SCHEME, Heard, Leaf, LeafAction, NoParams, TimerSpec, Turn
from mailbot.workflows.meetings import absences, book, mailing, when
from mailbot.workflows.meetings.apologies import after_reading, answered
from mailbot.workflows.meetings.book import Meeting
from mailbot.workflows.meetings.events import (
    Because,
    MeetingAnnounced,
    MeetingAnswered,
    MeetingCancelled,
    MeetingDrafted,
    MeetingListDue,
    MeetingMailing,
    MeetingMoved,
    MeetingReleased,
    MeetingReminderDue,
    MeetingUnchanged,
    MeetingUnreleased,
    OfMeeting,
)
from mailbot.workflows.meetings.recognise import recognise
from mailbot.workflows.meetings.tables import MeetingState, Says

CHECK, REMINDER, LIST, UNRELEASED = "meetings-check", "meeting-reminder", "meeting-list", "meeting-unreleased"
MOST_AT_ONCE = 5  # drafts that a coordinator is shown in a morning
MISSING = {"next_visit_date": "which day", "next_visit_time": "at what time", "place": "where"}


class Given(Protocol):
    """An answer in one line to a mail about a meeting; `about_id` is the meeting's number."""

    about_id: int | None
    answer: str
    _day: date | None
    _at: time | None


def hear_announcement(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A coordinator's mail that announces a meeting."""
    fields = heard.fact.fields
    if fields.command == ANNOUNCE:
        today = turn.today
        yield MeetingAnnounced(
            clear=heard.fact.sure,
            in_past=fields.next_visit_date is not None and fields.next_visit_date < today,
            trust=turn.sender.trust,
            _fields=fields,
        )


def draft_meeting(turn: Turn, event: MeetingAnnounced, _: NoParams) -> Iterable[Event]:
    """Write it down, once; a coordinator is shown it."""
    fields = event._fields
    day, at = fields.next_visit_date, fields.next_visit_time
    if day is None or at is None or fields.place is None or fields.command_args is None:
        raise LookupError("a rule drafted a meeting that is not clear: its condition must ask for that")
    roles = [Role(each) for each in fields.invites]
    yield _drafted(turn, fields.command_args, (day, at), fields.place, roles)


def check_config(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Each working morning: which meetings of the config are near enough to be shown to the coordinators?"""
    turn.start_timer(CHECK, SCHEME, next_check(turn.scheme, turn.now))
    config = turn.scheme.config
    until = turn.now + config.timers.meeting_shown_before
    near = [m for m in config.meetings if turn.now < turn.scheme.office.at(m.on, m.at) <= until]
    new = [m for m in near if book.find(turn.conn, m.what, m.on) is None]
    for each in new[:MOST_AT_ONCE]:
        yield _drafted(turn, each.what, (each.on, each.at), each.place, each.roles, from_config=True)


def next_check(scheme: Scheme, after: datetime) -> datetime:
    """When the office opens next."""
    return scheme.office.next_at(scheme.office.opens, after)


def unreleased(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Is it still a draft?"""
    meeting = book.get(turn.conn, timer.subject[1])
    if meeting.state is MeetingState.DRAFT:
        yield MeetingUnreleased(meeting_id=meeting.id, over=_is_over(turn, meeting))


def list_due(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Who comes, if it is to be."""
    meeting = book.get(turn.conn, timer.subject[1])
    if meeting.state is MeetingState.INVITED and not _is_over(turn, meeting):
        yield MeetingListDue(meeting_id=meeting.id)


def release_meeting(turn: Turn, event: Given, _: NoParams) -> Iterable[Event]:
    """SEND: whoever has one of its roles now is invited."""
    meeting = book.get(turn.conn, event.about_id or 0)
    if because := _not_to_be_changed(turn, meeting):
        yield MeetingUnchanged(meeting_id=meeting.id, because=because)
    elif meeting.state is MeetingState.INVITED:
        yield MeetingUnchanged(meeting_id=meeting.id, because=Because.SENT)
    else:
        book.enrol(turn.conn, meeting.id, mailing.invited_by_role(turn, meeting))
        meeting = book.change(turn.conn, meeting.id, turn.now, state=MeetingState.INVITED)
        turn.change("meeting.released", mailing.record_of(meeting), day=meeting.day.isoformat())
        turn.stop_timer(UNRELEASED, mailing.record_of(meeting))
        _start_timers(turn, meeting)
        yield MeetingReleased(meeting_id=meeting.id)


def cancel_meeting(turn: Turn, event: Given, _: NoParams) -> Iterable[Event]:
    """CANCEL: whoever was invited is told."""
    meeting = book.get(turn.conn, event.about_id or 0)
    if because := _not_to_be_changed(turn, meeting):
        yield MeetingUnchanged(meeting_id=meeting.id, because=because)
        return
    meeting = book.change(turn.conn, meeting.id, turn.now, state=MeetingState.CANCELLED)
    for name in (UNRELEASED, REMINDER, LIST):
        turn.stop_timer(name, mailing.record_of(meeting))
    absences.forget(turn, meeting)
    book.tell_invited(turn.conn, meeting.id, Says.CANCELLED)
    mailing.start_mailing(turn, meeting)
    turn.change("meeting.called_off", mailing.record_of(meeting))
    yield MeetingCancelled(meeting_id=meeting.id)


def move_meeting(turn: Turn, event: Given, _: NoParams) -> Iterable[Event]:
    """MOVE TO: whoever was invited is told, and asked again; a draft is shown again. Without a time it stays."""
    meeting = book.get(turn.conn, event.about_id or 0)
    if because := _not_to_be_changed(turn, meeting):
        yield MeetingUnchanged(meeting_id=meeting.id, because=because)
        return
    day, at = event._day or meeting.day, event._at or meeting.at
    if turn.scheme.office.at(day, at) <= turn.now:
        yield MeetingUnchanged(meeting_id=meeting.id, because=Because.PAST)
        return
    values = {"day": day, "at": at, "was_day": meeting.day, "was_at": meeting.at, "listed_at": None}
    meeting = book.change(turn.conn, meeting.id, turn.now, **values)
    turn.change("meeting.moved", mailing.record_of(meeting), day=day.isoformat())
    if meeting.state is MeetingState.DRAFT:
        yield MeetingDrafted(meeting_id=meeting.id, state=meeting.state)
        return
    book.forget_answers(turn.conn, meeting.id)
    absences.forget(turn, meeting)
    book.tell_invited(turn.conn, meeting.id, Says.MOVED)
    _start_timers(turn, meeting)
    yield MeetingMoved(meeting_id=meeting.id)


def note_coming(turn: Turn, event: Given, _: NoParams) -> Iterable[Event]:
    """YES or NO of a guest."""
    meeting, person = book.get(turn.conn, event.about_id or 0), turn.sender.person
    if person is None or not any(each.person_id == person.id for each in book.guests(turn.conn, meeting.id)):
        return
    yield from answered(turn, meeting, person, event.answer)


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """What letters about meetings may say; names only where a coordinator reads them."""
    if isinstance(event, MeetingAnnounced):
        missing = (words for name, words in MISSING.items() if getattr(event._fields, name) is None)
        return {"missing": tuple(missing), "meeting_on": event._fields.next_visit_date}
    if isinstance(event, OfMeeting):
        return mailing.values_for_coordinators(turn, book.get(turn.conn, event.meeting_id))
    return {}


def _drafted(
    turn: Turn,
    what: str,
    starts: tuple[date, time],
    place: str,
    roles: Iterable[Role],
    from_config: bool = False,
) -> Event:
    known = book.find(turn.conn, what, starts[0])
    meeting = known or book.draft(turn.conn, what, starts, place, roles, turn.now)
    if known is None:
        turn.change("meeting.drafted", mailing.record_of(meeting), day=meeting.day.isoformat())
    return MeetingDrafted(meeting_id=meeting.id, state=meeting.state, from_config=from_config)


def _start_timers(turn: Turn, meeting: Meeting) -> None:
    """Mail to its guests, the reminder, and the list of who comes."""
    mailing.start_mailing(turn, meeting)
    absences.expect_word(turn, meeting)
    office, record = turn.scheme.office, mailing.record_of(meeting)
    wanted = {REMINDER: when.reminder_at(office, meeting, turn.now), LIST: when.list_at(office, meeting, turn.now)}
    for name, at in wanted.items():
        turn.stop_timer(name, record)
        if at is not None:
            turn.start_timer(name, record, at)


def _is_over(turn: Turn, meeting: Meeting) -> bool:
    return when.starts(turn.scheme.office, meeting) <= turn.now


def _not_to_be_changed(turn: Turn, meeting: Meeting) -> Because | None:
    if meeting.state is MeetingState.CANCELLED:
        return Because.CANCELLED
    return Because.OVER if _is_over(turn, meeting) else None


LEAF = Leaf(
    name="meetings",
    recognisers=(recognise,),
    events=(
        *(MeetingAnnounced, MeetingDrafted, MeetingUnreleased, MeetingReleased, MeetingMoved, MeetingCancelled),
        *(MeetingUnchanged, MeetingMailing, MeetingReminderDue, MeetingListDue, MeetingAnswered),
    ),
    actions=(
        LeafAction("draft_meeting", NoParams, draft_meeting),
        LeafAction("release_meeting", NoParams, release_meeting),
        LeafAction("cancel_meeting", NoParams, cancel_meeting),
        LeafAction("move_meeting", NoParams, move_meeting),
        LeafAction("note_coming", NoParams, note_coming),
        LeafAction("mail_guests", mailing.MailGuests, mailing.mail_guests),
        LeafAction("remind_guests", NoParams, mailing.remind_guests),
        LeafAction("mark_listed", NoParams, mailing.mark_listed),
    ),
    timers=(
        TimerSpec(CHECK, lambda t: timedelta(days=1), check_config),
        TimerSpec(UNRELEASED, lambda t: t.task_chase_after, unreleased),
        TimerSpec(mailing.MAILING, lambda t: timedelta(0), mailing.mailing_due),
        TimerSpec(REMINDER, lambda t: timedelta(0), mailing.reminder_due),
        TimerSpec(LIST, lambda t: timedelta(minutes=30), list_due),
    ),
    hears={Kind.COORDINATOR_COMMAND: hear_announcement},
    after_reading=after_reading,
    context=context,
    repeats={CHECK: next_check},
)
