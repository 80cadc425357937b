"""How likely a message says each thing, by its words in their order: a small convolutional network.

What a word means depends on its neighbours ("did not happen", "happened as planned"), and counting pairs of words
sees little of that. Each word is a row of numbers that stands near those of words used alike; two layers look at
windows of three (and so of five) words, and what they see anywhere in the text decides (Kim 2014, "Convolutional
neural networks for sentence classification"). `make learn` makes the numbers.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: to wake more takes longer than these small sums

import numpy as np
from numpy.typing import NDArray

LONGEST = 256
"""Words of a message that are looked at."""
UNKNOWN = 0  # the row of `words` for a word that is not in the vocabulary
_WITH_BIAS = ("first", "second", "signs", "last")
LAYERS = ("words", "direct", *_WITH_BIAS, *(f"{layer}_bias" for layer in _WITH_BIAS))
"""The arrays of a network, each of 32-bit numbers."""

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """A network as it was learnt: which row is a word's, which a sign's, and the weights of its layers.

    `words` is (vocabulary, size); `first` and `second` look at three rows side by side, (3 * size, width) and
    (3 * width, width); `signs` is (signs, width), `last` (4 * width, kinds), `direct` (signs, kinds).
    """

    vocabulary: Mapping[str, int]
    known_signs: Mapping[str, int]
    layers: Mapping[str, Numbers]

    def totals(self, words: Sequence[str], signs: Sequence[str]) -> list[float]:
        """For each kind the logit of how likely a message of these words and signs says it."""
        layers = self.layers
        known = [self.known_signs[sign] for sign in signs if sign in self.known_signs]
        around = _positive(layers["signs"][known].sum(0) + layers["signs_bias"])
        rows = [self.vocabulary.get(word, UNKNOWN) for word in words[:LONGEST]]
        near = _positive(_by_three(layers["words"][rows]) @ layers["first"] + layers["first_bias"] + around)
        wide = _positive(_by_three(near) @ layers["second"] + layers["second_bias"])
        nothing = np.zeros_like(around)
        seen = (
            near.max(0, initial=0) if rows else nothing,
            wide.max(0, initial=0) if rows else nothing,
            wide.sum(0) / (4 * np.sqrt(np.float32(len(rows) + 1))),
            around,
        )
        said = np.concatenate(seen) @ layers["last"] + layers["last_bias"] + layers["direct"][known].sum(0)
        return [float(total) for total in said]


def _by_three(rows: Numbers) -> Numbers:
    """Each row between its neighbours, side by side; nothing stands before the first and behind the last."""
    edge = np.zeros_like(rows[:1])
    return np.hstack([np.vstack([edge, rows[:-1]])[: len(rows)], rows, np.vstack([rows[1:], edge])[: len(rows)]])


def _positive(rows: Numbers) -> Numbers:
    return np.maximum(rows, 0)


def read(path: Path) -> Network:
    """A network from its file. Raises OSError, EOFError, ValueError, KeyError or BadZipFile if it is none."""
    with np.load(path) as told:
        layers = {name: told[name].astype(np.float32) for name in LAYERS}
        vocabulary = {str(word): row for row, word in enumerate(told["vocabulary"])}
        return Network(vocabulary, {str(sign): row for row, sign in enumerate(told["known_signs"])}, layers)


def write(path: Path, network: Network, learnt_from: str) -> None:
    """The file of a network, with half of the digits that it was learnt with: they do not matter.

    `learnt_from` is the fingerprint of the mails, as in the file of the words that are counted.
    """
    arrays: dict[str, Any] = {"learnt_from": np.array(learnt_from)} | {
        name: network.layers[name].astype(np.float16) for name in LAYERS
    }
    arrays |= {"vocabulary": np.array([*network.vocabulary]), "known_signs": np.array([*network.known_signs])}
    np.savez_compressed(path, **arrays)
