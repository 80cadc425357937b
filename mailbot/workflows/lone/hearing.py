"""What messages say of lone working, as events (L23). Times are local where people wrote them, UTC in the records."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from mailbot.events import Event, Fields, Kind, Trust
from mailbot.reading.understand import Written, when_written
from mailbot.store import inbox, outbox
from mailbot.workflows.contract import Heard, Turn
from mailbot.workflows.lone import watches
from mailbot.workflows.lone.events import AlarmAnswered, Placed, Problem, SaidBack, Says, SetOff, Trouble, Where
from mailbot.workflows.lone.pairs import goes_in_a_pair
from mailbot.workflows.lone.places import places_in
from mailbot.workflows.lone.recognise import NOT_OK, sounds_unsafe
from mailbot.workflows.lone.tables import WatchState
from mailbot.workflows.lone.watches import Watch
from mailbot.workflows.matching import match_of, may_report, pack_name

PLACED = frozenset({Kind.LONE_CHECK_IN, Kind.VISIT_PLANNED, Kind.VISIT_CONFIRMED})
ALARM = "lone_alarm"  # what the templates of our alarms ask
HARM = frozenset({Kind.SAFEGUARDING_CONCERN, Kind.INCIDENT_REPORT})


def hear_set_off(turn: Turn, heard: Heard) -> Iterable[Event]:
    """They go in, or will be back at another time."""
    person, fields = turn.sender.person, heard.fact.fields
    match, written = match_of(turn, fields), _written(turn).at.astimezone(UTC)
    watch = watches.open_for(turn.conn, person.id) if person else None
    begins_at = _begins_at(fields, written, watch, turn)
    timed = fields.expected_back_at is not None and heard.fact.unsure_of != "expected_back_at"
    back_at = fields.expected_back_at.astimezone(UTC) if fields.expected_back_at and timed else None
    problem = _problem(back_at, begins_at)
    if _is_older(turn, watch, written):
        problem = Problem.OLDER
    theirs = match is None or may_report(turn, match)
    yield SetOff(
        pack=pack_name(turn, match),
        problem=problem,
        running=watch is not None,
        theirs=theirs,
        on_roll=person is not None,
        trust=turn.sender.trust,
        person_id=person.id if person else None,
        match_id=match.id if match and theirs else None,
        _written_at=written,
        _begins_at=begins_at,
        _back_at=back_at,
    )


def hear_back(turn: Turn, heard: Heard) -> Iterable[Event]:
    """They are back. What a named person or officer says of somebody else is an answer to our alarm."""
    person, answered = turn.sender.person, _answered(turn)
    if answered is not None and (person is None or person.id != answered.person_id):
        return () if _says(turn) else _answer(turn, answered, Says.HOME)
    watch = watches.open_for(turn.conn, person.id) if person else None
    said_at = _said_at(turn, watch)
    return (
        SaidBack(
            pack=pack_name(turn, match_of(turn, heard.fact.fields)),
            sure=heard.fact.sure and said_at is not None,
            too_early=watch is not None and said_at is not None and said_at < watch.begins_at,
            trust=turn.sender.trust,
            on_roll=person is not None,
            watched=watch is not None,
            overdue=watch is not None and watch.is_alarmed,
            watch_id=watch.id if watch else None,
            person_id=person.id if person else None,
            _said_at=said_at or turn.now,
        ),
    )


def hear_answer(turn: Turn, heard: Heard) -> Iterable[Event]:
    """An answer to our alarm, or the visitor's no to "are you back?"."""
    command, answered = heard.fact.fields.command, _answered(turn)
    if answered is None or command is None:
        return ()
    if command == NOT_OK:
        return _trouble(turn, answered)
    return _answer(turn, answered, Says(command)) if command in _says(turn) else ()


def after_reading(turn: Turn) -> Iterable[Event]:
    """Harm in the words of somebody who is out alone; a visit placed where it should not be (L13, C10)."""
    reading, person = turn.reading, turn.sender.person
    if reading is None or reading.machine is not None:
        return
    kinds = {fact.kind for fact in reading.facts}
    harm = kinds & HARM or reading.harm_unplaced or sounds_unsafe(reading.text.newest)
    watch = watches.open_for(turn.conn, person.id) if person and harm else None
    if watch and Kind.LONE_CHECK_OUT not in kinds and NOT_OK not in _says(turn):
        yield from _trouble(turn, watch)
    if kinds & PLACED:
        match = next(filter(None, (match_of(turn, f.fields) for f in reading.facts if f.kind in PLACED)), None)
        text, roll = reading.text.newest, turn.roll
        for where in dict.fromkeys(places_in(text, lambda at: goes_in_a_pair(text, at, roll, person))):
            yield Placed(pack=pack_name(turn, match), where=Where(where), match_id=match.id if match else None)


def _trouble(turn: Turn, watch: Watch) -> Iterable[Event]:
    if watch.is_open:
        yield Trouble(pack=_pack(turn, watch), watch_id=watch.id)


def _answer(turn: Turn, watch: Watch, says: Says) -> Iterable[Event]:
    """Token, addressee and sender agree, once (promise 9). A named person outside the roll is an addressee too."""
    answer, person = turn.answer, turn.sender.person
    assert answer is not None  # the watch was found by it
    addressed = turn.sender.address in outbox.addressed_to(turn.conn, answer.sent.id)
    sure, last = addressed and turn.sender.trust is Trust.VERIFIED, outbox.answered_last(turn.conn, answer.sent.id)
    holds = says is Says.HOME or watch.state is WatchState.ACKNOWLEDGED
    yield AlarmAnswered(
        pack=_pack(turn, watch),
        says=says,
        is_open=watch.is_open,
        authorised=sure and outbox.use_token(turn.conn, answer.sent.id, f"lone {says}", turn.inbox_id, turn.now),
        repeated=sure and holds and last is not None and last[0] in (f"lone {says}", says),
        theirs=_has_it(turn, watch),
        officer=person is not None and person.is_officer and person.id != watch.person_id,
        watch_id=watch.id,
    )


def _has_it(turn: Turn, watch: Watch) -> bool:
    """Whether whoever writes is who takes care of it; the mail by which they said so knows their address."""
    holder = watches.holder(turn.conn, watch.id) if watch.state is WatchState.ACKNOWLEDGED else None
    known = outbox.addressed_to(turn.conn, holder.outbox_id) if holder and holder.outbox_id else ()
    return turn.sender.address in known


def _answered(turn: Turn) -> Watch | None:
    """The watch that our mail was about which this message answers."""
    about = turn.answer.sent.subject if turn.answer else None
    return watches.get(turn.conn, about[1]) if about and about[0] == "watch" else None


def _says(turn: Turn) -> set[str]:
    """What the message answers to our mail about a watch, as commands."""
    asked = turn.answer.sent.asks if turn.answer else None
    known = set(Says) if asked == ALARM else {NOT_OK}
    facts = turn.reading.facts if turn.reading else ()
    return {command for each in facts if (command := each.fields.command) and command in known}


def _pack(turn: Turn, watch: Watch) -> str | None:
    return pack_name(turn, turn.roll.match(watch.match_id))


def _written(turn: Turn) -> Written:
    """When the message was written, and whether its Date header is believed."""
    if turn.reading is None or turn.inbox_id is None:
        raise LookupError("this turn is a timer's: nobody wrote")
    arrived = inbox.arrived_at(turn.conn, turn.inbox_id)
    return when_written(turn.reading.message.date, arrived, turn.scheme.zone)


def _said_at(turn: Turn, watch: Watch | None) -> datetime | None:
    """Since when at the latest they are back. Where no Date is believed, a mail of ours of this watch that they
    answer shows that they wrote after it; else nothing does, and None is returned.
    """
    written = _written(turn)
    if written.sure or watch is None:
        return written.at.astimezone(UTC)
    if turn.answer and turn.answer.sent.subject == ("watch", watch.id):
        return outbox.queued_at(turn.conn, turn.answer.sent.id)
    return None


def _begins_at(fields: Fields, written: datetime, watch: Watch | None, turn: Turn) -> datetime:
    """When the visit begins: at the time they give, else when they set off; what was said before still holds."""
    if fields.visit_time is None:
        return max(written, watch.begins_at) if watch else written
    today = written.astimezone(turn.scheme.zone).date()
    day, back = timedelta(days=1), fields.expected_back_at
    begins = turn.scheme.office.at(today, fields.visit_time)
    if begins < written and back is not None and turn.scheme.office.at(today + day, fields.visit_time) < back:
        begins = turn.scheme.office.at(today + day, fields.visit_time)
    return max(begins, written)


def _problem(back_at: datetime | None, begins_at: datetime) -> Problem | None:
    if back_at is None:
        return Problem.NO_TIME
    return Problem.BEFORE_START if back_at <= begins_at else None


def _is_older(turn: Turn, watch: Watch | None, written: datetime) -> bool:
    """Whether they have written since of what is now the case: this mail was only slow."""
    person = turn.sender.person
    if watch is not None:
        return written < watch.set_off_at
    return person is not None and watches.said_back_after(turn.conn, person.id, written)
