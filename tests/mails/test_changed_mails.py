"""Metamorphic tests over the mails of every set; `python -m tests.mails.changed` makes all changes of all of them."""

from collections.abc import Iterator

import pytest

from tests.mails.changed import SETS, Labelled, Reader, reader_of, tried
from tests.mails.make import digest

ONE_IN = 8


@pytest.fixture(scope="module", params=SETS)
def some(request: pytest.FixtureRequest) -> Iterator[tuple[Reader, list[Labelled]]]:
    with reader_of(request.param) as (reader, mails):
        yield reader, [one for one in mails if _number(one) % ONE_IN == 0]


def _number(one: Labelled) -> int:
    return int(digest(one.mail.subject, one.mail.text)[:6], 16)


def test_a_change_whose_effect_is_known_has_it(some: tuple[Reader, list[Labelled]]) -> None:
    """The same words in another wrapping, a worry added or only quoted, other weeks, hasty typing."""
    reader, mails = some
    found = [(one.file, *each) for one in mails for each in tried(reader, one, _number(one))]
    assert len({name for _, name, _ in found}) > 3
    assert [each for each in found if each[2] is not None] == []
