"""Reads `rules/chat.toml`, the vocabulary of harmless everyday words, with every mistake in it told at once."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mailbot.errors import Mistakes
from mailbot.reading.message import ChatEntry, ChatPart, ChatWhere
from mailbot.reading.words.chat_rows import COUNT, KNOWN, PEOPLE
from mailbot.reading.words.phrases import wrong_with

_FORMS = {
    "fixed": ("",),
    "things": ("", "s", "es", "'s"),
    "doing": ("", "s", "ed", "ing"),
    "like": ("", "er", "est", "ly"),
}
_HAS = {
    ChatPart.WORD: frozenset({"theme", "forms", "where", "words"}),
    ChatPart.PHRASE: frozenset({"theme", "where", "phrases"}),
    ChatPart.PERSON: frozenset({"words"}),
    ChatPart.TURN: frozenset({"where", "phrases"}),
}


def load_chat(path: Path) -> tuple[ChatEntry, ...]:
    """The vocabulary in that file. Raises Mistakes with the file, the entry's number and what is wrong with each."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Mistakes([f"{path.name}: cannot be read as TOML ({error}); mend or restore the file"]) from error
    wrong = [
        f"{path.name}: unknown table '{key}'; known are {', '.join(ChatPart)}" for key in data if key not in _names()
    ]
    entries = []
    for part in ChatPart:
        rows = data.get(part.value, [])
        for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
            mistakes = list(_wrong_with(part, row))
            wrong += [f"{path.name}: [[{part}]] number {number}: {what}" for what in mistakes]
            if not mistakes:
                entries.append(_entry(part, row))
    if not wrong and {entry.part for entry in entries} != set(ChatPart):
        wrong = [f"{path.name}: has to have {', '.join(f'[[{part}]]' for part in ChatPart)}; restore the vocabulary"]
    if wrong:
        raise Mistakes(wrong)
    return tuple(entries)


def _names() -> frozenset[str]:
    return frozenset(part.value for part in ChatPart)


def _wrong_with(part: ChatPart, row: Any) -> Iterator[str]:
    if not isinstance(row, dict):
        yield f"is not a table; write it as [[{part}]]"
        return
    for key in sorted(row.keys() - _HAS[part]):
        yield f"unknown key '{key}'; known are {', '.join(sorted(_HAS[part]))}"
    if row.get("where", "always") not in set(ChatWhere):
        yield f"where '{row['where']}' is not one of {', '.join(ChatWhere)}"
    if row.get("forms", "fixed") not in _FORMS:
        yield f"forms '{row['forms']}' is not one of {', '.join(_FORMS)}"
    if "phrases" in _HAS[part]:
        yield from _wrong_with_phrases(part, row.get("phrases"))
    elif not isinstance(row.get("words"), str) or not row["words"].split():
        yield "'words' has to be a text with words in it"


def _wrong_with_phrases(part: ChatPart, phrases: Any) -> list[str]:
    if not isinstance(phrases, list) or not phrases or not all(isinstance(phrase, str) for phrase in phrases):
        return wrong_with(phrases)
    plain = [phrase.replace(PEOPLE, "they").replace(COUNT, "two") for phrase in phrases]
    unknown = {name for phrase in phrases for name in re.findall(r"\{[^}]*\}", phrase) if name not in KNOWN}
    strange = [f"placeholder {name} has no place here; use {', '.join(KNOWN)}" for name in sorted(unknown)]
    return strange or wrong_with(plain) or _too_short(part, phrases)


def _too_short(part: ChatPart, phrases: list[str]) -> list[str]:
    """A single word belongs to [[word]], where it is seen for what it is."""
    alone = [phrase for phrase in phrases if part is ChatPart.PHRASE and " " not in phrase.strip()]
    return [f"'{phrase}' is one word: list it under [[word]]" for phrase in alone]


def _entry(part: ChatPart, row: dict[str, Any]) -> ChatEntry:
    where = ChatWhere(row.get("where", "always"))
    if "phrases" in row:
        return ChatEntry(part, where, tuple(row["phrases"]))
    endings = _FORMS[row.get("forms", "fixed")]
    words = (word for said in row["words"].split() for word in _with_endings(said.casefold(), endings))
    return ChatEntry(part, where, tuple(dict.fromkeys(words)))


def _with_endings(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    """The word with each ending, as English spells them: cherries, baked, chattier, happily."""
    for ending in endings:
        yield word + ending
        if not ending or ending.startswith("'"):
            continue
        if word.endswith("y"):
            yield word[:-1] + "i" + ("es" if ending == "s" else ending)
        if word.endswith("e") and not ending.startswith("s"):
            yield word[:-1] + ending
        if len(word) == 3 and ending != "s":
            yield word + word[-1] + ending
