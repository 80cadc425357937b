"""The roll from three CSV files: every bad row of every file is reported, and nothing of a bad set is taken.

A mistake names file, line and column, `people.csv:4: email: …`, and never repeats what the cell says (promise 6).
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from mailbot import cells
from mailbot.errors import Mistakes
from mailbot.roll import TOLD_BY, Role
from mailbot.settings.values import parse_role
from mailbot.sheets import Row, Sheet, read_sheet

T = TypeVar("T")

SETTINGS = frozenset({"prison", "house", "foster", "hotel"})


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row of people.csv. `email` is lower case and unique; clearances are as the roll keeps them.

    `household`: a word of the scheme's own; whoever has the same one lives together, clients too.
    """

    name: str
    email: str
    phone: str | None
    roles: frozenset[Role]
    also_known_as: str | None
    experienced: bool
    clearances: tuple[str, ...]
    named_person_name: str | None = None
    named_person_email: str | None = None
    named_person_agreed_on: date | None = None
    calendar: bool = False
    household: str | None = None


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A row of clients.csv. `ref` is unique whatever its capitals; `setting` decides which pack's rules apply.

    `told_by` says how the client hears of a visit that is not kept; `stand_ins` are addresses of people.csv.
    `wants_visits`: empty is yes, as a row is a request; "no" once they want no more (B1).
    """

    ref: str
    name: str
    setting: str
    place: str | None
    name_in_script: str | None
    told_by: str | None
    stand_ins: tuple[str, ...]
    household: str | None = None
    wants_visits: bool = True


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A row of matches.csv. Its reference and addresses are spelt as in the other two files; dates are local.

    `interval_days` is None where the pack's is meant.
    """

    client_ref: str
    visitor_email: str
    backup_email: str | None
    interval_days: int | None
    started_on: date | None
    next_visit_on: date | None
    introduced_on: date | None = None
    handover_done: bool = False
    confident: bool = False


@dataclass(frozen=True, slots=True)
class RollRows:
    """All rows of a good set, in the order of the files."""

    people: tuple[PersonRow, ...]
    clients: tuple[ClientRow, ...]
    matches: tuple[MatchRow, ...]


NAMED = ("named_person_name", "named_person_email", "named_person_agreed_on")
PEOPLE = Sheet(
    "people.csv",
    ("name", "email", "roles"),
    ("phone", "experienced", "also_known_as", "clearances", "calendar", "household", *NAMED),
)
CLIENTS = Sheet(
    "clients.csv",
    ("ref", "name", "setting"),
    ("place", "name_in_script", "told_by", "stand_ins", "household", "wants_visits"),
)
MATCHES = Sheet(
    "matches.csv",
    ("client_ref", "visitor_email"),
    (
        *("backup_email", "interval_days", "started_on", "next_visit_on"),
        *("introduced_on", "handover_done", "confident"),
    ),
)


def read_roll(folder: Path, settings: Collection[str] = SETTINGS) -> RollRows:
    """Reads people.csv, clients.csv and matches.csv of the folder; `settings` are those that the packs serve.

    Raises Mistakes with one line for each bad cell of all three files.
    """
    mistakes: list[str] = []
    emails: _Seen[str] = _Seen("email")
    refs: _Seen[str] = _Seen("ref")
    pairs: _Seen[tuple[str, str]] = _Seen("visitor_email")
    people = [_person(row, emails) for row in read_sheet(folder, PEOPLE, mistakes)]
    emails.unreadable = bool(mistakes) and not people
    before = len(mistakes)
    clients = [_client(row, refs, emails, settings) for row in read_sheet(folder, CLIENTS, mistakes)]
    refs.unreadable = len(mistakes) > before and not clients
    matches = [_match(row, emails, refs, pairs) for row in read_sheet(folder, MATCHES, mistakes)]
    if mistakes:
        raise Mistakes(mistakes)
    return RollRows(tuple(people), tuple(clients), tuple(matches))


class _Seen(Generic[T]):
    """What has to be unique in a file, how it was written, and in which line it stood first.

    In an `unreadable` file nothing is looked up: its one mistake should not become many.
    """

    def __init__(self, column: str) -> None:
        self.column = column
        self.lines: dict[T, int] = {}
        self.written: dict[T, str] = {}
        self.unreadable = False

    def note(self, row: Row, key: T, written: str) -> None:
        if not written:
            return
        if key in self.lines:
            row.wrong(self.column, f"is the same as in line {self.lines[key]}")
        self.lines.setdefault(key, row.line)
        self.written.setdefault(key, written)


def _person(row: Row, emails: _Seen[str]) -> PersonRow:
    email = row.read("email", cells.email, "")
    emails.note(row, email, email)
    named, agreed = (
        row.read(NAMED[1], cells.maybe(cells.email), None),
        row.read(NAMED[2], cells.maybe(cells.day), None),
    )
    for column in NAMED[:2]:
        if not row.cells.get(column) and any(row.cells.get(each) for each in NAMED):
            row.wrong(column, "is empty: a named person has a name and an address")
    if named and named == email:
        row.wrong(NAMED[1], "is their own: a named person is somebody else, or leave it empty")
    return PersonRow(
        name=row.read("name", cells.short, ""),
        email=email,
        phone=row.read("phone", cells.maybe(cells.phone), None),
        roles=_roles(row),
        also_known_as=row.read("also_known_as", cells.maybe(cells.short), None),
        experienced=bool(row.read("experienced", cells.maybe(cells.yes_or_no), None)),
        clearances=_clearances(row),
        named_person_name=row.read(NAMED[0], cells.maybe(cells.short), None),
        named_person_email=named,
        named_person_agreed_on=agreed,
        calendar=bool(row.read("calendar", cells.maybe(cells.yes_or_no), None)),
        household=_household(row),
    )


def _client(row: Row, refs: _Seen[str], emails: _Seen[str], settings: Collection[str]) -> ClientRow:
    ref = row.read("ref", cells.reference, "")
    refs.note(row, ref.casefold(), ref)
    return ClientRow(
        ref=ref,
        name=row.read("name", cells.short, ""),
        setting=row.read("setting", cells.one_of(settings), ""),
        place=row.read("place", cells.maybe(cells.short), None),
        name_in_script=row.read("name_in_script", cells.maybe(cells.short), None),
        told_by=row.read("told_by", cells.maybe(cells.one_of(TOLD_BY)), None),
        stand_ins=_stand_ins(row, emails),
        household=_household(row),
        wants_visits=row.read("wants_visits", cells.maybe(cells.yes_or_no), None) is not False,
    )


def _household(row: Row) -> str | None:
    """The same word for everybody of one home, whatever its capitals."""
    word = row.read("household", cells.maybe(cells.reference), None)
    return word.casefold() if word else None


def _stand_ins(row: Row, emails: _Seen[str]) -> tuple[str, ...]:
    """Addresses stand apart by spaces or semicolons; each has to be in people.csv."""
    found, known = [], _known(emails, "people.csv")
    for number, word in enumerate(row.read("stand_ins", str, "").replace(";", " ").split(), start=1):
        try:
            found.append(known(word).casefold())
        except ValueError as error:
            row.wrong("stand_ins", f"word {number} {error}")
    return tuple(found)


def _match(row: Row, emails: _Seen[str], refs: _Seen[str], pairs: _Seen[tuple[str, str]]) -> MatchRow:
    ref = row.read("client_ref", _known(refs, "clients.csv"), "")
    visitor = row.read("visitor_email", _known(emails, "people.csv"), "")
    backup = row.read("backup_email", cells.maybe(_known(emails, "people.csv")), None)
    if visitor and visitor == backup:
        row.wrong("backup_email", "is the visitor's own: a backup is somebody else, or leave it empty")
    pairs.note(row, (ref, visitor), ref and visitor)
    return MatchRow(
        client_ref=ref,
        visitor_email=visitor,
        backup_email=backup,
        interval_days=row.read("interval_days", cells.maybe(cells.days), None),
        started_on=row.read("started_on", cells.maybe(cells.day), None),
        next_visit_on=row.read("next_visit_on", cells.maybe(cells.day), None),
        introduced_on=row.read("introduced_on", cells.maybe(cells.day), None),
        handover_done=bool(row.read("handover_done", cells.maybe(cells.yes_or_no), None)),
        confident=bool(row.read("confident", cells.maybe(cells.yes_or_no), None)),
    )


def _roles(row: Row) -> frozenset[Role]:
    """Roles stand apart by spaces or semicolons; each unknown one is a mistake of its own."""
    roles = set()
    for number, word in enumerate(row.read("roles", str, "").replace(";", " ").split(), start=1):
        try:
            roles.add(parse_role(word.casefold()))
        except ValueError as error:
            row.wrong("roles", f"word {number} {error}")
    return frozenset(roles)


def _clearances(row: Row) -> tuple[str, ...]:
    """Checks stand apart by semicolons; each that cannot be right is a mistake of its own."""
    found = []
    written = [each.strip() for each in row.read("clearances", str, "").split(";")]
    for number, text in enumerate(filter(None, written), start=1):
        try:
            found.append(str(cells.clearance(text)))
        except ValueError as error:
            row.wrong("clearances", f"number {number} {error}")
    return tuple(found)


def _known(seen: _Seen[str], file: str) -> Callable[[str], str]:
    """A reference or address that stands in the other file, even in a row with other mistakes."""

    def check(cell: str) -> str:
        key = cells.short(cell).casefold()
        if key not in seen.written and not seen.unreadable:
            raise ValueError(f"is not in {file}")
        return seen.written.get(key, key)

    return check
