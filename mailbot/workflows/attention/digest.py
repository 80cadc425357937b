"""The morning's digest: what is open, grouped by what is asked, to every coordinator."""

from collections.abc import Iterable
from itertools import groupby

from mailbot.events import Event
from mailbot.letters.letter import Letter
from mailbot.letters.values import DigestGroup, day
from mailbot.reading.newest import split
from mailbot.reading.parse import parse
from mailbot.roll import Role
from mailbot.store import attention, inbox
from mailbot.store.attention import Attention
from mailbot.workflows.contract import SCHEME, NoParams, Posting, Turn
from mailbot.workflows.recipients import address_of
from mailbot.workflows.why import WORDS, Why

LONGEST = 240  # characters of a message that a digest shows
SHOWN = 100  # items; more than these are counted


def send_digest(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """One mail to each coordinator if anything is open; nothing on a day when nothing is."""
    items = attention.for_digest(turn.conn, Role.COORDINATOR)
    if not items:
        return ()
    context = {"digest_items": digest_groups(turn, items)}
    for person in turn.roll.with_role(Role.COORDINATOR):
        turn.post(
            Posting(
                Letter(template="attention/digest", to=(address_of(person),), context=context, subject_record=SCHEME)
            )
        )
    attention.digested(turn.conn, [item.id for item in items], turn.now)
    return ()


def digest_groups(turn: Turn, items: list[Attention]) -> tuple[DigestGroup, ...]:
    """The open items under the words of their reason."""
    ordered = sorted(items[:SHOWN], key=lambda item: (item.level, item.why, item.id))
    groups = [
        DigestGroup(WORDS[Why(why)].capitalize(), tuple(_line(turn, item) for item in group))
        for why, group in groupby(ordered, key=lambda item: item.why)
    ]
    if len(items) > SHOWN:
        groups.append(DigestGroup(f"And {len(items) - SHOWN} more", ("`mailbot attention list` shows all of them",)))
    return tuple(groups)


def _line(turn: Turn, item: Attention) -> str:
    when = day(item.raised_at.astimezone(turn.scheme.zone).date())
    if item.inbox_id is None:
        return f"number {item.id}, {when}"
    message = parse(inbox.raw(turn.conn, item.inbox_id))
    words = " ".join((split(message).newest or message.subject).split())
    person = turn.roll.by_email(message.from_address)
    who = person.name if person else "somebody who is not on the roll"
    return f"number {item.id}, {when}, from {who}: {words[:LONGEST]}{'…' if len(words) > LONGEST else ''}"
