"""Answers in one line to what our mails ask: the events, and who may give them (promise 9)."""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from mailbot.events import Event, Trust, about_sender
from mailbot.roll import Person
from mailbot.store import outbox
from mailbot.workflows.attention.forms import Form
from mailbot.workflows.attention.grammar import GRAMMAR, form_of
from mailbot.workflows.contract import Answer, Heard, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven(Event):
    """One of the forms that our question takes (grammar.py). `asked` is what the template asks, `about` its record.

    `authorised`: the addressee of that mail answers, surely enough for what it changes, in time, and this answer for
    the first time. `repeated`: they said just this to just this mail before, and nothing else since. `_people`: whom
    it names, if each is one person of the roll. Day and time are local.
    """

    name: ClassVar[str] = "answer.given"

    asked: str
    answer: str
    authorised: bool
    repeated: bool = False
    day_in_past: bool = False
    about: str | None = None
    about_id: int | None = None
    _day: date | None = None
    _at: time | None = None
    _people: tuple[Person, ...] = ()
    _client_ref: str | None = None
    _args: str | None = None

    @property
    def record(self) -> tuple[str, int] | None:
        return (self.about, self.about_id) if self.about and self.about_id is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerUnclear(Event):
    """Our question takes certain answers, and this is none of them, nor anything else that is understood."""

    name: ClassVar[str] = "answer.unclear"

    asked: str
    about: str | None = None
    trust: Trust = about_sender(Trust.UNVERIFIED)


def given(turn: Turn, heard: Heard) -> AnswerGiven | None:
    """The answer that this fact is; None if it is something else."""
    fields, answer = heard.fact.fields, turn.answer
    form = form_of(answer.sent.asks, fields.command) if answer else None
    if answer is None or form is None:
        return None
    about, about_id = answer.sent.subject or (None, None)
    today = turn.today
    plain = fields.next_visit_date is None and not fields.command_args and fields.client_ref is None
    last = outbox.answered_last(turn.conn, answer.sent.id)
    return AnswerGiven(
        asked=answer.sent.asks or "",
        answer=form.name,
        authorised=_authorised(turn, answer, form),
        repeated=plain and last is not None and last[0] == form.name and _may(turn, answer, form),
        day_in_past=fields.next_visit_date is not None and fields.next_visit_date < today,
        about=about,
        about_id=about_id,
        _day=fields.next_visit_date,
        _at=fields.next_visit_time,
        _people=_people(turn, fields.command_args),
        _client_ref=fields.client_ref,
        _args=fields.command_args,
    )


def is_unclear(turn: Turn) -> bool:
    """Whether the addressee of such a question wrote something that stands for nothing at all."""
    reading, answer = turn.reading, turn.answer
    if reading is None or answer is None or answer.sent.asks not in GRAMMAR or not answer.by_addressee:
        return False
    return not reading.facts and not reading.harm_unplaced and not reading.message.encrypted


def _authorised(turn: Turn, answer: Answer, form: Form) -> bool:
    return _may(turn, answer, form) and outbox.use_token(
        turn.conn, answer.sent.id, form.name, turn.inbox_id, turn.now
    )


def _may(turn: Turn, answer: Answer, form: Form) -> bool:
    """Whether the addressee of that mail answers, surely enough, and in time."""
    person = turn.sender.person
    if person is None or not answer.by_addressee or turn.now > answer.sent.expires_at:
        return False
    if form.officer and not (person.may_instruct and turn.sender.trust is Trust.VERIFIED):
        return False
    if form.sure and turn.sender.trust is not Trust.VERIFIED:
        return False
    return turn.records_trust is Trust.VERIFIED


def _people(turn: Turn, names: str | None) -> tuple[Person, ...]:
    """Whom the names mean, by first or by full name; nobody at all if one of them is not surely somebody."""
    found = []
    for name in re.split(r"\s*(?:,|;|&|\band\b|\bor\b|\bthen\b)\s*", (names or "").casefold()):
        called = [p for p in turn.roll.people if name and name in (p.name.casefold(), p.first_name.casefold())]
        if name and len(called) != 1:
            return ()
        found += called
    return tuple(dict.fromkeys(found))
