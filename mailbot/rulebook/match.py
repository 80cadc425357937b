"""Which rule decides about an event: the first that matches, in file order, and why the earlier ones did not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mailbot.errors import GiveUp
from mailbot.events import Event
from mailbot.rulebook.engine import errors
from mailbot.rulebook.explain import failing_part
from mailbot.rulebook.fields import plain_values
from mailbot.rulebook.load import Rulebook
from mailbot.rulebook.rule import Rule


@dataclass(frozen=True, slots=True)
class Passed:
    """A rule that was tried before and did not match. `because` names fields and values of rules, never of people."""

    rule: Rule
    because: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The rule that decides."""

    rule: Rule
    tried: tuple[Rule, ...]
    values: Mapping[str, Any] = field(repr=False)

    def passed(self) -> tuple[Passed, ...]:
        """Why each earlier rule did not match, in order; worked out only when somebody asks."""
        return tuple(Passed(rule, failing_part(rule.test, self.values)) for rule in self.tried)


def decide(rulebook: Rulebook, event: Event) -> Decision:
    """The first rule that matches. Raises GiveUp with file and rule if a condition cannot be evaluated.

    Rules of a pack see only events of that pack.
    """
    rules = [rule for rule in rulebook.for_event(event.name) if rule.pack in (None, event.pack)]
    values = plain_values(event, tuple(rulebook.fields.get(event.name, ())))
    for number, rule in enumerate(rules):
        if rule.test is None or _holds(rule, values):
            return Decision(rule, tuple(rules[:number]), values)
    raise GiveUp(f'no rule decides about the event "{event.name}"; end its list with otherwise = true')


def _holds(rule: Rule, values: Mapping[str, Any]) -> bool:
    try:
        return bool(rule.test.holds(values))
    except (errors.EngineError, ArithmeticError, TypeError, ValueError) as error:
        # Cut off from its cause, which may carry the values, and so words of people.
        raise GiveUp(
            f'{rule.file}: rule "{rule.id}": its condition failed with {type(error).__name__}; mend the condition'
        ) from None
