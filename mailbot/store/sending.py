"""The life of an outgoing mail: claimed, handed over, and each result recorded (promise 2).

    queued -> sending -> sent | failed | uncertain | held | bounced

Nothing stays `sending` after a crash: `rescue` makes those `uncertain` at start.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, ColumnElement, Connection, and_, bindparam, func, or_, select, update

from mailbot.events import Hold, Lane
from mailbot.store.outbox import OutState, Sent, sent_from
from mailbot.store.tables import attention, letters, outbox, recipients

TRY_AGAIN_AFTER = tuple(timedelta(minutes=m) for m in (0, 1, 5, 15, 60, 240))
ALARM_TRY_AGAIN_AFTER = timedelta(seconds=15)
MOST_TRIES = 30
KEPT = "kept"  # a recipient from whom it is kept since it was written
STUCK = (OutState.QUEUED, OutState.FAILED, OutState.UNCERTAIN)

_CHANGE = update(outbox).where(outbox.c.id == bindparam("which"))
_END = _CHANGE.where(outbox.c.state != OutState.BOUNCED)
_ACCEPTED = (
    update(recipients)
    .where(recipients.c.outbox_id == bindparam("which"), recipients.c.address == bindparam("who"))
    .values(state="accepted")
)
_DUE = and_(
    outbox.c.state == OutState.QUEUED, outbox.c.lane == bindparam("lane"), outbox.c.try_at <= bindparam("now")
)
_NEXT_DUE = select(outbox).where(_DUE).order_by(outbox.c.id).limit(bindparam("most"))
_ANY_DUE = select(outbox.c.id).where(_DUE).limit(1)
_NEXT_LEAVES = select(func.min(outbox.c.try_at)).where(outbox.c.state == OutState.QUEUED)
_THESE: BindParameter[int] = bindparam("these", expanding=True)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(_THESE))
    .values(state=OutState.SENDING, sending_at=bindparam("now"), tries=outbox.c.tries + 1)
)
_BODIES = select(letters.c.outbox_id, letters.c.packed).where(letters.c.outbox_id.in_(_THESE))
_OPEN = (
    select(recipients.c.outbox_id, recipients.c.address)
    .where(recipients.c.outbox_id.in_(_THESE), recipients.c.state.not_in(("accepted", KEPT)))
    .order_by(recipients.c.outbox_id, recipients.c.position)
)


@dataclass(frozen=True, slots=True)
class ToSend:
    """A claimed mail with the recipients that have not accepted it yet."""

    id: int
    lane: Lane
    message_id: str
    raw: bytes
    recipients: tuple[str, ...]
    second_route: bool
    tries: int


def claim(conn: Connection, now: datetime, lane: Lane, limit: int) -> list[ToSend]:
    """Take up to `limit` due mails of that lane and mark them `sending`."""
    rows = conn.execute(_NEXT_DUE, {"now": now, "lane": lane, "most": limit}).all()
    if not rows:
        return []
    ids = [row.id for row in rows]
    conn.execute(_CLAIM, {"these": ids, "now": now})
    bodies = dict(conn.execute(_BODIES, {"these": ids}).all())
    open_to = _open_recipients(conn, ids)
    return [
        ToSend(
            row.id,
            Lane(row.lane),
            row.message_id,
            zlib.decompress(bodies[row.id]),
            tuple(open_to.get(row.id, ())),
            row.second_route,
            row.tries + 1,
        )
        for row in rows
    ]


def _open_recipients(conn: Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    rows = conn.execute(_OPEN, {"these": ids})
    found: dict[int, list[str]] = {}
    for row in rows:
        if row.address not in found.setdefault(row.outbox_id, []):
            found[row.outbox_id].append(row.address)
    return found


def accepted(conn: Connection, outbox_id: int, addresses: Sequence[str]) -> None:
    """The server took responsibility for these recipients."""
    if addresses:
        conn.execute(_ACCEPTED, [{"which": outbox_id, "who": address} for address in addresses])


def refused(conn: Connection, outbox_id: int, address: str, code: int) -> None:
    """The server refused this recipient, with an SMTP code (RFC 5321, section 4.2)."""
    mine = and_(recipients.c.outbox_id == outbox_id, recipients.c.address == address)
    conn.execute(update(recipients).where(mine).values(state="refused", code=code))


def end(conn: Connection, outbox_id: int, state: OutState, now: datetime, code: int | None = None) -> None:
    """Record the end of an attempt: sent, failed, uncertain or bounced. What has come back stays `bounced`."""
    conn.execute(_END, {"which": outbox_id, "state": state, "ended_at": now, "code": code})


def try_again(conn: Connection, mail: ToSend, now: datetime, code: int | None) -> bool:
    """Queue it for another attempt after a growing pause; an alarm goes again within seconds.

    Returns False, and marks it failed, when the tries are used up.
    """
    if mail.tries >= MOST_TRIES and mail.lane is not Lane.CONCERN:
        end(conn, mail.id, OutState.FAILED, now, code)
        return False
    pause = TRY_AGAIN_AFTER[min(mail.tries, len(TRY_AGAIN_AFTER) - 1)]
    if mail.lane is Lane.CONCERN:
        pause = ALARM_TRY_AGAIN_AFTER
    values = {"state": OutState.QUEUED, "try_at": now + pause, "code": code}
    conn.execute(update(outbox).where(outbox.c.id == mail.id).values(values))
    return True


def withdraw(
    conn: Connection, about: Sequence[tuple[str, int]], addresses: Sequence[str], lists: Sequence[str] = ()
) -> list[int]:
    """Mails about these records that have not left do not go to these addresses any more. Returns which they are.

    One that would go to nobody else is held. `lists`: templates whose mails may be about any record.
    """
    subjects = [and_(outbox.c.subject_kind == kind, outbox.c.subject_id == number) for kind, number in about]
    subjects += [outbox.c.template.in_(lists)] if lists else []
    waits = outbox.c.state.in_((OutState.QUEUED, OutState.HELD))
    to_them = and_(recipients.c.address.in_(addresses), recipients.c.state.not_in(("accepted", KEPT)))
    found = select(outbox.c.id).join(recipients, recipients.c.outbox_id == outbox.c.id)
    ids = list(conn.scalars(found.where(waits, or_(*subjects), to_them).distinct())) if subjects and addresses else []
    for outbox_id in ids:
        conn.execute(update(recipients).where(recipients.c.outbox_id == outbox_id, to_them).values(state=KEPT))
        if not _open_recipients(conn, [outbox_id]):
            hold(conn, outbox_id, Hold.KEPT)
    return ids


def items_of(conn: Connection, outbox_ids: Sequence[int]) -> list[int]:
    """The items of what needs a person that these mails are about."""
    about = and_(outbox.c.id.in_(outbox_ids), outbox.c.subject_kind == "attention")
    return list(conn.scalars(select(outbox.c.subject_id).where(about)))


def to_file(conn: Connection, since: datetime, limit: int = 100) -> list[tuple[int, str]]:
    """Alerts sent since then whose copy may still lie in the provider's Sent folder: number and Message-ID."""
    sent = and_(outbox.c.lane == Lane.CONCERN, outbox.c.state == OutState.SENT, outbox.c.filed_at.is_(None))
    wanted = and_(sent, outbox.c.ended_at >= since)
    rows = conn.execute(select(outbox.c.id, outbox.c.message_id).where(wanted).order_by(outbox.c.id).limit(limit))
    return [(row.id, row.message_id) for row in rows]


def filed(conn: Connection, ids: Sequence[int], now: datetime) -> None:
    """Their copies lie where only some may look."""
    conn.execute(update(outbox).where(outbox.c.id.in_(ids)).values(filed_at=now))


def rescue(conn: Connection, now: datetime) -> list[Sent]:
    """At start: what was `sending` when the last run ended may or may not have left. Returns those rows."""
    rows = conn.execute(select(outbox).where(outbox.c.state == OutState.SENDING)).all()
    for row in rows:
        end(conn, row.id, OutState.UNCERTAIN, now)
    return [sent_from(row) for row in rows]


def unsettled(conn: Connection) -> list[tuple[Sent, str]]:
    """Uncertain mails that nobody has been told of since, with their Message-IDs."""
    since = attention.c.raised_at >= outbox.c.ended_at
    told = select(attention.c.id).where(attention.c.outbox_id == outbox.c.id, since).exists()
    wanted = and_(outbox.c.state == OutState.UNCERTAIN, ~told)
    return [
        (sent_from(row), row.message_id) for row in conn.execute(select(outbox).where(wanted).order_by(outbox.c.id))
    ]


def send_again(conn: Connection, outbox_id: int, at: datetime) -> None:
    """Queue an uncertain or failed mail once more, with the same Message-ID; not before `at`."""
    conn.execute(update(outbox).where(outbox.c.id == outbox_id).values(state=OutState.QUEUED, try_at=at))


def pause_in_doubt(mail: Sent) -> timedelta:
    """None after the first try; then growing, as whoever loses all our answers gets the mail each time."""
    return TRY_AGAIN_AFTER[min(max(mail.tries - 1, 0), len(TRY_AGAIN_AFTER) - 1)]


def release(conn: Connection, outbox_id: int, by: str, now: datetime) -> bool:
    """A person lets a held mail go; `by` is a role and a person's id, never a name. False if it was not held."""
    held = and_(outbox.c.id == outbox_id, outbox.c.state == OutState.HELD)
    values = {"state": OutState.QUEUED, "hold": None, "released_by": by, "released_at": now, "try_at": now}
    return conn.execute(update(outbox).where(held).values(values)).rowcount == 1


def use_second_route(conn: Connection, before: datetime, now: datetime) -> list[int]:
    """Alerts queued before that moment and still not accepted go by the second route from now on (promise 10).

    Those that the first route refused for good, or that are in doubt while nobody can look whether they left, are
    queued once more: twice beats never. Returns which alerts these are.
    """
    late = and_(overdue_alerts(before), outbox.c.second_route.is_(False))
    ids = list(conn.scalars(select(outbox.c.id).where(late)))
    again = and_(outbox.c.id.in_(ids), outbox.c.state.in_(STUCK))
    conn.execute(update(outbox).where(again).values(state=OutState.QUEUED, try_at=now))
    conn.execute(update(outbox).where(outbox.c.id.in_(ids)).values(second_route=True))
    return ids


def overdue_alerts(before: datetime) -> ColumnElement[bool]:
    """The condition for safeguarding mail queued, or let go, before that moment that SMTP has not accepted."""
    pending = outbox.c.state.in_([OutState.QUEUED, OutState.SENDING, OutState.UNCERTAIN, OutState.FAILED])
    return and_(
        outbox.c.lane == Lane.CONCERN, pending, func.coalesce(outbox.c.released_at, outbox.c.queued_at) <= before
    )


def count_overdue_alerts(conn: Connection, before: datetime, *, first_route_only: bool = False) -> int:
    """How many alerts SMTP has not accepted in time; or those of them that have not gone by the second route."""
    late = overdue_alerts(before)
    if first_route_only:
        late = and_(late, outbox.c.second_route.is_(False))
    return conn.scalar(select(func.count()).select_from(outbox).where(late)) or 0


def queued(conn: Connection) -> list[int]:
    """The mails that wait to be sent."""
    return list(conn.scalars(select(outbox.c.id).where(outbox.c.state == OutState.QUEUED)))


def hold(conn: Connection, outbox_id: int, reason: Hold) -> None:
    """Let it wait for a person after all."""
    conn.execute(update(outbox).where(outbox.c.id == outbox_id).values(state=OutState.HELD, hold=reason.name.lower()))


def next_due(conn: Connection) -> datetime | None:
    """When the next mail that waits may leave."""
    leaves: datetime | None = conn.scalar(_NEXT_LEAVES)
    return leaves


def any_due(conn: Connection, now: datetime, lane: Lane) -> bool:
    """Whether a mail of that lane is waiting that may be sent now."""
    return conn.scalar(_ANY_DUE, {"now": now, "lane": lane}) is not None
