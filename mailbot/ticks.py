"""What happens by the clock: late alerts, urgent items nobody was mailed about, a mailbox that went silent."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Connection

from mailbot.clock import Clock
from mailbot.dispatch import dispatch
from mailbot.events import Lane
from mailbot.letters.letter import Letter
from mailbot.roll import Role
from mailbot.scheme import Scheme
from mailbot.store import attention, health, journal, outbox, sending, timers
from mailbot.store.kept import Keeping
from mailbot.workflows.actions import mail_attention
from mailbot.workflows.contract import SCHEME, Posting, Turn
from mailbot.workflows.kept import of_record
from mailbot.workflows.recipients import address_of
from mailbot.workflows.registry import Registry
from mailbot.workflows.why import Why

log = structlog.get_logger()
ALARM_SECONDS = 30.0
MAILBOX_SILENT = timedelta(minutes=15)


def prepare(scheme: Scheme, registry: Registry, conn: Connection, now: datetime) -> None:
    """At start: what was `sending` is uncertain, what the mode forbids is held, what repeats is running."""
    for mail in sending.rescue(conn, now):
        log.warning("mail may have been sent when mailbot stopped", outbox_id=mail.id)
    for outbox_id in sending.queued(conn):
        if hold := scheme.hold_by_mode(outbox.addresses(conn, outbox_id)):
            sending.hold(conn, outbox_id, hold)
    for leaf in registry.leaves:
        for name, next_time in leaf.repeats.items():
            if timers.running(conn, name, SCHEME) is None:
                timers.start(conn, name, SCHEME, next_time(scheme, now))


def look_after(scheme: Scheme, conn: Connection, now: datetime) -> list[int]:
    """Every second: mail what is urgent and unmailed, notice a silent mailbox; returns alerts that are late, and

    items of worries that could be shown to nobody: for both the alarm is raised.
    """
    turn = Turn(scheme, conn, now, scheme.roll(conn))
    alone: list[int] = []
    for item in attention.take_unmailed(conn):
        turn.keeping = of_record(conn, turn.roll, ("attention", item.id))
        mail_attention(turn, item.id, Why(item.why), item.role)
        alone += [item.id] if item.why == Why.NOBODY_LEFT else []
    turn.keeping = Keeping()
    _tell_of_silence(turn)
    dispatch(turn)
    journal.write(conn, turn.journal, now)
    late_since = now - timedelta(minutes=scheme.config.alarm.after_minutes)
    return [*alone, *sending.use_second_route(conn, late_since, now)]


def needs_looking_after(scheme: Scheme, conn: Connection, now: datetime) -> bool:
    """Whether `look_after` would find anything; a cheap question, so that an idle daemon writes nothing."""
    late_since = now - timedelta(minutes=scheme.config.alarm.after_minutes)
    late = sending.count_overdue_alerts(conn, late_since, first_route_only=True)
    return late > 0 or attention.any_unmailed(conn) or _is_silent(conn, now)


async def raise_alarm(scheme: Scheme, alerts: Sequence[int], clock: Clock) -> None:
    """Run the configured command, once for these alerts; it is told how many, and nothing else (promise 10)."""
    log.error("alerts have not been accepted in time", alerts=list(alerts))
    command = scheme.config.alarm.command
    code = "none configured"
    if command:
        code = await _run((*command, str(len(alerts))))
    now = clock.now()
    await asyncio.wrap_future(
        scheme.database.write(lambda c: health.note(c, health.ALARM_COMMAND, now, code), Lane.CONCERN)
    )


async def _run(command: tuple[str, ...]) -> str:
    try:
        process = await asyncio.create_subprocess_exec(*command)
        async with asyncio.timeout(ALARM_SECONDS):
            return f"exit {await process.wait()}"
    except TimeoutError:
        process.kill()
        return "timed out"
    except OSError as error:
        return type(error).__name__


def _is_silent(conn: Connection, now: datetime) -> bool:
    checked = health.when(conn, health.MAILBOX_CHECKED)
    told = health.when(conn, health.SILENCE_TOLD)
    return checked is not None and now - checked > MAILBOX_SILENT and (told is None or told < checked)


def _tell_of_silence(turn: Turn) -> None:
    """A mailbox that cannot be read is another alarm than nobody writing (promise 10); told once each time."""
    if not _is_silent(turn.conn, turn.now):
        return
    since = health.when(turn.conn, health.MAILBOX_CHECKED)
    context = {"mailbox_down_since": since.astimezone(turn.scheme.zone) if since else None}
    for person in turn.officers(Role.COORDINATOR):
        turn.post(
            Posting(
                Letter(
                    template="attention/mailbox_down",
                    to=(address_of(person),),
                    context=context,
                    subject_record=SCHEME,
                    lane=Lane.CONCERN,
                )
            )
        )
    health.note(turn.conn, health.SILENCE_TOLD, turn.now)
