"""The daemon inside the test, with a clock that the test moves."""

import asyncio
from datetime import UTC, datetime, timedelta

from mailbot.clock import FixedClock
from mailbot.run import Daemon, drain
from mailbot.status import Status, status_of
from mailbot.workflows.registry import Registry
from tests.run.scheme_for_tests import SchemeForTests


class MovedClock:
    """Begins at `at`, else now. `drains` is what `run --once` does at the clock's time."""

    def __init__(self, scheme: SchemeForTests, at: datetime | None = None, registry: Registry | None = None) -> None:
        self.clock = FixedClock(at or datetime.now(UTC))
        self.registry = registry or Registry()
        self._opened = scheme.open()

    def drains(self, later: timedelta = timedelta(0)) -> None:
        """Some time passes, then everything that is due is done."""
        self.clock.move_by(later)
        asyncio.run(drain(Daemon(self._opened, self.registry, self.clock)))

    def status(self) -> Status:
        """How things stand at the clock's time."""
        return self._opened.database.read(lambda conn: status_of(self._opened, conn, self.clock.now()))
