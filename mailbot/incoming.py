"""The mailbox's thread: notice, fetch, commit, hand over, and move the server's copies when they are decided."""

import random
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, wait
from datetime import timedelta

import structlog
from sqlalchemy import Connection

from mailbot.clock import Clock
from mailbot.config import Mode
from mailbot.errors import TryAgain
from mailbot.events import Disposition, Lane, Level
from mailbot.outgoing import settle_uncertain
from mailbot.post.answers import grouped
from mailbot.post.backoff import Backoff
from mailbot.post.fetch import Fetched, Mailbox
from mailbot.post.settings import ImapServer
from mailbot.post.signatures import is_signed_by
from mailbot.roll import Role
from mailbot.scheme import Scheme
from mailbot.sifting import Sifting
from mailbot.store import attention, health, inbox, outbox, sending
from mailbot.store.attention import NewAttention
from mailbot.store.inbox import Arrival, Settled
from mailbot.triage import Triage, answers_alert, triage
from mailbot.workflows.why import Why
from mailbot.working import Worker, in_order

log = structlog.get_logger()
BATCH = 50
BATCHES_AHEAD = 2
LOOKED_AT = 300
"""Messages that are looked at in one go, before those that show harm are taken in."""
MOST_UNEXPECTED = 5
FILED_WITHIN = timedelta(hours=1)  # a provider files what it has sent within minutes, if it does at all


class Incoming:
    """Owns the IMAP connection. `run` is the body of its thread; `stop` may be called from any other."""

    def __init__(self, scheme: Scheme, worker: Worker, clock: Clock, server: ImapServer) -> None:
        self._scheme, self._worker, self._clock, self._server = scheme, worker, clock, server
        self._box = Mailbox(server, clock)
        self._name = f"{server.user}@{server.host}/{server.inbox}"
        self._sifting = Sifting(scheme, self._box, clock)
        self._known: set[int] = set()
        self._told_of: set[int] = set()
        self._ahead: list[Future[None]] = []
        self._stopping = threading.Event()
        self._backoff = Backoff(random.random)

    def run(self) -> None:
        """Until `stop`: check, wait for mail, check again; reconnect with growing pauses.

        What is unknown counts as worth another try, five times in a row; then it ends the daemon, aloud.
        """
        unexpected = 0
        while not self._stopping.is_set():
            try:
                self.check()
                self._backoff.reset()
                self._box.wait(self._scheme.config.mailbox.poll_seconds)
                unexpected = 0
            except TryAgain as trouble:
                log.warning("mailbox", trouble=str(trouble))
                self._box.pause(self._backoff.wait())
            except Exception as error:
                unexpected += 1
                log.error("mailbox: unexpected", error=type(error).__name__, times=unexpected)
                if unexpected >= MOST_UNEXPECTED:
                    raise
                self._box.pause(self._backoff.wait())
        self._box.close()

    def stop(self) -> None:
        """End `run` after the present step."""
        self._stopping.set()
        self._box.wake()

    def close(self) -> None:
        """Log out; for those who call `check` themselves."""
        self._box.close()

    def wake(self) -> None:
        """Check the mailbox now, because something was decided that has to be moved."""
        self._box.wake()

    def check(self) -> None:
        """Take in everything new and see it decided, move what is decided, and remember that the mailbox was read.

        Raises TryAgain if the server is away.
        """
        if not self._box.connected:
            self._connect()
        self._move_settled()
        self._take_in_all()
        self._catch_up(0)
        self._move_settled()
        if self._box.withheld - self._told_of:
            self._told_of |= self._box.withheld
            self._scheme.database.write(self._tell_of_withheld).result()
        self._settle_uncertain()
        self._file_sent()
        self._scheme.database.write(self._note_check).result()

    def _take_in_all(self) -> None:
        """What shows harm first, then the rest as it came; and between two batches what has come meanwhile."""
        uids = self._box.new_uids(self._known)
        newest = max(uids, default=0)
        waiting = self._concerns_first(uids) if len(uids) > BATCH else uids
        while waiting and not self._stopping.is_set():
            self._take_in(waiting[:BATCH])
            waiting = waiting[BATCH:]
            if fresh := self._box.new_uids(self._known, newest) if waiting else []:
                newest = fresh[-1]
                waiting = self._sifting.in_turn(waiting + self._concerns_first(fresh))
            self._settle_uncertain()  # not only when all is taken in, which may be long
        if not waiting:
            self._sifting.forget()

    def _concerns_first(self, uids: Sequence[int]) -> list[int]:
        """Takes in, and hands over, those that show harm in their first bytes; returns the others in their turn."""
        for group in grouped(uids, LOOKED_AT):
            for some in grouped(self._sifting.look(group), BATCH):
                self._take_in(some)
            if self._stopping.is_set():
                break
        return self._sifting.in_turn(uid for uid in uids if uid not in self._known)

    def _settle_uncertain(self) -> None:
        settle_uncertain(self._scheme, self._clock, self._was_sent if self._server.sent else None)

    def _file_sent(self) -> None:
        """What the provider keeps of alerts in its Sent folder goes where only some may look, too."""
        sent, restricted = self._server.sent, self._server.restricted
        if not sent or not restricted or self._scheme.config.scheme.mode is Mode.TEST:
            return
        now = self._clock.now()
        alerts = self._scheme.database.read(lambda conn: sending.to_file(conn, now - FILED_WITHIN))
        if not alerts:
            return
        try:
            found = set(self._box.move_message_ids([each for _, each in alerts], sent, restricted))
        except TryAgain as trouble:  # taking in mail never waits for this
            log.warning("mailbox", trouble=str(trouble))
            return
        ids = [number for number, message_id in alerts if message_id in found]
        self._scheme.database.write(lambda conn: sending.filed(conn, ids, now)).result()

    def _tell_of_withheld(self, conn: Connection) -> None:
        """The server lists these but does not hand them out: nobody else would notice (promise 1)."""
        new = NewAttention(level=Level.NOW, why=Why.WITHHELD, role=Role.COORDINATOR, mailed=False)
        attention.raise_(conn, new, self._clock.now())

    def _connect(self) -> None:
        before = self._box.uidvalidity
        self._box.connect()
        if self._box.uidvalidity != before:
            self._sifting.forget()
        known = self._scheme.database.read(lambda conn: inbox.known_uids(conn, self._name, self._box.uidvalidity))
        self._known = known

    def _note_check(self, conn: Connection) -> None:
        poll = timedelta(seconds=self._scheme.config.mailbox.poll_seconds)
        health.note_check(conn, self._clock.now(), poll)

    def _take_in(self, uids: Sequence[int]) -> None:
        """Commit the raw bytes first (promise 1); then hand over, and go on fetching meanwhile."""
        arrivals = list(self._arrivals(self._box.fetch(uids)))
        if not arrivals:
            return  # somebody else has moved them meanwhile
        now = self._clock.now()
        waiting = self._scheme.database.write(lambda conn: inbox.take_in(conn, arrivals, now), Lane.CONCERN).result()
        self._known.update(each.uid for each in arrivals)
        self._ahead += [self._worker.take(item) for item in in_order(waiting)]
        self._catch_up(BATCH * BATCHES_AHEAD)
        self._move_settled()

    def _arrivals(self, batch: Iterable[Fetched]) -> Iterator[Arrival]:
        roll = self._scheme.database.read(self._scheme.roll)
        for each in batch:
            seen = triage(self._scheme, roll, each.raw, is_signed_by)
            yield Arrival(
                mailbox=self._name,
                uidvalidity=self._box.uidvalidity,
                uid=each.uid,
                arrived_at=each.internaldate,
                raw=each.raw,
                lane=self._lane(each, seen),
                identity=seen.identity,
                trust=seen.trust,
                message=seen.message,
                packed=inbox.pack(each.raw),
            )

    def _lane(self, fetched: Fetched, seen: Triage) -> Lane:
        """That for concerns also if its first bytes showed a sign, or if it answers a mail about a concern."""
        read, message = self._scheme.database.read, seen.message
        if seen.lane is Lane.CONCERN or self._sifting.is_now(fetched.uid):
            return Lane.CONCERN
        return Lane.CONCERN if read(lambda conn: answers_alert(self._scheme, conn, message)) else seen.lane

    def _catch_up(self, ahead: int) -> None:
        """Wait until at most so many messages are being decided, so that memory stays bounded."""
        if len(self._ahead) > ahead:
            wait(self._ahead[: len(self._ahead) - ahead])
            self._ahead = [future for future in self._ahead if not future.done()]

    def _move_settled(self) -> None:
        """Move the server's copies of what is decided, in batches. In test mode they stay untouched (promise 7)."""
        if self._scheme.config.scheme.mode is Mode.TEST:
            return
        validity = self._box.uidvalidity
        while settled := self._scheme.database.read(lambda conn: inbox.to_move(conn, self._name, validity)):
            for folder in dict.fromkeys(map(self._folder, settled)):
                self._box.move([each.uid for each in settled if self._folder(each) == folder], folder)
            self._scheme.database.write(self._moved([each.id for each in settled]), Lane.CONCERN).result()

    def _moved(self, ids: list[int]) -> Callable[[Connection], None]:
        return lambda conn: inbox.moved(conn, ids, self._clock.now())

    def _folder(self, settled: Settled) -> str:
        in_doubt = settled.lane is Lane.CONCERN and settled.disposition is Disposition.NEEDS_PERSON
        if self._server.restricted and (settled.restricted or in_doubt):
            return self._server.restricted
        return self._server.review if settled.disposition is Disposition.NEEDS_PERSON else self._server.processed

    def _was_sent(self, mail: outbox.Sent, message_id: str) -> bool:
        return self._box.find_message_id(self._server.sent or "", message_id)
