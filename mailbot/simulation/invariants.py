"""What must hold at the end of every simulation. Each is a question to the records; it gives what breaks it, by id.

Nothing here says a name: whoever mends it looks the numbers up.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mailbot.simulation import mail_kept, visits_kept
from mailbot.simulation.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Invariant:
    """`says` is for the table; `broken` gives one line for each thing that breaks it: ids, days, codes."""

    name: str
    says: str
    broken: Callable[[Evidence], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Finding:
    """An invariant and what breaks it."""

    invariant: Invariant
    lines: tuple[str, ...]


def check(found: Evidence) -> list[Finding]:
    """All invariants, in order."""
    return [Finding(each, tuple(each.broken(found))) for each in INVARIANTS]


INVARIANTS = (
    Invariant("no-visit-forgotten", "Every planned visit has an end, or its story", visits_kept.forgotten),
    Invariant(
        "unkept-visits-followed-up",
        "Every visit not kept: somebody told, a replacement or a coordinator",
        visits_kept.unreplaced,
    ),
    Invariant("client-told", "Whoever was not visited was told, or somebody has the task", visits_kept.untold),
    Invariant("no-reminder-twice", "Nobody got two reminders for one thing within a day", mail_kept.reminded_twice),
    Invariant("in-hours", "No administration mail outside working hours", mail_kept.out_of_hours),
    Invariant(
        "copies-in-hours", "No copies or tasks for others outside working hours", mail_kept.copies_out_of_hours
    ),
    Invariant("alarms-in-time", "Every lone-working alarm rose within a minute", mail_kept.alarms_late),
    Invariant("bundled", "At most one administration mail a day, three a week", mail_kept.many_mails),
    Invariant("nothing-lost", "Every message has one end, the outbox is empty", mail_kept.lost),
    Invariant("nothing-invented", "The ledger says nothing that did not happen", visits_kept.invented),
    Invariant(
        "contradictions-told", "Two reports that contradict each other: a person knows", visits_kept.contradicted
    ),
    Invariant("no-question-forgotten", "Every question was answered, or somebody was told", visits_kept.unanswered),
)
