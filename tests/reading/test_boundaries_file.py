"""The vocabulary of what is talked over first: what a coordinator can get wrong in it is said, with its place."""

import pytest

from mailbot.errors import Mistakes
from mailbot.opening import shipped
from mailbot.reading.words.boundaries_file import load_boundaries

GOOD = """
[words]
client = "him, her"
drink = "beer, glass of wine"
[[mention]]
category = "alcohol"
who = "writer"
source = "L6"
phrases = ["gave {client} … {drink}", "(had|{drink}) with {client}"]
"""


def read(tmp_path, text):
    path = tmp_path / "boundaries.toml"
    path.write_text(text, encoding="utf-8")
    return load_boundaries(path)


def test_words_in_braces_are_put_in_and_join_a_choice(tmp_path):
    (entry,) = read(tmp_path, GOOD)
    assert entry.phrases == (
        "gave (him|her|qq) … (beer|glass of wine)",
        "(had|beer|glass of wine) with (him|her|qq)",
    )


def test_the_shipped_vocabulary_is_right_and_each_entry_names_its_duties():
    entries = load_boundaries(shipped("rules") / "boundaries.toml")
    assert all(entry.source for entry in entries)
    assert not [phrase for entry in entries for phrase in entry.phrases if "{" in phrase.replace("{any}", "")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("alcohol", "alkohol"), "category 'alkohol' is not one of"),
        (('"writer"', '"somebody"'), "who 'somebody' is not one of"),
        (("… {drink}", "… {drnk}"), "unknown placeholder {drnk}"),
        (('source = "L6"', 'sauce = "L6"'), "unknown key 'sauce'"),
        (('source = "L6"\n', ""), "'source' is missing"),
        (("gave {client}", "gave ({client}"), "a choice that is not written (a|b)"),
        (('phrases = ["', 'phrases = [7, "'), "'phrases' has to be a list of texts"),
        (("[[mention]]", "[[menton]]"), "unknown table 'menton'"),
        (('drink = "beer, glass of wine"', "drink = 7"), "[words] has to list texts"),
        (("[words]", "[words"), "cannot be read as TOML"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, change, said):
    with pytest.raises(Mistakes) as found:
        read(tmp_path, GOOD.replace(*change))
    assert said in "\n".join(found.value.lines)
    assert all(line.startswith("boundaries.toml") for line in found.value.lines)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(Mistakes, match=r"boundaries\.toml"):
        load_boundaries(tmp_path / "boundaries.toml")
