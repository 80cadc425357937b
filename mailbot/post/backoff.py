"""How long to wait before the next try."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Backoff:
    """Doubles the wait with each failure, from `first` to `cap` seconds, less up to half by chance.

    `jitter` gives a number from 0 to 1 (`random.random`), so that many waiting clients do not come at once.
    """

    jitter: Callable[[], float]
    first: float = 1.0
    cap: float = 60.0
    _failures: int = field(default=0, init=False)

    def wait(self) -> float:
        """Seconds to wait now; one more failure is counted."""
        longest = min(self.cap, self.first * 2.0 ** min(self._failures, 32))
        self._failures += 1
        return longest * (1 - self.jitter() / 2)

    def reset(self) -> None:
        """It worked: the next wait is short again."""
        self._failures = 0
