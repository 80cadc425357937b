"""Who has nobody: clients without a visitor, or without a backup where the pack asks for one (B1, S1, S2).

Whoever is on the roll has asked for visits, and waits until they have a visitor (again), or want no more.

And which outside teams could not be mailed, or not for long any more ("Handle with care").
"""

from collections.abc import Iterator
from datetime import timedelta

from mailbot.config import Mode
from mailbot.letters.values import DigestGroup, day
from mailbot.workflows.contract import Turn
from mailbot.workflows.matching import pack_says
from mailbot.workflows.named import PEER_NETWORK, named_by
from mailbot.workflows.outside import teams_in_use

BACKUP_NEEDED = "backup_needed"  # value of a pack
STALE_WITHIN, PRESSES = timedelta(days=14), timedelta(days=3)
DIRECTORY = "Outside teams whose address somebody should check, and then say so with `mailbot directory verify`"
ALONE = "Who visits alone, and has nobody named to be told if they do not come back: preferably a fellow volunteer"
HEADING = "Who has nobody, by the lists of people that you imported"


def gaps_group(turn: Turn) -> tuple[DigestGroup, ...]:
    """What the roll lacks, under one heading or two; it stands in every digest until the roll is put right."""
    found = ((HEADING, tuple(_gaps(turn))), (ALONE, tuple(_alone(turn))))
    return tuple(DigestGroup(heading, lines) for heading, lines in found if lines)


def somebody_waits(turn: Turn) -> bool:
    """Whether a request for a visitor is open: that is worth a digest, whatever else is (B1)."""
    return any(_requests(turn))


def _requests(turn: Turn) -> Iterator[str]:
    visited = {match.client_id for match in turn.roll.running_matches}
    for client in turn.roll.clients:
        if client.wants_visits and client.id not in visited:
            over = [match.ended_on or match.closed_on for match in turn.roll.matches if match.client_id == client.id]
            last = max(filter(None, over), default=None)
            again = f" again, since {day(last)}; if they want no more visits, say so in clients.csv" if last else ""
            yield f"{client.ref} waits for a visitor{again}"


def _gaps(turn: Turn) -> Iterator[str]:
    yield from _requests(turn)
    running = {match.client_id: match for match in turn.roll.running_matches}
    for client in turn.roll.clients:
        match, pack = running.get(client.id), turn.scheme.pack_of(client.setting)
        if match and pack and pack.values.get(BACKUP_NEEDED) is True:
            backup = turn.roll.person(match.backup_id) if match.backup_id is not None else None
            if backup is None:
                yield f"{client.ref} has no backup"
            elif not backup.experienced:
                yield f"{client.ref} has a backup who is not marked as experienced"


def _alone(turn: Turn) -> Iterator[str]:
    """Visitors of packs that want a named person (L23), where nobody may be told."""
    by_backup, seen = turn.scheme.config.lone.backup_is_named_person, set[int]()
    for match in turn.roll.running_matches:
        visitor = turn.roll.person(match.visitor_id)
        if not pack_says(turn, match, PEER_NETWORK) or visitor.id in seen:
            continue
        stands_in = visitor.named_person is None and by_backup and match.backup_id is not None
        if not stands_in and named_by(turn, visitor) is None:
            seen.add(visitor.id)
            why = " (somebody outside is named, and has not agreed yet)" if visitor.named_person else ""
            yield f"{visitor.name}{why}"


def directory_group(turn: Turn) -> tuple[DigestGroup, ...]:
    """Entries that rules write to and that may not be mailed, or not any more in a fortnight; in live mode only."""
    if turn.scheme.config.scheme.mode is not Mode.LIVE:
        return ()
    lines = tuple(_to_check(turn))
    return (DigestGroup(DIRECTORY, lines),) if lines else ()


def directory_presses(turn: Turn) -> bool:
    """Whether that is worth a digest of its own: in the last days, and when nothing can be sent any more."""
    if turn.scheme.config.scheme.mode is not Mode.LIVE:
        return False
    entries, today = turn.scheme.directory(turn.conn), turn.today
    return any(entries.usable(n, today) or entries.going_stale(n, today, PRESSES) for n in teams_in_use(turn.scheme))


def _to_check(turn: Turn) -> Iterator[str]:
    entries, today = turn.scheme.directory(turn.conn), turn.today
    for name in teams_in_use(turn.scheme):
        if reason := entries.usable(name, today):
            yield f"{name} {reason}; nothing is sent there until then"
        elif last := entries.going_stale(name, today, STALE_WITHIN):
            yield f"{name} may be mailed until {day(last)}, then nothing is sent there until it is checked again"
