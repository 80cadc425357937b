"""Problems and support (S13, L25): who struggles is spoken to, the backup first where the pack says so.

Never so of a worry about somebody's safety: that takes its own way, and nothing here is done. Nothing of what was
written goes to the backup, and a coordinator reads the sentence in the digest either way.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event, Kind, Trust, about_sender
from mailbot.reading.message import Reading
from mailbot.reading.words.names import find_clients
from mailbot.roll import Match, Person
from mailbot.workflows.contract import Leaf, Turn
from mailbot.workflows.matching import pack_name, pack_says
from mailbot.workflows.pausing import is_paused
from mailbot.workflows.published import is_away
from mailbot.workflows.support.words import is_about_backup, wants_support

BACKUP_FIRST = "problems_backup_first"  # value of a pack: the backup is the first to be consulted (S13)
_OTHERWISE = frozenset({Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT, Kind.STOP_VISITING, Kind.LEAVE_SCHEME})


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportWanted(Event):
    """A visitor struggles, or wants to talk something over.

    `backup_first`: their pack has the backup consulted first, there is one who is not away, and the mail neither
    speaks of them nor complains.
    """

    name: ClassVar[str] = "support.wanted"
    record_kind: ClassVar[str | None] = "match"

    backup_first: bool
    trust: Trust = about_sender(Trust.UNVERIFIED)
    match_id: int | None = None
    visitor_id: int


def after_reading(turn: Turn) -> Iterable[Event]:
    """A visitor's mail, unless it tells of harm, of an accident, or of an end."""
    reading, person = turn.reading, turn.sender.person if turn.reading else None
    if reading is None or person is None or reading.machine is not None or reading.harm_unplaced or turn.kept_from:
        return
    if any(fact.kind in _OTHERWISE or fact.fields.concern_about for fact in reading.facts):
        return
    own = [match for match in turn.roll.running_matches if match.visitor_id == person.id]
    if not own or wants_support(reading.text.newest) is None:
        return
    match = _meant(turn, reading, person, own)
    if match is None or not is_paused(turn, match):
        first = match is not None and _backup_first(turn, match, reading.text.newest)
        yield SupportWanted(
            pack=pack_name(turn, match),
            backup_first=first,
            trust=turn.records_trust,
            match_id=match.id if match else None,
            visitor_id=person.id,
        )


def context(turn: Turn, event: SupportWanted) -> Mapping[str, object]:
    """Who; the words only stand in what is for a coordinator."""
    visitor, match = turn.roll.person(event.visitor_id), turn.roll.match(event.match_id or 0)
    backup = turn.roll.person(match.backup_id) if match and match.backup_id is not None else None
    return {
        "visitor_first_name": visitor.first_name,
        "visitor_phone": visitor.phone,
        "backup_first_name": backup.first_name if backup else None,
        "client_ref": turn.roll.client(match.client_id).ref if match else None,
        "writer_words": turn.reading.text.newest if turn.reading else None,
    }


def _meant(turn: Turn, reading: Reading, person: Person, own: list[Match]) -> Match | None:
    """The match of the one client whom the mail names, else the only one."""
    text = f"{reading.message.subject}\n{reading.text.newest}"
    named = {found.client.id for found in find_clients(text, turn.roll, person)}
    meant = [match for match in own if match.client_id in named] if named else own
    return meant[0] if len(meant) == 1 and len(named) < 2 else None


def _backup_first(turn: Turn, match: Match, text: str) -> bool:
    if not pack_says(turn, match, BACKUP_FIRST) or match.backup_id is None:
        return False
    backup = turn.roll.person(match.backup_id)
    away = is_away(turn.conn, backup.id, turn.today)
    return not away and not is_about_backup(text, (*backup.name.split(), backup.also_known_as or ""))


LEAF = Leaf(name="support", events=(SupportWanted,), after_reading=after_reading, context=context)
