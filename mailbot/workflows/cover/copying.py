"""What the backup reads of a visitor's mail about their client (S11).

Always in our own words what became of the visit. The visitor's words only where a sure fact stands on them, and every
one of them is harmless, about the visit, and neither about the visitor's own affairs nor about the backup.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import bindparam, select

from mailbot.events import COORDINATOR, Event, Fact, Kind, Span
from mailbot.reading.message import Reading
from mailbot.reading.words.chat import chat_for
from mailbot.reading.words.courtesy import without
from mailbot.reading.words.dates import Direction, find_dates
from mailbot.reading.words.names import find_clients
from mailbot.reading.words.times import find_times
from mailbot.roll import Match
from mailbot.store.tables import facts
from mailbot.workflows.contract import NoParams, Turn
from mailbot.workflows.cover import wording
from mailbot.workflows.matching import pack_name, pack_says
from mailbot.workflows.published import UNKEPT_STATES, Recorded, recorded_visit

COPIES = "copies_to_backup"  # the pack's value: every mail about a visit, not only of one that was not kept
ALARMING = frozenset({Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT})
_SPAN = select(facts.c.span_start, facts.c.span_end, facts.c.sure).where(
    facts.c.id == bindparam("which"), facts.c.inbox_id == bindparam("of")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyDue(Event):
    """A mail told of a visit that has a backup. `wanted`: its pack copies every such mail; `unkept`: the visit was

    missed or cancelled. `alarming`: the mail holds a worry, an accident, or harm that no fact carries. `words_safe`:
    the words that the fact stands on may be shown to the backup.
    """

    name: ClassVar[str] = "copy.due"
    record_kind: ClassVar[str | None] = "message"

    wanted: bool
    unkept: bool
    by_visitor: bool
    by_backup: bool
    had_already: bool
    alarming: bool
    words_safe: bool
    match_id: int
    message_id: int
    _visit: Recorded
    _words: str = ""


def copy_to_backup(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """What is known of the mail behind this event, for the rules to decide who reads what."""
    visit_id, reading = getattr(event, "visit_id", None), turn.reading
    if visit_id is None or reading is None or turn.inbox_id is None or reading.machine is not None:
        return
    visit = recorded_visit(turn.conn, visit_id)
    match = turn.roll.match(visit.match_id)
    if match is None or match.backup_id is None:
        return
    words = _words_of(turn, reading, visit, match)
    writer = reading.sender.person.id if reading.sender.person else None
    backup = turn.roll.person(match.backup_id).email
    yield CopyDue(
        pack=pack_name(turn, match),
        wanted=pack_says(turn, match, COPIES),
        unkept=visit.state in UNKEPT_STATES,
        by_visitor=writer == match.visitor_id,
        by_backup=writer == match.backup_id,
        had_already=backup in {each.casefold() for each in (*reading.message.to, *reading.message.cc)},
        alarming=is_alarming(reading),
        words_safe=words is not None,
        match_id=match.id,
        message_id=turn.inbox_id,
        _visit=visit,
        _words=words or "",
    )


def is_alarming(reading: Reading) -> bool:
    """Whether nothing at all of this mail may reach a backup: a worry, an accident, harm (S11, promise 3)."""
    return reading.harm_unplaced or any(fact.kind in ALARMING for fact in reading.facts)


def context(turn: Turn, event: CopyDue) -> Mapping[str, object]:
    """Day, reference, what became of it; and the words, which only templates for a backup disclose."""
    match = next(m for m in turn.roll.matches if m.id == event.match_id)
    return {
        "visit_date": event._visit.day,
        "client_ref": turn.roll.client(match.client_id).ref,
        "outcome_words": event._visit.words,
        "copied_text": event._words or None,
    }


def _words_of(turn: Turn, reading: Reading, visit: Recorded, match: Match) -> str | None:
    """The words that the visit's fact stands on, if they may be shown; None in any doubt."""
    if turn.kept_from or any(fact.fields.concern_about == COORDINATOR for fact in reading.facts):
        return None
    row = visit.fact_id and turn.conn.execute(_SPAN, {"which": visit.fact_id, "of": turn.inbox_id}).one_or_none()
    if not row or not row.sure or row.span_end <= row.span_start:
        return None
    span = Span(row.span_start, row.span_end)
    if any(_meets(span, each) for each in reading.unaccounted) or _says_more(span, reading.facts):
        return None
    words = reading.text.newest[span.start : span.end]
    return words if is_harmless(turn, words, match) else None


def _says_more(span: Span, said: Iterable[Fact]) -> bool:
    """Whether a reason, or something else than visits, stands in the same words."""
    return any(
        _meets(span, fact.span) and (fact.fields.reason is not None or fact.kind not in wording.OF_VISITS)
        for fact in said
    )


def is_harmless(turn: Turn, text: str, match: Match) -> bool:
    """Whether every one of these words may be shown to the backup: of this client's visit and nothing else."""
    if wording.NEVER_COPIED.search(text) or turn.scheme.scanner.scan(text) or _names_backup(turn, text, match):
        return False
    today = turn.today
    named = find_clients(text, turn.roll, turn.roll.person(match.visitor_id))
    if any(found.client.id != match.client_id for found in named):
        return False
    known = [f.span for f in named]
    known += [f.span for way in Direction for f in find_dates(text, today, way)]
    known += [f.span for f in find_times(text)]
    left = wording.VISIT_WORDS.sub("|", without(text, Span(0, len(text)), known, blank="|"))
    return chat_for(turn.scheme.chat).accounts(left, frozenset(), known=True)


def _names_backup(turn: Turn, text: str, match: Match) -> bool:
    person = turn.roll.person(match.backup_id) if match.backup_id is not None else None
    names = (*person.name.split(), person.also_known_as or "") if person else ()
    return any(name and re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in names)


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
