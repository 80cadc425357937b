"""Work for the writer: each message and each due timer once, in a transaction of its own, failures counted."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import Connection

from mailbot.clock import Clock
from mailbot.events import LANES, Lane
from mailbot.failing import message_failed, message_failed_plainly, timer_failed
from mailbot.handle import Decided, fire, handle
from mailbot.scheme import Scheme
from mailbot.store import inbox, timers
from mailbot.store.inbox import Waiting
from mailbot.store.timers import Timer
from mailbot.workflows.registry import Registry

log = structlog.get_logger()
Failure = Callable[[Connection, str, datetime], None]
"""Writes that something failed: told the type of the error, and the time."""


class Worker:
    """Hands messages and timers to the database's writer; a message is never handed over twice at a time.

    `on_done` is called in the writer's thread after each commit.
    """

    def __init__(
        self, scheme: Scheme, registry: Registry, clock: Clock, on_done: Callable[[Decided | None], None]
    ) -> None:
        self._scheme, self._registry, self._clock, self._on_done = scheme, registry, clock, on_done
        self._busy: dict[tuple[str, int], Future[None]] = {}
        self._lock = threading.Lock()

    def take(self, item: Waiting) -> "Future[None]":
        """Decide this message as soon as its turn comes; the future ends after its commit, or its failure's."""
        return self._once(("message", item.id), item.lane, lambda done: self._message(item, done))

    def fire(self, timer: Timer) -> "Future[None]":
        """Decide this due timer."""
        return self._once(("timer", timer.id), Lane.CONCERN, lambda done: self._timer(timer, done))

    def due_work(self, now: datetime) -> "list[Future[None]]":
        """Everything whose time has come: timers, and messages left from before or to be tried again."""
        waiting, due = self._scheme.database.read(lambda c: (inbox.waiting(c, now), timers.due(c, now)))
        return [self.take(item) for item in waiting] + [self.fire(timer) for timer in due]

    def idle(self) -> bool:
        """Whether nothing is being worked on."""
        with self._lock:
            return not self._busy

    def _once(self, key: tuple[str, int], lane: Lane, start: Callable[["Future[None]"], None]) -> "Future[None]":
        with self._lock:
            if key in self._busy:
                return self._busy[key]
            done: Future[None] = Future()
            done.set_running_or_notify_cancel()  # so that who waits for it may give up, and cannot cancel the work
            self._busy[key] = done
        done.add_done_callback(lambda _: self._forget(key))
        start(done)
        return done

    def _forget(self, key: tuple[str, int]) -> None:
        with self._lock:
            self._busy.pop(key, None)

    def _message(self, item: Waiting, done: "Future[None]") -> None:
        def job(conn: Connection) -> Decided | None:
            if not inbox.is_waiting(conn, item.id):
                return None
            return handle(self._scheme, self._registry, conn, item, self._clock.now())

        failures = (partial(message_failed, self._scheme, item), partial(message_failed_plainly, self._scheme, item))
        self._run(job, failures, item.lane, done)

    def _timer(self, timer: Timer, done: "Future[None]") -> None:
        def job(conn: Connection) -> Decided | None:
            return fire(self._scheme, self._registry, conn, timer, self._clock.now())

        self._run(job, (partial(timer_failed, self._scheme, timer),), Lane.CONCERN, done)

    def _run(
        self,
        job: Callable[[Connection], Decided | None],
        failures: Sequence[Failure],
        lane: Lane,
        done: "Future[None]",
    ) -> None:
        """Run the job; if it fails, everything of it is rolled back and the failure is written instead."""

        def finished(result: "Future[Decided | None]") -> None:
            error = result.exception()
            if error is None:
                self._on_done(result.result())
                done.set_result(None)
                return
            self._record(failures, type(error).__name__, done)
            log.warning("not processed", error=type(error).__name__)  # last: a log that is gone stops nothing

        self._scheme.database.write(job, lane).add_done_callback(finished)

    def _record(self, failures: Sequence[Failure], error: str, done: "Future[None]") -> None:
        """Write the failure; if not even that can be written, the plainer form of it, else it is tried again."""

        def written(result: "Future[None]") -> None:
            problem = result.exception()
            if problem and failures[1:]:
                self._record(failures[1:], error, done)
            else:
                self._on_done(None)
                done.set_result(None)
            if problem:
                log.error("a failure could not be recorded", error=type(problem).__name__)

        now = self._clock.now()
        self._scheme.database.write(lambda c: failures[0](c, error, now), Lane.CONCERN).add_done_callback(written)


def in_order(items: list[Waiting]) -> list[Waiting]:
    """Concerns first, then as they came."""
    return sorted(items, key=lambda item: (LANES.index(item.lane), item.id))
