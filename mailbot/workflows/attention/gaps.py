"""Who has nobody: clients without a visitor, or without a backup where the pack asks for one (B1, S1, S2).

And which outside teams could not be mailed, or not for long any more ("Handle with care").
"""

from collections.abc import Iterator
from datetime import timedelta

from mailbot.config import Mode
from mailbot.letters.values import DigestGroup, day
from mailbot.workflows.contract import Turn
from mailbot.workflows.outside import teams_in_use

BACKUP_NEEDED = "backup_needed"  # value of a pack
STALE_WITHIN, PRESSES = timedelta(days=14), timedelta(days=3)
DIRECTORY = "Outside teams whose address somebody should check, and then say so with `mailbot directory verify`"
HEADING = "Who has nobody, by the lists of people that you imported"


def gaps_group(turn: Turn) -> tuple[DigestGroup, ...]:
    """One heading of the digest, or none; it stands in every digest until the roll is put right."""
    lines = tuple(_gaps(turn))
    return (DigestGroup(HEADING, lines),) if lines else ()


def _gaps(turn: Turn) -> Iterator[str]:
    running = {match.client_id: match for match in turn.roll.running_matches}
    ended = {match.client_id for match in turn.roll.matches} - running.keys()
    for client in turn.roll.clients:
        match, pack = running.get(client.id), turn.scheme.pack_of(client.setting)
        if match is None:
            if client.id not in ended:
                yield f"{client.ref} waits for a visitor"
        elif pack and pack.values.get(BACKUP_NEEDED) is True:
            backup = turn.roll.person(match.backup_id) if match.backup_id is not None else None
            if backup is None:
                yield f"{client.ref} has no backup"
            elif not backup.experienced:
                yield f"{client.ref} has a backup who is not marked as experienced"


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
