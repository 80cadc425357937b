"""Learns from labelled mails how likely words are for each kind, and writes what mailbot/reading/classifier.py reads.

    make learn                                            from all sets that are not held apart
    python -m tests.mails.learn --without retold --to DIR    without some, to see how well it reads these

The same mails and rules give the same files on the same kind of processor. Takes half an hour on two cores.
"""

import argparse
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.labelled import read_casts, read_labels
from benchmarks.reading import schemes_for, surroundings
from mailbot.events import Fact, Kind
from mailbot.reading import network
from mailbot.reading.authenticate import authenticate
from mailbot.reading.classifier import NETWORK, WEIGHTS, Features, beside_rules, features, together
from mailbot.reading.message import Draft
from mailbot.reading.parse import parse
from mailbot.reading.understand import understand
from mailbot.workflows.registry import Registry
from tests.mails import learn_network
from tests.mails.make import Mail, People, half, write
from tests.reading.worries import WORRIES

LEARNT = (
    *("first", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "eighteenth", "nineteenth", "twentieth", "twentyfirst"),
    *("twentysecond", "twentythird", "retold", "plain", "everyday_seen", "everyday_more", "everyday_further"),
    "everyday",
)
"""The sets that are learnt from. The others are held apart: nothing is learnt from them, so that they can judge."""
UNFITTED = "everyday"
"""The one of these that no rule was fitted to. It has to stay so: by it is learnt how far to believe the rules."""

READING = Path(__file__).parent.parent / "reading"
ALARMING = ("passing_signs.txt", "no_sayings.txt")
HARMLESS = ("passing_chat.txt", "sayings.txt")
EITHER = "harm_family_sentences.txt"  # "+" is harm, "-" is none
APART = frozenset({"passing_signs.txt", "passing_chat.txt"})  # of these every second sentence is held apart
ROUTINE = frozenset({"visit_confirmed", "visit_planned", "expense_claim", "acknowledgement", "visit_missed"})

FEWEST = 3  # mails that hold a word before it counts
WORDS_TO_SIGNS = 3.0  # how much more the words weigh than the signs
STRICTNESS = 10.0  # scikit-learn's C: the larger, the closer to the mails
MOST_WORDS = 12_000
HARMLESS_ALONE, HARMLESS_BESIDE = 4, 2  # as there are fewer sentences without harm than with
LOTS = 5  # in which the writers are held apart in turn
FIGURES = 5  # that `beside_rules` gives for each kind
OF_A_SENTENCE = 0.5  # what a mail counts that was made with a sentence of the tests


@dataclass(frozen=True, slots=True)
class Example:
    """What a mail is known by, and what it says.

    `writer` is whoever wrote it, and `found` what the rules find in it, where they were not fitted to such mails.
    """

    features: Features
    kinds: frozenset[str]
    also: frozenset[str]
    writer: str = ""
    found: Sequence[Fact] | None = None
    weight: float = 1.0


def examples(name: str, mails: Sequence[Mail], people: People) -> Iterator[Example]:
    """Of each mail of a set that a person wrote."""
    with TemporaryDirectory() as made:
        folder, registry = Path(made), Registry()
        write(folder, people, mails)
        casts, recognisers = read_casts(folder), registry.recognisers if name == UNFITTED else ()
        labels = read_labels(folder, casts)
        with schemes_for({each.scheme: casts[each.scheme] for each in labels}, registry) as schemes:
            for label, mail in zip(labels, mails, strict=True):
                scheme, message = schemes[label.scheme], parse((folder / label.file).read_bytes())
                roll, seen = scheme.database.read(scheme.roll), list[tuple[Features, Sequence[Fact]]]()

                def note(draft: Draft, found: Sequence[Fact], seen: list[Any] = seen) -> Mapping[Kind, float]:
                    seen.append((features(draft), found))
                    return {}

                around = replace(surroundings(scheme, roll, message), classify=note)
                sender = authenticate(message, scheme.config.mailbox.authserv_id, roll)
                understand(message, sender, around, recognisers)
                writer, rules = (mail.why[:2], True) if name == UNFITTED else ("", False)
                for known_by, found in seen:
                    yield Example(known_by, label.kinds, label.also_ok, writer, found if rules else None)


def learnt_from() -> str:
    """A fingerprint of all that is learnt from: the file of weights says which mails it is of."""
    told = [Path(__file__).with_name(f"{name}.toml") for name in LEARNT]
    told += [READING / name for name in (*ALARMING, *HARMLESS, EITHER, "worries.py")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in told)).hexdigest()


def sentences() -> Iterator[tuple[str, bool]]:
    """Sentences of the tests of harm, and whether a person must see them at once."""
    for name in (*ALARMING, *HARMLESS):
        lines = (READING / name).read_text(encoding="utf-8").splitlines()
        told = [line for line in lines if line.strip() and not line.startswith("#")]
        for line in told[::2] if name in APART else told:
            yield line, name in ALARMING
    for line in (READING / EITHER).read_text(encoding="utf-8").splitlines():
        if line[:2] in ("+ ", "- "):
            yield line[2:], line.startswith("+")
    yield from ((line, True) for line in WORRIES)


def with_sentences(mails: Sequence[Mail]) -> Iterator[Mail]:
    """Each sentence as a mail of its own, and behind what is said in routine mails; harmless ones several times."""
    plain = [m for m in mails if m.text and m.shape not in ("inline", "fwd") and "safeguarding_concern" not in m.also]
    routine = cycle([m for m in plain if set(m.kinds.split()) and set(m.kinds.split()) <= ROUTINE])
    for said, harmful in sentences():
        kind = "safeguarding_concern" if harmful else ""
        for _ in range(1 if harmful else HARMLESS_ALONE):
            yield replace(next(routine), text=said, kinds=kind, quote=None, subject="hello", files=())
        for _ in range(1 if harmful else HARMLESS_BESIDE):
            into = next(routine)
            yield replace(into, text=f"{into.text} {said}", kinds=f"{into.kinds} {kind}")


class Counted:
    """How likely each kind is by words and signs, however they stand: one logistic regression for each."""

    def __init__(self, known: Sequence[Example], kinds: Sequence[Kind]) -> None:
        from sklearn.feature_extraction import DictVectorizer  # not needed to run mailbot, nor its tests
        from sklearn.feature_extraction.text import TfidfTransformer
        from sklearn.linear_model import LogisticRegression

        held = Counter(word for each in known for word in each.features.words)
        self.chosen = {word for word, count in held.items() if count >= FEWEST}
        for _ in range(2):  # with every word, then with those that matter
            self.words, self.rarity, self.signs = (
                DictVectorizer(),
                TfidfTransformer(sublinear_tf=True),
                DictVectorizer(),
            )
            self.rarity.fit(self.words.fit_transform(self._counted(known)))
            self.signs.fit(self._marked(known))
            table = self._table(known)
            self.fitted = [
                LogisticRegression(C=STRICTNESS, solver="liblinear", max_iter=3000).fit(
                    table, [kind in each.kinds for each in known], sample_weight=[each.weight for each in known]
                )
                for kind in kinds
            ]
            matters = {w: max(abs(f.coef_[0][at]) for f in self.fitted) for w, at in self.words.vocabulary_.items()}
            self.chosen = set(sorted(matters, key=lambda w: (-matters[w], w))[:MOST_WORDS])

    def totals(self, known: Sequence[Example]) -> Sequence[Sequence[float]]:
        """For each mail the logits of the kinds."""
        table = self._table(known)
        return list(zip(*(each.decision_function(table) for each in self.fitted), strict=True))

    def _counted(self, known: Sequence[Example]) -> list[dict[str, float]]:
        return [{w: float(n) for w, n in each.features.words.items() if w in self.chosen} for each in known]

    def _marked(self, known: Sequence[Example]) -> list[dict[str, float]]:
        return [dict.fromkeys(each.features.signs, 1.0) for each in known]

    def _table(self, known: Sequence[Example]) -> Any:
        from scipy.sparse import csr_matrix, hstack

        words = self.rarity.transform(self.words.transform(self._counted(known))) * WORDS_TO_SIGNS
        return csr_matrix(hstack([words, self.signs.transform(self._marked(known))]))


def unmet(known: Sequence[Example], kinds: Sequence[Kind], lot: int) -> list[tuple[Example, Sequence[float]]]:
    """The mails of every fifth writer, with what is said of them by models that had met none of theirs."""
    writers = sorted({each.writer for each in known} - {""})[lot::LOTS]
    others = [each for each in known if each.writer not in writers]
    mails = [each for each in known if each.found is not None and each.writer in writers]
    in_order = in_their_order(others, kinds)
    said = [in_order.totals(each.features.order, each.features.signs) for each in mails]
    return list(zip(mails, map(together, Counted(others, kinds).totals(mails), said), strict=True))


def in_their_order(known: Sequence[Example], kinds: Sequence[Kind]) -> network.Network:
    """How likely each kind is by words as they stand, and signs."""
    return learn_network.fit(
        [
            learn_network.Known(
                *(each.features.order, each.features.signs),
                [kind in each.kinds for kind in kinds],
                [kind not in each.also for kind in kinds],
                each.weight,
            )
            for each in known
        ]
    )


def given_rules(seen: Sequence[tuple[Example, Sequence[float]]], kinds: Sequence[Kind]) -> Iterator[list[float]]:
    """How far to believe words and rules: by mails whose writers neither models nor rules had met."""
    from sklearn.linear_model import LogisticRegression

    beside = [(each, list(beside_rules(totals, kinds, each.found or ()))) for each, totals in seen]
    for at, kind in enumerate(kinds):
        told = [(figures, kind in each.kinds) for each, figures in beside if kind not in each.also]
        if sum(says for _, says in told) < FEWEST:
            yield [float(place == 1 + FIGURES * at) for place in range(1 + FIGURES * len(kinds))]
            continue
        fitted = LogisticRegression(solver="liblinear", max_iter=3000).fit(*zip(*told, strict=True))
        yield [*fitted.intercept_.tolist(), *fitted.coef_[0].tolist()]


def learn(known: Sequence[Example]) -> tuple[dict[str, Any], network.Network]:
    """The weights in the form of the file, and the network."""
    kinds = [kind for kind in Kind if sum(kind in each.kinds for each in known) >= FEWEST]
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as side_by_side:
        whole = side_by_side.submit(in_their_order, known, kinds)
        lots = [side_by_side.submit(unmet, known, kinds, lot) for lot in range(LOTS)]
        counted = Counted(known, kinds)
        seen = [each for lot in lots for each in lot.result()]
        in_order = whole.result()
    size = len(counted.words.vocabulary_)
    return {
        "learnt_from": learnt_from(),
        "kinds": kinds,
        "bias": [round(float(f.intercept_[0]), 2) for f in counted.fitted],
        "given": [[round(weight, 2) for weight in row] for row in given_rules(seen, kinds)],
        "signs": {
            sign: [round(float(f.coef_[0][size + at]), 2) for f in counted.fitted]
            for sign, at in sorted(counted.signs.vocabulary_.items())
        },
        "words": {
            word: [round(float(counted.rarity.idf_[at]), 2)]
            + [round(float(f.coef_[0][at]) * WORDS_TO_SIGNS, 1) for f in counted.fitted]
            for word, at in sorted(counted.words.vocabulary_.items())
        },
    }, in_order


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mails.learn", description=__doc__)
    parser.add_argument("--without", nargs="*", default=(), metavar="SET", help="leave these out")
    parser.add_argument("--to", type=Path, default=WEIGHTS.parent, metavar="DIR")
    asked = parser.parse_args(arguments)
    if not asked.to.is_dir():
        parser.error(f"{asked.to} is no folder: make it first")
    known: list[Example] = []
    for name in LEARNT:
        if name not in asked.without:
            people, mails = half(name)
            known += examples(name, mails, people)
            if name == UNFITTED:
                made = examples(name, list(with_sentences(mails)), people)
                known += (replace(each, weight=OF_A_SENTENCE, found=None) for each in made)
    told, in_order = learn(known)
    lines = [f'"{name}": {json.dumps(told[name])}' for name in ("learnt_from", "kinds", "bias", "given")]
    for name in ("signs", "words"):
        rows = ",\n".join(f"{json.dumps(key)}:{_short(row)}" for key, row in told[name].items())
        lines.append(f'"{name}": {{\n{rows}\n}}')
    (asked.to / WEIGHTS.name).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    network.write(asked.to / NETWORK.name, in_order, told["learnt_from"])
    print(f"{len(known)} mails, {len(told['words'])} words and pairs of words")
    return 0


def _short(row: Sequence[float]) -> str:
    return json.dumps([int(value) if value == int(value) else value for value in row], separators=(",", ":"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
