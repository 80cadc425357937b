"""The small language of `rules/harm.toml` and `rules/chat.toml`: phrases that a safeguarding lead can write.

`*` ends a stem, `…` stands for up to four words, `{self}` and so on for what PLACEHOLDERS lists.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

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


def folded(text: str) -> str:
    """The text in lower case, without accents and with plain apostrophes and spaces, at the same length."""
    return "".join(map(_fold, text))


def alternation(phrases: Iterable[tuple[str, str]]) -> "re.Pattern[str]":
    """All (phrase, language) as one expression, sorted under their first two letters: most words fail at once."""
    branches: dict[str, list[str]] = {}
    spaced = False
    for phrase, language in phrases:
        body = expression(phrase, language)
        spaced = spaced or language not in UNSPACED
        head = body[:2] if body[:2].isalpha() else ""
        branches.setdefault(head, []).append(body[len(head) :])
    parts = [
        f"{head}(?:{'|'.join(sorted(tails, key=len, reverse=True))})" for head, tails in sorted(branches.items())
    ]
    boundary = r"(?<!\w)" if spaced else ""
    return re.compile(boundary + (f"(?:{'|'.join(parts)})" if parts else "(?!)"))


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
