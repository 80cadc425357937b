"""Every scenario of this folder is played on the real path, and every expectation in it can fail."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.files import FOLDER, name_of, not_yet, scenario_files
from tests.scenarios.grammar import read_scenario
from tests.scenarios.judge import judge
from tests.scenarios.play import play
from tests.scenarios.script import GetsNothing, NobodyElse, NothingOutside
from tests.scenarios.spoil import spoilt
from tests.scenarios.transcript import people
from tests.servers.sink import Sink, sink

FILES = scenario_files()
NAMES = [name_of(path) for path in FILES]
NOT_YET = not_yet()
AT_LEAST = 60
SITUATIONS = range(1, 11)


@pytest.fixture(scope="session")
def server() -> Iterator[Sink]:
    with sink() as running:
        yield running


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_scenario_goes_as_it_says_and_would_be_found_out_if_it_did_not(path: Path, server: Sink) -> None:
    scenario = read_scenario(path)
    played = play(scenario, server)
    failures = judge(scenario, played)
    if name_of(path) in NOT_YET:
        assert failures, "this scenario passes: take it out of NOT_YET"
        return
    assert not failures, "\n" + "\n".join(f"{path.name}:{each.line}: {each.what}" for each in failures)
    for each in spoilt(scenario, played):
        lines = {failure.line for failure in judge(each.scenario, each.played)}
        assert each.line in lines, f"{path.name}:{each.line}: nobody would notice: {each.how}"


def test_what_cannot_be_done_yet_is_the_name_of_a_scenario_and_a_reason() -> None:
    assert set(NOT_YET) <= set(NAMES)
    assert all(len(reason) > 20 for reason in NOT_YET.values())


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_scenario_says_who_gets_no_mail(path: Path) -> None:
    scenario = read_scenario(path)
    every = [each for block in scenario.blocks for each in block.expected] + list(scenario.throughout)
    assert any(isinstance(each, GetsNothing | NobodyElse | NothingOutside) for each in every)


def test_the_readme_names_everybody() -> None:
    assert "\n".join(people()) in (FOLDER / "README.md").read_text("utf-8")


def test_every_hard_situation_has_its_scenarios() -> None:
    told = " ".join(read_scenario(path).about for path in FILES)
    found = {int(number) for number in re.findall(r"Hardest situation (\d+)", told)}
    assert found == set(SITUATIONS)
    assert len(FILES) >= AT_LEAST


def test_the_duties_of_the_scenarios_exist_and_titles_are_given_once() -> None:
    table = (FOLDER.parent.parent / "docs" / "duties.md").read_text("utf-8")
    known = set(re.findall(r"^\| ([SLCPB]\d+) ", table, re.MULTILINE))
    scenarios = [read_scenario(path) for path in FILES]
    assert {duty for each in scenarios for duty in each.duties} <= known
    assert len({each.title for each in scenarios}) == len(scenarios)
