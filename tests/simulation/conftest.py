"""One small scheme is played for all tests that only look at it; its rules serve the other schemes."""

import pytest

from mailbot.simulation.main import simulate
from mailbot.simulation.play import Sort

SMALL = Sort(months=2, volunteers=3, seed=1)


@pytest.fixture(scope="session")
def result():
    return simulate(SMALL)


@pytest.fixture(scope="session")
def records(result):
    """What its records say."""
    return result.evidence
