"""Whether what came of a scenario is what it expects. Pure: it looks at what was played, and changes nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.scenarios.cast import Cast, cast_of
from tests.scenarios.letters import Mail
from tests.scenarios.play import Moment, Played
from tests.scenarios.records import Records
from tests.scenarios.script import (
    Acknowledged,
    Asked,
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

# Words that no subject may hold (promise 6), beside the first names of clients.
_QUOTE = re.compile(r"^>[> ]*", re.MULTILINE)
GIVES_AWAY = ("prison", "hotel", "asylum", "child", "safeguarding")


@dataclass(frozen=True, slots=True)
class Failure:
    """What is not as the line says."""

    line: int
    what: str


def judge(scenario: Scenario, played: Played) -> list[Failure]:
    """Everything that is not as expected, in the order of the file; nothing if all is."""
    cast = cast_of(scenario.scheme)
    failures = []
    for block, moment in zip(scenario.blocks, played.moments, strict=False):
        for each in block.expected:
            failures += [Failure(each.line, what) for what in _look(cast, moment, each, block.expected)]
    if played.broken:
        return [*failures, Failure(*played.broken)]
    every = tuple(mail for moment in played.moments for mail in moment.mails)
    ends = played.moments[-1]
    for each in scenario.throughout:
        whole = Moment(ends.at, every, ends.records, ends.printed)
        failures += [Failure(each.line, f"throughout: {what}") for what in _look(cast, whole, each, ())]
    return failures + [Failure(1, what) for what in _always(cast, played, every)]


def _look(cast: Cast, moment: Moment, expected: Expectation, beside: Sequence[Expectation]) -> Iterator[str]:
    """What is wrong with one expectation."""
    match expected:
        case Gets():
            yield from _gets(cast, moment, expected)
        case GetsNothing():
            got = [m for m in mails_to(cast, moment, expected.who) if not expected.says or _in(expected.says, m)]
            yield from (f"{expected.who} got {title(mail)}" for mail in got)
        case NobodyElse():
            yield from _unspoken(cast, moment, beside)
        case NothingOutside():
            yield from (
                f"{cast.called(a)} is not on the roll, and got {title(m)}" for m, a in _outside(cast, moment.mails)
            )
        case Printed():
            if (plain(expected.words) in plain(moment.printed)) != expected.there:
                yield f"what was printed: {moment.printed.strip() or 'nothing'}"
        case _:
            yield from _of_records(cast, moment.records, expected)


def _gets(cast: Cast, moment: Moment, expected: Gets) -> Iterator[str]:
    found = meeting(cast, moment, expected)
    if len(found) == expected.count:
        return
    got = mails_to(cast, moment, expected.who)
    if not got:
        yield f"{expected.who} got nothing"
    elif len(found) > expected.count:
        yield f"{expected.who} got {len(found)} such mails, and {expected.count} was awaited"
    else:
        for mail in got:
            missed = [each for each in expected.conditions if not meets(cast, moment, mail, expected.who, each)]
            reasons = "; ".join(f'{each.kind} "{each.text}"'.replace(' ""', "") for each in missed) or "it is all"
            yield f"{expected.who} got {title(mail)}: not so: {reasons}"


def meeting(cast: Cast, moment: Moment, expected: Gets) -> list[Mail]:
    """The mails to that person that meet all the conditions."""
    return [
        mail
        for mail in mails_to(cast, moment, expected.who)
        if all(meets(cast, moment, mail, expected.who, each) for each in expected.conditions)
    ]


def meets(cast: Cast, moment: Moment, mail: Mail, who: str, condition: Condition) -> bool:
    """Whether one mail is like that."""
    match condition.kind:
        case "subject says":
            return plain(condition.text) in plain(mail.subject)
        case "first line says":
            first = next((line for line in mail.text.splitlines() if line.strip()), "")
            return plain(condition.text) in plain(first)
        case "says":
            return plain(condition.text) in plain(mail.text)
        case "does not say":
            return not _in(condition.text, mail)
        case "is copied to":
            return set(condition.text.split(", ")) == {cast.called(a) for a in mail.addresses("Cc")}
        case "goes to nobody else":
            return {cast.called(address) for address in mail.recipients} == {who}
        case "is the first to leave":
            return mail is moment.mails[0]
    raise LookupError(condition.kind)


def mails_to(cast: Cast, moment: Moment, who: str) -> list[Mail]:
    """By the envelope: whoever the server was told, and not what the headers say."""
    return [mail for mail in moment.mails if who in map(cast.called, mail.recipients)]


def _unspoken(cast: Cast, moment: Moment, beside: Sequence[Expectation]) -> Iterator[str]:
    spoken = {
        (id(mail), each.who) for each in beside if isinstance(each, Gets) for mail in meeting(cast, moment, each)
    }
    for mail in moment.mails:
        for who in map(cast.called, mail.recipients):
            if (id(mail), who) not in spoken:
                yield f"{who} got {title(mail)} as well"


def _outside(cast: Cast, mails: Sequence[Mail]) -> Iterator[tuple[Mail, str]]:
    for mail in mails:
        for address in mail.recipients:
            someone = cast.by_address(address)
            if someone is None or not someone.inside:
                yield mail, address


def _of_records(cast: Cast, records: Records, expected: Expectation) -> Iterator[str]:
    match expected:
        case Visit():
            client = cast.client(expected.client)
            states = {
                state for ref, day, state in records.visits if client and (ref, day) == (client.ref, expected.day)
            }
            if states != ({expected.state} if expected.state else set()):
                yield f"recorded of that visit: {', '.join(states) or 'nothing'}"
        case Cases():
            if len(records.cases) != expected.count:
                yield f"the number of cases is {len(records.cases)}"
        case Asked():
            if not (records.asked if expected.words is None else _asked(records, expected.words)):
                return
            yield f"people are asked to look: {'; '.join(records.asked) or 'nobody is'}"
        case Journal():
            if (expected.code in records.journal) != expected.there:
                yield f'the journal {"does not note" if expected.there else "notes"} "{expected.code}"'
        case CaseIs() | Acknowledged() | Chronology():
            yield from _of_case(cast, records, expected)


def _asked(records: Records, words: str) -> bool:
    """Whether this is missing among what people are asked."""
    return not any(plain(words) in plain(each) for each in records.asked)


def _of_case(cast: Cast, records: Records, expected: CaseIs | Acknowledged | Chronology) -> Iterator[str]:
    if expected.which >= len(records.cases):
        yield f"the number of cases is {len(records.cases)}"
        return
    case = records.cases[expected.which]
    by = cast.called(case.acknowledged_by) if case.acknowledged_by else None
    match expected:
        case CaseIs() if case.state != expected.state:
            yield f"the case is {case.state}"
        case Acknowledged() if by != expected.who:
            yield f"acknowledged by: {by or 'nobody'}"
        case Chronology() if (expected.kind in case.chronology) != expected.there:
            yield f"the chronology: {', '.join(case.chronology)}"


def _always(cast: Cast, played: Played, every: Sequence[Mail]) -> Iterator[str]:
    """What holds in every story, whether it says so or not."""
    for mail in every:
        words = set(plain(mail.subject).replace(":", " ").split())
        names = {client.called.casefold() for client in cast.clients}
        yield from (f'a subject says "{word}": {mail.subject}' for word in words & names)
        yield from (f"a subject gives away: {mail.subject}" for word in GIVES_AWAY if word in plain(mail.subject))
        yield from (f"{a} is nobody's address, and got a mail" for a in mail.recipients if not cast.by_address(a))
        if not str(mail.message["Auto-Submitted"] or "").startswith("auto-"):
            yield f"{title(mail)} does not say that it is automatic"
    for before, after in zip(played.moments, played.moments[1:], strict=False):
        for old, new in zip(before.records.cases, after.records.cases, strict=False):
            if new.chronology[: len(old.chronology)] != old.chronology:
                yield "a chronology has lost an entry"
        if len(after.records.cases) < len(before.records.cases):
            yield "a case is gone"


def _in(words: str, mail: Mail) -> bool:
    return plain(words) in plain(mail.everything)


def plain(text: str) -> str:
    """Without capitals and marks of quoted lines, and with one blank where there are several, or a new line."""
    return " ".join(_QUOTE.sub("", text).casefold().replace("’", "'").split())


def title(mail: Mail) -> str:
    """A mail by its subject, without its reference."""
    return f'"{mail.subject.partition(" [ref")[0]}"'
