"""The words that everything else speaks: enums, facts with their fields, and the base of all events.

A *fact* is what a message says, with the words it stands on. An *event* is what the rules decide about: a
small frozen dataclass of plain values. Leaves define their own events; this file holds what they share.
"""

from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar


class Kind(StrEnum):
    """What a message can say; the vocabulary of `explain --json`, several at once where it says several."""

    VISIT_CONFIRMED = "visit_confirmed"
    VISIT_MISSED = "visit_missed"
    VISIT_CANCELLED = "visit_cancelled"
    VISIT_PLANNED = "visit_planned"
    EXPENSE_CLAIM = "expense_claim"
    SAFEGUARDING_CONCERN = "safeguarding_concern"
    INCIDENT_REPORT = "incident_report"
    LONE_CHECK_IN = "lone_check_in"
    LONE_CHECK_OUT = "lone_check_out"
    UNAVAILABLE = "unavailable"
    STOP_VISITING = "stop_visiting"
    LEAVE_SCHEME = "leave_scheme"
    CONTACT_CHANGE = "contact_change"
    ACKNOWLEDGEMENT = "acknowledgement"
    COORDINATOR_COMMAND = "coordinator_command"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    QUESTION_OTHER = "question_other"
    SPAM = "spam"


class Trust(StrEnum):
    """How far we know who wrote: dmarc=pass at our own server, dmarc=fail, or neither."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    FAILED = "failed"


class Outcome(StrEnum):
    """What a message says of a visit."""

    TOOK_PLACE = "took_place"
    DID_NOT_TAKE_PLACE = "did_not_take_place"
    CANCELLED = "cancelled"


class Urgency(StrEnum):
    """How soon a concern needs action (duties C3, C4, C6). UNCLEAR is answered like IMMINENT."""

    IMMINENT = "imminent"
    URGENT = "urgent"
    NON_URGENT = "non_urgent"
    UNCLEAR = "unclear"


# What `Fields.concern_about` says of a complaint or a concern about a coordinator (duty L29).
COORDINATOR = "coordinator"
# And of a wish to stay in touch after release (duty B15).
AFTER_RELEASE = "contact after release"


class Level(StrEnum):
    """How soon a person must look: mailed at once, or in the next digest."""

    NOW = "now"
    TODAY = "today"


class Disposition(StrEnum):
    """The three ends of a message (promise 1)."""

    DONE = "done"
    IGNORED = "ignored"
    NEEDS_PERSON = "needs_person"


class Lane(StrEnum):
    """Which queue something waits in; concerns go first everywhere. Ordered by `LANES`."""

    CONCERN = "concern"
    ORDINARY = "ordinary"


LANES = (Lane.CONCERN, Lane.ORDINARY)


class Hold(StrEnum):
    """Why an outgoing mail waits for a person instead of leaving."""

    TEST_MODE = "mode is test: nothing leaves"
    NOT_ON_TEAM = "mode is team: not everybody addressed is on the team list"
    NEEDS_RELEASE = "an officer has to release it"
    DIRECTORY = "the directory entry is not verified or is stale"
    CAP = "too many mails to one address or in all: a person has to look"
    KEPT = "it is about somebody whom it was addressed to"
    SUPERSEDED = "it was written anew since: release the newer one"
    WAITS = "it goes with the next mail that this volunteer gets, in working hours"


@dataclass(frozen=True, slots=True)
class Expense:
    """One amount spent: whole pence, what for, and the day it was spent if it is known."""

    pence: int
    category: str = "other"
    spent_on: date | None = None

    def to_json(self) -> dict[str, str]:
        shown = {"amount": pounds(self.pence), "category": self.category}
        return shown | ({"date": self.spent_on.isoformat()} if self.spent_on else {})


@dataclass(frozen=True, slots=True)
class CallMade:
    """One of several calls to a helpline: when, local, and how long it took until somebody answered, in minutes."""

    at: datetime | None
    wait_minutes: int | None = None

    def to_json(self) -> dict[str, Any]:
        shown: dict[str, Any] = {"at": _json(self.at)} if self.at else {}
        return shown | ({"wait_minutes": self.wait_minutes} if self.wait_minutes is not None else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The values a fact can carry; a value that the message does not give is None, never a guess (promise 5).

    Dates and times are local to the scheme. `client_ref` is a reference of the roll; `client_ref_or_name` is
    what the message calls the client. Money is whole pence. Names follow the scoreboard's labels.
    """

    visit_date: date | None = None
    visit_time: time | None = None
    next_visit_date: date | None = None
    next_visit_time: time | None = None
    moved_from: date | None = None
    outcome: Outcome | None = None
    reason: str | None = None
    client_ref: str | None = None
    client_ref_or_name: str | None = None
    client_source: str | None = None
    from_quote: tuple[str, ...] = ()
    expenses: tuple[Expense, ...] = ()
    mileage: float | None = None
    receipts: int | None = None
    urgency: Urgency | None = None
    harm: str | None = None
    action_requested: str | None = None
    concern_about: str | None = None
    helpline: str | None = None
    call_logged_at: datetime | None = None
    call_time_exact: bool | None = None
    call_wait_minutes: int | None = None
    calls: tuple[CallMade, ...] = ()
    asked_outside: bool | None = None
    expected_back_at: datetime | None = None
    period_from: date | None = None
    period_to: date | None = None
    on_behalf_of: str | None = None
    new_phone: str | None = None
    new_email: str | None = None
    bounced_address: str | None = None
    bounced_message_id: str | None = None
    dsn_status: str | None = None
    permanent: bool | None = None
    command: str | None = None
    command_args: str | None = None
    place: str | None = None
    invites: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Only what is known, in the formats of `explain --json`."""
        shown: dict[str, Any] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if value is not None and value != () and value is not Urgency.UNCLEAR:
                shown[each.name] = _json(value)
        if "command" in shown:
            shown["command"] = {"name": shown["command"], "args": shown.pop("command_args", "")}
        return shown


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a message's newest text: `start` inclusive, `end` exclusive, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a message says. `sure` is False where a person or the writer has to be asked first.

    `unsure_of` names the field that is in doubt, for the question that is asked.
    """

    kind: Kind
    fields: Fields
    span: Span
    evidence: str
    sure: bool = True
    unsure_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base of what rules decide about. A subclass sets `name`, and `alerting` where it must reach a person;
    `read_by_person` where a coordinator is sent the whole message because of it.

    Rules see every field but those whose name ends in `_id` or starts with an underscore. A field made with
    `about_sender()` may not decide an alerting event.
    """

    name: ClassVar[str] = ""
    alerting: ClassVar[bool] = False
    read_by_person: ClassVar[bool] = False
    record_kind: ClassVar[str | None] = None

    pack: str | None = None

    @property
    def record(self) -> tuple[str, int] | None:
        """The row this is about, such as ("visit", 12): that of the field `<record_kind>_id`."""
        row = getattr(self, f"{self.record_kind}_id") if self.record_kind else None
        return (self.record_kind, row) if self.record_kind and row is not None else None


def about_sender(default: Any) -> Any:
    """A field that says who wrote. Rules of alerting events may not use it (design, section 4)."""
    return field(default=default, metadata={"about_sender": True})


def pounds(pence: int) -> str:
    """Whole pence as decimal pounds: 340 is "3.40"."""
    return str((Decimal(pence) / 100).quantize(Decimal("0.01")))


def _json(value: Any) -> Any:
    match value:
        case Expense() | CallMade():
            return value.to_json()
        case StrEnum():
            return value.value
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.replace(tzinfo=None).isoformat(timespec="minutes")
        case time():
            return value.strftime("%H:%M")
        case date():
            return value.isoformat()
        case tuple():
            return " ".join(value) if all(isinstance(x, str) for x in value) else [_json(x) for x in value]
    return value
