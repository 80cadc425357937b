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
SOFTLY_AWAY = """
Out of the loop for three weeks from Monday, new hip!
I can only start again once the baby is sleeping, say July.
Please rest me until the end of June.
I'm doing nights all through June.
We have guests until the 27th so visiting is on hold.
I'm moving flat, back with you on the 1st of June.
Please don't put me down for anything in June.
Not about in June.
I'd like to take a break over the summer.
I'm having to take time off till July.
Doctor's signed me off for two weeks.
I'm back at uni in September, not here before that.
Please note that I shall be absent from 20 May until 3 June inclusive.
I shall be in Scotland all of next week.
My family are over from Poland from the 20th till the 27th so I'll be tied up.
Can't visit while my mother's in hospital.
Half term next week, so I won't be visiting.
I'm afraid I'm not free at all for the next three weeks.
Leave me off the rota until 1 July.
I'm going to be a grandmother! Off to Bristol from the 20th, back early June.
My shifts have changed and I can't do anything before the 8th of June.
I've broken my wrist so I'm grounded till it's out of plaster, about five weeks.
I won't be able to visit anyone until after my operation on 3 June.
We move house on the 20th so give me a fortnight's grace.
Annual leave 20-27 May, back in harness on the 28th.
I'm stepping back for a few weeks, family stuff.
I may be away in June, not booked yet.
Leave me out of the rota for the whole of June.
You won't see me in June.
I'm on night shifts till the end of May.
Don't count on me before June.
I'm spending June in Poland.
No chance of a visit from me until after my exams.
I'd be grateful for a few weeks off.
We'll be at my daughter's in Kent all next week.
Could I have June off?
I'm stuck at home with a broken ankle for six weeks.
I'm going to need a month to get over this.
I need to step away for a bit, exam season
I'm having a fortnight in Wales from Saturday.
Please excuse me for the next month, I've a new baby grandson to get to know.
Can't commit to anything until the builders have gone, probably mid June.
Off the grid 20-27 May.
My knee's being done on the 20th and I'm told six weeks.
I am not free before June.
Give me a couple of weeks please, my dad's poorly.
Finals are upon me so I'll be no use till 12 June.
I shall be unable to undertake any visits during the period 20 May to 3 June.
Back in Leeds for the summer, returning mid September.
In hospital from Monday, home by the weekend all being well.
I'd rather not be asked in June.
I'm on a retreat the week of the 18th.
I've covid, so I'd better stay away for ten days.
Don't expect me until I've had my stitches out, the 26th.
Just letting you know I'll be elsewhere from the 20th until the 27th.
It's harvest, so I can't get away before July.
Nothing for me in August please.
Visiting will have to wait until I'm off crutches.
I'm taking the whole of June off.
Parents evening season, so I can do no visits for three weeks.
"""
OTHERS_AWAY = """
Omar is away on a course from 20 to 27 May.
My neighbour is on holiday from the 20th so I'm feeding her cat.
I was away last week, back now.
We'd love to go to Spain in June one day.
I'm not away at all this summer.
I'm back from holiday and free again from Monday.
We were going to be away from the 20th to the 27th but it's been cancelled, so I'm free.
Omar's carer is on leave for two weeks.
Carol's on leave from 20 to 27 May.
Omar won't be here in June.
The office is closed 20-27 May.
I'm free all of June.
My son is in Spain from 20 to 27 May.
The course runs from 20 to 27 May.
I'm on the coffee rota until 27 May.
My sister got home safe from Spain.
Omar is off work till June with his back.
Carol, enjoy your two weeks off!
I've had two weeks in Spain, lovely, ready to start again.
The bus doesn't run until June.
My neighbour's away for a month so it's quiet.
The library is shut for three weeks.
I haven't had a holiday for two years.
I'm around all summer if needed.
Omar's in plaster for six weeks.
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


@pytest.mark.duty("S7")
@pytest.mark.parametrize("text", each(SOFTLY_AWAY))
def test_a_time_away_in_no_set_phrase_is_asked(text: str) -> None:
    assert not one(recognise, Kind.UNAVAILABLE, draft(text)).sure


@pytest.mark.parametrize("text", each(NOT_AWAY + OTHERS_AWAY))
def test_an_afternoon_or_somebody_elses_operation_is_no_absence(text: str) -> None:
    assert Kind.UNAVAILABLE not in kinds(recognise, draft(text))
