"""From whom a complaint about a coordinator is kept: from every coordinator, whoever is named (L29)."""

import re

from sqlalchemy import Connection

from mailbot.events import COORDINATOR
from mailbot.reading.message import Reading
from mailbot.roll import Person, Role, Roll
from mailbot.store import attention

_TRUSTED = frozenset({Role.COMPLAINTS_MANAGER, Role.CHAIR})
_NEXT = _TRUSTED | {Role.SAFEGUARDING_LEAD, Role.OUT_OF_HOURS}


def kept_from(conn: Connection, roll: Roll, reading: Reading | None, about: tuple[str, int] | None) -> frozenset[int]:
    """The coordinators who may not see this, by number; nobody where it is no complaint about one.

    `about` is the record that a mail answers or a timer is for: what follows on a complaint is kept as the complaint
    is. A coordinator who is also the Complaints Manager or chair may see it unless the text names them; one who is
    also the lead only where nobody else could. The writer is never kept from their own message.
    """
    complains = reading is not None and any(f.fields.concern_about == COORDINATOR for f in reading.facts)
    if not complains and (about is None or not attention.is_kept(conn, about)):
        return frozenset()
    text = f"{reading.message.subject}\n{reading.text.newest}" if reading else ""
    own = reading.sender.person if reading else None
    others = any(p.roles & _NEXT and Role.COORDINATOR not in p.roles for p in roll.people)
    trusted = _TRUSTED if others else _NEXT
    kept = (p for p in roll.with_role(Role.COORDINATOR) if not (p.roles & trusted) or not text or _names(text, p))
    return frozenset(p.id for p in kept if own is None or p.id != own.id)


def _names(text: str, person: Person) -> bool:
    called = filter(None, (person.name, person.first_name, person.also_known_as))
    return any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in called)
