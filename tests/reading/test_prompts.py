"""What a mail of ours asked follows from its words, where the reference is lost (prompts_of_schemes.txt)."""

from pathlib import Path

import pytest

from mailbot.reading.words.prompts import start_of
from mailbot.reading.words.sense import asked
from tests.reading.speaking import OURS, draft

LINES = (Path(__file__).parent / "prompts_of_schemes.txt").read_text().splitlines()[1:]
DANGERS = [
    "If anybody's safety worries you (abuse, injury, talk of suicide), tell us at once when you reply. Where there is"
    " danger dial 999 first and then 01632 960111.",
    "Bruises, threats, talk of dying, or just a bad feeling? Please write it in your answer and it is read today."
    " When a life hangs on it 999 comes first.",
]


def quoted(words: str) -> str:
    marked = "\n".join(f"> {line}" for line in words.splitlines())
    return f"On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:\n{marked}"


@pytest.mark.parametrize("danger", DANGERS, ids=["if", "question"])
@pytest.mark.parametrize("line", LINES)
def test_what_our_mail_asked(line: str, danger: str) -> None:
    question, subject, words = line.split(" | ")
    prompt = quoted(f"{words}\n\n{danger}\n\nThe team at Friends")
    assert asked(draft("Hello.", prompt, f"Re: {subject}")) == (None if question == "-" else question)


def test_words_on_danger_are_no_question() -> None:
    assert (
        start_of("Dear Ana,\n\nIt is noted. In danger? Ring 999.\n\nThe team")
        == "Dear Ana,\n\nIt is noted. \n\nThe team"
    )


def test_a_form_asks_how_it_went() -> None:
    form = "Ana, please fill this in.\n\nWhom:\nDay:\nSeen or not:\nConcerns for anybody's safety:"
    assert asked(draft("All fine.", quoted(form), "Re: Slip")) == "outcome"
