"""Outside mail is deliberate (promise 7): what has to be so before a mail may leave for an outside team."""

from datetime import datetime

from sqlalchemy import Connection

from mailbot.events import Hold
from mailbot.scheme import Scheme
from mailbot.store import outbox, sending
from mailbot.workflows.contract import Turn

OUTSIDE_ALLOWED = "outside_escalation"


def pack_allows(turn: Turn, pack: str | None) -> bool:
    """Whether the pack lets volunteers' concerns go outside at all (only C does; duties, "Handle with care")."""
    found = turn.scheme.rulebook.packs.get(pack) if pack else None
    return bool(found and found.values.get(OUTSIDE_ALLOWED) is True)


def hold_outside(turn: Turn, names: tuple[str, ...], asked: bool) -> Hold | None:
    """Why mail to these directory entries has to wait. `asked`: a verified reporter asked for it in so many words."""
    today = turn.now.astimezone(turn.scheme.zone).date()
    if any(turn.scheme.config.directory.usable(name, today) is not None for name in names):
        return Hold.DIRECTORY
    return None if asked else Hold.NEEDS_RELEASE


def release(scheme: Scheme, conn: Connection, outbox_id: int, by: str, now: datetime) -> Hold | None:
    """An officer lets a held mail go. Mode and directory still have to allow it: returns why they do not."""
    addresses = outbox.addresses(conn, outbox_id)
    today = now.astimezone(scheme.zone).date()
    entries = {str(entry.address).casefold(): name for name, entry in scheme.config.directory.root.items()}
    names = [entries[address.casefold()] for address in addresses if address.casefold() in entries]
    if any(scheme.config.directory.usable(name, today) is not None for name in names):
        return Hold.DIRECTORY
    held = scheme.hold_by_mode(addresses)
    if held is None:
        sending.release(conn, outbox_id, by, now)
    return held
