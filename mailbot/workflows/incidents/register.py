"""Reading and writing the register (L20): what happened is kept apart from the row, and the log only grows."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, and_, func, insert, select, update

from mailbot.events import Trust
from mailbot.store.rows import add
from mailbot.workflows.incidents.tables import incident_log, incident_texts, incidents

SAME_WITHIN = timedelta(hours=24)  # a second mail of the same reporter about the same person is about the same


@dataclass(frozen=True, slots=True)
class Incident:
    """One row. Moments are UTC; a blank one has not happened yet."""

    id: int
    incident_ref: str
    pack: str | None
    match_id: int | None
    reporter_id: int | None
    social_workers: bool
    carer_to_know: bool
    reported_at: datetime
    form_back_at: datetime | None
    supervising_told_at: datetime | None
    childs_told_at: datetime | None

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still to be done about it, in words."""
        wanted = {
            "the form is not back": self.form_back_at,
            "supervising social worker to be told": self.supervising_told_at or not self.social_workers,
            "child's social worker to be told": self.childs_told_at or not self.social_workers,
        }
        return tuple(words for words, done in wanted.items() if not done)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIncident:
    """What a row is opened with."""

    pack: str | None
    match_id: int | None
    reporter_id: int | None
    reporter_trust: Trust
    inbox_id: int
    social_workers: bool
    carer_to_know: bool
    words: str


def enter(conn: Connection, new: NewIncident, now: datetime) -> Incident:
    """Write it down; its reference counts within the year: A2026-007."""
    row = {
        "incident_ref": _next_ref(conn, now),
        "pack": new.pack,
        "match_id": new.match_id,
        "reporter_id": new.reporter_id,
        "reporter_trust": new.reporter_trust,
        "inbox_id": new.inbox_id,
        "social_workers": new.social_workers,
        "carer_to_know": new.carer_to_know,
        "reported_at": now,
    }
    incident_id = add(conn, incidents, row)
    add_words(conn, incident_id, new.inbox_id, new.words)
    return get(conn, incident_id)


def add_words(conn: Connection, incident_id: int, inbox_id: int, words: str) -> None:
    """What a message says of it; nothing that was said before is changed."""
    conn.execute(insert(incident_texts).values(incident_id=incident_id, inbox_id=inbox_id, words=words))


def words_of(conn: Connection, incident_id: int) -> list[str]:
    """All that was written about it, the oldest first."""
    mine = select(incident_texts.c.words).where(incident_texts.c.incident_id == incident_id)
    return list(conn.scalars(mine.order_by(incident_texts.c.id)))


def log(conn: Connection, incident_id: int, what: str, now: datetime, **ids: int | None) -> None:
    """A line of the log: a code and ids (`inbox_id`, `person_id`)."""
    conn.execute(insert(incident_log).values(incident_id=incident_id, what=what, at=now, **ids))


def log_of(conn: Connection, incident_id: int) -> list[str]:
    """The codes of the log, the oldest first."""
    mine = select(incident_log.c.what).where(incident_log.c.incident_id == incident_id)
    return list(conn.scalars(mine.order_by(incident_log.c.id)))


def mark(conn: Connection, incident_id: int, column: str, now: datetime) -> None:
    """Something has happened: the column of that moment is filled in, if it is blank."""
    blank = and_(incidents.c.id == incident_id, incidents.c[column].is_(None))
    conn.execute(update(incidents).where(blank).values({column: now}))


def get(conn: Connection, incident_id: int) -> Incident:
    """That row."""
    return _incident(conn.execute(select(incidents).where(incidents.c.id == incident_id)).one())


def everything(conn: Connection) -> list[Incident]:
    """The whole register, the oldest first."""
    return [_incident(row) for row in conn.execute(select(incidents).order_by(incidents.c.id))]


def recent_of(conn: Connection, reporter_id: int, match_id: int | None, now: datetime) -> Incident | None:
    """The latest that this person reported within a day, about the same person or nobody that we know."""
    mine = and_(incidents.c.reporter_id == reporter_id, incidents.c.reported_at >= now - SAME_WITHIN)
    found = [_incident(row) for row in conn.execute(select(incidents).where(mine).order_by(incidents.c.id.desc()))]
    return next((each for each in found if match_id is None or each.match_id in (None, match_id)), None)


def latest_without_form(conn: Connection, reporter_id: int) -> Incident | None:
    """The latest of this person whose form is not back."""
    mine = and_(incidents.c.reporter_id == reporter_id, incidents.c.form_back_at.is_(None))
    row = conn.execute(select(incidents).where(mine).order_by(incidents.c.id.desc()).limit(1)).one_or_none()
    return _incident(row) if row else None


def _next_ref(conn: Connection, now: datetime) -> str:
    start = datetime(now.year, 1, 1, tzinfo=UTC)
    count = conn.scalar(select(func.count()).select_from(incidents).where(incidents.c.reported_at >= start)) or 0
    return f"A{now.year}-{count + 1:03d}"


def _incident(row: object) -> Incident:
    return Incident(**{name: getattr(row, name) for name in Incident.__slots__})
