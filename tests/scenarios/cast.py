"""Who is in the scenarios: the invented roll in `people/`, and those outside it."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PEOPLE = Path(__file__).parent / "people"
SCHEMES = ("prison-visiting", "asylum-visitors", "independent-visitors", "refugee-hotels")


@dataclass(frozen=True, slots=True)
class Someone:
    """A person or a team. `called` is how scenarios name them; `inside`: on the roll."""

    called: str
    name: str
    address: str
    what: str
    inside: bool


@dataclass(frozen=True, slots=True)
class Visited:
    """A client of one scheme, by first name."""

    called: str
    ref: str


@dataclass(frozen=True)
class Cast:
    """Everybody whom the scenarios of one scheme may name."""

    people: tuple[Someone, ...]
    clients: tuple[Visited, ...]

    def someone(self, called: str) -> Someone | None:
        return next((each for each in self.people if each.called == called), None)

    def client(self, called: str) -> Visited | None:
        return next((each for each in self.clients if each.called == called), None)

    def by_address(self, address: str) -> Someone | None:
        return next((each for each in self.people if each.address == address.casefold()), None)

    def called(self, address: str) -> str:
        """How scenarios name whoever has this address."""
        found = self.by_address(address)
        return found.called if found else address


def rows(path: Path) -> list[dict[str, str]]:
    """A CSV file's rows by column."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def cast_of(scheme: str) -> Cast:
    """The people are the same in every scheme; the clients are its own."""
    roll = [
        Someone(row["name"].split()[0], row["name"], row["email"], row["roles"].replace("_", " "), True)
        for row in rows(PEOPLE / "people.csv")
    ]
    others = [
        Someone(row["called"], row["name"], row["email"], row["what"], False) for row in rows(PEOPLE / "others.csv")
    ]
    clients = [Visited(row["name"].split()[0], row["ref"]) for row in rows(PEOPLE / scheme / "clients.csv")]
    return Cast(tuple(roll + others), tuple(clients))
