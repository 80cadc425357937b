"""Reads `rules/boundaries.toml`, the vocabulary of what a scheme wants talked over first; every mistake is told."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mailbot.errors import Mistakes
from mailbot.expressions import lazy
from mailbot.reading.message import BoundaryEntry
from mailbot.reading.words.phrases import wrong_with

INNOCENT = "innocent"
CATEGORIES_LIST = (
    "money gifts alcohol smoking medication home contact_details advice professional after_release secure_unit"
    " health_safety joint_working"
)
CATEGORIES = frozenset(CATEGORIES_LIST.split())
BOUNDARY_LISTS = ("boundaries_now", "boundaries_today")  # values of a pack: what a coordinator hears of, and how soon
WHO = frozenset({"writer", "person", "either", "anybody", INNOCENT})
# What stands in the text in the place of a sum, and of the name of anybody visited: as short as the shortest of them.
SUM, NAME = "qm", "qq"
_STANDS_FOR = {"sum": SUM, "client": NAME, "they": NAME, "theirs": f"{NAME} 's"}
_KEYS = frozenset({"category", "who", "phrases", "source"})
_PLACE = lazy(r"\{(\w+)\}")
_ALTERNATIVE = lazy(r"(?<=[(|])\{(\w+)\}(?=[|)])")


def load_boundaries(path: Path) -> tuple[BoundaryEntry, ...]:
    """The entries of that file, with its own words put in. Raises Mistakes with what is wrong in each entry."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Mistakes([f"{path.name}: cannot be read as TOML ({error}); mend or restore the file"]) from error
    words, rows = data.pop("words", {}), data.pop("mention", [])
    wrong = [f"{path.name}: unknown table '{key}'; known are words and mention" for key in data]
    if not isinstance(words, dict) or not all(isinstance(each, str) for each in words.values()):
        raise Mistakes([f'{path.name}: [words] has to list texts, as in drink = "beer, wine"'])
    choices = {name: _choice(name, listed) for name, listed in words.items()}
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        wrong += [f"{path.name}: [[mention]] number {number}: {what}" for what in _wrong_with(row, choices)]
    if wrong:
        raise Mistakes(wrong)
    return tuple(_entry(row, choices) for row in rows)


def _choice(name: str, listed: str) -> str:
    """ "beer, glass of wine" as (beer|glass of wine), with what mailbot puts into the text for names and sums."""
    each = [part.strip() for part in listed.split(",") if part.strip()]
    return "(" + "|".join([*each, *filter(None, [_STANDS_FOR.get(name)])]) + ")"


def _entry(row: Mapping[str, Any], choices: Mapping[str, str]) -> BoundaryEntry:
    phrases = tuple(_filled(phrase, choices) for phrase in row["phrases"])
    return BoundaryEntry(row["category"], row["who"], phrases, row["source"])


def _filled(phrase: str, choices: Mapping[str, str]) -> str:
    """The phrase with its words put in; one that is a whole choice joins the others, as (a|b) may not nest there."""
    joined = _ALTERNATIVE.sub(lambda match: choices.get(match[1], f"({match.group()})")[1:-1], phrase)
    return _PLACE.sub(lambda match: choices.get(match[1], match.group()), joined)


def _wrong_with(row: Any, choices: Mapping[str, str]) -> Iterator[str]:
    if not isinstance(row, dict):
        yield "is not a table; write it as [[mention]]"
        return
    yield from (f"unknown key '{key}'; known are {', '.join(sorted(_KEYS))}" for key in sorted(row.keys() - _KEYS))
    yield from (f"'{key}' is missing" for key in sorted(_KEYS - row.keys()))
    if row.get("category", INNOCENT) not in CATEGORIES | {INNOCENT}:
        yield f"category '{row['category']}' is not one of {', '.join(sorted(CATEGORIES | {INNOCENT}))}"
    if row.get("who", INNOCENT) not in WHO:
        yield f"who '{row['who']}' is not one of {', '.join(sorted(WHO))}"
    phrases = row.get("phrases")
    listed = isinstance(phrases, list) and all(isinstance(phrase, str) for phrase in phrases)
    yield from wrong_with([_filled(each, choices) for each in phrases] if listed and phrases else phrases)
