"""Records, facts and timers in the words of somebody who coordinates visits, for the screen and the page."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from mailbot.events import Expense, Fields, Trust, pounds
from mailbot.letters.values import day
from mailbot.workflows.contract import Change

HIDDEN = frozenset({"client_source", "from_quote", "client_ref_or_name", "command_args", "bounced_message_id"})
TRUST = {
    Trust.VERIFIED: "the mail server vouches for the sender",
    Trust.UNVERIFIED: "nobody vouches for the sender",
    Trust.FAILED: "the check of the sender failed",
}
TIMERS = {
    "digest": "the next morning's digest",
    "visit-unconfirmed": "ask how the visit went, unless somebody says so before",
    "visit-unanswered": "tell a coordinator, unless somebody says so before",
    "visit-before": "remind the visitor of the visit",
    "next-visit": "ask for the next date, unless one is agreed before",
    "rhythm": "the next morning's look at all visits",
    "welcome": "tell a volunteer what mailbot does with their mail",
    "bundle": "send a volunteer what waits for them, in one mail",
    "replacement-unanswered": "tell a coordinator, unless a new date is agreed before",
    "question-unanswered": "tell a coordinator, unless our question is answered before",
    "draft-waits": "ask lead and reporter again, unless the word comes before",
    "form-leaves": "the form leaves without the time of the call, unless it comes before",
    "ground-unanswered": "ask again for the ground, unless it comes before",
    "escalation-unanswered": "tell the safeguarding lead, unless the outside team answers before",
}


def moment(at: datetime, zone: ZoneInfo) -> str:
    """Local time, as in "Tue 12 May, 16.40"."""
    local = at.astimezone(zone)
    return f"{local:%a} {local.day} {local:%b}, {local:%H.%M}"


def known(found: Fields) -> Iterator[tuple[str, str]]:
    """What a fact says: the name of each field and its value."""
    for each in fields(found):
        value = getattr(found, each.name)
        if value not in (None, (), "") and each.name not in HIDDEN:
            yield plain(each.name), _value(value)


def plain(code: str) -> str:
    """A code of the program as words: "visit_missed" is "visit missed"."""
    return code.replace("_", " ").replace("-", " ")


def change(changed: Change) -> str:
    """ "visit 3: missed (Tuesday 12 May 2026)"."""
    kind, number = changed.record
    details = ", ".join(_details(changed.details))
    return f"{kind} {number}: {plain(changed.what.partition('.')[2])}{f' ({details})' if details else ''}"


def timer(name: str) -> str:
    """What it is for."""
    return TIMERS.get(name, plain(name))


def _details(details: Mapping[str, Any]) -> Iterator[str]:
    for name, value in details.items():
        match name:
            case "pence":
                yield f"£{pounds(value)}"
            case "day":
                yield day(date.fromisoformat(value))
            case "by":
                yield f"by visit {value}"
            case _:
                yield _value(value)


def _value(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{day(value.date())} at {value:%H.%M}"
        case date():
            return day(value)
        case time():
            return f"{value:%H.%M}"
        case timedelta():
            return f"{value.total_seconds() / 60:.0f} minutes"
        case Expense():
            return f"£{pounds(value.pence)} for {plain(value.category)}"
        case tuple():
            return ", ".join(map(_value, value))
        case StrEnum():
            return plain(value.value)
    return str(value)
