"""How much of ordinary friendly prose needs nobody, and that no understated sign passes for it.

`passing_chat.txt` and `passing_signs.txt` hold a sentence a line. Their odd lines were tuned on; the even ones were
held apart, so that their share tells how the vocabulary does on prose that it has never met.
"""

from pathlib import Path

import pytest

from mailbot.reading.words.chat import chat_for
from mailbot.reading.words.courtesy import has_odd_sign
from tests.reading.speaking import chat

HERE = Path(__file__).parent
BUILT = "# Built to slip through"
# The first names in the samples: the roll would know them.
_NAMES_LIST = """
abebe adanna ahmed aisha ali amanuel amina amy ana anna anwar arash azadeh bahar ben bilal bo callum carlos
chidi cleo daisy dawit delroy denise dev doug dragan efua ella ellis emeka ewa farid fatima fatou gebre goran
gulnaz habib hamid hassan hawa ibrahim isaac jacek jack jake jamal jamie jess joe kai kayleigh keisha kelsey
kofi kwame lamin leila leroy liam lily luca mabel marisol marvin maryam mehmet mia milena mina mo mohamed
moses nadia nell ngozi nikolai noor obi oksana omar patrice pavel pearl priya rahim ravi rory rosa ruta ruth
ryan sahra sam samuel selam selma shanice sharif simran sophie stefan suki tamar tariq temi tesfay tom tommo
tyler vera vusi wanjiru winston yonas yusuf zahid zara zeinab zlatan
"""
NAMES = frozenset(_NAMES_LIST.split())


def sentences(name: str) -> tuple[list[str], list[str]]:
    """The sampled sentences of a file, and those built to slip through, which only the signs have."""
    sampled, _, built = (HERE / name).read_text(encoding="utf-8").partition(BUILT)
    lists = [[line.strip() for line in part.split("\n") if line.strip()] for part in (sampled, built)]
    return [line for line in lists[0] if not line.startswith("#")], lists[1][1:]


def passes(sentence: str) -> bool:
    """Whether the sentence passes for harmless chat by the vocabulary of chat alone, without that of harm."""
    return not has_odd_sign(sentence) and chat_for(chat()).accounts(sentence, NAMES, known=False)


CHAT = sentences("passing_chat.txt")[0]
SIGNS, SLY = sentences("passing_signs.txt")


@pytest.mark.duty("B13")
@pytest.mark.parametrize("signs", [SIGNS[0::2], SIGNS[1::2], SLY], ids=["tuned on", "held apart", "sly"])
def test_no_sign_passes_for_chat(signs: list[str]) -> None:
    assert [sign for sign in signs if passes(sign)] == []


@pytest.mark.parametrize(("share", "least"), [(CHAT[0::2], 0.66), (CHAT[1::2], 0.2)], ids=["tuned on", "held apart"])
def test_as_much_friendly_prose_as_ever_needs_nobody(share: list[str], least: float) -> None:
    assert sum(map(passes, share)) >= least * len(share)


def test_there_is_enough_to_measure_on() -> None:
    assert (len(CHAT), len(SIGNS)) == (500, 500)
    assert len(SLY) >= 150
