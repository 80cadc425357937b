"""Away, stopping and leaving, told by circumstances and gently; and what only sounds like it (B9, S7)."""

from datetime import date

import pytest

from mailbot.events import Kind
from mailbot.workflows.people.recognise import recognise
from tests.reading.speaking import draft, kinds, one

LEAVES = """
gona have to pack the visitin in, sorry
I shall have to give up the visiting
this is me finishing as a volunteer
I'm afraid I am giving up visiting, my knees won't have it
I can't carry on as a visitor
thinking its time i jack in the volunteering
My days as a visitor are over
I have decided not to continue
sorry but i cant do this anymore
"""
STOPS = """
I should like another to take over Omar after Christmas
I'd like to give up visiting Omar
Could another visitor take over Omar?
I'd like somebody else to have Omar
I don't feel comfortable visiting Omar any more
Please take Omar off my list
Omar deserves somebody who can still run
"""
NEITHER = """
We gave up waiting at the gate
He is packing in his job
He decided not to continue with the course
I'm finished with the forms
He would like another to read
She is finishing as a carer
"""
NOT_AWAY = """
I'm off to sleep for a week
we're off to the pictures
his hip operation is on 20 May
Omar's knee operation is on 20 May
I'm going to Leeds on Saturday to see Omar
I'm at the hotel from 6 until 8
"""


def each(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.duty("B9")
@pytest.mark.parametrize("text", each(LEAVES))
def test_leaving_is_told_in_many_ways(text: str) -> None:
    assert Kind.LEAVE_SCHEME in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", ["I have decided not to continue", "I think it's time I stopped"])
def test_leaving_told_gently_is_asked(text: str) -> None:
    assert not one(recognise, Kind.LEAVE_SCHEME, draft(text)).sure


@pytest.mark.duty("B9")
@pytest.mark.parametrize("text", each(STOPS))
def test_stopping_one_client_is_told_gently(text: str) -> None:
    found = kinds(recognise, draft(text))
    assert Kind.STOP_VISITING in found
    assert Kind.LEAVE_SCHEME not in found


@pytest.mark.parametrize("text", each(NEITHER))
def test_others_and_other_things_end_too(text: str) -> None:
    assert not kinds(recognise, draft(text)) & {Kind.STOP_VISITING, Kind.LEAVE_SCHEME, Kind.LONE_CHECK_OUT}


@pytest.mark.duty("S7")
@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("count me out until Monday 18 May", None, date(2026, 5, 18)),
        ("we're in the caravan from 25 May until 8 June", date(2026, 5, 25), date(2026, 6, 8)),
        (
            "knee op's come through, 19th May, so I'm no use to you for six weeks",
            date(2026, 5, 19),
            date(2026, 6, 30),
        ),
        ("We're in Cornwall for a fortnight from 2 May", date(2026, 5, 2), date(2026, 5, 16)),
        ("not allowed to drive until 20 May", None, date(2026, 5, 20)),
    ],
)
def test_circumstances_keep_people_away(text: str, first: date | None, last: date | None) -> None:
    fact = one(recognise, Kind.UNAVAILABLE, draft(text))
    assert (fact.fields.period_from, fact.fields.period_to) == (first, last)


@pytest.mark.parametrize("text", each(NOT_AWAY))
def test_an_afternoon_or_somebody_elses_operation_is_no_absence(text: str) -> None:
    assert Kind.UNAVAILABLE not in kinds(recognise, draft(text))
