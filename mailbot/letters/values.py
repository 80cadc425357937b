"""How values are written in a letter: the shapes that lists take, and the filters that templates may use."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from mailbot.events import Urgency, pounds
from mailbot.letters.answering import link
from mailbot.letters.disclosure import SEVERAL_LINES


@dataclass(frozen=True, slots=True)
class Number:
    """Somebody, or an office, that can be phoned."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class DigestGroup:
    """One heading of the digest and what stands under it, a line each."""

    heading: str
    lines: tuple[str, ...]


def day(value: date) -> str:
    """Tuesday 12 May 2026."""
    return f"{value:%A} {value.day} {value:%B %Y}"


def short_day(value: date) -> str:
    """12/05/2026, as the labelled lines of a form are filled in: day first."""
    return f"{value:%d/%m/%Y}"


def clock(value: time) -> str:
    """14.35, as the duties write times."""
    return f"{value:%H.%M}"


def moment(value: datetime) -> str:
    """14.35 on Tuesday 12 May 2026; local time, as it was given."""
    return f"{clock(value.timetz())} on {day(value)}"


def money(pence: int) -> str:
    """£3.40, of whole pence."""
    return f"£{pounds(pence)}"


def words(value: str) -> str:
    """An enum's value as words: non_urgent is "not urgent"."""
    if value == Urgency.NON_URGENT:
        return "not urgent"
    plain = value.value if isinstance(value, StrEnum) else value
    return plain.replace("_", " ")


def number(value: float) -> str:
    """12 or 12.5, without a needless end."""
    return f"{value:g}"


FILTERS: Mapping[str, Callable[..., str]] = {
    "day": day,
    "short_day": short_day,
    "clock": clock,
    "moment": moment,
    "money": money,
    "words": words,
    "number": number,
    "answer_link": link,
}


def prepared(name: str, value: object) -> object:
    """`value` as templates see it: text on one line, or, where it keeps its lines, as a quotation.

    So no value can look like a line of ours, such as the footer or the 999 line.
    """
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return _quotation(value) if name in SEVERAL_LINES else " ".join(value.split())
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return tuple(prepared("", each) for each in value)
    if isinstance(value, Number):
        return Number(" ".join(value.name.split()), " ".join(value.phone.split()))
    if isinstance(value, DigestGroup):
        return DigestGroup(" ".join(value.heading.split()), tuple(" ".join(line.split()) for line in value.lines))
    return value


def _quotation(text: str) -> str:
    return "\n".join(f"> {line.rstrip()}".rstrip() for line in text.strip().splitlines())
