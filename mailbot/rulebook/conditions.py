"""Conditions: read, checked, and compiled by the rule engine against the types of the event's fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import getitem
from typing import Any

from mailbot.expressions import lazy
from mailbot.rulebook.engine import Context, DataType, Rule, errors
from mailbot.rulebook.fields import NO_ZONE, Field, Sort
from mailbot.rulebook.names import Report
from mailbot.rulebook.walk import Walk

_QUOTED = lazy(r"""(?P<quote>["'])(?:[^\\\n]|\\.)*?(?P=quote)""")
_REGEX = lazy(r"[=!]~~?")
_BUILT_IN = lazy(r"\$\w*")

_ENGINE_TYPES = {
    Sort.TEXT: DataType.STRING,
    Sort.YES_NO: DataType.BOOLEAN,
    Sort.NUMBER: DataType.FLOAT,
    Sort.DAY: DataType.DATETIME,
    Sort.MOMENT: DataType.DATETIME,
    Sort.LENGTH: DataType.TIMEDELTA,
    Sort.LIST: DataType.ARRAY,
    Sort.OTHER: DataType.UNDEFINED,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that has passed every check. `tree` is the engine's own, for putting it into English."""

    compiled: Any
    fields: Mapping[str, Field]
    uses: frozenset[str]

    @property
    def tree(self) -> Any:
        return self.compiled.statement.expression

    def holds(self, values: Mapping[str, Any]) -> bool:
        """Whether it holds for these plain values; raises what the engine raises.

        The engine's `matches` first resets what only regular expressions and arithmetic use; no condition has them.
        """
        return bool(self.tree.evaluate(values))


def compile_condition(text: str, fields: Mapping[str, Field], report: Report) -> Condition | None:
    """The condition, ready to be asked; None if anything is wrong with it, each mistake told to `report`."""
    condition, mistakes = _compiled(text, tuple(fields.values()))
    for mistake in mistakes:
        report(mistake)
    return condition


@lru_cache(maxsize=4096)
def _compiled(text: str, known: tuple[Field, ...]) -> tuple[Condition | None, tuple[str, ...]]:
    """Kept, as several schemes of a process, such as a simulation's, have the same rules."""
    mistakes: list[str] = []
    fields = {field.name: field for field in known}
    written = _parse(text, mistakes)
    if written is not None:
        Walk(fields, mistakes.append).truth(written.statement.expression)
    if mistakes or written is None:
        return None, tuple(dict.fromkeys(mistakes))
    types = {name: _ENGINE_TYPES[field.sort] for name, field in fields.items()}
    compiled = Rule(text, Context(type_resolver=types, resolver=getitem, default_timezone=NO_ZONE))
    return Condition(compiled, fields, frozenset(compiled.context.symbols)), ()


def _parse(text: str, mistakes: list[str]) -> Any:
    """The engine's tree, untyped, so that every unknown name is told and not only the first."""
    bare = _QUOTED.sub("''", text)
    if found := _REGEX.search(bare):
        mistakes.append(f'"{found[0]}" (a regular expression) is not allowed; compare with ==, != or in')
    mistakes += [f'"{name}" is not allowed; use the fields of the event' for name in _BUILT_IN.findall(bare)]
    if mistakes:  # parsing already evaluates what is constant, which could hang
        return None
    try:
        return Rule(text, Context(default_timezone=NO_ZONE))
    except errors.EngineError as error:
        mistakes.append(f"the condition cannot be read: {_syntax(error)}")
        return None


def _syntax(error: Any) -> str:
    if not isinstance(error, errors.RuleSyntaxError):
        return f'{error.message} "{error.value}"' if hasattr(error, "value") else str(error.message)
    if error.token is None:
        return "it ends too early" if error.message.startswith("syntax error at") else str(error.message)
    rest = str(error.token.value)
    if rest.startswith("=") and not rest.startswith("=="):
        return 'a single "="; write "=="'
    return f'something is wrong at "{rest.strip()[:20]}"'
