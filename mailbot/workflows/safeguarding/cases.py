"""Reading and writing cases: the row, the words apart from it, and the log that only grows."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from mailbot.events import Trust, Urgency
from mailbot.store.rows import add
from mailbot.workflows.safeguarding.tables import ConcernState, concern_log, concern_texts, concerns

OPEN = (ConcernState.OPEN, ConcernState.DRAFTED, ConcernState.ESCALATED, ConcernState.ANSWERED)


@dataclass(frozen=True, slots=True)
class Case:
    """One concern with its words. `call_logged_at` is UTC; it is only ever what the reporter wrote."""

    id: int
    case_ref: str
    state: ConcernState
    pack: str | None
    urgency: Urgency
    client_id: int | None
    reporter_id: int | None
    reporter_trust: Trust
    asked_outside: bool
    call_logged_at: datetime | None
    call_wait_minutes: int | None
    escalation_id: int | None
    inbox_id: int
    harm: str | None
    action_requested: str | None
    helpline: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What a case is opened with."""

    pack: str | None
    urgency: Urgency
    client_id: int | None
    reporter_id: int | None
    reporter_trust: Trust
    inbox_id: int
    asked_outside: bool
    call_logged_at: datetime | None
    call_wait_minutes: int | None
    harm: str | None
    action_requested: str | None
    helpline: str | None
    words: str


def open_case(conn: Connection, new: NewCase, now: datetime) -> int:
    """Write a case; its reference counts within the year: 2026-007."""
    row = {
        "case_ref": _next_ref(conn, now),
        "state": ConcernState.OPEN,
        "pack": new.pack,
        "urgency": new.urgency,
        "client_id": new.client_id,
        "reporter_id": new.reporter_id,
        "reporter_trust": new.reporter_trust,
        "inbox_id": new.inbox_id,
        "asked_outside": new.asked_outside,
        "call_logged_at": new.call_logged_at,
        "call_wait_minutes": new.call_wait_minutes,
        "opened_at": now,
    }
    case_id = add(conn, concerns, row)
    texts = {"harm": new.harm, "action_requested": new.action_requested, "helpline": new.helpline, "words": new.words}
    conn.execute(insert(concern_texts).values(concern_id=case_id, **texts))
    return case_id


_CASE = (
    select(concerns, concern_texts)
    .join_from(concerns, concern_texts, concern_texts.c.concern_id == concerns.c.id)
    .where(concerns.c.id == bindparam("case"))
)


def get(conn: Connection, case_id: int) -> Case:
    """The case with its words."""
    row = conn.execute(_CASE, {"case": case_id}).one()
    return Case(
        row.id,
        row.case_ref,
        ConcernState(row.state),
        row.pack,
        Urgency(row.urgency),
        row.client_id,
        row.reporter_id,
        Trust(row.reporter_trust),
        row.asked_outside,
        row.call_logged_at,
        row.call_wait_minutes,
        row.escalation_id,
        row.inbox_id,
        row.harm,
        row.action_requested,
        row.helpline,
        row.words,
    )


_REPORTED = (
    select(concerns.c.id)
    .where(concerns.c.reporter_id == bindparam("who"), concerns.c.state.in_(OPEN))
    .order_by(concerns.c.id.desc())
)


def open_of_reporter(conn: Connection, person_id: int) -> list[Case]:
    """The open cases that this person reported, the newest first."""
    ids = conn.scalars(_REPORTED, {"who": person_id}).all()
    return [get(conn, case_id) for case_id in ids]


def change(conn: Connection, case_id: int, **values: object) -> None:
    """Set values of the row."""
    conn.execute(update(concerns).where(concerns.c.id == case_id).values(values))


def set_texts(conn: Connection, case_id: int, **texts: str | None) -> None:
    """Fill in words that were missing before."""
    conn.execute(update(concern_texts).where(concern_texts.c.concern_id == case_id).values(texts))


def by_ref(conn: Connection, case_ref: str) -> Case | None:
    """The case of that reference."""
    case_id = conn.scalar(select(concerns.c.id).where(concerns.c.case_ref == case_ref))
    return get(conn, case_id) if case_id is not None else None


def open_cases(conn: Connection) -> list[Case]:
    """Every case that no officer has closed, the oldest first."""
    ids = list(conn.scalars(select(concerns.c.id).where(concerns.c.state.in_(OPEN)).order_by(concerns.c.id)))
    return [get(conn, case_id) for case_id in ids]


def log(conn: Connection, case_id: int, what: str, now: datetime, **ids: Any) -> None:
    """A line of the chronology: a code, ids (`inbox_id`, `outbox_id`, `person_id`), and `details` (codes only)."""
    conn.execute(insert(concern_log).values(concern_id=case_id, what=what, at=now, **ids))


def _next_ref(conn: Connection, now: datetime) -> str:
    start = datetime(now.year, 1, 1, tzinfo=UTC)
    count = conn.scalar(select(func.count()).select_from(concerns).where(concerns.c.opened_at >= start)) or 0
    return f"{now.year}-{count + 1:03d}"
