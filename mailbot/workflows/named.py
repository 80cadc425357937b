"""Whom a visitor has named to be told if they do not come back alone: preferably a fellow volunteer (L23)."""

from mailbot.roll import NamedPerson, Person
from mailbot.workflows.contract import Turn

PEER_NETWORK = "peer_network"  # value of a pack: whoever visits alone has somebody named


def named_by(turn: Turn, person: Person) -> NamedPerson | None:
    """The named person of that visitor who may be told now: somebody else on the roll, or who has agreed by today."""
    named = person.named_person
    if named is None or named.email in (person.email, turn.scheme.own_address):
        return None
    agreed = named.agreed_on is not None and named.agreed_on <= turn.today
    return named if agreed or turn.roll.by_email(named.email) else None
