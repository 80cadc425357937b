"""The demo's two commands: play the story and end, or leave everything running to write to."""

import asyncio
import io
import logging
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Column, Table

from mailbot.clock import SystemClock
from mailbot.demo.mailboxes import HOST
from mailbot.demo.page import page
from mailbot.demo.people import (
    BOT,
    HELEN,
    MOVED_AWAY,
    OUTSIDE_TEAM,
    PASSWORD,
    PEOPLE,
    VISITED,
    make_scheme,
    passwords,
)
from mailbot.demo.servers import Servers, servers
from mailbot.demo.stage import Stage, stage
from mailbot.demo.story import BEGINS, tell
from mailbot.demo.summary import summary_of
from mailbot.demo.tell import Teller
from mailbot.demo.view import view_of
from mailbot.errors import GiveUp
from mailbot.run import Daemon
from mailbot.workflows.registry import Registry


def play(html: Path) -> None:
    """Tell the story on the screen, and write the page. Raises GiveUp if the page cannot be written there."""
    if not html.resolve().parent.is_dir() or html.is_dir():
        raise GiveUp(f"{html}: is not a place for a file: choose another with --html")
    asyncio.run(_play(html, Teller(_console())))


def serve_demo() -> None:
    """Servers and daemon until Ctrl-C or SIGTERM."""
    asyncio.run(_serve(_console()))


async def _play(html: Path, teller: Teller) -> None:
    _end_on_sigterm_too()
    began = time.monotonic()
    async with stage(BEGINS, lambda scheme, step: teller.step(view_of(scheme, step))) as staged:
        await tell(staged)
        _write(html, staged)
        teller.end(summary_of(staged.daemon.scheme), html, time.monotonic() - began)


def _write(html: Path, staged: Stage) -> None:
    scheme = staged.daemon.scheme
    try:
        html.write_text(page([view_of(scheme, step) for step in staged.steps], summary_of(scheme)), encoding="utf-8")
    except OSError:
        raise GiveUp(f"{html}: cannot be written: choose another place with --html") from None


async def _serve(console: Console) -> None:
    _end_on_sigterm_too()
    clock = SystemClock()
    with TemporaryDirectory(prefix="mailbot-demo-") as folder:
        async with servers(passwords(), clock, {MOVED_AWAY.email}) as running:
            scheme = make_scheme(Path(folder), running, clock.now())
            _say_how(console, running)
            await Daemon(scheme, Registry(), clock).run()


def _say_how(console: Console, running: Servers) -> None:
    table = Table("who", "what they are", Column("user name", no_wrap=True), "visits")
    for each in PEOPLE:
        visits = ", ".join(f"{visited.name} ({visited.ref})" for visited in VISITED if visited.visitor is each)
        table.add_row(each.name, each.roles.replace("_", " "), each.email, visits)
    console.print(table)
    for line in (
        f"IMAP {HOST} port {running.imap_port}, no encryption",
        f"SMTP {HOST} port {running.smtp_port}, no encryption, log in to send",
        f"Everybody's password: {PASSWORD}",
        f"Write as one of them to {BOT}, and read the answer in their mailbox.",
        f"For instance as {HELEN.email}: I visited Marcus today. The bus was £2.80.",
        f"{MOVED_AWAY.name}'s mailbox is gone: what is sent there comes back.",
        f"Mail for the outside team ({OUTSIDE_TEAM}) is held. Nothing leaves this machine.",
        "Ctrl-C ends it, and everything is forgotten.",
    ):
        console.print(line, soft_wrap=True)


def _console() -> Console:
    """For any output: also one that cannot write every letter. The SMTP library warns of its own calls: not here."""
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return Console(highlight=False)


def _end_on_sigterm_too() -> None:
    """As with Ctrl-C, so that servers stop and the temporary folder goes; the daemon brings its own later."""
    signal.signal(signal.SIGTERM, signal.getsignal(signal.SIGINT))
