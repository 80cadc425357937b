"""Letters over SMTP: a few connections that are used again, and a plain word on what became of each letter."""

import asyncio
import ssl

from mailbot.errors import TryAgain
from mailbot.post.envelope import Delivery, Envelope, Refused, State
from mailbot.post.session import Lost, Session
from mailbot.post.settings import SmtpServer, tls_context

__all__ = ["Delivery", "Envelope", "Postman", "Refused", "State"]


class Postman:
    """Delivers envelopes to one server, over up to `connections` connections. Belongs to one event loop."""

    def __init__(self, server: SmtpServer, connections: int = 10) -> None:
        self._server = server
        self._slots = asyncio.Semaphore(connections)
        self._idle: list[Session] = []
        self._context: ssl.SSLContext | None = None

    async def deliver(self, envelope: Envelope) -> Delivery:
        """Hand over one envelope, once. Raises nothing for what a network or a server can do."""
        async with self._slots:
            try:
                return await self._deliver(envelope)
            except TryAgain as trouble:
                return Delivery("try_again", note=str(trouble))
            except Lost as lost:
                return Delivery("try_again", note=f"SMTP server {self._server.host}:{self._server.port}: {lost}")

    async def check(self) -> None:
        """Connect and log in, and keep the connection for later. Raises TryAgain with one clear line."""
        async with self._slots:
            self._idle.append(await self._opened())

    async def close(self) -> None:
        """Say goodbye on every idle connection. `deliver` may follow."""
        idle, self._idle = self._idle, []
        await asyncio.gather(*(session.close() for session in idle))

    async def _deliver(self, envelope: Envelope) -> Delivery:
        """A connection that has been idle may be dead without our knowing: then, once, over a new one."""
        if session := self._take():
            try:
                return await self._over(session, envelope)
            except Lost:
                self._drop_idle()  # they are as old
        return await self._over(await self._opened(), envelope)

    async def _over(self, session: Session, envelope: Envelope) -> Delivery:
        delivery = await session.deliver(envelope)
        if session.usable:
            self._idle.append(session)
        return delivery

    def _take(self) -> Session | None:
        while self._idle:
            if (session := self._idle.pop()).usable:
                return session
            session.drop()
        return None

    def _drop_idle(self) -> None:
        while self._idle:
            self._idle.pop().drop()

    async def _opened(self) -> Session:
        self._context = self._context or tls_context(self._server)
        session = Session(self._server, self._context)
        await session.open()
        return session
