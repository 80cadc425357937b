"""The servers of the tests themselves: fresh each time, and never left out in silence."""

import imaplib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from mailbot.post.send import Envelope, Postman
from mailbot.post.settings import SmtpServer
from tests.servers.background import HOST, folder
from tests.servers.dovecot import Dovecot
from tests.servers.embedded import Pymap
from tests.servers.sink import smtp_sink

A_TEST_THAT_NEEDS_ONE = """
import pytest
import tests.conftest
tests.conftest.INSTALLED["postfix"] = lambda: False

@pytest.mark.servers("postfix")
def test_it(): pass
"""


def run_it(where: Path, **environment: str) -> str:
    """What pytest says to a test of a server that is not there."""
    (where / "test_one.py").write_text(A_TEST_THAT_NEEDS_ONE)
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "-c"]
    command += [str(root / "pyproject.toml"), "--rootdir", str(where), str(where)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "MAILBOT"))}
    return subprocess.run(
        command, cwd=root, env=clean | environment, capture_output=True, text=True, check=False
    ).stdout


def test_what_was_left_out_is_said(tmp_path: Path) -> None:
    assert "Left out: 1 tests that need postfix (Debian's postfix, and root to run it)" in run_it(tmp_path)


def test_where_servers_are_required_a_missing_one_is_a_failure(tmp_path: Path) -> None:
    said = run_it(tmp_path, MAILBOT_REQUIRE_SERVERS="1")
    assert "not installed: postfix" in said
    assert "1 error" in said or "1 failed" in said


def test_each_mailbox_is_fresh(imap_server: Dovecot | Pymap) -> None:
    first, second = imap_server.mailbox(), imap_server.mailbox()
    for settings in (first, second):
        client = imaplib.IMAP4(settings.host, settings.port)
        client.login(settings.user, settings.password)
        assert client.select()[1] == [b"0"]
        client.append("INBOX", "", "", b"Subject: x\r\n\r\nx\r\n")
        client.logout()


@pytest.mark.servers("postgres")
def test_each_database_is_fresh(postgres: str) -> None:
    engine = create_engine(postgres)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE visits (id int)"))
        assert connection.execute(text("SELECT count(*) FROM visits")).scalar() == 0
    engine.dispose()


@pytest.mark.servers("smtp-sink")
async def test_smtp_sink_keeps_letters_where_it_is_told() -> None:
    with folder("kept") as store, smtp_sink(store) as port:
        postman = Postman(SmtpServer(HOST, port, "plain"))
        letter = Envelope("bot@example.net", ("anna@example.org",), b"Subject: x\r\n\r\nx\r\n")
        assert (await postman.deliver(letter)).state == "sent"
        await postman.close()
        assert len(list(store.iterdir())) == 1
