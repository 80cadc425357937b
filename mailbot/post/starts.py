"""The beginnings of many messages, by partial fetch (RFC 3501, 6.4.5), asked for one batch ahead."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mailbot.post.answers import answers, grouped, uid_set
from mailbot.post.connection import Connection
from mailbot.post.settings import SLOWEST
from mailbot.post.wire import Wire

START_BYTES = 32_768
"""Headers, and the text of nearly every mail: see docs/performance.md."""
AT_ONCE = 100
AT_FIRST = 8
"""Messages: few enough to bear it, should the server give them whole."""


def starts(line: Connection, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """The first bytes of those of `uids` that are still there; nothing is marked as seen.

    While one answer is looked at, the server makes the next: nothing else may be asked until this has ended. It ends
    early where the server refuses, or does not know partial fetch and gives whole messages.
    """
    batches = [batch for batch in (uids[:AT_FIRST], *grouped(uids[AT_FIRST:], AT_ONCE)) if batch]
    asked: bytes | None = None
    try:
        for batch, after in pairwise([*batches, ()]):
            with line.step("looking") as wire:
                asked = asked or _ask(wire, batch)
                wire.begin(len(batch) * START_BYTES / SLOWEST)
                tag, asked = asked, None
                status, data = wire.told(tag, "FETCH")
                found = {uid: answer.body for uid, answer in answers(data).items() if answer.body is not None}
                if status != "OK" or any(len(body) > START_BYTES for body in found.values()):
                    return
                asked = _ask(wire, after) if after else None
            yield from ((uid, found[uid]) for uid in batch if uid in found)
    finally:
        if asked and line.connected:  # whoever looked has had enough
            with line.step("looking") as wire:
                wire.told(asked, "FETCH")


def _ask(wire: Wire, uids: Sequence[int]) -> bytes:
    wire.forget("FETCH")
    return wire.ask("FETCH", uid_set(uids), f"(UID BODY.PEEK[]<0.{START_BYTES}>)")
