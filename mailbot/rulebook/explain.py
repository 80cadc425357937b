"""Rules in plain English, put back from what was parsed, so that drift from `says` shows."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import timedelta
from enum import StrEnum
from typing import Any, get_type_hints

from mailbot.rulebook.conditions import Condition
from mailbot.rulebook.engine import ast
from mailbot.rulebook.fields import Field, Sort
from mailbot.rulebook.load import Rulebook
from mailbot.rulebook.rule import Action, Rule, TemplateName, TimerName

_COMPARED = {
    "eq": "is",
    "ne": "is not",
    "lt": "is less than",
    "le": "is at most",
    "gt": "is more than",
    "ge": "is at least",
}
_MIRRORED = {"eq": "eq", "ne": "ne", "lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}
_TIMELY = {
    "is less than": "is before",
    "is at most": "is not after",
    "is more than": "is after",
    "is at least": "is not before",
}


def describe(rulebook: Rulebook) -> str:
    """Every event with its rules in order: what each is said to do, and what was parsed."""
    return "\n".join(line for name in rulebook.fields for line in _event_lines(name, rulebook.for_event(name)))


def _event_lines(name: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    yield name
    for number, rule in enumerate(rules, 1):
        only = f", only in {rule.pack}" if rule.pack else ""
        yield f"  {number}. {rule.id} ({rule.file}{only})"
        yield f"     says:   {rule.says}"
        yield f"     parsed: {in_english(rule)}"
    yield ""


def in_english(rule: Rule) -> str:
    """The parsed rule in one sentence: `when urgency is urgent, then: send x to role y; otherwise …`."""
    steps = "; ".join(_action(action) for action in rule.then) or "do nothing"
    if rule.test is None:
        return f"otherwise: {steps}."
    return f"when {_truth(rule.test.tree, rule.test.fields)}, then: {steps}."


def failing_part(condition: Condition, values: Mapping[str, Any]) -> str:
    """The first part of an `and` that does not hold, in the words of the rule and never those of the message."""
    for part in _parts(condition.tree):
        if not part.evaluate(values):
            return f"it does not hold that {_truth(part, condition.fields)}"
    return "it does not hold"


def _parts(node: Any) -> Iterator[Any]:
    if isinstance(node, ast.LogicExpression) and node.type == "and":
        yield from _parts(node.left)
        yield from _parts(node.right)
    else:
        yield node


def _truth(node: Any, seen: Mapping[str, Field]) -> str:
    """The engine's classes derive from each other: order matters."""
    match node:
        case ast.LogicExpression():
            return f"{_inner(node.left, node.type, seen)} {node.type} {_inner(node.right, node.type, seen)}"
        case ast.UnaryExpression():
            return _negated(node.right, seen)
        case ast.ContainsExpression():
            return _contained(node, "is")
        case ast.ComparisonExpression():
            return _compared(node, seen)
    return _words(node.name)


def _inner(node: Any, outer: str, seen: Mapping[str, Field]) -> str:
    text = _truth(node, seen)
    return f"({text})" if isinstance(node, ast.LogicExpression) and node.type != outer else text


def _negated(node: Any, seen: Mapping[str, Field]) -> str:
    match node:
        case ast.SymbolExpression():
            is_nullable = seen[node.name].nullable
            return f"{_words(node.name)} is no or not known" if is_nullable else f"not {_words(node.name)}"
        case ast.ContainsExpression():
            return _contained(node, "is not")
    return f"not ({_truth(node, seen)})"


def _contained(node: Any, verb: str) -> str:
    if isinstance(node.container, ast.SymbolExpression):
        return f"{_operand(node.member)} {verb} among {_words(node.container.name)}"
    return f"{_operand(node.member)} {verb} one of {', '.join(map(_operand, node.container.value))}"


def _compared(node: Any, seen: Mapping[str, Field]) -> str:
    left, right, how = node.left, node.right, node.type
    if not isinstance(left, ast.SymbolExpression):
        left, right, how = right, left, _MIRRORED[how]
    if isinstance(right, ast.NullExpression):
        return f"{_words(left.name)} is {'not ' if how == 'eq' else ''}known"
    verb = _COMPARED[how]
    if seen[left.name].sort in (Sort.DAY, Sort.MOMENT):
        verb = _TIMELY.get(verb, verb)
    return f"{_words(left.name)} {verb} {_operand(right)}"


def _operand(node: Any) -> str:
    match node:
        case ast.SymbolExpression():
            return _words(node.name)
        case ast.BooleanExpression():
            return "yes" if node.value else "no"
        case ast.DatetimeExpression():
            return str(node.value.isoformat(" ", "minutes")).removesuffix(" 00:00+00:00")
        case ast.StringExpression():
            return node.value if node.value else "empty"
    return str(node.value)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _action(action: Action) -> str:
    """The action's name, its template or timer bare, then every other parameter that is not its default."""
    hints = get_type_hints(type(action.params))
    bare, told = [_words(action.name)], []
    for each in fields(action.params):
        value = getattr(action.params, each.name)
        if hints[each.name] in (TemplateName, TimerName):
            bare.append(value)
        elif each.default is MISSING or value != each.default:
            told.append(f"{_words(each.name)} {_value(value)}")
    return " ".join([*bare, *([", ".join(told)] if told else [])])


def _value(value: Any) -> str:
    match value:
        case tuple():
            return " and ".join(map(_value, value))
        case bool():
            return "yes" if value else "no"
        case timedelta():
            return _length(value)
        case StrEnum():
            return value.value
    return str(value).replace("role:", "role ").replace("directory:", "directory ")


def _length(value: timedelta) -> str:
    minutes = int(value.total_seconds()) // 60
    for size, unit in ((7 * 24 * 60, "week"), (24 * 60, "day"), (60, "hour")):
        if minutes % size == 0:
            return f"{minutes // size} {unit}{'s' * (minutes != size)}"
    return f"{minutes} minute{'s' * (minutes != 1)}"
