"""How single values of the config are written: numbers, times, durations, money, phones, addresses, files.

Each check raises ValueError with the words that follow the setting's name. The value is repeated only where it
cannot be a secret or somebody's address.
"""

import difflib
import ipaddress
import json
import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BeforeValidator, ValidationInfo

from mailbot.addresses import checked_address
from mailbot.expressions import lazy
from mailbot.roll import Role

_DURATION = lazy(r"(\d{1,4}) (minute|hour|day|week)s?")
_CLOCK = lazy(r"([01]\d|2[0-3]):([0-5]\d)")
_PHONE = lazy(r"\+?\d[\d ()-]{2,24}")
_IDENTIFIER = lazy(r"[a-z][a-z0-9_]{0,62}")
_DASHED = lazy(r"[a-z][a-z0-9-]{0,62}")


def wrong(should_be: str, value: object) -> ValueError:
    """Says what a value must be and, if it is short and simple, what it is instead."""
    simple = isinstance(value, str | int | float) and len(str(value)) <= 40
    instead = f", not {json.dumps(value, ensure_ascii=False)}" if simple else ""
    return ValueError(f"must be {should_be}{instead}")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "port"?` if a known word is close, else nothing."""
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""


def parse_duration(text: object) -> timedelta:
    """ "15 minutes", "4 hours", "2 days" or "1 week"; never nothing. Raises ValueError."""
    if isinstance(text, timedelta):
        return text
    found = _DURATION.fullmatch(text) if isinstance(text, str) else None
    if not found or int(found[1]) == 0:
        raise wrong('a duration such as "15 minutes", "4 hours", "2 days" or "1 week"', text)
    return timedelta(**{f"{found[2]}s": int(found[1])})


def parse_role(text: object) -> Role:
    """A role's own name. Raises ValueError with a suggestion."""
    try:
        return Role(str(text))
    except ValueError:
        raise ValueError(f"is not a role{did_you_mean(str(text), Role) or _one_of(Role)}") from None


def is_loopback(host: str) -> bool:
    """Whether the name or address is this machine's own, so that plain text does not leave it."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _one_of(words: Iterable[str]) -> str:
    return ": the roles are " + ", ".join(words)


def _whole(lowest: int, highest: int) -> BeforeValidator:
    def check(value: Any) -> int:
        if type(value) is int and lowest <= value <= highest:
            return value
        raise wrong(f"a whole number from {lowest} to {highest}", value)

    return BeforeValidator(check)


def _matching(pattern: re.Pattern[str], should_be: str) -> BeforeValidator:
    def check(value: Any) -> str:
        if isinstance(value, str) and pattern.fullmatch(value):
            return value
        raise ValueError(f"must be {should_be}")

    return BeforeValidator(check)


def _line(value: Any) -> str:
    if isinstance(value, str) and value.strip() and value.isprintable():
        return value.strip()
    raise ValueError("must be text in quotes, on one line and not empty")


def _yes_or_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise wrong("true or false, without quotes", value)


def _clock_time(value: Any) -> time:
    if isinstance(value, time):
        return value
    if isinstance(value, str) and (found := _CLOCK.fullmatch(value)):
        return time(int(found[1]), int(found[2]))
    raise wrong('a time such as "09:00"', value)


def _day(value: Any) -> date:
    try:
        return value if type(value) is date else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise wrong("a date such as 2026-03-31", value) from None


def _pounds(value: Any) -> Decimal:
    if isinstance(value, str) and re.fullmatch(r"\d{1,6}(\.\d\d)?", value):
        return Decimal(value)
    raise wrong('pounds and pence in quotes, such as "15.00"', value)


def _zone(value: Any) -> str:
    try:
        return ZoneInfo(value).key
    except (AttributeError, OSError, KeyError, TypeError, ValueError):
        suggestion = did_you_mean(value, available_timezones()) if isinstance(value, str) else ""
        raise ValueError(f'must be a time zone such as "Europe/London"{suggestion}') from None


def _file(value: Any, info: ValidationInfo) -> Path:
    """A file that is there; relative names count from the config's folder."""
    path = Path(info.context["folder"], value) if isinstance(value, str) and info.context else None
    if path is None or not path.is_file():
        raise ValueError("names a file that is not there")
    return path


Port = Annotated[int, _whole(1, 65535)]
Seconds = Annotated[int, _whole(1, 3600)]
Minutes = Annotated[int, _whole(1, 1440)]
Connections = Annotated[int, _whole(1, 50)]
Count = Annotated[int, _whole(1, 100_000)]
Days = Annotated[int, _whole(1, 3650)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Line = Annotated[str, BeforeValidator(_line)]
Phone = Annotated[str, _matching(_PHONE, "a phone number in quotes, only digits, spaces and +")]
Address = Annotated[str, BeforeValidator(checked_address)]
EntryName = Annotated[str, _matching(_IDENTIFIER, "a name in small letters, digits and _")]
PackName = Annotated[str, _matching(_DASHED, 'the name of a pack in small letters, such as "prison-visiting"')]
RoleName = Annotated[Role, BeforeValidator(parse_role)]
ClockTime = Annotated[time, BeforeValidator(_clock_time)]
Day = Annotated[date, BeforeValidator(_day)]
Pounds = Annotated[Decimal, BeforeValidator(_pounds)]
DurationText = Annotated[timedelta, BeforeValidator(parse_duration)]
ZoneName = Annotated[str, BeforeValidator(_zone)]
File = Annotated[Path, BeforeValidator(_file)]
