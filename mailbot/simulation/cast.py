"""The invented scheme of a simulation: who is in it and whom they visit, drawn by seed. None of them exists.

Addresses are of domains that belong to nobody (RFC 2606); phone numbers are those that Ofcom keeps for drama.
"""

import csv
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import count
from pathlib import Path
from random import Random

BOT = "visits@example.org"
VOLUNTEERS_OF_A_COORDINATOR = 100
VOLUNTEERS_OF_A_BACKUP = 8
SETTINGS = {"prison": "P", "house": "H", "hotel": "R", "foster": "F"}
"""Where people are visited, and the letter that their references begin with."""
PLACES = {"prison": "Longmead prison", "house": "", "hotel": "Station Hotel", "foster": ""}


@cache
def names(kind: str) -> tuple[str, ...]:
    """The "first", "last" or "client" names that there are."""
    return tuple(tomllib.loads(files("mailbot.simulation").joinpath("names.toml").read_text("utf-8"))[kind].split())


@dataclass(frozen=True, slots=True)
class Someone:
    """A row of people.csv. `number` counts everybody and names them in reports, as no name stands there."""

    number: int
    name: str
    email: str
    roles: str
    phone: str = ""

    @property
    def first_name(self) -> str:
        """What they sign with."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of matches.csv with its row of clients.csv: who visits whom, how often, and who stands in."""

    ref: str
    client: str
    setting: str
    visitor: Someone
    backup: Someone | None
    interval_days: int


@dataclass(frozen=True)
class Cast:
    """Everybody of one scheme."""

    coordinators: tuple[Someone, ...]
    others: tuple[Someone, ...]
    backups: tuple[Someone, ...]
    visitors: tuple[Someone, ...]
    pairs: tuple[Pair, ...] = field(repr=False)

    @property
    def everybody(self) -> tuple[Someone, ...]:
        """In the order of the file."""
        return (*self.coordinators, *self.others, *self.backups, *self.visitors)


def draw_cast(volunteers: int, random: Random) -> Cast:
    """A scheme with so many visitors; coordinators and backups come beside them."""
    whole_names = _whole_names(random)
    numbers = count(1)

    def somebody(roles: str) -> Someone:
        number, name = next(numbers), next(whole_names)
        address = f"{name.lower().replace(' ', '.')}.{number}@example.{random.choice(('com', 'net'))}"
        return Someone(number, name, address, roles, f"07700 900{number % 1000:03}")

    coordinators = tuple(
        somebody("coordinator out_of_hours" if first == 0 else "coordinator")
        for first in range(1 + volunteers // VOLUNTEERS_OF_A_COORDINATOR)
    )
    others = (somebody("safeguarding_lead"), somebody("treasurer"))
    backups = tuple(somebody("backup") for _ in range(1 + volunteers // VOLUNTEERS_OF_A_BACKUP))
    visitors = tuple(somebody("visitor") for _ in range(volunteers))
    return Cast(coordinators, others, backups, visitors, tuple(_pairs(visitors, backups, random)))


def _whole_names(random: Random) -> Iterator[str]:
    """First and last names, no whole name twice in a row of some thousands."""
    whole = [f"{first} {last}" for first in names("first") for last in names("last")]
    random.shuffle(whole)
    return iter(whole)


def _pairs(visitors: Sequence[Someone], backups: Sequence[Someone], random: Random) -> Iterable[Pair]:
    """Most visit one person, some two; in houses and hotels everybody has a backup, in foster homes nobody."""
    used = dict.fromkeys(SETTINGS, 0)
    for visitor in visitors:
        setting = random.choice(tuple(SETTINGS))
        known = random.sample(names("client"), 2 if random.random() < 0.15 else 1)
        for client in known:
            used[setting] += 1
            has_backup = setting in ("house", "hotel") or (setting == "prison" and random.random() < 0.6)
            yield Pair(
                ref=f"{SETTINGS[setting]}-{used[setting]:03}",
                client=client,
                setting=setting,
                visitor=visitor,
                backup=random.choice(backups) if has_backup else None,
                interval_days=30 if setting == "foster" else 14,
            )


def write_roll(folder: Path, cast: Cast) -> None:
    """The three files that a coordinator would bring from a table program."""
    people = ((p.name, p.email, p.phone, p.roles, "yes" if "backup" in p.roles else "no") for p in cast.everybody)
    clients = ((p.ref, p.client, p.setting, PLACES[p.setting]) for p in cast.pairs)
    matches = ((p.ref, p.visitor.email, p.backup.email if p.backup else "", str(p.interval_days)) for p in cast.pairs)
    _write(folder / "people.csv", ("name", "email", "phone", "roles", "experienced"), people)
    _write(folder / "clients.csv", ("ref", "name", "setting", "place"), clients)
    _write(folder / "matches.csv", ("client_ref", "visitor_email", "backup_email", "interval_days"), matches)


def _write(file: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with file.open("w", newline="", encoding="utf-8") as out:
        table = csv.writer(out)
        table.writerow(columns)
        table.writerows(rows)
