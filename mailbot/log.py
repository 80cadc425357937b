"""Where log lines go: to standard error, and nothing waits for them or stops because of them."""

import logging
from contextlib import suppress
from typing import TextIO

import structlog


class Lines(structlog.PrintLogger):
    """Prints a line; one that cannot be printed (nobody reads the pipe, the disk is full) is lost alone."""

    def msg(self, message: str) -> None:
        """Print it, if that is possible."""
        with suppress(OSError, ValueError):
            super().msg(message)

    log = debug = info = warn = warning = fatal = failure = err = error = critical = exception = msg


def configure(to: TextIO) -> None:
    """Log to there: time in UTC, level, words; of people and texts nothing is ever logged (promise 6)."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: Lines(to),
        processors=[
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(colors=False),
        ],
    )
    logging.getLogger("flufl.bounce").disabled = True  # it would log the text of mails (promise 6)
