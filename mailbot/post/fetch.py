"""The mailbox over IMAP: what is new, its raw bytes, and moving it away. Reading leaves no trace on the server."""

import select
import socket
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from imap_tools import MailMessageFlags, UnexpectedCommandStatusError
from imap_tools.utils import check_command_status, encode_folder

from mailbot.clock import Clock, Deadline, SystemClock
from mailbot.post.answers import Answer, answers, by_size, grouped, uid_set
from mailbot.post.connection import PLAIN_ASCII, Connection
from mailbot.post.settings import SLOWEST, ImapServer
from mailbot.post.starts import starts
from mailbot.post.wire import Wire

BATCH_BYTES = 8_000_000
BATCH_MESSAGES = 200
LONGEST_IDLE = 25 * 60.0
"""Seconds: a server may log off who idles for 30 minutes (RFC 2177)."""
POLL_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """A message as the server holds it. `internaldate` is its arrival there, in UTC."""

    uid: int
    internaldate: datetime
    raw: bytes = field(repr=False)


class Mailbox:
    """One connection to one mailbox, for one thread; only `wake` may be called from another.

    Every method raises TryAgain with one line if the server is away, slow, refuses or talks nonsense. After a
    broken connection `connected` is False, and `connect` has to be called again.
    """

    def __init__(self, server: ImapServer, clock: Clock | None = None) -> None:
        self.withheld: set[int] = set()
        """UIDs that are listed but that the server refused to hand out: somebody has to look there."""
        self._left_behind: set[int] = set()
        self._clock = clock or SystemClock()
        self._line = Connection(server)
        self._woken, self._waker = socket.socketpair()
        self._woken.setblocking(False)
        self._waker.setblocking(False)

    @property
    def connected(self) -> bool:
        """Whether the last step left the connection whole."""
        return self._line.connected

    @property
    def uidvalidity(self) -> int:
        """Of the inbox. If it changes, all UIDs known before mean nothing (RFC 3501, 2.3.1.1)."""
        return self._line.uidvalidity

    def connect(self) -> None:
        """Log in and open the inbox, in place of an earlier connection."""
        before = self._line.uidvalidity
        self._line.connect()
        if self._line.uidvalidity != before:
            self._left_behind.clear()
            self.withheld.clear()

    def close(self) -> None:
        """Log out, without waiting for long. `connect` may follow."""
        self._line.close()

    def new_uids(self, known: Collection[int] = (), above: int = 0) -> list[int]:
        """UIDs in the inbox that are not `known` (a set, best) and higher than `above`, ascending."""
        with self._line.step("searching") as wire:
            wire.noop()  # Dovecot searches among what it has told, and tells what is new afterwards
            wire.forget("EXISTS", "RECENT", "EXPUNGE", "FLAGS")
            found = _search(wire, *(("UID", f"{above + 1}:*") if above else ("ALL",)))  # n:* has always the last
            return [uid for uid in found if uid > above and uid not in known]

    def starts(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """The first bytes of those of `uids` that are still there; go through all of it before the next step."""
        yield from starts(self._line, uids)

    def fetch(self, uids: Sequence[int]) -> Iterator[Fetched]:
        """Those of `uids` that are still there, in their order, about 8 MB at a time; nothing is marked as seen."""
        for group in grouped(uids, BATCH_MESSAGES):
            told = self._ask(group, "(UID RFC822.SIZE)")
            sizes = {uid: told[uid].size or 0 for uid in group if uid in told}
            for batch in by_size(sizes, BATCH_BYTES):
                yield from self._bodies(batch)

    def move(self, uids: Sequence[int], folder: str) -> None:
        """Into `folder`, which is made if it is missing; what is no longer there is passed over.

        Without MOVE (RFC 6851) a copy is made and the original expunged by UID (RFC 4315), so that what another
        client has marked as deleted stays. Without that too, the original is marked and stays where it is.
        """
        for batch in grouped([uid for uid in uids if uid not in self._left_behind], BATCH_MESSAGES):
            with self._line.step(f"moving to {folder}") as wire:
                self._move(wire, uid_set(batch), folder)
                if not {"MOVE", "UIDPLUS"} & set(wire.capabilities):
                    self._left_behind.update(batch)

    def wait(self, seconds: float) -> bool:
        """IDLE, or NOOP every few seconds, until mail may have come (True), `seconds` are over, or `wake`.

        Search after every return, whatever it says. True until `new_uids` has been called.
        """
        with self._line.step("waiting for mail") as wire:
            if not wire.has_news():
                wire.noop()  # not every server tells in IDLE what came before it
            if not wire.has_news() and "IDLE" in wire.capabilities:
                wire.listen(min(seconds, LONGEST_IDLE), self._woken)
            elif not wire.has_news():
                self._poll(wire, Deadline.after(seconds))
            self._forget_wake()
            return wire.has_news()

    def pause(self, seconds: float) -> None:
        """Sleep, but not through a `wake`: for the time between two tries."""
        select.select([self._woken], [], [], max(0.0, seconds))
        self._forget_wake()

    def wake(self) -> None:
        """End the present or the next `wait` or `pause` at once. From any thread."""
        with suppress(OSError):
            self._waker.send(b"!")

    def find_message_id(self, folder: str, message_id: str) -> bool:
        """Is a letter with that Message-ID in `folder`? The inbox is open again afterwards."""
        if not PLAIN_ASCII.fullmatch(message_id):
            return False
        quoted = message_id.replace("\\", "\\\\").replace('"', '\\"')
        with self._line.step(f"looking in {folder}", "check that this folder exists") as wire:
            try:
                self._line.box.folder.set(folder, readonly=True)
                return bool(_search(wire, "HEADER", "Message-ID", f'"{quoted}"'))
            finally:
                self._line.select_inbox()

    def move_message_ids(self, message_ids: Sequence[str], source: str, folder: str) -> list[str]:
        """Move letters of ours from `source` into `folder`; returns the Message-IDs of those found. The inbox is open
        again afterwards.
        """
        found: dict[str, list[int]] = {}
        with self._line.step(f"looking in {source}", "check that this folder exists") as wire:
            try:
                self._line.box.folder.set(source)
                for each in filter(PLAIN_ASCII.fullmatch, message_ids):
                    quoted = each.replace("\\", "\\\\").replace('"', '\\"')
                    if uids := _search(wire, "HEADER", "Message-ID", f'"{quoted}"'):
                        found[each] = uids
                if uids := sorted({uid for each in found.values() for uid in each}):
                    self._move(wire, uid_set(uids), folder)
            finally:
                self._line.select_inbox()
        return list(found)

    def append(self, folder: str, raw: bytes) -> None:
        """Put a letter of ours into `folder`, as seen; the folder is made if it is missing."""
        with self._line.step(f"filing in {folder}") as wire:
            wire.begin(len(raw) / SLOWEST)
            try:
                self._line.box.append(raw, folder, flag_set=[MailMessageFlags.SEEN])
            except UnexpectedCommandStatusError:
                if not self._make(folder):
                    raise
                self._line.box.append(raw, folder, flag_set=[MailMessageFlags.SEEN])

    def _bodies(self, batch: dict[int, int]) -> Iterator[Fetched]:
        found = self._ask(list(batch), "(UID INTERNALDATE BODY.PEEK[])", sum(batch.values()))
        for uid in batch:
            answer = found.pop(uid, Answer())
            if answer.body is not None:
                yield Fetched(uid, answer.arrived or self._clock.now(), answer.body)

    def _ask(self, uids: Sequence[int], items: str, size: int = 0) -> dict[int, Answer]:
        """One UID FETCH of `size` bytes; if the server refuses any of it, each message by itself."""
        with self._line.step("fetching") as wire:
            wire.begin(size / SLOWEST)
            wire.forget("FETCH")
            status, data = wire.uid("FETCH", uid_set(uids), items)
        if status == "OK":
            return answers(data)
        if len(uids) == 1:
            self.withheld.update(uids)
            return {}
        return {uid: answer for one in uids for uid, answer in self._ask([one], items, size).items()}

    def _move(self, wire: Wire, uids: str, folder: str) -> None:
        if "MOVE" in wire.capabilities:
            self._into(wire, "MOVE", uids, folder)
            return
        self._into(wire, "COPY", uids, folder)
        check_command_status(wire.uid("STORE", uids, "+FLAGS.SILENT", r"(\Deleted)"), Refused)
        if "UIDPLUS" in wire.capabilities:
            check_command_status(wire.uid("EXPUNGE", uids), Refused)

    def _into(self, wire: Wire, command: str, uids: str, folder: str) -> None:
        name = encode_folder(folder).decode("ascii")
        told = wire.uid(command, uids, name)
        if told[0] == "NO" and self._make(folder):
            told = wire.uid(command, uids, name)
        check_command_status(told, Refused)

    def _make(self, folder: str) -> bool:
        """Make and subscribe a folder that is missing; False if it was there."""
        manager = self._line.box.folder
        if manager.exists(folder):
            return False
        manager.create(folder)
        manager.subscribe(folder, True)
        return True

    def _poll(self, wire: Wire, until: Deadline) -> None:
        while not wire.has_news() and (pause := min(POLL_SECONDS, until.left())):
            if select.select([self._woken], [], [], pause)[0]:
                return
            wire.begin()
            wire.noop()

    def _forget_wake(self) -> None:
        with suppress(BlockingIOError):
            self._woken.recv(4096)


class Refused(UnexpectedCommandStatusError):
    """NO to a command that imap-tools does not send for us."""


def _search(wire: Wire, *criteria: str) -> list[int]:
    wire.forget("SEARCH")
    told = wire.uid("SEARCH", *criteria)
    check_command_status(told, Refused)
    return sorted({int(uid) for line in told[1] if line for uid in line.split()})
