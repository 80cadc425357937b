"""A letter's values as JSON and back, so that it can wait as a row: only what its template discloses is kept."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from mailbot.letters.template import Template

_READ = {"date": date.fromisoformat, "datetime": datetime.fromisoformat, "time": time.fromisoformat}


def kept(template: Template, context: Mapping[str, object]) -> dict[str, Any] | None:
    """The disclosed values; None where one is of a kind that cannot be kept, so that the letter cannot wait."""
    try:
        return {name: _written(context.get(name)) for name in sorted(template.discloses)}
    except TypeError:
        return None


def brought_back(values: Mapping[str, Any]) -> dict[str, object]:
    """What `kept` has kept."""
    return {name: _read(value) for name, value in values.items()}


def _written(value: object) -> Any:
    if value is None or isinstance(value, bool | int | float | str):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, datetime):
        return {"datetime": value.isoformat()}
    if isinstance(value, date | time):
        return {"date" if isinstance(value, date) else "time": value.isoformat()}
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return [_written(each) for each in value]
    raise TypeError("a value of this kind is not kept")


def _read(value: Any) -> object:
    if isinstance(value, list):
        return tuple(_read(each) for each in value)
    if isinstance(value, dict):
        ((kind, text),) = value.items()
        return _READ[kind](text)
    return value
