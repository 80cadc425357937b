"""The forms of a scenario's lines: what happens, what is expected, what a mail is like.

Each thing can be said in one way only.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.scenarios.lines import DAY, LENGTH, Lines, length
from tests.scenarios.script import (
    Acknowledged,
    Asked,
    At,
    CaseIs,
    Cases,
    Chronology,
    ComesBack,
    Command,
    Condition,
    Expectation,
    Gets,
    GetsNothing,
    Journal,
    Machine,
    NobodyElse,
    NothingOutside,
    Printed,
    Step,
    Visit,
    Wait,
    Writes,
)

ZONE = ZoneInfo("Europe/London")
WHICH = ("The case", "The second case", "The third case")
NAME = r"[A-Z][A-Za-z]*(?: [a-z]+)?"
HOW = r"(?: \((?P<how>[a-z, ]+)\))?"
QUOTED = r'"(?P<words>[^"]+)"'
CASE = rf"(?P<which>{'|'.join(WHICH)})"
REFUSES, TAKES = "The mail server refuses our mail", "The mail server takes our mail again"
RESTARTS, IS_OFF = "mailbot is stopped and started again", "mailbot is off for"
VISIT_STATES: Mapping[str, str] = {
    "is planned": "planned",
    "took place": "took_place",
    "was attempted": "attempted",
    "was missed": "missed",
    "was cancelled": "cancelled",
}
CONDITIONS: Mapping[str, str | None] = {
    "subject says": "words",
    "first line says": "words",
    "says": "words",
    "does not say": "words",
    "is copied to": "names",
    "goes to nobody else": None,
    "is the first to leave": None,
}
"""What can be said of one mail, and what has to stand behind it."""


def _moment(lines: Lines, number: int, match: re.Match[str]) -> At:
    day = lines.day(match, number)
    return At(number, datetime(day.year, day.month, day.day, int(match["hh"]), int(match["mm"]), tzinfo=ZONE))


def _wait(_: Lines, number: int, match: re.Match[str]) -> Wait:
    return Wait(number, length(match))


def _writes(lines: Lines, number: int, match: re.Match[str]) -> Writes:
    who, how = lines.someone(match["who"], number), lines.how(match["how"], number)
    return Writes(number, who, match["subject"], lines.text(number), how)


def _answers(lines: Lines, number: int, match: re.Match[str]) -> Writes:
    who, how = lines.someone(match["who"], number), lines.how(match["how"], number)
    whose = lines.someone(match["whose"], number) if match["whose"] else who
    return Writes(number, who, "", lines.text(number), how, (whose, match["words"]))


def _comes_back(lines: Lines, number: int, match: re.Match[str]) -> ComesBack:
    return ComesBack(number, lines.someone(match["who"], number), match["words"])


def _machine(_: Lines, number: int, match: re.Match[str]) -> Machine:
    return Machine(number, match["what"])


def _is_off(_: Lines, number: int, match: re.Match[str]) -> Machine:
    return Machine(number, IS_OFF, length(match))


def _command(_: Lines, number: int, match: re.Match[str]) -> Command:
    return Command(number, match["words"])


STEPS: tuple[tuple[str, Callable[[Lines, int, re.Match[str]], Step]], ...] = (
    (rf"{DAY}, (?P<hh>[01]\d|2[0-3]):(?P<mm>[0-5]\d)", _moment),
    (rf"Wait {LENGTH}", _wait),
    (rf"(?P<who>{NAME}) writes{HOW}: (?P<subject>.+)", _writes),
    (rf"(?P<who>{NAME}) answers{HOW}(?: (?P<whose>{NAME})'s)? {QUOTED}", _answers),
    (rf"The mail {QUOTED} to (?P<who>[A-Za-z ]+) comes back", _comes_back),
    (rf"(?P<what>{REFUSES}|{TAKES}|{RESTARTS})", _machine),
    (rf"{IS_OFF} {LENGTH}", _is_off),
    (rf"The command {QUOTED} is run", _command),
)


def _gets(lines: Lines, number: int, match: re.Match[str]) -> Gets:
    who = lines.someone(match["who"], number)
    conditions = []
    while lines.peek().startswith("  "):
        conditions.append(_condition(lines))
    if not conditions:
        raise lines.wrong("say something of the mail, in lines that begin with two blanks", number)
    return Gets(number, who, int(match["count"] or 1), tuple(conditions))


def _condition(lines: Lines) -> Condition:
    number, line = lines.next()
    for kind, takes in CONDITIONS.items():
        if match := re.fullmatch(rf'  {kind}(?: "(?P<words>[^"]+)"| (?P<names>[A-Z][^"]*))?', line):
            if any((match[each] is not None) != (each == takes) for each in ("words", "names")):
                raise lines.wrong(f'behind "{kind}" stands {takes or "nothing"}', number)
            names = [lines.someone(name, number) for name in (match["names"] or "").split(", ") if name]
            return Condition(number, kind, ", ".join(names) or match["words"] or "")
    raise lines.wrong(f"not understood: {line.strip()}", number)


def _nothing(lines: Lines, number: int, match: re.Match[str]) -> GetsNothing:
    return GetsNothing(number, lines.someone(match["who"], number), match.groupdict().get("words"))


def _visit(lines: Lines, number: int, match: re.Match[str]) -> Visit:
    if lines.cast.client(match["client"]) is None:
        raise lines.wrong(f"nobody called {match['client']} is visited in this scheme", number)
    state = match.groupdict().get("state")
    return Visit(number, match["client"], lines.day(match, number), VISIT_STATES[state] if state else None)


def _case_is(_: Lines, number: int, match: re.Match[str]) -> CaseIs:
    return CaseIs(number, WHICH.index(match["which"]), match["state"])


def _acknowledged(lines: Lines, number: int, match: re.Match[str]) -> Acknowledged:
    who = match.groupdict().get("who")
    return Acknowledged(number, WHICH.index(match["which"]), lines.someone(who, number) if who else None)


def _chronology(_: Lines, number: int, match: re.Match[str]) -> Chronology:
    return Chronology(number, WHICH.index(match["which"]), match["words"], match["holds"] == "notes")


EXPECTATIONS: tuple[tuple[str, Callable[[Lines, int, re.Match[str]], Expectation]], ...] = (
    (rf"(?P<who>{NAME}) gets (?:a mail|(?P<count>[2-9]) mails):", _gets),
    (rf"(?P<who>{NAME}) gets nothing", _nothing),
    (rf"(?P<who>{NAME}) gets no mail that says {QUOTED}", _nothing),
    (r"Nobody else gets anything", lambda _, number, __: NobodyElse(number)),
    (r"Nothing goes outside", lambda _, number, __: NothingOutside(number)),
    (rf"The visit to (?P<client>[A-Z][a-z]+) on {DAY} (?P<state>{'|'.join(VISIT_STATES)})", _visit),
    (rf"There is no visit to (?P<client>[A-Z][a-z]+) on {DAY}", _visit),
    (r"There is no case", lambda _, number, __: Cases(number, 0)),
    (r"There is one case", lambda _, number, __: Cases(number, 1)),
    (r"There are (?P<n>[2-9]) cases", lambda _, number, match: Cases(number, int(match["n"]))),
    (rf"{CASE} is (?P<state>open|drafted|escalated|answered|closed)", _case_is),
    (rf"{CASE} is acknowledged by (?P<who>{NAME})", _acknowledged),
    (rf"{CASE} is not acknowledged", _acknowledged),
    (rf"{CASE}'s chronology (?P<holds>notes|does not note) {QUOTED}", _chronology),
    (rf"A person is asked to look: {QUOTED}", lambda _, number, match: Asked(number, match["words"])),
    (r"Nobody is asked to look", lambda _, number, __: Asked(number, None)),
    (
        rf"The journal (?P<holds>notes|does not note) {QUOTED}",
        lambda _, number, match: Journal(number, match["words"], match["holds"] == "notes"),
    ),
    (
        rf"It (?P<holds>prints|does not print) {QUOTED}",
        lambda _, number, match: Printed(number, match["words"], match["holds"] == "prints"),
    ),
)
