from pathlib import Path

import pytest

from mailbot.errors import Mistakes
from mailbot.reading.message import Reading
from mailbot.reading.words.chat import Chat, chat_for
from mailbot.reading.words.chat_file import load_chat
from mailbot.reading.words.harm import scanner_for
from tests.reading.pleasantries import PLEASANTRIES
from tests.reading.speaking import ROLL, chat, harm
from tests.reading.test_understand import has_concern, left, reading
from tests.reading.worries import SOFT_WORRIES, WORRIES

ROUTINE = ("Hi Carol,", "Saw Omar on Tuesday, all well.", "We had tea and cake.", "Thanks,", "Ana")
ALL_WORRIES = (*WORRIES, *SOFT_WORRIES)


def is_chat(sentence: str) -> bool:
    names = ROLL.name_words
    return not scanner_for(harm()).scan(sentence) and chat_for(chat()).accounts(sentence, names, known=False)


def is_seen(found: Reading, sentence: str) -> bool:
    """A concern or loose harm is seen at once; else a person reads a sentence of it in the digest."""
    return has_concern(found) or found.harm_unplaced or any(part.strip(".") in sentence for part in left(found))


def ways(sentence: str) -> tuple[str, ...]:
    """The same words as they are typed in haste."""
    bare = sentence.replace(",", "").replace("'", "").rstrip(".")
    return (sentence, f"{sentence}.", sentence.upper(), bare.lower(), sentence.replace("'", "’"))


@pytest.mark.duty("B13")
@pytest.mark.parametrize("worry", ALL_WORRIES)
def test_a_worry_is_never_chat(worry: str) -> None:
    assert not any(is_chat(way) for way in ways(worry))


@pytest.mark.duty("B13")
@pytest.mark.parametrize("worry", ALL_WORRIES)
def test_a_worry_anywhere_in_a_routine_mail_is_seen(worry: str) -> None:
    for place in range(len(ROUTINE) + 1):
        lines = [*ROUTINE[:place], f"{worry}.", *ROUTINE[place:]]
        assert is_seen(reading("\n".join(lines)), f"{worry}."), lines


@pytest.mark.duty("B13")
@pytest.mark.parametrize("worry", ALL_WORRIES)
def test_a_worry_joined_to_a_pleasant_sentence_is_seen(worry: str) -> None:
    for joined in (f"Saw Omar on Tuesday, {worry}", f"We had a lovely time and {worry}", f"{worry}, all good"):
        found = reading(f"Saw Omar on Tuesday.\n{joined}")
        assert has_concern(found) or found.harm_unplaced or left(found), joined


def test_most_friendly_sentences_need_nobody() -> None:
    unknown = [each for each in PLEASANTRIES if left(reading(f"Saw Omar on Tuesday.\n{each}"))]
    assert len(unknown) <= 0.15 * len(PLEASANTRIES), unknown


def test_an_empty_vocabulary_accounts_for_nothing() -> None:
    assert not Chat(()).accounts("We had tea", frozenset(), known=False)


WHOLE = """
[[word]]
theme = "food"
forms = "things"
words = "cherry"
[[phrase]]
theme = "ends"
phrases = ["speak soon"]
[[person]]
words = "uncle"
[[turn]]
phrases = ["not"]
"""


def test_words_are_listed_with_all_their_endings(tmp_path: Path) -> None:
    path = tmp_path / "chat.toml"
    path.write_text(WHOLE)
    known = Chat(load_chat(path))
    assert all(known.accounts(word, frozenset(), known=True) for word in ("cherry", "Cherries", "speak soon"))
    assert not known.accounts("uncle", frozenset(), known=True)
    assert not known.accounts("not cherry", frozenset(), known=True)


@pytest.mark.parametrize(
    ("right", "bad", "wrong"),
    [
        ('forms = "things"', 'forms = "thing"', "[[word]] number 1: forms 'thing' is not one of"),
        ('words = "cherry"', 'words = ""', "'words' has to be a text with words in it"),
        ('"speak soon"', '"soon"', "'soon' is one word: list it under [[word]]"),
        ('phrases = ["not"]', 'phrases = "not"', "'phrases' has to be a list of texts"),
        ('phrases = ["not"]', 'phrases = ["not"]\nwhere = "here"', "where 'here' is not one of"),
        ("[[turn]]", "[[turns]]", "unknown table 'turns'"),
        ("[[turn]]", "[[turn]]\ncolour = 1", "unknown key 'colour'"),
        (WHOLE, "", "has to have [[word]]"),
        (WHOLE, "[[word", "cannot be read as TOML"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, right: str, bad: str, wrong: str) -> None:
    path = tmp_path / "chat.toml"
    path.write_text(WHOLE.replace(right, bad))
    with pytest.raises(Mistakes) as caught:
        load_chat(path)
    assert any(wrong in line for line in caught.value.lines), caught.value.lines


@pytest.mark.parametrize("we", ["Omar and I", "Me and Omar", "We"])
def test_what_two_do_together_is_an_outing_and_alone_may_be_a_sign(we: str) -> None:
    assert is_chat(f"{we} walked along the canal")
    assert not is_chat("Omar walked along the canal")
    assert not is_chat("He walked along the canal")


@pytest.mark.parametrize(
    ("about", "harmless"),
    [("He talked about his mum", True), ("His mum was lovely", True), ("His mum made him play football", False)],
)
def test_other_people_are_harmless_only_where_they_are_talked_about(about: str, harmless: bool) -> None:
    assert is_chat(about) is harmless
