"""The sentences of `visit_sentences`, each read as a mail of its own."""

import pytest

from mailbot.events import Fact, Kind
from mailbot.workflows.visits.recognise import recognise
from tests.reading.speaking import ASKED_OUTCOME, ASKED_PLAN, draft
from tests.workflows.visit_answers import ANSWERS
from tests.workflows.visit_families import FAMILIES, NEAR_MISSES
from tests.workflows.visit_sentences import NOT_CONFIRMED, NOT_SURE, NOTHING, TABLE
from tests.workflows.visit_tones import NOT_TONES, TONES
from tests.workflows.visit_ways import NOT_WAYS, WAYS

LETTERS = {
    "c": Kind.VISIT_CONFIRMED,
    "m": Kind.VISIT_MISSED,
    "x": Kind.VISIT_CANCELLED,
    "p": Kind.VISIT_PLANNED,
}
PROMPTS = {"-": "", "?": ASKED_OUTCOME, ">": ASKED_PLAN}
SUBJECTS = {"-": "hello", "?": "Re: your visit", ">": "Re: your visit"}


def _lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line.strip()]


def _facts(prompt: str, words: str) -> list[Fact]:
    return list(recognise(draft(words, PROMPTS[prompt], SUBJECTS[prompt])))


def _day(fact: Fact) -> int | None:
    day = fact.fields.visit_date or fact.fields.next_visit_date
    return day.day if day else None


@pytest.mark.parametrize("line", _lines(TABLE + FAMILIES + ANSWERS + WAYS + TONES))
def test_what_a_sentence_says(line: str) -> None:
    expected, _, words = line.partition(" | ")
    prompt, letters, *rest = expected.split()
    day = rest[0] if rest else ""
    facts = _facts(prompt, words)
    assert [f.kind for f in facts] == [LETTERS[letter] for letter in letters]
    if day:
        assert _day(facts[0]) == int(day.strip("~!"))
    if day.startswith("!"):
        assert facts[0].sure, facts[0].unsure_of
    if day.startswith("~"):
        assert not facts[0].sure


@pytest.mark.parametrize("line", _lines(NOTHING + NEAR_MISSES + NOT_WAYS + NOT_TONES))
def test_what_is_said_of_other_things_says_nothing_of_visits(line: str) -> None:
    assert [f.kind for f in _facts(line[0], line[2:])] == []


@pytest.mark.parametrize("line", _lines(NOT_CONFIRMED))
def test_a_denial_a_plan_and_other_peoples_doings_confirm_nothing(line: str) -> None:
    assert Kind.VISIT_CONFIRMED not in {f.kind for f in _facts(line[0], line[2:])}


@pytest.mark.parametrize("line", _lines(NOT_SURE))
def test_what_is_half_said_is_found_and_asked(line: str) -> None:
    facts = _facts(line[0], line[2:])
    assert facts
    assert not any(f.sure for f in facts)
