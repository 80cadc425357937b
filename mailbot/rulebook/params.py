"""Actions in a rule: their names and parameters, checked by the types of the dataclass that takes them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, fields
from dataclasses import Field as DataclassField
from datetime import timedelta
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin, get_type_hints

from mailbot.expressions import lazy
from mailbot.rulebook.fields import without_none
from mailbot.rulebook.names import Report, unknown
from mailbot.rulebook.rule import WHO, Action, ActionSpec, Duration, Recipient, TemplateName, TimerName, Vocabulary

_DURATION = lazy(r"([1-9]\d{0,3}) (minute|hour|day|week)s?")
_PLAIN = {str: "a text in quotes", bool: "true or false", int: "a whole number"}


class _Misfit(ValueError):
    """A value does not fit its parameter; the text says how to mend it."""


def read_action(item: object, vocabulary: Vocabulary, report: Report) -> Action | None:
    """One entry of `then`, typed; None if anything is wrong with it, each mistake told to `report`."""
    if not isinstance(item, dict) or not isinstance(item.get("do"), str):
        report('every step of "then" is a table with do = "…"')
        return None
    spec = vocabulary.actions.get(item["do"])
    if spec is None:
        report(unknown("action", item["do"], vocabulary.actions))
        return None
    given = {key: value for key, value in item.items() if key != "do"}
    return _build(spec, given, vocabulary, lambda text: report(f'action "{spec.name}": {text}'))


def _build(spec: ActionSpec, given: Mapping[str, Any], vocabulary: Vocabulary, report: Report) -> Action | None:
    hints = get_type_hints(spec.params)
    wanted = {each.name: each for each in fields(spec.params)}
    mistakes = [unknown("parameter", name, wanted) for name in given if name not in wanted]
    mistakes += [f'parameter "{name}" is missing' for name, each in wanted.items() if _is_missing(each, given)]
    values: dict[str, Any] = {}
    for name in wanted.keys() & given.keys():
        try:
            values[name] = _fit(given[name], hints[name], vocabulary)
        except _Misfit as misfit:
            mistakes.append(f'parameter "{name}": {misfit}')
    for mistake in sorted(mistakes):
        report(mistake)
    return None if mistakes else _construct(spec, values, report)


def _is_missing(each: DataclassField[Any], given: Mapping[str, Any]) -> bool:
    return each.name not in given and each.default is MISSING and each.default_factory is MISSING


def _construct(spec: ActionSpec, values: Mapping[str, Any], report: Report) -> Action | None:
    """A params class may refuse a combination in `__post_init__` with a ValueError."""
    try:
        return Action(spec.name, spec.params(**values))
    except ValueError as error:
        report(str(error))
        return None


def _fit(value: Any, kind: Any, vocabulary: Vocabulary) -> Any:
    kind, _ = without_none(kind)
    if get_origin(kind) is tuple:
        items = value if isinstance(value, list) else [value]
        return tuple(_fit(item, get_args(kind)[0], vocabulary) for item in items)
    if get_origin(kind) is Literal:
        return _choice(value, get_args(kind))
    if kind in _NAMED:
        return _NAMED[kind](_text(value), vocabulary)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(_choice(value, tuple(member.value for member in kind)))
    if kind in _PLAIN:
        if type(value) is not kind:  # bool counts as int in Python, never in a rule
            raise _Misfit(f"must be {_PLAIN[kind]}")
        return value
    raise TypeError(f"an action's parameter has the type {kind}, which rules cannot give")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Misfit(f"must be {_PLAIN[str]}")
    return value


def _choice(value: Any, choices: tuple[Any, ...]) -> Any:
    if value not in choices:
        raise _Misfit(unknown("value", value, map(str, choices)))
    return value


def _known(what: str, name: str, names: Collection[str]) -> str:
    if name not in names:
        raise _Misfit(unknown(what, name, names))
    return name


def _recipient(name: str, vocabulary: Vocabulary) -> str:
    """Recipients come from the roll and the directory, never from elsewhere (promise 6)."""
    if name.startswith("role:"):
        _known("role", name.removeprefix("role:"), vocabulary.roles)
    elif name.startswith("directory:"):
        _known("directory entry", name.removeprefix("directory:"), vocabulary.directory)
    elif "@" in name:
        raise _Misfit("an address cannot be a recipient; write role:… or directory:…")
    elif name not in WHO:
        raise _Misfit(unknown("recipient", name, (*WHO, "role:…", "directory:…")))
    return name


def _duration(text: str, _: Vocabulary) -> timedelta:
    found = _DURATION.fullmatch(text)
    if found is None:
        raise _Misfit(f'"{text}" is not a duration; write "15 minutes", "4 hours", "2 days" or "1 week"')
    return timedelta(**{f"{found[2]}s": int(found[1])})


_NAMED: Mapping[Any, Callable[[str, Vocabulary], Any]] = {
    TemplateName: lambda name, vocabulary: _known("template", name, vocabulary.templates),
    TimerName: lambda name, vocabulary: _known("timer", name, vocabulary.timers),
    Recipient: _recipient,
    Duration: _duration,
}
