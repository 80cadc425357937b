"""Every mistake in tests/bad_rules is refused with exactly the lines that it expects.

A fixture is a file of rules, or a folder of them with packs in `schemes`. Its comments `# expected: …` are the
lines. Events that it does not mention get an `otherwise`, so that each shows one mistake only.
"""

import re
from pathlib import Path
from shutil import copyfile, copytree

import pytest

from mailbot.errors import Mistakes
from mailbot.rulebook.load import load_rulebook
from tests.rulebook.helpers import VOCABULARY, otherwises

FIXTURES = sorted(Path(__file__).parent.parent.joinpath("bad_rules").iterdir())


def set_up(fixture: Path, rules: Path) -> str:
    """Copy the fixture to where rules live and close the other lists; gives all of its text."""
    if fixture.is_dir():
        copytree(fixture, rules)
    else:
        rules.mkdir()
        copyfile(fixture, rules / "visits.toml")
    text = "".join(path.read_text() for path in sorted(rules.rglob("*.toml")))
    mentioned = [name for name in VOCABULARY.events if name in text]
    (rules / "zz-others.toml").write_text(otherwises(*mentioned))
    return text


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_a_mistake_is_refused_with_its_place_and_how_to_mend_it(fixture: Path, tmp_path: Path) -> None:
    text = set_up(fixture, tmp_path / "rules")
    packs = [path.stem for path in tmp_path.glob("rules/schemes/*.toml")]

    with pytest.raises(Mistakes) as caught:
        load_rulebook(tmp_path / "rules", packs, VOCABULARY)

    assert sorted(caught.value.lines) == sorted(re.findall(r"^# expected: (.*)$", text, re.MULTILINE))
