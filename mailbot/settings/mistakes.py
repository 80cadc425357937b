"""Turns what pydantic found into lines that a person can mend a config by."""

import json
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, RootModel, ValidationError

from mailbot.settings.secrets import RESOLVED
from mailbot.settings.values import did_you_mean

_FILLED_IN = RESOLVED | {"folder"}
_PLAIN = {
    "tuple_type": "must be a list in square brackets",
    "list_type": "must be a list in square brackets",
    "dict_type": "must be a section, not a single value",
    "model_type": "must be a section, not a single value",
    "model_attributes_type": "must be a section, not a single value",
    "string_type": "must be text in quotes",
}


def setting_paths(model: type[BaseModel]) -> tuple[str, ...]:
    """Every setting that a file may hold, such as `smtp.second.port`; `*` stands for a name of one's own."""
    return tuple(_walk(model, ""))


def lines_of(error: ValidationError, model: type[BaseModel]) -> list[str]:
    """One line for each mistake, `smtp.port: must be …`, without the file's name and never with a secret."""
    paths = setting_paths(model)
    return [_line(each, paths) for each in error.errors() if each["type"] != "default_factory_not_called"]


def _walk(model: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, info in model.model_fields.items():
        path = f"{prefix}{info.alias or name}"
        inner, step = _section_in(info.annotation)
        if inner is not None:
            yield from _walk(inner, f"{path}.{step}")
        elif name not in _FILLED_IN:
            yield path


def _section_in(annotation: Any) -> tuple[type[BaseModel] | None, str]:
    """The section that a field holds, and `*.` if it holds several by name."""
    for each in (annotation, *get_args(annotation)):
        if isinstance(each, type) and issubclass(each, RootModel):
            return get_args(each.model_fields["root"].annotation)[1], "*."
        if isinstance(each, type) and issubclass(each, BaseModel):
            return each, ""
    return None, ""


def _line(error: Any, paths: tuple[str, ...]) -> str:
    where = [part for part in error["loc"] if isinstance(part, str) and part != "[key]"]
    entry = next((f", entry {part + 1}" for part in error["loc"] if isinstance(part, int)), "")
    path = ".".join(where)
    match error["type"]:
        case "extra_forbidden":
            what = f"is not a setting{_suggestion(where, paths)}"
        case "missing":
            what = "this section is missing" if any(p.startswith(f"{path}.") for p in paths) else "is missing"
        case "value_error":
            what = str(error["ctx"]["error"])
        case "enum" | "literal_error":
            what = _choice(error)
        case other:
            what = _PLAIN.get(other, error["msg"])
    return f"{path}{entry}: {what}"


def _choice(error: Any) -> str:
    given = error["input"]
    instead = f", not {json.dumps(given, ensure_ascii=False)}" if isinstance(given, str) and len(given) <= 40 else ""
    return f"must be {error['ctx']['expected']}{instead}".replace("'", '"')


def _suggestion(where: list[str], paths: tuple[str, ...]) -> str:
    """A setting of the same section that is spelt alike, else the section in which this one belongs."""
    *section, word = where
    siblings = {parts[len(section)] for parts in map(_split, paths) if _is_below(parts, section)}
    elsewhere = [path for path in paths if path.rpartition(".")[2] == word]
    if close := did_you_mean(word, siblings - {"*"}):
        return close
    return f'; did you mean "{elsewhere[0]}"?' if elsewhere else ""


def _split(path: str) -> list[str]:
    return path.split(".")


def _is_below(parts: list[str], section: list[str]) -> bool:
    same = all(known in ("*", given) for known, given in zip(parts, section, strict=False))
    return same and len(parts) > len(section)
