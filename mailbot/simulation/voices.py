"""How simulated people write: several voices, each with its own words for what there is to say (`words.toml`)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from mailbot.expressions import lazy

DAY_FORMS = 5
_ON_TODAY = lazy(r"\bon (today|yesterday|tomorrow)\b")


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads(files("mailbot.simulation").joinpath("words.toml").read_text("utf-8"))


def reasons(kind: str) -> tuple[str, ...]:
    """Why a visit was not kept: the visitor's "own" reasons, those known "ahead", and "theirs", the client's."""
    return tuple(_file()["reasons"][kind])


@dataclass(frozen=True)
class Voice:
    """One person's way of writing: a set of words, and a way to write days."""

    words: Mapping[str, list[str]]
    day_form: int

    def say(self, random: Random, what: str, **values: str) -> str:
        """Those words with the values in their places."""
        return _ON_TODAY.sub(r"\1", random.choice(self.words[what]).format(**values))

    def day(self, day: date, today: date) -> str:
        """A day as this person writes it on `today`."""
        whole = f"{day:%A} {day.day} {day:%B}"
        near = {today: "today", today - timedelta(days=1): "yesterday", today + timedelta(days=1): "tomorrow"}
        forms = (
            whole,
            f"{day.day} {day:%B} {day.year}",
            f"{day:%d/%m/%Y}",
            f"{day:%A} {ordinal(day.day)} {day:%B}",
            near.get(day, whole),
        )
        return forms[self.day_form]


def draw_voice(random: Random) -> Voice:
    """Somebody's voice."""
    return Voice(random.choice(tuple(_file()["voices"].values())), random.randrange(DAY_FORMS))


def ordinal(number: int) -> str:
    """ "1st", "22nd", "13th"."""
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
