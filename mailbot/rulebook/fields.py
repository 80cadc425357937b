"""An event as conditions see it: which fields, of what sort, and their plain values (design, section 4)."""

from dataclasses import Field as DataclassField
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from mailbot.events import Event

# Stands for "no zone was written". It counts as UTC, so that days compare with days.
NO_ZONE = timezone(timedelta(0), "no zone")


class Sort(StrEnum):
    """What sort of value a field holds; the value is how a message names it."""

    TEXT = "text"
    YES_NO = "yes or no"
    NUMBER = "a number"
    DAY = "a day"
    MOMENT = "a moment"
    LENGTH = "a length of time"
    LIST = "a list"
    OTHER = "something that conditions can only compare with null"


ORDERED = frozenset({Sort.NUMBER, Sort.DAY, Sort.MOMENT, Sort.LENGTH})

_SORTS: dict[Any, Sort] = {
    str: Sort.TEXT,
    bool: Sort.YES_NO,
    int: Sort.NUMBER,
    float: Sort.NUMBER,
    Decimal: Sort.NUMBER,
    date: Sort.DAY,
    datetime: Sort.MOMENT,
    timedelta: Sort.LENGTH,
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field that conditions may use. `choices` is empty where any text goes; `of` is what a list holds."""

    name: str
    sort: Sort
    nullable: bool = False
    choices: tuple[str, ...] = ()
    of: Sort | None = None
    about_sender: bool = False

    @property
    def member(self) -> "Field":
        """One entry of a list, seen as a field of its own."""
        return Field(self.name, self.of or Sort.OTHER, choices=self.choices)


def fields_of(event: type[Event], packs: frozenset[str] = frozenset()) -> dict[str, Field]:
    """What conditions on this event may use, by name. `pack` may only be one of `packs`, where any are given."""
    hints = get_type_hints(event)
    seen = {each.name: _field(each, hints[each.name]) for each in fields(event) if _is_visible(each.name)}
    if packs:
        seen["pack"] = Field("pack", Sort.TEXT, nullable=True, choices=tuple(sorted(packs)))
    return seen


def plain_values(event: Event, names: tuple[str, ...]) -> dict[str, Any]:
    """The event's values as the rule engine needs them: enums as text, numbers as Decimal, days as midnight."""
    return {name: _plain(getattr(event, name)) for name in names}


def _is_visible(name: str) -> bool:
    return not name.startswith("_") and not name.endswith("_id")


def _field(each: DataclassField[Any], hint: Any) -> Field:
    kind, nullable = without_none(hint)
    sort, of, choices = _sort(kind)
    return Field(each.name, sort, nullable, choices, of, bool(each.metadata.get("about_sender")))


def without_none(hint: Any) -> tuple[Any, bool]:
    """`X | None` is (X, True); anything else is itself and False."""
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return (kinds[0] if len(kinds) == 1 else hint), len(kinds) < len(get_args(hint))


def _sort(kind: Any) -> tuple[Sort, Sort | None, tuple[str, ...]]:
    """A type's sort, the sort of its entries if it is a list, and the choices if they are counted."""
    if get_origin(kind) in (tuple, frozenset):
        of, _, choices = _sort(get_args(kind)[0])
        return Sort.LIST, of, choices
    if get_origin(kind) is Literal:
        return Sort.TEXT, None, tuple(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Sort.TEXT, None, tuple(member.value for member in kind)
    return _SORTS.get(getattr(kind, "__supertype__", kind), Sort.OTHER), None, ()


def _plain(value: Any) -> Any:
    # The engine holds two values of different Python types for different: a StrEnum would never equal its text.
    match value:
        case None | bool():
            return value
        case StrEnum():
            return value.value
        case int() | float():
            return Decimal(repr(value))
        case date() if not isinstance(value, datetime):
            return datetime(value.year, value.month, value.day, tzinfo=NO_ZONE)
        case frozenset():
            return tuple(sorted(map(_plain, value)))
        case tuple():
            return tuple(map(_plain, value))
    return value
