"""What people say beside a fact and needs nobody: why a visit was not kept, where a receipt is, that they are sorry.

The words are those of `rules/asides.toml`, which a coordinator keeps. Each counts only beside the kinds of fact that
its entry names: "the train was cancelled" explains a missed visit, and says nothing beside anything else.
"""

import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from mailbot.errors import Mistakes
from mailbot.events import Kind, Span
from mailbot.reading.message import Aside
from mailbot.reading.words.phrases import Phrases, folded, wrong_with

_HAS = frozenset({"theme", "beside", "phrases"})


def asides(text: str, kinds: Iterable[Kind], known: tuple[Aside, ...]) -> tuple[Span, ...]:
    """Where the text says such a thing beside facts of these kinds."""
    phrases = _compiled(known, frozenset(kinds))
    return tuple(Span(*match.span()) for match in phrases.found(folded(text)))


@lru_cache(maxsize=256)
def _compiled(known: tuple[Aside, ...], kinds: frozenset[Kind]) -> Phrases:
    return Phrases((phrase, "en") for each in known if each.beside & kinds for phrase in each.phrases)


def load_asides(path: Path) -> tuple[Aside, ...]:
    """The entries of that file. Raises Mistakes with the entry's number and what is wrong with each."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Mistakes([f"{path.name}: cannot be read as TOML ({error}); mend or restore the file"]) from error
    rows = data.pop("aside", [])
    wrong = [f"{path.name}: unknown table '{key}'; known is aside" for key in data]
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        wrong += [f"{path.name}: [[aside]] number {number}: {what}" for what in _wrong_with(row)]
    if wrong:
        raise Mistakes(wrong)
    return tuple(Aside(frozenset(map(Kind, row["beside"])), tuple(row["phrases"])) for row in rows)


def _wrong_with(row: Any) -> Iterator[str]:
    if not isinstance(row, dict):
        yield "is not a table; write it as [[aside]]"
        return
    for key in sorted(row.keys() - _HAS):
        yield f"unknown key '{key}'; known are {', '.join(sorted(_HAS))}"
    beside = row.get("beside")
    if not isinstance(beside, list) or not beside or not set(map(str, beside)) <= set(Kind):
        yield f"'beside' has to be a list of kinds; known are {', '.join(Kind)}"
    yield from wrong_with(row.get("phrases"))
