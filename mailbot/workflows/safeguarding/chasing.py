"""A report that waits: the reporter is asked for what is missing, and both are chased day and night (C4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select

from mailbot.events import Event, Hold, Lane, Trust, Urgency
from mailbot.letters.letter import Address, Letter
from mailbot.rulebook.rule import TemplateName
from mailbot.store import outbox
from mailbot.store.timers import Timer
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.contract import Posting, Turn
from mailbot.workflows.outside import pack_allows
from mailbot.workflows.recipients import address_of, find_recipients
from mailbot.workflows.safeguarding import cases, reports
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.chronology import CASE
from mailbot.workflows.safeguarding.contacts import outside_contacts
from mailbot.workflows.safeguarding.drafts import draft_text
from mailbot.workflows.safeguarding.escalate import drafted, notice_left
from mailbot.workflows.safeguarding.events import FormWaited, OfConcern, ReportWaits
from mailbot.workflows.safeguarding.reports import Report, needs_call
from mailbot.workflows.safeguarding.state import of_case
from mailbot.workflows.safeguarding.tables import concerns
from mailbot.workflows.safeguarding.wording import alert_context
from mailbot.workflows.safeguarding.words import case_context

REPORT = "safeguarding/escalation"


@dataclass(frozen=True, slots=True)
class AskReporter:
    """What the reporter is asked: `confirm` shows the draft and takes a yes, `call` asks for the call's time.

    The draft holds the reporter's own words, so it comes in a mail of its own. `first`: the short answer that goes
    before it, where no other rule's does: 999, the numbers, what happens now. `otherwise`: what the writer gets
    where there is nothing to ask.
    """

    confirm: TemplateName
    call: TemplateName
    first: TemplateName | None = None
    otherwise: TemplateName | None = None


def ask_reporter(turn: Turn, event: OfConcern, params: AskReporter) -> Iterable[Event]:
    """Ask the reporter for what is missing; nothing where only an officer can go on, or nothing is missing.

    A message of somebody else about the case is no reason to ask; and whoever gives an unsure sign is left in peace.
    """
    case = cases.get(turn.conn, event.concern_id)
    report = reports.report_of(turn.conn, case, turn.now)
    template = _question(turn, case, report, params)
    to = _reporter(turn, case)
    if template is None or to is None:
        by_person = turn.reading is not None and turn.reading.machine is None  # promise 4
        if params.otherwise and by_person and (writer := find_recipients(turn, event, "sender").addresses):
            turn.post(Posting(_to_reporter(turn, case, writer[0], params.otherwise, alert_context(turn, case))))
        return ()
    shows_draft = template == params.confirm
    if params.first and shows_draft and turn.reading is not None:
        turn.post(Posting(_to_reporter(turn, case, to, params.first, alert_context(turn, case))))
    question = _to_reporter(turn, case, to, template, reporter_context(turn, case, report))
    turn.post(Posting(replace(question, alone=shows_draft)))
    return ()


def _to_reporter(turn: Turn, case: Case, to: Address, template: str, context: Mapping[str, object]) -> Letter:
    return Letter(
        template=template,
        to=(to,),
        context=dict(NOTHING_KNOWN) | dict(context),
        subject_record=(CASE, case.id),
        is_reply=turn.reading is not None,
        lane=Lane.CONCERN,
    )


def reporter_context(turn: Turn, case: Case, report: Report) -> dict[str, object]:
    """What a question to the reporter may show; the draft, too, but only to a verified one (templates see to it)."""
    known = dict(case_context(turn, case))
    known["draft_text"] = draft_text(turn, case, report, REPORT)
    known["outside_contacts"] = outside_contacts(turn, case)
    return known


def report_waits(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The minutes are over: is the report still waiting, for whom, and has nobody said that none is needed?"""
    case = cases.get(turn.conn, timer.subject[1])
    report = reports.report_of(turn.conn, case, turn.now)
    if case.state not in cases.OPEN or report.declined_at or report.left_at:
        return
    if notice_left(turn, case):
        yield drafted(case, None)
    elif not (_acknowledged(turn, case) and _rests_when_acknowledged(turn, case)):
        yield ReportWaits(**of_case(turn, case))


def form_waited(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The minutes are over that a form waits for its call time: it leaves, saying that no time is confirmed."""
    case = cases.get(turn.conn, timer.subject[1])
    report = reports.report_of(turn.conn, case, turn.now)
    if case.state in cases.OPEN and not report.declined_at and not report.left_at and needs_call(case):
        yield FormWaited(**of_case(turn, case))


def _question(turn: Turn, case: Case, report: Report, params: AskReporter) -> TemplateName | None:
    if report.declined_at or not pack_allows(turn, case.pack) or case.state not in cases.OPEN:
        return None
    if report.left_at:
        return params.call if needs_call(case) and report.left_without_call else None
    stated = bool(case.harm and case.action_requested)
    if case.reporter_trust is not Trust.VERIFIED or (report.asked_at and stated):
        wanted = report.by_form or case.urgency is not Urgency.UNCLEAR
        return params.call if needs_call(case) and wanted else None
    return params.confirm if case.urgency is not Urgency.UNCLEAR else None


def _reporter(turn: Turn, case: Case) -> Address | None:
    """The reporter at their address on the roll; by name only if that message surely was theirs."""
    if case.reporter_id is None or not turn.may_hear(case.reporter_id):
        return None
    person = turn.roll.person(case.reporter_id)
    if turn.reading is not None and (turn.reading.machine or turn.sender.address != person.email):
        return None
    known = turn.sender.trust is Trust.VERIFIED if turn.reading is not None else True
    return address_of(person) if known else Address(person.email)


def _acknowledged(turn: Turn, case: Case) -> bool:
    return turn.conn.scalar(select(concerns.c.acknowledged_at).where(concerns.c.id == case.id)) is not None


def _rests_when_acknowledged(turn: Turn, case: Case) -> bool:
    """An unsure sign, and a report that no word of anybody can send, are theirs who took the case on."""
    held = outbox.hold_of(turn.conn, case.escalation_id) if case.escalation_id is not None else None
    return case.urgency is Urgency.UNCLEAR or held not in (None, Hold.NEEDS_RELEASE)
