"""Every find of fuzzing, and a few dozen seeds, held against the properties again; this needs no fuzzer."""

from pathlib import Path

import pytest

from mailbot.events import Span
from mailbot.reading.words.money import FoundMoney
from tests.fuzz.draw import BUILT, LONG, Draw, lengthened, within_limit
from tests.fuzz.headers import _says_pass
from tests.fuzz.kept import FINDS, finds
from tests.fuzz.money import _stands_there
from tests.fuzz.shrink import failure, shrunk
from tests.fuzz.targets import TARGETS

KEPT = [pytest.param(name, path, id=f"{name}: {path.name}") for name in TARGETS for path in finds(name)]
SOME = 24


@pytest.mark.parametrize(("target", "path"), KEPT)
def test_what_was_found_once_does_not_come_back(target: str, path: Path) -> None:
    TARGETS[target].check(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_our_own_mails_keep_the_properties(name: str) -> None:
    seeds = TARGETS[name].seeds()
    short = [seed for seed in seeds if seed[:1] != bytes([LONG])]
    for seed in short[:: len(short) // SOME]:
        TARGETS[name].check(seed)


@pytest.mark.parametrize("name", ["parse", "newest", "headers"])
def test_built_mails_keep_the_properties(name: str) -> None:
    for step in range(1, 30):
        TARGETS[name].check(bytes([BUILT, *(n * step * step % 251 for n in range(60))]))


def test_every_find_is_told() -> None:
    told = (FINDS / "README.md").read_text(encoding="utf-8")
    assert [path.name for name in TARGETS for path in finds(name) if f"`{name}/{path.name}`" not in told] == []


def test_choices_end_with_the_first_option() -> None:
    draw = Draw(b"\x05")
    assert [draw.pick("abc"), draw.pick("abc"), draw.junk()] == ["c", "a", b""]


def test_a_piece_is_repeated_to_the_length_that_is_asked_for() -> None:
    assert lengthened(b"\x80\x01abcd", 8) == b"abcdcdcd"


def test_what_takes_longer_than_its_share_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.draw.LIMIT_SECONDS", 0.05)

    def quadratic(raw: bytes) -> int:
        return sum(1 for _ in raw for _ in raw)

    with pytest.raises(AssertionError, match="seconds for"):
        within_limit(bytes([LONG]) + b"\0\0x", quadratic)


def test_a_find_is_cut_down_to_what_shows_it() -> None:
    def check(data: bytes) -> None:
        assert b"xy" not in data

    assert shrunk(check, b"1234xy5678") == b"xy"
    assert failure(check, b"1234") == ""


def test_a_sum_that_does_not_stand_in_the_text_is_noticed() -> None:
    with pytest.raises(AssertionError, match="stands on"):
        _stands_there(FoundMoney(450, "other", Span(0, 5)), "£4.05")


@pytest.mark.parametrize(
    "value",
    [
        "mx.example.net; dmarc=pass",
        "mx.example.org; dmarc=fail",
        "mx.example.org; x=(dmarc=pass)",
        "(mx.example.org);",
    ],
)
def test_our_own_reading_of_a_verdict_is_strict(value: str) -> None:
    assert _says_pass("mx.example.org; dmarc=pass header.from=example.org", "example.org")
    assert not _says_pass(value, "example.org")
