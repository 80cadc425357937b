"""The match, the client and the pack behind a visit."""

from mailbot.roll import Client, Match, Person
from mailbot.workflows.contract import Turn
from mailbot.workflows.matching import pack_says
from mailbot.workflows.visits import ledger

AGREEMENT_NEEDED = "agreement_needed"  # value of a pack


def may_be_asked(turn: Turn, match: Match, person: Person) -> bool:
    """Where the pack asks for the client's agreement, only those to whom it is recorded."""
    return not pack_says(turn, match, AGREEMENT_NEEDED) or person.email in client_of(turn, match).stand_ins


def client_of(turn: Turn, match: Match) -> Client:
    """Who is visited."""
    return turn.roll.client(match.client_id)


def match_of_visit(turn: Turn, visit: ledger.Visit) -> Match:
    """The match whose visit it is."""
    return next(match for match in turn.roll.matches if match.id == visit.match_id)
