"""What a rule is, and the vocabulary that rules are checked against (design, section 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NewType

from mailbot.events import Event

# A parameter of an action is checked by the type of the field that takes it.
TemplateName = NewType("TemplateName", str)  # "visits/thanks": must be a template
TimerName = NewType("TimerName", str)  # must be a declared timer
Recipient = NewType("Recipient", str)  # "sender", "visitor", "backup", "role:…", "directory:…"
Duration = NewType("Duration", timedelta)  # written "4 hours", "15 minutes", "2 days"

WHO = ("sender", "stranger", "reporter", "claimant", "visitor", "backup", "asked")


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action that rules may name. `params` is a frozen dataclass; its fields' types say how to check them."""

    name: str
    params: type[Any]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All names that rules may use; an argument of the loader, so that the loader knows no workflow."""

    events: Mapping[str, type[Event]]
    actions: Mapping[str, ActionSpec]
    templates: frozenset[str]
    timers: frozenset[str]
    roles: frozenset[str]
    directory: frozenset[str]
    packs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Action:
    """One step of a rule: the action's name and its parameters, already checked and typed."""

    name: str
    params: Any


@dataclass(frozen=True, slots=True)
class Rule:
    """One idea: on this event, when that holds, do these things. `when` None means otherwise.

    A rule from `rules/schemes/<pack>.toml` has `pack` set and only ever sees events of that pack.
    """

    id: str
    says: str
    on: str
    when: str | None
    then: tuple[Action, ...]
    file: str
    pack: str | None = None
    test: Any = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Pack:
    """What a scheme's pack sets: the client settings it serves, and its values (never code)."""

    name: str
    settings: tuple[str, ...]
    values: Mapping[str, Any]
