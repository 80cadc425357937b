"""What volunteers say of themselves, in many voices; and what only sounds like it."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from mailbot.events import Fact, Kind
from mailbot.workflows.people.recognise import recognise
from tests.reading.speaking import LONDON, OURS, draft, kinds, one

ASKED_BACK = f"""On Thu, 23 Apr 2026 at 18:00, Friends <{OURS}> wrote:
> Your visit to Omar (H-04) ought to be over by now. Please tell us that you are safe. Are you back?"""


def facts(text: str, quoted: str = "", subject: str = "hello") -> list[Fact]:
    return list(recognise(draft(text, quoted, subject)))


def back(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 4, 23, hour, minute, tzinfo=LONDON)


# Going in: a Thursday at 18:15


@pytest.mark.duty("L23")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("going in now, phone in locker, should be out half 8", back(20, 30)),
        ("Just got to Omar's, home by 8.30 latest", back(20, 30)),
        ("Arriving at the hotel now to see Omar on my own. Expect to be out by quarter to nine.", back(20, 45)),
        ("at the hotel in the lounge with omar out by 8", back(20)),
        ("Setting off to Omar's, back by 9", back(21)),
        ("Just parked up, going in to see Omar. Out by nine", back(21)),
        ("Going in now with Omar, an hour and a half", back(19, 45)),
        ("On my way to Omar, back in an hour", back(19, 15)),
        ("I'm with Omar till 8", back(20)),
        ("In now. Done by 20:15", back(20, 15)),
        ("Heading over to Omar now, finished about half seven", back(19, 30)),
        ("I'm outside Omar's flat, going in. Two hours then home", back(20, 15)),
        ("Checking in at the hotel, will be out before 9pm", back(21)),
        ("here now, leaving at 8", back(20)),
        ("I pick up Omar now, then I drive to me. So 21.", back(21)),
        ("Going in to see Omar, half an hour", back(18, 45)),
        ("Just arrived, home by ten past nine", back(21, 10)),
        ("Off to see Omar now, back home at 22:30", back(22, 30)),
    ],
)
def test_checking_in_says_when_to_expect_the_visitor(text: str, expected: datetime) -> None:
    fact = one(recognise, Kind.LONE_CHECK_IN, draft(text))
    assert fact.fields.expected_back_at == expected


@pytest.mark.parametrize(
    "text",
    [
        "Setting off to see Omar",
        "Just got to Omar's",
        "Going in now, back in a couple of hours",
        "Going in now, out by 8, or 9 if we eat",
        "Going in at 7 to see Omar, for an hour",
        "Going in now, out by 4",
    ],
)
def test_a_time_back_that_is_not_plain_is_asked(text: str) -> None:
    assert not any(f.sure for f in facts(text) if f.kind is Kind.LONE_CHECK_IN)


def test_around_midnight_the_next_such_hour_is_meant() -> None:
    late = draft("Going in now to Omar, out by 1")
    late = replace(late, around=replace(late.around, written_at=datetime(2026, 4, 23, 23, 30, tzinfo=LONDON)))
    assert one(recognise, Kind.LONE_CHECK_IN, late).fields.expected_back_at == datetime(2026, 4, 24, 1, tzinfo=LONDON)


@pytest.mark.parametrize(
    "text",
    [
        "I was on my way to Omar when the bus broke down yesterday",
        "Going in to hospital tomorrow",
        "I'm not going in now",
        "Should I go in now?",
        "Omar has had an asthma attack, the ambulance is coming, I am with him",
        "We went in to see the museum and then home",
        "On Monday I am with Omar at the dentist",
    ],
)
def test_what_is_no_check_in(text: str) -> None:
    assert Kind.LONE_CHECK_IN not in {f.kind for f in facts(text)}


# Coming out


@pytest.mark.duty("L23")
@pytest.mark.parametrize(
    "text",
    [
        "Home safe",
        "out n safe",
        "Safe and sound",
        "That's me home",
        "I am already at home.",
        "Done and dusted",
        "back home now",
        "im out",
        "Finished, all fine",
        "Just got home",
        "Out of the prison in one piece",
        "Home and dry",
        "back now.",
        "All done",
        "Safely home",
        "Got home",
    ],
)
def test_coming_out_checks_out(text: str) -> None:
    assert one(recognise, Kind.LONE_CHECK_OUT, draft(text)).sure


@pytest.mark.parametrize("text", ["Home.", "Out", "Yes all fine", "Done", "safe x", "Back, thanks", "ok", "All good"])
def test_one_word_answers_are_you_back(text: str) -> None:
    assert one(recognise, Kind.LONE_CHECK_OUT, draft(text, ASKED_BACK, "Re: Are you back?")).sure


@pytest.mark.parametrize(
    "text",
    [
        "Not home safe yet",
        "I'll be home safe by 9",
        "home by 9",
        "Home safe if the bus comes",
        "Is she home safe?",
        "Will text when I'm out",
        "Hope to be out soon",
        "Omar was not out",
        "Ok thanks",
        "Done",
        "he went home",
    ],
)
def test_a_plan_a_hope_or_somebody_else_checks_nobody_out(text: str) -> None:
    assert Kind.LONE_CHECK_OUT not in {f.kind for f in facts(text)}


@pytest.mark.parametrize(
    "text", ["Home safe though he followed the car", "Out now, he grabbed my arm", "Home safe, shaken"]
)
def test_a_check_out_with_more_in_it_is_never_sure(text: str) -> None:
    assert not any(f.sure for f in facts(text) if f.kind is Kind.LONE_CHECK_OUT)


# Away


@pytest.mark.duty("S7")
@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "I'm off to my sister's from Saturday for ten days, so no visits from me till I'm back.",
            date(2026, 4, 25),
            date(2026, 5, 5),
        ),
        (
            "starting placement 28 sept till 11 dec so cant do omar in that time",
            date(2026, 9, 28),
            date(2026, 12, 11),
        ),
        (
            "I am having my cataract done on 8th June and shall be out of action for a fortnight.",
            date(2026, 6, 8),
            date(2026, 6, 22),
        ),
        ("On holiday 3-17 May", date(2026, 5, 3), date(2026, 5, 17)),
        ("I can't do any visits from 3 to 17 May", date(2026, 5, 3), date(2026, 5, 17)),
        ("We're away between 3 May and 17 May", date(2026, 5, 3), date(2026, 5, 17)),
        ("I'll be in hospital until 20 May", None, date(2026, 5, 20)),
        ("I'm unavailable from 2 June until further notice", date(2026, 6, 2), None),
        ("I won't be around the whole of May", date(2026, 5, 1), date(2026, 5, 31)),
        ("I'm abroad until the end of May", None, date(2026, 5, 31)),
        ("I'll be out of the country from tomorrow until Monday", date(2026, 4, 24), date(2026, 4, 27)),
        ("On jury service from 5 May for two weeks - I'm not available", date(2026, 5, 5), date(2026, 5, 19)),
        ("Taking a break from 1 June to 30 June", date(2026, 6, 1), date(2026, 6, 30)),
    ],
)
def test_somebody_away_says_from_when_to_when(text: str, first: date | None, last: date | None) -> None:
    fact = one(recognise, Kind.UNAVAILABLE, draft(text))
    assert (fact.sure, fact.fields.period_from, fact.fields.period_to) == (True, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "I'm away from 3 May",
        "I'm away, back on the 14th",
        "I'm in hospital",
        "I am away for about a fortnight from 3 May",
        "I'm away next week",
        "I'm away on 3 May and 17 May",
    ],
)
def test_an_absence_that_is_not_plain_is_asked(text: str) -> None:
    fact = one(recognise, Kind.UNAVAILABLE, draft(text))
    assert not fact.sure


@pytest.mark.parametrize(
    "text",
    [
        "He'll be away until 20 May",
        "Omar is in hospital until 20 May",
        "I can't do Tuesday",
        "I was not away",
        "She is off sick",
    ],
)
def test_the_absence_of_others_or_one_visit_is_none(text: str) -> None:
    assert Kind.UNAVAILABLE not in {f.kind for f in facts(text)}


# Stopping, leaving, new details


@pytest.mark.duty("B9")
@pytest.mark.parametrize(
    "text",
    [
        "I'd rather not go on seeing Omar.",
        "I can't keep up with Omar from January and he deserves better.",
        "I don't want to carry on visiting Omar.",
        "I no longer feel able to visit Omar.",
        "I don't think I am the right visitor for Omar.",
        "Could somebody else take Omar on?",
        "It's time for me to call it a day with Omar.",
        "I think another visitor might suit Omar better, could you find him another visitor?",
        "I'm stepping back from seeing Omar.",
        "I'd like to stop visiting Omar.",
    ],
)
def test_stopping_one_client(text: str) -> None:
    found = {f.kind for f in facts(text)}
    assert Kind.STOP_VISITING in found
    assert Kind.LEAVE_SCHEME not in found


@pytest.mark.duty("B9")
@pytest.mark.parametrize(
    "text",
    [
        "It is with regret that I resign from the Friends.",
        "I want to leave the scheme.",
        "I'm handing in my notice as a volunteer.",
        "I have decided to retire from visiting.",
        "Please take me off your list.",
        "It's time to hang up my boots.",
        "I'm stepping down as a visitor.",
        "I am giving up volunteering.",
    ],
)
def test_leaving_the_scheme(text: str) -> None:
    assert Kind.LEAVE_SCHEME in {f.kind for f in facts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "I would never leave the scheme.",
        "I don't want to stop visiting Omar",
        "He wants to leave the group",
        "She can't keep up with her rent",
    ],
)
def test_what_is_neither(text: str) -> None:
    assert not {f.kind for f in facts(text)} & {Kind.STOP_VISITING, Kind.LEAVE_SCHEME}


@pytest.mark.duty("B6")
@pytest.mark.parametrize(
    "text",
    [
        "lost my phone new num is 07700 900461",
        "My new number is 07700900461",
        "New mobile: 07700 900 461",
        "You can reach me on 07700 900461 from now on",
        "I've changed my number to 07700 900461",
        "please ring me on +44 7700 900461",
    ],
)
def test_a_new_phone(text: str) -> None:
    assert one(recognise, Kind.CONTACT_CHANGE, draft(text)).fields.new_phone is not None


@pytest.mark.parametrize(
    "text",
    [
        "I've moved to ana.p@example.net",
        "From 15 June please write me at ana.p@example.net, telephone stays the same.",
        "My email has changed to ana.p@example.net",
    ],
)
def test_a_new_address(text: str) -> None:
    assert one(recognise, Kind.CONTACT_CHANGE, draft(text)).fields.new_email == "ana.p@example.net"


@pytest.mark.parametrize(
    "text", ["His new number is 07700 900461", "The warden is on 01632 960111", "My new shoes are lovely"]
)
def test_details_of_others_change_nothing(text: str) -> None:
    assert Kind.CONTACT_CHANGE not in {f.kind for f in facts(text)}


@pytest.mark.parametrize("text", ["How are you?", "Guess what?", "Hope you're well?", "Who knew?"])
def test_a_courtesy_is_no_question(text: str) -> None:
    assert kinds(recognise, draft(text)) == set()
