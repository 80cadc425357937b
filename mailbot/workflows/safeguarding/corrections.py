"""A call's time that its reporter corrects: "sorry, it was 10.50, not 10.40" (C4).

The old time has to be the one that the case knows, so that no other correction is taken for one of the call; and only
the reporter, surely, corrects it. Both times stand in the chronology.
"""

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from mailbot.events import Event, Fact, Trust
from mailbot.reading.words.dates import Direction, find_dates
from mailbot.reading.words.sentences import sentences
from mailbot.reading.words.times import FoundTime, find_times
from mailbot.workflows.contract import Turn
from mailbot.workflows.safeguarding import cases, reports
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.events import CallCorrected
from mailbot.workflows.safeguarding.filling import moment
from mailbot.workflows.safeguarding.state import of_case

CORRECTED = "call-time-corrected"  # line of the chronology, with both times
_WAS_OLD = re.compile(
    r"\b(?:not|instead of|rather than|(?:said|wrote|put|gave|told you|had)(?: you)?(?: that)?(?: it was)?)"
    r"(?: at| as)?\W*$",
    re.IGNORECASE,
)


def corrected(turn: Turn, case: Case, fact: Fact | None = None) -> Iterable[Event]:
    """Write the new time, and say so; nothing where the message corrects none, or is not surely the reporter's."""
    person, old = turn.sender.person, case.call_logged_at
    sure = turn.sender.trust is Trust.VERIFIED and person is not None and person.id == case.reporter_id
    if old is None or not sure or case.state not in cases.OPEN or turn.reading is None:
        return
    new = _of_form(turn, fact, old) or _of_words(turn, turn.reading.text.newest, old)
    if new is None or new == old:
        return
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
    turn.change("concern.call_corrected", ("concern", case.id))
    yield CallCorrected(call_was=old, **of_case(turn, cases.get(turn.conn, case.id)))


def _of_form(turn: Turn, fact: Fact | None, old: datetime) -> datetime | None:
    """The reporter's form once more, with another exact time."""
    if fact is None or not fact.sure or not fact.fields.asked_outside or not fact.fields.call_time_exact:
        return None
    return moment(turn, fact.fields.call_logged_at)


def _of_words(turn: Turn, text: str, old: datetime) -> datetime | None:
    """ "It was 10.50, not 10.40": two exact times, of which the one that is taken back is the case's."""
    known = _local(turn, old)
    for span in sentences(text):
        words = text[span.start : span.end]
        times = find_times(words)
        if len(times) != 2 or not all(each.exact and each.at for each in times):
            continue
        taken_back = [bool(_WAS_OLD.search(words[: each.span.start])) for each in times]
        if sum(taken_back) != 1 or words.rstrip().endswith("?") or _another_day(words, known):
            continue
        was, now = times[taken_back.index(True)], times[taken_back.index(False)]
        if known.time().replace(second=0) in _meant(was) and (found := _beside(known, now)):
            return found if found <= turn.now + timedelta(minutes=1) else None
    return None


def _another_day(words: str, known: datetime) -> bool:
    return any(each.day != known.date() for each in find_dates(words, known.date(), Direction.PAST))


def _beside(known: datetime, found: FoundTime) -> datetime | None:
    """On the day of the call; of morning and afternoon the one that the other time stands in."""
    same = [each for each in _meant(found) if found.sure or (each.hour < 12) == (known.hour < 12)]
    return datetime.combine(known.date(), same[0], known.tzinfo) if len(same) == 1 else None


def _meant(found: FoundTime) -> tuple[time, ...]:
    if found.at is None:
        return ()
    if found.sure:
        return (found.at,)
    return tuple(found.at.replace(hour=hour) for hour in (found.at.hour % 12, found.at.hour % 12 + 12))


def _local(turn: Turn, at: datetime) -> datetime:
    return at.astimezone(turn.scheme.zone)
