"""Conditions are accepted if they are well typed, and then mean what Python would mean by them."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.events import Event, Urgency
from mailbot.rulebook.conditions import compile_condition
from mailbot.rulebook.fields import fields_of, plain_values
from tests.rulebook.helpers import Topic, loads


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything(Event):
    name: ClassVar[str] = "everything"

    place: str
    harm: str | None
    urgent: bool
    outside: bool | None
    pence: int
    limit: int | None
    miles: float | None
    rate: Decimal
    day: date
    next_day: date | None
    at: datetime | None
    wait: timedelta | None
    urgency: Urgency
    feared: Urgency | None
    topics: tuple[Topic, ...]
    names: frozenset[str]


FIELDS = fields_of(Everything)
TEXTS = st.sampled_from(["", "hall", "it's", "“quoted”", "and", "null"])
NUMBERS = st.integers(-3, 3)
MILES = st.sampled_from([0.1, 0.3, 1.5, 2.0])
DAYS = st.dates(date(2026, 3, 28), date(2026, 3, 30))
MOMENTS = st.datetimes(datetime(2026, 3, 29), datetime(2026, 3, 29, 3), timezones=st.just(UTC))
URGENCIES = st.sampled_from(Urgency)
TOPICS = st.sampled_from(Topic)
EVENTS = st.builds(
    Everything,
    pack=st.none(),
    place=TEXTS,
    harm=st.none() | TEXTS,
    urgent=st.booleans(),
    outside=st.none() | st.booleans(),
    pence=NUMBERS,
    limit=st.none() | NUMBERS,
    miles=st.none() | MILES,
    rate=MILES.map(lambda number: Decimal(str(number))),
    day=DAYS,
    next_day=st.none() | DAYS,
    at=st.none() | MOMENTS,
    wait=st.none()
    | st.timedeltas(timedelta(0), timedelta(hours=5)).map(lambda t: timedelta(hours=t.seconds // 3600)),
    urgency=URGENCIES,
    feared=st.none() | URGENCIES,
    topics=st.lists(TOPICS).map(tuple),
    names=st.frozensets(TEXTS),
)

Meaning = Callable[[Everything], bool]
Said = tuple[str, Meaning]  # a condition as it is written, and what Python makes of it

EQUAL = {"==": operator.eq, "!=": operator.ne}
ORDER = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def quote(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def compared(
    field: str, values: st.SearchStrategy[Any], write: Callable[[Any], str], **how: Any
) -> st.SearchStrategy[Said]:
    """`field op value`, with every operator of `how`, on either side."""

    def say(op: str, value: Any, mirrored: bool) -> Said:
        text = f"{write(value)} {op} {field}" if mirrored else f"{field} {op} {write(value)}"
        meant = how[op]

        def meaning(event: Everything) -> bool:
            found = getattr(event, field)
            return bool(meant(value, found) if mirrored else meant(found, value))

        return text, meaning

    return st.builds(say, st.sampled_from(sorted(how)), values, st.booleans())


def guarded(field: str, inner: st.SearchStrategy[Said]) -> st.SearchStrategy[Said]:
    """An ordering of a nullable field, behind either sort of guard."""

    def all_of(said: Said) -> Said:
        return f"({field} != null and {said[0]})", lambda e: getattr(e, field) is not None and said[1](e)

    def any_of(said: Said) -> Said:
        return f"({field} == null or {said[0]})", lambda e: getattr(e, field) is None or said[1](e)

    return inner.map(all_of) | inner.map(any_of)


def moment(value: datetime) -> str:
    return f"d'{value.isoformat()}'"


def one_of(field: str, members: st.SearchStrategy[Any]) -> st.SearchStrategy[Said]:
    def say(values: list[str]) -> Said:
        return f"{field} in [{', '.join(map(quote, values))}]", lambda e: getattr(e, field) in values

    return st.lists(members, min_size=1, max_size=3).map(say)


def contains(field: str, members: st.SearchStrategy[Any]) -> st.SearchStrategy[Said]:
    return members.map(lambda member: (f"{quote(member)} in {field}", lambda e: member in getattr(e, field)))


def holds(text: str, meaning: Meaning) -> st.SearchStrategy[Said]:
    return st.just((text, meaning))


ATOMS = st.one_of(
    compared("place", TEXTS, quote, **EQUAL),
    compared("harm", TEXTS, quote, **EQUAL),
    compared("outside", st.booleans(), lambda value: str(value).lower(), **EQUAL),
    compared("urgency", URGENCIES, quote, **EQUAL),
    compared("feared", URGENCIES, quote, **EQUAL),
    compared("pence", NUMBERS, str, **EQUAL, **ORDER),
    compared("miles", MILES, str, **EQUAL),
    compared("rate", MILES.map(lambda number: Decimal(str(number))), str, **EQUAL, **ORDER),
    compared("day", DAYS, lambda day: f"d'{day}'", **EQUAL, **ORDER),
    guarded("limit", compared("limit", NUMBERS, str, **ORDER)),
    guarded("miles", compared("miles", MILES, str, **ORDER)),
    guarded("next_day", compared("next_day", DAYS, lambda day: f"d'{day}'", **ORDER)),
    guarded("at", compared("at", MOMENTS, moment, **ORDER)),
    guarded("wait", st.just(("wait >= t'PT2H'", lambda e: (e.wait or timedelta(0)) >= timedelta(hours=2)))),
    one_of("place", TEXTS),
    one_of("feared", URGENCIES),
    contains("topics", TOPICS),
    contains("names", TEXTS),
    holds("urgent", lambda e: e.urgent),
    holds("outside", lambda e: bool(e.outside)),
    holds("harm == place", lambda e: e.harm == e.place),
    holds("urgency != feared", lambda e: e.urgency != e.feared),
    holds("limit != null and pence > limit", lambda e: e.limit is not None and e.pence > e.limit),
    holds("harm in names", lambda e: e.harm in e.names),
    holds("harm not in names", lambda e: e.harm not in e.names),
    holds("pack == null", lambda e: e.pack is None),
)


def both(left: Said, right: Said) -> Said:
    return f"({left[0]}) and ({right[0]})", lambda e: left[1](e) and right[1](e)


def either(left: Said, right: Said) -> Said:
    return f"({left[0]}) or ({right[0]})", lambda e: left[1](e) or right[1](e)


def denied(said: Said) -> Said:
    return f"not ({said[0]})", lambda e: not said[1](e)


CONDITIONS = st.recursive(
    ATOMS,
    lambda said: st.builds(both, said, said) | st.builds(either, said, said) | said.map(denied),
    max_leaves=6,
)


@given(said=CONDITIONS, events=st.lists(EVENTS, min_size=1, max_size=5))
def test_a_well_typed_condition_is_accepted_and_means_what_python_means(said: Said, events: list[Everything]) -> None:
    text, meaning = said
    mistakes: list[str] = []

    condition = compile_condition(text, FIELDS, mistakes.append)

    assert condition is not None, mistakes
    for event in events:
        assert condition.holds(plain_values(event, tuple(FIELDS))) is bool(meaning(event)), text


WORDS = [
    "pence",
    "harm",
    "urgent",
    "topics",
    "limit",
    "null",
    "true",
    "3",
    "'a'",
    '"',
    "d'2026-05-12'",
    "t'P1D'",
    "b'x'",
]
SIGNS = [
    "and",
    "or",
    "not",
    "in",
    "==",
    "!=",
    "<",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ".",
    "&.",
    "??",
    "?",
    ":",
    "-",
    "**",
]
SCRAPS = st.lists(
    st.sampled_from(WORDS + SIGNS + ["$now", "=~", "#", "for", "if", "\n", "\\", "r'"]) | st.text(max_size=3)
)


LOOKALIKES = [
    ["and", "or"],
    ["==", "!=", "<", "<=", ">", ">="],
    ["limit", "miles", "pence", "rate"],
    ["next_day", "day"],
]


@st.composite
def misspelt(draw: st.DrawFn) -> str:
    """A good condition with some of its words replaced by others that could stand there: guards get lost."""
    words = draw(CONDITIONS)[0].replace("(", "( ").replace(")", " )").split(" ")
    for number, word in enumerate(words):
        alike = next((group for group in LOOKALIKES if word in group), None)
        if alike and draw(st.booleans()):
            words[number] = draw(st.sampled_from(alike))
    return " ".join(words)


@given(text=SCRAPS.map(" ".join) | misspelt(), events=st.lists(EVENTS, min_size=1, max_size=3))
def test_no_text_breaks_the_loader_and_what_it_accepts_never_fails_later(text: str, events: list[Everything]) -> None:
    mistakes: list[str] = []

    condition = compile_condition(text, FIELDS, mistakes.append)

    assert (condition is None) == bool(mistakes)
    for event in events if condition else []:
        assert condition is not None
        assert condition.holds(plain_values(event, tuple(FIELDS))) in (True, False)


@pytest.mark.parametrize(
    "when",
    [
        "limit != null and limit > 3",
        "limit == 5 and limit > 3",
        "limit in [4, 5] and limit > 3",
        "limit == null or limit > 3",
        "not (limit == null or limit < 3)",
        "not (limit == null) and 3 < limit",
        "(receipts > 1 and limit != null) and pence > limit",
        "(limit == 1 or limit == 2) and limit > 1",
        "limit > 3 or receipts > 1",
    ],
)
def test_a_guard_is_seen_wherever_it_proves_that_the_field_is_known(tmp_path: Path, when: str) -> None:
    is_guarded = when != "limit > 3 or receipts > 1"

    assert loads(tmp_path, "claim.received", when) is is_guarded


def test_a_time_of_day_can_only_be_known_or_not(tmp_path: Path) -> None:
    assert loads(tmp_path, "visit.confirmed", "visit_time == null")


def test_an_operator_inside_a_text_is_only_text(tmp_path: Path) -> None:
    assert loads(tmp_path, "visit.confirmed", "client_ref == 'a =~ $now' or client_ref == \\\"it's !~\\\"")


def test_an_ordinary_event_may_look_at_the_sender(tmp_path: Path) -> None:
    assert loads(tmp_path, "claim.received", "trust != 'failed'")
