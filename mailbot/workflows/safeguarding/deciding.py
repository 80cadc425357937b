"""What reporter and officers answer about a report: yes, release, to the head, none is needed (C1, C7, promise 9)."""

from collections.abc import Iterable
from dataclasses import dataclass

from mailbot.events import Event, Hold, Lane, Trust
from mailbot.letters.letter import Address, Letter
from mailbot.rulebook.rule import TemplateName
from mailbot.store import outbox
from mailbot.workflows.contract import NoParams, Posting, Turn
from mailbot.workflows.matching import pack_value
from mailbot.workflows.outside import hold_outside, pack_allows
from mailbot.workflows.safeguarding import cases, contacts, reports
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.drafts import outside_context
from mailbot.workflows.safeguarding.escalate import DRAFT_WAITS, FORM_LEAVES, log
from mailbot.workflows.safeguarding.events import (
    AnswerNoted,
    ConfirmedAfterDecline,
    DraftChanged,
    NotSent,
    ReleaseWanted,
    ReportConfirmed,
    ReportNotConfirmed,
)
from mailbot.workflows.safeguarding.reports import Report, is_held
from mailbot.workflows.safeguarding.state import of_case

HEAD = "head_of_safeguarding"  # value of a pack: the directory entry of the head of safeguarding (C7)


@dataclass(frozen=True, slots=True)
class SendOne:
    """A letter to one entry of the directory."""

    template: TemplateName


def confirm_report(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The verified reporter says yes to the draft as it was shown; anybody else's yes changes nothing."""
    case = case_in(turn, event)
    report = reports.report_of(turn.conn, case, turn.now)
    person = turn.sender.person
    if person is None or person.id != case.reporter_id or turn.sender.trust is not Trust.VERIFIED:
        yield ReportNotConfirmed(**of_case(turn, case))
        return
    if _is_old(turn, report):
        yield DraftChanged(**of_case(turn, case), to_officer=False)
        return
    if report.declined_at is not None:
        yield ConfirmedAfterDecline(**of_case(turn, case))
        return
    if report.asked_at is None:
        reports.change(turn.conn, case.id, asked_at=turn.now)
        cases.change(turn.conn, case.id, asked_outside=True)
        log(turn, case, "report-confirmed")
    turn.change("report.confirmed", ("concern", case.id))
    yield ReportConfirmed(**of_case(turn, cases.get(turn.conn, case.id)))


def release_escalation(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """An officer lets the report go, if pack, mode and directory allow it; a second time changes nothing."""
    case = case_in(turn, event)
    report = reports.report_of(turn.conn, case, turn.now)
    if report.left_at or (case.escalation_id is not None and not is_held(turn.conn, case.escalation_id)):
        yield _not_sent(turn, case, "it has left before, and is not sent twice")
    elif case.state not in cases.OPEN:
        yield _not_sent(turn, case, "the case is closed")
    elif case.pack is None:
        yield _not_sent(turn, case, "we do not know whom it is about, and so not whether it may go outside")
    elif not pack_allows(turn, case.pack):
        yield _not_sent(turn, case, "in this kind of visits nothing is sent outside by mailbot")
    elif not case.harm:
        yield _not_sent(turn, case, "nothing is written yet of the harm to be prevented")
    elif _is_old(turn, report):
        yield DraftChanged(**of_case(turn, case), to_officer=True)
    else:
        reports.change(turn.conn, case.id, declined_at=None)
        yield ReleaseWanted(**of_case(turn, case))


def decline_report(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """An officer says that no report is needed: nobody is asked about it again."""
    case = case_in(turn, event)
    report = reports.report_of(turn.conn, case, turn.now)
    if report.left_at:
        yield _not_sent(turn, case, "the report has left before; please phone them")
        return
    reports.change(turn.conn, case.id, declined_at=turn.now)
    for timer in (DRAFT_WAITS, FORM_LEAVES):
        turn.stop_timer(timer, ("concern", case.id))
    log(turn, case, "report-declined")
    turn.change("report.declined", ("concern", case.id))
    yield noted(turn, case, "no report is sent, and nobody is asked about it again")


def send_to_head(turn: Turn, event: Event, params: SendOne) -> Iterable[Event]:
    """An officer sends the report to the head of safeguarding as well: extremely serious, once (C7)."""
    case = case_in(turn, event)
    report = reports.report_of(turn.conn, case, turn.now)
    entry = str(pack_value(turn, case.pack, HEAD) or "")
    if report.head_id is not None:
        yield _not_sent(turn, case, "the head of safeguarding has had it before")
    elif not pack_allows(turn, case.pack) or not case.harm or not entry:
        yield _not_sent(turn, case, "in this kind of visits nothing is sent to a head of safeguarding by mailbot")
    elif (refused := why_not(turn, entry)) is not None:
        yield refused_for(turn, case, refused, (entry,))
    else:
        letter = Letter(
            template=params.template,
            to=(outside_address(turn, entry),),
            context=outside_context(turn, case, report),
            subject_record=("concern", case.id),
            lane=Lane.CONCERN,
        )
        turn.post(Posting(letter, None, (entry,), on_queued=lambda number: _to_head(turn, case, number)))
        turn.change("report.to_head", ("concern", case.id))
        yield noted(turn, case, "the report goes to the head of safeguarding as well, this once")


def outside_address(turn: Turn, entry: str) -> Address:
    """The address of a directory entry that has been found usable."""
    found = turn.scheme.config.directory.get(entry)
    if found is None:
        raise LookupError("a mail to a directory entry that is not there: it has to be found usable first")
    return Address(str(found.address))


def why_not(turn: Turn, entry: str) -> Hold | None:
    """Why directory or mode do not let an officer's mail go to that entry; None if it may leave now."""
    if (held := hold_outside(turn, (entry,), asked=True)) is not None:
        return held
    return turn.scheme.hold_by_mode((str(outside_address(turn, entry).email),))


def refused_for(turn: Turn, case: Case, hold: Hold, entries: tuple[str, ...]) -> NotSent:
    """What an officer hears of a release that mode or directory refused, with what is to be put right."""
    return NotSent(**of_case(turn, case), _why=hold.value, _unmended=unmended(turn, hold, entries))


def unmended(turn: Turn, hold: Hold | None, entries: tuple[str, ...]) -> tuple[str, ...]:
    """What a person has to put right before it can leave, a line each."""
    if hold in (Hold.TEST_MODE, Hold.NOT_ON_TEAM):
        return ('the mode in the configuration has to be "live"',)
    known = ((entry, contacts.usable(turn, entry)) for entry in entries)
    return tuple(f"the directory's entry {contacts.called(entry)} {why}" for entry, why in known if why)


def noted(turn: Turn, case: Case, done: str) -> AnswerNoted:
    """What the officer who answered hears of it."""
    return AnswerNoted(**of_case(turn, cases.get(turn.conn, case.id)), _done=done)


def case_in(turn: Turn, event: Event) -> Case:
    """The case that an answer is about."""
    if event.record is None or event.record[0] != "concern":
        raise LookupError("a rule named a case, but the command is not about one: its condition must ask for it")
    return cases.get(turn.conn, event.record[1])


def _to_head(turn: Turn, case: Case, outbox_id: int) -> None:
    reports.change(turn.conn, case.id, head_id=outbox_id)
    log(turn, case, "sent-to-head", outbox_id)


def _is_old(turn: Turn, report: Report) -> bool:
    """Whether the words of the report have changed since the mail was written that is being answered."""
    return turn.answer is not None and outbox.queued_at(turn.conn, turn.answer.sent.id) < report.worded_at


def _not_sent(turn: Turn, case: Case, why: str) -> NotSent:
    return NotSent(**of_case(turn, case), _why=why)
