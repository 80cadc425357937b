"""What the classifier is learnt from: never what is held apart, and always what lies in the repository."""

import json

import numpy as np
import pytest

from mailbot.reading.classifier import NETWORK, WEIGHTS
from tests.mails.learn import APART, LEARNT, READING, learnt_from, sentences, with_sentences
from tests.mails.make import PREFIXES, half

HELD_APART = (
    "second",
    "seventeenth",
    "twentyfourth",
    "retold_apart",
    "everyday_apart",
    "everyday_judge",
    "everyday_late",
    "everyday_odd",
)


def words_of(name: str) -> set[str]:
    return {mail.text for mail in half(name)[1] if len(mail.text.split()) > 4}


def test_the_weights_are_of_the_mails_that_lie_here():
    """If it fails, mails or sentences were changed: `make learn`, then look at docs/reading.md's figures again."""
    with np.load(NETWORK) as in_order:
        of_both = {json.loads(WEIGHTS.read_text(encoding="utf-8"))["learnt_from"], str(in_order["learnt_from"])}
    assert of_both == {learnt_from()}


def test_every_set_is_either_learnt_from_or_held_apart():
    assert {*LEARNT, *HELD_APART} == {*PREFIXES, "first", "second", "third"}
    assert not set(LEARNT) & set(HELD_APART)


@pytest.mark.parametrize("name", HELD_APART)
def test_no_mail_that_is_held_apart_is_learnt_from(name):
    learnt = {text for each in LEARNT for text in words_of(each)}
    assert not words_of(name) & learnt


def test_every_second_sentence_of_those_that_are_held_apart_is_not_learnt_from():
    learnt = {said for said, _ in sentences()}
    for name in APART:
        lines = (READING / name).read_text(encoding="utf-8").splitlines()
        told = [line for line in lines if line.strip() and not line.startswith("#")]
        assert set(told[::2]) <= learnt
        assert not set(told[1::2]) & learnt


def test_a_sentence_of_harm_makes_a_routine_mail_a_concern_and_a_harmless_one_leaves_it_what_it_was():
    made = list(with_sentences(half("everyday")[1]))
    harmless = [said for said, harmful in sentences() if not harmful]
    assert any("safeguarding_concern" in mail.kinds and "visit_confirmed" in mail.kinds for mail in made)
    assert not any("safeguarding_concern" in mail.kinds for mail in made if mail.text in harmless)
