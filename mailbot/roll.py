"""The roll as a frozen snapshot: who is in the scheme, whom they visit. Pure data; `store/people.py` reads it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

_ALIKE = 3  # letters in a row that a name and a form of it share


# How a client hears of a visit that is not kept: only the first is not the coordinator's task.
TOLD_BY = ("visitor", "coordinator", "mail_service", "carer", "staff")


class Role(StrEnum):
    """What a person is in the scheme. Officers are those who may close a concern or release a mail."""

    VISITOR = "visitor"
    BACKUP = "backup"
    COORDINATOR = "coordinator"
    TREASURER = "treasurer"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    OUT_OF_HOURS = "out_of_hours"
    COMPLAINTS_MANAGER = "complaints_manager"
    CHAIR = "chair"
    DIRECTOR = "director"
    HEAD_OF_TRAINING = "head_of_training"
    TRUSTEE = "trustee"


OFFICERS = frozenset({Role.COORDINATOR, Role.SAFEGUARDING_LEAD, Role.CHAIR, Role.DIRECTOR})
# Whose answers to what they were asked are instructions: the Complaints Manager's too (L29), and what they are asked
# of those who lead training or are trustees (B21).
INSTRUCT = OFFICERS | {Role.COMPLAINTS_MANAGER, Role.HEAD_OF_TRAINING, Role.TRUSTEE}


# Checks before visiting (B2, C9, L27, P1). Another name is kept as it is written, and counts for none of these.
CLEARANCES = ("dbs", "references", "training", "induction", "insurance")


@dataclass(frozen=True, slots=True)
class Clearance:
    """A check that was seen. `until` is the last day on which it is good; None where it does not run out."""

    name: str
    until: date | None = None

    @classmethod
    def from_text(cls, text: str) -> "Clearance":
        """As the roll keeps it, `dbs:2027-03-31`; the way back of `str`."""
        name, _, until = text.partition(":")
        if name not in CLEARANCES or not re.fullmatch(r"\d{4}-\d\d-\d\d", until):
            return cls(text)
        return cls(name, date.fromisoformat(until))

    def __str__(self) -> str:
        return f"{self.name}:{self.until.isoformat()}" if self.until else self.name

    @property
    def is_known(self) -> bool:
        return self.name in CLEARANCES

    def is_good(self, today: date) -> bool:
        """Whether it is in date on that local day."""
        return self.until is None or today <= self.until


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Whom somebody wants told if they do not come back alone (L23). `email` is lower case.

    `agreed_on`: the local date on which they agreed to that; without it nobody outside the roll is mailed.
    """

    name: str
    email: str
    agreed_on: date | None = None

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the roll. `email` is lower case and unique. `calendar`: wants visits in their calendar.

    `household`: whoever has the same word there lives with them, clients too.
    """

    id: int
    name: str
    email: str
    phone: str | None = None
    roles: frozenset[Role] = frozenset()
    also_known_as: str | None = None
    experienced: bool = False
    named_person: NamedPerson | None = None
    calendar: bool = False
    clearances: tuple[Clearance, ...] = ()
    household: str | None = None

    @property
    def called(self) -> frozenset[str]:
        """Words of their address that look like a form of their name: pippa@… is Philippa."""
        return _called(self)

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name

    @property
    def is_officer(self) -> bool:
        return bool(self.roles & OFFICERS)

    @property
    def may_instruct(self) -> bool:
        return bool(self.roles & INSTRUCT)


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody who is visited. `setting` (prison, house, foster, hotel) decides which pack's rules apply.

    `told_by`: how they hear of a visit that is not kept, as they agreed. `stand_ins`: addresses of those who may come
    in the visitor's place, where the client must have agreed to each and met them. `household`: as for a person.
    `wants_visits`: they asked for them, and have not said that they want no more (B1).
    """

    id: int
    ref: str
    name: str
    setting: str
    place: str | None = None
    name_in_script: str | None = None
    told_by: str | None = None
    stand_ins: frozenset[str] = frozenset()
    household: str | None = None
    wants_visits: bool = True

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name


@dataclass(frozen=True, slots=True)
class Match:
    """Who visits whom since when, who stands in, and how many days apart visits are agreed to be.

    `ended_on`: the visitor stopped on that local day; `closed_on`: the closure review is recorded (L12). Nobody is
    reminded of a match that is not running; its history stays.
    """

    id: int
    client_id: int
    visitor_id: int
    backup_id: int | None = None
    interval_days: int = 14
    started_on: date | None = None
    ended_on: date | None = None
    closed_on: date | None = None

    @property
    def is_running(self) -> bool:
        return self.ended_on is None and self.closed_on is None


def _without_accents(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _called(person: Person) -> frozenset[str]:
    """The words of somebody's address that look like a form of their name."""
    name = person.name.casefold()
    words = (word for word in re.split(r"[^a-z]+", person.email.partition("@")[0]) if len(word) >= _ALIKE)
    return frozenset(w for w in words if any(w[at : at + _ALIKE] in name for at in range(len(w) - _ALIKE + 1)))


@dataclass(frozen=True)
class Roll:
    """Everybody and everything above, looked up by what messages give."""

    people: tuple[Person, ...] = ()
    clients: tuple[Client, ...] = ()
    matches: tuple[Match, ...] = field(default=())

    @cached_property
    def _by_email(self) -> dict[str, Person]:
        return {p.email: p for p in self.people}

    @cached_property
    def _people(self) -> dict[int, Person]:
        return {p.id: p for p in self.people}

    @cached_property
    def _by_role(self) -> dict[Role, tuple[Person, ...]]:
        return {role: tuple(p for p in self.people if role in p.roles) for role in Role}

    @cached_property
    def _clients(self) -> dict[int, Client]:
        return {c.id: c for c in self.clients}

    @cached_property
    def _by_ref(self) -> dict[str, Client]:
        return {c.ref.casefold(): c for c in self.clients}

    @cached_property
    def clients_by_name(self) -> dict[str, tuple[Client, ...]]:
        """Clients by first name in lower case; several where they share it."""
        found: dict[str, tuple[Client, ...]] = {}
        for client in self.clients:
            found[client.first_name.casefold()] = (*found.get(client.first_name.casefold(), ()), client)
        return found

    @cached_property
    def people_by_first_name(self) -> dict[str, tuple[Person, ...]]:
        """Those who visit or stand in, by first name in lower case and without accents."""
        found: dict[str, tuple[Person, ...]] = {}
        for person in self.people:
            if person.id in self._matches_by_person:
                name = _without_accents(person.first_name)
                found[name] = (*found.get(name, ()), person)
        return found

    @cached_property
    def people_by_word(self) -> dict[str, tuple[Person, ...]]:
        """Everybody but clients by each word that they are called by, in lower case and without accents."""
        found: dict[str, list[Person]] = {}
        for person in self.people:
            called = _without_accents(f"{person.name} {person.also_known_as or ''}")
            for word in {*re.findall(r"\w+", called), *person.called}:
                found.setdefault(word, []).append(person)
        return {word: tuple(people) for word, people in found.items()}

    @cached_property
    def first_names(self) -> frozenset[str]:
        """Of everybody but clients, in lower case and without accents."""
        return frozenset(_without_accents(person.first_name) for person in self.people)

    @cached_property
    def _open_matches(self) -> tuple[Match, ...]:
        return tuple(match for match in self.matches if match.closed_on is None)

    @cached_property
    def running_matches(self) -> tuple[Match, ...]:
        """Those that somebody may be reminded of."""
        return tuple(match for match in self.matches if match.is_running)

    @cached_property
    def _match_by_id(self) -> dict[int | None, Match]:
        return {match.id: match for match in self.matches}

    @cached_property
    def _matches_by_person(self) -> dict[int, tuple[Match, ...]]:
        found: dict[int, tuple[Match, ...]] = {}
        for match in self._open_matches:
            found[match.visitor_id] = (*found.get(match.visitor_id, ()), match)
        for match in self._open_matches:
            if match.backup_id is not None:
                found[match.backup_id] = (*found.get(match.backup_id, ()), match)
        return found

    @cached_property
    def client_words(self) -> frozenset[str]:
        """Every reference and first name of a client, in lower case."""
        return frozenset(self._by_ref) | frozenset(self.clients_by_name)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Every part of every name, every reference, and what people call themselves in their addresses (Philippa is
        "pippa@…"), in lower case: words that say nothing by themselves.
        """
        shown = [p.name for p in self.people] + [p.also_known_as or "" for p in self.people]
        shown += [c.name for c in self.clients] + [c.ref for c in self.clients]
        return frozenset(" ".join(shown).casefold().split()).union(*map(_called, self.people))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Where clients are visited, longest first."""
        return tuple(sorted({c.place for c in self.clients if c.place}, key=len, reverse=True))

    def person(self, person_id: int) -> Person:
        return self._people[person_id]

    def client(self, client_id: int) -> Client:
        return self._clients[client_id]

    def by_email(self, address: str) -> Person | None:
        return self._by_email.get(address.casefold())

    def by_ref(self, ref: str) -> Client | None:
        return self._by_ref.get(ref.casefold())

    def with_role(self, role: Role) -> tuple[Person, ...]:
        return self._by_role.get(role, ())

    def matches_of(self, person: Person | None) -> tuple[Match, ...]:
        """The matches that are not closed in which this person is visitor or backup; as visitor first."""
        return self._matches_by_person.get(person.id, ()) if person else ()

    def match_of(self, client: Client) -> Match | None:
        """The client's match that is not closed, the running one first."""
        found = [m for m in self._open_matches if m.client_id == client.id]
        return min(found, key=lambda m: not m.is_running, default=None)

    def match(self, match_id: int | None) -> Match | None:
        """The match of that number, closed or not."""
        return self._match_by_id.get(match_id)

    def clients_of(self, matches: Iterable[Match]) -> tuple[Client, ...]:
        return tuple(self._clients[m.client_id] for m in matches)
