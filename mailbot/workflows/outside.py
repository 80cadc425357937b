"""Outside mail is deliberate (promise 7): what has to be so before a mail may leave for an outside team."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from mailbot.events import Hold
from mailbot.letters.disclosure import Audience
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
    if outbox.hold_of(conn, outbox_id) is Hold.SUPERSEDED:
        return Hold.SUPERSEDED
    if any(scheme.config.directory.usable(name, today) is not None for name in entries_of(scheme, addresses)):
        return Hold.DIRECTORY
    if _is_outside(scheme, conn, outbox_id) and strangers(scheme, conn, addresses):
        return Hold.DIRECTORY
    held = scheme.hold_by_mode(addresses)
    if held is None:
        sending.release(conn, outbox_id, by, now)
    return held


def entries_of(scheme: Scheme, addresses: Sequence[str]) -> tuple[str, ...]:
    """The directory entries that have these addresses now."""
    wanted = {address.casefold() for address in addresses}
    return tuple(n for n, entry in scheme.config.directory.root.items() if str(entry.address).casefold() in wanted)


def strangers(scheme: Scheme, conn: Connection, addresses: Sequence[str]) -> tuple[str, ...]:
    """Those that are in the directory no more: somebody has put the entry right since the mail was written."""
    known = {str(entry.address).casefold() for entry in scheme.config.directory.root.values()}
    known |= {person.email for person in scheme.roll(conn).people}
    return tuple(address for address in addresses if address.casefold() not in known)


def _is_outside(scheme: Scheme, conn: Connection, outbox_id: int) -> bool:
    mail = outbox.get(conn, outbox_id)
    return mail is not None and scheme.templates[mail.template].audience is Audience.OUTSIDE
