"""What a scenario says, once it has been read: its head, and blocks of one step and what is expected of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path


class Sent(StrEnum):
    """How a mail that somebody writes differs from an ordinary one."""

    NOT_VERIFIED = "not verified"  # our mail server could not tell whether the address is the sender's
    FORGED = "forged"  # our mail server says that it is not
    AUTOMATIC = "automatic"  # an out-of-office note
    READ_RECEIPT = "read receipt"
    CALENDAR = "calendar"  # a calendar accepts for its owner
    ENCRYPTED = "encrypted"


@dataclass(frozen=True, slots=True)
class At:
    """The clock moves to this local moment."""

    line: int
    moment: datetime


@dataclass(frozen=True, slots=True)
class Wait:
    """Time passes."""

    line: int
    delta: timedelta


@dataclass(frozen=True, slots=True)
class Writes:
    """Somebody writes to the scheme. `answers`: whose mail (a name), and words of its subject."""

    line: int
    who: str
    subject: str
    text: str
    how: frozenset[Sent] = frozenset()
    answers: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ComesBack:
    """The mail to `who` with these words in its subject could not be delivered."""

    line: int
    who: str
    subject: str


@dataclass(frozen=True, slots=True)
class Machine:
    """Something happens to mailbot or to the servers: a word of `MACHINES`; `delta` if it lasts."""

    line: int
    what: str
    delta: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Command:
    """Somebody at the machine runs a command of mailbot."""

    line: int
    words: str


Step = At | Wait | Writes | ComesBack | Machine | Command


@dataclass(frozen=True, slots=True)
class Condition:
    """What one mail must be like: a word of `CONDITIONS`, and the text or the names that go with it."""

    line: int
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Gets:
    """So many mails that meet all conditions reach `who`, no more and no fewer."""

    line: int
    who: str
    count: int
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class GetsNothing:
    """No mail reaches `who`; with `says`, none that says this."""

    line: int
    who: str
    says: str | None = None


@dataclass(frozen=True, slots=True)
class NobodyElse:
    """Every mail has been spoken of above."""

    line: int


@dataclass(frozen=True, slots=True)
class NothingOutside:
    """No mail reaches anybody who is not on the roll."""

    line: int


@dataclass(frozen=True, slots=True)
class Visit:
    """The visit to that client on that day; `state` is a word of `VISIT_STATES`, None: there is none."""

    line: int
    client: str
    day: date
    state: str | None


@dataclass(frozen=True, slots=True)
class Cases:
    """How many cases there are."""

    line: int
    count: int


@dataclass(frozen=True, slots=True)
class CaseIs:
    """The state of a case; `which` counts from 0."""

    line: int
    which: int
    state: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Who has acknowledged a case; None: nobody."""

    line: int
    which: int
    who: str | None


@dataclass(frozen=True, slots=True)
class Chronology:
    """Whether the chronology of a case holds an entry of that kind, or (`kind` None) has grown."""

    line: int
    which: int
    kind: str
    there: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody is asked to look, for a reason with these words; None: nobody is."""

    line: int
    words: str | None


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal holds this code, or does not."""

    line: int
    code: str
    there: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """What the command printed holds these words, or does not."""

    line: int
    words: str
    there: bool


Expectation = (
    Gets
    | GetsNothing
    | NobodyElse
    | NothingOutside
    | Visit
    | Cases
    | CaseIs
    | Acknowledged
    | Chronology
    | Asked
    | Journal
    | Printed
)


@dataclass(frozen=True, slots=True)
class Block:
    """One step, and what is expected between it and the next."""

    step: Step
    expected: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One file. `throughout` is expected of all the mail together."""

    path: Path
    title: str
    about: str
    duties: tuple[str, ...]
    scheme: str
    buts: tuple[str, ...]
    blocks: tuple[Block, ...]
    throughout: tuple[Expectation, ...]
