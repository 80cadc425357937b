"""Runs mailbot's command line and kills it, as `kill -9` does, at a chosen point: production code has no hooks.

    python -m tests.crash.die_at after-commit:3 run --once --config …

`arm` wraps one function of mailbot so that the process ends at its n-th call. What is on disk and on the servers
by then is all that the next run has.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

import mailbot.handle
import mailbot.incoming
import mailbot.outgoing
from mailbot.cli import main as run
from mailbot.outgoing import Outgoing
from mailbot.post.fetch import Mailbox
from mailbot.post.session import Session, _dotted
from mailbot.run import Daemon
from mailbot.working import Worker


@dataclass(frozen=True)
class DieAt:
    """A point of `POINTS`, and at which time of passing it."""

    point: str
    nth: int = 1


def die() -> None:
    """As `kill -9`: nothing is finished, nothing is told."""
    os.kill(os.getpid(), signal.SIGKILL)


def arm(where: DieAt) -> None:
    """From now on this process dies there."""
    calls = count(1)
    POINTS[where.point](lambda: next(calls) == where.nth)


IsTime = Callable[[], bool]
"""Whether this call is the one at which to die."""


def before(owner: Any, name: str) -> Callable[[IsTime], None]:
    """The point is just before `owner.name` is called."""

    def wrap(is_time: IsTime) -> None:
        original = getattr(owner, name)

        def wrapped(*args: Any, **more: Any) -> Any:
            if is_time():
                die()
            return original(*args, **more)

        setattr(owner, name, wrapped)

    return wrap


def after(owner: Any, name: str) -> Callable[[IsTime], None]:
    """The point is just after `owner.name` has returned."""

    def wrap(is_time: IsTime) -> None:
        original = getattr(owner, name)

        def wrapped(*args: Any, **more: Any) -> Any:
            result = original(*args, **more)
            if is_time():
                die()
            return result

        setattr(owner, name, wrapped)

    return wrap


def at_the_text(share: float) -> Callable[[IsTime], None]:
    """That share of a letter's text has gone out, and time has passed; what the server answers is never read."""

    def wrap(is_time: IsTime) -> None:
        original = Session._hand_over

        async def wrapped(self: Session, raw: bytes) -> Any:
            if not is_time():
                return await original(self, raw)
            assert self._smtp.protocol is not None
            text = _dotted(raw)
            self._smtp.protocol.write(text[: round(len(text) * share)])
            await asyncio.sleep(0.1)
            return die()

        Session._hand_over = wrapped  # type: ignore[method-assign]

    return wrap


POINTS: dict[str, Callable[[IsTime], None]] = {
    "after-fetch": before(mailbot.incoming, "triage"),
    "after-commit": before(Worker, "take"),
    "in-handle": before(mailbot.handle, "dispatch"),
    "after-decision": before(Daemon, "_decided"),
    "after-move": after(Mailbox, "move"),
    "claimed": before(Outgoing, "_deliver"),
    "in-the-text": at_the_text(0.5),
    "before-final-250": at_the_text(1.0),
    "after-final-250": before(mailbot.outgoing, "record"),
}


def main() -> None:
    """The command line, armed."""
    point, _, nth = sys.argv[1].partition(":")
    arm(DieAt(point, int(nth or 1)))
    sys.argv = ["mailbot", *sys.argv[2:]]
    run()


if __name__ == "__main__":
    main()
