"""The table in docs/duties.md and the tests' own markers say the same."""

import ast
import re
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STATES = {"yes", "in part", "not yet"}


@cache
def table():
    """The rows of docs/duties.md: number to (state, rules, templates, test files)."""
    text = (ROOT / "docs" / "duties.md").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.startswith("| ")]
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines]
    return {
        row[0]: (row[2], *(set(re.findall(r"`([^`]+)`", cell)) for cell in row[3:6]))
        for row in rows
        if re.fullmatch(r"[SLCPB]\d+", row[0])
    }


@cache
def markers():
    """Duty number to the test files whose tests carry its marker."""
    found = defaultdict(set)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.duty":
                for argument in node.args:
                    found[ast.literal_eval(argument)].add(path.relative_to(ROOT / "tests").as_posix())
    return dict(found)


@cache
def rule_ids():
    files = (ROOT / "rules").rglob("*.toml")
    return {rule["id"] for file in files for rule in tomllib.loads(file.read_text(encoding="utf-8")).get("rule", [])}


def test_every_duty_stands_in_the_table_once():
    expected = [f"S{n}" for n in range(1, 15)] + [f"L{n}" for n in range(1, 31)] + [f"C{n}" for n in range(1, 12)]
    expected += [f"P{n}" for n in range(1, 12)] + [f"B{n}" for n in range(1, 22)]
    assert list(table()) == expected


@pytest.mark.parametrize("duty", list(table()))
def test_a_duty_is_carried_by_the_tests_that_the_table_names(duty):
    state, _, _, files = table()[duty]
    assert state in STATES
    assert files == markers().get(duty, set()), f"{duty}: the markers in tests/ and docs/duties.md differ"
    assert (state == "not yet") == (not files), f"{duty}: what no test carries is not yet done"


def test_the_rules_and_templates_of_the_table_exist():
    templates = {
        p.relative_to(ROOT / "templates").with_suffix("").as_posix() for p in (ROOT / "templates").rglob("*.txt")
    }
    for duty, (_, rules, used, _) in table().items():
        assert rules <= rule_ids(), duty
        assert used <= templates, duty


def test_no_test_carries_a_duty_that_does_not_exist():
    assert set(markers()) <= set(table())
