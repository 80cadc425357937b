"""Harm said in other languages: by people whose English fails them, and of clients whose words are quoted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mailbot.errors import Mistakes
from mailbot.reading.words.harm import load_harm_abroad, scanner_for
from tests.reading.speaking import harm
from tests.reading.test_weighing import LEVELS, read, seen

HERE = Path(__file__).parent
REPORT = "Visited Omar on Tuesday, all fine, and he told me about his garden. Parking £4. {}"


def sentences(sign: str) -> Iterator[str]:
    for line in (HERE / "harm_abroad.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(sign):
            yield line[2:].partition(" | ")[0]


@pytest.mark.duty("B13", "C1")
def test_nine_in_ten_plain_sentences_of_strangers_in_25_languages_are_noticed():
    told = list(sentences("+ "))
    assert sum(bool(scanner_for(harm()).scan(each)) for each in told) >= 0.9 * len(told)


def test_few_everyday_sentences_in_these_languages_alarm():
    told = list(sentences("- "))
    assert sum(bool(scanner_for(harm()).scan(each)) for each in told) <= len(told) / 8


@pytest.mark.duty("B13", "C1")
@pytest.mark.parametrize(
    "said",
    [
        "Il m'a dit : mon oncle me tape avec la ceinture.",
        "Mi madre dice que el dueño le quitó el pasaporte.",
        "Ich kann nicht mehr, ich will nicht mehr leben.",
        "Chłopiec mówi, że ojczym go bije.",
        "Копы били его, вся спина в синяках.",
        "他说老板不给饭吃，还打他。",
        "Kocası onu dövüyor, yüzü mosmordu.",
    ],
)
def test_a_cry_in_the_clients_own_words_behind_an_english_report_is_seen_now(said):
    assert LEVELS[seen(read(REPORT.format(said)))] in ("now", "case")


@pytest.mark.parametrize(
    "said", ["We had a nice time.", "Des and I saw Omar at the café.", "Ça va, he said, très bien."]
)
def test_everyday_words_alarm_nobody(said):
    assert not scanner_for(harm()).scan(said)


def test_a_file_with_a_heading_that_nobody_knows_is_refused(tmp_path):
    (tmp_path / "tl.txt").write_text("[urgnt]\nsinaktan*\n", encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        load_harm_abroad(tmp_path)
    assert "tl.txt: unknown [urgnt]; known are imminent, urgent, harmless" in caught.value.lines[0]


def test_a_phrase_above_the_first_heading_is_refused_with_its_line(tmp_path):
    (tmp_path / "tl.txt").write_text("# Tagalog\nsinaktan*\n", encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        load_harm_abroad(tmp_path)
    assert "tl.txt: line 2: stands above the first of [imminent], [urgent], [harmless]" in caught.value.lines[0]


def test_a_phrase_of_one_letter_or_with_an_unclosed_choice_is_refused(tmp_path):
    (tmp_path / "tl.txt").write_text("[urgent]\nb*\n(sinaktan|binugbog\n", encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        load_harm_abroad(tmp_path)
    assert len(caught.value.lines) == 2


def test_a_scheme_without_the_folder_has_no_such_words(tmp_path):
    assert load_harm_abroad(tmp_path / "absent") == ()


def test_what_only_sounds_like_harm_excuses_the_words_inside_it(tmp_path):
    (tmp_path / "es.txt").write_text("[urgent]\nmatar\n[harmless]\nmatar el tiempo\n", encoding="utf-8")
    scanner = scanner_for(load_harm_abroad(tmp_path))
    assert scanner.scan("lo va a matar") and not scanner.scan("jugamos para matar el tiempo")
