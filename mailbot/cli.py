"""The commands. Exit status 0; 1 for a finding; 2 for wrong use. An error is one line, never a traceback."""

import asyncio
import json
import secrets
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from mailbot import log
from mailbot.cli_case import case
from mailbot.cli_directory import directory
from mailbot.cli_lists import attention, list_incidents, outbox
from mailbot.clock import SystemClock
from mailbot.commands import DEFAULT, FINDING, WRONG_USE, ConfigFile, opened
from mailbot.errors import GiveUp, MailbotError, Mistakes
from mailbot.explain import explain as explain_file
from mailbot.explain import in_words
from mailbot.findings import findings, named_person_gaps, notes
from mailbot.importing import import_roll
from mailbot.opening import shipped
from mailbot.post.domains import domain_findings
from mailbot.rulebook.explain import describe
from mailbot.run import Daemon, drain
from mailbot.status import digest_now, status_of
from mailbot.store.alone import alone
from mailbot.store.migrate import require_current, upgrade
from mailbot.workflows.registry import Registry

HELP = "Run a volunteer visiting scheme from one shared mailbox. Exit status 0; 1 for a finding; 2 for wrong use."
app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False, help=HELP)
app.add_typer(attention, name="attention")
app.add_typer(outbox, name="outbox")
app.add_typer(directory, name="directory")
app.command("incidents")(list_incidents)
app.command()(case)


def main() -> None:
    """The entry point of the `mailbot` command."""
    log.configure(sys.stderr)
    try:
        app()
    except Mistakes as mistakes:
        _fail(mistakes.lines, WRONG_USE)
    except MailbotError as error:
        _fail([str(error)], FINDING)
    except KeyboardInterrupt:
        sys.exit(130)


def _fail(lines: list[str], code: int) -> None:
    for line in lines:
        print(line, file=sys.stderr)
    sys.exit(code)


@app.command()
def init(config: ConfigFile = DEFAULT) -> None:
    """Make a config, rules and templates to edit, and the database; safe to repeat."""
    folder = config.parent
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("rules", "templates"):
        if not (folder / name).exists():
            shutil.copytree(shipped(name), folder / name)
            print(f"made {folder / name}")
    key = folder / "token.key"
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(48) + "\n", encoding="ascii")
        print(f"made {key}: keep it secret, and keep it")
    if not config.exists():
        shutil.copyfile(shipped("config.example.toml"), config)
        print(f"made {config}: fill it in, then run `mailbot init` again")
        return
    with opened(config, ready=False) as scheme:
        upgrade(scheme.database)
        said = notes(scheme.config)
    print("the database is ready")
    for line in said:
        print(f"note: {line}")


@app.command()
def check(
    config: ConfigFile = DEFAULT,
    dns: Annotated[bool, typer.Option("--dns", help="Ask whether the directory's domains take mail.")] = False,
) -> None:
    """Check config, rules, templates and directory; exit status 1 if there is something to look at."""
    with opened(config, ready=False) as scheme:
        today = SystemClock().now().astimezone(scheme.zone).date()
        try:
            require_current(scheme.database)
            roll, entries = scheme.database.read(lambda conn: (scheme.roll(conn), scheme.directory(conn)))
            found = findings(scheme.config, today, roll, entries)
        except GiveUp as error:
            found = [str(error), *findings(scheme.config, today)]
        found += domain_findings(scheme.config.directory) if dns else []
        said = notes(scheme.config)
    for line in (*found, *(f"note: {each}" for each in said)):
        print(line)
    print(f"{len(found)} to look at" if found else "all is well")
    raise typer.Exit(FINDING if found else 0)


@app.command(name="import")
def import_(folder: Path, config: ConfigFile = DEFAULT) -> None:
    """Take people.csv, clients.csv and matches.csv of FOLDER into the roll; nothing of a bad set is taken."""
    with opened(config) as scheme:
        now = SystemClock().now()
        rows = import_roll(scheme, folder, now)
        gaps = named_person_gaps(scheme.database.read(scheme.roll), now.astimezone(scheme.zone).date())
    for line in gaps:
        print(line)
    print(f"taken: {len(rows.people)} people, {len(rows.clients)} clients, {len(rows.matches)} matches")


@app.command()
def run(config: ConfigFile = DEFAULT, once: Annotated[bool, typer.Option(help="Drain, then end.")] = False) -> None:
    """Run the scheme until stopped; with --once drain the mailbox, fire what is due, send, and end."""
    with opened(config) as scheme, alone(scheme.database):
        daemon = Daemon(scheme, Registry(), SystemClock())
        asyncio.run(drain(daemon) if once else daemon.run())


@app.command()
def explain(
    paths: Annotated[list[Path], typer.Argument(help="Mail files (.eml).")],
    config: ConfigFile = DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, for each file.")] = False,
) -> None:
    """Show what mailbot would do with each mail, and why; nothing is kept."""
    registry, now = Registry(), SystemClock().now()
    with opened(config) as scheme:
        for path in paths:
            told = explain_file(scheme, registry, path, now)
            print(json.dumps(told, ensure_ascii=False) if as_json else in_words(told))


@app.command()
def rules(config: ConfigFile = DEFAULT) -> None:
    """Print the rules in plain English, each beside what it says of itself."""
    with opened(config, ready=False) as scheme:
        print(describe(scheme.rulebook))


@app.command()
def status(config: ConfigFile = DEFAULT) -> None:
    """Say how things stand; exit status 1 if a person should act."""
    with opened(config) as scheme:
        state = scheme.database.read(lambda conn: status_of(scheme, conn, SystemClock().now()))
    for line in (*state.lines, *state.alarms):
        print(line)
    raise typer.Exit(FINDING if state.alarms else 0)


@app.command()
def digest(config: ConfigFile = DEFAULT) -> None:
    """Print the digest as the coordinators would get it now."""
    with opened(config) as scheme:
        now = SystemClock().now()
        for group in scheme.database.read(lambda conn: digest_now(scheme, conn, now)):
            print(group.heading, *(f"- {line}" for line in group.lines), "", sep="\n")


@app.command()
def demo(
    html: Annotated[Path, typer.Option(help="Where the page with the whole story goes.")] = Path("demo.html"),
    serve: Annotated[bool, typer.Option(help="Leave servers and daemon running, to write to.")] = False,
) -> None:
    """Play an invented scheme's story through the real daemon, on servers inside this program."""
    try:
        from mailbot.demo.main import play, serve_demo
    except ModuleNotFoundError as error:
        raise GiveUp(f"the demo needs {error.name}: pip install 'mailbot[demo]'") from None
    serve_demo() if serve else play(html)


@app.command()
def simulate(
    months: Annotated[int, typer.Option(min=1, max=60, help="How long the scheme is played.")] = 12,
    volunteers: Annotated[int, typer.Option(min=1, max=5000, help="How many visit somebody.")] = 400,
    seed: Annotated[int, typer.Option(help="The same seed plays the same again.")] = 1,
    html: Annotated[Path, typer.Option(help="Where the page with the curves goes.")] = Path("simulation.html"),
    seeds: Annotated[int, typer.Option(min=1, help="More than one: these seeds in turn, a line each, no page.")] = 1,
) -> None:
    """Play months of an invented scheme in minutes, and check that every promise was kept."""
    from mailbot.simulation import main as simulation  # here, as it imports much that other commands do not need
    from mailbot.simulation.play import Sort

    sort = Sort(months, volunteers, seed)
    well = simulation.run(sort, html) if seeds == 1 else simulation.soak(sort, seeds)
    raise typer.Exit(0 if well else FINDING)
