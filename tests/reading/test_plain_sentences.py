"""Harm said in the plainest words, by six writers and by us: in no amount of chat may one of them drown."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from mailbot.events import Fact, Kind
from mailbot.reading.message import Draft
from mailbot.reading.understand import understand
from mailbot.reading.words.harm import scanner_for
from mailbot.reading.words.plain_acts import plain_acts
from tests.reading.speaking import around, harm, message, sender
from tests.reading.test_weighing import ALL, LEVELS, read, seen

HERE = Path(__file__).parent


def said_in(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line[:2] in ("+ ", "- ")]


def those(lines: list[str], sign: str) -> list[str]:
    return [line[2:] for line in lines if line.startswith(sign)]


OF_WRITERS = said_in("plain_harm.txt")
TUNED_ON, HELD_APART = OF_WRITERS[::2], OF_WRITERS[1::2]
BESIDE_CHAT = "Visited Omar on Tuesday, all fine, and he told me about his garden. Parking £4. {}"
BEYOND_LISTS = ("burned his feet", "to see Brian")  # what no list of words can know


@pytest.mark.duty("B13", "C1", "C3", "C6", "L18", "L22")
@pytest.mark.parametrize("said", [*those(TUNED_ON, "+"), *those(said_in("plain_sentences.txt"), "+")])
def test_the_vocabulary_knows_what_is_said_plainly(said):
    roll = around().roll
    found = scanner_for(harm()).scan(said) or [*plain_acts(said, roll)]
    assert bool(found) is not any(words in said for words in BEYOND_LISTS)


def how_soon(lines: list[str], way: str) -> list[str]:
    return [LEVELS[seen(read(way.format(said)))] for said in lines]


@pytest.mark.duty("B13", "C1")
@pytest.mark.parametrize(("way", "least"), [("{}", 0.9), (BESIDE_CHAT, 0.85)])
def test_of_plain_sentences_that_were_held_apart_nearly_all_are_seen_now(way, least):
    levels = how_soon(those(HELD_APART, "+"), way)
    assert sum(level in ("now", "case") for level in levels) >= least * len(levels)


def test_of_everyday_sentences_with_the_same_words_most_open_no_case():
    levels = how_soon(those(HELD_APART, "-"), BESIDE_CHAT)
    assert levels.count("case") <= len(levels) / 5


DROWNS = "The lodger upstairs keeps the key to the larder."


def of_one_sentence(draft: Draft, _: Sequence[Fact]) -> Mapping[Kind, float]:
    """The worry is one by itself, and is not in the whole mail."""
    worry = 0.95 if draft.text.newest == DROWNS else 0.05
    return dict.fromkeys(Kind, 0.0) | {Kind.VISIT_CONFIRMED: 0.9, Kind.SAFEGUARDING_CONCERN: worry}


@pytest.mark.duty("B13")
@pytest.mark.parametrize(("told", "now"), [(DROWNS, True), ("The lodger upstairs keeps a key.", False)])
def test_a_sentence_that_is_most_likely_a_worry_by_itself_is_looked_at_now_in_much_chat(told, now):
    mail = message(
        f"Saw Omar on Tuesday, all well. We had tea and talked about cricket. {told} The bus was late.", "x"
    )
    assert understand(mail, sender(), replace(around(), classify=of_one_sentence), ALL).harm_unplaced is now


@pytest.mark.duty("B13", "C1")
@pytest.mark.parametrize(
    "said",
    [
        "They said they will find his family.",
        "A man came to watch her through the window.",
        "Carol ignored me when I told her about the girl.",
        "I told him to stop talking to the girls.",
        "Nothing was done today about the porter.",
        "He shut the door and the girl cried.",
        "He made me do things I hated.",
        "He stole my last ten pounds.",
        "He is lying about her age.",
        "They don't give us food.",
        "She is living in a tent.",
    ],
)
def test_no_turn_of_phrase_excuses_what_is_said_plainly(said):
    assert scanner_for(harm()).scan(said)
