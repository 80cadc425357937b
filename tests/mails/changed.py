"""Mails of our own, changed in ways whose effect on the reading is known (metamorphic tests).

    python -m tests.mails.changed            every mail of every set, changed in every way; some minutes
    python -m tests.mails.changed ninth      of one set

Says how often each relation was tried and where it broke, by file; no text is shown, as one set is held apart.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.labelled import read_casts
from benchmarks.reading import schemes_for, surroundings
from mailbot.events import Fact, Fields, Kind
from mailbot.reading.authenticate import authenticate
from mailbot.reading.message import Reading
from mailbot.reading.parse import parse
from mailbot.reading.understand import understand
from mailbot.reading.words.dates import find_dates
from mailbot.scheme import Scheme
from mailbot.workflows.registry import Registry
from tests.mails.clients import CLIENTS
from tests.mails.make import PREFIXES, Mail, People, digest, half, message, scheme_of, write

SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
WRAPPINGS = tuple(name for name in CLIENTS if name not in ("inline", "bottom") and not name.startswith("fwd"))
ROUTINE = frozenset(("visit_confirmed", "visit_planned", "visit_missed", "visit_cancelled", "expense_claim"))
_MACHINES = frozenset(("auto_reply", "bounce", "spam"))
WORRIES = (
    "He told me that he wants to kill himself.",
    "She said that a man in the house hit her.",
    "He has not eaten for four days.",
    "They have taken his passport and make him work for nothing.",
)
_TYPED_DAY = re.compile(r"\b(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+)(?P<year> 20\d\d)?\b")
_ISO = re.compile(r"\b20\d\d-\d\d-\d\d\b")
_MONTHS = [date(2026, month, 1).strftime("%B") for month in range(1, 13)]
_SAID_BY_THE_CALENDAR = re.compile(
    r"\d\s*[/.-]\s*\d|\d(?:st|nd|rd|th)\b|\b(?:first|second|third|last|next) \w+ (?:of|in)\b|easter|mother|christmas"
    r"|xmas|new year|boxing|whit|bank holiday|good friday|month|half.term|summer|clocks|\b(?:"
    + "|".join(name[:3] for name in _MONTHS)
    + r")[a-z]*\b|\b\d+\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A mail of a set, and the name of its file."""

    file: str
    mail: Mail


class Reader:
    """Reads the mails of one set, each in the scheme that it was sent to."""

    def __init__(self, people: People, schemes: Mapping[str, Scheme], registry: Registry) -> None:
        self.people, self.schemes, self.registry = people, schemes, registry
        self._known: dict[str, Reading] = {}

    def read(self, mail: Mail) -> Reading:
        """What it says, in live mode and without a store."""
        raw = message(self.people, mail)
        key = digest(raw.decode("utf-8", "replace"))
        if key not in self._known:
            self._known[key] = self._read(raw, self.schemes[scheme_of(self.people, mail)["key"]])
        return self._known[key]

    def _read(self, raw: bytes, scheme: Scheme) -> Reading:
        roll = scheme.database.read(scheme.roll)
        arrived = parse(raw)
        sender = authenticate(arrived, scheme.config.mailbox.authserv_id, roll)
        return understand(arrived, sender, surroundings(scheme, roll, arrived), self.registry.recognisers)


@contextmanager
def reader_of(name: str) -> Iterator[tuple[Reader, tuple[Labelled, ...]]]:
    """The set's mails and who reads them, in throw-away schemes."""
    people, mails = half(name)
    registry, prefix = Registry(), PREFIXES.get(name, name[0])
    named = tuple(Labelled(f"{prefix}{number:03}", mail) for number, mail in enumerate(mails, 1))
    with TemporaryDirectory() as folder:
        write(Path(folder), people, mails, prefix)
        with schemes_for(read_casts(Path(folder)), registry) as schemes:
            yield Reader(people, schemes, registry), named


Relation = Callable[[Reader, Labelled, int], str | None]
"""Whether a change of a mail has the effect that it must have: None if it does, "" if it cannot be tried on this
mail, else what broke. The number chooses among the changes."""


def same_in_every_wrapping(reader: Reader, one: Labelled, turn: int) -> str | None:
    """The same words through another client's wrapping are the same facts."""
    mail = one.mail
    is_machine = bool(_MACHINES & set(mail.kinds.split()))  # a tag "sent from my phone" makes it look like a person's
    if mail.shape not in WRAPPINGS or not mail.text or mail.language != "en" or is_machine:
        return ""
    other = WRAPPINGS[turn % len(WRAPPINGS)]
    if other == mail.shape or not _can_be_written(mail.text, CLIENTS[other].charset):
        return ""
    return _same(reader.read(mail), reader.read(replace(mail, shape=other)), other)


def _can_be_written(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def a_worry_anywhere_alerts(reader: Reader, one: Labelled, turn: int) -> str | None:
    """A sentence of harm added to a routine mail alerts, wherever it stands."""
    mail = one.mail
    if not mail.text or mail.shape not in WRAPPINGS or not set(mail.kinds.split()) <= ROUTINE:
        return ""
    lines, worry = mail.text.split("\n"), WORRIES[turn % len(WORRIES)]
    at = turn % (len(lines) + 1)
    if at and lines[at - 1].strip() and turn % 2:
        lines[at - 1] = f"{lines[at - 1].rstrip(' .')}. {worry}"
    else:
        lines.insert(at, worry)
    return None if alerts(reader.read(replace(mail, text="\n".join(lines)))) else f"worry {turn % len(WORRIES)}"


def a_worry_in_our_own_words_never_does(reader: Reader, one: Labelled, turn: int) -> str | None:
    """The same sentence in our question, which comes back as a quote, changes nothing."""
    mail = one.mail
    if mail.quote is None or mail.quote.name or mail.quote.address or mail.shape not in WRAPPINGS or not mail.text:
        return ""
    quote = replace(mail.quote, text=f"{mail.quote.text}\n{WORRIES[turn % len(WORRIES)]}")
    return _same(reader.read(mail), reader.read(replace(mail, quote=quote)), "quoted")


def days_move_with_the_week(reader: Reader, one: Labelled, turn: int) -> str | None:
    """Written some weeks later, in the same words, it means days that are as much later."""
    mail, weeks = one.mail, turn % 5 + 1
    said = f"{mail.subject}\n{mail.text}\n{mail.ps}"
    if mail.shape.startswith(("raw", "fwd")) or mail.files or _SAID_BY_THE_CALENDAR.search(said):
        return ""
    if not find_dates(said, mail.moment.date()) and not mail.quote:
        return ""
    later = timedelta(weeks=weeks)
    quote = mail.quote
    if quote:
        sent = (datetime.fromisoformat(quote.sent) + later).isoformat()
        subject, text = _moved(quote.subject, quote, later), _moved(quote.text, quote, later)
        quote = replace(quote, sent=sent, subject=subject, text=text)
    subject = _moved(mail.subject, mail.quote, later) if mail.quote else mail.subject
    at = (datetime.fromisoformat(mail.at) + later).strftime("%Y-%m-%d %H:%M")
    moved = reader.read(replace(mail, at=at, quote=quote, subject=subject))
    return _same(reader.read(mail), moved, f"{weeks} weeks", later)


def no_typing_loses_a_worry(reader: Reader, one: Labelled, turn: int) -> str | None:
    """Upper case, no punctuation or a slip: what alerted is still seen by a person, and capitals still alert."""
    mail = one.mail
    if "safeguarding_concern" not in mail.kinds or not mail.text or mail.shape not in WRAPPINGS:
        return ""
    if not alerts(reader.read(mail)):
        return ""
    how, change = _TYPING[turn % len(_TYPING)]
    found = reader.read(replace(mail, text=change(mail.text, turn)))
    seen = alerts(found) or (how == "slip" and bool(found.unaccounted))
    return None if seen else how


def _without_signs(text: str, _turn: int) -> str:
    return re.sub(r"[,;:'’\"“”]|\.(?!\d)", "", text)


def _with_a_slip(text: str, turn: int) -> str:
    words = list(re.finditer(r"[A-Za-z]{5,}", text))
    if not words:
        return text
    word = words[int(digest(text, str(turn))[:6], 16) % len(words)]
    at = word.start() + 1 + turn % (len(word.group()) - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


_TYPING: tuple[tuple[str, Callable[[str, int], str]], ...] = (
    ("upper case", lambda text, _: text.upper()),
    ("lower case", lambda text, _: text.lower()),
    ("no signs", _without_signs),
    ("slip", _with_a_slip),
)
RELATIONS: Mapping[str, tuple[Relation, int]] = {
    "the same words in every wrapping": (same_in_every_wrapping, len(WRAPPINGS)),
    "a worry added anywhere alerts": (a_worry_anywhere_alerts, 8),
    "a worry in our own quote never does": (a_worry_in_our_own_words_never_does, 1),
    "days move with the week": (days_move_with_the_week, 5),
    "no way of typing loses a worry": (no_typing_loses_a_worry, 8),
}
"""Each relation with the number of changes that a full run makes of a mail."""


def alerts(found: Reading) -> bool:
    """Whether a person is alerted now."""
    return found.harm_unplaced or any(fact.kind is Kind.SAFEGUARDING_CONCERN for fact in found.facts)


def _same(one: Reading, other: Reading, how: str, later: timedelta = timedelta()) -> str | None:
    mine, theirs = (
        sorted(_bare(fact, shift) for fact in each.facts) for each, shift in ((one, later), (other, timedelta()))
    )
    return None if (mine, one.harm_unplaced) == (theirs, other.harm_unplaced) else how


def _bare(fact: Fact, later: timedelta) -> tuple[str, str, bool]:
    """Without the free words, which keep the client's line breaks and capitals."""
    days = {name: value + later for name, value in _values(fact.fields) if isinstance(value, date | datetime)}
    free: dict[str, Any] = {"reason": None, "harm": None, "action_requested": None, "from_quote": (), "receipts": ()}
    expenses = tuple(
        replace(e, spent_on=e.spent_on + later if e.spent_on else None) for e in fact.fields.expenses or ()
    )
    args = fact.fields.command_args
    free["command_args"] = args and _ISO.sub(lambda day: str(date.fromisoformat(day.group()) + later), args)
    fields = replace(fact.fields, **free, **days, expenses=expenses)
    return fact.kind.value, repr(fields), fact.sure


def _values(fields: Fields) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(fields, name)) for name in fields.__slots__)


def _moved(text: str, quote: Any, later: timedelta) -> str:
    """The days of our own questions, "14 May" or "Thursday 14 May 2026", so much later."""

    def later_day(match: "re.Match[str]") -> str:
        if match["month"] not in _MONTHS:
            return match.group()
        year = int(match["year"] or quote.at.year)
        day = date(year, _MONTHS.index(match["month"]) + 1, int(match["day"])) + later
        return f"{day.day} {day:%B}" + (f" {day.year}" if match["year"] else "")

    return _TYPED_DAY.sub(later_day, text)


def tried(reader: Reader, one: Labelled, turn: int | None = None) -> Iterator[tuple[str, str | None]]:
    """Each relation that was tried on that mail, with what broke: by one change, or by all if `turn` is None."""
    for name, (relation, number) in RELATIONS.items():
        for each in range(number) if turn is None else (turn % number,):
            found = relation(reader, one, each)
            if found != "":
                yield name, found


def main(arguments: Sequence[str]) -> int:
    """The command; returns its exit status: 1 if anything broke."""
    counts: Counter[str] = Counter()
    broken: dict[str, list[str]] = {name: [] for name in RELATIONS}
    for name in arguments or SETS:
        with reader_of(name) as (reader, mails):
            for one in mails:
                for relation, found in tried(reader, one):
                    counts[relation] += 1
                    broken[relation] += [f"{one.file} ({found})"] if found else []
    for name, where in broken.items():
        print(f"{name}: {counts[name]} tried, {len(where)} broke")
        print("".join(f"  {each}\n" for each in where), end="")
    return 1 if any(broken.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
