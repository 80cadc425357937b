"""What a coordinator ticks by mail: met, hand-over, who goes along, clearances, confidence (S4 to S6, B2, B3)."""

from datetime import date, timedelta
from typing import Protocol

from mailbot.roll import CLEARANCES, Clearance, Match, Person, Role
from mailbot.store import attention, timers
from mailbot.workflows.beginnings.standing import clearances_of, seen_today, wanted
from mailbot.workflows.beginnings.tables import record, tick_clearance, ticked
from mailbot.workflows.contract import TASK_OPEN, Record, Turn
from mailbot.workflows.why import Why

LONG_AGO = timedelta(days=366)


class Answer(Protocol):
    """What is used of the event `answer.given`."""

    @property
    def answer(self) -> str: ...
    @property
    def record(self) -> Record | None: ...
    @property
    def _day(self) -> date | None: ...
    @property
    def _people(self) -> tuple[Person, ...]: ...


def match_asked_about(turn: Turn, event: Answer) -> Match | None:
    """The match behind our mail: a task about it, or the match itself."""
    record_ = event.record
    if record_ and record_[0] == "attention":
        item = attention.get(turn.conn, record_[1])
        record_ = item.subject if item else None
    return turn.roll.match(record_[1]) if record_ and record_[0] == "match" else None


def tick(turn: Turn, match: Match, event: Answer) -> str | None:
    """Record it; else the reason why not, in words for the coordinator."""
    visitor = turn.roll.person(match.visitor_id)
    match event.answer:
        case "met":
            return _met(turn, match, event._day)
        case "spoke" if not visitor.experienced:
            return "by phone or e-mail counts only where the visitor is marked as experienced on the roll"
        case "spoke":
            return _met(turn, match, event._day)
        case "handover":
            record(turn.conn, match.id, handover_done=True)
        case "with":
            return _companion(turn, match, event._people)
        case "confident":
            record(turn.conn, match.id, confident_at=turn.now)
        case "cleared":
            return _cleared(turn, match, visitor)
        case name if name in CLEARANCES:
            seen = Clearance(name, event._day) if event._day else seen_today(turn, wanted(turn, match), name)
            tick_clearance(turn.conn, visitor.id, seen, turn.now)
    return None


def finish(turn: Turn, why: Why, about: Record) -> None:
    """What somebody was asked about that record is settled."""
    for item in attention.open_about(turn.conn, about):
        if item.why == why:
            attention.done(turn.conn, item.id, "ticked", turn.now)
            if timers.stop(turn.conn, TASK_OPEN, ("attention", item.id)):
                turn.note("timer.stopped", ("attention", item.id), code=TASK_OPEN)


def _met(turn: Turn, match: Match, day: date | None) -> str | None:
    today = turn.today
    if day is None or not today - LONG_AGO < day <= today:
        return "that day is still to come, or long ago: please give the day on which they met, with its year"
    record(turn.conn, match.id, introduced_on=day)
    return None


def _companion(turn: Turn, match: Match, people: tuple[Person, ...]) -> str | None:
    if len(people) != 1:
        return "that name is nobody's on the roll, or more than one person's: please give one full name"
    person = people[0]
    if person.id == match.visitor_id:
        return "that is the visitor: somebody else has to go along"
    if not person.experienced and Role.COORDINATOR not in person.roles:
        return "that person is not marked as experienced on the roll: please choose somebody who is"
    record(turn.conn, match.id, companion_id=person.id)
    return None


def _cleared(turn: Turn, match: Match, visitor: Person) -> str | None:
    """Everything that was never recorded is there. What has run out needs its new day, and is not guessed."""
    wants = wanted(turn, match)
    seen = clearances_of(visitor, ticked(turn.conn, visitor.id), wants.refreshers)
    today = turn.today
    for name in wants.clearances:
        if name not in seen:
            tick_clearance(turn.conn, visitor.id, seen_today(turn, wants, name), turn.now)
    if any(not seen[name].is_good(today) for name in wants.clearances if name in seen):
        return "what has run out needs the day until which it is good now: DBS UNTIL 31 MARCH 2027, for instance"
    return None
