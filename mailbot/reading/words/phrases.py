"""The small language of `rules/harm.toml` and `rules/chat.toml`: phrases that a safeguarding lead can write.

`*` ends a stem, `…` stands for up to four words, `{self}` and so on for what PLACEHOLDERS lists.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_STARTS = re.compile(r"(?<!\w)\w[^\W\d_]?")
UNSPACED = frozenset({"ar", "fa", "ti", "ku"})  # prefixes are written on to the word: no boundaries
PLACEHOLDERS = {
    "{self}": r"(?:him|her|them|my|your|it|one|hi|their)sel(?:f|ves)",
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
    "{who}": (
        r"(?:(?:foster|step|older|night|other|big|care|security|duty) ?)*(?:m[ae]n|guys?|lads?|blokes?|chaps?|fella"
        r"|uncle|cousin|brothers?|dad|father|mum|mother|granddad|grandad|grandpa|boyfriend|husband|partner|wife|aunt|auntie"
        r"|boss|owner|landlord|landlady|neighbours?|friends?|mates?|officers?|guards?|staff|managers?|carers?|parents?"
        r"|coach|teacher|driver|people|somebody|someone|lady|woman|women|boys?|girls?|volunteers?|visitors?"
        r"|security|cellmate|housemates?|flatmates?|roommates?|family|coordinator|co-ordinator|they)"
    ),
}

_HEADS = {
    "{self}": "hi he th my yo it on",
    "{them}": "hi he th me us",
    "{their}": "hi he th my ou",
    "{they}": "he sh th i",
    "{be}": "is wa ar we be am ge go ha s r m",
    "{not}": "do di wo ca co ha is wa wi ne ba ra no st",
    "{says}": "sa se to te as",
    "{who}": (
        "fo st ol ni ot bi ca se du ma me gu la bl ch fe un co br da fa mu mo gr bo hu pa wi au ow ne fr of te dr"
        " pe so wo gi vo vi ce ho fl ro th"
    ),
}


def folded(text: str) -> str:
    """The text in lower case, without accents and with plain apostrophes and spaces, at the same length."""
    return text.lower().replace("`", "'") if text.isascii() else "".join(map(_fold, text))


class Phrases:
    """Many phrases, compiled under their first two letters, so that at most words nothing has to be tried."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Of (phrase, language)."""
        heads: dict[str, list[str]] = {}
        loose: list[str] = []
        for phrase, language in phrases:
            body, begins = expression(phrase, language), _heads_of(phrase, language)
            for head in begins:
                heads.setdefault(head, []).append(body)
            if not begins:
                loose.append(body if language in UNSPACED else rf"(?<!\w){body}")
        self._by_head = {head: _longest_first(bodies) for head, bodies in heads.items()}
        self._loose = re.compile("|".join(loose)) if loose else None

    def found(self, plain: str) -> list["re.Match[str]"]:
        """Where they stand in folded text, in order; they may overlap."""
        tried = ((self._by_head.get(match.group()), match.start()) for match in _STARTS.finditer(plain))
        matches = [m for pattern, at in tried if pattern and (m := pattern.match(plain, at))]
        if self._loose:
            matches += self._loose.finditer(plain)
        return sorted(matches, key=lambda m: m.start())

    def blanked(self, plain: str, sign: str) -> str:
        """The text with every one of them overwritten, at the same length."""
        for match in self.found(plain):
            plain = plain[: match.start()] + sign * len(match.group()) + plain[match.end() :]
        return plain


def _heads_of(phrase: str, language: str) -> frozenset[str]:
    """The two letters, or the one, that a phrase can begin with; empty where that cannot be told."""
    first = folded(phrase.strip()).split()[0]
    if language in UNSPACED or first.startswith("{any}"):
        return frozenset()
    if first.startswith("{"):
        return frozenset(_HEADS[first[: first.index("}") + 1]].split())
    start = _STARTS.match(first)
    return frozenset({start.group()}) if start else frozenset()


def _longest_first(bodies: list[str]) -> "re.Pattern[str]":
    return re.compile("|".join(sorted(bodies, key=len, reverse=True)))


def expression(phrase: str, language: str = "en") -> str:
    """One phrase as a regular expression over folded text."""
    parts = re.split(r"(\{\w+\}|\*|\s*…\s*|\s+)", folded(phrase.strip()))
    body = "".join(_part(part) for part in parts)
    whole = language not in UNSPACED and not phrase.rstrip().endswith("*")
    return body + (r"(?!\w)" if whole else "")


def wrong_with(phrases: object) -> list[str]:
    """What is wrong with a list of phrases as a file gives it; empty if nothing is."""
    if not isinstance(phrases, list) or not phrases or not all(isinstance(p, str) for p in phrases):
        return ["'phrases' has to be a list of texts"]
    wrong = [f"phrase '{p}' is too short to be told from other words" for p in phrases if len(p.strip(" *")) < 2]
    unknown = {name for p in phrases for name in re.findall(r"\{[^}]*\}", p) if name not in PLACEHOLDERS}
    return wrong + [f"unknown placeholder {name}; known are {', '.join(PLACEHOLDERS)}" for name in sorted(unknown)]


def _part(part: str) -> str:
    if part in PLACEHOLDERS:
        return PLACEHOLDERS[part]
    if part == "*":
        return r"\w*"
    if part.strip() == "…" and part:
        return r"(?:[\s,]+[\w'-]+){0,4}?[\s,]+"
    return r"[\s,]+" if part and not part.strip() else re.escape(part)


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    if letter in "’‘`´ʼ":
        return "'"
    if letter in "\u00a0\u2009\u202f":
        return " "
    base = unicodedata.normalize("NFD", letter)[0]
    low = base.lower()
    return low if len(low) == 1 else base
