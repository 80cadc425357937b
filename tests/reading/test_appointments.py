"""Appointments of clients in a text (S12): what is surely theirs, surely to come; never the writer's own (S11)."""

from datetime import date, time

import pytest

from mailbot.reading.words.appointments import appointments_in
from mailbot.roll import Client, Match, Person, Role, Roll

MONDAY = date(2026, 5, 11)
HANA = Person(1, "Hana Adeyemi", "hana@example.com", roles=frozenset({Role.VISITOR}))
ROLL = Roll((HANA,), (Client(1, "P-1", "Marek", "house"), Client(2, "P-2", "Samira", "house")), (Match(1, 1, 1),))


def found(text, **more):
    return list(appointments_in(text, ROLL, HANA, MONDAY, **more))


@pytest.mark.parametrize(
    ("text", "topic", "day", "at"),
    [
        ("Home Office interview on 14 May", "home_office", date(2026, 5, 14), None),
        ("solicitor on Tuesday 2pm", "legal", date(2026, 5, 12), time(14)),
        (
            "Marek has his asylum interview on Thursday 21 May at 10.30am.",
            "home_office",
            date(2026, 5, 21),
            time(10, 30),
        ),
        ("His solicitor's appointment is on 14 May at 2pm.", "legal", date(2026, 5, 14), time(14)),
        ("She's seeing the dentist on 14 May at 9.15am", "health", date(2026, 5, 14), time(9, 15)),
        ("I'm taking him to the GP on 14 May.", "health", date(2026, 5, 14), None),
        ("I am going with Marek to the tribunal on 20 May at 3pm", "legal", date(2026, 5, 20), time(15)),
        ("He's got the job centre on Friday.", "money", date(2026, 5, 15), None),
        ("Marek's hearing is on 15 May at 2.", "legal", date(2026, 5, 15), None),
    ],
)
def test_a_dated_topic_is_found_with_its_day_and_a_time_that_is_sure(text, topic, day, at):
    (said,) = found(text)
    assert (said.topic, said.days, said.at, said.moved, said.off) == (topic, (day,), at, False, False)


@pytest.mark.parametrize(
    "text",
    [
        "I have a doctor's appointment on 14 May.",
        "I can't see Marek on 14 May, I'm at the hospital.",
        "My solicitor can see me on 14 May.",
        "dentist on 14 May",
        "We are at the bank on 14 May.",
    ],
)
def test_the_writers_own_affairs_are_never_an_appointment(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Marek went to the solicitor on 4 May.",
        "His hearing might be on 14 May.",
        "Is his hearing on 14 May?",
        "If his appeal is on 14 May he needs a coat.",
        "His hearing is on 14 May or 15 May.",
        "Marek is in hospital until 14 May.",
        "He has a hearing soon.",
        "Marek was at court on 14 May 2025.",
        "Marek and Samira have a hearing on 14 May.",
        "He has the doctor and the solicitor on 14 May.",
        "He did not go to the solicitor on 14 May.",
        "His hearing is on 31 June.",
    ],
)
def test_what_is_over_or_in_doubt_is_no_appointment(text):
    assert found(text) == []


def test_words_like_on_tuesday_do_not_count_where_the_day_of_writing_is_unknown():
    assert found("His solicitor sees him on Tuesday.", sure_day=False) == []
    assert len(found("His solicitor sees him on 14 May.", sure_day=False)) == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The hearing has been moved from 14 May to 21 May.", (date(2026, 5, 14), date(2026, 5, 21))),
        ("Marek's hearing is now on 21 May.", (date(2026, 5, 21),)),
        ("The solicitor sees him on 21 May instead.", (date(2026, 5, 21),)),
    ],
)
def test_an_appointment_that_moves_says_so(text, days):
    (said,) = found(text)
    assert (said.moved, said.off, said.days) == (True, False, days)


@pytest.mark.parametrize(
    "text", ["His hearing on 14 May is cancelled.", "The Home Office interview has been called off."]
)
def test_an_appointment_that_is_off_says_so(text):
    (said,) = found(text)
    assert said.off
