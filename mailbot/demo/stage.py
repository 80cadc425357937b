"""Where the story is played: a daemon on embedded servers, and a clock that stops wherever something is due."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from mailbot.clock import FixedClock
from mailbot.demo.people import BOT, MOVED_AWAY, Someone, make_scheme, passwords
from mailbot.demo.post import Written, mail_of, mailbox, send
from mailbot.demo.servers import ZONE, Servers, servers
from mailbot.handle import Decided
from mailbot.run import Daemon
from mailbot.scheme import Scheme
from mailbot.store.tables import timers
from mailbot.workflows.registry import Registry

SCENES = {
    "digest": "The morning's digest",
    "visit-unconfirmed": "Nobody has said how a visit went",
    "visit-unanswered": "Nobody has answered how a visit went",
    "visit-before": "A visit is near",
    "next-visit": "The next visit is not planned",
    "rhythm": "The morning's look at all visits",
    "welcome": "A new volunteer",
    "bundle": "One mail with what waits for a volunteer",
    "replacement-unanswered": "Nobody has agreed a new date",
    "draft-waits": "A report waits for a word",
    "form-leaves": "The time of the call has not come",
    "ground-unanswered": "The ground has not been recorded",
    "escalation-unanswered": "The outside team has not answered",
}
"""What the clock brings, by timer."""


@dataclass(frozen=True, slots=True)
class Step:
    """One message, or one timer, and all that came of it. `at` is local; `scene` says what the story calls it."""

    at: datetime
    decided: Decided
    scene: str

    @property
    def is_worth_telling(self) -> bool:
        """A timer that found nothing to do is not."""
        return self.decided.turn.reading is not None or bool(self.decided.mails)


@dataclass
class Stage:
    """The scheme with its people. Every step is kept, and told as it happens."""

    daemon: Daemon
    clock: FixedClock
    servers: Servers
    told: Callable[[Scheme, Step], None]
    steps: list[Step] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        """The story's time, local."""
        return self.clock.now().astimezone(ZONE)

    async def until(self, day: date, hour: int, minute: int) -> None:
        """Let time pass. Whatever comes due on the way happens at its own time."""
        goal = datetime.combine(day, time(hour, minute), ZONE)
        while (due := self._next_due()) and due <= goal:
            self.clock.move_to(max(due, self.clock.now()))
            await self._work("")
        self.clock.move_to(goal)

    async def write(self, scene: str, written: Written) -> None:
        """Somebody sends a mail, and the daemon does its work."""
        await send(self.servers, mail_of(written, self.now), written.by)
        await self._work(scene)

    async def look(self, scene: str) -> None:
        """The daemon looks for mail that nobody of the story wrote: what a mail server sent back."""
        await self._work(scene)

    async def latest(self, person: Someone, words: str) -> EmailMessage:
        """The newest mail in somebody's mailbox whose subject has these words."""
        found = [mail for mail in await mailbox(self.servers, person.email) if words in str(mail["Subject"])]
        if not found:
            raise LookupError(f"the story went another way: {person.first_name} has no mail about “{words}”")
        return found[-1]

    async def mailboxes(self) -> dict[str, list[EmailMessage]]:
        """Everybody's mail as it lies there now; the scheme's own inbox too."""
        people = [address for address in self.servers.passwords if address != BOT]
        found = {address: await mailbox(self.servers, address) for address in people}
        return found | {BOT: await mailbox(self.servers, BOT)}

    def _next_due(self) -> datetime | None:
        due: datetime | None = self.daemon.scheme.database.read(lambda c: c.scalar(select(func.min(timers.c.due_at))))
        return due

    async def _work(self, scene: str) -> None:
        await self.daemon.drain()
        for decided in self.daemon.decided:
            step = Step(self.now, decided, _scene(decided, scene))
            if step.is_worth_telling:
                self.steps.append(step)
                self.told(self.daemon.scheme, step)
        self.daemon.decided.clear()


def _scene(decided: Decided, scene: str) -> str:
    """A message belongs to its scene; what the clock brings is a scene of its own."""
    timer = decided.turn.timer
    return SCENES.get(timer.name, timer.name) if timer else scene


@asynccontextmanager
async def stage(begins: datetime, told: Callable[[Scheme, Step], None]) -> AsyncIterator[Stage]:
    """Everything set up in a temporary folder, which is removed at the end; `begins` is the story's first moment."""
    clock = FixedClock(begins)
    with TemporaryDirectory(prefix="mailbot-demo-") as folder:
        async with servers(passwords(), clock, {MOVED_AWAY.email}) as running:
            scheme = make_scheme(Path(folder), running, clock.now())
            daemon = Daemon(scheme, Registry(), clock)
            daemon.keep_decisions = True
            await daemon.start()
            try:
                yield Stage(daemon, clock, running, told)
            finally:
                await daemon.close()
