"""Throughput and idle cost, measured small, to see that they measure: on real servers, through the real daemon."""

from pathlib import Path

import pytest

from benchmarks import alert, idle, throughput


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


@pytest.mark.servers("dovecot")
def test_the_way_from_a_concern_to_its_alert_is_timed(tmp_path: Path) -> None:
    result = alert.measure(alert.Asked(messages=70, mean_kb=5, concerns=1), tmp_path)
    assert all(0 < each < alert.PATIENCE for each in result.idle + result.waiting + result.arriving)
    assert len(result.idle) == len(result.waiting) == len(result.arriving) == 1
    assert result.cpu > 0
    assert result.holds == (max(result.idle) < 2 and max(result.waiting + result.arriving) < 60)


def test_the_mean_size_that_is_asked_for_is_reached(tmp_path: Path) -> None:
    (tmp_path / "Maildir" / "tmp").mkdir(parents=True)
    (tmp_path / "Maildir" / "new").mkdir()
    mean = alert.fill(tmp_path, alert.Asked(messages=300, mean_kb=70, concerns=2), ["a", "b"])
    files = sorted((tmp_path / "Maildir" / "new").iterdir())
    assert len(files) == 302
    assert 65 < mean < 75
    assert mean == pytest.approx(sum(file.stat().st_size for file in files) / 302_000)
    assert sum(b"There was bruising" in file.read_bytes() for file in files) <= 2
