"""A played scenario as something to read: what happened, every mail in full, and what was not as expected."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.scenarios.cast import Cast, cast_of
from tests.scenarios.forms import ZONE
from tests.scenarios.grammar import read_scenario
from tests.scenarios.judge import Failure, judge
from tests.scenarios.letters import Mail
from tests.scenarios.lines import NotAScenario
from tests.scenarios.play import Moment, Played, play
from tests.scenarios.script import Block, Scenario
from tests.scenarios.stage import NoSuchBut
from tests.servers.sink import sink

USE = "Say which files to play: python -m tests.scenarios tests/scenarios/hardest/*.txt"


def main(names: Sequence[str]) -> int:
    """Plays each file; 0 if all is as expected, 1 if not, 2 for wrong use."""
    if not names:
        print(USE)
        return 2
    worst = 0
    with sink() as server:
        for name in names:
            try:
                scenario = read_scenario(Path(name))
                played = play(scenario, server)
            except (NotAScenario, NoSuchBut, OSError) as trouble:
                print(trouble)
                worst = 2
                continue
            failures = judge(scenario, played)
            print("\n".join(transcript(scenario, played, failures)))
            worst = max(worst, 1 if failures else 0)
    return worst


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
    if not moment.mails:
        yield "    (no mail)"
    for mail in moment.mails:
        yield from _mail(mail, cast)


def _mail(mail: Mail, cast: Cast) -> Iterator[str]:
    names = ", ".join(map(cast.called, mail.recipients))
    yield f"\n    --> {names}, {mail.at.astimezone(ZONE):%H:%M}: {mail.subject.partition(' [ref')[0]}"
    yield from (f"        {line}".rstrip() for line in mail.text.splitlines())
