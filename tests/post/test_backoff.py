"""Waits between two tries grow, end at a minute, and begin anew after a success."""

from mailbot.post.backoff import Backoff


def test_waits_double_up_to_a_minute() -> None:
    backoff = Backoff(jitter=lambda: 0.0)
    assert [backoff.wait() for _ in range(8)] == [1, 2, 4, 8, 16, 32, 60, 60]


def test_success_begins_anew() -> None:
    backoff = Backoff(jitter=lambda: 0.0)
    backoff.wait()
    backoff.wait()
    backoff.reset()
    assert backoff.wait() == 1


def test_chance_takes_up_to_half_away() -> None:
    assert Backoff(jitter=lambda: 1.0, first=8.0).wait() == 4


def test_a_very_long_outage_still_waits_a_minute() -> None:
    backoff = Backoff(jitter=lambda: 0.0)
    assert [backoff.wait() for _ in range(5000)][-1] == 60
