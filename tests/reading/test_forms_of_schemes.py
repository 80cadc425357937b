"""Every scheme words its form in its own way: what each line asks for follows from any of its words."""

import pytest

from mailbot.reading.words.labels import labelled_lines, labels_in
from mailbot.reading.words.roles import plain_role, role_in_form
from tests.reading.speaking import OURS, draft

FORMS = """
who you called on = person
day you called = day
went / did not go / put off = outcome
next call = next
fares = spent
name of resident = person
date = day
met, not met or put off = outcome
if they were not there, why = reason
km = -
whom = person
on what date = day
did the visit happen = outcome
what stopped it = reason
anything paid out = spent
friend's name = -
date you met = day
visit held or not held = outcome
when do you meet again = next
mileage = miles
seen = person
date of call = day
made / not made = outcome
because = reason
new date = next
money paid = spent
visit to = person
when did you go = day
how did it turn out = outcome
following date = next
distance driven = miles
who = person
date and time = day
happened or not = outcome
cause = reason
next = next
expenses to refund = spent
child = person
day out = day
took place or called off = outcome
if not, what kept you = reason
your outlays = spent
anything unsafe or upsetting = worries
does anybody's welfare trouble you = worries
any risk to anyone = worries
are you uneasy about anything = worries
alarming signs = worries
somebody in danger = worries
did anything bother you = worries
"""
CASES = [tuple(part.strip() for part in line.split("=")) for line in FORMS.splitlines() if line]


@pytest.mark.parametrize(("label", "role"), CASES)
def test_what_a_label_of_a_form_asks_for(label: str, role: str) -> None:
    assert role_in_form(label, "") == (None if role == "-" else role)


@pytest.mark.parametrize(
    ("label", "value", "role"),
    [
        ("visited", "Y", "outcome"),
        ("visited", "yes we did", "outcome"),
        ("seen", "not this time", "outcome"),
        ("met", "no", "outcome"),
        ("visited", "Omar", "person"),
        ("seen", "N-109", "person"),
        ("seen", "Y7", "person"),
        ("who", "H-04", "person"),
    ],
)
def test_where_a_label_may_ask_whom_or_whether_the_answer_tells(label: str, value: str, role: str) -> None:
    assert role_in_form(label, value) == role


FORM = """Seen: H-04
Day of the call: 21/04/2026
Made, not made or put off: made
Laid out (£): 2.40
Anything that bothered you: no"""


def test_a_form_in_a_schemes_own_words_is_read_to_its_last_line() -> None:
    roles = [each.role for each in labels_in(draft(FORM))]
    assert roles == ["person", "day", "outcome", "spent", "worries"]


def test_a_line_that_stands_alone_is_no_form() -> None:
    text = "Made it home at last, what I paid: nothing, as Omar insisted."
    assert [each.role for each in labels_in(draft(text))] == [None]


def test_a_single_line_of_our_own_form_is_one() -> None:
    quoted = f"On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:\n> Met, not met or put off:\n> Laid out:"
    (line, *_) = labels_in(draft("Met, not met or put off: met", quoted))
    assert line.role == "outcome"


@pytest.mark.parametrize("line", ["Visited? (yes / no / called off): yes", "Visited (Y / N / put off): Y"])
def test_options_in_brackets_ask_whether(line: str) -> None:
    (found,) = labelled_lines(line)
    assert (found.label.endswith("y/n"), plain_role(found.label)) == (True, "outcome")
