"""Topics of a client without a day (S12): what is surely theirs; never the writer's own (S11)."""

import pytest

from mailbot.reading.words.mentioned import mentions_in
from tests.reading.test_appointments import HANA, MONDAY, ROLL
from tests.reading.topic_sentences import NOTHING, TABLE

pytestmark = pytest.mark.duty("S12")


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_a_sentence_names_the_topic(line):
    topic, _, words = line.partition(" | ")
    assert [(said.topic, said.days) for said in mentions_in(words, ROLL, HANA, MONDAY)] == [(topic, ())]


@pytest.mark.parametrize("words", NOTHING.strip().splitlines())
def test_ones_own_affairs_questions_and_what_has_a_day_are_none(words):
    assert list(mentions_in(words, ROLL, HANA, MONDAY)) == []
