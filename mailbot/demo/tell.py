"""Prints the story as it goes."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from mailbot.demo.summary import Summary
from mailbot.demo.view import Received, View, Written
from mailbot.demo.words import plain

COLOURS = ("green", "cyan", "magenta")
LONGEST = 12  # lines of an outgoing mail that are printed; the page has all of them


class Teller:
    """Tells one step after another."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def step(self, view: View) -> None:
        """A message or a timer, and all that came of it."""
        self._console.print(Rule(f"[bold]{view.when}  {view.title}", align="left", style="dim"))
        if view.received:
            self._console.print(_received(view.received))
        self._console.print(Padding(_table(view), (0, 0, 0, 2)))
        for written in view.written:
            self._console.print(Padding(_written(written), (0, 0, 0, 4)))
        self._console.print()

    def end(self, summary: Summary, page: Path, seconds: float) -> None:
        """The numbers, and where the page is."""
        table = Table(title=f"The story took {seconds:.0f} seconds", title_justify="left", show_header=False)
        table.add_row("messages in", f"{summary.messages_in}: {_counted(summary.messages)}")
        table.add_row("mails out", f"{summary.mails_out}: {_counted(summary.mails)}")
        for template, count in summary.templates.items():
            table.add_row("", f"{count} × {template}")
        for number, words in enumerate(summary.attention):
            table.add_row("" if number else "still open for a person", words)
        table.add_row("the whole story", str(page.resolve()))
        self._console.print(table)


def _received(message: Received) -> Panel:
    text = Text.assemble((f"{message.subject or 'no subject'}\n\n", "bold"))
    for piece in message.pieces:
        text.append(piece.text, style=_style(piece.mark))
    papers = [Text(f"attached: {paper.name}", style="dim") for paper in message.papers]
    footer = Text(f"{message.trust}; {message.end}", style="dim")
    return Panel(
        Group(text, *papers), title=Text(f"From {message.by}"), subtitle=footer, title_align="left", width=80
    )


def _style(mark: str | None) -> str:
    if mark is None:
        return ""
    return "yellow" if mark == "left" else COLOURS[int(mark) % len(COLOURS)]


def _table(view: View) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for label, words, style in _reasons(view):
        table.add_row(Text(label, style="dim"), Text(words, style=style))
    return table


def _reasons(view: View) -> Iterator[tuple[str, str, str]]:
    for number, fact in enumerate(view.understood):
        fields = "; ".join(f"{name} {value}" for name, value in fact.fields)
        doubt = "" if fact.sure else " (not sure)"
        yield "understood", f"{fact.kind}{doubt}{f': {fields}' if fields else ''}", _style(str(number))
    for decision in view.decisions:
        yield "rule", decision.says, ""
    for words in view.changes:
        yield "recorded", words, ""
    for words in view.timers:
        yield "timer", words, ""
    for whom, why in view.attention:
        yield "person asked", f"{whom}: {why}", "yellow"


def _written(mail: Written) -> Panel:
    lines = mail.text.strip().splitlines()
    text = "\n".join(lines[:LONGEST]) + ("\n…" if len(lines) > LONGEST else "")
    copies = f", copies to {mail.cc}" if mail.cc else ""
    return Panel(
        Text.assemble((f"{mail.subject}\n\n", "bold"), text),
        title=Text(f"To {mail.to}{copies}"),
        subtitle=Text(f"HELD, {mail.held}" if mail.held else mail.state, style="bold red" if mail.held else "dim"),
        title_align="left",
        border_style="red" if mail.held else "blue",
        width=76,
    )


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {plain(state)}" for state, count in sorted(counts.items())) or "none"
