"""Looks for the phrases of `rules/boundaries.toml` in a text, by a word that each of them cannot do without."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mailbot.events import Span
from mailbot.expressions import lazy
from mailbot.reading.message import BoundaryEntry
from mailbot.reading.words.boundaries_file import INNOCENT
from mailbot.reading.words.phrases import Phrases, expression, folded

_WORD = lazy(r"[a-z]+")
# A part of a phrase: a choice, with one more inside it at most, or a word; its top choices; a word, or its beginning.
_PART = lazy(r"\((?:[^()]|\([^()]*\))*\)|[^\s()…]+")
_TOP = lazy(r"((?:[^()|]|\([^()]*\))*)\|")
_LETTERS = lazy(r"[a-z]+\*?")
_COMMON_LIST = (
    "gave give gives given giving got get getting took take taking brought bring had have having has was is been went"
    " came come comes coming go met saw see seen meet him her them his she they he my our me us we both to for on in"
    " at with from not should could can a an the i if and of off up out about let bought buy sent send ask asked asks"
    " wants wanted told tell need needs needed home mine ours over round find paid put like"
)
_COMMON = frozenset(_COMMON_LIST.split())


class Boundaries:
    """A vocabulary, looked up by a word that each phrase cannot do without; `boundaries_for` makes one of each."""

    def __init__(self, entries: Iterable[BoundaryEntry]) -> None:
        kept = tuple(entries)
        innocent = [each for each in kept if each.who == INNOCENT]
        self._innocent = tuple((e.category, Phrases((phrase, "en") for phrase in e.phrases)) for e in innocent)
        self._by_word: dict[str, list[tuple[BoundaryEntry, str]]] = {}
        for entry in kept:
            for phrase in entry.phrases if entry.who != INNOCENT else ():
                for word in words_needed(phrase):
                    self._by_word.setdefault(word, []).append((entry, phrase))
        self._longest = max(map(len, self._by_word), default=0)

    def found(self, plain: str) -> Iterator[tuple[BoundaryEntry, Span]]:
        """Each entry where it stands in a prepared text."""
        found = [
            (entry, Span(*m.span())) for entry, phrase in self._likely(plain) for m in _of(phrase).finditer(plain)
        ]
        innocent = (
            [(what, m.span()) for what, phrases in self._innocent for m in phrases.found(plain)] if found else []
        )
        for entry, span in found:
            excused = (at for what, at in innocent if what in (INNOCENT, entry.category))
            if not any(start <= span.start < end for start, end in excused):
                yield entry, span

    def _likely(self, plain: str) -> Iterable[tuple[BoundaryEntry, str]]:
        """The phrases of which the text has that word, or a word that begins with it."""
        words = set(_WORD.findall(plain))
        begins = {f"{word[:end]}*" for word in words for end in range(3, min(len(word), self._longest) + 1)}
        likely = (each for key in self._by_word.keys() & (words | begins) for each in self._by_word[key])
        return dict.fromkeys(likely)


def words_needed(phrase: str) -> frozenset[str]:
    """Of the parts that a phrase needs the one with the rarest words: a word for each of its choices."""
    parts = [_choices(part) for part in _PART.findall(folded(phrase))]
    return min((part for part in parts if part), key=lambda part: (len(part & _COMMON), len(part)))


def _choices(part: str) -> frozenset[str]:
    """The longest word of each choice; nothing where one of them is empty."""
    choices = _TOP.findall(part[1:-1] + "|") if part.startswith("(") else [part]
    words = [max(_LETTERS.findall(choice) or [""], key=len) for choice in choices]
    return frozenset(words) if all(words) else frozenset()


@lru_cache(maxsize=1024)
def _of(phrase: str) -> "re.Pattern[str]":
    return re.compile(rf"(?<!\w)(?:{expression(phrase)})")


@lru_cache(maxsize=8)
def boundaries_for(entries: tuple[BoundaryEntry, ...]) -> Boundaries:
    """The compiled form of a vocabulary; the same one is compiled once."""
    return Boundaries(entries)
