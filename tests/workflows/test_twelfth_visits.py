"""Ways to tell of visits that the twelfth to twenty-third set showed: each line of two tables is a mail of its own.

Before the bar: our question ("?" of a visit made, ">" of one to come, "-" none), then what is said (c made, m missed,
x called off, p planned) with the day of the month, and nothing else of visits; "~" after it: it must be asked about.
"⏎" ends a line of the mail. Before a second bar stands the mail's subject.
"""

from pathlib import Path

import pytest

from mailbot.events import Fact, Kind
from mailbot.reading.understand import understand
from tests.reading.speaking import ASKED_OUTCOME, ASKED_PLAN, around, message, sender
from tests.reading.test_understand import ALL

PROMPTS = {"-": "", "?": ASKED_OUTCOME, ">": ASKED_PLAN}
LETTERS = {
    Kind.VISIT_CONFIRMED: "c",
    Kind.VISIT_MISSED: "m",
    Kind.VISIT_CANCELLED: "x",
    Kind.VISIT_PLANNED: "p",
}
TABLES = ("twelfth_visits.txt", "eighteenth_visits.txt")
LINES = [line for name in TABLES for line in (Path(__file__).parent / name).read_text().splitlines()]


def _said(each: Fact) -> str:
    day = each.fields.visit_date or each.fields.next_visit_date
    return LETTERS[each.kind] + (str(day.day) if day else "")


@pytest.mark.parametrize("line", [line for line in LINES if " | " in line])
def test_what_is_said_of_visits(line: str) -> None:
    expected, *subject, words = line.split(" | ")
    asked, *wanted = expected.split()
    quoted = f"\n\n{PROMPTS[asked]}" if asked != "-" else ""
    plain = subject[0] if subject else "hello"
    mail = message(words.replace("⏎", "\n") + quoted, plain if asked == "-" else "Re: your visit")
    facts = [each for each in understand(mail, sender(), around(), ALL).facts if each.kind in LETTERS]
    assert sorted(map(_said, facts)) == sorted(each.rstrip("~") for each in wanted)
    assert {f"{_said(each)}~" for each in facts if not each.sure} == {each for each in wanted if each.endswith("~")}
