"""Find harm in a text with the vocabulary of `rules/harm.toml`, which a safeguarding lead keeps.

Deliberately eager: a false alarm costs a person a minute. What is dropped is only what is denied right there
("was not hurt", "no bruises") and the idioms of the vocabulary; its sentence still has to be accounted for.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from mailbot.errors import Mistakes
from mailbot.events import Span, Urgency
from mailbot.expressions import lazy
from mailbot.reading.message import Draft, HarmEntry
from mailbot.reading.words.frames import CATEGORIES as FRAMES
from mailbot.reading.words.frames import Frames
from mailbot.reading.words.labels import labels_in
from mailbot.reading.words.phrases import Phrases, folded, opened, wrong_with
from mailbot.reading.words.plain_acts import plain_acts
from mailbot.reading.words.plights import plights

IDIOM = "idiom"
_CATEGORIES_LIST = (
    "suicide self-harm abuse sexual-abuse neglect exploitation domestic-abuse disclosure missing destitution illness "
    "harassment violence housing force-by-staff radicalisation volunteer-distress volunteer-conduct worry emergency"
)
CATEGORIES = frozenset(_CATEGORIES_LIST.split())
_GRAVITY = tuple(urgency.value for urgency in (Urgency.IMMINENT, Urgency.URGENT, Urgency.UNCLEAR, Urgency.NON_URGENT))
_OPTIONAL = frozenset({"language", "also_harmless"})
_KEYS = frozenset({"category", "urgency", "phrases", "source"}) | _OPTIONAL
_LONGEST_REMEMBERED = 4000  # characters of a text whose harm is remembered for a while
_LONG = 6  # letters: in shorter words a slip makes another word too often
_LONG_WORD = lazy(r"[a-z]{5,}")
_OTHER_WORDS_LIST = (
    "allees bondar bullion buren contraction cover covering demon demos depot discos downed downes drone drones "
    "eggshell exploits fertilize finch finches gaping heroine heron lakes manifest marty mated matte moles "
    "peters raise raised raises raising rapping refugee refugees rites robed runway sabes sacked sacred sapped "
    "scaled scare shiver spake staal stake staked stakes staking stale stalks stared staring strange stranger "
    "strangers sweeping terrors throttle ticked ticking tracer traffic treats treble trebled unsetting victims "
    "wines wining withdraw wolfe"
)
_OTHER_WORDS = frozenset(_OTHER_WORDS_LIST.split())
_DENIED = lazy(
    r"(?:\b(?:no|not|never|nobody|none|no[- ]one|without|wasn't|isn't|weren't|aren't|didn't get|don't get|hasn't been"
    r"|haven't been|no longer|nothing about|no (?:signs?|talk|mention|thoughts?) of|no (?:worries"
    r"|concerns?) (?:about|of|over))"
    r"(?: (?:been|being|be|any|actual|at all|got|get|getting|feeling|feel|was|were|is|ever|really))* "
    r"|(?:\b(?:no|without|weren't|were no)|(?:n't|\bnot|\bnever) (?:see|seen|notice|noticed|find|found|spot"
    r"|spotted)) "
    r"(?:any )?(?:\w+,? ){1,3}(?:or|nor) "
    r"|\b(?:ja nao esta(?:va)? n[ao]|ya no esta en (?:el|la)|n'est plus (?:en|au|dans)|nicht mehr (?:im|in der)) )$"
)
_DENIED_AFTER = lazy(
    r"\s*(?:\([^)\n]{0,40}\))?\s*[:=]\s*(?:(?:none|no|nil|n/a|0|nope|nothing|nah|no+)\b(?!\s+\w)"
    r"|(?:none|no|nothing|nope|nah|not)(?:[ \t,]+(?:at all|really|to report|thanks?|thank you|ta"
    r"|x+))+[ \t.!]*(?=\n|$))"
)


@dataclass(frozen=True, slots=True)
class Harm:
    """A sign of harm in a text: where, what kind, how urgent it reads, and the duty that asks for it.

    `also_harmless` if its words are as often said of anything ("the machine swallowed my card"); `plain` if they say
    who was hurt in so many words ("the boy was hit").
    """

    span: Span
    category: str
    urgency: Urgency
    source: str
    also_harmless: bool = False
    plain: bool = False


class HarmScanner:
    """The vocabulary, looked up word by word. Build it once per vocabulary (`scanner_for`) and pass it on."""

    def __init__(self, entries: Iterable[HarmEntry]) -> None:
        kept = tuple(entries)
        signs = [e for e in kept if e.category in CATEGORIES]
        self._entries = {
            (way, e.language): e for e in _least_grave_first(signs) for phrase in e.phrases for way in opened(phrase)
        }
        self._signs = Phrases(self._entries)
        self._idioms = Phrases((phrase, e.language) for e in kept if e.category == IDIOM for phrase in e.phrases)
        self._frames = Frames(kept)
        self._english = tuple(e for e in signs if e.language == "en")
        self._remembered = lru_cache(maxsize=64)(self._scan)  # each letter of a case asks of the same words

    @cached_property
    def _slips(self) -> dict[str, HarmEntry]:
        return _slips(self._english)

    def scan(self, text: str) -> tuple[Harm, ...]:
        """All harm in the text, in order; spans are of the text as given."""
        return self._remembered(text) if len(text) <= _LONGEST_REMEMBERED else self._scan(text)

    def _scan(self, text: str) -> tuple[Harm, ...]:
        plain = folded(text)
        kept = self._signs_in(plain)
        excused = self._frames.excused(text, plain, [Span(*m.span()) for m in kept])
        kept = [m for m in kept if Span(*m.span()) not in excused]
        return tuple(self._harm_of(match) for match in sorted(kept, key=lambda m: m.start()))

    def without_frames(self, text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Those of the spans that no story and no game excuses, nor what they hold of the vocabulary."""
        told = tuple(spans)
        if not told:
            return ()
        plain = folded(text)
        signs = [Span(*m.span()) for m in self._signs_in(plain)]
        excused = self._frames.excused(text, plain, [*told, *signs])
        return tuple(span for span in told if not any(_lies_in(each, span) for each in excused))

    def may_show(self, text: str) -> bool:
        """Whether there may be harm in a text of which only the beginning is known: what excuses it may follow."""
        return bool(self._signs_in(folded(text)))

    def _signs_in(self, plain: str) -> list["re.Match[str]"]:
        """Neither denied nor part of an idiom."""
        found = self._signs.found(plain)
        found += [m for m in _LONG_WORD.finditer(plain) if m.group() in self._slips]
        idioms = [match.span() for match in self._idioms.found(plain)] if found else []
        return [
            m
            for m in found
            if not _is_denied(plain, m) and not any(s <= m.start() and m.end() <= e for s, e in idioms)
        ]

    def _harm_of(self, match: "re.Match[str]") -> Harm:
        named = [self._entries[each] for each in self._signs.named(match.group())]
        entry = min(named or [self._slips[match.group()]], key=lambda e: _GRAVITY.index(e.urgency))
        also_harmless = all(each.also_harmless for each in named) if named else entry.also_harmless
        return Harm(Span(*match.span()), entry.category, Urgency(entry.urgency), entry.source, also_harmless)


@lru_cache(maxsize=8)
def scanner_for(entries: tuple[HarmEntry, ...]) -> HarmScanner:
    """The scanner of a vocabulary; the same vocabulary is compiled once."""
    return HarmScanner(entries)


def harm_in(draft: Draft) -> tuple[Harm, ...]:
    """All harm in a draft's newest text, looked for once; to people who are named, too."""
    return draft.once("harm", _harm_in)


def _harm_in(draft: Draft) -> tuple[Harm, ...]:
    asked = [Span(x.span.start, x.value_span.start) for x in labels_in(draft) if x.role == "worries"]
    found = scanner_for(draft.around.harm).scan(draft.text.newest)
    if asked:  # the form's own words, and not the writer's: the value is judged as the answer to them
        found = tuple(each for each in found if not any(_lies_in(each.span, span) for span in asked))
    acts = scanner_for(draft.around.harm).without_frames(
        draft.text.newest, plain_acts(draft.text.newest, draft.around.roll)
    )
    more = [Harm(span, "abuse", Urgency.URGENT, "B13, L18", plain=True) for span in acts]
    more += [
        Harm(span, each.category, each.urgency, each.source)
        for span, each in plights(draft.text.newest)
        if not _meets_any(span, found)
    ]
    return tuple(sorted((*found, *more), key=lambda each: each.span.start)) if more else found


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _meets_any(span: Span, found: Iterable[Harm]) -> bool:
    return any(span.start < each.span.end and each.span.start < span.end for each in found)


def load_harm(path: Path) -> tuple[HarmEntry, ...]:
    """The vocabulary in that file. Raises Mistakes with the file, the entry's number and what is wrong with each."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Mistakes([f"{path.name}: cannot be read as TOML ({error}); mend or restore the file"]) from error
    rows = data.get("harm")
    if not isinstance(rows, list) or not rows:
        raise Mistakes([f"{path.name}: has no [[harm]] entries; restore the vocabulary"])
    wrong = [f"{path.name}: unknown table '{key}'; only [[harm]] is known" for key in data if key != "harm"]
    for number, row in enumerate(rows, 1):
        wrong += [f"{path.name}: entry {number}: {what}" for what in _wrong_with(row)]
    if wrong:
        raise Mistakes(wrong)
    return tuple(
        HarmEntry(
            *(r["category"], tuple(r["phrases"]), r["urgency"], r["source"]),
            language=r.get("language", "en"),
            also_harmless=r.get("also_harmless", False),
        )
        for r in rows
    )


def _wrong_with(row: Any) -> list[str]:
    if not isinstance(row, dict):
        return ["is not a table; write it as [[harm]]"]
    wrong = [f"unknown key '{key}'; known are {', '.join(sorted(_KEYS))}" for key in sorted(row.keys() - _KEYS)]
    wrong += [f"'{key}' is missing" for key in sorted(_KEYS - _OPTIONAL - row.keys())]
    if row.get("category", IDIOM) not in CATEGORIES | FRAMES | {IDIOM}:
        wrong.append(f"category '{row['category']}' is not one of {', '.join(sorted(CATEGORIES | FRAMES | {IDIOM}))}")
    if row.get("urgency", "urgent") not in _GRAVITY:
        wrong.append(f"urgency '{row['urgency']}' is not one of {', '.join(_GRAVITY)}")
    wrong += [f"'{key}' has to be text" for key in ("source", "language") if not isinstance(row.get(key, ""), str)]
    if not isinstance(row.get("also_harmless", False), bool):
        wrong.append("'also_harmless' has to be true or false")
    return wrong + wrong_with(row.get("phrases", ["xxx"]))


def _slips(entries: Iterable[HarmEntry]) -> dict[str, HarmEntry]:
    """Words of harm with one letter left out, doubled or swapped, as they are typed in haste; long ones only."""
    words = {word: e for e in entries for phrase in e.phrases for word in _single(folded(phrase))}
    found = {slip: e for word, e in words.items() if len(word) >= _LONG for slip in _slips_of(word)}
    return {slip: e for slip, e in found.items() if slip not in words and slip not in _OTHER_WORDS}


def _single(phrase: str) -> tuple[str, ...]:
    stem = phrase.removesuffix("*")
    if not stem.isascii() or not stem.isalpha():
        return ()
    return (stem,) if stem == phrase else tuple(stem + end for end in ("", "e", "es", "ed", "ing", "al", "ion"))


def _slips_of(word: str) -> Iterable[str]:
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def _least_grave_first(entries: Iterable[HarmEntry]) -> list[HarmEntry]:
    return sorted(entries, key=lambda e: _GRAVITY.index(e.urgency), reverse=True)


def _is_denied(plain: str, match: "re.Match[str]") -> bool:
    """On the sign's own line: what another line denies ("Worries: none") says nothing of this one."""
    before = re.sub(r"\s+", " ", plain[max(0, match.start() - 60) : match.start()].rpartition("\n")[2])
    return bool(_DENIED.search(before) or _DENIED_AFTER.match(plain, match.end()))
