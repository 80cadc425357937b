"""The roll: clearances with their last day, and matches that end."""

from dataclasses import replace
from datetime import date

import pytest

from mailbot.roll import Clearance, Client, Match, Person, Roll

ANA, BEN = Person(1, "Ana Reed", "ana@example.org"), Person(2, "Ben Cole", "ben@example.org")
SAM = Client(1, "A-1", "Sam", "house")
MATCH = Match(1, SAM.id, ANA.id, BEN.id)
ENDED = replace(MATCH, ended_on=date(2026, 5, 11))
CLOSED = replace(ENDED, closed_on=date(2026, 5, 20))


def roll(*matches):
    return Roll((ANA, BEN), (SAM,), matches)


@pytest.mark.parametrize("text", ["dbs:2027-03-31", "references", "prison induction: March", "dbs:soon"])
def test_a_clearance_is_written_back_as_it_was_read(text):
    assert str(Clearance.from_text(text)) == text


def test_a_clearance_is_good_up_to_its_last_day():
    dbs = Clearance.from_text("dbs:2027-03-31")
    assert dbs.is_good(date(2027, 3, 31)) and not dbs.is_good(date(2027, 4, 1))
    assert Clearance("references").is_good(date(2099, 1, 1))


def test_what_cannot_be_read_as_a_day_counts_for_nothing():
    assert not Clearance.from_text("dbs:soon").is_known


def test_nobody_is_reminded_of_a_match_that_ends_though_its_people_may_still_report():
    assert roll(ENDED).running_matches == ()
    assert roll(ENDED).matches_of(ANA) == (ENDED,)


def test_a_closed_match_is_nobodys_and_its_history_stays():
    assert roll(CLOSED).matches_of(ANA) == () and roll(CLOSED).matches_of(BEN) == ()
    assert roll(CLOSED).match_of(SAM) is None
    assert roll(CLOSED).match(CLOSED.id) == CLOSED


def test_a_clients_match_is_the_one_that_runs():
    later = replace(MATCH, id=2, visitor_id=BEN.id, backup_id=None)
    assert roll(ENDED, later).match_of(SAM) == later
