"""A small vocabulary of events and actions, and ways to write a rulebook and ask it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, Literal

from mailbot.errors import Mistakes
from mailbot.events import Event, Level, Trust, Urgency, about_sender
from mailbot.rulebook.load import Rulebook, load_rulebook
from mailbot.rulebook.rule import ActionSpec, Duration, Recipient, TemplateName, TimerName, Vocabulary


class Topic(StrEnum):
    TRAVEL = "travel"
    FOOD = "food"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitConfirmed(Event):
    name: ClassVar[str] = "visit.confirmed"

    visit_id: int = 0
    _note: str = ""
    client_ref: str | None = None
    backup_ref: str | None = None
    visit_date: date | None = None
    visit_time: time | None = None
    planned_on: date = date(2026, 5, 12)
    is_first: bool = False
    trust: Trust = about_sender(Trust.UNVERIFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernOpened(Event):
    name: ClassVar[str] = "concern.opened"
    alerting: ClassVar[bool] = True

    urgency: Urgency = Urgency.UNCLEAR
    asked_outside: bool | None = None
    call_logged_at: datetime | None = None
    trust: Trust = about_sender(Trust.UNVERIFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReceived(Event):
    name: ClassVar[str] = "claim.received"

    pence: int = 0
    miles: float | None = None
    rate: Decimal = Decimal("0.45")
    limit: int | None = None
    receipts: int = 0
    topics: tuple[Topic, ...] = ()
    clearances: frozenset[str] = frozenset()
    trust: Trust = about_sender(Trust.UNVERIFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    template: TemplateName
    to: Recipient
    cc: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTimer:
    timer: TimerName
    after: Duration
    clock: Literal["safety", "office"] = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attend:
    why: str
    level: Level = Level.TODAY
    to: Recipient | None = None
    tries: int = 1
    loud: bool = False

    def __post_init__(self) -> None:
        if self.loud and self.level is Level.TODAY:
            raise ValueError('"loud" needs level = "now"')


VOCABULARY = Vocabulary(
    events={event.name: event for event in (VisitConfirmed, ConcernOpened, ClaimReceived)},
    actions={
        name: ActionSpec(name, params)
        for name, params in (("send", Send), ("start_timer", StartTimer), ("attend", Attend))
    },
    templates=frozenset({"visits/thanks", "safeguarding/escalation", "safeguarding/officer_alert"}),
    timers=frozenset({"escalation-unanswered", "nobody-confirmed"}),
    roles=frozenset({"coordinator", "safeguarding_lead"}),
    directory=frozenset({"helpline_escalations", "charity_safeguarding"}),
    packs=frozenset({"prison-visiting", "refugee-hotels"}),
)


def rule(name: str, on: str, when: str | None, then: str = '{ do = "attend", why = "look" }') -> str:
    """A rule as TOML; `when` None writes an otherwise."""
    condition = "otherwise = true" if when is None else f'when = """{when}"""'
    return f'[[rule]]\nid = "{name}"\nsays = "Says {name}."\non = "{on}"\n{condition}\nthen = [{then}]\n'


def otherwises(*left_out: str) -> str:
    """One `otherwise` for each event that is not left out."""
    return "".join(rule(f"{name}-rest", name, None) for name in VOCABULARY.events if name not in left_out)


def load(folder: Path, text: str, packs: dict[str, str] | None = None) -> Rulebook:
    """Write these rules to `folder`/rules, with an `otherwise` for each event last, and load them."""
    rules = folder / "rules"
    (rules / "schemes").mkdir(parents=True, exist_ok=True)
    (rules / "main.toml").write_text(text + otherwises())
    for name, content in (packs or {}).items():
        (rules / "schemes" / f"{name}.toml").write_text(content)
    return load_rulebook(rules, list(packs or {}), VOCABULARY)


def mistakes_in(folder: Path, text: str) -> list[str]:
    """What the loader says is wrong with these rules; nothing if they load."""
    try:
        load(folder, text)
    except Mistakes as mistakes:
        return mistakes.lines
    return []


def loads(folder: Path, on: str, when: str) -> bool:
    return not mistakes_in(folder, rule("asked", on, when))
