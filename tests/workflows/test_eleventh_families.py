"""Families of ways to tell of visits that new writers showed: each sentence is a mail of its own.

Before the bar: our question ("?" of a visit made, ">" of one to come, "-" none), then what is said (c made, m missed,
x called off, p planned, i going in, o out, u away) with the day of the month; "~" after it: it must be asked about.
"""

from pathlib import Path

import pytest

from mailbot.events import Fact
from mailbot.reading.understand import understand
from tests.reading.speaking import ASKED_OUTCOME, ASKED_PLAN, OURS, around, message, sender
from tests.reading.test_understand import ALL

ASKED_BACK = f"""On Thu, 23 Apr 2026 at 18:00, Friends <{OURS}> wrote:
> By our reckoning your time with Omar (H-04) has finished. Answer so that we know you are all right."""
PROMPTS = {"-": "", "?": ASKED_OUTCOME, ">": ASKED_PLAN, "b": ASKED_BACK}
LETTERS = {
    "visit_confirmed": "c",
    "visit_missed": "m",
    "visit_cancelled": "x",
    "visit_planned": "p",
    "lone_check_in": "i",
    "lone_check_out": "o",
    "unavailable": "u",
}
LINES = (Path(__file__).parent / "eleventh_families.txt").read_text().splitlines()


def _said(each: Fact) -> str:
    day = each.fields.visit_date or each.fields.next_visit_date or each.fields.period_from
    return LETTERS.get(each.kind.value, each.kind.value) + (str(day.day) if day else "")


@pytest.mark.parametrize("line", [line for line in LINES if " | " in line])
def test_what_is_said_of_visits(line: str) -> None:
    expected, _, words = line.partition(" | ")
    asked, *wanted = expected.split()
    quoted = f"\n\n{PROMPTS[asked]}" if asked != "-" else ""
    mail = message(words + quoted, "hello" if asked == "-" else "Re: your visit")
    facts = understand(mail, sender(), around(), ALL).facts
    assert sorted(map(_said, facts)) == sorted(each.rstrip("~") for each in wanted)
    assert not any(each.sure for each in facts if f"{_said(each)}~" in wanted)
