"""The report to the outside team: when it is written, when it leaves, and who is asked to let it go (C1 to C6).

It leaves by itself only where a verified reporter asked for it in so many words and nothing is missing, or where the
configured minutes of a form are over. All else is written, held, and waits for a word of reporter or officer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from mailbot.events import Event, Hold, Lane, Level, Urgency
from mailbot.letters.letter import Address, Letter
from mailbot.roll import Role
from mailbot.rulebook.rule import Recipient, TemplateName
from mailbot.store import outbox, sending
from mailbot.workflows.actions import ask_to_look
from mailbot.workflows.contract import Posting, Record, Turn
from mailbot.workflows.matching import pack_value
from mailbot.workflows.outside import hold_outside, pack_allows, release
from mailbot.workflows.recipients import find_recipients
from mailbot.workflows.safeguarding import cases, chains, contacts, reports
from mailbot.workflows.safeguarding.calls import is_over
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.drafts import outside_context
from mailbot.workflows.safeguarding.events import FormWaited, OfConcern, ReleaseWanted
from mailbot.workflows.safeguarding.reports import Report, is_held, may_leave_alone, needs_call
from mailbot.workflows.safeguarding.tables import ConcernState
from mailbot.workflows.why import Why

DRAFT_WAITS = "draft-waits"
FORM_LEAVES = "form-leaves"
PROVIDER_COPIED = "provider_copied"  # value of a pack: a hotel's own provider gets a copy (C8)
RED_FLAG_OVER = "red_flag_over_minutes"
OFTEN_FOR = timedelta(hours=2)  # since the case was opened: so long a word is asked for every few minutes
LATER_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Escalate:
    """The outside letter: its template, the team it goes to, and the copies that the pack asks for (C4)."""

    template: TemplateName
    to: Recipient
    cc: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationDrafted(Event):
    """A report is written, or looked at again. `held`: it waits, and `_hold` says why; else it leaves.

    `needs_release`: it waits for a word of an officer. `released`: an officer has just said it.
    """

    name: ClassVar[str] = "concern.escalation_drafted"
    alerting: ClassVar[bool] = True
    record_kind: ClassVar[str | None] = "concern"

    urgency: Urgency
    held: bool
    needs_release: bool
    released: bool = False
    without_call: bool = False
    concern_id: int
    reporter_id: int | None
    _hold: Hold | None


def escalate(turn: Turn, event: OfConcern, params: Escalate) -> Iterable[Event]:
    """Bring the report of this case up to date, and let it go if it may; once for each case."""
    case = cases.get(turn.conn, event.concern_id)
    report = reports.report_of(turn.conn, case, turn.now)
    if (
        report.left_at
        or case.state not in cases.OPEN
        or (report.declined_at and not isinstance(event, ReleaseWanted))
    ):
        return
    if notice_left(turn, case):
        yield drafted(case, None)
        return
    if not pack_allows(turn, case.pack):
        ask_to_look(turn, Level.NOW, Why.ESCALATION_NOT_POSSIBLE, Role.SAFEGUARDING_LEAD, event.record)
        return
    if not find_recipients(turn, event, params.to).addresses:
        return  # it is about them; the lead is told
    report = _wait_in_words(turn, case, report)
    leaves = _may_leave(event, case, report)
    if not leaves and report.by_form and _is_first_look(turn, event, case):
        if needs_call(case):
            turn.start_timer(
                FORM_LEAVES, ("concern", case.id), turn.now + turn.scheme.config.timers.form_leaves_after
            )
        start_chasing(turn, case.id)
        return
    hold = _bring_up_to_date(turn, event, case, report, params, leaves)
    if hold is None:
        note_left(turn, case)
    released = isinstance(event, ReleaseWanted)
    if released:
        log(turn, case, "release-refused" if hold else "released", case.escalation_id)
    yield drafted(case, hold, released=released)


def start_chasing(turn: Turn, case_id: int) -> None:
    """Ask reporter and officer again after the configured minutes, day and night."""
    since = chased_from(turn, ("concern", case_id))
    turn.start_timer(DRAFT_WAITS, ("concern", case_id), since + turn.scheme.config.timers.call_time_chase_after)


def chased_from(turn: Turn, record: Record) -> datetime:
    """From when the minutes to the next chase count (UTC): now; after the first hours so that it comes once an hour,

    as what they must see would be buried.
    """
    if turn.now - chains.opened_at(turn.conn, record[1]) < OFTEN_FOR:
        return turn.now
    return turn.now + max(timedelta(0), LATER_EVERY - turn.scheme.config.timers.call_time_chase_after)


def _may_leave(event: OfConcern, case: Case, report: Report) -> bool:
    stated = bool(case.harm and case.action_requested)
    by_time = isinstance(event, FormWaited) and report.by_form and report.asked_at is not None and stated
    return isinstance(event, ReleaseWanted) or by_time or may_leave_alone(case, report)


def _is_first_look(turn: Turn, event: OfConcern, case: Case) -> bool:
    """A form of a verified reporter that lacks only the call is not for an officer yet: its minutes run."""
    return case.escalation_id is None and turn.timer is None and not isinstance(event, ReleaseWanted)


def _bring_up_to_date(
    turn: Turn, event: OfConcern, case: Case, report: Report, params: Escalate, leaves: bool
) -> Hold | None:
    """The one report that waits or leaves: what was written before if it still holds, else a new one."""
    to, cc, outside = _recipients(turn, event, case, params)
    old = case.escalation_id if is_held(turn.conn, case.escalation_id) else None
    meant = sorted(each.email.casefold() for each in (*to, *cc))
    if old is not None and not report.draft_is_old:
        same = sorted(each.casefold() for each in outbox.addresses(turn.conn, old)) == meant
        waits_for = outbox.hold_of(turn.conn, old)
        if same and leaves and (isinstance(event, ReleaseWanted) or waits_for is Hold.NEEDS_RELEASE):
            return _release(turn, old)
        if same:
            return waits_for
    if old is not None:
        sending.hold(turn.conn, old, Hold.SUPERSEDED)
    letter = Letter(
        template=params.template,
        to=to,
        cc=cc,
        context=outside_context(turn, case, report),
        subject_record=event.record,
        lane=Lane.CONCERN,
    )
    turn.postings[:] = [p for p in turn.postings if (p.letter.template, p.letter.to) != (letter.template, letter.to)]
    hold = hold_outside(turn, outside, asked=leaves)
    turn.post(Posting(letter, hold, outside, on_queued=lambda outbox_id: _written(turn, case.id, outbox_id)))
    cases.change(turn.conn, case.id, state=ConcernState.DRAFTED)
    reports.change(turn.conn, case.id, draft_is_old=False)
    turn.change("concern.drafted", ("concern", case.id))
    return hold or turn.scheme.hold_by_mode(each.email for each in (*to, *cc))


def _release(turn: Turn, outbox_id: int) -> Hold | None:
    """Let it go. What mode or directory refuse waits for an officer: it does not leave because they change."""
    held = release(turn.scheme, turn.conn, outbox_id, _who(turn), turn.now)
    if held is not None:
        sending.hold(turn.conn, outbox_id, held)
    return held


def _recipients(
    turn: Turn, event: OfConcern, case: Case, params: Escalate
) -> tuple[tuple[Address, ...], tuple[Address, ...], tuple[str, ...]]:
    """To, Cc, and the directory's entries among them. A provider that may not be mailed is left out, and said."""
    to = find_recipients(turn, event, params.to)
    cc = [find_recipients(turn, event, each) for each in params.cc]
    if pack_value(turn, case.pack, PROVIDER_COPIED) is True and case.client_id is not None:
        place = turn.roll.client(case.client_id).place
        names = turn.scheme.config.directory.of_place(place)
        fit = [name for name in names if contacts.usable(turn, name) is None]
        cc += [find_recipients(turn, event, f"directory:{name}") for name in fit]
        if len(fit) < len(names):
            ask_to_look(turn, Level.NOW, Why.PROVIDER_NOT_TOLD, Role.SAFEGUARDING_LEAD, event.record)
    known = {address.email for address in to.addresses}
    copies = {address.email: address for each in cc for address in each.addresses if address.email not in known}
    return to.addresses, tuple(copies.values()), to.outside + tuple(name for each in cc for name in each.outside)


def log(turn: Turn, case: Case, what: str, outbox_id: int | None = None) -> None:
    """A line of the chronology, with who wrote."""
    person_id = turn.sender.person.id if turn.reading and turn.sender.person else None
    cases.log(turn.conn, case.id, what, turn.now, inbox_id=turn.inbox_id, outbox_id=outbox_id, person_id=person_id)


def _written(turn: Turn, case_id: int, outbox_id: int) -> None:
    cases.change(turn.conn, case_id, escalation_id=outbox_id)
    cases.log(turn.conn, case_id, "escalation-written", turn.now, outbox_id=outbox_id)


def notice_left(turn: Turn, case: Case) -> bool:
    """Whether a person has let the report go by hand (`mailbot outbox release`) since we last looked; noted here."""
    report = reports.report_of(turn.conn, case, turn.now)
    if report.left_at or case.escalation_id is None or is_held(turn.conn, case.escalation_id):
        return False
    note_left(turn, case)
    return True


def note_left(turn: Turn, case: Case) -> None:
    """It has left, now or by hand."""
    cases.change(turn.conn, case.id, state=ConcernState.ESCALATED)
    reports.change(turn.conn, case.id, left_at=turn.now, left_without_call=needs_call(case))
    turn.change("concern.escalated", ("concern", case.id))


def drafted(case: Case, hold: Hold | None, *, released: bool = False) -> EscalationDrafted:
    """What is so of a report now: it waits, and why, or it leaves."""
    return EscalationDrafted(
        pack=case.pack,
        urgency=case.urgency,
        held=hold is not None,
        needs_release=hold is Hold.NEEDS_RELEASE,
        released=released,
        without_call=needs_call(case),
        concern_id=case.id,
        reporter_id=case.reporter_id,
        _hold=hold,
    )


def _wait_in_words(turn: Turn, case: Case, report: Report) -> Report:
    """ "It took over five minutes" is more than five, though no number says so (C5)."""
    limit = pack_value(turn, case.pack, RED_FLAG_OVER)
    said = turn.reading.text.newest if turn.reading and limit is not None else ""
    if limit is None or case.call_wait_minutes != limit or report.wait_over or not is_over(said, int(limit)):
        return report
    reports.change(turn.conn, case.id, wait_over=True, draft_is_old=True)
    return reports.report_of(turn.conn, case, turn.now)


def _who(turn: Turn) -> str:
    return f"person {turn.sender.person.id}" if turn.reading and turn.sender.person else "the configured minutes"
