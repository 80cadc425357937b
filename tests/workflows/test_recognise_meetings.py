"""A coordinator's mail that announces a meeting, as people write it: what, day, time, place, and who is invited."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.words.announcing import announces
from mailbot.workflows.meetings.recognise import recognise
from tests.reading.speaking import ANA, CAROL, draft

BOTH = ("visitor", "backup")
HOUSE = "Friends' Meeting House"


def read(text, who=CAROL):
    """The fields of the announcement, or None."""
    found = list(recognise(draft(text, who=who)))
    return found[0] if found else None


@pytest.mark.duty("L25")
@pytest.mark.parametrize(
    ("text", "what", "at", "place", "who"),
    [
        ("Support group on Thursday 14 May at 7pm, Friends' Meeting House, please invite everybody",
         "Support group", time(19), HOUSE, BOTH),
        ("The next general meeting is on Thursday 14 May at 7.30pm in the Town Hall.\nPlease let everyone know.\n\n"
         "Carol",
         "General meeting", time(19, 30), "Town Hall", BOTH),
        ("Could you invite the backups to a support group on 14/5/2026 at 18:00, online?",
         "Support group", time(18), "online", ("backup",)),
        ("General meeting\nThursday 14 May 2026\n7.30pm\nVenue: Trinity Church Hall\nPlease invite all volunteers",
         "General meeting", time(19, 30), "Trinity Church Hall", BOTH),
        ("Hi, can you invite all visitors to a workshop on boundaries on Thursday 14 May at 6.30pm at the Civic"
         " Centre, room 4? Best wishes, Carol",
         "Workshop", time(18, 30), "Civic Centre, room 4", ("visitor",)),
        ("Support group Thursday 14th May 7pm at the library - please invite everyone.",
         "Support group", time(19), "library", BOTH),
        ("Induction training on 14 May at 10am at St. John's Hall. Please ask everybody to come.",
         "Induction training", time(10), "St. John's Hall", BOTH),
    ],
)  # fmt: skip
def test_what_a_coordinator_writes_is_read_in_full(text, what, at, place, who):
    fact = read(text)
    fields = fact.fields
    assert fact.sure
    assert (fields.command_args, fields.next_visit_date, fields.next_visit_time) == (what, date(2026, 5, 14), at)
    assert (fields.place, fields.invites) == (place, who)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Support group on Thursday 14 May, 7.15 for 7.30pm, Town Hall. Please invite everybody.", "next_visit_time"),
        ("Support group on Thursday 14 May at about 7pm, Town Hall. Please invite everybody.", "next_visit_time"),
        ("Support group on Friday 14 May at 7pm, Town Hall. Please invite everybody.", "next_visit_date"),
        ("Support group on the 14th or 15th of May at 7pm, Town Hall. Please invite everybody.", "next_visit_date"),
        ("Support group on Thursday 14 May at 7pm. Please invite everybody.", "place"),
        (
            "Support group on Thursday 14 May at 7pm, Trinity House; The Oaks. Please invite everyone.",
            "place",
        ),
    ],
)
def test_what_may_be_another_is_left_out_and_makes_it_unsure(text, missing):
    fact = read(text)
    assert not fact.sure
    assert getattr(fact.fields, missing) is None


@pytest.mark.parametrize(
    "text",
    [
        "Please don't invite anybody to the support group on 14 May at 7pm, Town Hall",
        "How was the support group on Thursday 14 May? Did you invite everybody?",
        "Please tell everybody that the training on 14 May at 6pm at Trinity Hall is cancelled",
        "The support group on 14 May at 7pm in the Town Hall was lovely",
        "Please invite Ben to the support group on 14 May at 7pm, Town Hall",
        "We had a training day on 14 April at 10am, Town Hall. Please ask everyone for feedback.",
        "Here are the minutes of the general meeting on 14 May at 7pm, Town Hall, please invite everybody to read",
    ],
)
def test_what_announces_nothing_is_nothing(text):
    assert read(text) is None


def test_nobody_but_an_officer_announces():
    assert read("Support group on Thursday 14 May at 7pm, Town Hall, please invite everybody", ANA) is None


def test_a_place_never_names_somebody_who_is_visited():
    fact = read("Omar waits at Omar House. Meeting on Thursday 14 May at 7pm, please invite everybody")
    assert fact.fields.place is None and not fact.sure


WORDS = [
    "support",
    "group",
    "training",
    "invite",
    "everybody",
    "please",
    "let",
    "know",
    "visitors",
    "to",
    "the",
    "at",
    "7pm",
    "14",
    "May,",
    "Hall",
    ".",
    "?",
    "\n",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_whatever_is_written_is_read_without_a_stumble(text):
    fact = read(text)
    assert fact is None or fact.fields.invites
    assert announces(text) or fact is None
