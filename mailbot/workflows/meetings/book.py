"""Reading and writing meetings and their guests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update

from mailbot.roll import Role
from mailbot.store.rows import add
from mailbot.workflows.meetings.tables import MeetingState, Says, meeting_guests, meetings


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting; days and times are local, `was_…` are those before it was moved. `listed_at`: UTC, when the

    coordinators were last told who comes.
    """

    id: int
    what: str
    day: date
    at: time
    place: str
    roles: tuple[Role, ...]
    state: MeetingState
    was_day: date | None
    was_at: time | None
    listed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is, or will be, invited. `answer` is "yes", "no", or None."""

    person_id: int
    pending: Says | None
    invited_at: datetime | None
    answer: str | None


def get(conn: Connection, meeting_id: int) -> Meeting:
    """The meeting with that number."""
    return _meeting(conn.execute(select(meetings).where(meetings.c.id == meeting_id)).one())


def find(conn: Connection, what: str, day: date) -> Meeting | None:
    """The meeting of that name which was first set for that day, wherever it has moved, or stands for it now."""
    on = (meetings.c.day == day) | (meetings.c.first_day == day)
    found = map(_meeting, conn.execute(select(meetings).where(on).order_by(meetings.c.id.desc())))
    return next((each for each in found if each.what.casefold() == what.casefold()), None)


def to_come(conn: Connection, person_id: int, since: date) -> list[Meeting]:
    """The meetings from that day on to which this person was invited, and has not said that they cannot come."""
    joined = meetings.join(meeting_guests, meeting_guests.c.meeting_id == meetings.c.id)
    mine = and_(
        meeting_guests.c.person_id == person_id,
        meeting_guests.c.invited_at.is_not(None),
        func.coalesce(meeting_guests.c.answer, "") != "no",
        meetings.c.state == MeetingState.INVITED,
        meetings.c.day >= since,
    )
    return [_meeting(row) for row in conn.execute(select(meetings).select_from(joined).where(mine))]


def draft(
    conn: Connection, what: str, starts: tuple[date, time], place: str, roles: Iterable[Role], now: datetime
) -> Meeting:
    """A meeting to which nobody is invited yet."""
    values = {
        "what": what,
        "first_day": starts[0],
        "day": starts[0],
        "at": starts[1],
        "place": place,
        "roles": list(roles),
    }
    return get(conn, add(conn, meetings, values | {"state": MeetingState.DRAFT, "changed_at": now}))


def change(conn: Connection, meeting_id: int, now: datetime, **values: object) -> Meeting:
    """Bring its row up to date."""
    row = values | {"changed_at": now}
    conn.execute(update(meetings).where(meetings.c.id == meeting_id).values(row))
    return get(conn, meeting_id)


def enrol(conn: Connection, meeting_id: int, people: Iterable[int]) -> None:
    """They are to be invited."""
    rows = [{"meeting_id": meeting_id, "person_id": each, "pending": Says.INVITATION} for each in people]
    if rows:
        conn.execute(insert(meeting_guests), rows)


def guests(conn: Connection, meeting_id: int) -> list[Guest]:
    """All of them, by number."""
    mine = meeting_guests.c.meeting_id == meeting_id
    return [_guest(r) for r in conn.execute(select(meeting_guests).where(mine).order_by(meeting_guests.c.person_id))]


def set_guest(conn: Connection, meeting_id: int, person_id: int, **values: object) -> bool:
    """Bring a guest's row up to date. False if they are none."""
    one = and_(meeting_guests.c.meeting_id == meeting_id, meeting_guests.c.person_id == person_id)
    return conn.execute(update(meeting_guests).where(one).values(values)).rowcount > 0


def tell_invited(conn: Connection, meeting_id: int, says: Says) -> int:
    """Whoever was invited is to be told that; whoever was not is not told anything. Returns how many."""
    mine = meeting_guests.c.meeting_id == meeting_id
    invited = and_(mine, meeting_guests.c.invited_at.is_not(None))
    if says is Says.CANCELLED:
        conn.execute(update(meeting_guests).where(mine).values(pending=None))
    if says is Says.REMINDER:
        invited = and_(
            invited, meeting_guests.c.pending.is_(None), func.coalesce(meeting_guests.c.answer, "") != "no"
        )
    return conn.execute(update(meeting_guests).where(invited).values(pending=says)).rowcount


def forget_answers(conn: Connection, meeting_id: int) -> None:
    """They were given for another day."""
    conn.execute(update(meeting_guests).where(meeting_guests.c.meeting_id == meeting_id).values(answer=None))


def nothing_more(conn: Connection, meeting_id: int) -> None:
    """It is over: nobody is told anything any more."""
    conn.execute(update(meeting_guests).where(meeting_guests.c.meeting_id == meeting_id).values(pending=None))


def _meeting(row: Any) -> Meeting:
    roles = tuple(Role(each) for each in row.roles)
    return Meeting(
        *(row.id, row.what, row.day, row.at, row.place, roles, MeetingState(row.state)),
        *(row.was_day, row.was_at, row.listed_at),
    )


def _guest(row: Any) -> Guest:
    return Guest(row.person_id, Says(row.pending) if row.pending else None, row.invited_at, row.answer)
