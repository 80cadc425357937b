"""On which of the five grounds an officer decided, and whether it was discussed with the person first (L15, L17).

It is asked in a mail of its own, after the decision: it never delays anything.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import and_, insert, select, update

from mailbot.events import Event
from mailbot.expressions import lazy
from mailbot.letters.letter import Letter
from mailbot.roll import Person
from mailbot.rulebook.rule import TemplateName
from mailbot.store.rows import add
from mailbot.store.timers import Timer
from mailbot.workflows.contract import NoParams, Posting, Turn
from mailbot.workflows.recipients import address_of
from mailbot.workflows.safeguarding import cases
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.deciding import case_in, noted
from mailbot.workflows.safeguarding.events import GroundUnanswered, OfConcern
from mailbot.workflows.safeguarding.state import of_case
from mailbot.workflows.safeguarding.tables import concern_grounds, concern_log

GROUND_UNANSWERED = "ground-unanswered"
_ANSWER = lazy(r"(?P<ground>[1-5])\b.*?\b(?P<said>yes|no|impossible|not possible)\b", re.IGNORECASE)


class Decision(StrEnum):
    """What an officer decided about a case."""

    RELEASED = "released"
    ACKNOWLEDGED = "acknowledged"
    DECLINED = "declined"


WORDS: Mapping[Decision, str] = {
    Decision.RELEASED: "its report goes to the outside teams",
    Decision.ACKNOWLEDGED: "you have taken it on",
    Decision.DECLINED: "no report is sent",
}


@dataclass(frozen=True, slots=True)
class AskGround:
    """The question's letter, and what was decided."""

    template: TemplateName
    decision: Decision = Decision.RELEASED


def ask_ground(turn: Turn, event: Event, params: AskGround) -> Iterable[Event]:
    """Ask whoever has just decided, once for each case; nobody where no officer decided."""
    case, person = case_in(turn, event), turn.sender.person if turn.reading else None
    if person is None or _row(turn, case.id, person.id) is not None:
        return ()
    values = {"concern_id": case.id, "person_id": person.id, "decision": params.decision, "asked_at": turn.now}
    number = add(turn.conn, concern_grounds, values)
    _ask(turn, case, person, params)
    turn.start_timer(GROUND_UNANSWERED, ("ground", number), _next_working_day(turn))
    return ()


def record_ground(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The answer "2, no", kept beside the decision and in the chronology."""
    case, person = case_in(turn, event), turn.sender.person
    found = _ANSWER.search(getattr(event, "_args", None) or "")
    number = _row(turn, case.id, person.id) if person else None
    if found is None or number is None or person is None:
        return
    said = found["said"].lower()
    ground, discussed = int(found["ground"]), "impossible" if "possible" in said else said
    values = {"ground": ground, "discussed": discussed}
    turn.conn.execute(
        update(concern_grounds).where(concern_grounds.c.id == number).values(**values, answered_at=turn.now)
    )
    line = {"concern_id": case.id, "at": turn.now, "what": "ground", "inbox_id": turn.inbox_id}
    turn.conn.execute(insert(concern_log).values(**line, person_id=person.id, details=values))
    turn.stop_timer(GROUND_UNANSWERED, ("ground", number))
    turn.change("concern.ground", ("concern", case.id), ground=ground, discussed=discussed)
    yield noted(turn, case, "the ground is recorded")


def ground_unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Still not answered on the next working day, and the case is open."""
    row = turn.conn.execute(select(concern_grounds).where(concern_grounds.c.id == timer.subject[1])).one()
    case = cases.get(turn.conn, row.concern_id)
    if row.answered_at is None and case.state in cases.OPEN:
        yield GroundUnanswered(**of_case(turn, case), ground_id=row.id)


def ask_ground_again(turn: Turn, event: OfConcern, params: AskGround) -> Iterable[Event]:
    """The same question to the same officer, and again on the next working day."""
    number = getattr(event, "ground_id", None)
    row = turn.conn.execute(select(concern_grounds).where(concern_grounds.c.id == number)).one_or_none()
    if row is None or row.person_id in turn.kept_from:
        return ()
    case, asked = cases.get(turn.conn, event.concern_id), AskGround(params.template, Decision(row.decision))
    _ask(turn, case, turn.roll.person(row.person_id), asked)
    turn.start_timer(GROUND_UNANSWERED, ("ground", row.id), _next_working_day(turn))
    return ()


def _ask(turn: Turn, case: Case, person: Person, asked: AskGround) -> None:
    context = {"case_ref": case.case_ref, "decision_words": WORDS[asked.decision]}
    about, to = ("concern", case.id), (address_of(person),)
    turn.post(Posting(Letter(template=asked.template, to=to, context=context, subject_record=about)))


def _row(turn: Turn, case_id: int, person_id: int) -> int | None:
    mine = and_(concern_grounds.c.concern_id == case_id, concern_grounds.c.person_id == person_id)
    found: int | None = turn.conn.scalar(select(concern_grounds.c.id).where(mine))
    return found


def _next_working_day(turn: Turn) -> datetime:
    """When the office opens on the next working day, in UTC."""
    office = turn.scheme.office
    day = turn.now.astimezone(office.zone).date() + timedelta(days=1)
    while not office.is_working_day(day):
        day += timedelta(days=1)
    return office.at(day, office.opens)
