"""Ends: somebody stops with one person or leaves (B9); the match is closed once its review is recorded (L12).

From the day on which it ends nobody is reminded of it; its visits and their stories stay.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from mailbot.events import Event, Kind
from mailbot.letters.values import day as in_words
from mailbot.roll import Match
from mailbot.scheme import ROLL_CHANGED
from mailbot.store import attention, health
from mailbot.store.people import end_match as write_end
from mailbot.store.timers import Timer
from mailbot.workflows.contract import TASK_OPEN, Leaf, LeafAction, NoParams, Record, TimerSpec, Turn
from mailbot.workflows.endings.events import (
    EndingBegun,
    EndingSaid,
    MatchClosed,
    MatchKept,
    NotTakenOver,
    OfEnding,
    TakenOver,
)
from mailbot.workflows.endings.tables import Cover, Ending, EndState, add_ending, change_ending, ending_of
from mailbot.workflows.matching import pack_name
from mailbot.workflows.visiting import call_off, coming, hand_over, stop_chasing
from mailbot.workflows.why import Why

UNANSWERED = "take-over-unanswered"


class Said(Protocol):
    """What is used of `person.said`."""

    @property
    def kind(self) -> Kind: ...
    @property
    def sure(self) -> bool: ...
    @property
    def match_id(self) -> int | None: ...
    @property
    def fact_id(self) -> int: ...


class Answer(Protocol):
    """What is used of `answer.given`."""

    @property
    def record(self) -> Record | None: ...


def consider_ending(turn: Turn, event: Said, _: NoParams) -> Iterable[Event]:
    """What is known of it, for the rules. Who visits only one person can hardly mean another, but is asked."""
    leaves = event.kind is Kind.LEAVE_SCHEME
    yield _said(
        turn, None if leaves else _match_meant(turn, event), leaves=leaves, sure=event.sure, fact_id=event.fact_id
    )


def ending_confirmed(turn: Turn, event: Answer, _: NoParams) -> Iterable[Event]:
    """They say that they did mean it: to stop with that person, or to leave."""
    about, about_id = event.record or (None, None)
    match = turn.roll.match(about_id) if about == "match" else None
    if match or about == "message":
        yield _said(turn, match, leaves=match is None, sure=True, fact_id=None)


def end_matches(turn: Turn, event: EndingSaid, _: NoParams) -> Iterable[Event]:
    """This match ends, or every match of the visitor who leaves. Nobody is asked any more about coming visits."""
    named = turn.roll.match(event.match_id)
    own = [m for m in turn.roll.running_matches if m.visitor_id == event._person_id and named in (None, m)]
    for match in own:
        write_end(turn.conn, match.id, ended_on=turn.today)
        ending = add_ending(turn.conn, match.id, leaves=event.leaves, fact_id=event._fact_id, now=turn.now)
        turn.change("match.ended", ("match", match.id), event._fact_id)
        visits = coming(turn, match.id, match.visitor_id)
        stop_chasing(turn, visits)
        answer_by = turn.now + turn.scheme.config.timers.replacement_unanswered_after
        soon = any(visit.day <= answer_by.astimezone(turn.scheme.zone).date() for visit in visits)
        yield EndingBegun(**_of(turn, ending, match), soon=soon)
    if own:
        health.count(turn.conn, ROLL_CHANGED, turn.now)


def ask_take_over(turn: Turn, event: EndingBegun, _: NoParams) -> Iterable[Event]:
    """The backup is being asked, and has until the timer fires."""
    change_ending(turn.conn, event.ending_id, turn.now, cover=Cover.ASKED)
    return ()


def take_over(turn: Turn, event: Answer, _: NoParams) -> Iterable[Event]:
    """The backup says yes: the coming visits are theirs; late, too, as long as nobody else has them."""
    ending, match = _asked_about(turn, event)
    if ending is None or match is None or match.backup_id is None or ending.state is not EndState.OPEN:
        return
    turn.stop_timer(UNANSWERED, ("ending", ending.id))
    visits = coming(turn, match.id, match.visitor_id)
    hand_over(turn, visits, match.backup_id)
    change_ending(turn.conn, ending.id, turn.now, cover=Cover.ACCEPTED)
    _finish(turn, Why.VISITS_TO_HAND_OVER, ("ending", ending.id))
    yield TakenOver(**_of(turn, ending, match), _days=tuple(in_words(visit.day) for visit in visits))


def decline_take_over(turn: Turn, event: Answer, _: NoParams) -> Iterable[Event]:
    """The backup says no."""
    ending, match = _asked_about(turn, event)
    if ending and match and ending.cover is Cover.ASKED:
        turn.stop_timer(UNANSWERED, ("ending", ending.id))
        change_ending(turn.conn, ending.id, turn.now, cover=Cover.DECLINED)
        yield NotTakenOver(**_of(turn, ending, match), declined=True)


def unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Did the backup answer? A visit whose day is over by now is no longer to be handed over."""
    ending = ending_of(turn.conn, timer.subject[1])
    match = turn.roll.match(ending.match_id) if ending else None
    if ending and match and ending.cover is Cover.ASKED and ending.state is EndState.OPEN:
        yield NotTakenOver(**_of(turn, ending, match), declined=False)


def ending_task_done(turn: Turn, event: Any, _: NoParams) -> Iterable[Event]:
    """The closure review is recorded, and only now the match is closed (L12)."""
    ending = ending_of(turn.conn, event.about_id)
    match = turn.roll.match(ending.match_id) if ending else None
    if ending is None or match is None or event.why != Why.CLOSURE_REVIEW or ending.state is not EndState.OPEN:
        return
    today = turn.today
    call_off(turn, coming(turn, match.id, match.visitor_id))
    write_end(turn.conn, match.id, ended_on=match.ended_on or today, closed_on=today)
    change_ending(turn.conn, ending.id, turn.now, state=EndState.CLOSED)
    _finish(turn, Why.VISITS_TO_HAND_OVER, ("ending", ending.id))
    health.count(turn.conn, ROLL_CHANGED, turn.now)
    turn.change("match.closed", ("match", match.id))
    yield MatchClosed(**_of(turn, ending, match))


def keep_match(turn: Turn, event: Answer, _: NoParams) -> Iterable[Event]:
    """They go on after all: what was asked about the end is settled, and visits are asked about as before."""
    ending, match = _asked_about(turn, event)
    if ending is None or match is None or ending.state is not EndState.OPEN:
        return
    write_end(turn.conn, match.id, ended_on=None)
    change_ending(turn.conn, ending.id, turn.now, state=EndState.KEPT)
    turn.stop_timer(UNANSWERED, ("ending", ending.id))
    for why in (Why.CLOSURE_REVIEW, Why.VISITS_TO_HAND_OVER):
        _finish(turn, why, ("ending", ending.id))
    hand_over(turn, coming(turn, match.id, match.visitor_id), match.visitor_id)
    health.count(turn.conn, ROLL_CHANGED, turn.now)
    turn.change("match.kept", ("match", match.id))
    yield MatchKept(**_of(turn, ending, match))


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """Whose match, and its coming visits; the reason goes to coordinators only, in the writer's own words."""
    match = turn.roll.match(event.match_id) if isinstance(event, EndingSaid | OfEnding) else None
    if match is None:
        return {}
    days = tuple(in_words(visit.day) for visit in coming(turn, match.id, match.visitor_id))
    visitor = turn.roll.person(match.visitor_id)
    return {
        "client_ref": turn.roll.client(match.client_id).ref,
        "visitor_first_name": visitor.first_name,
        "visitor_phone": visitor.phone,
        "backup_first_name": turn.roll.person(match.backup_id).first_name if match.backup_id else None,
        "coming_visits": event._days if isinstance(event, TakenOver) else days,
        "writer_words": turn.reading.text.newest if turn.reading else None,
    }


def _said(turn: Turn, match: Match | None, *, leaves: bool, sure: bool, fact_id: int | None) -> EndingSaid:
    person = turn.sender.person
    own = [m for m in turn.roll.matches_of(person) if person and m.visitor_id == person.id]
    return EndingSaid(
        pack=pack_name(turn, match),
        leaves=leaves,
        sure=sure,
        match_known=match is not None,
        already=not match.is_running if match else bool(own) and not any(m.is_running for m in own),
        own=match is not None and match in own,
        trust=turn.records_trust,
        match_id=match.id if match else None,
        _person_id=person.id if person else None,
        _fact_id=fact_id,
    )


def _match_meant(turn: Turn, event: Said) -> Match | None:
    """The match that is named; without a name the only one that the writer visits, to be asked about."""
    if event.match_id is not None:
        return turn.roll.match(event.match_id)
    person = turn.sender.person
    own = [m for m in turn.roll.matches_of(person) if person and m.visitor_id == person.id]
    return own[0] if len(own) == 1 else None


def _of(turn: Turn, ending: Ending, match: Match) -> dict[str, Any]:
    return {
        "pack": pack_name(turn, match),
        "leaves": ending.leaves,
        "has_backup": match.backup_id is not None,
        "has_coming_visits": bool(coming(turn, match.id, match.visitor_id)),
        "ending_id": ending.id,
        "match_id": match.id,
    }


def _asked_about(turn: Turn, event: Answer) -> tuple[Ending | None, Match | None]:
    """The ending behind our mail, or behind the task that it gave."""
    about = event.record
    if about and about[0] == "attention":
        item = attention.get(turn.conn, about[1])
        about = item.subject if item else None
    ending = ending_of(turn.conn, about[1]) if about and about[0] == "ending" else None
    return ending, turn.roll.match(ending.match_id) if ending else None


def _finish(turn: Turn, why: Why, about: Record) -> None:
    for item in attention.open_items(turn.conn):
        if item.subject == about and item.why == why:
            attention.done(turn.conn, item.id, "settled", turn.now)
            turn.stop_timer(TASK_OPEN, ("attention", item.id))


LEAF = Leaf(
    name="endings",
    events=(EndingSaid, EndingBegun, NotTakenOver, TakenOver, MatchClosed, MatchKept),
    actions=(
        LeafAction("consider_ending", NoParams, consider_ending),
        LeafAction("ending_confirmed", NoParams, ending_confirmed),
        LeafAction("end_matches", NoParams, end_matches),
        LeafAction("ask_take_over", NoParams, ask_take_over),
        LeafAction("take_over", NoParams, take_over),
        LeafAction("decline_take_over", NoParams, decline_take_over),
        LeafAction("ending_task_done", NoParams, ending_task_done),
        LeafAction("keep_match", NoParams, keep_match),
    ),
    timers=(TimerSpec(UNANSWERED, lambda t: t.replacement_unanswered_after, unanswered),),
    context=context,
)
