"""How likely a message says each thing, by what other messages said that were written much like it.

Learnt from labelled mails with `make learn`. Two models look at the words: a linear one with one weight for each word
(or pair of words) and kind, and a small network that sees them in their order (`reading/network.py`); they are wrong
about different mails, so that both together are better than either. They know no grammar, and are right more often
than not where nobody wrote a rule. A third, linear, says how far to believe them, and how far the rules: it was
learnt from mails of writers whom neither had met before, so that it knows how often each is wrong with strangers
(stacked generalisation, Wolpert 1992). What they say is never more than a reason to ask (`reading/weighing.py`,
`reading/guessing.py`).
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
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from mailbot.reading.network import Network

OF_MACHINES = (Kind.SPAM, Kind.BOUNCE, Kind.AUTO_REPLY)  # known by being nothing else
KNOWN = 0.45  # of the words of a message have to be known, or nothing can be said of it
WEIGHTS = Path(__file__).with_name("classifier.json")
NETWORK = Path(__file__).with_name("network.npz")
IN_ORDER = 0.6  # how much of what the words say is the network's
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
    """What a message is known by: its words in their order, and signs such as `asked=outcome`."""

    order: Sequence[str]
    signs: Sequence[str]

    @property
    def words(self) -> Mapping[str, int]:
        """The words and pairs of neighbours, counted."""
        return Counter((*self.order, *(f"{first} {second}" for first, second in pairwise(self.order))))


@dataclass(frozen=True, slots=True)
class Classifier:
    """The weights. `words` gives the rarity of a word and its weight for each kind, `signs` the weights alone.

    `given` are the weights beside the rules, for each kind a bias and one for each of `beside_rules`.
    """

    kinds: Sequence[Kind]
    bias: Sequence[float]
    words: Mapping[str, Sequence[float]]
    signs: Mapping[str, Sequence[float]]
    given: Sequence[Sequence[float]]
    network: "Network"

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
        single = set(seen.order)
        if sum(word in self.words for word in single) < KNOWN * len(single):
            return ()
        in_order = self.network.totals(seen.order, seen.signs)
        return together(self._counted(seen), in_order)

    def _counted(self, seen: Features) -> Sequence[float]:
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


def together(counted: Sequence[float], in_order: Sequence[float]) -> Sequence[float]:
    """The logits of both models that look at words, made one."""
    return [(1 - IN_ORDER) * one + IN_ORDER * other for one, other in zip(counted, in_order, strict=True)]


def _likelihood(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def beside_rules(totals: Sequence[float], kinds: Sequence[Kind], found: Sequence[Fact]) -> Iterator[float]:
    """What is weighed beside the rules, five figures for each kind.

    The logit by words, the same from -2 and from 0 upwards; whether the rules found it without being sure; and
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
    from mailbot.reading.network import read  # here, as a command that reads no mail need not wait for numpy

    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    kinds = tuple(map(Kind, told["kinds"]))
    return Classifier(kinds, told["bias"], told["words"], told["signs"], told["given"], read(NETWORK))


def features(draft: Draft) -> Features:
    """Of the new words, or of the subject that is the whole message; names and numbers are only counted as such."""
    text = draft.text.newest[:_LONGEST]
    subject = draft.message.subject
    if not is_reply(subject) and subject != text:
        text = f"{text} {subject}"
    return Features(_words(text, draft.around.roll.name_words), tuple(_signs(draft)))


def _words(text: str, names: frozenset[str]) -> tuple[str, ...]:
    """Names of the roll are "<name>", sums "<sum>", times "<time>", numbers "<n>"."""
    low = _CLOCK.sub(" 0:0 ", _SUM.sub(" £0 ", folded(text)))
    found = [_STANDS.get(word, word) for word in _WORD.findall(_NUMBER.sub("0", low))]
    return tuple("<name>" if word in names or word.removesuffix("'s") in names else word for word in found)


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
