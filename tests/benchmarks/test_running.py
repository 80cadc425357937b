"""Throughput and idle cost, measured small, to see that they measure: on real servers, through the real daemon."""

from pathlib import Path

import pytest

from benchmarks import idle, throughput


@pytest.mark.servers("dovecot", "smtp-sink")
def test_the_daemon_is_measured_beside_the_floor_and_loses_nothing(tmp_path: Path) -> None:
    result = throughput.measure(30, 1, tmp_path)
    assert result.lost == []
    assert sum(result.states.values()) == 30
    assert result.mails["sent"] > 10
    assert 0 < result.ratio(1) < 2
    assert 0 < result.ratio(10) < 2


@pytest.mark.servers("dovecot")
def test_waiting_and_answering_are_timed() -> None:
    result = idle.measure(seconds=1, count=2)
    assert result.memory > 10
    assert result.cpu < 1000
    assert all(0 < each < 10_000 for each in result.latencies + result.noticed)
