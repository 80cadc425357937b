"""The rule engine, for all who need it: loaded with its parser's tables, which it would else make at every start.

Making them takes longer than all else that the engine is used for. They carry the grammar that they were made for:
an engine with another grammar does not use them and makes its own. `python -m mailbot.rulebook.engine` writes them.
"""

import json
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

TABLES = Path(__file__).with_name("engine_tables.json")
_LOOKED_FOR = "rule_engine.parser.parsetab"  # where the parser generator in the engine (PLY) looks for tables

Rows = Mapping[int, Mapping[str, int]]


class Grammar(str):
    """A grammar as PLY compares it. Its indentation, which differs between versions of Python, means nothing."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and self.split() == other.split()


def read_tables(path: Path) -> ModuleType:
    """The tables, as the module that PLY itself would have written."""
    held = json.loads(path.read_text(encoding="utf-8"))
    made = ModuleType(_LOOKED_FOR)
    vars(made).update(
        _tabversion=held["version"],
        _lr_method="LALR",
        _lr_signature=Grammar(held["grammar"]),
        _lr_productions=held["productions"],
        _lr_action=_by_state(held["action"]),
        _lr_goto=_by_state(held["goto"]),
    )
    return made


def make_tables() -> dict[str, Any]:
    """The tables of the engine that is installed, made anew."""
    yacc = import_module("rule_engine._vendor.ply.yacc")
    named = yacc.ParserReflect({name: getattr(Rule.parser, name) for name in dir(Rule.parser)})
    named.get_all()
    made = yacc.yacc(module=Rule.parser, debug=False, write_tables=False, tabmodule="no_tables_of_this_name")
    return {
        "version": yacc.__tabversion__,
        "grammar": " ".join(named.signature().split()),
        "productions": [[p.str, p.name, p.len, p.func, Path(p.file).name, p.line] for p in made.productions],
        "action": _by_symbol(made.action),
        "goto": _by_symbol(made.goto),
    }


def write_tables(path: Path) -> None:
    """A line for each of the tables."""
    lines = (
        f"{json.dumps(name)}: {json.dumps(held, sort_keys=True, separators=(',', ':'))}"
        for name, held in make_tables().items()
    )
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _by_symbol(rows: Rows) -> dict[str, list[list[int]]]:
    """Turned round, which takes much less room: for each symbol the states, and what each of them does."""
    turned: dict[str, list[list[int]]] = {}
    for state, row in sorted(rows.items()):
        for symbol, what in sorted(row.items()):
            states, whats = turned.setdefault(symbol, [[], []])
            states.append(state)
            whats.append(what)
    return turned


def _by_state(turned: Mapping[str, list[list[int]]]) -> Rows:
    rows: dict[int, dict[str, int]] = {}
    for symbol, (states, whats) in turned.items():
        for state, what in zip(states, whats, strict=True):
            rows.setdefault(state, {})[symbol] = what
    return rows


if TABLES.exists():
    sys.modules.setdefault(_LOOKED_FOR, read_tables(TABLES))
_engine: Any = import_module("rule_engine")
Context, DataType, Rule = _engine.Context, _engine.DataType, _engine.Rule
ast, errors = _engine.ast, _engine.errors

if __name__ == "__main__":
    write_tables(TABLES)
