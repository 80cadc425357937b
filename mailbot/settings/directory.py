"""The directory: outside teams and named posts, each address checked by a person (duties, "Handle with care")."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import ConfigDict, RootModel

from mailbot.settings.servers import Section
from mailbot.settings.values import Address, Day, Days, EntryName, Line, Phone


class DirectoryEntry(Section):
    """One team or post. Nobody's word but `verified_by`'s makes the address right; it holds for `recheck_days`.

    `places`: of a hotel's provider, the places that it answers for, as they stand in clients.csv (C8).
    """

    address: Address
    phone: Phone | None = None
    hours: Line | None = None
    verified_by: Line | None = None
    verified_on: Day | None = None
    recheck_days: Days = 180
    places: tuple[Line, ...] = ()

    @property
    def good_until(self) -> date | None:
        """The last local day on which it holds that somebody checked it; None where nobody did."""
        return self.verified_on + timedelta(days=self.recheck_days) if self.verified_by and self.verified_on else None

    def unusable_because(self, today: date) -> str | None:
        """Why no mail may go there today, or None if it may."""
        if self.good_until is None or self.verified_on is None:
            return "is not verified: a person has to check the address, then say so with `mailbot directory verify`"
        if self.verified_on > today:
            return "has a verified_on that lies in the future"
        if self.good_until < today:
            return f"was verified more than {self.recheck_days} days ago: check the address again"
        return None

    def lacks(self) -> tuple[str, ...]:
        """What is left empty that somebody needs who has to phone instead."""
        return tuple(name for name in ("phone", "hours") if getattr(self, name) is None)


@dataclass(frozen=True, slots=True)
class Check:
    """Somebody looked at one entry, said that this address and phone are right, and when: a local date."""

    name: str
    address: str
    phone: str | None
    by: str
    on: date

    def is_of(self, entry: DirectoryEntry) -> bool:
        """Whether the entry is what was checked; capital letters of an address do not matter."""
        return (self.address.casefold(), self.phone) == (entry.address.casefold(), entry.phone)


class Directory(RootModel[dict[EntryName, DirectoryEntry]]):
    """`[directory.<name>]`: where rules of the form `directory:<name>` send. Addresses come from nowhere else."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    @property
    def names(self) -> frozenset[str]:
        """The names that rules may use."""
        return frozenset(self.root)

    def get(self, name: str) -> DirectoryEntry | None:
        """The entry, usable or not; ask `usable` before mailing."""
        return self.root.get(name)

    def usable(self, name: str, today: date) -> str | None:
        """Why this entry may not be mailed today: missing, unverified or stale. None if it may."""
        entry = self.root.get(name)
        return entry.unusable_because(today) if entry else "is missing from the directory"

    def checked(self, checks: Mapping[str, Check]) -> "CheckedDirectory":
        """The same with what people said through `mailbot directory verify`: the last check of each entry."""
        return CheckedDirectory(self, checks)

    def of_place(self, place: str | None) -> tuple[str, ...]:
        """The names of the entries that answer for that place (C8); capital letters and blanks do not matter."""
        wanted = " ".join((place or "").casefold().split())
        return tuple(
            name
            for name, entry in self.root.items()
            if wanted and any(" ".join(each.casefold().split()) == wanted for each in entry.places)
        )


@dataclass(frozen=True, slots=True)
class CheckedDirectory:
    """The directory of the config and who checked what: the later word of the two counts.

    A check holds for the address and phone that were checked. Once one of them is changed, nobody has verified the
    entry, whatever earlier date its verified_on gives.
    """

    directory: Directory
    checks: Mapping[str, Check]

    @property
    def names(self) -> frozenset[str]:
        """The names that rules may use."""
        return self.directory.names

    def get(self, name: str) -> DirectoryEntry | None:
        """The entry, with who verified it last; ask `usable` before mailing."""
        entry, check = self.directory.get(name), self.checks.get(name)
        if entry is None or check is None or (entry.verified_on is not None and entry.verified_on > check.on):
            return entry
        by, on = (check.by, check.on) if check.is_of(entry) else (None, None)
        return entry.model_copy(update={"verified_by": by, "verified_on": on})

    def usable(self, name: str, today: date) -> str | None:
        """Why this entry may not be mailed today: missing, unverified, changed or stale. None if it may."""
        entry, check = self.get(name), self.checks.get(name)
        if entry is None:
            return "is missing from the directory"
        reason = entry.unusable_because(today)
        if reason and check and entry.verified_on is None and not check.is_of(entry):
            return f"was changed after {check.by} verified it: check the new address and phone, then verify it again"
        return reason

    def going_stale(self, name: str, today: date, within: timedelta) -> date | None:
        """The last day of an entry that may be mailed today, if that is no further away than `within`."""
        entry = self.get(name)
        if entry is None or entry.good_until is None or self.usable(name, today):
            return None
        return entry.good_until if entry.good_until - today <= within else None
