"""From when to when somebody is away, in the words of people and of their programs."""

from datetime import date

import pytest

from mailbot.reading.words.periods import find_period

TODAY = date(2026, 6, 24)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Count me out from 29 June till we break up on 17 July.", (6, 29), (7, 17)),
        ("I'm off from 3 July until the course ends on 12 July.", (7, 3), (7, 12)),
        ("Away from 4 August until the builders finish on the 9th of September.", (8, 4), (9, 9)),
        ("No visits from Whit (29 June) to Lammas Day (1 August).", (6, 29), (8, 1)),
        ("Sunt în concediu între 3 și 14 august.", (8, 3), (8, 14)),
        ("Concediu din 3 august până pe 14 septembrie.", (8, 3), (9, 14)),
        ("Ar fy ngwyliau tan 14 Awst.", None, (8, 14)),
        ("Nid wyf yma tan 6 Gorffennaf.\nI am not here until 6 July.", None, (7, 6)),
        ("New knee on 6 July and I am told six weeks.", (7, 6), (8, 17)),
        ("Operation on 6 July, the surgeon says 3 weeks before I drive.", (7, 6), (7, 27)),
        ("I said two weeks ago that I am away on 3 July.", (6, 10), None),
        ("Away from 29 June till I am back on 17 July.", (6, 29), (7, 17)),
    ],
)
def test_a_period_is_found(text: str, first: tuple[int, int] | None, last: tuple[int, int] | None) -> None:
    found = find_period(text, TODAY)
    days = tuple((day.month, day.day) if day else None for day in (found.first, found.last))
    assert days == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "New knee on 6 July and I am told six weeks.",
        "Away from 29 June till I am back on 17 July.",
        "The surgeon says 3 weeks after 6 July.",
    ],
)
def test_what_others_reckon_and_a_return_are_asked_about(text: str) -> None:
    assert not find_period(text, TODAY).sure
