"""Learns the weights of mailbot/reading/network.py from labelled mails, with gradients (JAX) and Adam (Optax).

How words are used alike is learnt first, from the mails themselves: how much oftener than by chance two words stand
within four of each other, brought down to few numbers a word (Levy and Goldberg 2014). The same mails give the same
weights on the same kind of processor; on another they may differ in the last digits.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mailbot.reading.network import LONGEST, UNKNOWN, Network

SIZE = 64  # numbers for a word
WIDTH = 160  # what each layer looks for
ROUNDS = 18  # times that all mails are gone through
BATCH = 64
STEP, WARM_UP, LEAST_STEP = 2e-3, 200, 1e-5
DECAY = 1e-2
FEWEST = 2  # mails that hold a word before it has a row of its own
LEFT_OUT_WORDS, LEFT_OUT_NUMBERS, LEFT_OUT_SEEN = 0.12, 0.2, 0.5  # while learning, so that it relies on no single one
WINDOW = 4
ALIKE = 2048  # mails of which those of one length are learnt together
STEPS_OF_LENGTH = 40
SEED = 2026


class Known(NamedTuple):
    """A mail to learn from: its words in their order, its signs, and for each kind whether it says it and counts."""

    words: Sequence[str]
    signs: Sequence[str]
    says: Sequence[bool]
    counts: Sequence[bool]
    weight: float


def fit(known: Sequence[Known]) -> Network:
    """The network for these mails."""
    import jax
    import numpy as np
    import optax

    chance = np.random.default_rng(SEED)
    held = Counter(word for each in known for word in set(each.words))
    vocabulary = {word: row for row, word in enumerate(["", *sorted(w for w in held if held[w] >= FEWEST)])}
    signs = {sign: row for row, sign in enumerate(sorted({sign for each in known for sign in each.signs}))}
    layers = _beginning(chance, _alike(known, vocabulary), len(signs), len(known[0].says))
    table = _table(known, vocabulary, signs)
    rounds = [batch for _ in range(ROUNDS) for batch in _batches(chance, [len(each.words) for each in known])]
    pace = optax.warmup_cosine_decay_schedule(0, STEP, WARM_UP, len(rounds), LEAST_STEP)
    adam = optax.adamw(pace, weight_decay=DECAY)
    state, key = adam.init(layers), jax.random.PRNGKey(SEED)

    @jax.jit
    def better(layers: Any, state: Any, batch: Any, key: Any) -> Any:
        change, state = adam.update(jax.grad(_wrong)(layers, batch, key), state, layers)
        return optax.apply_updates(layers, change), state

    for mails, longest in rounds:
        key, drawn = jax.random.split(key)
        rows, *others = (each[mails] for each in table)
        layers, state = better(layers, state, (rows[:, :longest], *others), drawn)
    return Network(vocabulary, signs, {name: np.asarray(layer) for name, layer in layers.items()})


def _alike(known: Sequence[Known], vocabulary: dict[str, int]) -> Any:
    """For each word of the vocabulary SIZE numbers, near those of words that stand among the same words."""
    import numpy as np
    from scipy.sparse import coo_matrix
    from scipy.sparse.linalg import svds

    together = Counter[tuple[int, int]]()
    for each in known:
        rows = [vocabulary.get(word, UNKNOWN) for word in each.words]
        for at, row in enumerate(rows):
            for far, other in enumerate(rows[at + 1 : at + 1 + WINDOW], 1):
                if row != UNKNOWN and other != UNKNOWN:
                    together[row, other] += 12 // far
                    together[other, row] += 12 // far
    pairs = sorted(together)
    first, second = np.array(pairs).T
    often = np.array([together[pair] / 12 for pair in pairs])
    shape = (len(vocabulary), len(vocabulary))
    alone = np.bincount(first, often, len(vocabulary)) + 1
    likely = alone**0.75
    more = np.maximum(0, np.log(often * likely.sum() / (alone[first] * likely[second])))
    left, sizes, _ = svds(coo_matrix((more, (first, second)), shape=shape).tocsr(), k=SIZE, random_state=SEED)
    found = left * np.sqrt(sizes)
    return (found / found.std() / 2).astype(np.float32)


def _beginning(chance: Any, words: Any, signs: int, kinds: int) -> dict[str, Any]:
    """The layers before anything is learnt."""
    import numpy as np

    def drawn(rows: int, columns: int, size: float) -> Any:
        return chance.normal(size=(rows, columns)).astype(np.float32) * np.float32(size)

    nothing = np.zeros(WIDTH, np.float32)
    return {
        "words": words,
        "first": drawn(3 * SIZE, WIDTH, (2 / (3 * SIZE)) ** 0.5),
        "first_bias": nothing,
        "second": drawn(3 * WIDTH, WIDTH, (2 / (3 * WIDTH)) ** 0.5),
        "second_bias": nothing,
        "signs": drawn(signs, WIDTH, 0.1),
        "signs_bias": nothing,
        "last": drawn(4 * WIDTH, kinds, 0.02),
        "last_bias": np.full(kinds, -3, np.float32),
        "direct": np.zeros((signs, kinds), np.float32),
    }


def _table(known: Sequence[Known], vocabulary: dict[str, int], signs: dict[str, int]) -> tuple[Any, ...]:
    """Rows of words (-1 where the text has ended), signs, what is said, what counts, weights."""
    import numpy as np

    rows = np.full((len(known), LONGEST), -1, np.int32)
    marks = np.zeros((len(known), len(signs)), np.float32)
    for at, each in enumerate(known):
        there = [vocabulary.get(word, UNKNOWN) for word in each.words[:LONGEST]]
        rows[at, : len(there)] = there
        marks[at, [signs[sign] for sign in each.signs]] = 1
    says, counts = (np.array([each[place] for each in known], np.float32) for place in (2, 3))
    return rows, marks, says, counts, np.array([each.weight for each in known], np.float32)


def _batches(chance: Any, lengths: Sequence[int]) -> Iterator[tuple[Any, int]]:
    """All mails once, in batches of such as are about as long, and how many words the longest has."""
    import numpy as np

    size, drawn = np.minimum(lengths, LONGEST), chance.permutation(len(lengths))
    parts = np.array_split(drawn, max(1, len(drawn) // ALIKE))
    sorted_ = np.concatenate([part[np.argsort(size[part], kind="stable")] for part in parts])
    batches = [sorted_[at : at + BATCH] for at in range(0, len(sorted_) - BATCH + 1, BATCH)] or [sorted_]
    for at in chance.permutation(len(batches)):
        longest = int(size[batches[at]].max())
        yield batches[at], min(LONGEST, max(1, -(-longest // STEPS_OF_LENGTH)) * STEPS_OF_LENGTH)


def _wrong(layers: dict[str, Any], batch: Any, key: Any) -> Any:
    """How far the network is from what the mails of a batch say; some words and numbers are left out by chance."""
    import jax
    import jax.numpy as jnp
    import optax

    rows, marks, says, counts, weights = batch
    keys = jax.random.split(key, 3)
    there = (rows >= 0).astype(jnp.float32)[:, :, None]
    rows = jnp.where(jax.random.bernoulli(keys[0], LEFT_OUT_WORDS, rows.shape), UNKNOWN, jnp.maximum(rows, 0))
    words = layers["words"][rows] * there
    words = words * _kept(keys[1], LEFT_OUT_NUMBERS, (len(rows), 1, SIZE))
    around = jax.nn.relu(marks @ layers["signs"] + layers["signs_bias"])
    near = jax.nn.relu(_by_three(words) @ layers["first"] + layers["first_bias"] + around[:, None, :]) * there
    wide = jax.nn.relu(_by_three(near) @ layers["second"] + layers["second_bias"]) * there
    mean = wide.sum(1) / (4 * jnp.sqrt(there.sum(1) + 1))
    seen = jnp.concatenate([near.max(1), wide.max(1), mean, around], -1)
    seen = seen * _kept(keys[2], LEFT_OUT_SEEN, seen.shape)
    said = seen @ layers["last"] + layers["last_bias"] + marks @ layers["direct"]
    return ((optax.sigmoid_binary_cross_entropy(said, says) * counts).sum(1) * weights).mean()


def _by_three(rows: Any) -> Any:
    import jax.numpy as jnp

    edge = jnp.zeros_like(rows[:, :1])
    before, behind = jnp.concatenate([edge, rows[:, :-1]], 1), jnp.concatenate([rows[:, 1:], edge], 1)
    return jnp.concatenate([before, rows, behind], -1)


def _kept(key: Any, left_out: float, shape: tuple[int, ...]) -> Any:
    import jax

    return jax.random.bernoulli(key, 1 - left_out, shape) / (1 - left_out)
