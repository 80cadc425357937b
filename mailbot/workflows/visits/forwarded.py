"""A report that somebody passed on: the forwarded text is read as its own writer's words, on their own day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from mailbot.events import Fact, Span, Trust
from mailbot.expressions import lazy
from mailbot.reading.message import Draft, Message, Sender, Text
from mailbot.reading.words.dates import find_dates
from mailbot.reading.words.quotes import Quote, quotes
from mailbot.workflows.visits.told import tell

_FORWARD = lazy(r"^\s*(?:fwd?|wg|tr|rv|i|enc|vb|pd)\s*:", re.IGNORECASE)
_FROM = lazy(r"^\W{0,3}(?:from|von|de|da|od|van|från)[ *]*:[ *]*(?P<who>.+)$", re.IGNORECASE | re.MULTILINE)
_ADDRESS = lazy(r"[\w.+-]+@[\w.-]+\w")


def from_forwarded(draft: Draft) -> list[Fact]:
    """What the forwarded text says of visits: never sure, and on behalf of who wrote it."""
    for heading, text, at in _passed_on(draft):
        facts = tell(_as_written(draft, heading, text, at))
        if facts:
            name = _writer(draft, heading).person
            shown = name.name if name else None
            return [_passed(each, shown) for each in facts]
    return []


def _passed_on(draft: Draft) -> Iterator[tuple[str, str, datetime | None]]:
    """Heading, text and moment of what was forwarded: inline, or attached as a message."""
    if _FORWARD.match(draft.message.subject):
        for quote in quotes(draft):
            if not quote.ours and quote.heading:
                yield quote.heading, quote.text, _moment(draft, quote)
    for message in draft.message.forwarded:
        yield _heading(message), message.text, message.date and message.date.astimezone(draft.around.zone)


def _heading(message: Message) -> str:
    return f"From: {message.from_name} <{message.from_address}>"


def _moment(draft: Draft, quote: Quote) -> datetime | None:
    days = [f.day for f in find_dates(quote.heading, draft.around.today) if f.day and f.sure]
    return draft.around.written_at.replace(year=days[0].year, month=days[0].month, day=days[0].day) if days else None


def _as_written(draft: Draft, heading: str, text: str, at: datetime | None) -> Draft:
    """The forwarded text as the newest text of its own writer; days count from when it was written."""
    around = replace(draft.around, written_at=at or draft.around.written_at, written_sure=at is not None)
    return Draft(replace(draft.message, subject=""), Text(text), _writer(draft, heading), around)


def _writer(draft: Draft, heading: str) -> Sender:
    """Who the heading says wrote it: by address, else by a name of the roll."""
    roll = draft.around.roll
    found = _FROM.search(heading)
    who = found["who"] if found else heading
    address = _ADDRESS.search(who)
    person = roll.by_email(address.group()) if address else None
    named = [p for p in roll.people if p.name.casefold() in who.casefold()]
    person = person or (named[0] if len(named) == 1 else None)
    return Sender(person.email if person else "", person, person.roles if person else frozenset(), Trust.FAILED)


def _passed(each: Fact, name: str | None) -> Fact:
    fields = replace(each.fields, on_behalf_of=name, client_source="quote", from_quote=())
    return replace(each, fields=fields, span=Span(0, 0), sure=False, unsure_of=each.unsure_of or "outcome")
