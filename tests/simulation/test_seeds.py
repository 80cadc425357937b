"""Ten small schemes are played, and everything that must hold does; a hundred larger ones in `make soak`."""

from dataclasses import replace

import pytest

from mailbot.simulation.main import simulate
from tests.simulation.conftest import SMALL


@pytest.mark.duty("B10", "L23")
@pytest.mark.parametrize("seed", range(1, 11))
def test_every_promise_is_kept_in_a_small_scheme(result, seed):
    played = result if seed == SMALL.seed else simulate(replace(SMALL, seed=seed), result.evidence.scheme)
    assert {finding.invariant.name: finding.lines for finding in played.broken} == {}


def test_the_same_seed_plays_the_same_again(result):
    once, again = result.evidence, simulate(SMALL, result.evidence.scheme).evidence
    assert again.written == once.written
    assert [(mail.template, mail.at) for mail in again.mails] == [(mail.template, mail.at) for mail in once.mails]


def test_something_happens_in_a_small_scheme(records):
    assert len(records.messages) > 20
    assert len([visit for visit in records.visits if visit.day < records.today]) > 2
    assert {"visits/recorded", "visits/reminder", "attention/digest"} <= {mail.template for mail in records.mails}
