"""Lone working in many voices: at whose door, home again, and what only sounds like either (L23)."""

from datetime import datetime

import pytest

from mailbot.events import Kind
from mailbot.workflows.lone.recognise import sounds_unsafe
from mailbot.workflows.people.recognise import recognise
from tests.reading.speaking import LONDON, OURS, draft, kinds, one

ASKED_BACK = f"""On Thu, 23 Apr 2026 at 18:00, Friends <{OURS}> wrote:
> By our reckoning your time with Omar (H-04) has finished. Answer so that we know you are all right."""

GOING_IN = """
In with Omar.
Leaving the house now for Omar's, will text when back.
I'm on Omar's doorstep now, it's just me
I am at the hotel for Omar, out by 8
I am entering the building to see Omar, I am alone
Ringing the bell at Omar's, home by nine
I'm outside Omar's, about to go in
At Omar's, out around 8
With Omar in the lounge until 8
I've got Omar, we're off to the bowling, back 9
Picked up Omar, back at his for 8
I arrive now to the hotel for Omar
we r off to the pictures with omar, home for 9
In reception at the hotel, signing in now. On my own today. Should be out by 8.15
I enter now in the hotel, I finish at 8
Standing at the gate of the hostel with Omar, done by half eight
"""
NOT_GOING_IN = """
Two hours with Omar this afternoon, we walked down to the river.
An hour with Omar this afternoon, he cooked me lunch.
I'm with Omar on this: the heating is a disgrace.
Here you are, it was in my coat
Here you go, two receipts
Here is the paper for Omar
Here the tickets of the bus
At seventy-one I find the stairs too much
At Easter we made cards with Omar
In the end he was asleep
In my view Omar is doing well
I am with a bad cold since Monday
I'm with you on that
I am at my wits' end with the forms
I'm on the train
Today I do not go with Omar
He's at the hotel
She is with her sister
I got Omar a card
Dropped the old phone off a ferry, use 07700 900817
The lodger keeps walking in when Omar is changing
Got the email, ta
"""
COME_OUT = """
Back home, all fine.
Left Omar's, everything fine.
Just left him, no dramas.
Home, kettle on, feet up
I am well at home since one hour
I'm well out, sorry, we talked too much
I have left Omars now, all fine
I've just left Omar's, all good
Finish, I go to home, everything good
Finished. In my car now
Got back ten minutes ago, no bother
I reached home safely
back indoors
"""
ANSWERED_OUT = """
Out and on the bus
Yes love I'm in, dinner's on
Yes, all well here
Yes dear, don't fret, I'm in
In the car going home
On the train, all good
Fine! Forgot to write
out ages ago sorry
Alive and well
I left there at 5
Kettle's on
"""
NOT_OUT = """
Omar is home now from hospital.
My son is safely home from Australia.
My sister got home safe from Spain.
I was away last week, back now.
Still here, another half hour
Running late, still with Omar
Not home yet
I'll be home by 8
He is home safe
We left Omar's book on the bus
I've left my coat at Omar's
Home visits are not allowed, I think
Finished the forms for Omar
I'll be back indoors by 9
"""


LATER = """
Running late, back by 8.30pm
Back by 8.30pm instead
BACK BY 8.30PM
Held up, sorry. Will be home by 8.30pm
Change of plan, out at 8.30pm
I'll be back by 8.30pm now, running late
"""
NOT_LATER = """
I will be late with my expenses, back by Friday
Can we do 8pm instead, I'm back by 7.30pm
Could you call instead? I'm back by 8pm
The next visit is at 3 instead
He will be back by 8.30pm
Yesterday with Omar was a triumph, we saw the lights and he laughed until he had hiccups. Home by seven. Ana
Running late
Another half hour
"""
LATER_ASKED = """
Not yet
Still with Omar
Running late
Need another half hour
Give me another ten minutes
"""
IN_TROUBLE = """
I'm not ok
not safe here
he has locked me in, help me
I feel unsafe
I am scared to leave
calling 999
"""
NOT_IN_TROUBLE = """
All fine here
Omar is well and we had tea
He has a new job at the library
"""


def each(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.duty("L23")
@pytest.mark.parametrize("text", each(GOING_IN))
def test_going_in_is_told_in_many_ways(text: str) -> None:
    assert Kind.LONE_CHECK_IN in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", each(NOT_GOING_IN))
def test_a_place_or_a_client_has_to_stand_behind_at_and_with(text: str) -> None:
    assert Kind.LONE_CHECK_IN not in kinds(recognise, draft(text))


@pytest.mark.duty("L23")
@pytest.mark.parametrize("text", each(COME_OUT))
def test_being_out_is_told_in_many_ways(text: str) -> None:
    assert Kind.LONE_CHECK_OUT in kinds(recognise, draft(text))


@pytest.mark.duty("L23")
@pytest.mark.parametrize("text", each(ANSWERED_OUT) + each(COME_OUT))
def test_once_asked_less_is_enough(text: str) -> None:
    assert Kind.LONE_CHECK_OUT in kinds(recognise, draft(text, ASKED_BACK, "Re: Safe home?"))


@pytest.mark.parametrize("text", each(NOT_OUT))
def test_who_is_still_there_or_speaks_of_others_is_not_out(text: str) -> None:
    assert Kind.LONE_CHECK_OUT not in kinds(recognise, draft(text))
    asked = kinds(recognise, draft(text, ASKED_BACK, "Re: Safe home?"))
    assert Kind.LONE_CHECK_OUT not in asked or text.startswith(("Home visits", "Finished the"))


@pytest.mark.duty("L23")
@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("At Omar's, leaving around 8 and home quarter past", 20, 15),
        ("Got Omar, back at his for 8 then me home half past", 20, 30),
        ("Setting off to see Omar. He goes back at 20:00 and I shall be home by 20:45", 20, 45),
        ("With Omar, getting the ten past eight, look for me after that", 20, 10),
    ],
)
def test_of_several_times_the_last_is_expected_and_asked(text: str, hour: int, minute: int) -> None:
    fact = one(recognise, Kind.LONE_CHECK_IN, draft(text))
    assert not fact.sure
    assert fact.fields.expected_back_at == datetime(2026, 4, 23, hour, minute, tzinfo=LONDON)


@pytest.mark.duty("L23")
@pytest.mark.parametrize("text", each(LATER))
def test_a_new_time_of_return_is_told_in_many_ways(text: str) -> None:
    fact = one(recognise, Kind.LONE_CHECK_IN, draft(text))
    assert fact.fields.expected_back_at == datetime(2026, 4, 23, 20, 30, tzinfo=LONDON)
    assert fact.sure


@pytest.mark.parametrize("text", each(NOT_LATER))
def test_what_is_late_otherwise_or_without_a_time_is_no_new_time(text: str) -> None:
    assert Kind.LONE_CHECK_IN not in kinds(recognise, draft(text))


@pytest.mark.duty("L23")
@pytest.mark.parametrize("text", each(LATER_ASKED))
def test_once_asked_who_is_still_in_is_asked_for_a_time(text: str) -> None:
    fact = one(recognise, Kind.LONE_CHECK_IN, draft(text, ASKED_BACK, "Re: Safe home?"))
    assert fact.unsure_of == "expected_back_at"


@pytest.mark.duty("L23")
@pytest.mark.parametrize("text", each(IN_TROUBLE))
def test_words_of_somebody_in_trouble_are_seen(text: str) -> None:
    assert sounds_unsafe(text)


@pytest.mark.parametrize("text", each(NOT_IN_TROUBLE))
def test_ordinary_words_are_no_trouble(text: str) -> None:
    assert not sounds_unsafe(text)


@pytest.mark.duty("L23")
@pytest.mark.parametrize(
    ("text", "start", "back"),
    [
        ("Setting off to see Omar at 8, back by 9.30", (20, 0), (21, 30)),
        ("I'm off to see Omar at half eight, home by 9.30", (20, 30), (21, 30)),
        ("Setting out to visit Omar for 8pm. Back at 9.30pm.", (20, 0), (21, 30)),
        ("Setting off for Omar at 8pm, setting off home at 9.30pm.", (20, 0), (21, 30)),
    ],
)
def test_when_a_visit_begins_and_when_they_are_back_are_told_apart(
    text: str, start: tuple[int, int], back: tuple[int, int]
) -> None:
    fact = one(recognise, Kind.LONE_CHECK_IN, draft(text))
    assert fact.fields.visit_time is not None
    assert (fact.fields.visit_time.hour % 12, fact.fields.visit_time.minute) == (start[0] % 12, start[1])
    assert fact.fields.expected_back_at == datetime(2026, 4, 23, *back, tzinfo=LONDON)


@pytest.mark.parametrize("text", ["Setting off now. Back at 17:30.", "In with Omar. Back at 17:30."])
def test_whoever_has_only_just_left_is_not_surely_back_though_their_hour_is_past(text):
    assert not [fact for fact in recognise(draft(text)) if fact.kind is Kind.LONE_CHECK_OUT and fact.sure]


@pytest.mark.parametrize(
    "text", ["Home safe. Just arrived.", "Out safe. Heading off now.", "Home now. Going to see my sister."]
)
def test_whoever_is_home_and_says_what_comes_next_is_surely_back(text):
    assert [fact.sure for fact in recognise(draft(text)) if fact.kind is Kind.LONE_CHECK_OUT] == [True]


@pytest.mark.parametrize(
    "text", ["12th, Omar: an hour on bus timetables.", "Omar 12th, an hour. Hana 19th, two hours."]
)
def test_a_list_of_visits_is_no_going_in(text):
    assert Kind.LONE_CHECK_IN not in {fact.kind for fact in recognise(draft(text))}
