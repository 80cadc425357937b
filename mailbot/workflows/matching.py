"""Which match a fact is about, who may speak for it, and whose pack decides. Shared by the leaves."""

from typing import Any

from mailbot.events import Fields
from mailbot.roll import Match
from mailbot.workflows.contract import Turn


def match_of(turn: Turn, fields: Fields) -> Match | None:
    """The sender's own match of the client that the fact names by reference; an officer's may be anybody's."""
    if fields.client_ref is None:
        return None
    client = turn.roll.by_ref(fields.client_ref)
    if client is None:
        return None
    own = [m for m in turn.roll.matches_of(turn.sender.person) if m.client_id == client.id]
    return own[0] if own else turn.roll.match_of(client)


def may_report(turn: Turn, match: Match | None) -> bool:
    """Visitor and backup of the match, and officers, may say what became of its visits."""
    person = turn.sender.person
    if person is None or match is None:
        return False
    return person.id in (match.visitor_id, match.backup_id) or person.is_officer


def pack_says(turn: Turn, match: Match | None, name: str) -> bool:
    """Whether the pack of the match's client sets that value to true."""
    return pack_value(turn, pack_name(turn, match), name) is True


def pack_value(turn: Turn, pack: str | None, name: str) -> Any:
    """What the pack sets for that value: a number, a text, true or false; None where it sets nothing."""
    found = turn.scheme.rulebook.packs.get(pack) if pack else None
    return found.values.get(name) if found else None


def pack_name(turn: Turn, match: Match | None) -> str | None:
    """The pack that serves the setting of the match's client."""
    setting = turn.roll.client(match.client_id).setting if match else None
    pack = turn.scheme.pack_of(setting)
    return pack.name if pack else None
