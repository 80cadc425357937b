"""A scenario file is read strictly: a line that has none of the forms is an error, with file and line."""

import re
from pathlib import Path

from tests.scenarios.cast import SCHEMES, cast_of
from tests.scenarios.forms import EXPECTATIONS, STEPS
from tests.scenarios.lines import Lines
from tests.scenarios.script import (
    At,
    Block,
    Expectation,
    Gets,
    GetsNothing,
    NobodyElse,
    NothingOutside,
    Scenario,
    Step,
)

THROUGHOUT = "Throughout, "


def read_scenario(path: Path) -> Scenario:
    """The scenario of that file. Raises NotAScenario."""
    return parse(path, path.read_text(encoding="utf-8"))


def parse(path: Path, text: str) -> Scenario:
    """The scenario of this text; `path` is what mistakes name."""
    lines = Lines(path, text)
    title, about, duties, scheme = (_head(lines, name) for name in ("Title", "About", "Duties", "Scheme"))
    if scheme not in SCHEMES:
        raise lines.wrong(f"there is no scheme {scheme}: there are {', '.join(SCHEMES)}")
    lines.cast = cast_of(scheme)
    buts = []
    while lines.peek().startswith("But: "):
        buts.append(_head(lines, "But"))
    blocks = _blocks(lines)
    found = tuple(each.strip() for each in duties.split(","))
    return Scenario(path, title, about, found, scheme, tuple(buts), blocks, _throughout(lines))


def _head(lines: Lines, name: str) -> str:
    number, line = lines.next()
    if not line.startswith(f"{name}: "):
        raise lines.wrong(f"a line {name}: … is due here", number)
    return line.removeprefix(f"{name}: ").strip()


def _blocks(lines: Lines) -> tuple[Block, ...]:
    blocks = []
    while lines.more() and not lines.peek().startswith(THROUGHOUT):
        step = _step(lines)
        if not blocks and not isinstance(step, At):
            raise lines.wrong("a story begins with day and time, as in: Monday 11 May 2026, 10:30", step.line)
        blocks.append(Block(step, _expected(lines)))
    if not blocks:
        raise lines.wrong("nothing happens: a story begins with day and time, as in: Monday 11 May 2026, 10:30")
    return tuple(blocks)


def _step(lines: Lines) -> Step:
    for pattern, make in STEPS:
        if match := re.fullmatch(pattern, lines.peek()):
            return make(lines, lines.next()[0], match)
    raise lines.wrong(f"not understood: {lines.peek().strip()}")


def _expected(lines: Lines) -> tuple[Expectation, ...]:
    found: list[Expectation] = []
    while one := _expectation(lines, lines.peek()):
        if isinstance(one, Gets) and any(isinstance(each, NobodyElse) for each in found):
            raise lines.wrong("who gets a mail stands before: Nobody else gets anything", one.line)
        found.append(one)
    return tuple(found)


def _expectation(lines: Lines, line: str) -> Expectation | None:
    for pattern, make in EXPECTATIONS:
        if match := re.fullmatch(pattern, line):
            return make(lines, lines.next()[0], match)
    return None


def _throughout(lines: Lines) -> tuple[Expectation, ...]:
    found = []
    while lines.more():
        said = lines.peek().removeprefix(THROUGHOUT)
        one = _expectation(lines, said[:1].upper() + said[1:]) if said != lines.peek() else None
        if not isinstance(one, GetsNothing | NothingOutside):
            raise lines.wrong("at the end stand lines such as: Throughout, Beth gets nothing")
        found.append(one)
    return tuple(found)
