"""What those who were alerted answer: that they have it, that it is closed and why, or that they want its history."""

import re
from collections.abc import Iterable

from mailbot.events import Event, Lane, Trust
from mailbot.expressions import lazy
from mailbot.letters.letter import Letter
from mailbot.store import attention, outbox
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.contract import NoParams, Posting, Turn
from mailbot.workflows.recipients import address_of
from mailbot.workflows.safeguarding import alerting, cases, chain, chains, history
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.chains import Closing
from mailbot.workflows.safeguarding.chronology import CASE, note
from mailbot.workflows.safeguarding.events import ConcernAnswered, Outcome
from mailbot.workflows.safeguarding.tables import ConcernState

_CLOSE = lazy(
    r"\W*(?:please )?closed?(?: (?:it|this|(?:the )?case))?[\s:;,.–—-]+(?:(?:because|reason)\b[\s:]*)?", re.I
)


def acknowledge_concern(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """Somebody who was alerted has taken it on: nobody is chased any more."""
    case, person = alerting.case_in(turn, event), turn.sender.person
    outcome = _taken(turn, case)
    waits = chains.get(turn.conn, case.id).reporter_told_at is not None
    if outcome is Outcome.TAKEN and person is not None:
        cases.change(turn.conn, case.id, acknowledged_at=turn.now, acknowledged_by=person.id)
        chain.stop(turn, case)
        turn.change("concern.acknowledged", (CASE, case.id))
    said = {Outcome.TAKEN: "acknowledged", Outcome.NOT_ASKED: "answer-not-taken"}
    note(turn, case.id, said.get(outcome, "acknowledged-again"))
    yield _answered(turn, case, outcome, waits)


def close_concern(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """An officer's decision, with its ground; nobody else's words close a case."""
    case, person = alerting.case_in(turn, event), turn.sender.person
    if person is None or not _may_answer(turn, case):
        yield _answered(turn, case, Outcome.NOT_ASKED)
        return
    if case.state is ConcernState.CLOSED:
        yield _answered(turn, case, Outcome.CLOSED_BEFORE)
        return
    closing = Closing(turn.now, person.id, _reason(turn))
    chains.close(turn.conn, case.id, closing)
    chain.stop(turn, case)
    for timer in ("draft-waits", "form-leaves", "escalation-unanswered"):
        turn.stop_timer(timer, (CASE, case.id))
    attention.done_about(turn.conn, (CASE, case.id), f"person {person.id}", turn.now)
    note(turn, case.id, "closed")
    turn.change("concern.closed", (CASE, case.id))
    yield _answered(turn, case, Outcome.CLOSED)


def refuse_answer(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """An answer that changes nothing: said before, not surely theirs, or without what it takes."""
    case = alerting.case_in(turn, event)
    note(turn, case.id, "answer-not-taken")
    yield _answered(turn, case, _refused(turn, case, getattr(event, "answer", "")))


def send_history(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The chronology so far, to whoever was alerted and asks for it."""
    case, person = alerting.case_in(turn, event), turn.sender.person
    if person is None or not _may_answer(turn, case):
        return ()
    note(turn, case.id, "history-asked")
    context = {"case_ref": case.case_ref, "case_history": history.lines(turn.conn, turn.roll, turn.scheme.zone, case)}
    turn.post(
        Posting(
            Letter(
                template="safeguarding/history",
                to=(address_of(person),),
                context=dict(NOTHING_KNOWN) | context,
                subject_record=(CASE, case.id),
                is_reply=True,
                lane=Lane.CONCERN,
            )
        )
    )
    return ()


def _taken(turn: Turn, case: Case) -> Outcome:
    """An answer to an alert from before new harm was told is none to that: they may not know of it."""
    if not _may_answer(turn, case):
        return Outcome.NOT_ASKED
    running, holder, person = chains.get(turn.conn, case.id), chains.holder_of(turn.conn, case.id), turn.sender.person
    if case.state is ConcernState.CLOSED:
        return Outcome.CLOSED_BEFORE
    if running.since is None and holder is not None:
        return Outcome.YOURS if person and person.id == holder.person_id else Outcome.ALREADY
    answered = turn.answer.sent.id if turn.answer else None
    if running.since and answered is not None and outbox.queued_at(turn.conn, answered) < running.since:
        return Outcome.OLDER
    return Outcome.TAKEN


def _may_answer(turn: Turn, case: Case) -> bool:
    """Whoever was alerted, and officers: an alert may be passed on, but nobody else gets at a case by it (B11)."""
    person = turn.sender.person
    return person is not None and (person.is_officer or person.id in chains.alerted(turn.conn, case.id))


def _refused(turn: Turn, case: Case, answer: str) -> Outcome:
    if not _may_answer(turn, case):
        return Outcome.NOT_ASKED
    if turn.sender.trust is not Trust.VERIFIED or turn.answer is None or not turn.answer.by_addressee:
        return Outcome.DOUBTFUL
    if answer == "close_bare":
        return Outcome.NO_REASON
    if answer == "close_case" and not (turn.sender.person and turn.sender.person.may_instruct):
        return Outcome.OFFICERS_ONLY
    outcome = _taken(turn, case)
    return Outcome.OLDER if outcome is Outcome.TAKEN else outcome


def _answered(turn: Turn, case: Case, outcome: Outcome, waits: bool = False) -> ConcernAnswered:
    return ConcernAnswered(
        pack=case.pack, outcome=outcome, reporter_waits=waits, concern_id=case.id, reporter_id=case.reporter_id
    )


def _reason(turn: Turn) -> str:
    """What stands behind CLOSE, in the first line and below it."""
    text = turn.reading.text.newest.strip() if turn.reading else ""
    found = _CLOSE.search(text)
    return text[found.end() :].strip() if found and text[found.end() :].strip() else text
