"""The layout of docs/flow.md, held by the imports themselves: a module imports only from rows above its own."""

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "mailbot"

# From top to bottom. A module may import from its own entry and from every row above, never from below.
ROWS: tuple[tuple[str, ...], ...] = (
    ("errors", "expressions"),
    ("clock", "log", "roll"),
    ("events", "addresses"),
    ("settings",),
    ("sheets", "cells"),
    ("config", "roll_import"),
    ("findings",),
    ("reading",),
    ("rulebook",),
    ("store",),
    ("letters",),
    ("scheme",),
    ("workflows",),
    ("dispatch",),
    ("handle", "failing", "triage", "opening", "importing"),
    ("explain", "status"),
    ("post",),
    ("routes",),
    ("working", "outgoing", "ticks", "sifting"),
    ("incoming",),
    ("run",),
    ("commands",),
    ("cli_lists", "cli_case", "cli_directory", "demo", "simulation"),
    ("cli",),
    ("__main__",),
)
ROW = {name: number for number, row in enumerate(ROWS) for name in row}
LEAVES = (
    *("bundles", "pauses", "visits", "beginnings", "endings", "cover", "lone", "expenses", "meetings"),
    *("safeguarding", "people", "incidents", "posts", "machines", "attention", "contact", "reviews"),
    *("booking", "support"),
)
NETWORK = {"imap_tools", "aiosmtplib", "smtplib", "imaplib", "socket", "http", "urllib.request"}
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    """The file as Python sees it, read once."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported_by(path: Path) -> set[str]:
    """Every module that this file imports, dotted."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def part(path: Path) -> str:
    """The entry of the layout that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_rows_above_its_own(path):
    if part(path) == "__init__":
        return
    for name in imported_by(path):
        if name.startswith("mailbot.") and (other := name.split(".")[1]) != part(path):
            assert ROW[other] < ROW[part(path)], f"{part(path)} imports {name}, which is not above it"


@pytest.mark.parametrize("leaf", LEAVES)
def test_a_leaf_never_imports_another_leaf(leaf):
    for path in (PACKAGE / "workflows" / leaf).glob("*.py"):
        others = {name.split(".")[2] for name in imported_by(path) if name.startswith("mailbot.workflows.")}
        assert not others & (set(LEAVES) - {leaf}), path


def test_every_part_of_the_package_has_its_row():
    assert {part(path) for path in MODULES} - {"__init__"} == set(ROW)


def test_only_post_and_demo_touch_the_network():
    for path in MODULES:
        if part(path) not in ("post", "demo"):
            assert not imported_by(path) & NETWORK, path


def test_every_init_file_is_empty():
    assert [path for path in PACKAGE.rglob("__init__.py") if path.read_text().strip()] == []


def test_only_the_clock_asks_for_the_time_and_only_the_transaction_commits():
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                asks = node.func.attr in ("now", "utcnow", "today") and ast.unparse(node.func.value) in (
                    "datetime",
                    "date",
                )
                assert not asks or path.name == "clock.py", f"{path} asks for the time"
                assert node.func.attr != "commit" or path.name == "transaction.py", f"{path} commits"


def test_nobody_asks_whether_a_match_is_of_the_very_object_of_an_expression():
    """The compiled expression stands behind the lazy one: `expressions.found_by` asks."""
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Compare):
                sides = [ast.unparse(each) for each in (node.left, *node.comparators)]
                assert not any(side.endswith(".re") for side in sides), f"{path}: {ast.unparse(node)}"
