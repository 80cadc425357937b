"""Visits to come and visits that were not, told in whatever words: each line is a mail of its own.

The signs are those of `test_twelfth_visits.py`.
"""

from pathlib import Path

import pytest

from mailbot.events import Kind
from mailbot.reading.understand import understand
from tests.reading.speaking import around, message, sender
from tests.reading.test_understand import ALL
from tests.workflows.test_twelfth_visits import LETTERS, PROMPTS, _said

LINES = (Path(__file__).parent / "eighteenth_plans.txt").read_text().splitlines()


@pytest.mark.parametrize("line", [line for line in LINES if " | " in line])
def test_what_is_said_of_visits(line: str) -> None:
    expected, words = line.split(" | ")
    asked, *wanted = expected.split()
    quoted = f"\n\n{PROMPTS[asked]}" if asked != "-" else ""
    mail = message(words + quoted, "hello" if asked == "-" else "Re: your visit")
    facts = [each for each in understand(mail, sender(), around(), ALL).facts if each.kind in LETTERS]
    assert sorted(map(_said, facts)) == sorted(each.rstrip("~") for each in wanted)
    assert {f"{_said(each)}~" for each in facts if not each.sure} == {each for each in wanted if each.endswith("~")}


def _kinds(words: str, subject: str) -> dict[Kind, bool]:
    return {each.kind: each.sure for each in understand(message(words, subject), sender(), around(), ALL).facts}


@pytest.mark.parametrize(
    "words",
    [
        "Omar would be better served by a lady of his own age.",
        "Omar and me aren't clicking, it's like talking to a wall.",
        "Please give him to a colleague, Omar deserves one who can follow the football.",
        "I no longer wish to act as reserve for Omar.",
        "May I be taken off the list for Omar?",
        "Do find Omar a sturdier visitor.",
        "Omar no longer wants me, and I can't blame him.",
    ],
)
def test_a_client_is_given_up(words: str) -> None:
    assert _kinds(words, "Omar").get(Kind.STOP_VISITING) is False


@pytest.mark.parametrize(
    "words",
    [
        "I paid for the repair of Omar's bike.",
        "I must give up the outing with Omar on Saturday.",
        "Omar would be better off in Leeds, he says.",
    ],
)
def test_a_client_is_not_given_up(words: str) -> None:
    assert Kind.STOP_VISITING not in _kinds(words, "Omar")


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("phone", "dropped it down a drain, 07700 900812"),
        ("Mobile", "Dear Carol, my niece has given me one of those little telephones. It is 07700 900812."),
        ("hello", "ana.p@example.net going forward, please."),
        ("old inbox", "they close our accounts in June so can you swap me to ana.p@example.net"),
        ("We have moved!", "Boxes everywhere. 4 Mill Row, and the phone's 01632 960812."),
    ],
)
def test_details_that_are_new(subject: str, words: str) -> None:
    assert _kinds(words, subject).get(Kind.CONTACT_CHANGE) is False


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("phone", "The solicitor's number is 01632 960812."),
        ("Omar's phone", "It is 07700 900812."),
        ("phone", "I rang 01632 960812 twice."),
    ],
)
def test_details_of_others(subject: str, words: str) -> None:
    assert Kind.CONTACT_CHANGE not in _kinds(words, subject)
