"""A played scenario as something to read: what happened, every mail in full, and what was not as expected."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.scenarios.cast import PEOPLE, SCHEMES, Cast, cast_of, rows
from tests.scenarios.files import name_of, not_yet, scenario_files
from tests.scenarios.forms import ZONE
from tests.scenarios.grammar import read_scenario
from tests.scenarios.judge import Failure, judge
from tests.scenarios.letters import Mail
from tests.scenarios.lines import NotAScenario
from tests.scenarios.play import Moment, Played, play
from tests.scenarios.script import Block, Scenario
from tests.scenarios.stage import NoSuchBut
from tests.servers.sink import Sink, sink


def main(names: Sequence[str]) -> int:
    """Plays and prints each file; without a name, plays all and prints what is not as expected.

    0 if all is as expected, 1 if not, 2 if a file cannot be read.
    """
    if list(names) == ["--people"]:
        print("\n".join(people()))
        return 0
    paths = [Path(name) for name in names] or scenario_files()
    with sink() as server:
        return max((_show(path, server, in_full=bool(names)) for path in paths), default=0)


def _show(path: Path, server: Sink, in_full: bool) -> int:
    try:
        scenario = read_scenario(path)
        played = play(scenario, server)
    except (NotAScenario, NoSuchBut, OSError) as trouble:
        print(trouble)
        return 2
    failures = judge(scenario, played)
    lines = transcript(scenario, played, failures) if in_full else in_short(scenario, failures)
    print("\n".join(lines))
    return 1 if bool(failures) != (name_of(path) in not_yet()) else 0


def in_short(scenario: Scenario, failures: Sequence[Failure]) -> Iterator[str]:
    """A line, and one for each thing that is not as expected."""
    name = name_of(scenario.path)
    yield f"{_verdict(failures, name in not_yet()):16} {name}"
    yield from (f"{'':16}   line {each.line}: {each.what}" for each in failures)


def _verdict(failures: Sequence[Failure], known: bool) -> str:
    if known:
        return "not yet" if failures else "now as expected"
    return "not as expected" if failures else "as expected"


def people() -> Iterator[str]:
    """The tables of README.md, from the files in people/."""
    everybody = cast_of(SCHEMES[0]).people
    yield from ("| called | who | address |", "|---|---|---|")
    yield from (f"| {each.called} | {each.what} | {each.address} |" for each in everybody)
    names = {each.address: each.called for each in everybody}
    yield from ("", "| scheme | visited | reference | by | backup |", "|---|---|---|---|---|")
    for scheme in SCHEMES:
        clients = {client.ref: client.called for client in cast_of(scheme).clients}
        for row in rows(PEOPLE / scheme / "matches.csv"):
            ref, backup = row["client_ref"], names.get(row["backup_email"], "nobody")
            yield f"| {scheme} | {clients[ref]} | {ref} | {names[row['visitor_email']]} | {backup} |"


def transcript(scenario: Scenario, played: Played, failures: Sequence[Failure]) -> Iterator[str]:
    """Line by line."""
    source = scenario.path.read_text("utf-8").splitlines()
    cast = cast_of(scenario.scheme)
    yield from (f"=== {scenario.title}", scenario.about, f"Scheme: {scenario.scheme}")
    yield from (f"But: {but}" for but in scenario.buts)
    for block, moment in zip(scenario.blocks, played.moments, strict=False):
        yield from _block(source, block, moment, cast)
    yield ""
    if not failures:
        yield "Everything is as the file expects."
    for each in failures:
        yield f"NOT AS EXPECTED, line {each.line}: {source[each.line - 1].strip()}"
        yield f"    {each.what}"


def _block(source: Sequence[str], block: Block, moment: Moment, cast: Cast) -> Iterator[str]:
    begins = block.step.line - 1
    yield f"\n{moment.at.astimezone(ZONE):%A %-d %B %Y, %H:%M}"
    yield source[begins]
    for line in source[begins + 1 :]:
        if not line.startswith("|"):
            break
        yield line
    if moment.printed:
        yield from (f"    {line}" for line in moment.printed.splitlines())
    elif not moment.mails:
        yield "    (no mail)"
    for mail in moment.mails:
        yield from _mail(mail, cast)


def _mail(mail: Mail, cast: Cast) -> Iterator[str]:
    names = ", ".join(map(cast.called, mail.recipients))
    yield f"\n    --> {names}, {mail.at.astimezone(ZONE):%H:%M}: {mail.subject.partition(' [ref')[0]}"
    yield from (f"        {line}".rstrip() for line in mail.text.splitlines())
