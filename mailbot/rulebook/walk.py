"""The check of a condition: only what is named here is let through.

The engine alone lets too much pass: a literal of the wrong type is silently false, `null > 3` raises only when
it happens, and texts are ordered by alphabet (design, section 4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mailbot.rulebook.engine import ast
from mailbot.rulebook.fields import NO_ZONE, ORDERED, Field, Sort
from mailbot.rulebook.names import Report, quoted, suggestion, unknown

Known = frozenset[str]  # fields that cannot be null at some place of a condition

_NOTHING: Known = frozenset()

_LITERALS = {
    Sort.TEXT: ast.StringExpression,
    Sort.YES_NO: ast.BooleanExpression,
    Sort.NUMBER: ast.FloatExpression,
    Sort.DAY: ast.DatetimeExpression,
    Sort.MOMENT: ast.DatetimeExpression,
    Sort.LENGTH: ast.TimedeltaExpression,
}

_WRITTEN = {
    Sort.TEXT: "a text in quotes",
    Sort.YES_NO: "true or false",
    Sort.NUMBER: "a number without quotes",
    Sort.DAY: "a day as d'2026-05-12'",
    Sort.MOMENT: "a moment with its zone as d'2026-05-12T14:35+01:00'",
    Sort.LENGTH: "a length as t'PT4H'",
}


def proven(node: Any, outcome: bool) -> Known:
    """The fields that cannot be null once `node` has come out as `outcome`."""
    match node:
        case ast.LogicExpression():
            both = (proven(node.left, outcome), proven(node.right, outcome))
            return both[0] | both[1] if (node.type == "and") is outcome else both[0] & both[1]
        case ast.UnaryExpression():
            return proven(node.right, not outcome)
        case ast.SymbolExpression():
            return frozenset({node.name}) if outcome else _NOTHING
        case ast.ContainsExpression():
            return _names(node.member) if outcome else _NOTHING
        case ast.ComparisonExpression():
            return _proven_by_comparing(node, outcome)
    return _NOTHING


def _proven_by_comparing(node: Any, outcome: bool) -> Known:
    operands = (node.left, node.right)
    if node.type not in ("eq", "ne"):
        return _names(*operands)
    same = (node.type == "eq") is outcome
    if any(isinstance(operand, ast.NullExpression) for operand in operands):
        return _NOTHING if same else _names(*operands)
    is_literal = any(isinstance(operand, ast.LiteralExpressionBase) for operand in operands)
    return _names(*operands) if same and is_literal else _NOTHING


def _names(*nodes: Any) -> Known:
    return frozenset(node.name for node in nodes if isinstance(node, ast.SymbolExpression))


@dataclass(frozen=True, slots=True)
class Walk:
    """Walks a condition and reports whatever is not surely meant and surely works."""

    fields: Mapping[str, Field]
    report: Report

    def truth(self, node: Any, known: Known = _NOTHING) -> None:
        """`node` stands where yes or no is needed. The engine's classes derive from each other: order matters."""
        match node:
            case ast.LogicExpression():
                self.truth(node.left, known)
                self.truth(node.right, known | proven(node.left, node.type == "and"))
            case ast.UnaryExpression(type="not"):
                self.truth(node.right, known)
            case ast.ArithmeticComparisonExpression():
                self.ordering(node, known)
            case ast.ComparisonExpression():
                self.equality(node.left, node.right)
            case ast.ContainsExpression():
                self.membership(node.member, node.container, known)
            case ast.SymbolExpression():
                self.yes_or_no(node)
            case ast.LiteralExpressionBase():
                self.report("a part of the condition is always the same; leave it out")
            case _:
                self.refuse()

    def yes_or_no(self, node: Any) -> None:
        field = self.field(node)
        if field and field.sort is not Sort.YES_NO:
            example = f"{field.name} != null" if field.nullable else f"{field.name} == …"
            self.report(f'"{field.name}" is not yes or no; compare it, as in {example}')

    def ordering(self, node: Any, known: Known) -> None:
        for operand in (node.left, node.right):
            field = self.fields.get(operand.name) if isinstance(operand, ast.SymbolExpression) else None
            if field and field.sort not in ORDERED:
                self.report(f'"{field.name}" is {field.sort} and has no order; compare with ==, != or in')
                return
            if field:
                self.guard(field, known)
        if self.is_null(node.left) or self.is_null(node.right):
            self.report("null has no order; compare with == null or != null")
            return
        self.equality(node.left, node.right)

    def guard(self, field: Field, known: Known) -> None:
        if field.nullable and field.name not in known:
            self.report(f'"{field.name}" may be null; write "{field.name} != null and …" before it')

    def equality(self, left: Any, right: Any) -> None:
        match left, right:
            case ast.SymbolExpression(), ast.SymbolExpression():
                self.same_sort(self.field(left), self.field(right))
            case ast.SymbolExpression(), ast.LiteralExpressionBase():
                self.literal(self.field(left), right)
            case ast.LiteralExpressionBase(), ast.SymbolExpression():
                self.literal(self.field(right), left)
            case _:
                self.refuse()

    def membership(self, member: Any, container: Any, known: Known) -> None:
        match member, container:
            case ast.SymbolExpression(), ast.ArrayExpression():
                field = self.field(member)
                if not container.value:
                    self.report('"in []" is never true; leave it out')
                for each in container.value:
                    self.entry(field, each)
            case ((ast.LiteralExpressionBase() | ast.SymbolExpression()), ast.SymbolExpression()):
                self.in_field(member, container, known)
            case _:
                self.refuse()

    def entry(self, field: Field | None, node: Any) -> None:
        if not isinstance(node, ast.LiteralExpressionBase):
            self.refuse()
        elif self.is_null(node):
            self.report("null cannot stand in a list; compare with == null")
        else:
            self.literal(field, node)

    def in_field(self, member: Any, container: Any, known: Known) -> None:
        field = self.field(container)
        if field and field.sort is not Sort.LIST:
            self.report(f'"{field.name}" is not a list; "in" needs a field that is, or values as in [1, 2]')
            return
        if field:
            self.guard(field, known)
        if isinstance(member, ast.SymbolExpression):
            self.same_sort(self.field(member), field and field.member)
        else:
            self.entry(field and field.member, member)

    def same_sort(self, left: Field | None, right: Field | None) -> None:
        if not left or not right:
            return
        if left.sort is not right.sort or left.choices != right.choices or left.sort not in _LITERALS:
            self.report(f'"{left.name}" and "{right.name}" hold different things and cannot be compared')

    def literal(self, field: Field | None, node: Any) -> None:
        if not field:
            return
        if self.is_null(node):
            if not field.nullable:
                self.report(f'"{field.name}" is never null; leave out the comparison')
        elif field.sort not in _LITERALS:
            self.report(f'"{field.name}" is {field.sort}; it cannot be compared with a value')
        elif not self.fits(field, node):
            self.report(f'{self.shown(node)} does not fit "{field.name}"; write {self.expected(field)}')
        elif field.choices and node.value not in field.choices:
            self.report(f'"{field.name}" is never "{node.value}"{suggestion(node.value, field.choices)}')

    def fits(self, field: Field, node: Any) -> bool:
        if not isinstance(node, _LITERALS[field.sort]):
            return False
        match field.sort:
            case Sort.NUMBER:
                return bool(node.value.is_finite())
            case Sort.DAY:
                return node.value.tzinfo is NO_ZONE and not any(node.value.timetuple()[3:6])
            case Sort.MOMENT:
                return node.value.tzinfo is not NO_ZONE
        return True

    def expected(self, field: Field) -> str:
        return f"one of {quoted(field.choices)}" if field.choices else _WRITTEN[field.sort]

    def shown(self, node: Any) -> str:
        value = node.value
        if isinstance(value, datetime):
            return f"d'{value.replace(tzinfo=None if value.tzinfo is NO_ZONE else value.tzinfo).isoformat()}'"
        return f'"{value}"' if isinstance(value, str) else str(value).lower()

    def is_null(self, node: Any) -> bool:
        return isinstance(node, ast.NullExpression)

    def field(self, node: Any) -> Field | None:
        found = self.fields.get(node.name)
        if found is None:
            self.report(unknown("field", node.name, self.fields))
        return found

    def refuse(self) -> None:
        self.report("only fields, values, and, or, not, in, ==, !=, <, <=, > and >= are allowed in a condition")
