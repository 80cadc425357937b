"""What must hold for visits and questions at the end of a simulation. What breaks it is told by id, never by name."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import pairwise

from mailbot.simulation.evidence import Evidence
from mailbot.simulation.rows import OfferRow, Record, VisitRow
from mailbot.simulation.truth import Became
from mailbot.workflows.visits.arranging import OfferState, Telling
from mailbot.workflows.visits.ledger import AHEAD, UNKEPT
from mailbot.workflows.visits.tables import VisitState

A_MINUTE = timedelta(minutes=1)
END_OF_DAY = time(20)
QUESTION = "question-unanswered"
NOT_TOLD = "client-not-told"
TOOK_PLACE = f"visit.{VisitState.TOOK_PLACE}"
REPORTED = frozenset(f"visit.{state}" for state in (VisitState.TOOK_PLACE, *UNKEPT))


def forgotten(found: Evidence) -> Iterator[str]:
    """A planned visit whose day is over is being asked about, or somebody was told that nobody knows (promise 10)."""
    for visit in found.visits:
        if visit.state is VisitState.PLANNED and visit.day < found.today and not _has_story(found, visit):
            yield f"visit {visit.id} of {visit.day}: planned, its day is over, and nobody asks or was told"


def _has_story(found: Evidence, visit: VisitRow) -> bool:
    record = ("visit", visit.id)
    if any(timer.due_at <= _latest(found, visit) for timer in found.timers_about.get(record, ())):
        return True
    return bool(found.items_about.get(record)) or any(_is_asked(found, each) for each in _messages_of(found, record))


def _latest(found: Evidence, visit: VisitRow) -> datetime:
    """By when the coordinators hear of a visit that nobody confirms, after the question to its visitor."""
    office, timers = found.scheme.office, found.scheme.config.timers
    notes = found.notes_about.get(("visit", visit.id), ())
    started = [note.at for note in notes if note.what == "timer.started"]
    since = max(office.at(visit.day, END_OF_DAY), visit.changed_at, *started)
    return office.next_open(since + timers.visit_reminder_after + 2 * timers.visit_unanswered_after) + A_MINUTE


def _messages_of(found: Evidence, record: Record) -> set[int]:
    """The messages that stopped the asking about a record."""
    stopped = (note for note in found.notes_about.get(record, ()) if note.what == "timer.stopped")
    return {note.inbox_id for note in stopped if note.inbox_id is not None}


def _is_asked(found: Evidence, inbox_id: int) -> bool:
    """Whether the writer of that message is being asked what they meant, or a person was told of it."""
    record = ("message", inbox_id)
    running = any(timer.name == QUESTION for timer in found.timers_about.get(record, ()))
    return running or bool(found.items_about.get(record))


def unreplaced(found: Evidence) -> Iterator[str]:
    """A visit that was not kept: a person was told, and there is another visit, or a coordinator who knows (B10)."""
    later = _by_match(found)
    for visit in found.visits:
        if visit.state not in UNKEPT:
            continue
        if not _was_said(found, visit):
            yield f"visit {visit.id} of {visit.day}: {visit.state}, and nobody was told"
        if not any(_is_taken_care_of(found, each) for each in later[visit.match_id] if each.day >= visit.day):
            yield f"visit {visit.id} of {visit.day}: {visit.state}, no replacement, and no coordinator knows"


def _was_said(found: Evidence, visit: VisitRow) -> bool:
    """A mail is about it, or came of the message that ended it: answers to one message are one mail."""
    record = ("visit", visit.id)
    ended = {note.inbox_id for note in found.notes_about.get(record, ()) if note.what == f"visit.{visit.state}"}
    return bool(found.mails_about.get(record)) or any(each in found.answered for each in ended)


def _by_match(found: Evidence) -> dict[int, list[VisitRow]]:
    grouped: dict[int, list[VisitRow]] = defaultdict(list)
    for visit in found.visits:
        grouped[visit.match_id].append(visit)
    return grouped


def _is_taken_care_of(found: Evidence, visit: VisitRow) -> bool:
    """Replaced, or followed up: it, or a later visit of the same match, has a future or a coordinator who knows."""
    if visit.replaced_by is not None or visit.state in (*AHEAD, VisitState.TOOK_PLACE):
        return True
    record, wait = ("visit", visit.id), found.scheme.config.timers.replacement_unanswered_after
    bound = found.scheme.office.next_open(found.now + wait)
    if any(t.due_at <= bound for t in found.timers_about.get(record, ())) or found.items_about.get(record):
        return True
    return any(_is_open(found, offer) for offer in found.offers if offer.visit_id == visit.id)


def _is_open(found: Evidence, offer: OfferRow) -> bool:
    """Whether somebody who was asked to stand in may still answer, or is being asked for the day."""
    record = ("offer", offer.id)
    if offer.state is OfferState.ACCEPTED:
        asked = {mail.inbox_id for mail in found.mails_about.get(record, ()) if mail.inbox_id is not None}
        return any(_is_asked(found, each) for each in asked)
    return offer.state is OfferState.ASKED and bool(found.timers_about.get(record))


def untold(found: Evidence) -> Iterator[str]:
    """The person visited knows that a visit is not kept; or somebody is asked about it, or has the task (B10, L2)."""
    for visit in found.visits:
        if visit.state not in UNKEPT:
            continue
        record, told = ("visit", visit.id), found.tellings.get(visit.id)
        waits = any(timer.name == NOT_TOLD for timer in found.timers_about.get(record, ()))
        has_task = any(item.why == "client-to-tell" for item in found.items_about.get(record, ()))
        if told is not Telling.TOLD and not (waits if told in (Telling.LEFT, Telling.ASKED) else has_task):
            yield f"visit {visit.id} of {visit.day}: {visit.state}, the person visited may not know ({told})"


def invented(found: Evidence) -> Iterator[str]:
    """The ledger says of no visit what nobody can have written (promise 5); what nobody wrote stays open."""
    fits = {VisitState.TOOK_PLACE: Became.TOOK_PLACE} | dict.fromkeys(UNKEPT, Became.NOT_KEPT)
    for visit in found.visits:
        true = found.truth.visit(visit.ref, visit.day)
        if true is None:
            yield f"visit {visit.id} of {visit.day}: {visit.state}, and nobody ever agreed on that day"
        elif visit.state in fits and true.became is not fits[visit.state] and not true.mixed_up:
            yield f"visit {visit.id} of {visit.day}: {visit.state} in the ledger, {true.became} in truth"


def contradicted(found: Evidence) -> Iterator[str]:
    """Where a volunteer's report contradicts an earlier one and changed the ledger, a person was told of it."""
    for visit in found.visits:
        record = ("visit", visit.id)
        said = [note for note in found.notes_about.get(record, ()) if note.what in REPORTED]
        for before, after in pairwise(said):
            told = found.items_about.get(("message", after.inbox_id or 0))
            by_officer = found.writer_of.get(after.inbox_id or 0) not in found.volunteers
            if (before.what == TOOK_PLACE) != (after.what == TOOK_PLACE) and not told and not by_officer:
                yield f"visit {visit.id} of {visit.day}: {before.what}, then {after.what}, and nobody was told"


def unanswered(found: Evidence) -> Iterator[str]:
    """A question that only a machine answered, or nobody, is still waited for, or a coordinator was told."""
    answered = {each.answers for each in found.written if not each.idle}
    for mail in found.mails:
        record = ("message", mail.inbox_id or 0)
        started = any(n.what == "timer.started" and n.code == QUESTION for n in found.notes_about.get(record, ()))
        asked = mail.asks is not None and mail.about == record and started
        if asked and mail.id not in answered and not _is_asked(found, mail.inbox_id or 0):
            yield f"mail {mail.id}: {mail.template} was answered by nobody, and nobody waits for the answer"
