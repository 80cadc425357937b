"""The commands about what waits for a person: `attention` and `outbox`."""

from typing import Annotated

import typer
from sqlalchemy import Connection

from mailbot.clock import SystemClock
from mailbot.commands import DEFAULT, FINDING, ConfigFile, opened
from mailbot.errors import GiveUp
from mailbot.reading.newest import split
from mailbot.reading.parse import parse
from mailbot.store import attention as items
from mailbot.store import inbox, journal, sending
from mailbot.store import outbox as mails
from mailbot.store.attention import Attention
from mailbot.workflows.incidents import register
from mailbot.workflows.outside import release as release_mail
from mailbot.workflows.why import WORDS, Why

attention = typer.Typer(no_args_is_help=True, help="What needs a person: list, show, retry, done.")
outbox = typer.Typer(no_args_is_help=True, help="Outgoing mail: list, show, release, retry.")
Number = Annotated[int, typer.Argument(help="The number that the list shows.")]
By = Annotated[str, typer.Option(help="Who says so: a role or initials, for the record.")]


@attention.command("list")
def list_attention(config: ConfigFile = DEFAULT) -> None:
    """Everything that is open, the urgent first."""
    with opened(config) as scheme:
        found = scheme.database.read(items.open_items)
    for item in found:
        when = f"{item.raised_at:%Y-%m-%d %H:%M} UTC"
        print(f"{item.id:>6}  {item.level:<5}  {when}  {item.role:<18} {WORDS[Why(item.why)]}")
    print(f"{len(found)} open")


@attention.command("show")
def show_attention(number: Number, config: ConfigFile = DEFAULT) -> None:
    """One item, with the message behind it."""
    with opened(config) as scheme:
        item = _item(scheme.database.read(lambda conn: items.get(conn, number)))
        message_id = item.inbox_id
        raw = scheme.database.read(lambda conn: inbox.raw(conn, message_id)) if message_id is not None else None
    print(f"{WORDS[Why(item.why)]} ({item.level}, for {item.role}, raised {item.raised_at:%Y-%m-%d %H:%M} UTC)")
    if raw:
        message = parse(raw)
        print(f"From: {message.from_address}\nSubject: {message.subject}\n\n{split(message).newest}")


@attention.command("retry")
def retry_attention(number: Number, config: ConfigFile = DEFAULT) -> None:
    """Decide the message behind an item again, from the start, when the daemon runs next."""
    with opened(config) as scheme:
        item = _item(scheme.database.read(lambda conn: items.get(conn, number)))
        if item.inbox_id is None or item.why != Why.NOT_PROCESSED:
            raise GiveUp("only a message that could not be processed can be tried again; for others use `done`")
        message_id = item.inbox_id

        def again(conn: Connection) -> None:
            items.done(conn, number, "retry", SystemClock().now())
            inbox.retry(conn, message_id)

        scheme.database.write(again).result()
    print("it will be decided again")


@attention.command("done")
def done_attention(number: Number, by: By, config: ConfigFile = DEFAULT) -> None:
    """Say that an item is done."""
    with opened(config) as scheme:
        _item(scheme.database.read(lambda conn: items.get(conn, number)))
        now = SystemClock().now()

        def finish(conn: Connection) -> bool:
            journal.write(
                conn, [journal.Entry(what="attention.done", subject_kind="attention", subject_id=number)], now
            )
            return items.done(conn, number, by, now)

        changed = scheme.database.write(finish).result()
    print("done" if changed else "it was done before")


@outbox.command("list")
def list_outbox(config: ConfigFile = DEFAULT) -> None:
    """Mails that are not sent, and why; and how many are in each state."""
    with opened(config) as scheme:
        found, counts = scheme.database.read(lambda conn: (mails.pending(conn), mails.counts(conn)))
    now = SystemClock().now()
    for mail in found:
        why = mail.hold
        if mail.state is mails.OutState.QUEUED and mail.leaves_at > now:
            why = f"not before {mail.leaves_at.astimezone(scheme.zone):%d %B, %H:%M}"
        print(f"{mail.id:>6}  {mail.state:<10} {mail.lane:<9} {mail.template}{f'  ({why})' if why else ''}")
    print(", ".join(f"{count} {state}" for state, count in sorted(counts.items())) or "empty")


@outbox.command("show")
def show_outbox(number: Number, config: ConfigFile = DEFAULT) -> None:
    """One mail as it is, or will be, sent."""
    with opened(config) as scheme:
        _known(scheme.database.read(lambda conn: mails.get(conn, number)))
        message = parse(scheme.database.read(lambda conn: mails.raw(conn, number)))
    print(f"To: {', '.join(message.to)}\nCc: {', '.join(message.cc)}\nSubject: {message.subject}\n\n{message.text}")


@outbox.command("release")
def release_outbox(number: Number, by: By, config: ConfigFile = DEFAULT) -> None:
    """Let a held mail go, if mode and directory allow it; exit status 1 if they do not."""
    with opened(config) as scheme:
        _known(scheme.database.read(lambda conn: mails.get(conn, number)))
        now = SystemClock().now()
        held = scheme.database.write(lambda conn: release_mail(scheme, conn, number, by, now)).result()
    print(f"still held: {held.value}" if held else "released")
    raise typer.Exit(FINDING if held else 0)


@outbox.command("retry")
def retry_outbox(number: Number, config: ConfigFile = DEFAULT) -> None:
    """Send a failed or uncertain mail once more, with the same Message-ID."""
    with opened(config) as scheme:
        mail = _known(scheme.database.read(lambda conn: mails.get(conn, number)))
        if mail.state not in (mails.OutState.FAILED, mails.OutState.UNCERTAIN):
            raise GiveUp("only a failed or uncertain mail can be sent again")
        scheme.database.write(lambda conn: sending.send_again(conn, number, SystemClock().now())).result()
    print("queued again")


def list_incidents(config: ConfigFile = DEFAULT) -> None:
    """The register of accidents and near misses, and what is still open of each; nobody is named (L20)."""
    with opened(config) as scheme:
        found = scheme.database.read(register.everything)
    for each in found:
        still = "; ".join(each.missing) or "nothing open"
        print(f"{each.incident_ref}  {each.reported_at:%Y-%m-%d %H:%M} UTC  {each.pack or 'no pack':<20} {still}")
    print(f"{len(found)} in the register, {sum(bool(each.missing) for each in found)} with something open")


def _item(item: Attention | None) -> Attention:
    if item is None:
        raise GiveUp("there is no item with that number: see `mailbot attention list`")
    return item


def _known(mail: mails.Sent | None) -> mails.Sent:
    if mail is None:
        raise GiveUp("there is no mail with that number: see `mailbot outbox list`")
    return mail
