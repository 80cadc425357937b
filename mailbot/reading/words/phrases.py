"""The small language of `rules/harm.toml` and `rules/chat.toml`: phrases that a safeguarding lead can write.

`*` ends a stem, `…` stands for up to four words (`… …` for eight), `(a|b)` for either, `{self}` and so on for what
PLACEHOLDERS lists.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise

from mailbot.expressions import lazy
from mailbot.reading.words.wordclasses import CLASSES, FIRST_WORDS

_WORD = lazy(r"(?<!\w)\w+")
_UNSPACED = frozenset({"ar", "fa", "ti", "ku", "ur"})  # in their own letters prefixes are written on to the word
PLACEHOLDERS = {
    "{self}": r"(?:him|her|them|my|your|it|one|hi|his|their)sel(?:f|ves)",
    "{them}": r"(?:him|her|them|me|us)",
    "{their}": r"(?:his|her|their|my|our|the)",
    "{they}": r"(?:he|she|they|i)",
    "{be}": r"(?:is|was|are|were|been|being|be|am|gets?|got|getting|'s|'re|'m|has been|have been)",
    "{any}": r"\w+(?:['-]\w+)?",
    "{not}": (
        r"(?:(?:do(?:es)?|did|wo|would|ca|could|has|have|had|is|was)(?:n't|nt| not)|cannot|will not|never|hardly"
        r"|barely|rarely|no longer|stopped)"
    ),
    "{says}": r"(?:sa(?:y|ys|id|ying)|sed|told (?:me|us)|tells (?:me|us)|telling (?:me|us)|asked|asks)",
    "{kin}": (
        r"(?:my|our) (?:(?:own|elderly|poor|eldest|youngest|older|younger|little|late|old) )?(?:mum|mam|mom"
        r"|dad|mother|father|wife|husband|son|daughter|sister|brother|nan|nana|gran|granny|granddad"
        r"|grandad|grandson|granddaughter|grandmother|grandfather|auntie|aunt|uncle|cousin|dog|cat|parents)"
        r"(?:-in-law)?"
    ),
    "{who}": (
        r"(?:(?:foster|step|older|night|other|big|care|security|duty) ?)*(?:m[ae]n|guys?|lads?|blokes?|chaps?|fella"
        r"|uncle|cousin|brothers?|dad|father|mum|mother|granddad|grandad|grandpa|boyfriend|husband|partner|wife|aunt|auntie"
        r"|boss|owner|landlord|landlady|neighbours?|friends?|mates?|officers?|guards?|staff|managers?|carers?|parents?"
        r"|coach|teacher|driver|people|somebody|someone|lady|woman|women|boys?|girls?|volunteers?|visitors?"
        r"|security|cellmate|housemates?|flatmates?|roommates?|family|coordinator|co-ordinator|they)"
    ),
    **CLASSES,
}

_ONE_WORD = ("{self}", "{them}", "{their}", "{they}")
# The words a placeholder can begin with; their first two letters where they are many.
_FIRST = {
    "{any}": "",
    "{self}": "himself herself themself themselves myself yourself yourselves itself oneself hiself hisself ourself",
    "{them}": "him her them me us",
    "{their}": "his her their my our the",
    "{they}": "he she they i",
    "{kin}": "my our",
    "{be}": "is was are were been being be am get gets got getting has have",
    "{not}": "do does did wo would ca could has have had is was don doesn didn won wouldn can couldn hasn haven hadn"
    " isn wasn dont doesnt didnt wont wouldnt cant couldnt hasnt havent hadnt isnt wasnt cannot will never hardly"
    " barely rarely no stopped",
    "{says}": "say says said saying sed told tells telling asked asks",
    "{who}": "fo* st* ol* ni* ot* bi* ca* se* du* ma* me* gu* la* bl* ch* fe* un* co* br* da* fa* mu* mo* gr* bo* hu*"
    " pa* wi* au* ow* ne* fr* of* te* dr* pe* so* wo* gi* vo* vi* ce* ho* fl* ro* th*",
    **FIRST_WORDS,
}


_PLACES = {
    word: tuple(n for n, words in _FIRST.items() if word in words.split())
    for word in " ".join(_FIRST.values()).split()
}
_SIGNS = {"*": r"\w*", "(": "(?:", "|": "|", ")": ")"}
_BETWEEN = r"[\s,\"“”]+"  # two words of a phrase: 'he said "you', too
_CHOICE = lazy(r"\([^()]*\)")
_MOST_SEEN = 20_000  # words of texts that are remembered with what can begin at them
_MOST_TEXTS = 64  # texts whose words are remembered


def folded(text: str) -> str:
    """The text in lower case, without accents and with plain apostrophes and spaces, at the same length."""
    return text.lower().replace("`", "'") if text.isascii() else "".join(map(_fold, text))


class _Lot:
    """Phrases that can begin at the same words, compiled when they are first looked for."""

    def __init__(self) -> None:
        self.phrases: list[tuple[str, str]] = []

    @cached_property
    def pattern(self) -> "re.Pattern[str]":
        begun: dict[str, set[str]] = {}
        for phrase, language in self.phrases:
            first, rest = _parted(folded(phrase.strip()))
            begun.setdefault(_body(first), set()).add(_ended(rest, phrase, language))
        return re.compile("|".join(f"{first}{_either(rests)}" for first, rests in begun.items()))


_Begun = tuple[tuple[_Lot, ...], dict[str, _Lot]]


class Phrases:
    """Many phrases, kept under the words they begin with, so that at most words of a text nothing has to be tried.

    Building costs next to nothing.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Of (phrase, language)."""
        self._under: dict[str, _Lot] = {}
        self._pairs: dict[str, dict[str, _Lot]] = {}
        self._choices: dict[str, dict[str, None]] = {}  # by what a phrase that begins with a choice can begin with
        self._anywhere = _Lot()
        self._seen: dict[str, _Begun] = {}
        for phrase, language in ((way, each[1]) for each in phrases for way in opened(each[0])):
            lots = () if _is_written_on(phrase, language) else tuple(self._lots_for(phrase))
            for lot in lots or (self._anywhere,):
                lot.phrases.append((phrase, language))

    def found(self, plain: str) -> list["re.Match[str]"]:
        """Where they stand in folded text, in order; they may overlap."""
        matches = [
            match
            for start, word, after in _in_a_row(plain)
            for lot in self._lots(word, after)
            if (match := lot.pattern.match(plain, start))
        ]
        if self._anywhere.phrases and not plain.isascii():
            matches += self._anywhere.pattern.finditer(plain)
        return sorted(matches, key=lambda m: m.start())

    def named(self, words: str) -> list[tuple[str, str]]:
        """Which of the phrases these folded words are, from the first to the last of them."""
        word, after, *_ = [*_WORD.findall(words), "", ""]
        lots = [*self._lots(word, after), self._anywhere]
        tried = (each for lot in lots if lot.phrases and lot.pattern.match(words) for each in lot.phrases)
        return [each for each in tried if each[0] == words or _alone(*each).fullmatch(words)]

    def _lots(self, word: str, after: str) -> tuple[_Lot, ...]:
        """What can begin at a word with that word after it."""
        begun = self._seen.get(word)
        if begun is None:
            if len(self._seen) > _MOST_SEEN:
                self._seen.clear()
            keys = (word, word[:3] + "*", word[:2] + "*" if len(word) > 2 else "", *_PLACES.get(word, ()), "{any}")
            begins = (*keys, *(choice for key in keys for choice in self._choices.get(key, ())))
            lots = tuple(self._under[each] for each in dict.fromkeys(begins) if each in self._under)
            begun = self._seen[word] = (lots, self._pairs.get(word, {}))
        lots, pairs = begun
        return (pairs[after], *lots) if after in pairs else lots

    def _lots_for(self, phrase: str) -> Iterable[_Lot]:
        """Where a phrase belongs: with the two words, the word, the letters or the placeholder it begins with."""
        plain = folded(phrase.strip())
        if plain.startswith("("):
            choice = plain[: plain.index(")") + 1]
            for key in {key for either in choice[1:-1].split("|") for key in _keys_of(either.split()[0])}:
                self._choices.setdefault(key, {})[choice] = None
            yield self._under.setdefault(choice, _Lot())
            return
        first, second, *_ = (*plain.split(), "")
        if second.replace("'", "").isalnum() and (first.isalnum() or first in _ONE_WORD):
            for word in _FIRST.get(first, first).split():
                for after in _keys_of(second):
                    yield self._pairs.setdefault(word, {}).setdefault(after, _Lot())
            return
        for key in _keys_of(first):
            yield self._under.setdefault(key, _Lot())


def opened(phrase: str) -> Iterator[str]:
    """A phrase that begins with "(a |)" as two, with it and without, so that each begins with a word."""
    choice, _, rest = phrase.strip().partition(")")
    ways = choice[1:].split("|")
    if not choice.startswith("(") or all(way.strip() for way in ways):
        yield phrase
        return
    yield from opened(rest)
    if some := "|".join(way for way in ways if way.strip()):
        yield f"({some}){rest}"


@lru_cache(maxsize=_MOST_TEXTS)
def _in_a_row(text: str) -> tuple[tuple[int, str, str], ...]:
    """Where each word begins, the word, and the one behind it: many lists of phrases are held to one text."""
    words = [(match.start(), match.group()) for match in _WORD.finditer(text)]
    return tuple((start, word, after) for (start, word), (_, after) in pairwise([*words, (0, "")]))


def _keys_of(first: str) -> Iterable[str]:
    if first.startswith("{"):
        name = first[: first.index("}") + 1]
        return [key for key in _FIRST[name].split() if key.endswith("*")] or [name]
    start = _WORD.match(first)
    if start is None:
        return ()
    if first[start.end() : start.end() + 1] == "*":
        return (start.group()[:3] + "*",)
    bare = _WORD.match(first.replace("'", ""))
    return {start.group(), bare.group() if bare else start.group()}


@lru_cache(maxsize=4096)
def _alone(phrase: str, language: str) -> "re.Pattern[str]":
    return re.compile(expression(phrase, language))


def expression(phrase: str, language: str = "en") -> str:
    """One phrase as a regular expression over folded text."""
    return _ended(folded(phrase.strip()), phrase, language)


def _ended(plain: str, phrase: str, language: str) -> str:
    """The expression of a phrase or of its end: of whole words, unless it says otherwise."""
    whole = not _is_written_on(phrase, language) and not phrase.rstrip().endswith("*")
    return _body(plain) + (r"(?!\w)" if whole else "")


def _parted(plain: str) -> tuple[str, str]:
    """The first word and the rest, so that phrases that begin alike share it; a choice is not parted."""
    first, space, rest = plain.partition(" ")
    return (first, space + rest) if space and not set(first) & set("()|") else ("", plain)


def _either(bodies: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(bodies, key=len, reverse=True)) + ")"


def _body(plain: str) -> str:
    return "".join(_part(part) for part in re.split(r"(\{\w+\}|[*(|)]|\s*…[\s…]*|\s+)", plain))


def wrong_with(phrases: object) -> list[str]:
    """What is wrong with a list of phrases as a file gives it; empty if nothing is."""
    if not isinstance(phrases, list) or not phrases or not all(isinstance(p, str) for p in phrases):
        return ["'phrases' has to be a list of texts"]
    wrong = [f"phrase '{p}' is too short to be told from other words" for p in phrases if len(p.strip(" *")) < 2]
    wrong += [f"phrase '{p}' has a choice that is not written (a|b)" for p in phrases if not _is_balanced(p)]
    unknown = {name for p in phrases for name in re.findall(r"\{[^}]*\}", p) if name not in PLACEHOLDERS}
    return wrong + [f"unknown placeholder {name}; known are {', '.join(PLACEHOLDERS)}" for name in sorted(unknown)]


def _is_balanced(phrase: str) -> bool:
    """Whether each choice is written (a|b); one may stand in another."""
    rest, found = phrase, 1
    while found:
        rest, found = _CHOICE.subn("x", rest)
    return not set(rest) & set("()|")


def _part(part: str) -> str:
    if part in PLACEHOLDERS:
        return PLACEHOLDERS[part]
    if part in _SIGNS:
        return _SIGNS[part]
    if "…" in part:
        return rf"(?:{_BETWEEN}[\w'-]+){{0,{4 * part.count('…')}}}?{_BETWEEN}"
    return _BETWEEN if part and not part.strip() else re.escape(part).replace("'", "'?")


def _is_written_on(phrase: str, language: str) -> bool:
    return language in _UNSPACED and not folded(phrase).isascii()


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    if letter in "’‘`´ʼ":
        return "'"
    if letter in "\u00a0\u2009\u202f":
        return " "
    base = unicodedata.normalize("NFD", letter)[0]
    low = base.lower()
    return low if len(low) == 1 else base
