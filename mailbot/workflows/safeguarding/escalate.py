"""Escalation to the outside team: complete or not at all, held unless a verified reporter asked (C1 to C6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from mailbot.events import Event, Hold, Lane, Level, Trust, Urgency
from mailbot.letters.letter import Letter
from mailbot.roll import Role
from mailbot.rulebook.rule import Recipient, TemplateName
from mailbot.workflows.actions import ask_to_look
from mailbot.workflows.contract import Posting, Turn
from mailbot.workflows.outside import hold_outside, pack_allows
from mailbot.workflows.recipients import find_recipients
from mailbot.workflows.safeguarding import cases
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.events import OfConcern
from mailbot.workflows.safeguarding.tables import ConcernState
from mailbot.workflows.safeguarding.words import case_context
from mailbot.workflows.why import Why


@dataclass(frozen=True, slots=True)
class Escalate:
    """The outside letter: its template, the team it goes to, and the copies that the pack asks for (C4)."""

    template: TemplateName
    to: Recipient
    cc: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationDrafted(Event):
    """An escalation is written. `hold` is null if it leaves by itself, else the reason why it waits."""

    name: ClassVar[str] = "concern.escalation_drafted"
    alerting: ClassVar[bool] = True
    record_kind: ClassVar[str | None] = "concern"

    urgency: Urgency
    held: bool
    needs_release: bool
    red_flag: bool
    concern_id: int
    reporter_id: int | None
    _hold: Hold | None
    _draft: str


def escalate(turn: Turn, event: OfConcern, params: Escalate) -> Iterable[Event]:
    """Write the escalation once for each case; leave it to an officer wherever anything is in doubt."""
    case = cases.get(turn.conn, event.concern_id)
    if case.escalation_id is not None:
        return
    if not pack_allows(turn, case.pack) or not is_complete(case):
        ask_to_look(turn, Level.NOW, Why.ESCALATION_NOT_POSSIBLE, Role.SAFEGUARDING_LEAD, event.record)
        return
    to = find_recipients(turn, event, params.to)
    cc = [find_recipients(turn, event, each) for each in params.cc]
    if not to.addresses:
        return
    outside = to.outside + tuple(name for each in cc for name in each.outside)
    hold = hold_outside(turn, outside, asked=case.asked_outside and case.reporter_trust is Trust.VERIFIED)
    letter = Letter(
        template=params.template,
        to=to.addresses,
        cc=tuple(address for each in cc for address in each.addresses),
        context=case_context(turn, case),
        subject_record=event.record,
        lane=Lane.CONCERN,
    )
    turn.post(Posting(letter, hold, outside, on_queued=lambda outbox_id: _drafted(turn, case.id, outbox_id)))
    held = _shown_hold(turn, letter, hold)
    cases.change(turn.conn, case.id, state=ConcernState.DRAFTED if held else ConcernState.ESCALATED)
    turn.change("concern.drafted" if held else "concern.escalated", ("concern", case.id))
    yield _drafted_event(turn, case, letter, held)


def is_complete(case: Case) -> bool:
    """Harm and action (C2); the exact time of the call too, unless the concern is not urgent (C4)."""
    stated = bool(case.harm and case.action_requested)
    return stated and (case.call_logged_at is not None or case.urgency is Urgency.NON_URGENT)


def red_flag(turn: Turn, case: Case) -> bool:
    """More than the pack's minutes to get through; exactly as many do not count (C5)."""
    pack = turn.scheme.rulebook.packs.get(case.pack) if case.pack else None
    limit = pack.values.get("red_flag_over_minutes") if pack else None
    return limit is not None and case.call_wait_minutes is not None and case.call_wait_minutes > limit


def _drafted(turn: Turn, case_id: int, outbox_id: int) -> None:
    cases.change(turn.conn, case_id, escalation_id=outbox_id)
    cases.log(turn.conn, case_id, "escalation-written", turn.now, outbox_id=outbox_id)


def _shown_hold(turn: Turn, letter: Letter, hold: Hold | None) -> Hold | None:
    addresses = [each.email for each in (*letter.to, *letter.cc)]
    return hold or turn.scheme.hold_by_mode(addresses)


def _drafted_event(turn: Turn, case: Case, letter: Letter, hold: Hold | None) -> EscalationDrafted:
    settings = turn.scheme.config.scheme
    safe = {"first_name": "", "scheme_name": settings.name, "scheme_phone": settings.phone, "automatic_note": ""}
    return EscalationDrafted(
        pack=case.pack,
        urgency=case.urgency,
        held=hold is not None,
        needs_release=hold is Hold.NEEDS_RELEASE,
        red_flag=red_flag(turn, case),
        concern_id=case.id,
        reporter_id=case.reporter_id,
        _hold=hold,
        _draft=turn.scheme.templates[letter.template].write(letter.context, safe).text,
    )
