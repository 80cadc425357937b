"""What letters of the chain may say: what was really done, who has it, what was added. Times are local."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from mailbot.events import Hold, Trust
from mailbot.letters.values import moment
from mailbot.roll import Person, Role
from mailbot.store.outbox import OutState
from mailbot.workflows.contract import Turn
from mailbot.workflows.outside import pack_allows
from mailbot.workflows.safeguarding import chain, chains, chronology
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.chronology import CASE, Line
from mailbot.workflows.safeguarding.words import case_context, directory_trouble, missing

ROLES: Mapping[Role, str] = {
    Role.SAFEGUARDING_LEAD: "our safeguarding lead",
    Role.COORDINATOR: "our coordinator",
    Role.OUT_OF_HOURS: "our out-of-hours contact",
    Role.CHAIR: "our chair",
    Role.COMPLAINTS_MANAGER: "our complaints manager",
}
TRUST = {
    Trust.VERIFIED: "verified",
    Trust.UNVERIFIED: "not verified, so somebody else may have written this",
    Trust.FAILED: "the check of the sender failed, so somebody else may have written this",
}
ESCALATION = "safeguarding/escalation"
_LONGEST = 600  # characters of one message in a line


def alert_context(turn: Turn, case: Case) -> dict[str, object]:
    """All that those who are asked to take it on are told."""
    since, told = chains.get(turn.conn, case.id).since, chains.alerted(turn.conn, case.id)
    return {
        **case_context(turn, case),
        **reporter_context(turn, case),
        **added_context(turn, case),
        **holder_context(turn, case),
        "asked_since": _local(turn, since) if since is not None and since != turn.now else None,
        "done_list": tuple(done(turn, case, len(told))),
        "not_done_list": tuple(not_done(turn, case)),
    }


def reporter_context(turn: Turn, case: Case) -> dict[str, object]:
    """What the answer to the reporter says of what will happen (L18): who is told, and when they hear again."""
    again = chain.tells_reporter_at(turn, case)
    first = chain.stages(turn, case)[:1]
    return {
        "told_roles": tuple(ROLES[stage.role] for stage in first if stage.role in ROLES),
        "nobody_reads": chain.nobody_reads(turn, case),
        "question": None if case.client_id is not None else "whom it is about: their reference is enough",
        "again_at": _local(turn, again) if again is not None and again > turn.now else None,
    }


def holder_context(turn: Turn, case: Case) -> dict[str, object]:
    """Who has it, by first name and role: for officers only. Why it was closed."""
    holder, closing = chains.holder_of(turn.conn, case.id), chains.closing_of(turn.conn, case.id)
    person = _person(turn, holder.person_id) if holder else None
    return {
        "holder": called(person) if person else None,
        "holder_since": _local(turn, holder.since) if holder else None,
        "closed_because": closing.reason if closing else None,
    }


def added_context(turn: Turn, case: Case) -> dict[str, object]:
    """What was written since it was opened; what this very message says stands by itself."""
    since = chronology.said_since(turn.conn, case.id)
    now = turn.reading is not None and any(line.inbox_id == turn.inbox_id for line in since)
    words = (turn.reading.text.newest.strip() or turn.reading.message.subject) if now and turn.reading else None
    return {
        "added_words": words,
        "added_by": written_by(turn) if now else None,
        "added_list": tuple(_said(turn, line) for line in since if not now or line.inbox_id != turn.inbox_id),
    }


def written_by(turn: Turn) -> str:
    """Who wrote the message in hand, and how far that is verified."""
    person = turn.sender.person
    return f"{called(person) if person else 'somebody who is not on the roll'} ({TRUST[turn.sender.trust]})"


def called(person: Person) -> str:
    """First name and role, for officers."""
    roles = " and ".join(sorted(person.roles)).replace("_", " ")
    return f"{person.first_name}, {roles}" if roles else person.first_name


def done(turn: Turn, case: Case, told: int) -> Iterator[str]:
    """What mailbot really did, as far as it has been decided."""
    yield f"opened the case {case.case_ref}, at {moment(_local(turn, chains.opened_at(turn.conn, case.id)))}"
    yield f"mailed this alert to {told} {'person' if told == 1 else 'people'} so far"
    if _is_answered(turn, case) is None:
        yield "answered the reporter, with the numbers to ring"
    if chains.get(turn.conn, case.id).reporter_told_at:
        yield "told the reporter that nobody has taken it on yet, and whom to ring"
    if _outside(turn, case) == "":
        yield "passed the report on to the outside team"


def not_done(turn: Turn, case: Case) -> Iterator[str]:
    """What mailbot did not do, and why."""
    yield "phoned anybody: mailbot cannot phone"
    if why := _is_answered(turn, case):
        yield f"answered the reporter: {why}"
    if why := _outside(turn, case):
        yield f"sent anything outside the scheme: {why}"
    for fault in directory_trouble(turn, case):
        yield f"no report can go to the outside teams now: {fault}"


def _is_answered(turn: Turn, case: Case) -> str | None:
    """Why the reporter has no answer of ours; None if they have."""
    reporter = _person(turn, case.reporter_id) if case.reporter_id is not None else None
    if reporter is None:
        return "they are not on the roll"
    before = chronology.mails_to(turn.conn, case.id, reporter.id)
    now = [p for p in turn.postings if p.letter.subject_record == (CASE, case.id) and p.letter.to[0].email]
    mine = [p for p in now if p.letter.to[0].email == reporter.email]
    held = [p.hold or turn.scheme.hold_by_mode([reporter.email]) for p in mine]
    if any(m.state is not OutState.HELD for m in before) or None in held:
        return None
    return (
        "the answer is held, as the mode does not let it leave" if before or mine else "nothing was written to them"
    )


def _outside(turn: Turn, case: Case) -> str | None:
    """Why nothing went outside; empty if it did."""
    sent = chronology.mails_written_as(turn.conn, case.id, ESCALATION)
    now = [p for p in turn.postings if p.letter.subject_record == (CASE, case.id) and p.outside]
    holds = [p.hold or turn.scheme.hold_by_mode([a.email for a in p.letter.to]) for p in now]
    if None in holds or any(m.state not in (OutState.HELD, OutState.BOUNCED, OutState.FAILED) for m in sent):
        return ""
    if reason := next(filter(None, holds), None) or next((_hold(m.hold) for m in sent if m.hold), None):
        return f"the report is written, but {reason.value}"
    if sent:
        return "the report could not be delivered"
    if not pack_allows(turn, case.pack):
        return "the rules of this scheme leave that to you"
    lacks = missing(case)
    return f"{', '.join(lacks)} is missing" if lacks else "nobody has asked for it"


def _hold(code: str | None) -> Hold | None:
    return Hold[code.upper()] if code else None


def _said(turn: Turn, line: Line) -> str:
    """One message as a line: when, who, and its words."""
    words = " ".join(chronology.words_of(turn.conn, line.inbox_id).split()) if line.inbox_id is not None else ""
    person = _person(turn, line.person_id) if line.person_id is not None else None
    who = called(person) if person else "somebody who is not on the roll"
    return f"{moment(_local(turn, line.at))}, {who}: {words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}"


def _person(turn: Turn, person_id: int) -> Person | None:
    return next((p for p in turn.roll.people if p.id == person_id), None)


def _local(turn: Turn, at: datetime) -> datetime:
    return at.astimezone(turn.scheme.zone)
