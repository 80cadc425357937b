"""A quote is known as ours in whatever language the writer's mail program introduces it.

attributions.txt: as Gmail does, in a line; header_blocks.txt: as Outlook does, in four.
"""

from pathlib import Path

import pytest

from mailbot.events import Kind
from mailbot.reading.newest import split
from mailbot.reading.understand import understand
from tests.reading.speaking import OURS, around, message, sender
from tests.reading.test_understand import ALL

HERE = Path(__file__).parent
LINES = (HERE / "attributions.txt").read_text().splitlines()[1:]
BLOCKS = (HERE / "header_blocks.txt").read_text().splitlines()[1:]
PROMPT = """Dear Ana,

Wednesday 22 April 2026 was your day with Omar (H-04). Did the visit take place?

Worried about somebody, self-harm or abuse included? Say so. Danger to life: 999."""


def assert_answers_our_question(quoted: str) -> None:
    found = understand(message(f"Yes, all fine.\n\n{quoted}", "Re: your visit"), sender(), around(), ALL)
    assert found.text.newest == "Yes, all fine."
    assert [fact.kind for fact in found.facts] == [Kind.VISIT_CONFIRMED]
    assert not found.harm_unplaced


@pytest.mark.parametrize("mark", ["> ", ""], ids=["marked", "bare"])
@pytest.mark.parametrize("line", LINES)
def test_a_short_answer_above_a_line_of_gmail_is_understood(line: str, mark: str) -> None:
    below = "\n".join(mark + each for each in PROMPT.split("\n"))
    assert_answers_our_question(f"{line.replace('ADDR', OURS)}\n\n{below}")


@pytest.mark.parametrize("bold", ["", "*"], ids=["plain", "bold"])
@pytest.mark.parametrize("rule", [f"{'_' * 32}\n", ""], ids=["rule", "none"])
@pytest.mark.parametrize("block", BLOCKS)
def test_a_short_answer_above_a_block_of_outlook_is_understood(block: str, rule: str, bold: str) -> None:
    *labels, sent = block.split("|")
    values = (f"Friends <{OURS}>", sent, "Ana <ana@example.com>", "Your visit")
    lines = (f"{bold}{label}:{bold} {value}" for label, value in zip(labels, values, strict=True))
    assert_answers_our_question(rule + "\n".join(lines) + f"\n\n{PROMPT}")


@pytest.mark.parametrize(
    "line",
    [
        "Jo <jo@example.org> asked me on the 23rd:",
        "I wrote to Jo <jo@example.org> at 9:00 and this is what came:",
        "In 2026 at 9:00 he said:",
        "Papers: Jo <jo@example.org>",
    ],
)
def test_what_a_person_writes_above_a_list_is_their_own(line: str) -> None:
    text = f"All fine.\n\n{line}\nbring the papers\nand the key"
    assert split(message(text, "Papers")).newest == text


def test_a_form_with_the_writers_address_is_their_own() -> None:
    form = "Volunteer: Ana <ana@example.com>\nDay: 21/04/2026 14:00\nWho: Omar\nTook place: yes"
    assert split(message(form, "Re: Visit slip")).newest == form
