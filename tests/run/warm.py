"""Imported once, by the process that all commands of the tests are forked from: what each would do first, and again.

Modules, compiled expressions and the like are ready then. No thread runs and no connection is open when it forks.
"""

import gc
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import mailbot.cli
from mailbot.explain import explain
from mailbot.post.settings import ImapServer, SmtpServer
from mailbot.workflows.registry import Registry
from tests.run.letters import claim, concern, confirmation
from tests.run.scheme_for_tests import set_up


def warm(folder: Path) -> None:
    """Explain a few letters."""
    scheme = set_up(folder, ImapServer("127.0.0.1", 1, "plain", "x", "x"), SmtpServer("127.0.0.1", 1, "plain")).open()
    for number, letter in enumerate((confirmation(), claim("3.00"), concern())):
        file = folder / f"{number}.eml"
        file.write_bytes(letter)
        explain(scheme, Registry(), file, datetime.now(UTC))
    scheme.database.close()


assert mailbot.cli.app
with TemporaryDirectory() as name, suppress(Exception):  # a fault is for the tests to find
    warm(Path(name))
gc.collect()
gc.freeze()  # what is here already is not looked through again in each child, which would copy all of its memory
