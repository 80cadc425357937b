"""A call's time that its reporter corrects: "sorry, it was 10.50, not 10.40" (C4).

Only the reporter, surely, corrects it, and both times stand in the chronology. What only may be a correction is asked
about (other_times.py).
"""

from collections.abc import Iterable
from datetime import datetime

from mailbot.events import Event, Fact, Trust
from mailbot.workflows.contract import Turn
from mailbot.workflows.safeguarding import cases, reports
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.chronology import CASE
from mailbot.workflows.safeguarding.events import CallCorrected, CallPerhapsCorrected
from mailbot.workflows.safeguarding.filling import moment
from mailbot.workflows.safeguarding.other_times import OtherTime, is_bare, other_time
from mailbot.workflows.safeguarding.state import of_case

CORRECTED = "call-time-corrected"  # line of the chronology, with both times
ASKED = "call_corrected"  # what the question asks whether another time is the call's


def corrected(turn: Turn, case: Case, fact: Fact | None = None) -> Iterable[Event]:
    """Write the new time, and say so; ask where there may be one; nothing where the message corrects none, or is not

    surely the reporter's.
    """
    person, old = turn.sender.person, case.call_logged_at
    sure = turn.sender.trust is Trust.VERIFIED and person is not None and person.id == case.reporter_id
    if old is None or not sure or case.state not in cases.OPEN:
        return
    told = _of_fact(turn, case, fact, old)
    found = told if told and told.at else _of_words(turn, case, old) or told
    if found is None or found.at == old:
        return
    if found.at is None:
        yield CallPerhapsCorrected(**of_case(turn, case))
        return
    _write(turn, case, old, found.at)
    yield CallCorrected(call_was=old, **of_case(turn, cases.get(turn.conn, case.id)))


def _write(turn: Turn, case: Case, old: datetime, new: datetime) -> None:
    cases.change(turn.conn, case.id, call_logged_at=new)
    reports.report_of(turn.conn, case, turn.now)
    reports.change(turn.conn, case.id, call_trust=turn.sender.trust, draft_is_old=True)
    cases.log(
        turn.conn,
        case.id,
        CORRECTED,
        turn.now,
        inbox_id=turn.inbox_id,
        person_id=case.reporter_id,
        details={"was": _local(turn, old).isoformat(), "is": _local(turn, new).isoformat()},
    )
    turn.change("concern.call_corrected", (CASE, case.id))


def _of_fact(turn: Turn, case: Case, fact: Fact | None, old: datetime) -> OtherTime | None:
    """The reporter's form once more, or the answer to our question, with another exact time. A bare time in answer

    to any other mail about the case may be one.
    """
    if fact is None or not fact.sure or not fact.fields.call_time_exact:
        return None
    at, asked = moment(turn, fact.fields.call_logged_at), _asked(turn, case)
    if at is None or at == old:
        return None
    if fact.fields.asked_outside or asked == ASKED:
        return OtherTime(at)
    return OtherTime() if asked and turn.reading and is_bare(turn.reading.text.newest) else None


def _of_words(turn: Turn, case: Case, old: datetime) -> OtherTime | None:
    text = turn.reading.text.newest if turn.reading else ""
    now = _local(turn, turn.now)
    return other_time(text, _local(turn, old), now, asked_about_it=_by_token(turn, case))


def _by_token(turn: Turn, case: Case) -> bool:
    answer = turn.answer
    return answer is not None and answer.by_addressee and answer.sent.subject == (CASE, case.id)


def _asked(turn: Turn, case: Case) -> str | None:
    return turn.answer.sent.asks if turn.answer and _by_token(turn, case) else None


def _local(turn: Turn, at: datetime) -> datetime:
    return at.astimezone(turn.scheme.zone)
