"""Outgoing mail: claim, deliver, record each result; what may have been sent is looked for, and said (promise 2)."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

import structlog
from sqlalchemy import Connection

from mailbot.clock import Clock
from mailbot.events import Hold, Lane, Level
from mailbot.post.envelope import Delivery, Envelope
from mailbot.post.send import Postman
from mailbot.roll import Role
from mailbot.routes import smtp_server
from mailbot.scheme import Scheme
from mailbot.store import attention, health, outbox, sending
from mailbot.store.attention import NewAttention
from mailbot.store.outbox import OutState, Sent
from mailbot.store.sending import ToSend
from mailbot.workflows.outside import is_outside, may_be_mailed
from mailbot.workflows.why import Why

T = TypeVar("T")
log = structlog.get_logger()


class Outgoing:
    """Sends the mails of one lane: by the first route, or by the second for late alerts (promise 10).

    Concerns have a sender of their own, so that they never wait for a slow server's answer to anything else.
    """

    def __init__(self, scheme: Scheme, clock: Clock, lane: Lane, connections: int) -> None:
        self._scheme, self._clock, self._lane, self._batch = scheme, clock, lane, connections
        smtp = scheme.config.smtp
        self._first = Postman(smtp_server(smtp), connections)
        self._second = Postman(smtp_server(smtp.second), connections) if smtp.second else None

    async def send_due(self) -> int:
        """Claim and send as many as there are connections; returns how many that were."""
        now = self._clock.now()
        claimed, held = await self._write(lambda conn: self._claim(conn, now))
        leaving = [mail for mail in claimed if mail.id not in held]
        results = list(zip(leaving, await asyncio.gather(*map(self._deliver, leaving)), strict=True))
        if claimed:
            await self._write(lambda conn: record(conn, self._clock, results))
        if held:
            await self._write(lambda conn: self._hold(conn, held))
        return len(claimed)

    def _claim(self, conn: Connection, now: datetime) -> tuple[list[ToSend], dict[int, Hold]]:
        """What is due, and why some of it may not leave after all, by number."""
        claimed = sending.claim(conn, now, self._lane, self._batch)
        reasons = {mail.id: self._reason(conn, mail, now) for mail in claimed}
        return claimed, {number: reason for number, reason in reasons.items() if reason}

    def _reason(self, conn: Connection, mail: ToSend, now: datetime) -> Hold | None:
        """The last line: whatever queued it, nothing leaves that mode or directory do not allow (promise 7)."""
        if held := self._scheme.hold_by_mode(mail.recipients):
            return held
        outside = self._lane is Lane.CONCERN and is_outside(self._scheme, conn, mail.id)
        return Hold.DIRECTORY if outside and not may_be_mailed(self._scheme, conn, mail.id, now) else None

    def any_due(self, conn: Connection) -> bool:
        """Whether a mail of this lane may be sent now."""
        return sending.any_due(conn, self._clock.now(), self._lane)

    async def send_all(self) -> int:
        """Until nothing is due any more; returns how many that were."""
        count = 0
        while sent := await self.send_due():
            count += sent
        return count

    async def close(self) -> None:
        await self._first.close()
        if self._second:
            await self._second.close()

    async def _write(self, job: Callable[[Connection], T]) -> T:
        return await asyncio.wrap_future(self._scheme.database.write(job, Lane.CONCERN))

    def _hold(self, conn: Connection, held: Mapping[int, Hold]) -> None:
        """They wait for a person; a report to an outside team is not left waiting in silence."""
        for number, reason in held.items():
            sending.hold(conn, number, reason)
            if reason is Hold.DIRECTORY:
                why, role = Why.ESCALATION_NOT_POSSIBLE, Role.SAFEGUARDING_LEAD
                _tell(conn, number, why, role, self._clock.now())

    async def _deliver(self, mail: ToSend) -> Delivery:
        postman = self._second if mail.second_route and self._second else self._first
        delivery = await postman.deliver(Envelope(self._scheme.own_address, mail.recipients, mail.raw))
        if delivery.state != "sent":
            log.warning("mail", outbox_id=mail.id, state=delivery.state, code=delivery.code, note=delivery.note)
        return delivery


def record(conn: Connection, clock: Clock, results: Sequence[tuple[ToSend, Delivery]]) -> None:
    """Write what became of each mail, and of each recipient."""
    now = clock.now()
    for mail, delivery in results:
        sending.accepted(conn, mail.id, delivery.accepted)
        for refused in delivery.refused:
            sending.refused(conn, mail.id, refused.address, refused.code)
        _end(conn, mail, delivery, clock)
    if any(delivery.accepted for _, delivery in results):
        health.note(conn, health.SMTP_ACCEPTED, now)


def settle_uncertain(scheme: Scheme, clock: Clock, was_sent: Callable[[Sent, str], bool] | None) -> None:
    """Mails that may have been sent: look in the Sent folder where there is one; then alerts go again, the rest wait.

    Twice beats never for safeguarding; anything else is said to a person (promise 2).
    """
    for mail, message_id in scheme.database.read(sending.unsettled):
        found = was_sent is not None and was_sent(mail, message_id)
        scheme.database.write(partial(settle_one, clock=clock, mail=mail, was_sent=found), mail.lane).result()


def settle_one(conn: Connection, clock: Clock, mail: Sent, was_sent: bool) -> None:
    """One mail of which it is now known whether it stands in the Sent folder."""
    now = clock.now()
    if was_sent:
        sending.end(conn, mail.id, OutState.SENT, now)
    elif mail.lane is Lane.CONCERN:
        sending.send_again(conn, mail.id, now + sending.pause_in_doubt(mail))
    else:
        _tell(conn, mail.id, Why.MAIL_UNCERTAIN, Role.COORDINATOR, now)


def _end(conn: Connection, mail: ToSend, delivery: Delivery, clock: Clock) -> None:
    now = clock.now()
    for_later = any(refused.temporary for refused in delivery.refused)
    match delivery.state:
        case "sent" if not for_later:
            sending.end(conn, mail.id, OutState.SENT, now, delivery.code)
            if delivery.refused:
                _tell(conn, mail.id, Why.MAIL_FAILED, Role.COORDINATOR, now)
        case "try_again" | "sent":
            if not sending.try_again(conn, mail, now, delivery.code):
                _tell(conn, mail.id, Why.MAIL_FAILED, Role.COORDINATOR, now)
        case "uncertain":
            sending.end(conn, mail.id, OutState.UNCERTAIN, now, delivery.code)
        case "failed":
            sending.end(conn, mail.id, OutState.FAILED, now, delivery.code)
            _tell(conn, mail.id, Why.MAIL_FAILED, Role.COORDINATOR, now)


def _tell(conn: Connection, outbox_id: int, why: Why, role: Role, now: datetime) -> None:
    """A mail about such a mail is not mailed about again: it would go round in circles."""
    about = outbox.get(conn, outbox_id)
    mailed = about is not None and about.template == "attention/now"
    new = NewAttention(level=Level.NOW, why=why, role=role, outbox_id=outbox_id, mailed=mailed)
    attention.raise_(conn, new, now)
