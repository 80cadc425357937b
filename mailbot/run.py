"""The daemon: a thread for the mailbox, a writer, a loop that sends and ticks; `--once` drains and ends."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from sqlalchemy import Connection

from mailbot.clock import Clock
from mailbot.errors import GiveUp, TryAgain
from mailbot.events import Lane
from mailbot.findings import chain_gaps, team_gaps
from mailbot.handle import Decided
from mailbot.incoming import Incoming
from mailbot.outgoing import Outgoing
from mailbot.roll import Role
from mailbot.routes import imap_server
from mailbot.scheme import Scheme
from mailbot.store.migrate import require_current
from mailbot.ticks import look_after, needs_looking_after, prepare, raise_alarm
from mailbot.workflows.registry import Registry
from mailbot.working import Worker

log = structlog.get_logger()
T = TypeVar("T")
TICK_SECONDS = 1.0
STOP_SECONDS = 20.0
ALERT_CONNECTIONS = 2


@dataclass
class Daemon:
    """A running scheme. `tick` and `drain` may be called by those who move the clock themselves (demo, tests)."""

    scheme: Scheme
    registry: Registry
    clock: Clock

    def __post_init__(self) -> None:
        self.worker = Worker(self.scheme, self.registry, self.clock, self._decided)
        self.incoming = Incoming(self.scheme, self.worker, self.clock, imap_server(self.scheme.config))
        smtp = self.scheme.config.smtp
        self.senders = (
            Outgoing(self.scheme, self.clock, Lane.CONCERN, min(ALERT_CONNECTIONS, smtp.connections)),
            Outgoing(self.scheme, self.clock, Lane.ORDINARY, smtp.connections),
        )
        self._to_send = [asyncio.Event() for _ in self.senders]
        self._stopping = False
        self._ticking = asyncio.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.decided: list[Decided] = []
        self.keep_decisions = False

    async def start(self) -> None:
        """Check that starting is safe, and set in order what the last run left. Raises GiveUp with what to mend."""
        self._loop = asyncio.get_running_loop()
        require_current(self.scheme.database)
        refuse_without_officers(self.scheme)
        now = self.clock.now()
        await self._write(lambda conn: prepare(self.scheme, self.registry, conn, now))

    async def run(self) -> None:
        """Until SIGTERM or SIGINT; then finish the step in hand and stop."""
        await self.start()
        await asyncio.to_thread(self.scheme.compile_vocabularies)
        stop = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        scheduler = AsyncIOScheduler()
        scheduler.add_job(self._tick_alone, "interval", seconds=TICK_SECONDS, max_instances=1, coalesce=True)
        scheduler.start()
        tasks = [
            asyncio.create_task(asyncio.to_thread(self.incoming.run)),
            *(
                asyncio.create_task(self._keep_sending(*each))
                for each in zip(self.senders, self._to_send, strict=True)
            ),
        ]
        log.info("running")
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait({stopped, *tasks}, return_when=asyncio.FIRST_COMPLETED)
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await self._ticking.acquire()
        scheduler.shutdown(wait=False)
        await self._stop(tasks)

    async def drain(self) -> None:
        """Once: take in and decide all mail, fire what is due, send what is queued, move what is decided.

        Raises TryAgain if the mailbox cannot be read.
        """
        while True:
            await asyncio.to_thread(self.incoming.check)
            worked = await self.tick()
            sent = [await sender.send_all() for sender in self.senders]
            if not worked and not any(sent) and not await self._more_to_do():
                return

    async def _tick_alone(self) -> None:
        """A tick that stopping waits for, so that nothing is broken off in the middle."""
        async with self._ticking:
            await self.tick()

    async def tick(self) -> bool:
        """What the clock brings: timers, tries again, late alerts. True if there was anything to do."""
        now = self.clock.now()
        work = await asyncio.to_thread(self.worker.due_work, now)
        await asyncio.gather(*(asyncio.wrap_future(future) for future in work))
        self._wake_senders()
        needed = await asyncio.to_thread(self._read, lambda conn: needs_looking_after(self.scheme, conn, now))
        if needed:
            late = await self._write(lambda conn: look_after(self.scheme, conn, now))
            self._wake_senders()
            if late:
                await raise_alarm(self.scheme, late, self.clock)
        return bool(work) or needed

    async def close(self) -> None:
        """Say goodbye on every connection and finish what is being written."""
        await asyncio.to_thread(self.incoming.close)
        for sender in self.senders:
            await sender.close()
        await asyncio.to_thread(self.scheme.database.close)

    async def _keep_sending(self, sender: Outgoing, woken: asyncio.Event) -> None:
        while not self._stopping:
            await woken.wait()
            woken.clear()
            while not self._stopping and await self._any_due(sender):
                try:
                    await sender.send_due()
                except TryAgain as trouble:
                    log.warning("sending", trouble=str(trouble))
                    await asyncio.sleep(TICK_SECONDS)

    async def _stop(self, tasks: "list[asyncio.Task[None]]") -> None:
        """Ends each task after its step, or after its time; what failed in one is raised, not hidden."""
        log.info("stopping")
        self._stopping = True
        self.incoming.stop()
        self._wake_senders()
        _, late = await asyncio.wait(tasks, timeout=STOP_SECONDS)
        for task in late:
            task.cancel()
        for sender in self.senders:
            await sender.close()
        await asyncio.to_thread(self.scheme.database.close)
        for task in tasks:
            if task.done() and not task.cancelled():
                task.result()

    def _wake_senders(self) -> None:
        for event in self._to_send:
            event.set()

    async def _more_to_do(self) -> bool:
        if not self.worker.idle():
            return True
        return any([await self._any_due(sender) for sender in self.senders])

    async def _any_due(self, sender: Outgoing) -> bool:
        return await asyncio.to_thread(self._read, sender.any_due)

    def _read(self, question: Callable[[Connection], bool]) -> bool:
        return self.scheme.database.read(question)

    async def _write(self, job: Callable[[Connection], T]) -> T:
        return await asyncio.wrap_future(self.scheme.database.write(job, Lane.CONCERN))

    def _decided(self, decided: Decided | None) -> None:
        """In the writer's thread: a decision is committed, its mails can go."""
        if decided and self.keep_decisions:
            self.decided.append(decided)
        if self._loop and decided and decided.mails:
            self._loop.call_soon_threadsafe(self._wake_senders)


async def drain(daemon: Daemon) -> None:
    """`run --once`: start, drain, end."""
    await daemon.start()
    try:
        await daemon.drain()
    finally:
        await daemon.close()


def refuse_without_officers(scheme: Scheme) -> None:
    """Start is refused where an alert would reach nobody (promise 7), or one person only (L18)."""
    roll = scheme.database.read(scheme.roll)
    if not roll.with_role(Role.SAFEGUARDING_LEAD) or not roll.with_role(Role.COORDINATOR):
        raise GiveUp(
            "the roll needs a safeguarding_lead and a coordinator: import people.csv with both, or set [roles]"
        )
    if gaps := [*chain_gaps(scheme.config, roll), *team_gaps(scheme.config, roll)]:
        raise GiveUp("; ".join(gaps))
