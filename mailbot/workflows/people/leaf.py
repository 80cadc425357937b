"""People: what volunteers say of themselves, who wrote a doubtful mail, and changes of address or phone (B6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select, update

from mailbot.events import AFTER_RELEASE, COORDINATOR, Event, Fields, Kind, Trust, about_sender
from mailbot.roll import Role
from mailbot.scheme import ROLL_CHANGED
from mailbot.store import attention, health, inbox
from mailbot.store.people import change_contact
from mailbot.store.rows import add
from mailbot.store.tables import fact_texts
from mailbot.workflows.about_self import is_only_a_question
from mailbot.workflows.contract import Heard, Leaf, LeafAction, NoParams, Turn
from mailbot.workflows.matching import match_of, pack_name
from mailbot.workflows.people.answers import NO, QUESTIONS, YES, recognise_answer
from mailbot.workflows.people.recognise import recognise
from mailbot.workflows.people.tables import ChangeState, contact_changes

KINDS = (
    Kind.STOP_VISITING,
    Kind.LEAVE_SCHEME,
    Kind.CONTACT_CHANGE,
    Kind.QUESTION_OTHER,
)
_NOBODY = "mailed it to anybody: this scheme has not told mailbot who its Complaints Manager is"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSaid(Event):
    """Somebody said something about themselves, or asked something: `kind` says what.

    `about_coordinator`: it complains of one (L29).
    `after_release`: it is about staying in touch after release (B15).
    """

    name: ClassVar[str] = "person.said"

    kind: Kind
    sure: bool
    has_backup: bool
    period_known: bool
    about_coordinator: bool = False
    after_release: bool = False
    trust: Trust = about_sender(Trust.UNVERIFIED)
    on_roll: bool = about_sender(False)
    match_id: int | None = None
    fact_id: int
    _fields: Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactChangeAsked(Event):
    """A change of address or phone is written down and waits for a yes from the old contact."""

    name: ClassVar[str] = "contact.change_asked"
    record_kind: ClassVar[str | None] = "contact"

    contact_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed(Event):
    """Somebody answered our question whether something is theirs: `about` is what we asked about.

    `by_addressee` holds only for the addressee of that question, whose mail did not fail the check.
    """

    name: ClassVar[str] = "person.confirmed"

    yes: bool
    about: str | None
    by_addressee: bool = about_sender(False)
    about_id: int | None

    @property
    def record(self) -> tuple[str, int] | None:
        return (self.about, self.about_id) if self.about and self.about_id is not None else None


def hear(turn: Turn, heard: Heard) -> Iterable[Event]:
    """Any of the kinds above, but for instructions about our own mail, which other leaves take."""
    if heard.fact.fields.command is not None or _is_for_another(turn, heard) or is_only_a_question(turn):
        return
    match = match_of(turn, heard.fact.fields)
    yield PersonSaid(
        pack=pack_name(turn, match),
        kind=heard.fact.kind,
        sure=heard.fact.sure,
        has_backup=match is not None and match.backup_id is not None,
        period_known=heard.fact.fields.period_from is not None,
        about_coordinator=heard.fact.fields.concern_about == COORDINATOR,
        after_release=heard.fact.fields.concern_about == AFTER_RELEASE,
        trust=turn.sender.trust,
        on_roll=turn.sender.person is not None,
        match_id=match.id if match else None,
        fact_id=heard.id,
        _fields=heard.fact.fields,
    )


def _is_for_another(turn: Turn, heard: Heard) -> bool:
    """A question that says what is to be done is that leaf's; the same words are no second question."""
    span, facts = heard.fact.span, turn.reading.facts if turn.reading else ()
    wanted = (fact.span for fact in facts if fact.kind is Kind.QUESTION_OTHER and fact.fields.command)
    is_question = heard.fact.kind is Kind.QUESTION_OTHER and heard.fact.fields.concern_about is None
    return is_question and any(each.start < span.end and span.start < each.end for each in wanted)


def hear_answer(turn: Turn, heard: Heard) -> Iterable[Event]:
    """A yes or no to our question about themselves; any other thank-you is not ours."""
    if heard.fact.fields.command not in (YES, NO) or turn.answer is None or turn.answer.sent.asks not in QUESTIONS:
        return
    about, about_id = turn.answer.sent.subject or (None, None)
    yield Confirmed(
        yes=heard.fact.fields.command == YES,
        about=about,
        by_addressee=turn.answer.by_addressee and turn.sender.trust is not Trust.FAILED,
        about_id=about_id,
    )


def decide_again(turn: Turn, event: Confirmed, _: NoParams) -> Iterable[Event]:
    """The writer says that the mail was theirs: it is decided once more, as a verified one."""
    if event.about_id is not None and inbox.vouch_for(turn.conn, event.about_id):
        attention.done_for_message(turn.conn, event.about_id, "confirmed", turn.now)
        turn.change("message.confirmed", ("message", event.about_id))
    return ()


def ask_old_contact(turn: Turn, event: PersonSaid, _: NoParams) -> Iterable[Event]:
    """Write the change down; nothing on the roll changes before the old contact says yes (B6)."""
    person, fields = turn.sender.person, event._fields
    if person is None or not (fields.new_email or fields.new_phone):
        return
    row = {"person_id": person.id, "fact_id": event.fact_id, "state": ChangeState.ASKED, "changed_at": turn.now}
    change_id = add(turn.conn, contact_changes, row)
    turn.change("contact.asked", ("contact", change_id), event.fact_id)
    yield ContactChangeAsked(pack=event.pack, contact_id=change_id)


def change_the_roll(turn: Turn, event: Confirmed, _: NoParams) -> Iterable[Event]:
    """The old contact said yes: the roll has the new address or phone from now on."""
    found = contact_changes.c.id == event.about_id
    row = turn.conn.execute(select(contact_changes).where(found)).one()
    if row.state != ChangeState.ASKED:
        return ()
    values = turn.conn.execute(select(fact_texts.c.fields).where(fact_texts.c.fact_id == row.fact_id)).scalar_one()
    change_contact(turn.conn, row.person_id, values.get("new_email"), values.get("new_phone"))
    health.count(turn.conn, ROLL_CHANGED, turn.now)
    turn.conn.execute(update(contact_changes).where(found).values(state=ChangeState.MADE, changed_at=turn.now))
    turn.change("contact.changed", ("contact", row.id))
    return ()


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """The dates somebody is away, never the reason."""
    if not isinstance(event, PersonSaid):
        return {}
    person = turn.sender.person
    return {
        "period_from": event._fields.period_from,
        "period_to": event._fields.period_to,
        "visitor_first_name": person.first_name if person else None,
        "not_done_list": (_NOBODY,)
        if event.about_coordinator and not turn.officers(Role.COMPLAINTS_MANAGER)
        else None,
    }


LEAF = Leaf(
    name="people",
    recognisers=(recognise_answer, recognise),
    events=(PersonSaid, ContactChangeAsked, Confirmed),
    actions=(
        LeafAction("decide_again", NoParams, decide_again),
        LeafAction("ask_old_contact", NoParams, ask_old_contact),
        LeafAction("change_the_roll", NoParams, change_the_roll),
    ),
    hears=dict.fromkeys(KINDS, hear) | {Kind.ACKNOWLEDGEMENT: hear_answer},
    context=context,
)
