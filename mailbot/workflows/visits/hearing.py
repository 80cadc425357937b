"""What a message says of visits, as events: nothing is recorded here."""

from collections.abc import Iterable
from datetime import date

from mailbot.events import Event, Fact, Fields, Kind, Outcome
from mailbot.roll import Match
from mailbot.workflows.contract import Heard, Turn
from mailbot.workflows.matching import match_of, may_report, pack_name
from mailbot.workflows.visits import ledger
from mailbot.workflows.visits.events import PlanReported, VisitReported, VisitWentOtherwise
from mailbot.workflows.visits.invitations import is_out_of_date, visit_declined
from mailbot.workflows.visits.lookup import of_visit
from mailbot.workflows.visits.words import OTHER

TOLD_BY_TOKEN = ("visit_date", "client_ref", "client_ref_or_name")
_OUTCOMES = {Kind.VISIT_CONFIRMED: Outcome.TOOK_PLACE, Kind.VISIT_CANCELLED: Outcome.CANCELLED}


def hear_report(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A fact about a visit that was, or was not: what is known of it, for the rules."""
    if is_out_of_date(turn):
        return
    fact, fields = heard.fact, heard.fact.fields
    asked = visit_asked_about(turn, fields)
    match = match_of(turn, fields) or (turn.roll.match(asked.match_id) if asked else None)
    day = fields.visit_date or (asked.day if asked else None)
    visit = asked or _visit_of(turn, match, day)
    by_whom_we_know = _by_officer(turn, fact) or (_makes(turn, visit) and _names_client(turn, fact))
    sure = fact.sure or (asked is not None and fact.unsure_of in TOLD_BY_TOKEN) or by_whom_we_know
    yield VisitReported(
        pack=pack_name(turn, match),
        outcome=fields.outcome or _OUTCOMES.get(fact.kind, Outcome.DID_NOT_TAKE_PLACE),
        client_known=match is not None,
        day_known=day is not None and (asked is not None or fact.unsure_of != "visit_date"),
        in_future=day is not None and day > turn.today and fact.kind is not Kind.VISIT_CANCELLED,
        sure=sure,
        in_doubt=None if sure else fact.unsure_of or "outcome",
        trust=turn.records_trust,
        may_report=may_report(turn, match) or _makes(turn, visit),
        match_id=match.id if match else None,
        fact_id=heard.id,
        _day=day,
        _at=fields.visit_time,
    )


def hear_plan(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A fact about a visit to come; where it names nobody, our question's match is meant."""
    fact, fields = heard.fact, heard.fact.fields
    named, asked = match_of(turn, fields), match_asked_about(turn)
    match, day = named or asked, fields.next_visit_date
    by_token = asked is not None and named in (None, asked) and fact.unsure_of in TOLD_BY_TOKEN[1:]
    sure = fact.sure or by_token or _by_officer(turn, fact)
    other = _other_plan(turn, match, day)
    yield PlanReported(
        pack=pack_name(turn, match),
        client_known=match is not None,
        day_known=day is not None and fact.unsure_of != "next_visit_date",
        in_past=day is not None and day < turn.today,
        sure=sure,
        in_doubt=None if sure else fact.unsure_of or "next_visit_date",
        perhaps_moved=other is not None and fields.moved_from is None,
        trust=turn.records_trust,
        may_report=may_report(turn, match),
        match_id=match.id if match else None,
        fact_id=heard.id,
        _day=day,
        _at=fields.next_visit_time,
        _moved_from=fields.moved_from,
    )


def _other_plan(turn: Turn, match: Match | None, day: date | None) -> ledger.Visit | None:
    """The visit that our mail was about, if it is still to come, and that day is too near for both to be meant.

    A question of ours about a plan that was not clear was about the one that is planned, if there is one.
    """
    about = turn.answer.sent.subject if turn.answer else None
    if match is None or day is None or turn.answer is None or about is None:
        return None
    if about[0] == "visit":
        visit = ledger.get(turn.conn, about[1])
    else:
        asked = about[0] == "message" and turn.answer.sent.asks == "plan"
        planned = ledger.only_ahead(turn.conn, match.id, turn.today) if asked else None
        found = ledger.find(turn.conn, match.id, planned) if planned else None
        if found is None:
            return None
        visit = found
    near = abs((day - visit.day).days) * 4 < match.interval_days * 3
    still = visit.match_id == match.id and visit.state in ledger.AHEAD and visit.day >= turn.today
    return visit if near and still and visit.day != day else None


def hear_other(turn: Turn, heard: Heard) -> Iterable[Event]:
    """OTHER, and no more, to our question about one visit; any other question is not about visits."""
    visit = visit_asked_about(turn, heard.fact.fields) if heard.fact.fields.command == OTHER else None
    if visit is not None:
        may = may_report(turn, turn.roll.match(visit.match_id)) or _makes(turn, visit)
        yield VisitWentOtherwise(trust=turn.records_trust, may_report=may, **of_visit(turn, visit))


def visit_asked_about(turn: Turn, fields: Fields) -> ledger.Visit | None:
    """The visit that our mail asked about, if this answers it and names no other day and nobody else."""
    if declined := visit_declined(turn):
        return declined
    subject = turn.answer.sent.subject if turn.answer else None
    if subject is None or subject[0] != "visit":
        return None
    visit = ledger.get(turn.conn, subject[1])
    match, named = turn.roll.match(visit.match_id), match_of(turn, fields)
    same_day = fields.visit_date in (None, visit.day)
    return visit if match and same_day and named in (None, match) else None


def match_asked_about(turn: Turn) -> Match | None:
    """The match that our mail was about: its own record, or that of its visit."""
    kind, record_id = (turn.answer.sent.subject if turn.answer else None) or (None, None)
    if kind == "visit" and record_id is not None:
        return turn.roll.match(ledger.get(turn.conn, record_id).match_id)
    return turn.roll.match(record_id) if kind == "match" else None


def _by_officer(turn: Turn, fact: Fact) -> bool:
    """Whether all that is in doubt is the client, whom an officer, who visits nobody, names without a doubt."""
    person = turn.sender.person
    return person is not None and person.is_officer and _names_client(turn, fact)


def _names_client(turn: Turn, fact: Fact) -> bool:
    """Whether all that is in doubt is the client, as it is none of the writer's, and yet it can be nobody else."""
    if fact.unsure_of not in TOLD_BY_TOKEN[1:]:
        return False
    fields = fact.fields
    shown = (fields.client_ref_or_name or "").casefold()
    named = turn.roll.clients_by_name.get(shown, ())
    return shown == (fields.client_ref or "-").casefold() or len(named) == 1


def _visit_of(turn: Turn, match: Match | None, day: date | None) -> ledger.Visit | None:
    return ledger.find(turn.conn, match.id, day) if match and day else None


def _makes(turn: Turn, visit: ledger.Visit | None) -> bool:
    """Whether the sender is who makes this visit, though it is somebody else's match."""
    return visit is not None and turn.sender.person is not None and visit.visitor_id == turn.sender.person.id
