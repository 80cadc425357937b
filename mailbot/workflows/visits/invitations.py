"""Visits in the calendars of those who want them there; a calendar's answer never counts as a visit.

An invitation is a mail of its own, whose words tell as little as the entry: programs take the words of the mail that
an entry came with as its description, and calendars are shared.
"""

from collections.abc import Iterable

from mailbot.events import Event, Trust
from mailbot.letters.appointment import Appointment, Method, invite
from mailbot.letters.letter import Letter
from mailbot.reading.calendars import CalendarAnswer, answer_in
from mailbot.reading.message import MachineKind
from mailbot.workflows.contract import NoParams, Posting, Turn
from mailbot.workflows.recipients import address_of
from mailbot.workflows.visits import invited, ledger
from mailbot.workflows.visits.invited import Invitation
from mailbot.workflows.visits.tables import VisitState

TEMPLATES = {Method.REQUEST: "visits/appointment", Method.CANCEL: "visits/appointment_cancelled"}


def bring_up_to_date(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """Whoever goes, and wants it, has the visit in their calendar as it is planned; nobody else has it any more.

    The same for the visit that stands in its place. Nothing is sent where nothing has changed since.
    """
    kind, number = event.record or (None, 0)
    if kind == "visit":
        visit = ledger.get(turn.conn, number)
        _bring_up_to_date(turn, visit)
        if visit.replaced_by is not None:
            _bring_up_to_date(turn, ledger.get(turn.conn, visit.replaced_by))
    return ()


def _bring_up_to_date(turn: Turn, visit: ledger.Visit) -> None:
    known = {each.person_id: each for each in invited.of_visit(turn.conn, visit.id)}
    goes = visit.visitor_id if visit.state is VisitState.PLANNED and _is_wanted(turn, visit.visitor_id) else None
    for each in known.values():
        if each.person_id != goes and each.method is Method.REQUEST:
            _send(turn, invited.change(turn.conn, each, turn.now, method=Method.CANCEL))
    if goes is not None:
        _enter(turn, visit, known.get(goes))


def keep_answer(turn: Turn) -> Iterable[Event]:
    """An answer to the invitation as it stands is kept with it, and is nothing more."""
    found = _answered(turn)
    if found is not None:
        invitation, answer = found
        invited.keep_answer(turn.conn, invitation.id, answer.answer)
        turn.change(f"invitation.{answer.answer}", ("visit", invitation.visit_id))
    return ()


def visit_declined(turn: Turn) -> ledger.Visit | None:
    """The coming visit to which this calendar's answer belongs, by the UID that only its addressee was sent.

    One that is over, or was told to have been, is no longer put off by clearing up a calendar.
    """
    found = _answered(turn)
    visit = ledger.get(turn.conn, found[0].visit_id) if found else None
    today = turn.today
    return visit if visit and visit.state is VisitState.PLANNED and visit.day >= today else None


def is_out_of_date(turn: Turn) -> bool:
    """A calendar's answer to an invitation of ours that puts nothing off: an older version, a visit that is over."""
    reading = turn.reading
    answer = answer_in(reading.message) if reading and reading.machine else None
    return answer is not None and invited.by_uid(turn.conn, answer.uid) is not None and not visit_declined(turn)


def _answered(turn: Turn) -> tuple[Invitation, CalendarAnswer] | None:
    """An answer of whoever was invited, to the version that was sent last."""
    reading = turn.reading
    if reading is None or reading.machine is None or reading.machine.kind is not MachineKind.CALENDAR:
        return None
    answer, person = answer_in(reading.message), reading.sender.person
    known = invited.by_uid(turn.conn, answer.uid) if answer else None
    if answer is None or known is None or person is None or reading.sender.trust is Trust.FAILED:
        return None
    current = (
        known.person_id == person.id and known.method is Method.REQUEST and answer.sequence in (None, known.sequence)
    )
    return (known, answer) if current else None


def _is_wanted(turn: Turn, person_id: int) -> bool:
    return turn.roll.person(person_id).calendar


def _enter(turn: Turn, visit: ledger.Visit, known: Invitation | None) -> None:
    as_it_is = (Method.REQUEST, visit.day, visit.at)
    if known is None:
        _send(turn, invited.enter(turn.conn, visit.id, visit.visitor_id, visit.day, visit.at, turn.now))
    elif (known.method, known.day, known.at) != as_it_is:
        values = {"method": Method.REQUEST, "day": visit.day, "at": visit.at}
        _send(turn, invited.change(turn.conn, known, turn.now, **values))


def _send(turn: Turn, invitation: Invitation) -> None:
    person = turn.roll.person(invitation.person_id)
    if turn.reading and turn.reading.machine and turn.sender.person == person:
        turn.note("mail.not-to-a-machine", ("visit", invitation.visit_id))  # their own calendar declined it
        return
    appointment = Appointment(
        uid=invitation.uid,
        sequence=invitation.sequence,
        starts=turn.scheme.office.at(invitation.day, invitation.at) if invitation.at else invitation.day,
        organizer=str(turn.scheme.config.mailbox.address),
        attendee=person.email,
        written=turn.now,
        method=invitation.method,
    )
    letter = Letter(
        template=TEMPLATES[invitation.method],
        to=(address_of(person),),
        context={},
        subject_record=("visit", invitation.visit_id),
    )
    turn.post(Posting(letter, attached=(invite(appointment),)))
    turn.note("invitation.sent", ("visit", invitation.visit_id), code=f"{invitation.method} {invitation.sequence}")
