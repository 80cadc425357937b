from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mailbot.events import Kind, Outcome
from mailbot.workflows.visits.recognise import recognise
from tests.reading.speaking import ASKED_OUTCOME, ASKED_PLAN, BEN, CAROL, THURSDAY, draft, kinds, one

FORM = """Person visited: H-04
Visit date: 21/04/2026
Outcome: took place
Next visit date: 05.05.2026
Expenses: 0
Worries: none"""


@pytest.mark.duty("B10")
def test_the_form_confirms_the_visit_and_plans_the_next() -> None:
    confirmed = one(recognise, Kind.VISIT_CONFIRMED, draft(FORM))
    assert confirmed.sure
    assert confirmed.fields.visit_date == date(2026, 4, 21)
    assert (confirmed.fields.client_ref, confirmed.fields.outcome) == ("H-04", Outcome.TOOK_PLACE)
    assert confirmed.evidence.startswith("Person visited")
    planned = one(recognise, Kind.VISIT_PLANNED, draft(FORM))
    assert (planned.sure, planned.fields.next_visit_date) == (True, date(2026, 5, 5))


def test_the_form_tells_a_visit_that_did_not_take_place_with_its_reason() -> None:
    text = "Visit date: 21/4/26\nOutcome: did not take place\nReason if it did not: taken to court"
    missed = one(recognise, Kind.VISIT_MISSED, draft(text))
    assert (missed.sure, missed.fields.reason) == (True, "taken to court")
    assert missed.evidence == text


def test_a_reason_that_is_more_than_the_usual_stays_for_a_person() -> None:
    text = "Visit date: 21/4/26\nOutcome: did not take place\nReason if it did not: he had not come down for days"
    assert "Reason" not in one(recognise, Kind.VISIT_MISSED, draft(text)).evidence


@pytest.mark.parametrize("outcome", ["took place but not with him", "took place, or so I think"])
def test_an_outcome_with_a_doubt_is_asked(outcome: str) -> None:
    fact = one(recognise, Kind.VISIT_CONFIRMED, draft(f"Visit date: 21/04/2026\nOutcome: {outcome}"))
    assert (fact.sure, fact.unsure_of) == (False, "outcome")


@pytest.mark.parametrize("day", ["30/02/2026", "", "28/04/2026", "the usual"])
def test_a_form_without_a_believable_day_is_asked(day: str) -> None:
    fact = one(recognise, Kind.VISIT_CONFIRMED, draft(f"Visit date: {day}\nOutcome: took place"))
    assert (fact.sure, fact.unsure_of) == (False, "visit_date")


@pytest.mark.parametrize(
    "text",
    [
        "Saw H-04 on Tuesday.",
        "I visited Omar last Tuesday",
        "Hi Carol, the visit with Omar took place on 21 April.",
        "Omar's visit on Tuesday did happen.",
    ],
)
def test_a_plain_sentence_confirms_a_visit(text: str) -> None:
    fact = one(recognise, Kind.VISIT_CONFIRMED, draft(text))
    assert fact.sure
    assert (fact.fields.visit_date, fact.fields.client_ref) == (date(2026, 4, 21), "H-04")


@pytest.mark.parametrize("text", ["Yes", "Yes it went ahead", "It did, thanks Carol.", "yep all ok", "All went well"])
def test_a_short_yes_takes_day_and_client_from_our_own_prompt(text: str) -> None:
    fact = one(recognise, Kind.VISIT_CONFIRMED, draft(text, ASKED_OUTCOME))
    assert fact.sure
    assert (fact.fields.visit_date, fact.fields.client_ref) == (date(2026, 4, 22), "H-04")
    assert fact.fields.from_quote == ("visit_date", "client_ref_or_name")
    assert fact.fields.client_source == "quote"


def test_a_yes_above_somebody_elses_words_is_no_visit() -> None:
    quoted = ASKED_OUTCOME.replace("visits@friends.example.org", "jo@example.net")
    assert kinds(recognise, draft("Yes", quoted)) == set()


@pytest.mark.parametrize(
    "text", ["No", "No, he had been taken to court", "didn't go in the end", "I couldn't make it"]
)
@pytest.mark.duty("B10")
def test_a_short_no_says_that_the_visit_we_asked_about_did_not_take_place(text: str) -> None:
    fact = one(recognise, Kind.VISIT_MISSED, draft(text, ASKED_OUTCOME))
    assert (fact.sure, fact.fields.visit_date) == (True, date(2026, 4, 22))


def test_no_worries_is_not_a_no() -> None:
    assert kinds(recognise, draft("No worries, it went ahead", ASKED_OUTCOME)) == {Kind.VISIT_CONFIRMED}


@pytest.mark.parametrize(
    "text",
    [
        "Yes and no",
        "Yes, but only through the door",
        "No. Saw him on Tuesday instead.",
        "I didn't see Omar but I saw Salma on Tuesday",
        "Saw Omar's brother on Tuesday",
        "His interview went well on Tuesday",
    ],
)
def test_two_minds_in_one_message_are_asked(text: str) -> None:
    assert not any(f.sure and f.kind is Kind.VISIT_CONFIRMED for f in recognise(draft(text, ASKED_OUTCOME)))


@pytest.mark.parametrize(
    "text", ["I have not seen Omar on Tuesday", "It never took place", "I should have visited Omar on Tuesday"]
)
def test_what_is_denied_is_not_confirmed(text: str) -> None:
    assert Kind.VISIT_CONFIRMED not in kinds(recognise, draft(text))


def test_a_visit_to_somebody_elses_client_is_asked() -> None:
    fact = one(recognise, Kind.VISIT_CONFIRMED, draft("Saw Salma on Tuesday", who=CAROL))
    assert (fact.sure, fact.unsure_of) == (False, "client_ref")


def test_without_a_client_or_a_day_nothing_is_made_up() -> None:
    fact = one(recognise, Kind.VISIT_CONFIRMED, draft("It went ahead", who=BEN))
    assert (fact.sure, fact.fields.client_ref, fact.fields.visit_date) == (False, None, None)


@pytest.mark.duty("B9")
@pytest.mark.parametrize(
    "text", ["I can't visit Omar on Saturday", "Must cry off the visit to Omar on 25 April, I have a cold"]
)
def test_a_visit_that_cannot_be_is_cancelled(text: str) -> None:
    fact = one(recognise, Kind.VISIT_CANCELLED, draft(text))
    assert (fact.sure, fact.fields.visit_date, fact.fields.outcome) == (True, date(2026, 4, 25), Outcome.CANCELLED)


def test_a_visit_that_is_announced_is_planned_and_not_done() -> None:
    text = "I'm seeing Omar on Saturday at 3pm"
    fact = one(recognise, Kind.VISIT_PLANNED, draft(text))
    assert (fact.sure, fact.fields.next_visit_date, fact.fields.next_visit_time) == (
        True,
        date(2026, 4, 25),
        time(15),
    )
    assert kinds(recognise, draft(text)) == {Kind.VISIT_PLANNED}


def test_ill_be_there_takes_its_day_from_our_prompt() -> None:
    fact = one(recognise, Kind.VISIT_PLANNED, draft("Confirmed, I'll be there.", ASKED_PLAN))
    assert (fact.fields.next_visit_date, fact.fields.from_quote) == (
        date(2026, 4, 25),
        ("next_visit_date", "client_ref_or_name"),
    )


@given(st.integers(min_value=0, max_value=60))
def test_the_day_moves_with_the_week(weeks: int) -> None:
    given_draft = draft("Saw Omar on Tuesday")
    later = replace(given_draft.around, written_at=THURSDAY + timedelta(weeks=weeks))
    fact = one(recognise, Kind.VISIT_CONFIRMED, replace(given_draft, around=later))
    assert fact.fields.visit_date == date(2026, 4, 21) + timedelta(weeks=weeks)


@example("oTHER", ASKED_OUTCOME)
@given(st.text(max_size=80), st.sampled_from(["", ASKED_OUTCOME, ASKED_PLAN]))
def test_no_text_makes_it_raise_and_evidence_is_always_the_text_itself(text: str, quoted: str) -> None:
    for fact in recognise(draft(text, quoted)):
        assert fact.evidence == text[fact.span.start : fact.span.end]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Seeing Omar on 4th and 18th May.", [(4, True), (18, True)]),
        ("Next visits to Omar: 4th May, 11th May and 18th May.", [(4, True), (11, True), (18, True)]),
        ("I'm visiting Omar on 4th May, 11th May I am away.", [(4, False)]),
        ("Seeing Omar on the 4th or the 11th of May.", [(4, False)]),
    ],
)
def test_each_day_of_a_list_is_planned(text: str, days: list[tuple[int, bool]]) -> None:
    found = [each for each in recognise(draft(text)) if each.kind is Kind.VISIT_PLANNED]
    assert [(each.fields.next_visit_date.day, each.sure) for each in found if each.fields.next_visit_date] == days


def test_a_plan_from_one_hour_to_another_begins_at_the_first() -> None:
    planned = one(recognise, Kind.VISIT_PLANNED, draft("Seeing Omar on Saturday from 2 to 4pm."))
    assert planned.fields.next_visit_time == time(14)
    moved = one(recognise, Kind.VISIT_PLANNED, draft("Omar on Saturday is moved from 2pm to 4pm."))
    assert moved.fields.next_visit_time is None


@pytest.mark.parametrize("month", ["May", "June", "July"])
def test_the_month_of_may_is_no_doubt(month: str) -> None:
    assert one(recognise, Kind.VISIT_CANCELLED, draft(f"I can't visit Omar on 14 {month}.")).sure
    assert not one(recognise, Kind.VISIT_PLANNED, draft(f"I may be seeing Omar on 14 {month}.")).sure


@pytest.mark.duty("B10")
@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("All fine, thanks.", True),
        ("Was on nights Weds so I went Tues. All fine, thanks.", False),
        ("His carer swapped us to the Tuesday (21/04). It went ahead.", False),
        ("His birthday was on 1 April. It went ahead.", True),
    ],
)
def test_where_a_day_near_ours_is_named_as_well_it_is_asked_which_it_was(text: str, sure: bool) -> None:
    """Our prompt asks about Wednesday 22 April."""
    confirmed = one(recognise, Kind.VISIT_CONFIRMED, draft(text, ASKED_OUTCOME))
    assert (confirmed.fields.visit_date, confirmed.sure) == (date(2026, 4, 22), sure)


@pytest.mark.parametrize(("hour", "sure"), [(2, False), (4, False), (5, True), (18, True)])
@pytest.mark.parametrize("day", ["this aft", "today", "yesterday", "this evening"])
def test_a_day_told_in_the_small_hours_may_be_the_one_before(hour: int, sure: bool, day: str) -> None:
    here = draft(f"I visited Omar {day}.")
    here = replace(here, around=replace(here.around, written_at=THURSDAY.replace(hour=hour)))
    assert one(recognise, Kind.VISIT_CONFIRMED, here).sure == sure


def test_a_weekday_told_in_the_small_hours_is_that_weekday() -> None:
    here = draft("I visited Omar on Tuesday.")
    here = replace(here, around=replace(here.around, written_at=THURSDAY.replace(hour=2)))
    assert one(recognise, Kind.VISIT_CONFIRMED, here).sure


def test_no_visit_is_planned_for_the_day_that_is_called_off() -> None:
    found = list(recognise(draft("No Omar on Saturday, he has his trial shift. Fingers crossed.", ASKED_PLAN)))
    assert [each.kind for each in found] == [Kind.VISIT_CANCELLED]


@pytest.mark.parametrize(
    "text",
    [
        "I could not arrive, the bridge was up. With Omar we made it 30 April.",
        "I was there from 3, phone off, door locked. The desk said he is at his lawyer's.",
    ],
)
def test_who_never_got_in_has_not_visited_whatever_else_they_say(text: str) -> None:
    found = kinds(recognise, draft(text, ASKED_OUTCOME))
    assert Kind.VISIT_MISSED in found and Kind.VISIT_CONFIRMED not in found


def test_a_train_that_was_cancelled_is_no_visit_that_was() -> None:
    text = "Two cancelled trains and a replacement bus, but Omar and I had half an hour."
    assert Kind.VISIT_MISSED not in kinds(recognise, draft(text, ASKED_OUTCOME))
