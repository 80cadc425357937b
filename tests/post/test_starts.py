"""Only the beginnings of messages, by partial fetch: from real servers, and from those that do not know it."""

import pytest

from mailbot.post.fetch import Mailbox
from mailbot.post.settings import ImapServer
from mailbot.post.starts import AT_FIRST, AT_ONCE, START_BYTES
from tests.post.mailboxes import connected, put_letters, trouble
from tests.servers.background import HOST
from tests.servers.client import other_client
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.scripted import Script, close, imap, scripted

LONG = b"Subject: Receipts\r\n\r\n" + b"0123456789abcdef\r\n" * 4000


@pytest.fixture(params=["dovecot_server", "pymap_server"])
def settings(request: pytest.FixtureRequest) -> ImapServer:
    server: Dovecot | Pymap = request.getfixturevalue(request.param)
    return server.mailbox()


def test_short_letters_come_whole_and_long_ones_are_cut(settings: ImapServer) -> None:
    with other_client(settings) as client, connected(settings) as box:
        letters = put_letters(client, 3)
        client.put(LONG)
        uids = box.new_uids()
        assert dict(box.starts(uids)) == dict(zip(uids, [*letters, LONG[:START_BYTES]], strict=True))


def test_many_come_in_their_order_and_none_twice(settings: ImapServer) -> None:
    with other_client(settings) as client, connected(settings) as box:
        letters = put_letters(client, AT_FIRST + AT_ONCE + 5)
        found = list(box.starts(box.new_uids()))
        assert [start for _, start in found] == letters
        assert [uid for uid, _ in found] == client.uids()


def test_looking_leaves_no_trace(settings: ImapServer) -> None:
    with other_client(settings) as client, connected(settings) as box:
        put_letters(client, 2)
        list(box.starts(box.new_uids()))
        assert [client.flags(uid) for uid in client.uids()] == [set(), set()]


def test_what_somebody_else_took_away_is_passed_over(settings: ImapServer) -> None:
    with other_client(settings) as client, connected(settings) as box:
        put_letters(client, 1)
        [uid] = box.new_uids()
        assert [each for each, _ in box.starts([uid, uid + 1, uid + 2])] == [uid]
        assert list(box.starts([])) == []


def test_whoever_looks_may_stop_and_ask_something_else(settings: ImapServer) -> None:
    with other_client(settings) as client, connected(settings) as box:
        letters = put_letters(client, AT_FIRST + 20)
        uids = box.new_uids()
        looking = box.starts(uids)
        next(looking)
        looking.close()
        assert [each.raw for each in box.fetch(uids)] == letters


def test_only_what_has_come_since_is_asked_for(settings: ImapServer) -> None:
    with other_client(settings) as client, connected(settings) as box:
        put_letters(client, 2)
        before = box.new_uids()
        assert box.new_uids(above=before[-1]) == []
        put_letters(client, 1)
        assert len(box.new_uids(above=before[-1])) == 1


def at(port: int) -> Mailbox:
    box = Mailbox(ImapServer(HOST, port, "plain", "bot", "secret", timeout=0.4))
    box.connect()
    return box


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("* 1 FETCH (UID 7 BODY[]<0> {2}\r\nhi)\r\n", [(7, b"hi")]),
        ('* 1 FETCH (BODY[]<0> "hi" UID 7)\r\n', [(7, b"hi")]),
        ("* 1 FETCH (UID 7 BODY[] {2}\r\nhi)\r\n", [(7, b"hi")]),
        (f"* 1 FETCH (UID 7 BODY[] {{40000}}\r\n{'x' * 40000})\r\n", []),
        ("{tag} NO [CANNOT] no such thing\r\n", []),
    ],
)
def test_servers_answer_in_many_ways(answer: str, found: list[tuple[int, bytes]]) -> None:
    with scripted(imap({"UID FETCH": answer})) as port:
        box = at(port)
        assert list(box.starts([7, 8])) == found
        assert box.connected


def test_a_server_that_gives_whole_messages_is_not_asked_for_many() -> None:
    asked: list[str] = []

    def tell(uid: int) -> str:
        return f"* {uid} FETCH (UID {uid} BODY[] {{40000}}\r\n{'x' * 40000})\r\n"

    first = "".join(map(tell, range(1, AT_FIRST + 1)))
    never: Script = lambda line: asked.append("more")  # noqa: E731
    with scripted(imap({"UID FETCH": never, f"UID FETCH 1:{AT_FIRST} ": first})) as port:
        assert list(at(port).starts(range(1, 500))) == []
    assert asked == []


def test_a_connection_that_breaks_meanwhile_is_said() -> None:
    first = "* 1 FETCH (UID 1 BODY[]<0> {2}\r\nhi)\r\n"
    with scripted(imap({"UID FETCH": close, f"UID FETCH 1:{AT_FIRST} ": first})) as port:
        box = at(port)
        assert "looking: the connection was lost" in trouble(lambda: list(box.starts(range(1, 50))))
        assert not box.connected
