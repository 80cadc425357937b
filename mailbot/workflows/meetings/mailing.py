"""Mail to a meeting's guests: each gets their own, in working hours, and never all of a day's mails."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbot.events import Event
from mailbot.letters.letter import Letter
from mailbot.roll import Role
from mailbot.rulebook.rule import TemplateName
from mailbot.store import outbox
from mailbot.store.timers import Timer
from mailbot.workflows.contract import NoParams, Posting, Record, Turn
from mailbot.workflows.meetings import book, when
from mailbot.workflows.meetings.book import Guest, Meeting
from mailbot.workflows.meetings.events import MeetingMailing, MeetingReminderDue, OfMeeting
from mailbot.workflows.meetings.tables import MeetingState, Says
from mailbot.workflows.recipients import address_of

MAILING = "meeting-mailing"
BATCH = 25  # mails to guests at a time
PAUSE, LONG_PAUSE = timedelta(minutes=5), timedelta(hours=1)
DAY = timedelta(days=1)
INVITATION = "meetings/invitation"
PLURAL = {
    Role.VISITOR: "visitors",
    Role.BACKUP: "backups",
    Role.TREASURER: "treasurers",
    Role.COORDINATOR: "coordinators",
    Role.TRUSTEE: "trustees",
}


@dataclass(frozen=True, slots=True)
class MailGuests:
    """The letter that each of them gets."""

    template: TemplateName


def start_mailing(turn: Turn, meeting: Meeting) -> None:
    """Whoever is to be told something is, from the next working hour on."""
    turn.start_timer(MAILING, record_of(meeting), _next(turn, meeting))


def mailing_due(turn: Turn, timer: Timer) -> Iterable[Event]:
    """What there is to say to whom. Once it has begun, nothing is."""
    meeting = book.get(turn.conn, timer.subject[1])
    if when.starts(turn.scheme.office, meeting) <= turn.now:
        book.nothing_more(turn.conn, meeting.id)
        return
    if (at := _next(turn, meeting)) > turn.now:
        turn.start_timer(MAILING, timer.subject, at)
        return
    for says in sorted({guest.pending for guest in book.guests(turn.conn, meeting.id) if guest.pending}):
        yield MeetingMailing(meeting_id=meeting.id, says=says)


def mail_guests(turn: Turn, event: MeetingMailing, params: MailGuests) -> Iterable[Event]:
    """As many as there is room for today; the others in a while."""
    meeting = book.get(turn.conn, event.meeting_id)
    values = values_of(turn, meeting)
    waiting = [g for g in book.guests(turn.conn, meeting.id) if g.pending is event.says]
    now = [guest for guest in waiting if not _has_many(turn, guest)][: _room(turn)]
    for guest in now:
        to = (address_of(turn.roll.person(guest.person_id)),)
        turn.post(Posting(Letter(template=params.template, to=to, context=values, subject_record=event.record)))
        invited_at = guest.invited_at or turn.now
        book.set_guest(turn.conn, meeting.id, guest.person_id, pending=None, invited_at=invited_at)
    turn.change(f"meeting.{event.says}", record_of(meeting), people=len(now))
    if len(now) < len(waiting):
        later = turn.scheme.office.next_open(turn.now + (PAUSE if now else LONG_PAUSE))
        turn.start_timer(MAILING, record_of(meeting), later)
    return ()


def reminder_due(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Is it still to be?"""
    if _is_to_come(turn, meeting := book.get(turn.conn, timer.subject[1])):
        yield MeetingReminderDue(meeting_id=meeting.id)


def remind_guests(turn: Turn, event: MeetingReminderDue, _: NoParams) -> Iterable[Event]:
    """Whoever said yes or nothing."""
    book.tell_invited(turn.conn, event.meeting_id, Says.REMINDER)
    start_mailing(turn, book.get(turn.conn, event.meeting_id))
    return ()


def mark_listed(turn: Turn, event: OfMeeting, _: NoParams) -> Iterable[Event]:
    """The coordinators know who comes, as of now."""
    book.change(turn.conn, event.meeting_id, turn.now, listed_at=turn.now)
    return ()


def record_of(meeting: Meeting) -> Record:
    """What letters and timers are tied to."""
    return ("meeting", meeting.id)


def values_of(turn: Turn, meeting: Meeting) -> Mapping[str, object]:
    """What guests may read of it."""
    office = turn.scheme.office
    was = office.at(meeting.was_day, meeting.was_at) if meeting.was_day and meeting.was_at else None
    return {
        "meeting_what": meeting.what,
        "meeting_on": meeting.day,
        "meeting_at": meeting.at,
        "meeting_place": meeting.place,
        "meeting_was": was.astimezone(office.zone) if was else None,
    }


def values_for_coordinators(turn: Turn, meeting: Meeting) -> Mapping[str, object]:
    """All of it: who is invited, who comes, and the words of the invitation."""
    values = values_of(turn, meeting)
    guests = book.guests(turn.conn, meeting.id)
    settings = turn.scheme.config.scheme
    safe = {"first_name": "", "scheme_name": settings.name, "scheme_phone": settings.phone, "automatic_note": ""}
    return {
        **values,
        "draft_text": turn.scheme.templates[INVITATION].write(values, safe).text,
        "guest_count": len(guests) or len(invited_by_role(turn, meeting)),
        "guest_groups": " and ".join(PLURAL.get(each, each.replace("_", " ")) for each in meeting.roles),
        "coming_list": _names(turn, guests, "yes"),
        "apologies_list": _names(turn, guests, "no"),
        "no_answer_list": _names(turn, guests, None),
    }


def invited_by_role(turn: Turn, meeting: Meeting) -> list[int]:
    """Whoever has one of its roles now, each once."""
    return [person.id for person in turn.roll.people if person.roles & set(meeting.roles)]


def _names(turn: Turn, guests: Iterable[Guest], answer: str | None) -> tuple[str, ...]:
    who = (turn.roll.person(each.person_id) for each in guests if each.answer == answer and each.invited_at)
    return tuple(sorted(person.name for person in who))


def _is_to_come(turn: Turn, meeting: Meeting) -> bool:
    return meeting.state is MeetingState.INVITED and turn.now < when.starts(turn.scheme.office, meeting)


def _next(turn: Turn, meeting: Meeting) -> datetime:
    begins = when.starts(turn.scheme.office, meeting)
    if meeting.was_day and meeting.was_at:
        was = turn.scheme.office.at(meeting.was_day, meeting.was_at)
        begins = min(begins, was) if was > turn.now else begins
    return when.mailing_at(turn.scheme.office, begins, turn.now)


def _room(turn: Turn) -> int:
    """How many mails meetings may send now: half of a day's at most, so that the rest of the scheme goes on."""
    half = max(1, turn.scheme.config.limits.mails_per_day // 2)
    free = half - len(turn.postings)
    fits = (n for n in range(min(BATCH, free), 0, -1) if not outbox.reached(turn.conn, turn.now - DAY, free - n + 1))
    return next(fits, 0)


def _has_many(turn: Turn, guest: Guest) -> bool:
    cap, email = turn.scheme.config.limits.mails_per_address_per_day, turn.roll.person(guest.person_id).email
    return outbox.reached(turn.conn, turn.now - DAY, cap, email)
