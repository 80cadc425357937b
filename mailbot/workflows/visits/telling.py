"""The person visited is told of a visit that is not kept: by the visitor, or as a coordinator's task (L2, B10).

mailbot never mails a client, a carer, a prison or a hotel: where somebody has to be told, a coordinator gets a text
that is ready to send, with how this client agreed to be told. It gives no surname, no address and nothing of the
visitor's health, and no day that is not agreed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event
from mailbot.expressions import lazy
from mailbot.store.timers import Timer
from mailbot.workflows.contract import NoParams, Turn
from mailbot.workflows.kept import carers_kept
from mailbot.workflows.matching import pack_name, pack_says, pack_value
from mailbot.workflows.visits import arranging, ledger
from mailbot.workflows.visits.arranging import Telling
from mailbot.workflows.visits.of_match import client_of, match_of_visit

NOT_TOLD = "client-not-told"
REASON_TO_CLIENT = "reason_to_client"  # value of a pack
HOW = {
    "visitor": "the visitor tells them; if that did not happen, please phone or write",
    "coordinator": "please phone them, or tell them in the way that you agreed",
    "mail_service": "please send this text by the place's mail service",
    "carer": "please tell their carer, who will pass it on",
    "staff": "please tell the staff where they live, who will pass it on",
}
AT_HOME = ("carer", "staff")
_HAS_TOLD = lazy(
    r"\b(?:i(?:['’]ve| have)?|we(?:['’]ve| have)?|have|already|has been|been) (?:already |just )?"
    r"(?:told|let|rung|rang|phoned|called|texted|messaged|e-?mailed|written to|wrote to|warned|informed|spoken to"
    r"|spoke to)"
    r"\b(?! me\b| us\b| you\b| (?:the |our )?co-?ordinator| (?:the )?office)",
    re.IGNORECASE,
)
# Reasons that may be passed on, in our words; whatever else was written stays inside, above all anybody's health.
_HARMLESS_LIST = (
    (r"\b(?:train|bus|car|taxi|tube|ferry|traffic|road|motorway|strike|puncture|tyre|broke down)", "the journey"),
    (r"\b(?:snow|flood|storm|ice|icy|weather|fog)", "the weather"),
    (r"\b(?:booking|booked|slot|not on the list|visiting order|full up)", "the booking"),
    (r"\b(?:lock-?down|locked down|regime|closed|fire alarm|short of staff|staff shortage)", "the place itself"),
)
_HARMLESS = tuple((lazy(words, re.IGNORECASE), ours) for words, ours in _HARMLESS_LIST)
_HEALTH = lazy(
    r"\b(?:ill|sick|unwell|poorly|flu|covid|cold|cough|hospital|operation|doctor|gp|surgery|injur|pain|back|knee"
    r"|hip|heart"
    r"|cancer|scan|depress|anxi|migraine|pregnan|bereave|funeral|died|death)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientNotTold(Event):
    """A visit was not kept, and nobody has said that the person visited was told. `asked`: the visitor was asked."""

    name: ClassVar[str] = "client.not_told"
    record_kind: ClassVar[str | None] = "visit"

    asked: bool
    by_visitor: bool
    visit_id: int
    match_id: int
    visitor_id: int


def tell_client(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """See that the person visited hears of it: the visitor may have told them, or may do it first (L2)."""
    visit = _visit(turn, event)
    if arranging.telling(turn.conn, visit.id) is not None:
        return
    if turn.reading and _HAS_TOLD.search(turn.reading.text.newest):
        arranging.set_telling(turn.conn, visit.id, Telling.TOLD, turn.now)
        turn.change("client.told", ("visit", visit.id))
        return
    arranging.set_telling(turn.conn, visit.id, Telling.LEFT, turn.now)
    if told_by(turn, visit) == "visitor":
        due = turn.now + turn.scheme.config.timers.told_asked_after
        turn.start_timer(NOT_TOLD, ("visit", visit.id), turn.scheme.office.next_open(due))
    else:
        yield _not_told(turn, visit, asked=False)


def ask_again_whether_told(turn: Turn, event: ClientNotTold, _: NoParams) -> Iterable[Event]:
    """The visitor is being asked; wait for the answer."""
    arranging.set_telling(turn.conn, event.visit_id, Telling.ASKED, turn.now)
    due = turn.now + turn.scheme.config.timers.told_unanswered_after
    turn.start_timer(NOT_TOLD, ("visit", event.visit_id), turn.scheme.office.next_open(due))
    return ()


def note_task(turn: Turn, event: ClientNotTold, _: NoParams) -> Iterable[Event]:
    """It is a person's task now."""
    arranging.set_telling(turn.conn, event.visit_id, Telling.TASK, turn.now)
    turn.stop_timer(NOT_TOLD, ("visit", event.visit_id))
    return ()


def note_told(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """Somebody says that the person visited knows."""
    visit = _visit(turn, event)
    arranging.set_telling(turn.conn, visit.id, Telling.TOLD, turn.now)
    turn.stop_timer(NOT_TOLD, ("visit", visit.id))
    turn.change("client.told", ("visit", visit.id))
    return ()


def note_not_told(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """The visitor says that they have not told them: it is the coordinator's task."""
    visit = _visit(turn, event)
    if arranging.telling(turn.conn, visit.id) is not Telling.TOLD:
        yield _not_told(turn, visit, asked=True)


def client_not_told(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Has anybody told them?"""
    visit = ledger.get(turn.conn, timer.subject[1])
    state = arranging.telling(turn.conn, visit.id)
    if state in (Telling.LEFT, Telling.ASKED) and visit.state in ledger.UNKEPT:
        yield _not_told(turn, visit, asked=state is Telling.ASKED)


def told_by(turn: Turn, visit: ledger.Visit) -> str:
    """How this client is told, as they agreed; else as the pack says, else by the visitor.

    Never through those whom they live with while a case about the client is open (hardest situation 8).
    """
    match = match_of_visit(turn, visit)
    client = client_of(turn, match)
    way = client.told_by or str(pack_value(turn, pack_name(turn, match), "told_by") or "visitor")
    return "coordinator" if way in AT_HOME and carers_kept(turn.conn, turn.roll, client.id) else way


def words_for_client(turn: Turn, visit: ledger.Visit) -> str:
    """The text to pass on: what is known and agreed, and no more (B10, L2)."""
    match = match_of_visit(turn, visit)
    visitor = turn.roll.person(match.visitor_id).first_name
    reason = harmless_reason(ledger.reason(turn.conn, visit)) if pack_says(turn, match, REASON_TO_CLIENT) else None
    why = f" The reason was {reason}." if reason else ""
    later = ledger.get(turn.conn, visit.replaced_by) if visit.replaced_by is not None else None
    when = f"{visit.day:%A} {visit.day.day} {visit.day:%B}"
    could = "cannot" if visit.day > turn.today else "could not"
    first = f"The visit on {when} with {visitor} {could} take place.{why}"
    if later is None:
        return f"{first} Another visit is being arranged. You will be told the day as soon as it is agreed."
    who = turn.roll.person(later.visitor_id).first_name
    return f"{first} Instead, {who} will visit on {later.day:%A} {later.day.day} {later.day:%B}."


def harmless_reason(reason: str | None) -> str | None:
    """The reason in our words, if it is one that may be passed on; never anybody's health."""
    if not reason or _HEALTH.search(reason):
        return None
    return next((ours for words, ours in _HARMLESS if words.search(reason)), None)


def _not_told(turn: Turn, visit: ledger.Visit, *, asked: bool) -> ClientNotTold:
    match = match_of_visit(turn, visit)
    return ClientNotTold(
        pack=pack_name(turn, match),
        asked=asked,
        by_visitor=told_by(turn, visit) == "visitor",
        visit_id=visit.id,
        match_id=match.id,
        visitor_id=visit.visitor_id,
    )


def _visit(turn: Turn, event: Event) -> ledger.Visit:
    if event.record is None or event.record[0] != "visit":
        raise LookupError("a rule spoke of a visit, but the event is not about one: its condition must ask for it")
    return ledger.get(turn.conn, event.record[1])
