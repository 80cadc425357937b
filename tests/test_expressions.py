"""Regular expressions of modules: compiled at their first use, and all of them before a daemon's first message."""

import re
import subprocess
import sys
from importlib import import_module
from types import SimpleNamespace

import pytest

from mailbot import expressions
from mailbot.expressions import compile_all, found_by, lazy
from mailbot.scheme import Scheme

STARTED = """
import mailbot.cli
from mailbot import expressions
print(sum("search" in vars(each) for each in expressions._written), len(expressions._written))
"""


@pytest.fixture
def written(monkeypatch):
    """What is written in a test alone."""
    monkeypatch.setattr(expressions, "_written", [])
    return expressions._written


@pytest.mark.usefixtures("written")
def test_a_lazy_expression_answers_as_a_compiled_one():
    for pattern, flags, text in (
        (r"(?P<n>\d+) miles", re.IGNORECASE, "12 MILES and 3 miles"),
        (rb"\r?\n", 0, b"one\r\ntwo\nthree"),
    ):
        eager, late = re.compile(pattern, flags), lazy(pattern, flags)
        assert [m.span() for m in late.finditer(text)] == [m.span() for m in eager.finditer(text)]
        assert late.findall(text) == eager.findall(text) and late.split(text) == eager.split(text)
        assert (late.search(text) is None) == (eager.search(text) is None)
        assert (late.match(text) is None) == (eager.match(text) is None)
        assert (late.fullmatch(text) is None) == (eager.fullmatch(text) is None)
        assert late.sub(type(text)(), text) == eager.sub(type(text)(), text)
        assert (late.pattern, late.flags, late.groupindex) == (eager.pattern, eager.flags, eager.groupindex)


def test_nothing_is_compiled_before_its_first_use(written):
    late = lazy(r"\bvisit")
    assert "search" not in vars(written[0])
    assert late.search("a visit")
    assert vars(written[0])["search"].__self__ is vars(written[0])["match"].__self__


@pytest.mark.usefixtures("written")
def test_a_match_says_which_expression_found_it():
    first, second = lazy(r"tea"), lazy(r"te(?:a)")
    match = first.search("tea")
    assert found_by(match, first) and not found_by(match, second)


def test_what_is_no_expression_is_found_when_all_are_compiled(written):
    lazy(r"(fine)")
    lazy(r"(not fine")
    with pytest.raises(re.error):
        compile_all()
    assert "search" in vars(written[0])


def test_every_expression_of_the_package_is_one_and_a_daemon_compiles_it_at_its_start():
    assert import_module("mailbot.cli")
    Scheme.compile_vocabularies(SimpleNamespace(harm=(), chat=()))
    assert len(expressions._written) > 500
    assert all("search" in vars(each) for each in expressions._written)


def test_a_command_starts_without_compiling_what_only_mail_needs():
    run = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)
    compiled, written = map(int, run.stdout.split())
    assert compiled < 20 and written > 500
