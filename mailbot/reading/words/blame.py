"""Whom a worry is about, among the people of the scheme: by name, role or address (hardest situation 8).

Whoever is greeted, told, or only mentioned is not thereby meant. Where that is in doubt they are left out too, as
somebody else can read it: a false exclusion costs a detour, a false inclusion may cost the person at risk dearly.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import lru_cache

from mailbot.expressions import lazy
from mailbot.reading.words import blame_words as w
from mailbot.reading.words.sentences import sentences
from mailbot.reading.words.slips import perhaps_meant
from mailbot.roll import Client, Match, Person, Role, Roll

_MOST_PEOPLE = 4096  # whose patterns are remembered
_NEAR = 1  # sentences before and after a sign of harm in which a name raises a doubt
_EVERYDAY = frozenset(
    [
        "will",
        "mark",
        "may",
        "grace",
        "hope",
        "faith",
        "joy",
        "rose",
        "art",
        "bill",
        "rob",
        "sunny",
        "dawn",
        "summer",
        "april",
        "june",
        "august",
        "sky",
        "star",
        "angel",
        "daisy",
        "lily",
        "ivy",
        "ruby",
        "pearl",
        "frank",
        "jack",
        "miles",
        "king",
        "prince",
        "guy",
        "dean",
        "grant",
        "brown",
        "green",
        "white",
        "black",
        "young",
        "little",
        "long",
        "good",
        "day",
        "west",
        "north",
        "hill",
        "wood",
        "ford",
        "field",
        "price",
        "bell",
        "cook",
        "baker",
        "page",
        "lane",
        "rich",
        "moon",
        "best",
    ]
)
_ADDRESS = lazy(r"[\w.+-]+@[\w.-]*\w")
Shows = Callable[[str], bool]


class Ground(StrEnum):
    """Why somebody is left out of a case. `DOUBT`: named beside harm, and perhaps not meant.

    `ELSEWHERE`: they wrote it themselves while another case is kept from them. They do not decide about it, but hear
    of their own report what any reporter hears; any other ground goes before it.
    """

    NAMED = "named"
    ADDRESS = "address"
    ROLE = "role"
    DOUBT = "doubt"
    HOUSEHOLD = "household"
    OWN_WORDS = "own words"
    COMPLAINT = "complaint"
    ELSEWHERE = "elsewhere"


class Verdict(IntEnum):
    """How a mention reads, the graver the higher."""

    MENTIONED = 0
    DOUBT = 1
    MEANT = 2


@dataclass(frozen=True, slots=True)
class Blame:
    """Who is left out, by number on the roll and with the ground; whether the client's carers are meant, or may be;

    and the directory entries that are.
    """

    people: Mapping[int, Ground]
    carers: bool = False
    outside: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.people or self.carers or self.outside)


@dataclass(frozen=True, slots=True)
class Told:
    """What was written, by whom if that is sure, about which client if that is known, and what shows harm.

    `outside`: directory entries with the patterns by which people write of them. `in_case`: an open case is spoken
    of, so that every sentence stands beside harm.
    """

    text: str
    roll: Roll
    writer: Person | None
    client: Client | None
    shows_harm: Shows
    subject: str = ""
    outside: Mapping[str, str] = field(default_factory=dict)
    in_case: bool = False


@dataclass(frozen=True, slots=True)
class _Target:
    """Somebody who may be meant: how they are written of, who they are, on what ground; `strict`: only if surely."""

    pattern: "re.Pattern[str]"
    people: frozenset[int]
    ground: Ground
    carers: bool = False
    entry: str | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence, whether it shows harm, and whether one beside it does."""

    words: str
    harm: bool
    near: bool
    next: str
    title: bool = False


def blame(told: Told) -> Blame:
    """Everybody whom the text is about, or may be; with the households of those who are meant."""
    whole = plain(f"{told.subject}\n{told.text}")
    targets = [target for target in _targets(told, whole) if target.pattern.search(whole)]
    lines = list(_lines(told)) if targets else []
    people: dict[int, Ground] = {}
    carers, outside = False, set()
    for target in targets:
        found = ((line, mention) for line in lines for mention in target.pattern.finditer(line.words))
        verdict = max((_judged(line, mention, target) for line, mention in found), default=Verdict.MENTIONED)
        if verdict == Verdict.MENTIONED or (target.strict and verdict != Verdict.MEANT):
            continue
        carers |= target.carers
        outside |= {target.entry} if target.entry else set()
        ground = target.ground if verdict == Verdict.MEANT else Ground.DOUBT
        people |= {n: ground for n in target.people if people.get(n, Ground.DOUBT) is Ground.DOUBT}
    people |= _own(told)
    return Blame(people | _households(told, people, carers), carers, frozenset(outside))


def plain(text: str) -> str:
    """Without accents and with plain apostrophes, as people type the names of others."""
    text = text.replace("’", "'").replace("‘", "'")
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each))


def _lines(told: Told) -> Iterator[_Line]:
    texts = [told.subject] if told.subject.strip() else []
    texts += [told.text[span.start : span.end] for span in sentences(told.text)]
    words = [plain(each) for each in texts]
    harm = [told.shows_harm(each) or bool(w.BAD_ACT.search(mine)) for each, mine in zip(texts, words, strict=True)]
    for n, mine in enumerate(words):
        title = n == 0 and bool(told.subject.strip())
        near = any(harm) if title else any(harm[max(0, n - _NEAR) : n + _NEAR + 1])
        yield _Line(mine, harm[n], near or told.in_case, words[n + 1] if n + 1 < len(words) else "", title)


def _judged(line: _Line, mention: "re.Match[str]", target: _Target) -> Verdict:
    """How one mention reads. The order matters: what surely means somebody, then what surely does not."""
    before, after = line.words[: mention.start()], line.words[mention.end() :]
    if mention.group() in _EVERYDAY or _is_greeted(line, mention):
        return Verdict.MENTIONED
    bad = w.WORST if target.strict else w.BAD_ACT
    if _is_meant(before, after, line.harm, bad):
        return Verdict.MEANT
    if line.near and not line.title and w.PRONOUN_ACT.search(line.next):
        return Verdict.DOUBT
    if w.TOLD_TO.search(before) or w.REPORTS.search(after):
        silenced = w.SILENCED.search(after) or w.NOTHING_DONE.search(f"{after} {line.next}")
        return Verdict.DOUBT if silenced else Verdict.MENTIONED
    if not line.harm and (w.PRAISED.match(after) or w.WISHED_WELL.search(before)):
        return Verdict.MENTIONED
    return Verdict.DOUBT if line.near else Verdict.MENTIONED


def _is_meant(before: str, after: str, harm: bool, bad: "re.Pattern[str]") -> bool:
    if w.FEARS.search(before) or w.ABOUT.search(before):
        return not re.match(r"'s (?:client|visitor|backup|person|family|child)\b", after)
    if w.BY.search(before) and (harm or bad.search(before)) and not re.match(r"'s\b", after):
        return not w.TOLD_TO.search(before)
    told = w.TOLD_TO.search(before) or w.REPORTS.search(after)
    if told:
        return bool(w.AND_THEN.search(after) and not w.OTHER_SUBJECT.search(after.partition(" and ")[0]))
    clause = w.OTHER_SUBJECT.split(after, maxsplit=1)[0]
    aside = clause.lstrip().startswith(",") and not w.ONE_OF_SEVERAL.match(after)
    return bool(bad.search(clause)) and not aside


def _is_greeted(line: _Line, mention: "re.Match[str]") -> bool:
    """A greeting, somebody spoken to, or a name under a letter."""
    before, after = line.words[: mention.start()], line.words[mention.end() :]
    if w.GREETS.search(before):
        return "," not in before or re.match(r"\s+(?!and\b)\w", after) is None
    if not before.strip(" \t-–—*>\"'") and w.CALLED.match(after) and not line.title:
        return w.ONE_OF_SEVERAL.match(after) is None
    if w.VOCATIVE_END.search(before) and re.fullmatch(r"\s*[.!?]*\s*", after):
        return True
    others = {each.casefold() for each in re.findall(r"\w+", before + after)}
    return not line.title and not line.harm and others <= w.SIGNS


def _targets(told: Told, whole: str) -> Iterator[_Target]:
    low = whole.casefold()
    for person in _written(told.roll, low):
        if told.writer is not None and person.id == told.writer.id:
            continue
        yield _Target(_names(person), frozenset({person.id}), Ground.NAMED)
        if person.email.casefold() in low:
            address = re.compile(re.escape(person.email), re.IGNORECASE)
            yield _Target(address, frozenset({person.id}), Ground.ADDRESS)
    yield from _misspelt(told, whole)
    for role, pattern in w.ROLES:
        holders = _ids(told, told.roll.with_role(role))
        if holders:
            yield _Target(pattern, holders, Ground.ROLE)
    yield _Target(w.BACKUP, _ids(told, _standing_in(told)), Ground.ROLE)
    yield _Target(w.VISITOR, _ids(told, _visiting(told)), Ground.ROLE)
    if told.client is None or told.client.setting == "foster" or told.client.told_by == "carer":
        yield _Target(w.CARER, frozenset(), Ground.ROLE, carers=True)
    for name, written in told.outside.items():
        yield _Target(re.compile(written, re.IGNORECASE), frozenset(), Ground.ROLE, entry=name, strict=True)


def _misspelt(told: Told, whole: str) -> Iterator[_Target]:
    """ "Collin", "Lenna": perhaps somebody on the roll; a client, or anybody else of that very name, is not."""
    roll, small = told.roll, told.text == told.text.casefold()
    names = roll.people_by_word.keys()
    for word in sorted(set(re.findall(r"\b[A-Za-z]{4,}\b", whole))):
        low = word.casefold()
        if not (small or word[0].isupper()) or low in roll.name_words or low in _EVERYDAY:
            continue
        found = {p.id for name in perhaps_meant(word, names) for p in roll.people_by_word[name]}
        if people := frozenset(found - {told.writer.id if told.writer else 0}):
            yield _Target(re.compile(rf"\b{word}\b"), people, Ground.DOUBT)


def _written(roll: Roll, text: str) -> Iterator[Person]:
    """Whoever may be written of: a cheap look before expressions are compiled, as a roll may hold thousands."""
    named = {person.id for word in set(re.findall(r"\w+", text)) for person in roll.people_by_word.get(word, ())}
    named |= {found.id for each in _ADDRESS.findall(text) if (found := roll.by_email(each))}
    yield from (roll.person(number) for number in sorted(named))


def _ids(told: Told, people: tuple[Person, ...]) -> frozenset[int]:
    own = told.writer.id if told.writer else None
    return frozenset(person.id for person in people if person.id != own)


def _standing_in(told: Told) -> tuple[Person, ...]:
    """The backups of the client; where that is not known, of the writer's clients; else all of them."""
    ids = {m.backup_id for m in _matches(told) if m.backup_id is not None}
    return tuple(told.roll.person(each) for each in ids) if ids else told.roll.with_role(Role.BACKUP)


def _visiting(told: Told) -> tuple[Person, ...]:
    """The visitors of the client; where that is not known, whoever visits or stands in and holds no office."""
    ids = {m.visitor_id for m in _matches(told)} | {m.backup_id for m in _matches(told) if m.backup_id is not None}
    if ids:
        return tuple(told.roll.person(each) for each in ids)
    return tuple(p for p in told.roll.people if p.roles <= {Role.VISITOR, Role.BACKUP})


def _matches(told: Told) -> list[Match]:
    if told.client is not None:
        return [m for m in told.roll.matches if m.client_id == told.client.id]
    return list(told.roll.matches_of(told.writer))


def _own(told: Told) -> dict[int, Ground]:
    """Whoever writes "I hit him" is not the one who looks into it."""
    return {told.writer.id: Ground.OWN_WORDS} if told.writer and w.OWN_ACT.search(plain(told.text)) else {}


def _households(told: Told, people: Mapping[int, Ground], carers: bool) -> dict[int, Ground]:
    """Whoever lives with somebody who is meant, or in the home of the client whose carers are; not the writer."""
    homes = {told.roll.person(number).household for number in people}
    if carers:
        clients = [told.client] if told.client else told.roll.clients_of(told.roll.matches_of(told.writer))
        homes |= {client.household for client in clients}
    known = {*people, told.writer.id if told.writer else 0}
    found = (p for p in told.roll.people if p.household and p.household in homes and p.id not in known)
    return {p.id: Ground.HOUSEHOLD for p in found}


@lru_cache(maxsize=_MOST_PEOPLE)
def _names(person: Person) -> "re.Pattern[str]":
    """First, last and full name, what they are also called, and forms of it in their address; never half a word."""
    words = [plain(each) for each in person.name.split()]
    names = {plain(person.name), plain(person.also_known_as or ""), *words[:1], *person.called}
    loose = "|".join(re.escape(each) for each in sorted(names - {""}, key=len, reverse=True) if len(each) > 1)
    last = re.escape(words[-1].capitalize()) if len(words) > 1 and len(words[-1]) > 2 else None
    surname = rf"|(?-i:(?:{last}|{re.escape(words[-1])}))" if last else ""
    return re.compile(rf"\b(?:{loose}{surname})\b", re.IGNORECASE)
