"""The directory: outside teams and named posts, each address checked by a person (duties, "Handle with care")."""

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

    def unusable_because(self, today: date) -> str | None:
        """Why no mail may go there today, or None if it may."""
        if self.verified_by is None or self.verified_on is None:
            return "is not verified: a person has to check the address, then fill in verified_by and verified_on"
        if self.verified_on > today:
            return "has a verified_on that lies in the future"
        if self.verified_on + timedelta(days=self.recheck_days) < today:
            return f"was verified more than {self.recheck_days} days ago: check the address again"
        return None


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

    def of_place(self, place: str | None) -> tuple[str, ...]:
        """The names of the entries that answer for that place (C8); capital letters and blanks do not matter."""
        wanted = " ".join((place or "").casefold().split())
        return tuple(
            name
            for name, entry in self.root.items()
            if wanted and any(" ".join(each.casefold().split()) == wanted for each in entry.places)
        )
