"""Families of ways that the eighteenth to twenty-third set and retold mails showed: machines, claims, lone working.

A line is a mail of its own. Before the first bar what it is: "a" an automatic reply and "s" a scam, with nothing in
its headers, "-" a person's; then subject and text. With one bar: the kinds of claims and lone working that have to be
found ("c" claim, "i" going in, "o" out again, "-" none), "!" where the first is sure, "?" where it has to be asked
about; before it "@" where we asked whether they are out again, "#" whether they go in.
"""

from pathlib import Path

import pytest

from mailbot.events import Kind, Trust
from mailbot.reading.message import MachineKind, Sender
from mailbot.reading.spam import spam
from mailbot.reading.understand import understand
from tests.reading.speaking import ANA, around, message, sender
from tests.reading.test_understand import ALL

LINES = (Path(__file__).parent / "eighteenth_money.txt").read_text().splitlines()
MACHINES = {"a": MachineKind.AUTO_REPLY, "s": MachineKind.SPAM, "-": None}
LETTERS = {"c": Kind.EXPENSE_CLAIM, "i": Kind.LONE_CHECK_IN, "o": Kind.LONE_CHECK_OUT}
ASKED = {"@": "check_out", "#": "check_in"}


@pytest.mark.parametrize("line", [line for line in LINES if line.count(" | ") == 2])
def test_who_wrote_it(line: str) -> None:
    letter, subject, words = line.split(" | ")
    strange = "strangers" in _heading(line)
    who = Sender(ANA.email, None, frozenset(), Trust.UNVERIFIED) if strange else sender()
    mail = message(words, subject)
    machine = spam(mail) if letter == "s" else understand(mail, who, around(), ALL).machine
    assert (machine.kind if machine else None) is MACHINES[letter]


@pytest.mark.parametrize("line", [line for line in LINES if line.count(" | ") == 1])
def test_money_and_lone_working(line: str) -> None:
    expected, words = line.split(" | ")
    letters = expected.strip("@#!?-")
    question = next((asked for sign, asked in ASKED.items() if sign in expected), None)
    facts = understand(message(words.replace("⏎", "\n")), sender(), around(question=question), ALL).facts
    found = [each for each in facts if each.kind in LETTERS.values()]
    assert {each.kind for each in found} == {LETTERS[letter] for letter in letters}
    assert found == [] or expected[-1] not in "!?" or found[0].sure is (expected[-1] == "!")


def _heading(line: str) -> str:
    return next(each for each in reversed(LINES[: LINES.index(line)]) if each.startswith("#"))
