"""What opening a scheme does once for all schemes of a process, and what it leaves to those who need it."""

import shutil

import pytest

from mailbot.config import load_config
from mailbot.errors import Mistakes
from mailbot.opening import open_scheme, shipped
from mailbot.reading.words.chat import chat_for
from mailbot.reading.words.harm import scanner_for
from mailbot.workflows.registry import Registry
from tests import story

HARM = '[[harm]]\ncategory = "violence"\nurgency = "urgent"\nsource = "test"\nphrases = ["{}"]\n'


@pytest.fixture
def opened(tmp_path):
    """`opened("name", "word")` is a scheme with rules of its own, and that one word as its vocabulary of harm."""

    def make(name, word):
        folder = tmp_path / name
        for part in ("rules", "templates"):
            shutil.copytree(shipped(part), folder / part)
        (folder / "rules" / "harm.toml").write_text(HARM.format(word))
        config = story.CONFIG.format(mode="live", team="[]", more=story.DIRECTORY, packs="")
        (folder / "config.toml").write_text(config)
        return open_scheme(load_config(folder / "config.toml", story.ENVIRON), Registry())

    return make


def test_two_schemes_with_the_same_vocabulary_have_one_that_is_compiled_once(opened):
    one, other = opened("one", "brandished"), opened("other", "brandished")
    assert one.scanner is other.scanner
    assert chat_for(one.chat) is chat_for(other.chat)
    assert one.asides is other.asides


def test_a_word_of_one_scheme_counts_in_that_scheme_alone(opened):
    one, other = opened("one", "stabbed"), opened("other", "unsheathed")
    assert [harm.category for harm in other.scanner.scan("He unsheathed it.")] == ["violence"]
    assert not one.scanner.scan("He unsheathed it.")


def test_opening_compiles_no_vocabulary_that_was_not_asked_for(opened):
    before = scanner_for.cache_info().misses
    scheme = opened("new", "cudgel")
    assert scanner_for.cache_info().misses == before
    scheme.compile_vocabularies()
    assert scanner_for.cache_info().misses == before + 1


@pytest.mark.duty("B17", "L6")
def test_a_misspelt_category_in_a_pack_is_refused_with_one_line_that_lists_the_known_ones(tmp_path):
    for part in ("rules", "templates"):
        shutil.copytree(shipped(part), tmp_path / part)
    pack = tmp_path / "rules" / "schemes" / "prison-visiting.toml"
    pack.write_text(pack.read_text().replace("money; gifts", "monney; gifts"))
    (tmp_path / "config.toml").write_text(story.CONFIG.format(mode="live", team="[]", more=story.DIRECTORY, packs=""))
    with pytest.raises(Mistakes) as refused:
        open_scheme(load_config(tmp_path / "config.toml", story.ENVIRON), Registry())
    (line,) = refused.value.lines
    assert line.startswith("rules/schemes/prison-visiting.toml: boundaries_today names 'monney'")
    assert "advice, after_release, alcohol" in line
