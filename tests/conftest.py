"""The servers of the tests: real ones where they are installed, and a plain word about what was left out.

`@pytest.mark.servers("dovecot", "postfix")` names what a test cannot do without. With MAILBOT_REQUIRE_SERVERS=1
a server that is missing is a failure, and nothing is replaced by an embedded one.
"""

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.compiled import compile_once, load_once
from tests.servers.background import is_root, program
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.embedded import Pymap, pymap
from tests.servers.postfix import Postfix, postfix
from tests.servers.postgres import Postgres, binaries, postgres
from tests.servers.sink import Sink, sink

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as mailbot/reading/network.py does, where a test has numpy first
MISSING = "not installed: "
MEMORY, ROOM = Path("/dev/shm"), 2 << 30  # files of tests are kept in memory where there is room for them, in bytes

INSTALLED: dict[str, Callable[[], bool]] = {
    "dovecot": lambda: program("dovecot") is not None and program("openssl") is not None,
    "postfix": lambda: program("postfix") is not None and is_root(),
    "smtp-sink": lambda: program("smtp-sink") is not None,
    "postgres": lambda: binaries() is not None,
}

PACKAGES = {
    "dovecot": "Debian's dovecot-imapd",
    "postfix": "Debian's postfix, and root to run it",
    "smtp-sink": "Debian's postfix",
    "postgres": "Debian's postgresql",
}


def need(server: str) -> None:
    """Skip the test that runs, or fail it where servers are required, if this one is not there."""
    if not INSTALLED[server]():
        (pytest.fail if servers_are_required() else pytest.skip)(MISSING + server)


def servers_are_required() -> bool:
    """Set where all servers are known to be installed, so that none is left out by mistake."""
    return os.environ.get("MAILBOT_REQUIRE_SERVERS") == "1"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """What `-n auto` means: more than there are cores, as much of the time is spent waiting for servers."""
    return max(2, (os.cpu_count() or 1) * 3 // 2)


def pytest_configure() -> None:
    """Databases of tests are written to memory: waiting for a disk was a third of their time."""
    if "TMPDIR" not in os.environ and _has_room(MEMORY):
        os.environ["TMPDIR"] = str(MEMORY)  # of the programs that tests start as well
        tempfile.tempdir = None


def _has_room(folder: Path) -> bool:
    if not os.access(folder, os.W_OK):
        return False
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize > ROOM and not found.f_flag & os.ST_NOEXEC


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("servers"):
        for server in mark.args:
            need(server)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    missing = Counter(server for server in INSTALLED for reason in skipped if MISSING + server in reason)
    for server, count in missing.items():
        terminalreporter.write_line(f"Left out: {count} tests that need {server} ({PACKAGES[server]})")
    if not INSTALLED["dovecot"]():
        terminalreporter.write_line("Dovecot is not installed: tests of the mailbox ran on pymap")


@pytest.fixture(scope="session", autouse=True)
def done_once() -> Iterator[None]:
    """Short tests would spend most of their time compiling SQL and checking the same templates."""
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        load_once(patch)
        yield


@pytest.fixture(scope="session")
def dovecot_server() -> Iterator[Dovecot]:
    """A real Dovecot."""
    need("dovecot")
    with dovecot() as running:
        yield running


@pytest.fixture(scope="session")
def pymap_server() -> Iterator[Pymap]:
    """An IMAP server in this process."""
    with pymap() as running:
        yield running


@pytest.fixture(scope="session")
def imap_server(request: pytest.FixtureRequest) -> Dovecot | Pymap:
    """Dovecot where it is installed, else pymap; `.mailbox()` gives settings for a fresh one."""
    real = INSTALLED["dovecot"]() or servers_are_required()
    server: Dovecot | Pymap = request.getfixturevalue("dovecot_server" if real else "pymap_server")
    return server


@pytest.fixture
def smtp_server() -> Iterator[Sink]:
    """Takes and remembers every letter; `.server()` gives settings for it."""
    with sink() as running:
        yield running


@pytest.fixture(scope="session")
def postfix_server() -> Iterator[Postfix]:
    """A real Postfix; what it accepts stays in its queue."""
    need("postfix")
    with postfix() as running:
        yield running


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """A real PostgreSQL."""
    need("postgres")
    with postgres() as running:
        yield running


@pytest.fixture(name="postgres")
def fresh_postgres(postgres_server: Postgres) -> str:
    """The URL of an empty PostgreSQL database."""
    return postgres_server.fresh()
