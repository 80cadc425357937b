"""Prints what happened at each point of `kill -9`, as the table of docs/durability.md.

python -m tests.crash.table
"""

from contextlib import ExitStack
from pathlib import Path
from statistics import median

from sqlalchemy import select

from mailbot.store.tables import outbox
from tests.conftest import INSTALLED
from tests.crash.die_at import DieAt
from tests.crash.reckoning import Reckoning, crash_and_restart
from tests.run.letters import a_few, all_sorts
from tests.run.scheme_for_tests import set_up
from tests.servers.background import folder
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.embedded import Pymap, pymap
from tests.servers.sink import sink

ROWS = {
    DieAt("after-fetch", 7): "after fetch, before the inbox commit",
    DieAt("after-commit", 5): "after the inbox commit",
    DieAt("in-handle", 9): "in the middle of `handle`, state written, not committed",
    DieAt("after-decision", 9): "after the decision's commit",
    DieAt("after-move", 1): "after the server's move, before it is recorded",
    DieAt("claimed", 2): "mails claimed (`sending`), nothing said to SMTP: worries",
    DieAt("claimed", 22): "the same: other mail",
    DieAt("in-the-text", 2): "half of the text has gone out: worries",
    DieAt("in-the-text", 22): "the same: other mail",
    DieAt("before-final-250", 2): "before SMTP's final 250 is read: worries",
    DieAt("before-final-250", 22): "the same: other mail",
    DieAt("after-final-250", 1): "after SMTP's final 250, before it is recorded: worries",
    DieAt("after-final-250", 10): "the same: other mail",
}
HEAD = """
| killed | messages in one end state | lost | decided twice | mails | in doubt | once | twice | said | lost |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|""".strip()


def main() -> None:
    """On Dovecot where it is installed, else on pymap."""
    with ExitStack() as stack:
        server = stack.enter_context(dovecot()) if INSTALLED["dovecot"]() else stack.enter_context(pymap())
        where = stack.enter_context(folder("table"))
        print(HEAD)
        for number, (point, words) in enumerate(ROWS.items()):
            print(_row(words, _try(where / str(number), server, point)), flush=True)
        print(_window(where / "window", server))


def _try(where: Path, server: Dovecot | Pymap, point: DieAt) -> Reckoning:
    sending = point.point in {"claimed", "in-the-text", "before-final-250", "after-final-250"}
    with sink() as smtp:
        scheme = set_up(where, server.mailbox(), smtp.server(), smtp={"connections": 4})
        letters = a_few() if sending else all_sorts()
        return crash_and_restart(scheme, letters, point, smtp.received, lambda: None)


def _window(where: Path, server: Dovecot | Pymap) -> str:
    """How long mails are in doubt when nothing goes wrong, with as many connections as is usual."""
    with sink() as smtp:
        scheme = set_up(where, server.mailbox(), smtp.server())
        scheme.receives(all_sorts())
        scheme.run_once()
        times = scheme.read(lambda conn: conn.execute(select(outbox.c.sending_at, outbox.c.ended_at)).all())
    spans = sorted((ended - sending).total_seconds() * 1000 for sending, ended in times)
    return f"\n{len(spans)} mails were `sending` for {median(spans):.0f} ms at the median, {spans[-1]:.0f} ms at most"


def _row(words: str, counted: Reckoning) -> str:
    cells = [
        f"{counted.ended} of {counted.letters}",
        counted.lost + counted.left_in_inbox,
        counted.decided_twice,
        counted.mails,
        counted.in_doubt,
        counted.delivered_once,
        counted.delivered_twice,
        counted.said_uncertain,
        counted.lost_mails,
    ]
    return f"| {words} | " + " | ".join(map(str, cells)) + " |"


if __name__ == "__main__":
    main()
