"""Outside mail is deliberate (promise 7): what has to be so before a mail may leave for an outside team."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection

from mailbot.events import Hold
from mailbot.letters.disclosure import Audience
from mailbot.letters.values import Number
from mailbot.scheme import Scheme
from mailbot.store import outbox, sending
from mailbot.store.outbox import OutState
from mailbot.workflows.contract import Turn
from mailbot.workflows.matching import pack_value

OUTSIDE_ALLOWED = "outside_escalation"


def pack_allows(turn: Turn, pack: str | None) -> bool:
    """Whether the pack lets volunteers' concerns go outside at all (only C does; duties, "Handle with care")."""
    return pack_value(turn, pack, OUTSIDE_ALLOWED) is True


def hold_outside(turn: Turn, names: tuple[str, ...], asked: bool) -> Hold | None:
    """Why mail to these directory entries has to wait. `asked`: a verified reporter asked for it in so many words."""
    if directory_faults(turn, names):
        return Hold.DIRECTORY
    return None if asked else Hold.NEEDS_RELEASE


def directory_faults(turn: Turn, names: Iterable[str]) -> tuple[str, ...]:
    """Which of these entries may not be mailed today, and what is wrong with each, in words."""
    entries, today = turn.scheme.directory(turn.conn), turn.today
    found = ((name, entries.usable(name, today)) for name in dict.fromkeys(names))
    return tuple(f"the directory entry {name} {reason}" for name, reason in found if reason)


def outside_numbers(turn: Turn, names: Iterable[str]) -> tuple[Number, ...]:
    """The phones of these entries, for somebody of ours who has to ring them; said where nobody has checked one."""
    entries, today = turn.scheme.directory(turn.conn), turn.today
    numbers = []
    for name in dict.fromkeys(names):
        entry, unsure = entries.get(name), entries.usable(name, today)
        if entry and entry.phone:
            shown = f"{name.replace('_', ' ')}{f', {entry.hours}' if entry.hours else ''}"
            numbers.append(Number(f"{shown}{' (number not checked)' if unsure else ''}", entry.phone))
    return tuple(numbers)


def teams_of(scheme: Scheme, pack: str | None) -> tuple[str, ...]:
    """The directory entries that the rules of this pack write to."""
    actions = (action for rule in scheme.rulebook.rules if rule.pack == pack for action in rule.then)
    wanted = (name for action in actions for name in (getattr(action.params, "to", ""), *_copies(action.params)))
    return tuple(dict.fromkeys(str(n).partition(":")[2] for n in wanted if str(n).startswith("directory:")))


def teams_in_use(scheme: Scheme) -> tuple[str, ...]:
    """The directory entries that any rule of the scheme writes to."""
    packs = (None, *scheme.rulebook.packs)
    return tuple(sorted({name for pack in packs for name in teams_of(scheme, pack)}))


def _copies(params: object) -> tuple[str, ...]:
    return tuple(getattr(params, "cc", ()))


def release(scheme: Scheme, conn: Connection, outbox_id: int, by: str, now: datetime) -> Hold | None:
    """An officer lets a held mail go. Mode and directory still have to allow it: returns why they do not."""
    if outbox.hold_of(conn, outbox_id) is Hold.SUPERSEDED:
        return Hold.SUPERSEDED
    if not may_be_mailed(scheme, conn, outbox_id, now):
        return Hold.DIRECTORY
    held = scheme.hold_by_mode(outbox.addresses(conn, outbox_id))
    if held is None:
        sending.release(conn, outbox_id, by, now)
    return held


def waiting_for(scheme: Scheme, conn: Connection, name: str) -> list[int]:
    """The held mails to this entry, which somebody may now release."""
    entry = scheme.config.directory.get(name)
    held = [mail.id for mail in outbox.pending(conn) if mail.state is OutState.HELD]
    return [n for n in held if entry and entry.address.casefold() in map(str.casefold, outbox.addresses(conn, n))]


def may_be_mailed(scheme: Scheme, conn: Connection, outbox_id: int, now: datetime) -> bool:
    """Whether each address of that mail that is in the directory is verified, and a mail for outside has no other.

    So a report that was written to an address which was put right since does not go to the old one. Somebody of ours
    who is in the directory too is mailed as one of ours.
    """
    verified, addresses = _verified(scheme, conn, now), [a.casefold() for a in outbox.addresses(conn, outbox_id)]
    if not is_outside(scheme, conn, outbox_id):
        roll = scheme.roll(conn)
        addresses = [address for address in addresses if address in verified and roll.by_email(address) is None]
    return all(verified.get(address, False) for address in addresses)


def is_outside(scheme: Scheme, conn: Connection, outbox_id: int) -> bool:
    """Whether that mail is written for an outside team."""
    mail = outbox.get(conn, outbox_id)
    return mail is not None and scheme.templates[mail.template].audience is Audience.OUTSIDE


def _verified(scheme: Scheme, conn: Connection, now: datetime) -> dict[str, bool]:
    """Each address of the directory, and whether every entry with it may be mailed."""
    entries, today = scheme.directory(conn), now.astimezone(scheme.zone).date()
    found: dict[str, bool] = {}
    for name, entry in entries.directory.root.items():
        address = entry.address.casefold()
        found[address] = found.get(address, True) and entries.usable(name, today) is None
    return found


def entries_of(scheme: Scheme, addresses: Sequence[str]) -> tuple[str, ...]:
    """The directory entries that have these addresses now."""
    wanted = {address.casefold() for address in addresses}
    return tuple(n for n, entry in scheme.config.directory.root.items() if str(entry.address).casefold() in wanted)


def strangers(scheme: Scheme, conn: Connection, addresses: Sequence[str]) -> tuple[str, ...]:
    """Those that are in the directory no more: somebody has put the entry right since the mail was written."""
    known = {str(entry.address).casefold() for entry in scheme.config.directory.root.values()}
    known |= {person.email for person in scheme.roll(conn).people}
    return tuple(address for address in addresses if address.casefold() not in known)
