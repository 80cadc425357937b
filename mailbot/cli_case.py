"""`mailbot case`: the chronology of a case, or the cases that are open."""

from typing import Annotated

import typer

from mailbot.clock import SystemClock
from mailbot.commands import DEFAULT as CONFIG
from mailbot.commands import ConfigFile, opened
from mailbot.errors import GiveUp
from mailbot.workflows.safeguarding import cases, history

Ref = Annotated[
    str | None, typer.Argument(help="The reference of a case, such as 2026-007; without it, all that are open.")
]


def case(ref: Ref = None, config: ConfigFile = CONFIG) -> None:
    """Show the chronology of a case, from this machine only; without a reference, which cases are open."""
    with opened(config) as scheme:
        now = SystemClock().now()
        if ref is None:
            lines = scheme.database.read(
                lambda conn: [history.standing(conn, scheme.zone, each, now) for each in cases.open_cases(conn)]
            )
            print(*lines, f"{len(lines)} open", sep="\n")
            return
        found = scheme.database.read(lambda conn: cases.by_ref(conn, ref))
        if found is None:
            raise GiveUp("there is no case with that reference: see `mailbot case`")
        print(
            *scheme.database.read(lambda conn: history.lines(conn, scheme.roll(conn), scheme.zone, found)), sep="\n"
        )
