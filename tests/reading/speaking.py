"""What the tests of reading say: a small invented scheme, and a message as a recogniser sees it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from mailbot.events import Fact, Kind, Trust
from mailbot.reading.message import (
    Aside,
    Attachment,
    ChatEntry,
    Draft,
    HarmEntry,
    Message,
    Sender,
    Surroundings,
    Text,
)
from mailbot.reading.words.asides import load_asides
from mailbot.reading.words.chat_file import load_chat
from mailbot.reading.words.harm import load_harm
from mailbot.roll import Client, Match, Person, Role, Roll

LONDON = ZoneInfo("Europe/London")
OURS = "visits@friends.example.org"
THURSDAY = datetime(2026, 4, 23, 18, 15, tzinfo=LONDON)

ANA = Person(1, "Ana Petrova", "ana@example.com", roles=frozenset({Role.VISITOR}))
BEN = Person(2, "Ben Okafor", "ben@example.com", roles=frozenset({Role.VISITOR}))
CAROL = Person(3, "Carol Whitby", "carol@example.org", roles=frozenset({Role.COORDINATOR}))
OMAR = Client(1, "H-04", "Omar", "hotel")
SALMA = Client(2, "H-06", "Salma", "hotel")
OTHER_OMAR = Client(3, "H-09", "Omar", "hotel")
TOMAS = Client(4, "P-12", "Tomas", "prison")
ROLL = Roll(
    (ANA, BEN, CAROL),
    (OMAR, SALMA, OTHER_OMAR, TOMAS),
    (Match(1, 1, 1), Match(2, 2, 2), Match(3, 3, 3), Match(4, 4, 2)),
)

ASKED_OUTCOME = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> Wednesday 22 April 2026 was your day with Omar (H-04). Did the visit take place?
> Worried about somebody, self-harm or abuse included? Say so. Danger to life: 999."""
ASKED_PLAN = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> Omar (H-04) is expecting you on Saturday 25 April 2026. Danger to life: 999."""
ASKED_CALL = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> About your report on Omar (H-04): at what exact time did you ring?"""


@cache
def harm() -> tuple[HarmEntry, ...]:
    """The vocabulary that the project ships."""
    return load_harm(Path(__file__).parents[2] / "rules" / "harm.toml")


@cache
def chat() -> tuple[ChatEntry, ...]:
    """The harmless words that the project ships."""
    return load_chat(Path(__file__).parents[2] / "rules" / "chat.toml")


@cache
def asides() -> tuple[Aside, ...]:
    """What the project ships of what people say beside facts."""
    return load_asides(Path(__file__).parents[2] / "rules" / "asides.toml")


def around(at: datetime = THURSDAY, *, sure: bool = True, question: str | None = None) -> Surroundings:
    return Surroundings(ROLL, LONDON, at, OURS, sure, question, harm(), chat(), asides())


def message(
    text: str, subject: str = "hello", who: Person = ANA, attachments: tuple[Attachment, ...] = ()
) -> Message:
    return Message(
        "<m1@example.com>", None, (), subject, who.email, who.name, (OURS,), (), None, text, attachments=attachments
    )


def sender(who: Person = ANA) -> Sender:
    return Sender(who.email, who, who.roles, Trust.VERIFIED)


def draft(text: str, quoted: str = "", subject: str = "hello", who: Person = ANA) -> Draft:
    """A message of Ana's on Thursday 23 April 2026, 18:15, unless told otherwise."""
    return Draft(message(text, subject, who), Text(text, quoted), sender(who), around())


def one(recognise: Callable[[Draft], Iterable[Fact]], kind: Kind, given: Draft) -> Fact:
    """The only fact of that kind."""
    found = [fact for fact in recognise(given) if fact.kind is kind]
    assert len(found) == 1, [fact.kind for fact in found]
    return found[0]


def kinds(recognise: Callable[[Draft], Iterable[Fact]], given: Draft) -> set[Kind]:
    return {fact.kind for fact in recognise(given)}
