"""The answer to what was in doubt of a report: its day, its client, or whether the visit took place."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from mailbot.events import Event, Fields, Kind, Level, Outcome
from mailbot.roll import Role
from mailbot.store import inbox
from mailbot.store.inbox import KeptFact
from mailbot.workflows.contract import NoParams, Record, Turn
from mailbot.workflows.matching import match_of, may_report, pack_name
from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.events import PlanReported, VisitReported
from mailbot.workflows.why import Why

_REPORTS = {
    Kind.VISIT_CONFIRMED: Outcome.TOOK_PLACE,
    Kind.VISIT_MISSED: Outcome.DID_NOT_TAKE_PLACE,
    Kind.VISIT_CANCELLED: Outcome.CANCELLED,
}
_CLIENT = ("client_ref", "client_ref_or_name")
_DOUBTS = {"visit_date": ("visit_date",), "client_ref": _CLIENT, "report_outcome": ("outcome",), "moved": ()}


def settle_report(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The report of that message is heard once more, with what its writer has now said, and with its own words.

    What answers no doubt of that message is read by a person.
    """
    about, asked = event.record, str(getattr(event, "asked", ""))
    kept = inbox.facts_of(turn.conn, about[1]) if about and about[0] == "message" else []
    visits = [each for each in kept if each.kind in _REPORTS or each.kind == Kind.VISIT_PLANNED]
    doubted = [each for each in visits if _is_doubted(each, asked)]
    if len(doubted) != 1:
        turn.raise_attention(Level.TODAY, Why.ANSWER_UNCLEAR, Role.COORDINATOR)
        return
    fact = _settled(turn, event, doubted[0], asked)
    if fact.kind != Kind.VISIT_PLANNED:
        yield _report(turn, event, fact, about)
    elif plan := _plan(turn, fact, about, moved=asked == "moved"):
        yield plan
    else:
        turn.raise_attention(Level.TODAY, Why.ANSWER_UNCLEAR, Role.COORDINATOR)


def _is_doubted(fact: KeptFact, asked: str) -> bool:
    if asked == "moved":
        return fact.kind == Kind.VISIT_PLANNED and bool(fact.fields.get("next_visit_date"))
    missing = asked in ("visit_date", "client_ref") and not any(fact.fields.get(name) for name in _names(fact, asked))
    return missing or fact.unsure_of in _DOUBTS.get(asked, ())


def _names(fact: KeptFact, asked: str) -> tuple[str, ...]:
    return ("next_visit_date",) if asked == "visit_date" and fact.kind == Kind.VISIT_PLANNED else _DOUBTS[asked]


def _settled(turn: Turn, event: Any, fact: KeptFact, asked: str) -> KeptFact:
    """The fact with the answer; what else was in doubt of it still is."""
    known = {"client_ref": event._client_ref} if event._client_ref else {}
    if asked == "moved":
        return fact
    known |= {_names(fact, asked)[0]: event._day.isoformat()} if event._day else {}
    still = None if fact.unsure_of in _DOUBTS[asked] else fact.unsure_of
    return inbox.settle_fact(turn.conn, fact, known, still)


def _report(turn: Turn, event: Any, fact: KeptFact, about: Record | None) -> VisitReported:
    match = match_of(turn, Fields(client_ref=fact.fields.get("client_ref")))
    day = _day(fact.fields.get("visit_date"))
    outcome = _REPORTS[Kind(fact.kind)]
    if event.asked == "report_outcome":
        unkept = Outcome.CANCELLED if outcome is Outcome.CANCELLED else Outcome.DID_NOT_TAKE_PLACE
        outcome = Outcome.TOOK_PLACE if event.answer == "yes" else unkept
    return VisitReported(
        pack=pack_name(turn, match),
        outcome=outcome,
        client_known=match is not None,
        day_known=day is not None,
        in_future=day is not None and day > turn.today and outcome is not Outcome.CANCELLED,
        sure=fact.unsure_of is None,
        in_doubt=fact.unsure_of,
        trust=turn.records_trust,
        may_report=may_report(turn, match),
        match_id=match.id if match else None,
        fact_id=fact.id,
        message_id=about[1] if about else None,
        _day=day,
    )


def _plan(turn: Turn, fact: KeptFact, about: Record | None, moved: bool) -> PlanReported | None:
    """The plan as it is now known; None if it is moved, and no one visit is planned that it can be moved from."""
    match = match_of(turn, Fields(client_ref=fact.fields.get("client_ref")))
    day = _day(fact.fields.get("next_visit_date"))
    old = ledger.only_ahead(turn.conn, match.id, turn.today) if moved and match else None
    if moved and old is None:
        return None
    at = fact.fields.get("next_visit_time")
    return PlanReported(
        pack=pack_name(turn, match),
        client_known=match is not None,
        day_known=day is not None,
        in_past=day is not None and day < turn.today,
        sure=fact.unsure_of is None,
        in_doubt=fact.unsure_of,
        trust=turn.records_trust,
        may_report=may_report(turn, match),
        match_id=match.id if match else None,
        fact_id=fact.id,
        message_id=about[1] if about else None,
        _day=day,
        _at=time.fromisoformat(str(at)) if at else None,
        _moved_from=old,
    )


def _day(written: object) -> date | None:
    return date.fromisoformat(str(written)) if written else None
