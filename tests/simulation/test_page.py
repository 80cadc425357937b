"""The table, the page and the command."""

import re
from datetime import date

from typer.testing import CliRunner

from mailbot import cli
from mailbot.simulation import main
from mailbot.simulation.invariants import Finding, Invariant
from mailbot.simulation.main import page
from mailbot.simulation.plot import Curve, bars, curves

WRONG = Invariant("never-holds", "Something that never holds", lambda found: ["visit 7: wrong"])


def test_the_page_needs_nothing_from_anywhere(result):
    html = page(result)
    assert html.count("<svg") + html.count("Nothing to draw") == 4
    assert not re.search(r"<script|https?://|<link|<img|@import", html)


def test_the_page_names_nobody(result):
    html = page(result)
    assert "@example" not in html
    assert "Every planned visit has an end" in html


def test_curves_have_a_line_each_and_a_legend():
    drawn = curves(Curve("one & two", [(date(2027, 9, 6), 1.0), (date(2027, 10, 4), 3.0)]), unit=" %")
    assert drawn.count("<polyline") == 1
    assert "one &amp; two" in drawn and "3 %" in drawn and ">Oct<" in drawn


def test_the_highest_point_stays_inside_the_drawing():
    drawn = curves(Curve("a", [(date(2027, 9, 6), 999.0), (date(2027, 9, 13), 0.0)]))
    (points,) = re.findall(r'points="([^"]+)"', drawn)
    heights = [float(point.split(",")[1]) for point in points.split()]
    assert 0 < heights[0] < heights[1] < 220


def test_bars_have_one_for_each_number_that_came():
    drawn = bars([(3, 2), (10, 1)], "days")
    assert drawn.count("<rect") == 2
    assert "<title>3 days: 2</title>" in drawn


def test_nothing_to_draw_is_said():
    assert "Nothing to draw" in curves() and "Nothing to draw" in bars([], "days")


def test_a_broken_invariant_is_told_by_its_ids_and_ends_in_status_1(result, monkeypatch, tmp_path):
    wrong = main.Result(
        result.sort, (Finding(WRONG, ("visit 7: wrong",)),), result.figures, 1.0, 1.0, result.evidence
    )
    monkeypatch.setattr(main, "simulate", lambda sort, like=None: wrong)
    html = tmp_path / "page.html"
    told = CliRunner().invoke(cli.app, ["simulate", "--months", "1", "--html", str(html)])
    assert told.exit_code == 1
    assert "never-holds" in told.output and "visit 7: wrong" in told.output
    assert "visit 7: wrong" in html.read_text(encoding="utf-8")


def test_when_all_holds_the_status_is_0_and_several_seeds_have_a_line_each(result, monkeypatch):
    monkeypatch.setattr(main, "simulate", lambda sort, like=None: result)
    told = CliRunner().invoke(cli.app, ["simulate", "--seeds", "2"])
    assert told.exit_code == 0
    assert told.output.splitlines() == ["seed 1: all holds", "seed 2: all holds"]


def test_several_seeds_end_in_status_1_if_one_of_them_breaks_something(result, monkeypatch):
    wrong = main.Result(
        result.sort, (Finding(WRONG, ("visit 7: wrong",)),), result.figures, 1.0, 1.0, result.evidence
    )
    monkeypatch.setattr(main, "simulate", lambda sort, like=None: wrong if sort.seed == 1 else result)
    told = CliRunner().invoke(cli.app, ["simulate", "--seeds", "2"])
    assert told.exit_code == 1
    assert "seed 1: broken: never-holds (1)" in told.output


def test_a_page_that_cannot_be_written_is_said_before_anything_is_played(tmp_path):
    told = CliRunner().invoke(cli.app, ["simulate", "--html", str(tmp_path / "nowhere" / "page.html")])
    assert told.exit_code != 0
