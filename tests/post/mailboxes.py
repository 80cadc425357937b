"""The words that the tests of the mailbox share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from mailbot.errors import TryAgain
from mailbot.post.fetch import Mailbox
from mailbot.post.settings import ImapServer
from tests.servers.client import OtherClient

LETTER = b"From: visitor@example.org\r\nSubject: Visit %d\r\n\r\nIt took place.\r\n"


@contextmanager
def connected(settings: ImapServer) -> Iterator[Mailbox]:
    """A mailbox that is open."""
    mailbox = Mailbox(settings)
    mailbox.connect()
    try:
        yield mailbox
    finally:
        mailbox.close()


def put_letters(client: OtherClient, count: int) -> list[bytes]:
    """So many letters arrive, each different."""
    letters = [LETTER % number for number in range(count)]
    for letter in letters:
        client.put(letter)
    return letters


def trouble(action: Callable[[], object]) -> str:
    """The line that TryAgain says; it is one line, and nothing else is raised."""
    with pytest.raises(TryAgain) as caught:
        action()
    line = str(caught.value)
    assert "\n" not in line
    assert caught.value.__cause__ is None, "nothing that a log could print in full"
    return line
