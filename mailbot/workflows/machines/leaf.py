"""Machines: auto-replies, bounces, lists and receipts get no answer (promise 4); a bounce is tied to its mail."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event, Lane
from mailbot.reading.calendars import has_remark
from mailbot.reading.message import MachineKind, Reading
from mailbot.store import sending
from mailbot.store.outbox import OutState
from mailbot.workflows.came_back import came_back
from mailbot.workflows.contract import Leaf, LeafAction, NoParams, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineWrote(Event):
    """No person wrote this. `of_ours`: it is about a mail of ours; `about_alert`: a safeguarding mail of ours,
    `about_case`: one of a case; `remark`: the answer of a calendar holds words of its writer.
    """

    name: ClassVar[str] = "machine.wrote"
    record_kind: ClassVar[str | None] = "mail"

    machine: MachineKind
    permanent: bool
    of_ours: bool
    about_alert: bool
    about_case: bool
    harm: bool
    remark: bool
    mail_id: int | None
    _bounced: str | None


def after_reading(turn: Turn) -> Iterable[Event]:
    """The event of a machine's mail."""
    machine = turn.reading.machine if turn.reading else None
    if machine is None or turn.reading is None:
        return
    ours = came_back(turn, machine)
    yield MachineWrote(
        machine=machine.kind,
        permanent=bool(machine.fields.permanent),
        of_ours=ours is not None,
        about_alert=ours is not None and ours.lane is Lane.CONCERN,
        about_case=ours is not None and ours.subject is not None and ours.subject[0] == "concern",
        harm=turn.reading.harm_unplaced,
        remark=machine.kind is MachineKind.CALENDAR and _has_remark(turn.reading),
        mail_id=ours.id if ours else None,
        _bounced=machine.fields.bounced_address,
    )


def _has_remark(reading: Reading) -> bool:
    """Whether there are words beside the answer that no sure fact keeps as the reason."""
    kept = any(fact.sure and fact.fields.reason for fact in reading.facts)
    return has_remark(reading.text.newest) and not kept


def mark_bounced(turn: Turn, event: MachineWrote, _: NoParams) -> Iterable[Event]:
    """Our mail came back."""
    if event.mail_id is not None:
        sending.end(turn.conn, event.mail_id, OutState.BOUNCED, turn.now)
        turn.change("mail.bounced", ("mail", event.mail_id))
    return ()


def context(turn: Turn, event: MachineWrote) -> Mapping[str, object]:
    """The address that fails."""
    return {"bounced_address": event._bounced, "message_ref": str(turn.inbox_id), "case_ref": None, "numbers": ()}


LEAF = Leaf(
    name="machines",
    events=(MachineWrote,),
    actions=(LeafAction("mark_bounced", NoParams, mark_bounced),),
    after_reading=after_reading,
    context=context,
)
