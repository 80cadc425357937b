"""Where words of harm tell of no harm: in a story or a game, in tears of joy, in a notice to all readers.

A frame is data of `rules/harm.toml`. Every entry whose category is the frame's name has to be met near the sign; then
signs that "<name> told" lists count for nothing, unless "<name> but" shows that it is real after all.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from mailbot.events import Span
from mailbot.reading.message import HarmEntry
from mailbot.reading.words.phrases import Phrases
from mailbot.reading.words.sentences import sentences

_NEAR = {
    "story": 0,
    "notice": 0,
    "learning": 0,
    "asking": 0,
    "creature": 0,
    "mishap": 0,
    "scripture": 0,
    "long ago": 0,
    "kin": 0,
    "painted": 0,
    "thing": 0,
    "tease": 0,
    "mended": 1,
    "play": 1,
    "own": 1,
    "excuse": 1,
    "joy": 2,
    "sport": 2,
    "over": 1,
    "jest": 1,
    "settled": 1,
    "appetite": 1,
    "news": 1,
    "leaving": 1,
    "regret": 5,
}  # how many sentences off it may be set
_UNDONE_AFTER = frozenset(
    {"asking", "settled", "appetite", "news", "leaving"}
)  # what undoes it may stand in the sentence behind, too
_TOLD, _BUT = " told", " but"
CATEGORIES = frozenset(name + part for name in _NEAR for part in ("", _TOLD, _BUT))


class Frames:
    """All frames of a vocabulary."""

    def __init__(self, entries: Iterable[HarmEntry]) -> None:
        kept = sorted((e for e in entries if e.category in CATEGORIES), key=lambda e: e.category)
        by_category = {name: list(group) for name, group in groupby(kept, key=lambda e: e.category)}
        self._frames = tuple(_Frame(name, by_category) for name in _NEAR if name in by_category)

    def excused(self, text: str, plain: str, signs: Sequence[Span]) -> frozenset[Span]:
        """Which of these signs of harm in a text (`plain` is the text folded) are none."""
        if not signs or not self._frames:
            return frozenset()
        parts = sentences(text)
        return frozenset(
            sign
            for sign in signs
            for at, part in enumerate(parts)
            if part.start <= sign.start < part.end and any(f.holds(plain, parts, at, sign) for f in self._frames)
        )


class _Frame:
    def __init__(self, name: str, entries: dict[str, list[HarmEntry]]) -> None:
        self._near = _NEAR[name]
        self._undone_after = name in _UNDONE_AFTER
        self._set_by = [_phrases([entry]) for entry in entries[name]]
        self._told = _phrases(entries.get(name + _TOLD, ()))
        self._but = _phrases(entries.get(name + _BUT, ()))

    def holds(self, plain: str, parts: Sequence[Span], at: int, sign: Span) -> bool:
        own = parts[at]
        told = self._told.found(plain[own.start : own.end])
        if not any(m.start() <= sign.start - own.start and sign.end - own.start <= m.end() for m in told):
            return False
        start = parts[max(0, at - self._near)].start
        around = plain[start : parts[min(len(parts) - 1, at + self._near)].end]
        end = parts[min(len(parts) - 1, at + self._undone_after)].end
        return all(words.found(around) for words in self._set_by) and not self._but.found(plain[start:end])


def _phrases(entries: Iterable[HarmEntry]) -> Phrases:
    return Phrases((phrase, entry.language) for entry in entries for phrase in entry.phrases)
