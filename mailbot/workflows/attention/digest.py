"""The morning's digest: what is open, grouped by what is asked, who is away, and who has nobody."""

from collections.abc import Iterable
from itertools import groupby

from mailbot.events import Event
from mailbot.letters.letter import Letter
from mailbot.letters.values import DigestGroup, day
from mailbot.reading.newest import split
from mailbot.reading.parse import parse
from mailbot.roll import Role
from mailbot.store import attention, inbox, outbox
from mailbot.store.attention import Attention
from mailbot.workflows.attention.gaps import directory_group, directory_presses, gaps_group, somebody_waits
from mailbot.workflows.contract import SCHEME, NoParams, Posting, Turn
from mailbot.workflows.kept import of_record
from mailbot.workflows.published import Absence, absences_from, first_shown, planned_between
from mailbot.workflows.recipients import address_of
from mailbot.workflows.why import WORDS, Why

LONGEST = 1200  # characters of a message that a digest shows
SHOWN = 100  # items; more than these are counted


def send_digest(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """One mail to each coordinator if anything is open that they may see.

    Somebody who waits for a visitor (B1), and an outside team that must be checked, are worth one by themselves.
    """
    items = attention.for_digest(turn.conn, Role.COORDINATOR)
    away = absences_from(turn.conn, turn.today)
    presses = directory_presses(turn) or somebody_waits(turn)
    if not items and all(each.shown for each in away) and not presses:
        return ()
    rest, shown = (*away_group(turn, away), *gaps_group(turn), *directory_group(turn)), set[int]()
    kept = {item.id: of_record(turn.conn, turn.roll, ("attention", item.id)).people for item in items}
    for person in turn.roll.with_role(Role.COORDINATOR):
        mine = [item for item in items if person.id not in kept[item.id]]
        shown |= {item.id for item in mine[:SHOWN]}
        groups = (*digest_groups(turn, mine), *rest)
        if groups:
            to = (address_of(person),)
            context = {"digest_items": groups}
            letter = Letter(template="attention/digest", to=to, context=context, subject_record=SCHEME)
            turn.post(Posting(letter))
    whole = [item.id for item in items if item.id in shown and len(_words(turn, item)) <= LONGEST]
    attention.digested(turn.conn, whole, turn.now)
    first_shown(turn.conn, [each.id for each in away], turn.now)
    return ()


def finish_reading(turn: Turn, event: Event, _: NoParams) -> Iterable[Event]:
    """ "All read": what stood in that digest word for word, and only had to be read, is done. Nothing else is."""
    if turn.answer is None or turn.sender.person is None:
        return ()
    written = outbox.queued_at(turn.conn, turn.answer.sent.id)
    for item in attention.for_digest(turn.conn, Role.COORDINATOR):
        if item.why == Why.PARTLY_UNDERSTOOD and item.digested_at is not None and item.digested_at <= written:
            attention.done(turn.conn, item.id, f"person {turn.sender.person.id}", turn.now)
    turn.change("attention.read", SCHEME)
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


def away_group(turn: Turn, away: list[Absence]) -> tuple[DigestGroup, ...]:
    """Who is away, or will be, and the planned visits that fall in it (S7); never why."""
    lines = tuple(_away_line(turn, each) for each in away[:SHOWN])
    return (DigestGroup("Away", lines),) if lines else ()


def _away_line(turn: Turn, each: Absence) -> str:
    name, visits = (
        turn.roll.person(each.person_id).name,
        planned_between(turn.conn, each.person_id, each.first, each.last),
    )
    refs = {match.id: turn.roll.client(match.client_id).ref for match in turn.roll.matches}
    listed = ", ".join(f"{refs[visit.match_id]} on {day(visit.day)}" for visit in visits)
    return f"{name}, {day(each.first)} until {day(each.last)}: {listed or 'no visit is planned then'}"


def _line(turn: Turn, item: Attention) -> str:
    when = day(item.raised_at.astimezone(turn.scheme.zone).date())
    if item.inbox_id is None:
        return f"number {item.id}, {when}{_about(turn, item)}"
    person = turn.roll.by_email(parse(inbox.raw(turn.conn, item.inbox_id)).from_address)
    who, words = person.name if person else "somebody who is not on the roll", _words(turn, item)
    shown = (
        words if len(words) <= LONGEST else f"{words[:LONGEST]}… (`mailbot attention show {item.id}` has the rest)"
    )
    return f"number {item.id}, {when}, from {who}: {shown}"


def _about(turn: Turn, item: Attention) -> str:
    """Whose it is, where no message of theirs is behind it."""
    kind, number = item.subject or (None, 0)
    if kind == "person":
        return f", about {turn.roll.person(number).name}"
    match = turn.roll.match(number) if kind == "match" else None
    return f", about the visits to {turn.roll.client(match.client_id).ref}" if match else ""


def _words(turn: Turn, item: Attention) -> str:
    if item.inbox_id is None:
        return ""
    if item.why == Why.NOT_PROCESSED:  # whom it is about may not be known either
        return "it could not be processed, and went by itself to whoever may read it"
    message = parse(inbox.raw(turn.conn, item.inbox_id))
    return " ".join((split(message).newest or message.subject).split())
