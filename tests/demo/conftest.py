"""The story is played once for all tests that ask about it."""

import pytest

from tests.demo.played import Played, play_it


@pytest.fixture(scope="session")
def played() -> Played:
    return play_it()
