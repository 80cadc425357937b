"""Sending the alerts of a chain: to those who are asked, to those who were told, and to the next where one failed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mailbot.events import Event, Lane
from mailbot.letters.letter import Letter
from mailbot.roll import Person
from mailbot.rulebook.rule import TemplateName
from mailbot.store.timers import Timer
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.contract import Posting, Turn
from mailbot.workflows.recipients import address_of
from mailbot.workflows.safeguarding import cases, chain, chains
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.chronology import CASE, note
from mailbot.workflows.safeguarding.events import ConcernUnacknowledged
from mailbot.workflows.safeguarding.wording import alert_context

ALERT = "safeguarding/officer_alert"


@dataclass(frozen=True, slots=True)
class Alert:
    """Mail those who are asked to take the case on; once somebody has it, only them."""

    template: TemplateName


@dataclass(frozen=True, slots=True)
class TellAlerted:
    """Mail everybody who was alerted, but not whoever writes now."""

    template: TemplateName


def begin(turn: Turn, case: Case) -> None:
    """Alert now, and go on until somebody acknowledges. Also where a case that somebody has tells new harm."""
    chains.start(turn.conn, case.id, turn.now)
    chain.wait(turn, case)
    ask(turn, case)


def ask(turn: Turn, case: Case, template: str = ALERT) -> None:
    """Alert once all rules have decided, so that the alert can say truly what was done and what was not."""
    turn.at_end.setdefault((CASE, case.id, template), lambda: _send(turn, case.id, template, chain.whom_to_alert))


def alert(turn: Turn, event: Event, params: Alert) -> Iterable[Event]:
    """The action: whom the chain names at this moment."""
    ask(turn, case_in(turn, event), params.template)
    return ()


def tell_alerted(turn: Turn, event: Event, params: TellAlerted) -> Iterable[Event]:
    """Everybody who was alerted; where nobody was, whoever would be."""
    case, more = case_in(turn, event), getattr(event, "_more", {})
    turn.at_end.setdefault((CASE, case.id, params.template), lambda: _tell(turn, case.id, params.template, more))
    return ()


def advance(turn: Turn, case: Case) -> None:
    """The next in the chain now, as an alert was not read."""
    before = chains.get(turn.conn, case.id)
    if before.since is not None:
        chains.change(turn.conn, case.id, ahead=before.ahead + 1)
        turn.at_end.setdefault((CASE, case.id, ALERT), lambda: _send(turn, case.id, ALERT, _the_next))


def unacknowledged(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Some time after an alert: has anybody said that they have it? The next time is set before the rules decide."""
    found = chain.due(turn, timer)
    if found is None:
        return
    case, due = found
    if due.reporter:
        note(turn, case.id, "reporter-told-nobody", case.reporter_id)
    yield ConcernUnacknowledged(
        pack=case.pack,
        urgency=case.urgency,
        step_due=due.step,
        reporter_due=due.reporter,
        concern_id=case.id,
        reporter_id=case.reporter_id,
    )


def case_in(turn: Turn, event: Event) -> Case:
    """The case that the event is about; nothing of the turn goes to those from whom it is kept."""
    if event.record is None or event.record[0] != CASE:
        raise LookupError("a rule named a case, but its event is not about one: its condition must ask for it")
    case = cases.get(turn.conn, event.record[1])
    chain.keep_from(turn, case)
    return case


def _the_next(turn: Turn, case: Case) -> list[Person]:
    """Those of the step that is reached who were not told before."""
    known = {person.id for person in chain.alerted(turn, case)}
    return [person for person in chain.whom_to_alert(turn, case) if person.id not in known]


def _send(turn: Turn, case_id: int, template: str, whom: Callable[[Turn, Case], list[Person]]) -> None:
    case = cases.get(turn.conn, case_id)
    people = whom(turn, case)
    for person in people:
        chains.note_alerted(turn.conn, case.id, person.id, turn.now)
    mine = (CASE, case.id)
    turn.postings = [p for p in turn.postings if (p.letter.template, p.letter.subject_record) != (template, mine)]
    _post(turn, case, people, template, {})


def _tell(turn: Turn, case_id: int, template: str, more: Mapping[str, object]) -> None:
    case = cases.get(turn.conn, case_id)
    own = turn.sender.person.id if turn.reading and turn.sender.person else None
    told = chain.alerted(turn, case) or chain.whom_to_alert(turn, case)
    unreached = more.get("unreached")
    people = [person for person in told if person.id not in (own, unreached)]
    _post(turn, case, people or [person for person in told if person.id != own], template, more)


def _post(turn: Turn, case: Case, people: Iterable[Person], template: str, more: Mapping[str, object]) -> None:
    """One mail to each, ahead of everything else that is decided with it."""
    context = dict(NOTHING_KNOWN) | alert_context(turn, case) | dict(more)
    about, first = (CASE, case.id), Lane.CONCERN
    turn.postings[:0] = [
        Posting(Letter(template=template, to=(address_of(p),), context=context, subject_record=about, lane=first))
        for p in people
    ]
