"""The command about the directory: who is in it and whether they may be mailed, and who verified whom."""

from datetime import date
from typing import Annotated

import typer
from sqlalchemy import Connection

from mailbot.clock import SystemClock
from mailbot.commands import DEFAULT, FINDING, ConfigFile, opened
from mailbot.errors import GiveUp
from mailbot.findings import spelling
from mailbot.scheme import Scheme
from mailbot.settings.directory import Check, CheckedDirectory, DirectoryEntry
from mailbot.store.directory import note_check
from mailbot.workflows.outside import waiting_for

directory = typer.Typer(help="The outside teams: list them, or say that an address was verified.")
Name = Annotated[str, typer.Argument(help="The entry: helpline_escalations for [directory.helpline_escalations].")]
By = Annotated[str, typer.Option(help='Who checked it, for the record: "A. Coordinator".')]
Again = Annotated[str | None, typer.Option(help="The address as you found it, instead of typing it when asked.")]


@directory.callback(invoke_without_command=True)
def list_directory(asked: typer.Context, config: ConfigFile = DEFAULT) -> None:
    """All entries with what is verified and what looks odd; exit status 1 if one may not be mailed."""
    if asked.invoked_subcommand:
        return
    with opened(config) as scheme:
        checked, today, odd = scheme.database.read(scheme.directory), _today(scheme), spelling(scheme.config)
    for name in sorted(checked.directory.names):
        print(*_shown(checked, name, today), *_odd(odd, name), sep="\n  ")
    unusable = [name for name in checked.directory.names if checked.usable(name, today)]
    print(f"{len(checked.directory.names)} entries, {len(unusable)} that may not be mailed")
    raise typer.Exit(FINDING if unusable else 0)


@directory.command("verify")
def verify(name: Name, by: By, address: Again = None, config: ConfigFile = DEFAULT) -> None:
    """Say that you checked an entry's address and phone, on the team's own page or by ringing them."""
    with opened(config) as scheme:
        entry, today = _entry(scheme, name), _today(scheme)
        print(*_facts(name, entry), *_odd(spelling(scheme.config), name), sep="\n  ")
        print("Do not copy it from here: look at the team's own page, or ring them.")
        typed = address if address is not None else typer.prompt("The address, as you found it there")
        if typed.strip().casefold() != entry.address.casefold():
            raise GiveUp(f"that is not the address of directory.{name}: nothing was noted, and nothing was changed")
        check = Check(name, entry.address, entry.phone, _line(by), today)
        now = SystemClock().now()
        scheme.database.write(lambda conn: note_check(conn, check, now)).result()
        checked, waiting = scheme.database.read(lambda conn: _after(scheme, conn, name))
    if reason := checked.usable(name, today):
        print(f"noted, but directory.{name} {reason}")
        raise typer.Exit(FINDING)
    print(f"noted: {check.by} verified directory.{name} on {today}; it holds until {_until(checked, name)}")
    for number in waiting:
        print(f"mail {number} waits for this: `mailbot outbox release {number}` lets it go")


def _after(scheme: Scheme, conn: Connection, name: str) -> tuple[CheckedDirectory, list[int]]:
    return scheme.directory(conn), waiting_for(scheme, conn, name)


def _entry(scheme: Scheme, name: str) -> DirectoryEntry:
    entry = scheme.config.directory.get(name)
    if entry is None:
        known = ", ".join(sorted(scheme.config.directory.names)) or "none"
        raise GiveUp(f"directory.{name} is not in the config; its entries are: {known}")
    return entry


def _line(by: str) -> str:
    plain = " ".join(by.split())
    if not plain or not plain.isprintable() or len(plain) > 200:
        raise GiveUp('--by needs a name of at most 200 letters: --by "A. Coordinator"')
    return plain


def _today(scheme: Scheme) -> date:
    return SystemClock().now().astimezone(scheme.zone).date()


def _until(checked: CheckedDirectory, name: str) -> date | None:
    entry = checked.get(name)
    return entry.good_until if entry else None


def _shown(checked: CheckedDirectory, name: str, today: date) -> list[str]:
    entry = checked.get(name)
    if entry is None:
        return []
    if reason := checked.usable(name, today):
        state = f"MAY NOT BE MAILED: it {reason}"
    else:
        state = f"verified by {entry.verified_by} on {entry.verified_on}; check again by {entry.good_until}"
    return [*_facts(name, entry), state]


def _facts(name: str, entry: DirectoryEntry) -> list[str]:
    return [
        f"directory.{name}",
        f"address: {entry.address}",
        f"phone: {entry.phone or 'not given'}",
        f"hours: {entry.hours or 'not given'}",
        f"checked again every {entry.recheck_days} days",
    ]


def _odd(odd: dict[str, list[str]], name: str) -> list[str]:
    where = f"directory.{name}.address"
    return [f"LOOK: {line.removeprefix(where + ': ')}" for line in odd.get(where, ())]
