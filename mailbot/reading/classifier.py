"""How likely a message says each thing, by what other messages said that were written much like it.

Two linear models, learnt from labelled mails with `make learn`. The first has one weight for each word (or pair of
words) and kind; it knows no grammar, and is right more often than not where nobody wrote a rule. The second says how
far to believe the first, and how far the rules: it was learnt from mails of writers whom neither had met before, so
that it knows how often each is wrong with strangers (stacked generalisation, Wolpert 1992). What they say is never
more than a reason to ask (`reading/weighing.py`, `reading/guessing.py`).
"""

import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import mul
from pathlib import Path

from mailbot.events import Fact, Kind
from mailbot.expressions import lazy
from mailbot.reading.message import Draft
from mailbot.reading.words.dates import Direction
from mailbot.reading.words.money import has_money
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.quotes import our_prompt
from mailbot.reading.words.sense import asked, dates_in, is_reply, said
from mailbot.reading.words.times import find_times

OF_MACHINES = (Kind.SPAM, Kind.BOUNCE, Kind.AUTO_REPLY)  # known by being nothing else
KNOWN = 0.45  # of the words of a message have to be known, or nothing can be said of it
WEIGHTS = Path(__file__).with_name("classifier.json")
_FURTHEST = 7.0  # a total beyond it says no more: one in a thousand is wrong whatever it says
_FAR = -2.0  # words alone: what no rule found and is further off does not become likely as nothing else is
_LONGEST = 4000  # characters that are looked at
_MOST_SENTENCES = 60
_MOST_TIMES = 3
_LONGEST_POWER = 8  # of two: texts of 128 words and more are alike
_SUM = lazy(r"[£€$]\s?\d+(?:[.:,-]\d+)?")
_CLOCK = lazy(r"\b\d{1,2}[:.]\d\d\b")
_NUMBER = lazy(r"\d+")
_WORD = lazy(r"£0|0:0|[\w']+|[?!]")
_STANDS = {"£0": "<sum>", "0:0": "<time>", "0": "<n>"}


@dataclass(frozen=True, slots=True)
class Features:
    """What a message is known by: its words and pairs of words, counted, and signs such as `asked=outcome`."""

    words: Mapping[str, int]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Classifier:
    """The weights. `words` gives the rarity of a word and its weight for each kind, `signs` the weights alone.

    `given` are the weights of the second model, for each kind a bias and one for each of `beside_rules`.
    """

    kinds: Sequence[Kind]
    bias: Sequence[float]
    words: Mapping[str, Sequence[float]]
    signs: Mapping[str, Sequence[float]]
    given: Sequence[Sequence[float]]

    def likelihoods(self, draft: Draft, found: Sequence[Fact]) -> Mapping[Kind, float]:
        """For each kind how likely the message says it, from 0 to 1, if that is what the rules found in it.

        Several kinds may be likely at once. Empty where too few of its words are known, as in another language.
        """
        totals = self._by_words(draft)
        if not totals:
            return {}
        figures = (1.0, *beside_rules(totals, self.kinds, found))
        there = {*OF_MACHINES, *(fact.kind for fact in found)}
        likely = {}
        for kind, total, row in zip(self.kinds, totals, self.given, strict=True):
            weighed = sum(map(mul, row, figures))
            likely[kind] = _likelihood(min(weighed, total) if total < _FAR and kind not in there else weighed)
        return likely

    def _by_words(self, draft: Draft) -> Sequence[float]:
        """For each kind the logit of how likely it is by words and signs alone; empty where too few are known."""
        seen = features(draft)
        single = [word for word in seen.words if " " not in word]
        if sum(word in self.words for word in single) < KNOWN * len(single):
            return ()
        known = [(count, self.words[word]) for word, count in seen.words.items() if word in self.words]
        sizes = [(1 + math.log(count)) * row[0] for count, row in known]
        length = math.sqrt(sum(size * size for size in sizes)) or 1.0
        totals = list(self.bias)
        for size, (_, row) in zip(sizes, known, strict=True):
            part = size / length
            for at, weight in enumerate(row[1:]):
                totals[at] += part * weight
        for sign in seen.signs:
            for at, weight in enumerate(self.signs.get(sign, ())):
                totals[at] += weight
        return totals


def _likelihood(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def beside_rules(totals: Sequence[float], kinds: Sequence[Kind], found: Sequence[Fact]) -> Iterator[float]:
    """What the second model looks at, five figures for each kind.

    The first model's logit, the same from -2 and from 0 upwards; whether the rules found it without being sure; and
    whether they are sure.
    """
    sure = {fact.kind for fact in found if fact.sure}
    unsure = {fact.kind for fact in found} - sure
    for kind, total in zip(kinds, totals, strict=True):
        near = min(_FURTHEST, max(-_FURTHEST, total))
        yield from (near, max(0.0, near + 2), max(0.0, near), float(kind in unsure), float(kind in sure))


def classify(draft: Draft, found: Sequence[Fact]) -> Mapping[Kind, float]:
    """What the classifier that comes with mailbot says of a message in which the rules found these facts."""
    return shipped().likelihoods(draft, found)


@cache
def shipped() -> Classifier:
    """The classifier that comes with mailbot, read once."""
    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Classifier(tuple(map(Kind, told["kinds"])), told["bias"], told["words"], told["signs"], told["given"])


def features(draft: Draft) -> Features:
    """Of the new words, or of the subject that is the whole message; names and numbers are only counted as such."""
    text = draft.text.newest[:_LONGEST]
    subject = draft.message.subject
    if not is_reply(subject) and subject != text:
        text = f"{text} {subject}"
    return Features(Counter(_words(text, draft.around.roll.name_words)), tuple(_signs(draft)))


def _words(text: str, names: frozenset[str]) -> Iterator[str]:
    """Words and pairs of neighbours. Names of the roll are "<name>", sums "<sum>", times "<time>", numbers "<n>"."""
    low = _CLOCK.sub(" 0:0 ", _SUM.sub(" £0 ", folded(text)))
    found = [_STANDS.get(word, word) for word in _WORD.findall(_NUMBER.sub("0", low))]
    words = ["<name>" if word in names or word.removesuffix("'s") in names else word for word in found]
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(words))


def _signs(draft: Draft) -> Iterator[str]:
    """What is known besides the words: what our mail asked, who writes, and which days, sums and names there are."""
    text, roll, today = draft.text.newest[:_LONGEST], draft.around.roll, draft.around.today
    question = f"asked={asked(draft) or 'nothing'}"
    sentences = list(said(draft))[:_MOST_SENTENCES]
    days = {f.day for s in sentences for way in Direction for f in dates_in(draft, s, way) if f.day}
    clients = find_clients(text, roll, draft.sender.person)
    there = {
        "past": any(day < today for day in days),
        "today": today in days,
        "future": any(day > today for day in days),
        "sum": has_money(text),
        "mark": "?" in text,
        "own client": any(each.own for each in clients),
        "client": bool(clients),
        "files": any(not each.inline for each in draft.message.attachments),
    }
    roles = [str(role) for role in sorted(draft.sender.roles)] or ["stranger"]
    yield question
    yield from (f"role={role}" for role in roles)
    for name, holds in there.items():
        if holds:
            yield name
            yield f"{name} {question}"
            if not draft.sender.roles:
                yield f"{name} stranger"
    for name, holds in (
        ("reply", is_reply(draft.message.subject)),
        ("ours", bool(our_prompt(draft))),
        ("forwarded", bool(draft.message.forwarded)),
        ("subject names", bool(find_clients(draft.message.subject, roll, draft.sender.person))),
    ):
        if holds:
            yield name
    yield f"times={min(_MOST_TIMES, sum(len(find_times(s.words)) for s in sentences))}"
    yield f"length={min(_LONGEST_POWER, len(text.split()).bit_length())}"
