"""The match, the client and the pack behind a visit."""

from datetime import date

from mailbot.roll import Client, Match, Person
from mailbot.workflows.contract import Turn
from mailbot.workflows.visits import ledger

AGREEMENT_NEEDED = "agreement_needed"  # value of a pack


def match_by_id(turn: Turn, match_id: int | None) -> Match | None:
    """The match with that number."""
    return next((m for m in turn.roll.matches if m.id == match_id), None)


def today(turn: Turn) -> date:
    """The local day of this decision."""
    return turn.now.astimezone(turn.scheme.zone).date()


def may_be_asked(turn: Turn, match: Match, person: Person) -> bool:
    """Where the pack asks for the client's agreement, only those to whom it is recorded."""
    return not pack_value(turn, match, AGREEMENT_NEEDED) or person.email in client_of(turn, match).stand_ins


def pack_value(turn: Turn, match: Match, name: str) -> bool:
    """Whether the pack of the match's client says so."""
    pack = turn.scheme.pack_of(client_of(turn, match).setting)
    return bool(pack and pack.values.get(name) is True)


def client_of(turn: Turn, match: Match) -> Client:
    """Who is visited."""
    return turn.roll.client(match.client_id)


def match_of_visit(turn: Turn, visit: ledger.Visit) -> Match:
    """The match whose visit it is."""
    return next(match for match in turn.roll.matches if match.id == visit.match_id)
