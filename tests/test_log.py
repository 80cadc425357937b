"""A log line that cannot be printed stops nothing."""

import io

import pytest
import structlog

from mailbot import log


@pytest.fixture(autouse=True)
def as_before():
    yield
    structlog.reset_defaults()


def test_a_line_has_its_time_and_its_level():
    said = io.StringIO()
    log.configure(said)
    structlog.get_logger().warning("not processed", error="KeyError")
    assert "[warning  ] not processed" in said.getvalue() and "error=KeyError" in said.getvalue()


class Gone(io.StringIO):
    """A pipe whose reader is gone."""

    def write(self, _):
        raise BrokenPipeError


@pytest.mark.parametrize("level", ["info", "warning", "error", "critical", "exception"])
def test_a_log_that_is_gone_stops_nobody(level):
    closed = io.StringIO()
    closed.close()
    for to in (closed, Gone()):
        log.configure(to)
        getattr(structlog.get_logger(), level)("lost")
    read_again = io.StringIO()
    log.configure(read_again)
    getattr(structlog.get_logger(), level)("running")
    assert "running" in read_again.getvalue() and "lost" not in read_again.getvalue()
