"""What events and letters about a recorded visit need to know of it."""

from collections.abc import Mapping
from typing import Any

from mailbot.workflows.contract import Turn
from mailbot.workflows.food import food_pence
from mailbot.workflows.matching import pack_name
from mailbot.workflows.pausing import is_paused
from mailbot.workflows.published import is_away
from mailbot.workflows.visits import arranging, ledger, telling
from mailbot.workflows.visits.of_match import match_of_visit
from mailbot.workflows.visits.tables import OUTCOME_WORDS


def of_visit(turn: Turn, visit: ledger.Visit) -> dict[str, Any]:
    """The fields that all events about one visit share."""
    match = turn.roll.match(visit.match_id)
    return {
        "pack": pack_name(turn, match),
        "has_backup": match is not None and match.backup_id is not None,
        "replacement_planned": ledger.planned_after(turn.conn, visit.match_id, visit.day),
        "paused": is_paused(turn, match),
        "visit_id": visit.id,
        "match_id": visit.match_id,
        "visitor_id": visit.visitor_id,
        "visitor_away": is_away(turn.conn, visit.visitor_id, visit.day),
    }


def about_visit(turn: Turn, visit: ledger.Visit) -> Mapping[str, object]:
    """The values that letters about a visit may disclose."""
    match = match_of_visit(turn, visit)
    stands = ledger.standing(turn.conn, visit)
    return {
        "visit_date": visit.day,
        "visit_time": visit.at,
        "next_visit_date": stands.day,
        "client_ref": turn.roll.client(match.client_id).ref,
        "limit": food_pence(turn, turn.roll.client(match.client_id)),
        "client_first_name": turn.roll.client(match.client_id).first_name,
        "outcome_words": OUTCOME_WORDS[visit.state],
        "visitor_first_name": turn.roll.person(stands.visitor_id).first_name,
        "backup_first_name": turn.roll.person(match.backup_id).first_name if match.backup_id else None,
        "done_list": _tried(turn, visit.id),
        "draft_text": telling.words_for_client(turn, visit),
        "question": telling.HOW[telling.told_by(turn, visit)],
    }


def _tried(turn: Turn, visit_id: int) -> tuple[str, ...]:
    """Who was asked, and what they said, for the coordinator."""
    return tuple(
        f"{turn.roll.person(each.person_id).first_name}: {arranging.OUTCOME_OF[each.state]}"
        for each in arranging.offers_of(turn.conn, visit_id)
    )
