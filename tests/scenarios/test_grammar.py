"""A scenario file is read strictly, and says with file and line what is wrong."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.scenarios.grammar import parse
from tests.scenarios.lines import NotAScenario
from tests.scenarios.script import Gets, Sent, Wait, Writes
from tests.scenarios.transcript import main

HEAD = """Title: A title
About: What it is about.
Duties: B10, C3
Scheme: prison-visiting

Monday 11 May 2026, 11:00
"""
WRITES = "Ivo writes: Hello\n| A line.\n|\n| Another.\n"


def read(text):
    return parse(Path("one.txt"), HEAD + text)


def test_a_whole_file_is_read():
    found = parse(
        Path("one.txt"),
        "# a remark\n"
        + HEAD.replace("Scheme: prison-visiting", "Scheme: refugee-hotels\nBut: Colin is not on the roll")
        + WRITES
        + 'The helpline gets a mail:\n  is copied to The ministry, the charity\n  goes to nobody else\n  says "a b"\n'
        + "Wait 2 hours\nThroughout, nothing goes outside\n",
    )
    assert (found.title, found.duties, found.scheme) == ("A title", ("B10", "C3"), "refugee-hotels")
    assert found.buts == ("Colin is not on the roll",)
    _, writes, waits = found.blocks
    assert writes.step == Writes(9, "Ivo", "Hello", "A line.\n\nAnother.\n")
    (gets,) = writes.expected
    assert isinstance(gets, Gets) and (gets.who, gets.count) == ("The helpline", 1)
    assert [(each.kind, each.text) for each in gets.conditions] == [
        ("is copied to", "The ministry, The charity"),
        ("goes to nobody else", ""),
        ("says", "a b"),
    ]
    assert waits.step == Wait(17, timedelta(hours=2)) and len(found.throughout) == 1


def test_an_answer_names_the_mail_and_how_it_came():
    step = read('Colin answers (not verified, automatic) Lena\'s "Please read now"\n| Ack\n').blocks[1].step
    assert isinstance(step, Writes)
    assert step.answers == ("Lena", "Please read now")
    assert step.how == {Sent.NOT_VERIFIED, Sent.AUTOMATIC}


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("Ivo writes Hello\n| A line.\n", 7, "not understood"),
        ("Ivo writes: Hello\n", 7, "a mail has a text"),
        ("Ivo writes: Hello\n|A line.\n", 8, "begins with | and a blank"),
        ("Ivo writes (loudly): Hello\n| A line.\n", 7, "(loudly) is not known"),
        ("Igor writes: Hello\n| A line.\n", 7, "nobody is called Igor"),
        ("Wait 0 minutes\n", 7, "not understood"),
        ("Wait a while\n", 7, "not understood"),
        (WRITES + "Lena gets a mail\n", 11, "not understood"),
        (WRITES + "Lena gets a mail:\n", 11, "say something of the mail"),
        (WRITES + "Lena gets a mail:\n  smells of roses\n", 12, "not understood"),
        (WRITES + 'Lena gets a mail:\n  is copied to "x"\n', 12, 'behind "is copied to" stands names'),
        (WRITES + "Lena gets a mail:\n  says nothing\n", 12, "not understood"),
        (WRITES + 'Lena gets a mail:\n  goes to nobody else "x"\n', 12, "stands nothing"),
        (WRITES + "Lena gets 1 mails:\n  says x\n", 11, "not understood"),
        (WRITES + 'Nobody else gets anything\nLena gets a mail:\n  says "x"\n', 12, "stands before"),
        (WRITES + "The visit to Zoe on Saturday 9 May 2026 took place\n", 11, "nobody called Zoe"),
        (WRITES + "The visit to Marek on Sunday 9 May 2026 took place\n", 11, "that day is a Saturday"),
        (WRITES + "There is no visit to Marek on Monday 31 June 2026\n", 11, "there is no such day"),
        (WRITES + "The case is lost\n", 11, "not understood"),
        (WRITES + "Throughout, the case is open\n", 11, "at the end stand"),
        (WRITES + "Throughout, Beth gets nothing\nWait 1 hour\n", 12, "at the end stand"),
    ],
)
def test_a_line_that_is_no_line_of_a_scenario_is_named(text, line, what):
    with pytest.raises(NotAScenario) as wrong:
        read(text)
    assert str(wrong.value).startswith(f"one.txt:{line}: ")
    assert what in str(wrong.value)


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("Title: A title\n", "", 1, "a line Title: … is due here"),
        ("About: What it is about.\n", "", 2, "a line About: … is due here"),
        ("prison-visiting", "zoo-visiting", 5, "there is no scheme zoo-visiting"),
        ("Monday 11 May 2026, 11:00\n", "Wait 1 hour\n", 6, "a story begins with day and time"),
        ("Monday 11 May 2026, 11:00\n", "", 4, "nothing happens"),
        ("11:00", "25:00", 6, "not understood"),
    ],
)
def test_a_head_that_is_wrong_is_named(old, new, line, what):
    with pytest.raises(NotAScenario) as wrong:
        parse(Path("one.txt"), HEAD.replace(old, new))
    assert what in str(wrong.value)
    assert str(wrong.value).startswith("one.txt:")


def test_playing_a_file_prints_its_mails_and_what_is_not_as_expected(tmp_path, capsys):
    file = tmp_path / "own.txt"
    file.write_text(HEAD + "Ivo writes: P-1\n| Visited Marek on Saturday 9 May.\nIvo gets nothing\n", "utf-8")
    assert main([str(file)]) == 1
    said = capsys.readouterr().out
    assert "--> Ivo, 11:00: Visit of Saturday 9 May 2026: noted" in said
    assert "NOT AS EXPECTED, line 9: Ivo gets nothing" in said
    file.write_text(HEAD + "Ivo writes: P-1\n| Visited Marek on Saturday 9 May.\nBeth gets nothing\n", "utf-8")
    assert main([str(file)]) == 0
    file.write_text("Nonsense\n", "utf-8")
    assert main([str(file)]) == 2
    assert "own.txt:1: a line Title: … is due here" in capsys.readouterr().out


def test_a_but_that_says_nothing_known_is_refused_with_what_there_is(tmp_path, capsys):
    file = tmp_path / "own.txt"
    text = (HEAD + "Wait 1 hour\nBeth gets nothing\n").replace("visiting\n", "visiting\nBut: it rains\n")
    file.write_text(text, "utf-8")
    assert main([str(file)]) == 2
    assert "the scheme is in test mode" in capsys.readouterr().out


def test_an_answer_to_a_mail_that_nobody_got_is_not_as_expected(tmp_path, capsys):
    file = tmp_path / "own.txt"
    file.write_text(HEAD + 'Lena answers "Please read now"\n| Ack\nBeth gets nothing\n', "utf-8")
    assert main([str(file)]) == 1
    assert 'Lena has got no mail with "Please read now" in its subject' in capsys.readouterr().out
