"""The real command line in a process of its own, forked from one that has imported mailbot already.

Importing takes seconds, and the crash tests start some dozens of processes. Each is a whole process all the same:
signals, exit status, SIGKILL and what is left on disk are real.
"""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from mailbot.cli import main
from tests.crash.die_at import DieAt, arm

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.run.warm", "pytest"])


@dataclass(frozen=True)
class Job:
    """A command: its arguments, what its environment holds, the file that gets its words, and where it dies."""

    args: tuple[str, ...]
    environ: Mapping[str, str]
    out: Path
    die_at: DieAt | None = None


@dataclass(frozen=True)
class Child:
    """A command that was started."""

    process: ForkServerProcess
    out: Path

    def ended(self, seconds: float = 120.0) -> int:
        """Its exit status, once it has ended; minus the signal's number if one killed it."""
        self.process.join(seconds)
        if self.process.exitcode is None:
            self.process.kill()
            raise AssertionError(f"still running after {seconds} s; it said:\n{self.words()}")
        return self.process.exitcode

    def stop(self, seconds: float = 30.0) -> int:
        """SIGTERM, then its exit status."""
        self.process.terminate()
        return self.ended(seconds)

    def words(self) -> str:
        """All that it has printed so far."""
        return self.out.read_text(errors="replace") if self.out.exists() else ""

    def says(self, words: str, seconds: float = 15.0) -> str:
        """Wait until it has said that; all that it said."""
        until(lambda: words in self.words() or not self.process.is_alive(), seconds)
        assert words in self.words(), f"it never said {words!r}, but:\n{self.words()}"
        return self.words()


def until(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    """Wait for that, or for so long."""
    ends = time.monotonic() + seconds
    while not condition() and time.monotonic() < ends:
        time.sleep(0.02)


def start(job: Job) -> Child:
    """Start a command."""
    process = CONTEXT.Process(target=run_cli, args=(job,), daemon=True)
    process.start()
    return Child(process, job.out)


def run_cli(job: Job) -> None:
    """What the new process does: exactly what `python -m mailbot` does."""
    out = os.open(job.out, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.environ.update(job.environ)
    sys.argv = ["mailbot", *job.args]
    if job.die_at:
        arm(job.die_at)
    main()
