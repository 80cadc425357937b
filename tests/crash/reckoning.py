"""After a crash and a restart: what became of every letter that came in, and of every mail that went out."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from mailbot.events import Disposition, Lane
from mailbot.store import inbox as ledger
from mailbot.store.outbox import OutState
from mailbot.store.tables import attention, inbox, journal, outbox
from mailbot.workflows.why import Why
from tests.crash.die_at import DieAt
from tests.run.scheme_for_tests import SchemeForTests, bodies, message_ids
from tests.servers.sink import Received

ENDS = {*Disposition}


@dataclass(frozen=True)
class Reckoning:
    """Counts of messages, then of mails. All but `in_doubt` are as they stand in the end."""

    letters: int
    ended: int
    lost: int
    left_in_inbox: int
    decided_twice: int
    mails: int
    in_doubt: int
    delivered_once: int
    delivered_twice: int
    ordinary_twice: int
    said_uncertain: int
    held: int
    lost_mails: int
    strays: int

    @property
    def is_whole(self) -> bool:
        """What promises 1 and 2 say, whatever happened on the way."""
        nothing_lost = self.ended == self.letters and not (self.lost or self.left_in_inbox or self.decided_twice)
        doubled = self.delivered_twice + self.said_uncertain
        return (
            nothing_lost and not (self.lost_mails or self.ordinary_twice or self.strays) and doubled <= self.in_doubt
        )


def in_doubt(scheme: SchemeForTests) -> int:
    """How many mails were claimed, and not recorded, when the last run ended."""
    return scheme.mails()[OutState.SENDING]


def reckon(scheme: SchemeForTests, letters: Sequence[bytes], got: Sequence[Received], doubtful: int) -> Reckoning:
    """Count. `letters` is what arrived in the mailbox, `got` what the SMTP server took."""
    kept, decisions = scheme.read(_kept), scheme.read(_decisions)
    mails, told = scheme.read(_mails), scheme.read(_told)
    times = message_ids(got)
    twice = [mail for mail in mails if times[mail.message_id] > 1]
    never = [mail for mail in mails if not times[mail.message_id]]
    said = {mail.id for mail in mails if mail.state == OutState.UNCERTAIN and mail.id in told}
    with scheme.client() as client:
        filed = Counter(body for name in ("Processed", "Review") for body in bodies(client, name))
        left = len(client.uids())
    return Reckoning(
        letters=len(letters),
        ended=sum(count for state, count in scheme.messages().items() if state in ENDS),
        lost=sum((Counter(letters) - kept).values()) + sum((Counter(letters) - filed).values()),
        left_in_inbox=left,
        decided_twice=sum(times > 1 for times in decisions.values()),
        mails=len(mails),
        in_doubt=doubtful,
        delivered_once=sum(times[mail.message_id] == 1 for mail in mails),
        delivered_twice=len(twice),
        ordinary_twice=sum(mail.lane != Lane.CONCERN for mail in twice),
        said_uncertain=len(said),
        held=sum(mail.state == OutState.HELD for mail in never),
        lost_mails=sum(mail.id not in said and mail.state != OutState.HELD for mail in never),
        strays=len(times.keys() - {mail.message_id for mail in mails}),
    )


def crash_and_restart(
    scheme: SchemeForTests,
    letters: Sequence[bytes],
    where: DieAt,
    got: Sequence[Received],
    meanwhile: Callable[[], None],
) -> Reckoning:
    """Kill a run at that point, run again, and count; then a third run has nothing left to do."""
    scheme.receives(letters)
    child = scheme.start("run", "--once", die_at=where)
    assert child.ended() == -9, f"it was not killed at {where}: {child.words()}"
    doubtful = in_doubt(scheme)
    meanwhile()
    scheme.run_once()
    counted = reckon(scheme, letters, got, doubtful)
    before = (len(got), scheme.read(_lines))
    scheme.run_once()
    assert (len(got), scheme.read(_lines)) == before, "a run with nothing to do did something"
    return counted


def _kept(conn: Connection) -> Counter[bytes]:
    return Counter(ledger.raw(conn, number) for number in conn.scalars(select(inbox.c.id)))


def _decisions(conn: Connection) -> Counter[int]:
    ends = [f"message.{end}" for end in ENDS]
    return Counter(conn.scalars(select(journal.c.inbox_id).where(journal.c.what.in_(ends))))


def _mails(conn: Connection) -> list[Any]:
    return list(conn.execute(select(outbox.c.id, outbox.c.message_id, outbox.c.lane, outbox.c.state)))


def _told(conn: Connection) -> set[int | None]:
    return set(conn.scalars(select(attention.c.outbox_id).where(attention.c.why == Why.MAIL_UNCERTAIN)))


def _lines(conn: Connection) -> int | None:
    return conn.scalar(select(func.count()).select_from(journal))
