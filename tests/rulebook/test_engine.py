"""The parser tables that come with mailbot, so that the rule engine need not make them at every start."""

import sys

from mailbot.rulebook.engine import TABLES, Grammar, read_tables, write_tables


def test_the_tables_are_those_of_the_engine_that_is_installed(tmp_path):
    """If not: `python -m mailbot.rulebook.engine` writes them again."""
    anew = tmp_path / "tables.json"
    write_tables(anew)
    assert anew.read_text(encoding="utf-8") == TABLES.read_text(encoding="utf-8")


def test_the_engine_has_used_them():
    parser = sys.modules["rule_engine"].Rule.parser._parser
    assert {type(each).__name__ for each in parser.productions} == {"MiniProduction"}


def test_a_grammar_is_the_same_however_it_is_indented_and_another_is_another():
    ours = read_tables(TABLES)._lr_signature
    assert ours == f"  {ours}\n".replace(" ", "\n        ")
    assert ours != ours.replace("expression LPAREN RPAREN", "expression RPAREN LPAREN")
    assert Grammar("a : b") != "a : c"
