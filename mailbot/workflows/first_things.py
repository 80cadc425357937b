"""Whether what must come before a visit is there, by the records of the leaf of beginnings (S4 to S6, B2, B3, P1)."""

from mailbot.roll import Match
from mailbot.workflows.beginnings.standing import standing
from mailbot.workflows.contract import Turn


def may_be_booked(turn: Turn, match: Match, person_id: int) -> bool:
    """Whether a visit of that person to this client may be booked now."""
    return standing(turn, match, person_id).may_be_booked


def is_too_early(turn: Turn, match: Match) -> bool:
    """Whether the match begins, and something still has to come before its visits."""
    now = standing(turn, match)
    return now.begins and not now.may_be_booked
