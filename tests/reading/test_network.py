"""The network that sees words in their order: what it computes, its file, and what it may be given."""

from dataclasses import replace
from zipfile import BadZipFile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.classifier import NETWORK, shipped
from mailbot.reading.network import LAYERS, LONGEST, Network, read, write

SMALL = Network(
    {"": 0, "did": 1, "not": 2, "happen": 3},
    {"asked": 0},
    {
        "words": np.array([[0.0], [1.0], [10.0], [100.0]], np.float32),
        "first": np.array([[2.0], [3.0], [5.0]], np.float32),
        "first_bias": np.array([1.0], np.float32),
        "second": np.array([[0.0], [1.0], [0.5]], np.float32),
        "second_bias": np.array([0.0], np.float32),
        "signs": np.array([[7.0]], np.float32),
        "signs_bias": np.array([-1.0], np.float32),
        "last": np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 4.0], [1.0, 0.0]], np.float32),
        "last_bias": np.array([0.5, -0.5], np.float32),
        "direct": np.array([[0.0, 1000.0]], np.float32),
    },
)
words = st.lists(st.sampled_from([*list(shipped().network.vocabulary)[:200], "xyzzy", "\x00", "خانه"]), max_size=300)
signs = st.lists(st.sampled_from([*shipped().network.known_signs, "asked=never"]), max_size=20)


def test_each_word_is_seen_between_its_neighbours_and_the_strongest_sight_decides():
    near = [2 * 0 + 3 * 1 + 5 * 10 + 1, 2 * 1 + 3 * 10 + 5 * 100 + 1, 2 * 10 + 3 * 100 + 5 * 0 + 1]
    wide = [near[0] + near[1] / 2, near[1] + near[2] / 2, near[2]]
    says = [max(near) + 0.5, max(wide) + 4 * sum(wide) / (4 * 2) - 0.5]
    assert SMALL.totals(["did", "not", "happen"], []) == pytest.approx(says)


def test_a_sign_is_seen_beside_every_word_and_by_itself():
    near = 3 * 1 + 1 + 6
    assert SMALL.totals(["did"], ["asked"]) == pytest.approx(
        [near + 6 + 0.5, near + 4 * near / (4 * 2**0.5) + 1000 - 0.5]
    )


def test_without_a_word_or_a_sign_only_the_bias_is_left():
    assert SMALL.totals([], []) == [0.5, -0.5]


def test_the_same_words_in_another_order_say_something_else():
    assert SMALL.totals(["did", "not", "happen"], []) != SMALL.totals(["happen", "did", "not"], [])


def test_a_word_that_it_does_not_know_is_like_any_other_that_it_does_not_know():
    assert SMALL.totals(["xyzzy"], []) == SMALL.totals(["plugh"], []) == SMALL.totals([""], [])


def test_what_stands_behind_the_longest_text_changes_nothing():
    long = ["did", "not"] * (LONGEST // 2)
    assert SMALL.totals(long, []) == SMALL.totals([*long, "happen"], [])


def test_the_file_gives_back_what_was_written(tmp_path):
    write(tmp_path / "network.npz", SMALL, "these mails")
    again = read(tmp_path / "network.npz")
    assert (again.vocabulary, again.known_signs) == (SMALL.vocabulary, SMALL.known_signs)
    assert all((again.layers[name] == SMALL.layers[name]).all() for name in LAYERS)


def test_the_same_network_gives_the_same_file(tmp_path):
    for name in ("one.npz", "other.npz"):
        write(tmp_path / name, SMALL, "these mails")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"{}"])
def test_a_file_that_is_no_network_is_refused(tmp_path, content):
    (tmp_path / "network.npz").write_bytes(content)
    with pytest.raises((OSError, EOFError, ValueError, BadZipFile)):
        read(tmp_path / "network.npz")


def test_a_network_without_one_of_its_layers_is_refused(tmp_path):
    with pytest.raises(KeyError):
        write(tmp_path / "network.npz", replace(SMALL, layers={"words": SMALL.layers["words"]}), "these mails")


def test_the_shipped_network_is_of_the_same_kinds_and_knows_ordinary_words():
    known = read(NETWORK)
    assert known.layers["last"].shape[1] == len(shipped().kinds)
    assert {"visit", "not", "<name>", "<sum>"} <= set(known.vocabulary)


@given(words, signs)
def test_whatever_words_and_signs_it_is_given_it_says_a_number_for_each_kind(words, signs):
    totals = shipped().network.totals(words, signs)
    assert len(totals) == len(shipped().kinds)
    assert np.isfinite(totals).all()
