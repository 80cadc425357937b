from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import Mistakes
from mailbot.events import Urgency
from mailbot.reading.message import HarmEntry
from mailbot.reading.words.harm import HarmScanner, load_harm, scanner_for
from mailbot.reading.words.phrases import folded
from tests.reading.speaking import harm


def categories(text: str) -> set[str]:
    return {found.category for found in scanner_for(harm()).scan(text)}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("She says she wants to kill herself.", "suicide"),
        ("He has given his watch away and is finally at peace", "suicide"),
        ("There are CUTS ON HER arm", "self-harm"),
        ("her stepfather hits her", "abuse"),
        ("he gets into her bed at night", "sexual-abuse"),
        ("The little one is left alone all day, hungry", "neglect"),
        ("they took his passport and he has to work for nothing, forced to work", "exploitation"),
        ("Her husband won’t let her see anybody", "domestic-abuse"),
        ("she made me promise not to tell", "disclosure"),
        ("He has disappeared, nobody knows where he is", "missing"),
        ("They will be evicted on Friday", "destitution"),
        ("He has run out of insulin", "illness"),
        ("a man keeps following her to the shops", "harassment"),
        ("the security guard pushed him", "force-by-staff"),
        ("he has been radicalised online", "radicalisation"),
        ("I am not coping since the funeral", "volunteer-distress"),
        ("another visitor has been texting a girl at midnight", "volunteer-conduct"),
        ("no heating for three weeks", "housing"),
        ("He made me swear that I say nothing to the office", "disclosure"),
        ("She gets crisps as long as she comes round the back and tells nobody", "disclosure"),
        ("A grown man sends him coins, he goes on camera with his top off", "sexual-abuse"),
        ("She said she won't be needing another winter", "suicide"),
        ("I cannot see the spring from here", "suicide"),
        ("I keep working out what my life insurance would pay", "suicide"),
        ("Her foster mother locks the larder after tea", "neglect"),
        ("He was sleeping on coats in the porch", "neglect"),
        ("His foot has gone black", "illness"),
        ("bugs in the mattress again", "housing"),
        ("Lads threw eggs all over her door", "harassment"),
        ("The man beside her had answered all the questions", "exploitation"),
    ],
)
@pytest.mark.duty("C1")
def test_harm_is_found_in_plain_and_soft_words(text: str, category: str) -> None:
    assert category in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Il veut mourir",
        "La van a apuñalar, tiene miedo",
        "زميله ضربه",
        "می‌خواهد خودکشی کند",
        "ብዙሕ ፍርሒ ኣለዎ",
        "هەڕەشە لێ کراوە",
        "Ai e rrahu dhe ka frikë",
        "Anh ấy bị đánh",
        "Він не хоче жити",
    ],
)
def test_a_cry_for_help_in_another_language_is_found(text: str) -> None:
    assert categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "No worries, no concerns.",
        "He fell but was not hurt",
        "Nobody hurt, all fine",
        "Bruises: none",
        "I could murder a curry",
        "Me muero de risa",
        "We cried with laughter",
        "He beat me at draughts",
        "A fire alarm, but a false alarm",
        "We had tea and cake at the museum",
    ],
)
def test_what_is_denied_or_only_sounds_like_harm_is_left(text: str) -> None:
    assert categories(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "He was not only hurt but locked in",
        "he won't stop talking about killing himself",
    ],
)
def test_a_denial_further_off_denies_nothing(text: str) -> None:
    assert categories(text)


@pytest.mark.duty("C3")
def test_what_another_line_denies_is_not_denied_on_this_one() -> None:
    assert categories("Any worries about safety: none\nA van takes them to the farm at five.") == {"exploitation"}


def test_danger_at_this_moment_is_imminent() -> None:
    (found, *_) = scanner_for(harm()).scan("he is on the roof right now")
    assert found.urgency is Urgency.IMMINENT


def test_words_have_to_stand_alone() -> None:
    scanner = HarmScanner([HarmEntry("abuse", ("hit him", "bruis*"), "urgent", "C1")])
    assert scanner.scan("white him, sabruis") == ()
    assert len(scanner.scan("They HIT  HIM. Bruising.")) == 2


def test_an_empty_vocabulary_finds_nothing() -> None:
    assert HarmScanner([]).scan("he wants to kill himself") == ()


SENTENCES = st.sampled_from(["He wants to die.", "Her carer hit her.", "He has gone missing.", "she is being abused"])


@given(SENTENCES, st.text(max_size=40), st.text(max_size=40))
@pytest.mark.duty("B13")
def test_harm_is_found_wherever_it_stands(sentence: str, before: str, after: str) -> None:
    assert scanner_for(harm()).scan(f"{before}\n{sentence}\n{after}")


@given(st.text(max_size=80))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_the_shipped_vocabulary_names_a_duty_for_every_entry() -> None:
    assert all(entry.source[0] in "BCLPS" and entry.source[1:].isdigit() for entry in harm())
    assert {"fr", "es", "ar", "fa", "ti", "ku", "sq", "vi", "uk"} <= {entry.language for entry in harm()}


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ('category = "abuze"', "category 'abuze' is not one of"),
        ('urgency = "soon"', "urgency 'soon' is not one of"),
        ('phrases = "hit"', "'phrases' has to be a list"),
        ('also_harmless = "yes"', "'also_harmless' has to be true or false"),
        ('phrases = ["a"]', "too short"),
        ('phrases = ["hit {someone}"]', "unknown placeholder {someone}"),
        ('colour = "red"', "unknown key 'colour'"),
    ],
)
def test_a_bad_entry_is_named_with_its_file_and_number(tmp_path: Path, entry: str, wrong: str) -> None:
    good = {"category": '"abuse"', "urgency": '"urgent"', "source": '"C1"', "phrases": '["hit him"]'}
    key, _, value = entry.partition(" = ")
    lines = "\n".join(f"{k} = {v}" for k, v in (good | {key: value}).items())
    path = tmp_path / "harm.toml"
    path.write_text(
        f'[[harm]]\ncategory = "abuse"\nurgency = "urgent"\nsource = "C1"\nphrases = ["ok then"]\n[[harm]]\n{lines}\n'
    )
    with pytest.raises(Mistakes) as caught:
        load_harm(path)
    assert caught.value.lines[0].startswith("harm.toml: entry 2: ")
    assert wrong in caught.value.lines[0]


@pytest.mark.parametrize("text", ["", "[[harm", "[other]\nx = 1", "harm = 3"])
def test_a_file_that_holds_no_vocabulary_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "harm.toml"
    path.write_text(text)
    with pytest.raises(Mistakes):
        load_harm(path)
    with pytest.raises(Mistakes):
        load_harm(tmp_path / "absent.toml")
