"""When nothing is heard of a visit: the reminder before it, the question after it, and who is told at last."""

from collections.abc import Iterable
from datetime import datetime, time

from mailbot.events import Event
from mailbot.scheme import Scheme
from mailbot.store import waiting
from mailbot.store.timers import Timer
from mailbot.workflows.contract import Record, Turn
from mailbot.workflows.pausing import is_paused, is_quiet
from mailbot.workflows.published import is_away
from mailbot.workflows.visits import arranging, ledger
from mailbot.workflows.visits.events import ReplacementUnanswered, VisitComing, VisitUnconfirmed
from mailbot.workflows.visits.lookup import of_visit
from mailbot.workflows.visits.tables import VisitState

ASKED, UNANSWERED, BEFORE = "visit-unconfirmed", "visit-unanswered", "visit-before"
QUESTION = "visits/reminder"
_PLACES = ("", "_prison", "_house", "_foster", "_hotel")
BEFORE_TEMPLATES = tuple(f"visits/before{place}" for place in _PLACES)
END_OF_DAY = time(20, 0)


def coming(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Some time before a visit: is it still planned, still to come, and its visitor not away (S7)?"""
    visit = ledger.get(turn.conn, timer.subject[1])
    away = is_away(turn.conn, visit.visitor_id, visit.day)
    if is_to_come(turn, visit) and not away and not _rests(turn, visit):
        yield VisitComing(**of_visit(turn, visit))


def unconfirmed(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The day after a planned visit: does anybody know how it went?"""
    visit = ledger.get(turn.conn, timer.subject[1])
    if visit.state is VisitState.PLANNED and not _rests(turn, visit):
        quiet = is_quiet(turn.conn, visit.visitor_id)
        yield VisitUnconfirmed(reminders=visit.reminders, quiet=quiet, **of_visit(turn, visit))


def unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Some time after the question: is it answered? One that waits for the day's mail has not been asked yet."""
    record, wait = timer.subject, turn.scheme.config.timers.visit_unanswered_after
    asked_at = waiting.asked_at(turn.conn, QUESTION, record, turn.now)
    if asked_at is not None and asked_at + wait > turn.now:
        turn.start_timer(UNANSWERED, record, turn.scheme.office.next_open(asked_at + wait))
        return
    yield from unconfirmed(turn, timer)


def replacement_unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Some days after a missed visit: is there another one?"""
    visit = ledger.get(turn.conn, timer.subject[1])
    if visit.state in ledger.UNKEPT and visit.replaced_by is None and not _rests(turn, visit):
        offered = bool(arranging.offers_of(turn.conn, visit.id))
        yield ReplacementUnanswered(was_offered=offered, **of_visit(turn, visit))


def end_of_visit(turn: Turn, record: Record) -> datetime:
    """Waiting for a confirmation counts from the evening of the visit, or from now once that is over."""
    visit = ledger.get(turn.conn, record[1])
    return max(turn.scheme.office.at(visit.day, END_OF_DAY), turn.now)


def reminder_due(scheme: Scheme, visit: ledger.Visit, now: datetime) -> datetime:
    """When the visitor of a planned visit is first asked how it went: in office hours after its day (B10)."""
    since = max(scheme.office.at(visit.day, END_OF_DAY), now)
    return scheme.office.next_open(since + scheme.config.timers.visit_reminder_after)


def before_due(scheme: Scheme, visit: ledger.Visit, now: datetime) -> datetime | None:
    """When the visitor is reminded of a visit to come: in working hours; None if it is planned too late for that."""
    starts = scheme.office.at(visit.day, visit.at or scheme.office.opens)
    due = scheme.office.last_open(starts - scheme.config.timers.visit_before)
    return due if due > now else None


def is_to_come(turn: Turn, visit: ledger.Visit) -> bool:
    """Whether a visit is planned and not over: until its time, or to the end of its day where none is known."""
    if visit.at is not None and turn.now >= turn.scheme.office.at(visit.day, visit.at):
        return False
    return visit.state is VisitState.PLANNED and visit.day >= turn.today


def still_coming(turn: Turn, record: Record) -> bool:
    """Whether a reminder of a visit to come is still worth sending."""
    return is_to_come(turn, ledger.get(turn.conn, record[1]))


def still_unknown(turn: Turn, record: Record) -> bool:
    """Whether the question how a visit went is still open."""
    return ledger.get(turn.conn, record[1]).state is VisitState.PLANNED


def _rests(turn: Turn, visit: ledger.Visit) -> bool:
    return is_paused(turn, turn.roll.match(visit.match_id))
