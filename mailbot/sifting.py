"""Which of the messages that wait on the server come first: known by their first bytes, before any is fetched."""

from collections.abc import Iterable, Sequence

from mailbot.clock import Clock
from mailbot.post.fetch import Mailbox
from mailbot.scheme import Scheme
from mailbot.store import outbox
from mailbot.triage import Place, turn_of

SAFETY = ("lone/",)
"""Templates whose answers cannot wait, whatever lane they went by: whether somebody is back safely."""


class Sifting:
    """Remembers by UID when each message has its turn, and nothing else of it.

    What it has not seen, or the server did not show, has its turn as it came: only order hangs on it.
    """

    def __init__(self, scheme: Scheme, box: Mailbox, clock: Clock) -> None:
        self._scheme, self._box, self._clock = scheme, box, clock
        self._turns: dict[int, Place] = {}

    def look(self, uids: Sequence[int]) -> list[int]:
        """Those of `uids` that have to be fetched now. After a broken connection it goes on where it was.

        Raises TryAgain if the server is away.
        """
        unseen = [uid for uid in uids if uid not in self._turns]
        now = self._clock.now()
        alerts, roll = self._scheme.database.read(
            lambda conn: (outbox.nonces_of_alerts(conn, SAFETY, now), self._scheme.roll(conn))
        )
        for uid, start in self._box.starts(unseen):
            self._turns[uid] = turn_of(self._scheme, roll, start, alerts)
        return [uid for uid in uids if self.is_now(uid)]

    def is_now(self, uid: int) -> bool:
        """Whether its first bytes showed a sign of harm, or an answer to an alert."""
        return self._turns.get(uid) is Place.NOW

    def in_turn(self, uids: Iterable[int]) -> list[int]:
        """Those in doubt before those without any sign; else as they came."""
        return sorted(uids, key=lambda uid: self._turns.get(uid, Place.IN_ORDER))

    def forget(self) -> None:
        """Nothing waits any more, or the UIDs mean other messages."""
        self._turns.clear()
