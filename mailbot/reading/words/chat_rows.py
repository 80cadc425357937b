"""Phrases of `rules/chat.toml` as rows of words, found by looking one word up after the other.

A vocabulary of thousands of phrases is compiled in a few milliseconds and costs a look-up a word.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from mailbot.expressions import lazy
from mailbot.reading.words.phrases import folded

WORD = lazy(r"[^\W_]+(?:['’-][^\W_]+)*")
NUMBER = lazy(r"(?:\d[\d.,/-]*(?:st|nd|rd|th|am|pm|ish|mins?|hrs?|k)?)\Z")
_PART = lazy(r"[()|]|\{\w+\}|…|[^\W_]+(?:['’-][^\W_]+)*\*?")
_GAP = 4  # words that `…` may stand for
_SELVES_LIST = "himself herself themselves myself yourself yourselves itself oneself themself hisself theirselves"
_STANDS_FOR = {
    "{self}": frozenset(_SELVES_LIST.split()).__contains__,
    "{them}": frozenset(("him", "her", "them", "me", "us")).__contains__,
    "{their}": frozenset(("his", "her", "their", "my", "our", "the")).__contains__,
    "{they}": frozenset(("he", "she", "they", "i")).__contains__,
}
PEOPLE, COUNT = "{person}", "{number}"
KNOWN = ("{any}", *_STANDS_FOR, PEOPLE, COUNT)
_COUNTS_LIST = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
)
_COUNTS = frozenset(_COUNTS_LIST.split())


class _Node:
    """What may follow the words so far: a word, or whatever a placeholder stands for."""

    __slots__ = ("ends", "gap", "joins", "slots", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.slots: dict[str, tuple[Callable[[str], object], _Node]] = {}
        self.joins: list[_Node] = []  # where the ways of "(a|b)" meet again
        self.gap: _Node | None = None
        self.ends = False


class Rows:
    """Many phrases. `{person}` stands for one of `people`, `{number}` for a number."""

    def __init__(self, phrases: Iterable[str], people: frozenset[str] = frozenset()) -> None:
        self._people = people | {f"{person}'s" for person in people}
        self._root = _Node()
        for phrase in phrases:
            self._add(phrase)

    def reach(self, words: list[str], at: int) -> int:
        """Where the longest phrase ends that begins with the word `at`; 0 if none begins there."""
        return _reach(self._root, words, at)

    def blank(self, words: list[str], start: int, end: int, spoken: list[str] | None = None) -> bool:
        """Empty the words from `start` to `end` that belong to phrases, which may overlap; whether there were any.

        `spoken`: the same words before any were emptied, so that other phrases have not broken these.
        """
        heard = words if spoken is None else spoken
        found = [(at, to) for at in range(start, end) if 0 < (to := _reach(self._root, heard, at)) <= end]
        for at, to in found:
            words[at:to] = [""] * (to - at)
        return bool(found)

    def _add(self, phrase: str) -> None:
        node, _ = self._grow(self._root, _PART.findall(folded(phrase)), 0)
        node.ends = node is not self._root

    def _grow(self, start: _Node, parts: list[str], at: int) -> tuple[_Node, int]:
        """Every way on from `start` to the end or the closing bracket: where they meet, and where that stands."""
        node, ends = start, []
        while at < len(parts) and parts[at] != ")":
            if parts[at] == "|":
                ends.append(node)
                node = start
            elif parts[at] == "(":
                node, at = self._grow(node, parts, at + 1)
            else:
                node = self._next(node, parts[at])
            at += 1
        if not ends:
            return node, at
        meeting = _Node()
        for end in (*ends, node):
            end.joins.append(meeting)
        return meeting, at

    def _next(self, node: _Node, part: str) -> _Node:
        if part == "…":
            node.gap = node.gap or _Node()
            return node.gap
        if part[0] == "{" or part[-1] == "*":
            return node.slots.setdefault(part, (self._test(part), _Node()))[1]
        if part not in node.words:
            node.words[part] = _Node()
        return node.words[part]

    def _test(self, part: str) -> Callable[[str], object]:
        if part == PEOPLE:
            return self._people.__contains__
        if part == COUNT:
            return is_count
        if part[-1] == "*":
            return lambda word: word.startswith(part[:-1])
        return _STANDS_FOR.get(part, _is_word)


def _is_word(word: str) -> bool:
    return word[:1].isalnum()


@lru_cache(maxsize=4096)
def is_count(word: str) -> bool:
    """Whether a number is written here, in figures or as a word."""
    return word in _COUNTS or bool(NUMBER.match(word)) or all(part in _COUNTS for part in word.split("-"))


def _reach(node: _Node, words: list[str], at: int) -> int:
    best = at if node.ends else 0
    word = words[at] if at < len(words) else ""
    if word in node.words:
        best = _reach(node.words[word], words, at + 1) or best
    for fits, after in node.slots.values():
        if word and fits(word):
            best = max(best, _reach(after, words, at + 1))
    for meeting in node.joins:
        if word in meeting.words or meeting.ends or meeting.joins or meeting.slots:  # else it leads nowhere
            best = max(best, _reach(meeting, words, at))
    if node.gap is not None:
        best = max(best, _past_gap(node.gap, words, at))
    return best


def _past_gap(node: _Node, words: list[str], at: int) -> int:
    for start in range(at, min(at + _GAP, len(words) - 1) + 1):
        found = _reach(node, words, start)
        if found:
            return found
        if not WORD.match(words[start]):
            break
    return 0
