"""The command: play, check, print a table, write the page."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from rich.console import Console
from rich.table import Table

from mailbot.errors import GiveUp
from mailbot.scheme import Scheme
from mailbot.simulation.evidence import Evidence, evidence_of
from mailbot.simulation.figures import Figures, figures_of
from mailbot.simulation.invariants import Finding, check
from mailbot.simulation.play import Sort, played
from mailbot.simulation.plot import Curve, bars, curves

SHOWN = 20  # lines of what breaks an invariant


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one simulation, and the records behind it. It took `seconds`, with so many of `cpu`.

    The scheme of the evidence is closed; its rules can serve the next.
    """

    sort: Sort
    findings: tuple[Finding, ...]
    figures: Figures
    seconds: float
    cpu: float
    evidence: Evidence

    @property
    def broken(self) -> list[Finding]:
        """The invariants that do not hold, and should."""
        return [finding for finding in self.findings if finding.lines]


def simulate(sort: Sort, like: Scheme | None = None) -> Result:
    """Play, and check. `like` is a scheme opened before, whose rules and templates are used again."""
    began, used = time.monotonic(), time.process_time()
    with played(sort, like) as play:
        seconds, cpu = time.monotonic() - began, time.process_time() - used
        found = evidence_of(play)
        return Result(sort, tuple(check(found)), figures_of(found, play.opened), seconds, cpu, found)


def run(sort: Sort, html: Path) -> bool:
    """The command; False if an invariant is broken. Raises GiveUp if the page cannot be written there."""
    if not html.resolve().parent.is_dir() or html.is_dir():
        raise GiveUp(f"{html}: is not a place for a file: choose another with --html")
    result = simulate(sort)
    tell(result, Console(highlight=False))
    html.write_text(page(result), encoding="utf-8")
    print(f"The page is in {html}")
    return not result.broken


def soak(first: Sort, seeds: int) -> bool:
    """So many simulations, each with the next seed and a line of its own; False if an invariant is broken in any."""
    scheme, well = None, True
    for seed in range(first.seed, first.seed + seeds):
        result = simulate(replace(first, seed=seed), scheme)
        scheme, well = result.evidence.scheme, well and not result.broken
        names = ", ".join(f"{each.invariant.name} ({len(each.lines)})" for each in result.broken)
        print(f"seed {seed}: {f'broken: {names}' if names else 'all holds'}", flush=True)
        for each in result.broken:
            print(*(f"  {line}" for line in each.lines[:SHOWN]), sep="\n", flush=True)
    return well


def tell(result: Result, console: Console) -> None:
    """The table, and what is broken, by id."""
    table = Table("what", "", title=f"{result.sort.months} months, seed {result.sort.seed}", title_justify="left")
    for row in (*result.figures.rows, *_speed(result)):
        table.add_row(*row)
    for finding in result.findings:
        table.add_row(finding.invariant.says, verdict(finding))
    console.print(table)
    for finding in result.broken:
        console.print(f"broken: {finding.invariant.name}")
        for line in finding.lines[:SHOWN]:
            console.print(f"  {line}", soft_wrap=True)


def page(result: Result) -> str:
    """The page's HTML; it needs nothing else."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(files("mailbot.simulation").joinpath("page.html").read_text(encoding="utf-8"))
    return template.render(
        months=result.sort.months,
        volunteers=result.sort.volunteers,
        seed=result.sort.seed,
        findings=result.findings,
        verdict=verdict,
        most=SHOWN,
        rows=(*result.figures.rows, *_speed(result)),
        drawings=[(title, note, Markup(drawing)) for title, note, drawing in _drawings(result.figures)],
    )


def verdict(finding: Finding) -> str:
    """In a word or two."""
    if not finding.lines:
        return "holds"
    return f"broken {len(finding.lines)} times"


def _speed(result: Result) -> Sequence[tuple[str, str]]:
    messages = next(int(value) for name, value in result.figures.rows if name == "messages in")
    a_second = messages / max(0.001, result.seconds)
    return (("played in", f"{result.seconds:.0f} s ({result.cpu:.0f} s of CPU), {a_second:.0f} messages a second"),)


def _drawings(figures: Figures) -> Sequence[tuple[str, str, str]]:
    unconfirmed = [(each.day, each.unconfirmed) for each in figures.open]
    unreplaced = [(each.day, each.unreplaced) for each in figures.open]
    questions = [(each.day, each.questions) for each in figures.open]
    items = [(each.day, each.items) for each in figures.open]
    return (
        (
            "Confirmed visits by week",
            "Of the visits in the ledger, by the week of their day: those of which mailbot knows how they ended.",
            curves(
                Curve("known in the end", figures.confirmed),
                Curve("without having asked", figures.confirmed_unasked),
                unit=" %",
            ),
        ),
        (
            "Days to the replacement",
            "From the day of a visit that was not kept to the day of the one that made it good.",
            bars(figures.replaced_after, "days"),
        ),
        (
            "Mails to each volunteer, by week",
            "Administration that mailbot sends of its own accord, and answers to their own mails.",
            curves(Curve("of its own accord", figures.own_mails), Curve("answers", figures.replies)),
        ),
        (
            "Open promises on Monday mornings",
            "What is not settled yet: each of these is being asked about, or stands before a person.",
            curves(
                Curve("not confirmed", unconfirmed),
                Curve("not made good", unreplaced),
                Curve("questions", questions),
                Curve("with a person", items),
            ),
        ),
    )
