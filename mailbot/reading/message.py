"""What reading makes of bytes: a Message, its Sender, and the Reading that the rules' events come from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from mailbot.events import Fact, Fields, Kind, Span, Trust
from mailbot.roll import Person, Role, Roll

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is not the message's text. `index` finds it again in `email.message.Message.walk()` order.

    `size` is of the encoded part, in bytes; content is decoded only where somebody asks for it.
    """

    index: int
    filename: str | None
    content_type: str
    size: int
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A mail as its writer sent it, decoded. Header values hold no line breaks; missing ones are None or empty.

    `headers` maps lower-case names to all values from top to bottom, decoded. `date` is the Date header in UTC.
    `text` is the whole readable text (plain, or made from HTML), quotes included. `notices` holds the text of parts
    meant for machines, by content type: delivery reports, receipts, calendar entries, a bounced mail's headers.
    """

    message_id: str | None
    in_reply_to: str | None
    references: tuple[str, ...]
    subject: str
    from_address: str
    from_name: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    date: datetime | None
    text: str
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    forwarded: tuple["Message", ...] = ()
    encrypted: bool = False
    unreadable: bool = False
    notices: Mapping[str, str] = field(default_factory=dict)

    def header(self, name: str) -> str | None:
        """The topmost value of that header, or None."""
        values = self.headers.get(name.lower(), ())
        return values[0] if values else None


@dataclass(frozen=True, slots=True)
class Text:
    """A message's text, split. `newest` is what the writer typed now; `quoted` everything that was cut."""

    newest: str
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote, as far as it is known. `person` is None for somebody who is not on the roll."""

    address: str
    person: Person | None
    roles: frozenset[Role]
    trust: Trust


class MachineKind(StrEnum):
    """Mail that no person wrote; none of it is ever answered (promise 4)."""

    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    LIST = "list"
    RECEIPT = "receipt"
    CALENDAR = "calendar"
    SPAM = "spam"


@dataclass(frozen=True, slots=True)
class Machine:
    """Which kind of machine wrote, how we know (a short code such as `auto-submitted`), and what it says."""

    kind: MachineKind
    because: str
    fields: Fields = field(default_factory=Fields)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reading may know besides the message: the roll, the moment, the place, whose address is ours.

    `written_at` is the local time that relative dates count from; `written_sure` is False where the Date header
    was not believed (promise 11). `answers_question` says what our mail asked that this one replies to, if its
    token is ours: for example `call_time` or `outcome`. `classify` says how likely a message says each kind; without
    it the rules stand alone.
    """

    roll: Roll
    zone: ZoneInfo
    written_at: datetime
    own_address: str
    written_sure: bool = True
    answers_question: str | None = None
    harm: tuple["HarmEntry", ...] = ()
    chat: tuple["ChatEntry", ...] = ()
    asides: tuple["Aside", ...] = ()
    classify: "Classify | None" = None

    @property
    def today(self) -> date:
        return self.written_at.date()


@dataclass(frozen=True, slots=True, eq=False)
class HarmEntry:
    """One entry of the vocabulary of harm in `rules/harm.toml`; told apart as those of ChatEntry."""

    category: str
    phrases: tuple[str, ...]
    urgency: str
    source: str
    language: str = "en"
    also_harmless: bool = False


class ChatPart(StrEnum):
    """What an entry of `rules/chat.toml` lists: harmless words or phrases, other people, words that turn them."""

    WORD = "word"
    PHRASE = "phrase"
    PERSON = "person"
    TURN = "turn"


class ChatWhere(StrEnum):
    """In which halves of a sentence an entry of `rules/chat.toml` counts."""

    ALWAYS = "always"
    MINE = "mine"
    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True, eq=False)
class ChatEntry:
    """One entry of the vocabulary of harmless words in `rules/chat.toml`; words with all their endings.

    Entries are told apart by which they are, so that a compiled vocabulary is found without reading it again.
    """

    part: ChatPart
    where: ChatWhere
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Aside:
    """One entry of `rules/asides.toml`: what needs nobody beside facts of these kinds; told apart as ChatEntry."""

    beside: frozenset[Kind]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class BoundaryEntry:
    """One entry of `rules/boundaries.toml`: what a scheme wants talked over first; told apart as ChatEntry.

    `who`: whose act it is, `writer`, `person` (who is visited) or `either`; `innocent` for what is none of it, of no
    category where that is `innocent` too.
    """

    category: str
    who: str
    phrases: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The message as a recogniser sees it: its text, who wrote it, and what surrounds it.

    `memo` keeps what several recognisers ask of the same text; it lives and goes with the draft.
    """

    message: Message
    text: Text
    sender: Sender
    around: Surroundings
    memo: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def once(self, name: str, make: Callable[["Draft"], _T]) -> _T:
        """What `make` finds in this draft, worked out once."""
        if name not in self.memo:
            self.memo[name] = make(self)
        return cast(_T, self.memo[name])


Recogniser = Callable[[Draft], Iterable[Fact]]
Classify = Callable[[Draft, Sequence[Fact]], Mapping[Kind, float]]
"""How likely a message says each kind, from 0 to 1, if the rules found that in it; empty where nothing can tell."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood. `unaccounted` are the sentences of the newest text that nothing stands for.

    `harm_unplaced` is True where the text or a foreign quote shows harm that no fact carries, or words of a language
    that is not understood; `may_be_machine` where it is not answered before a person has read it.
    """

    message: Message
    text: Text
    sender: Sender
    facts: tuple[Fact, ...] = ()
    unaccounted: tuple[Span, ...] = ()
    machine: Machine | None = None
    harm_unplaced: bool = False
    may_be_machine: bool = False
