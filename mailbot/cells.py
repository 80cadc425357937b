"""What the cells of the roll's CSV files may hold: each check returns the value, or raises ValueError and says why.

No reason repeats what the cell says (promise 6).
"""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import TypeVar

from mailbot.addresses import checked_address
from mailbot.expressions import lazy
from mailbot.roll import CLEARANCES, Clearance
from mailbot.settings.values import did_you_mean

T = TypeVar("T")

_PHONE = lazy(r"[(+0][\d ()+/-]{5,38}", re.ASCII)
_DATE = lazy(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|(\d\d?)/(\d\d?)/(\d{4})", re.ASCII)
_YES = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}


def maybe(check: Callable[[str], T]) -> Callable[[str], T | None]:
    """The same check for a cell that may be empty."""
    return lambda cell: check(cell) if cell else None


def short(cell: str) -> str:
    """A text that must not be empty nor longer than 200 letters."""
    if not cell:
        raise ValueError("is empty")
    if len(cell) > 200:
        raise ValueError("is longer than 200 letters")
    return cell


def reference(cell: str) -> str:
    """A reference of at most 40 letters."""
    if len(short(cell)) > 40:
        raise ValueError("is longer than 40 letters")
    return cell


def email(cell: str) -> str:
    """An address, in small letters."""
    return checked_address(short(cell)).casefold()


def phone(cell: str) -> str:
    """A phone number as people write them."""
    if not _PHONE.fullmatch(cell):
        raise ValueError("must begin with 0 or +, then digits and spaces: a table program may have dropped the 0")
    return cell


def yes_or_no(cell: str) -> bool:
    """Yes or no."""
    if cell.casefold() not in _YES:
        raise ValueError('must be "yes", "no" or empty')
    return _YES[cell.casefold()]


def days(cell: str) -> int:
    """A whole number of days from 1 to 366."""
    if not re.fullmatch(r"[0-9]{1,3}", cell) or not 1 <= int(cell) <= 366:
        raise ValueError("must be a whole number of days from 1 to 366")
    return int(cell)


def day(cell: str) -> date:
    """A date: 31/03/2026 or 2026-03-31."""
    found = _DATE.fullmatch(cell)
    try:
        if found and found["year"]:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        if found:
            return date(int(found[6]), int(found[5]), int(found[4]))
    except ValueError:
        raise ValueError("is a day that does not exist: write 31/03/2026 or 2026-03-31, day before month") from None
    raise ValueError("must be a date such as 31/03/2026 or 2026-03-31")


def clearance(cell: str) -> Clearance:
    """`dbs`, or `dbs:2027-03-31`: a check that was seen, with the day until which it is good, where it has one.

    What has no known name is kept as it is written; `mailbot check` points it out.
    """
    name, colon, until = (part.strip() for part in short(cell).partition(":"))
    if name.casefold() not in CLEARANCES:
        return Clearance(cell)
    if colon and not until:
        raise ValueError("has a colon and no day behind it: write dbs:2027-03-31, or dbs alone")
    return Clearance(name.casefold(), day(until) if until else None)


def one_of(settings: Collection[str]) -> Callable[[str], str]:
    """One of these words, in small letters."""

    def check(cell: str) -> str:
        if cell.casefold() in settings:
            return cell.casefold()
        listed = ", ".join(sorted(settings))
        raise ValueError(f"is not one of {listed}{did_you_mean(cell.casefold(), settings)}")

    return check
