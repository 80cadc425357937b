"""What has to hold after each step, whatever was done: each function gives what is broken, in words."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from mailbot.store.sending import KEPT
from mailbot.store.tables import recipients
from mailbot.workflows.safeguarding.tables import concern_log
from tests.model.beliefs import FORM_LEAVES, TELLS_REPORTER, Beliefs, Case, Chase, Message, due_between, excluded_from
from tests.model.people import CHAIN, CLIENTS, ENTRIES, EVERYBODY, NAMES, OFFICERS
from tests.model.rows import Mail
from tests.model.world import World

ALERT = "safeguarding/officer_alert"
MINUTE = timedelta(minutes=1)
OUTSIDE = frozenset(ENTRIES.values())
_CALL = re.compile(r"Helpline call logged: (\d\d\.\d\d)")
_SECRET = re.compile(
    r"\b(?:(?:prison|hotel|asylum|foster|child|safeguard|refugee|detain|jail|harm|abuse)\w*|"
    + "|".join([*(client.name for client in CLIENTS), *NAMES.values()])
    + r")\b",
    re.IGNORECASE,
)


def alerted(world: World, beliefs: Beliefs, message: Message) -> Iterator[str]:
    """(1) A concern reached somebody who may know of it; where nobody is left, its writer hears whom to ring."""
    if not (message.said.harm or message.said.complaint):
        return
    left_out = _left_out_of(beliefs, message)
    readers = OFFICERS - left_out - ({message.writer} if message.trust == "pass" else set())
    mine = [mail for mail in world.ours.values() if mail.inbox_id == message.inbox_id]
    shown = {to for mail in _since(world, message) for to in mail.to if message.said.mark in mail.text}
    if readers and not shown & readers:
        yield f"(1) message {message.inbox_id} reached nobody who may know of it"
    told = [mail.text for mail in mine if message.writer in mail.to]
    if (
        not readers
        and message.writer in EVERYBODY
        and not any("999" in t and "outside this scheme" in t for t in told)
    ):
        yield f"(1) nobody is left for message {message.inbox_id}, and its writer is not told whom to ring"


def answered(world: World, message: Message) -> Iterator[str]:
    """Whoever reports harm gets an answer, unless we do not know them."""
    if not message.said.harm or message.writer not in EVERYBODY:
        return
    if not any(message.writer in mail.to for mail in world.ours.values() if mail.inbox_id == message.inbox_id):
        yield f"the writer of message {message.inbox_id} got no answer"


def chased(world: World, case: Case, suspects: frozenset[str]) -> Iterator[str]:
    """(2) Until somebody acknowledges, somebody who may know is asked at each step, to the minute; then nobody is.

    `suspects`: who is left out of any case. What they write goes to fewer people, and not to all of the chain.
    """
    alerts = [mail for mail in world.ours.values() if mail.case == case.number and mail.template == ALERT]
    by_clock = [mail for mail in alerts if mail.by_clock]
    for chase in case.chases:
        for due in due_between(chase, world.clock.now()):
            at = _when_awake(world, due)
            if chase.until is not None and at >= chase.until:
                continue
            if not _asked_at(by_clock, at, case) and _somebody_left(case):
                yield f"(2) case {case.ref} was not chased {due - chase.since} after the worry"
            if due - chase.since >= STEPS_OVER and not case.excluded() and case.opened_by.writer not in suspects:
                told = {to for mail in alerts for to in mail.to if mail.written_at <= at + MINUTE}
                left = {each for step in CHAIN for each in step} - told - {case.opened_by.writer}
                if left:
                    yield f"(2) of the chain of {case.ref} {sorted(left)} were never asked"
        yield from _reporter_told(world, case, chase)
    for mail in by_clock:
        if not any(
            c.since <= mail.written_at and (c.until is None or mail.written_at <= c.until) for c in case.chases
        ):
            yield f"(2) case {case.ref} was chased though somebody has it"


STEPS_OVER = timedelta(hours=1)


def _asked_at(alerts: list[Mail], at: datetime, case: Case) -> bool:
    return any(at <= m.written_at <= at + MINUTE and set(m.to) & OFFICERS for m in alerts)


def _somebody_left(case: Case) -> bool:
    writer = case.opened_by.writer if case.opened_by.trust == "pass" else None
    return bool(OFFICERS - case.excluded() - {writer})


def _when_awake(world: World, due: datetime) -> datetime:
    """That moment, or the next start if mailbot was not running then."""
    return next((end for start, end in world.off if start < due <= end), due)


def _reporter_told(world: World, case: Case, chase: Chase) -> Iterator[str]:
    """Nobody after so many minutes: the reporter hears it, and whom to ring."""
    who, due = case.opened_by.writer, _when_awake(world, chase.since + TELLS_REPORTER)
    over = chase.until is not None and chase.until <= due
    if over or due >= world.clock.now() or case.opened_by.trust != "pass" or who not in EVERYBODY - case.excluded():
        return
    mails = [m for m in world.ours.values() if m.case == case.number and who in m.to and m.by_clock]
    if not any(due <= mail.written_at <= due + MINUTE for mail in mails):
        yield f"(2) the reporter of {case.ref} was not told that nobody has it"


def outside(world: World, beliefs: Beliefs, seen: int) -> Iterator[str]:
    """(3) and (4): what left for an outside team since then had every right to."""
    for each in world.delivered[seen:]:
        mail = world.ours[each.mail]
        if each.address in EVERYBODY:
            continue
        if each.address not in OUTSIDE:
            yield from _to_stranger(mail, beliefs)
            continue
        case = beliefs.cases.get(mail.case or 0)
        if case is None:
            yield f"(3) mail {mail.id} went outside and is about no case"
            continue
        yield from _allowed(case, beliefs, each.address, each.at, each.mode)
        yield from _complete(mail, case, each.at)


def _allowed(case: Case, beliefs: Beliefs, address: str, at: datetime, mode: str) -> Iterator[str]:
    if not case.is_of_hotel:
        yield f"(3) case {case.ref} went outside though its pack does not allow it"
    if mode != "live":
        yield f"(3) case {case.ref} went outside in mode {mode}"
    if not beliefs.may_be_mailed(address, at):
        yield f"(3) case {case.ref} went to an address that nobody has verified, or too long ago"
    if not (case.asked or case.released):
        yield f"(3) case {case.ref} went outside though nobody asked for it in so many words"


def _complete(mail: Mail, case: Case, at: datetime) -> Iterator[str]:
    for time in _CALL.findall(mail.text):
        if time not in case.calls:
            yield f"(4) a report of {case.ref} gives a call at {time}, which nobody wrote"
    if any(client.name in f"{mail.subject} {mail.text}" for client in CLIENTS):
        yield f"(3) a report of {case.ref} gives a name"
    if mail.template == "safeguarding/red_flag" and not any(m.said.wait > 5 for m in case.messages):
        yield f"(3) a Red Flag report of {case.ref} without a wait of more than five minutes"
    if "The harm to be prevented" not in mail.text:
        return
    open_call = "call time not confirmed" in mail.text
    calm = "Urgency: not urgent" in mail.text and not case.opened_by.said.urgent
    if not (open_call or _CALL.search(mail.text) or calm):
        yield f"(3) a report of {case.ref} has no call time and does not say so"
    waited = case.form_at is not None and at >= case.form_at + FORM_LEAVES
    if open_call and not (case.released or waited):
        yield f"(3) a report of {case.ref} left without the call's time, and no officer or form's minutes let it"
    if "has not stated this" in mail.text and not case.released:
        yield f"(3) a report of {case.ref} says that something was not stated, and left all the same"
    for part in ("harm to be prevented", "action that can prevent it"):
        if not re.search(rf"The {part}:\s+(?!The action|Please reply)\w", mail.text):
            yield f"(3) a report of {case.ref} lacks the {part} and does not say so"


def _to_stranger(mail: Mail, beliefs: Beliefs) -> Iterator[str]:
    if any(m.said.mark and m.said.mark in mail.text for m in beliefs.messages) or mail.case:
        yield f"(5) mail {mail.id} tells somebody who is not on the roll of a worry"


def kept(world: World, beliefs: Beliefs) -> Iterator[str]:
    """(5) Nothing about a case goes to anybody from whom it is kept, from the message on that left them out."""
    for case in beliefs.cases.values():
        marks = {m.said.mark for m in case.messages if m.said.mark}
        for address in sorted(case.excluded()):
            first = case.excluded_by(address)
            records = {("message", m.inbox_id) for m in case.messages if m.writer != address}
            records.add(("concern", case.number))
            own = {m.said.mark for m in beliefs.messages if m.writer == address}
            for mail in _reaching(world, address, first):
                if mail.about in records or _tells(mail, {case.ref, *marks} - own):
                    yield f"(5) mail {mail.id} ({mail.template}) about {case.ref} is for somebody left out of it"
    for message in beliefs.messages:
        for address in excluded_from(message) - {message.writer}:
            for mail in _reaching(world, address, message):
                if message.said.mark and message.said.mark in mail.text:
                    yield f"(5) mail {mail.id} ({mail.template}) shows message {message.inbox_id} to whom it is about"


def _tells(mail: Mail, words: set[str]) -> bool:
    return any(word in mail.text or word in mail.subject for word in words)


def _reaching(world: World, address: str, since: Message) -> Iterator[Mail]:
    """What was delivered to them since that message, and what still waits for them."""
    found = {each.mail for each in world.delivered[since.delivered_before :] if each.address == address}
    late = select(recipients.c.outbox_id).where(
        recipients.c.address == address, recipients.c.state.not_in(("accepted", KEPT))
    )
    found |= set(world.scheme.database.read(lambda conn: conn.scalars(late).all()))
    yield from (world.ours[number] for number in sorted(found) if number in world.ours)


def subjects(world: World, seen: int) -> Iterator[str]:
    """No subject gives away a name or what kind of place somebody is in."""
    for mail in list(world.ours.values())[seen:]:
        if found := _SECRET.search(mail.subject):
            yield f"the subject of mail {mail.id} ({mail.template}) says {found[0]!r}"


def only_grew(world: World, before: list[tuple]) -> Iterator[str]:
    """(6) The chronology of before is the beginning of that of now."""
    if chronology(world)[: len(before)] != before:
        yield "(6) a line of the chronology was changed or is gone"


def refuses_change(world: World) -> Iterator[str]:
    """(6) The database itself lets nobody change a line of it."""
    if not chronology(world):
        return
    for statement in ("update concern_log set what = 'x'", "delete from concern_log"):
        try:
            with pytest.raises(DBAPIError):
                world.scheme.database.rehearse(lambda conn, words=statement: conn.execute(text(words)))
        except pytest.fail.Exception:
            yield "(6) the database lets somebody change the chronology"


def chronology(world: World) -> list[tuple]:
    """Every line of every case."""
    lines = select(concern_log).order_by(concern_log.c.id)
    return world.scheme.database.read(lambda conn: [tuple(map(str, row)) for row in conn.execute(lines)])


def _since(world: World, message: Message) -> list[Mail]:
    return [mail for mail in world.ours.values() if mail.id > message.written_before]


def _left_out_of(beliefs: Beliefs, message: Message) -> frozenset[str]:
    found = excluded_from(message)
    for case in beliefs.cases.values():
        found |= case.excluded() if message in case.messages else frozenset()
    return found
