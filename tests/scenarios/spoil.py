"""Spoils a scenario that is as expected, in every way we know: each spoilt one has to be found out.

An expectation that nothing can spoil says nothing. Either the expectation is changed (another name, other words), or
what came of the story (a mail more, a mail less, another record).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tests.scenarios.cast import Cast, cast_of
from tests.scenarios.judge import mails_to, meeting
from tests.scenarios.letters import Mail
from tests.scenarios.play import Moment, Played
from tests.scenarios.records import Records
from tests.scenarios.script import (
    Acknowledged,
    Asked,
    Block,
    CaseIs,
    Cases,
    Chronology,
    Condition,
    Expectation,
    Gets,
    GetsNothing,
    Journal,
    NobodyElse,
    NothingOutside,
    Printed,
    Scenario,
    Visit,
)

NONSENSE = "a zebra crossed the river at noon"
NOBODY = "Sven"  # not on the roll


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A scenario and what came of it, one of them changed; a failure in `line` has to come of that."""

    how: str
    line: int
    scenario: Scenario
    played: Played


def spoilt(scenario: Scenario, played: Played) -> Iterator[Spoilt]:
    """Every way."""
    cast = cast_of(scenario.scheme)
    for number, (block, moment) in enumerate(zip(scenario.blocks, played.moments, strict=True)):
        for each in block.expected:
            for how, other in _otherwise(cast, moment, each):
                yield Spoilt(how, each.line, _with(scenario, number, _swap(block, each, other)), played)
            for how, changed in _changed(cast, moment, each):
                yield Spoilt(how, each.line, scenario, _after(played, number, changed))
            if isinstance(each, NobodyElse):
                yield from _unspoken(scenario, played, number, each.line)
    for each in scenario.throughout:
        for how, changed in _changed(cast, played.moments[-1], each):
            yield Spoilt(how, each.line, scenario, _after(played, len(played.moments) - 1, changed))


def _unspoken(scenario: Scenario, played: Played, number: int, line: int) -> Iterator[Spoilt]:
    block = scenario.blocks[number]
    for each in block.expected:
        if isinstance(each, Gets):
            yield Spoilt(f"nothing is said of {each.who}", line, _with(scenario, number, _swap(block, each)), played)


def _otherwise(cast: Cast, moment: Moment, each: Expectation) -> Iterator[tuple[str, Expectation]]:
    """The expectation, changed so that it is wrong."""
    match each:
        case Gets():
            yield "one more", replace(each, count=each.count + 1)
            for someone in cast.people:
                if not mails_to(cast, moment, someone.called):
                    yield f"{someone.called} instead", replace(each, who=someone.called)
                    break
            for condition in each.conditions:
                if worse := _other_condition(cast, moment, each, condition):
                    others = tuple(worse if c is condition else c for c in each.conditions)
                    yield f"{worse.kind}: {worse.text}", replace(each, conditions=others)
        case Visit():
            yield "another state", replace(each, state="planned" if each.state != "planned" else "missed")
        case Cases():
            yield "one more", replace(each, count=each.count + 1)
        case CaseIs():
            yield "another state", replace(each, state="open" if each.state != "open" else "closed")
        case Acknowledged():
            yield "by somebody else", replace(each, who=NOBODY)
        case Chronology() | Journal() | Printed():
            yield "the other way round", replace(each, there=not each.there)
        case Asked() if each.words:
            yield "something else", replace(each, words=NONSENSE)


def _other_condition(cast: Cast, moment: Moment, each: Gets, condition: Condition) -> Condition | None:
    match condition.kind:
        case "subject says" | "first line says" | "says":
            return replace(condition, text=NONSENSE)
        case "does not say":
            return replace(condition, text=meeting(cast, moment, each)[0].subject)
        case "is copied to":
            return replace(condition, text=NOBODY)
    return None


def _changed(cast: Cast, moment: Moment, each: Expectation) -> Iterator[tuple[str, Moment]]:
    """The moment, changed so that the expectation is not met."""
    match each:
        case Gets():
            mail = meeting(cast, moment, each)[0]
            yield "the mail is not there", replace(moment, mails=tuple(m for m in moment.mails if m is not mail))
            kinds = {condition.kind for condition in each.conditions}
            if "goes to nobody else" in kinds:
                more = replace(mail, recipients=(*mail.recipients, _address(cast, NOBODY)))
                yield (
                    "one recipient more",
                    replace(moment, mails=tuple(more if m is mail else m for m in moment.mails)),
                )
            if "is the first to leave" in kinds:
                yield "another leaves before it", replace(moment, mails=(_mail(cast, moment, NOBODY), *moment.mails))
        case GetsNothing():
            more = _mail(cast, moment, each.who, each.says or NONSENSE)
            yield "a mail more", replace(moment, mails=(*moment.mails, more))
        case NobodyElse() | NothingOutside():
            yield "a mail more", replace(moment, mails=(*moment.mails, _mail(cast, moment, NOBODY)))
        case Asked(words=None):
            yield "somebody is asked", replace(moment, records=replace(moment.records, asked=(NONSENSE,)))
        case Visit(state=None):
            yield "a visit more", replace(moment, records=_visited(cast, moment.records, each.client, each.day))


def _visited(cast: Cast, records: Records, called: str, day: date) -> Records:
    client = cast.client(called)
    assert client
    return replace(records, visits=records.visits | {(client.ref, day, "planned")})


def _mail(cast: Cast, moment: Moment, who: str, text: str = NONSENSE) -> Mail:
    raw = f"Subject: Hello\r\nAuto-Submitted: auto-generated\r\n\r\n{text}\r\n"
    return Mail(moment.at, (_address(cast, who),), raw.encode())


def _address(cast: Cast, called: str) -> str:
    someone = cast.someone(called)
    assert someone
    return someone.address


def _swap(block: Block, old: Expectation, new: Expectation | None = None) -> Block:
    expected = (new if each is old else each for each in block.expected)
    return replace(block, expected=tuple(each for each in expected if each is not None))


def _with(scenario: Scenario, number: int, block: Block) -> Scenario:
    return replace(scenario, blocks=tuple(block if n == number else b for n, b in enumerate(scenario.blocks)))


def _after(played: Played, number: int, moment: Moment) -> Played:
    return replace(played, moments=tuple(moment if n == number else m for n, m in enumerate(played.moments)))
