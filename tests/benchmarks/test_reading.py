"""The scoreboard over a tiny folder, by the real `explain`."""

import json
from pathlib import Path

import pytest

from benchmarks.compare import Verdict
from benchmarks.labelled import read_casts, read_labels
from benchmarks.reading import main, read_all
from benchmarks.scoreboard import Scoreboard
from mailbot.errors import GiveUp
from mailbot.roll import Role
from tests.benchmarks.invented import make_folder

GUESSED = "The lads want the country cleaned up, and he has started to talk like them."


def board_of(folder: Path) -> Scoreboard:
    casts = read_casts(folder)
    return Scoreboard(read_all(folder, casts, read_labels(folder, casts)))


def test_each_mail_is_read_in_the_scheme_of_its_label(tmp_path: Path) -> None:
    board = board_of(make_folder(tmp_path))
    told = {read.label.file: read.told or {} for read in board.reads}
    assert told["a.eml"]["sender"] | {"roles": []} == {
        "address": "ann@example.com",
        "person": "Ann Abel",
        "roles": [],
        "trust": "verified",
    }
    assert told["b.eml"]["attention"][0]["to"] == ["bo@visits.example.org"]


def test_without_the_second_opinion_what_only_it_would_ask_is_not_found(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    (folder / "d.eml").write_text(
        (folder / "d.eml").read_text().replace("Client: N-1\nVisit date: 12/05/2026\nOutcome: took place", GUESSED)
    )
    casts = read_casts(folder)
    labels = [each for each in read_labels(folder, casts) if each.file == "d.eml"]
    (alone,), (both,) = (read_all(folder, casts, labels, rules_alone=each) for each in (True, False))
    assert "safeguarding_concern" not in alone.kinds
    assert "safeguarding_concern" in both.kinds


def test_the_scoreboard_counts_what_was_found_and_what_was_not(tmp_path: Path) -> None:
    board = board_of(make_folder(tmp_path))
    assert board.exact == 3
    assert board.kinds["visit_confirmed"] == (1, 1, 1)
    assert board.kinds["visit_missed"] == (1, 0, 0)
    assert board.fields["visit_date"][Verdict.RIGHT] == 1
    assert board.fields["visit_date"][Verdict.EXTRA] == 1
    assert board.texts == (1, 1)
    assert [wrong.file for wrong in board.sure_and_wrong] == ["d.eml"]
    assert not any(board.must_be_none.values())


def test_the_command_writes_what_explain_says_and_ends_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = make_folder(tmp_path), tmp_path / "out.jsonl"
    assert main([str(folder), "--json", str(out)]) == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [Path(line["file"]).name for line in lines] == ["a.eml", "b.eml", "c.eml", "d.eml"]
    assert "exact kinds 3 of 4 (75 %)" in capsys.readouterr().out


def test_one_mail_is_shown_beside_its_label(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(make_folder(tmp_path)), "--show", "d.eml"]) == 0
    shown = capsys.readouterr().out
    assert "kinds: ['visit_missed']" in shown
    assert "found ['visit_confirmed']" in shown


def test_a_mail_that_cannot_be_explained_is_counted_and_the_others_are_read(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    (folder / "a.eml").unlink()
    board = board_of(folder)
    assert board.must_be_none["mails that explain failed on"] == ["a.eml"]
    assert board.exact == 2


def test_who_is_listed_twice_is_one_person_with_both_roles(tmp_path: Path) -> None:
    casts = read_casts(make_folder(tmp_path))
    south = {member.email: member.roles for member in casts["S"].members}
    assert south["bo@visits.example.org"] >= {Role.COORDINATOR, Role.SAFEGUARDING_LEAD, Role.TREASURER}
    assert set(south) == {"bo@visits.example.org", "ann@example.com"}
    assert casts["N"].officers == {"una@visits.example.org", "bo@visits.example.org"}


def test_a_folder_without_labels_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text("{}")
    with pytest.raises(GiveUp, match=r"labels\.jsonl"):
        read_labels(tmp_path, read_casts(tmp_path))
