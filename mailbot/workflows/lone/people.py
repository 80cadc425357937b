"""Who is told of a lone visitor who does not come back, by step (L23). The visitor is never told of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.letters.letter import Address
from mailbot.roll import Person, Role
from mailbot.workflows.contract import Turn
from mailbot.workflows.lone.tables import Step
from mailbot.workflows.lone.watches import Watch
from mailbot.workflows.named import named_by
from mailbot.workflows.recipients import address_of

_LINE = (
    *(Role.SAFEGUARDING_LEAD, Role.COORDINATOR, Role.CHAIR, Role.OUT_OF_HOURS),
    *(Role.DIRECTOR, Role.TRUSTEE),
)


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody to tell. `person_id` None: a named person outside the roll, who has agreed to it."""

    address: Address
    person_id: int | None


def people_of(turn: Turn, watch: Watch, step: Step) -> tuple[Whom, ...]:
    """Everybody whom that step tells; nobody from whom it is kept, as the visitor complains of them."""
    return tuple(each for each in _all_of(turn, watch, step) if each.person_id not in turn.kept_from)


def _all_of(turn: Turn, watch: Watch, step: Step) -> tuple[Whom, ...]:
    match step:
        case Step.VISITOR:
            return (_on_roll(turn.roll.person(watch.person_id)),)
        case Step.NAMED_PERSON:
            named = named_person(turn, watch)
            return (named,) if named else ()
        case Step.COORDINATOR:
            return tuple(_officers(turn, watch, Role.COORDINATOR))
        case Step.OUT_OF_HOURS:
            return tuple(_officers(turn, watch, Role.OUT_OF_HOURS))
        case Step.AGAIN:
            both = (*people_of(turn, watch, Step.COORDINATOR), *people_of(turn, watch, Step.OUT_OF_HOURS))
            return tuple(dict.fromkeys(both))
        case _:  # whoever has it is no step of the chain
            return ()


def named_person(turn: Turn, watch: Watch) -> Whom | None:
    """The visitor's named person; without one the visit's backup, where the config wants that.

    Nobody outside the roll who has not agreed on a day that has come.
    """
    visitor = turn.roll.person(watch.person_id)
    if visitor.named_person is None:
        return _backup(turn, watch)
    named = named_by(turn, visitor)
    if named is None:
        return None
    known = turn.roll.by_email(named.email)
    if known is not None:
        return _on_roll(known)
    return Whom(Address(named.email, named.name, named.first_name), None)


def _backup(turn: Turn, watch: Watch) -> Whom | None:
    match = turn.roll.match(watch.match_id)
    backup_id = match.backup_id if match and turn.scheme.config.lone.backup_is_named_person else None
    return _on_roll(turn.roll.person(backup_id)) if backup_id not in (None, watch.person_id) and backup_id else None


def _officers(turn: Turn, watch: Watch, role: Role) -> Iterator[Whom]:
    """Those of the role; where it is the visitor alone, the next in line."""
    lines = (turn.officers(role), *map(turn.roll.with_role, _LINE))
    kept = turn.kept_from | {watch.person_id}
    others = ([each for each in people if each.id not in kept] for people in lines)
    yield from map(_on_roll, next(filter(None, others), []))


def _on_roll(person: Person) -> Whom:
    return Whom(address_of(person), person.id)
