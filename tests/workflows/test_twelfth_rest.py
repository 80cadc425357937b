"""Families of what is said beside visits: lone working, time away, commands, thanks, questions. Each is its own mail.

Before the bar: our question ("b" are you back, "?" of a visit, ">" of one to come, "t" a letter of ours that asks
nothing, "e" a claim to decide, "x" the same without a quote, "c" a coordinator's own mail, "-" none), then the facts,
with the day or the time to be back; "~": it must be asked about, "!": it must be sure, "^": never given.
"""

from pathlib import Path

import pytest

from mailbot.events import Fact
from mailbot.reading.message import Recogniser
from mailbot.reading.understand import understand
from mailbot.workflows.registry import Registry
from tests.reading.speaking import ANA, ASKED_OUTCOME, ASKED_PLAN, CAROL, OURS, around, message, sender
from tests.workflows.test_eleventh_families import ASKED_BACK, LETTERS

TOLD = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> Noted: you saw Omar (H-04) on Wednesday 22 April 2026. There is nothing more to do."""
CLAIM = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> Ana claims £12.40 for train fares, FR-E-0012. Do you approve?"""
PROMPTS = {"-": "", "?": ASKED_OUTCOME, ">": ASKED_PLAN, "b": ASKED_BACK, "t": TOLD, "e": CLAIM, "c": "", "x": ""}
SUBJECTS = {"-": "hello", "c": "hello", "e": "Re: Expense FR-E-0012", "x": "Re: Expense FR-E-0012", "t": "Re: Noted"}
OFFICERS = "ecx"
SHORT = {
    **LETTERS,
    "coordinator_command": "cmd",
    "acknowledgement": "ack",
    "question_other": "ask",
    "contact_change": "new",
    "stop_visiting": "stop",
    "leave_scheme": "leave",
}
LINES = (Path(__file__).parent / "twelfth_rest.txt").read_text().splitlines()


@pytest.fixture(scope="module")
def recognisers() -> tuple[Recogniser, ...]:
    return tuple(Registry().recognisers)


def _said(each: Fact) -> str:
    fields = each.fields
    kind = SHORT.get(each.kind.value, each.kind.value)
    if kind == "i":
        return f"i{fields.expected_back_at:%H%M}" if fields.expected_back_at else "i"
    if kind == "cmd":
        return f"cmd-{fields.command}"
    day = fields.visit_date or fields.next_visit_date or fields.period_from
    return kind + (str(day.day) if day else "")


@pytest.mark.parametrize("line", [line for line in LINES if " | " in line])
def test_what_is_said_beside_visits(line: str, recognisers: tuple[Recogniser, ...]) -> None:
    expected, _, words = line.partition(" | ")
    asked, *wanted = expected.split()
    quoted = f"\n\n{PROMPTS[asked]}" if PROMPTS[asked] else ""
    who = CAROL if asked in OFFICERS else ANA
    mail = message(words + quoted, SUBJECTS.get(asked, "Re: your visit"), who)
    facts = understand(mail, sender(who), around(), recognisers).facts
    found = {_said(each): each.sure for each in facts}
    for each in wanted:
        if each.startswith("^"):
            assert not any(said.rstrip("0123456789") == each[1:] for said in found), found
        else:
            assert each.rstrip("~!") in found, found
            assert not each.endswith("~") or not found[each[:-1]]
            assert not each.endswith("!") or found[each[:-1]]
