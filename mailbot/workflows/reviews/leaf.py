"""Looked-after reviews (L4, P7): attended only if the child asks. mailbot asks the visitor, and never guesses.

Only a review to which the child has invited their visitor is reminded of. A visitor who means to go although the
child has not asked, or of whom nobody knows it by the day before, is told to the coordinator.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any, ClassVar

from mailbot.events import Event, Kind, Trust, about_sender
from mailbot.roll import Match
from mailbot.store.timers import Timer
from mailbot.workflows.contract import Heard, Leaf, LeafAction, NoParams, TimerSpec, Turn
from mailbot.workflows.matching import match_of, pack_name, pack_says
from mailbot.workflows.pausing import is_paused
from mailbot.workflows.reviews import tables
from mailbot.workflows.reviews.recognise import GOES, REVIEW, recognise
from mailbot.workflows.reviews.tables import Invited, Review

BY_INVITATION = "reviews_by_invitation"  # value of a pack: a review is attended only if the child asks (L4)
UNANSWERED, NEAR = "review-unanswered", "review-near"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSaid(Event):
    """Somebody writes of a review. `invited` and `goes`: as it is known now, with what was known before.

    `may_tell`: they are the match's visitor or an officer.
    """

    name: ClassVar[str] = "review.said"
    record_kind: ClassVar[str | None] = "match"

    by_invitation: bool
    known_whom: bool
    may_tell: bool = about_sender(False)
    trust: Trust = about_sender(Trust.UNVERIFIED)
    match_id: int | None = None
    _day: date | None = None
    _at: time | None = None
    _invited: Invited = Invited.UNKNOWN
    _goes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfReview(Event):
    """Base of events about one review that is noted. `goes`: the visitor has written that they go."""

    record_kind: ClassVar[str | None] = "review"

    invited: Invited
    goes: bool
    has_day: bool
    review_id: int
    match_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewKnown(OfReview):
    """A review is noted, or what is known of it has changed."""

    name: ClassVar[str] = "review.known"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewUnanswered(OfReview):
    """The visitor has not said whether the child invited them, and it is time to know."""

    name: ClassVar[str] = "review.unanswered"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewNear(OfReview):
    """It is the working day before a review to which the visitor is invited."""

    name: ClassVar[str] = "review.near"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the visitor said to "has the child invited you?"."""

    invited: Invited


def hear_review(turn: Turn, heard: Heard) -> Iterable[Event]:
    """One review; any other acknowledgement is not ours."""
    fields, person = heard.fact.fields, turn.sender.person
    if fields.command != REVIEW or person is None:
        return
    match = match_of(turn, fields) if heard.fact.sure else None
    invited, _, goes = (fields.command_args or "").partition(" ")
    officer = person.is_officer and (match is None or person.id != match.visitor_id)
    yield ReviewSaid(
        pack=pack_name(turn, match),
        by_invitation=pack_says(turn, match, BY_INVITATION),
        known_whom=match is not None,
        may_tell=match is not None and (person.id == match.visitor_id or officer),
        trust=turn.records_trust,
        match_id=match.id if match else None,
        _day=fields.next_visit_date,
        _at=fields.next_visit_time,
        _invited=Invited.UNKNOWN if officer else Invited(invited),
        _goes=goes == GOES and not officer,
    )


def note_review(turn: Turn, event: ReviewSaid, _: NoParams) -> Iterable[Event]:
    """Write it down, with what was known before; the timers follow."""
    match = turn.roll.match(event.match_id) if event.match_id is not None else None
    if match is None or turn.inbox_id is None:
        raise LookupError("a rule noted a review of nobody: its condition must ask")
    old = tables.to_come(turn.conn, match.id, turn.today) or Review(0, match.id, None, None, Invited.UNKNOWN, False)
    new = replace(
        old,
        day=event._day or old.day,
        at=event._at if event._day else old.at,
        invited=old.invited if event._invited is Invited.UNKNOWN else event._invited,
        goes=old.goes or event._goes,
    )
    number = tables.put(turn.conn, new, turn.inbox_id, turn.now)
    yield from _settle(turn, match, replace(new, id=number))


def answer_review(turn: Turn, event: Event, params: Answer) -> Iterable[Event]:
    """The visitor has answered."""
    if event.record is None:
        return
    day = getattr(event, "_day", None)
    known: dict[str, object] = {"invited": params.invited} | ({"day": day} if day else {})
    tables.answer(turn.conn, event.record[1], **known)
    review = tables.get(turn.conn, event.record[1])
    match = turn.roll.match(review.match_id)
    if match is not None:
        yield from _settle(turn, match, review)


def review_unanswered(turn: Turn, timer: Timer) -> Iterable[Event]:
    """Nobody knows still, and the day is not over."""
    review = tables.get(turn.conn, timer.subject[1])
    match = _running(turn, review)
    over = review.day is not None and review.day < turn.today
    if match and review.invited is Invited.UNKNOWN and not over and not is_paused(turn, match):
        yield ReviewUnanswered(**_of(turn, match, review))


def review_near(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The working day before, in working hours; on the day itself it is too late for a reminder."""
    review = tables.get(turn.conn, timer.subject[1])
    match = _running(turn, review)
    wanted = review.invited is Invited.YES and review.day is not None and review.day > turn.today
    if match and wanted and not is_paused(turn, match):
        yield ReviewNear(**_of(turn, match, review))


def context(turn: Turn, event: Event) -> Mapping[str, object]:
    """Day, time and reference."""
    if not isinstance(event, OfReview):
        return {}
    review, match = tables.get(turn.conn, event.review_id), turn.roll.match(event.match_id)
    known: dict[str, object] = {"visit_date": review.day, "visit_time": review.at}
    if match is not None:
        visitor = turn.roll.person(match.visitor_id)
        known |= {"client_ref": turn.roll.client(match.client_id).ref, "visitor_first_name": visitor.first_name}
    return known


def _settle(turn: Turn, match: Match, review: Review) -> Iterable[Event]:
    """Say what is known, and set the timers by it."""
    record = ("review", review.id)
    turn.change("review.noted", record, invited=review.invited)
    for timer in (UNANSWERED, NEAR):
        turn.stop_timer(timer, record)
    office = turn.scheme.office
    before = office.at(office.working_day_before(review.day), office.opens) if review.day else None
    if review.invited is Invited.UNKNOWN:
        wait = turn.now + turn.scheme.config.timers.visit_unanswered_after
        turn.start_timer(UNANSWERED, record, office.next_open(max(min(wait, before or wait), turn.now)))
    elif review.invited is Invited.YES and before:
        turn.start_timer(NEAR, record, office.next_open(max(before, turn.now)))
    yield ReviewKnown(**_of(turn, match, review))


def _of(turn: Turn, match: Match, review: Review) -> dict[str, Any]:
    return {
        "pack": pack_name(turn, match),
        "invited": review.invited,
        "goes": review.goes,
        "has_day": review.day is not None,
        "review_id": review.id,
        "match_id": match.id,
    }


def _running(turn: Turn, review: Review) -> Match | None:
    return next((match for match in turn.roll.running_matches if match.id == review.match_id), None)


LEAF = Leaf(
    name="reviews",
    recognisers=(recognise,),
    events=(ReviewSaid, ReviewKnown, ReviewUnanswered, ReviewNear),
    actions=(
        LeafAction("note_review", NoParams, note_review),
        LeafAction("answer_review", Answer, answer_review),
    ),
    timers=(
        TimerSpec(UNANSWERED, lambda t: t.visit_unanswered_after, review_unanswered),
        TimerSpec(NEAR, lambda t: timedelta(days=1), review_near),
    ),
    hears={Kind.ACKNOWLEDGEMENT: hear_review},
    context=context,
)
