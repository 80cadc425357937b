"""Clearances that run out: in the digest a month before, and a task once coming visits stand on one (B2, C9, P1).

Training that is done again from time to time is a clearance with a last day: its volunteer hears of it in time, too.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import select

from mailbot.letters.values import day as in_words
from mailbot.roll import Clearance, Match, Person
from mailbot.scheme import Scheme
from mailbot.store.tables import attention
from mailbot.store.timers import Timer
from mailbot.workflows.beginnings.events import ClearanceEnds
from mailbot.workflows.beginnings.standing import Wanted, clearances_of, ran_out, seen_today, wanted
from mailbot.workflows.beginnings.tables import all_ticked, tick_clearance, ticked
from mailbot.workflows.contract import SCHEME, Turn
from mailbot.workflows.visiting import coming
from mailbot.workflows.why import Why

LOOK, ONE = "clearances-look", "clearance-ends"
_BEFORE_DIGEST = timedelta(minutes=5)


def next_look(scheme: Scheme, after: datetime) -> datetime:
    """A few minutes before the next digest after that moment."""
    return scheme.office.next_at(scheme.config.hours.digest_at, after + _BEFORE_DIGEST) - _BEFORE_DIGEST


def look(turn: Turn, timer: Timer) -> Iterable[ClearanceEnds]:
    """Each morning: whoever has a clearance that ends soon gets a timer of their own. What only stands in the digest

    is due at once; a task is mailed, in working hours.
    """
    turn.start_timer(LOOK, SCHEME, next_look(turn.scheme, turn.now))
    visiting = {each for match in turn.roll.running_matches for each in (match.visitor_id, match.backup_id) if each}
    by_mail = all_ticked(turn.conn)
    for person_id in sorted(visiting):
        person = turn.roll.person(person_id)
        seen = _with_undated(turn, person, by_mail.get(person_id, ()))
        if ending := _ending(turn, person, seen):
            is_task = _gone(turn, ending) and _days(turn, person)
            due_at = turn.scheme.office.next_open(turn.now) if is_task else turn.now
            turn.start_timer(ONE, ("person", person_id), due_at)
    return ()


def one_ends(turn: Turn, timer: Timer) -> Iterable[ClearanceEnds]:
    """What is to be said of that person, if it has not been said since."""
    person = turn.roll.person(timer.subject[1])
    ending, days = _ending(turn, person, ticked(turn.conn, person.id)), _days(turn, person)
    gone = _gone(turn, ending)
    why = Why.CLEARANCE_OUT if gone and days else Why.CLEARANCE_RUNS_OUT
    since = max((each.until for each in gone or ending if each.until), default=date.min)
    if not ending or _said_since(turn, why, person, _first_said(turn, since, bool(gone))):
        return
    again = [each for each in ending if each.name in _refreshers(turn, person)]
    yield ClearanceEnds(
        run_out=bool(gone),
        has_coming_visits=bool(days),
        refresher_due=bool(again),
        person_id=person.id,
        visitor_id=person.id,
        _clearances=tuple(ran_out(each) for each in gone or ending),
        _refreshers=tuple(ran_out(each) for each in again),
        _days=tuple(map(in_words, days)),
    )


def _matches(turn: Turn, person: Person) -> Iterable[Match]:
    return (match for match in turn.roll.matches_of(person) if match.is_running)


def _with_undated(turn: Turn, person: Person, by_mail: Iterable[Clearance]) -> tuple[Clearance, ...]:
    """What is to be refreshed, and was recorded without a last day, is written down: the pack's interval counts from

    now (C9). With what was ticked before.
    """
    known = tuple(by_mail)
    for wants in _refreshing(turn, person):
        for name in wants.refreshers:
            seen = clearances_of(person, known, wants.refreshers).get(name)
            if seen and seen.until is None and (dated := seen_today(turn, wants, name)).until:
                tick_clearance(turn.conn, person.id, dated, turn.now)
                known = (*known, dated)
    return known


def _refreshers(turn: Turn, person: Person) -> frozenset[str]:
    return frozenset(name for wants in _refreshing(turn, person) for name in wants.refreshers)


def _refreshing(turn: Turn, person: Person) -> list[Wanted]:
    """What the packs of this person want that want something refreshed; most schemes have none."""
    if not any(pack.values.get("refreshers") for pack in turn.scheme.rulebook.packs.values()):
        return []
    return [wants for match in _matches(turn, person) if (wants := wanted(turn, match)).refreshers]


def _days(turn: Turn, person: Person) -> list[date]:
    return sorted({visit.day for match in _matches(turn, person) for visit in coming(turn, match.id, person.id)})


def _gone(turn: Turn, ending: Iterable[Clearance]) -> list[Clearance]:
    today = turn.today
    return [each for each in ending if not each.is_good(today)]


def _ending(turn: Turn, person: Person, by_mail: Iterable[Clearance]) -> list[Clearance]:
    """Those clearances that a pack of this person's matches wants, and that end within the configured days."""
    names = {name for match in _matches(turn, person) for name in wanted(turn, match).clearances}
    if not names:
        return []
    last = turn.today + turn.scheme.config.timers.clearance_warned_before
    seen = clearances_of(person, by_mail, _refreshers(turn, person))
    held = [seen[name] for name in sorted(names & seen.keys())]
    return [each for each in held if each.until is not None and each.until <= last]


def _first_said(turn: Turn, until: date, gone: bool) -> datetime:
    """From when on it can have been said of a clearance that is good until then."""
    warned = timedelta(0) if gone else turn.scheme.config.timers.clearance_warned_before
    return turn.scheme.office.at(until - warned, turn.scheme.config.hours.opens) - timedelta(days=1)


def _said_since(turn: Turn, why: Why, person: Person, since: datetime) -> bool:
    mine = (attention.c.subject_kind == "person", attention.c.subject_id == person.id, attention.c.why == why)
    asked = select(attention.c.id).where(*mine, attention.c.raised_at >= since).limit(1)
    return turn.conn.scalar(asked) is not None
