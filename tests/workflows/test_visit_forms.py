"""Forms of other schemes: how they call their lines, and what people answer (Thursday 23 April 2026)."""

from datetime import date, time

import pytest

from mailbot.events import Kind, Outcome
from mailbot.reading.words.labels import labelled_lines
from mailbot.workflows.attention.recognise import recognise as of_questions
from mailbot.workflows.expenses.recognise import recognise as of_claims
from mailbot.workflows.safeguarding.recognise import recognise as of_concerns
from mailbot.workflows.visits.recognise import recognise
from tests.reading.speaking import OURS, draft, kinds, one

LABELS = """
person   | Who: Omar
person   | Client ref: H-04
person   | Who did you see? Omar
day      | When: Tuesday
day      | Date and time: 21/4, 2pm
day      | When was it? Tuesday
outcome  | Went ahead? (y/n): y
outcome  | Happened (y/n): Y
outcome  | Did you meet? yes
outcome  | Did the session go ahead: no
outcome  | Visited (yes/no): no
outcome  | Was the visit made: yes
outcome  | *Visit status:* done
reason   | If no, reason: n/a
reason   | If it didn't, why: ill
reason   | If it did not, what happened: rain
reason   | Why not? Rain
next     | Next one: 2 May
next     | Seeing them next on: Saturday
next     | Next due: 2 May
next     | When next? Saturday
next     | New date: 2 May
spent    | Spent (£): 3.20
spent    | Costs (£): none claimed
spent    | Any expenses? None
spent    | Money spent: nil
miles    | Mileage: 0
miles    | Miles driven (return): 12
worries  | Anything that worries you: no
worries  | Concerns about anybody's wellbeing: None.
worries  | Any other worries? No
worries  | Anyone at risk? No
-        | Who would have thought it: he won.
-        | When I arrived he was up: a first!
-        | Receipt attached (y/n): n
-        | Any chance of a lift? Ben says no
"""

FORM = """Who: Omar
When: Tuesday 21 April, 2.15 p.m.
Went ahead? (y/n): {went}
If it did not, what happened: {why}
Next one: 2 May
Spent (£): {spent}
Mileage: {spent}
Anything that worries you: {worry}"""


@pytest.mark.parametrize("line", [line for line in LABELS.splitlines() if line])
def test_what_a_line_of_a_form_is_for(line: str) -> None:
    role, _, words = line.partition("| ")
    found = [each.role for each in labelled_lines(words)]
    assert (found or [None])[0] == (None if role.strip() == "-" else role.strip())


NUMBERS = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> Ana, about H-04 and Wednesday 22 April 2026:
>
> 1. Did you meet?
> 2. If you didn't, what happened?
> 3. When do you meet next?
> 4. Did you spend anything, and on what?
> 5. Is there anything about safety or wellbeing that we should know?"""
BOXES = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> Guest: Omar (H-04)
> Planned for: Wednesday 22 April 2026
> [ ] We met  [ ] We did not meet
> Why not:
> Next meeting (day, time):"""


@pytest.mark.parametrize(
    ("answer", "kind", "following"),
    [
        ("1. Yes\n2. n/a\n3. don't know yet\n4. no\n5. no", Kind.VISIT_CONFIRMED, None),
        ("1) Oui\n2) —\n3) 3 mai\n4) non", Kind.VISIT_CONFIRMED, None),
        ("1 Yes 2 - 3 3 May 4 nothing 5 no", Kind.VISIT_CONFIRMED, date(2026, 5, 3)),
        ("1: yep, 2: -, 3: 4 May, 4: none, 5: all well", Kind.VISIT_CONFIRMED, date(2026, 5, 4)),
        ("1 no 2 got held on shift, two off sick 3 next Sat 2nd 4 no 5 no", Kind.VISIT_MISSED, date(2026, 5, 2)),
        ("Q1 No\nQ2 he was in court\nQ3 29 April", Kind.VISIT_MISSED, date(2026, 4, 29)),
    ],
)
def test_answers_by_number_are_lines_of_a_form(answer: str, kind: Kind, following: date | None) -> None:
    given = draft(answer, NUMBERS, "Re: five questions")
    assert one(recognise, kind, given).fields.visit_date == date(2026, 4, 22)
    if following:
        assert one(recognise, Kind.VISIT_PLANNED, given).fields.next_visit_date == following


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("[x] We met  [ ] We did not meet", Kind.VISIT_CONFIRMED),
        ("[ ] We met  [X] We did not meet", Kind.VISIT_MISSED),
        ("(x) We met\n( ) We did not meet", Kind.VISIT_CONFIRMED),
        ("☐ We met ☑ We did not meet", Kind.VISIT_MISSED),
        ("x in the we met box", Kind.VISIT_CONFIRMED),
        ("Tick in the first box please, Carol.", Kind.VISIT_CONFIRMED),
        ("Put a cross in the second one", Kind.VISIT_MISSED),
        ("my tick is for we did not meet", Kind.VISIT_MISSED),
    ],
)
def test_a_tick_or_its_place_told_in_words_is_the_outcome(answer: str, kind: Kind) -> None:
    assert one(recognise, kind, draft(answer, BOXES, "Re: sheet")).fields.visit_date == date(2026, 4, 22)


@pytest.mark.parametrize("answer", ["[ ] We met  [ ] We did not meet", "[x] We met  [x] We did not meet"])
def test_boxes_with_no_tick_or_with_both_say_nothing(answer: str) -> None:
    assert kinds(recognise, draft(answer, BOXES, "Re: sheet")) == set()


@pytest.mark.parametrize("none", ["none", "no", "n/a", "nil", "0", "None.", "-", "none claimed", "nothing this time"])
def test_answers_that_there_is_nothing_are_no_question_no_claim_and_no_concern(none: str) -> None:
    given = draft(FORM.format(went="y", why="n/a", spent=none, worry=none))
    assert kinds(recognise, given) == {Kind.VISIT_CONFIRMED, Kind.VISIT_PLANNED}
    for other in (of_claims, of_concerns, of_questions):
        assert kinds(other, given) == set()


@pytest.mark.parametrize(
    "well", ["All fine thanks", "he is well", "Nope", "everyone was happy", "she's great, thank you"]
)
def test_an_answer_that_all_are_well_is_no_concern(well: str) -> None:
    assert kinds(of_concerns, draft(FORM.format(went="y", why="", spent="0", worry=well))) == set()


@pytest.mark.parametrize(
    "worry", ["fine but thin", "well, he seemed low", "not sure", "yes", "he is not well", "no, he has cut his arms"]
)
def test_an_answer_that_may_be_a_worry_is_a_concern(worry: str) -> None:
    assert Kind.SAFEGUARDING_CONCERN in kinds(
        of_concerns, draft(FORM.format(went="y", why="", spent="0", worry=worry))
    )


@pytest.mark.parametrize("went", ["y", "Y", "yes", "Yes!", "it did", "attended", "✓", "done"])
def test_a_visit_that_was_made_has_its_day_and_time(went: str) -> None:
    fact = one(recognise, Kind.VISIT_CONFIRMED, draft(FORM.format(went=went, why="n/a", spent="0", worry="no")))
    assert (fact.fields.visit_date, fact.fields.visit_time, fact.fields.reason) == (
        date(2026, 4, 21),
        time(14, 15),
        None,
    )
    assert fact.sure


@pytest.mark.parametrize("went", ["n", "no", "it didn't", "couldn't", "not possible", "unable to", "✗"])
def test_a_visit_that_was_not_made_has_its_reason(went: str) -> None:
    form = FORM.format(went=went, why="lockdown", spent="0", worry="no")
    fact = one(recognise, Kind.VISIT_MISSED, draft(form))
    assert fact.fields.outcome is Outcome.DID_NOT_TAKE_PLACE
    assert (fact.fields.reason, fact.fields.visit_time) == ("lockdown", None)
