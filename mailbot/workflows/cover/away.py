"""Who is away from when to when (S7): noted where both days are sure, shown, covered, and over by itself.

The reason is never kept here, nor told to anybody: a backup gets dates.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from mailbot.events import Event, Kind
from mailbot.reading.words.periods import find_period
from mailbot.roll import Match
from mailbot.store.timers import Timer
from mailbot.workflows.contract import Heard, NoParams, Turn
from mailbot.workflows.cover import absences
from mailbot.workflows.cover.absences import Away
from mailbot.workflows.cover.events import AwayNoted, AwayOver, AwaySaid, BackupToKnow, CoverNeeded, Days
from mailbot.workflows.matching import pack_name
from mailbot.workflows.pausing import is_paused
from mailbot.workflows.published import PlannedVisit, is_away, planned_between

OVER = "absence-over"
LONGEST = timedelta(days=366)  # whoever is away for longer has to talk with the coordinator (L8)
MOST = 6  # visits and backups that one notice mails about; what is more than these is the coordinator's
_AHEAD = timedelta(days=42)  # within which a visit may fall in days that are not clear


def hear_away(turn: Turn, heard: Heard) -> Iterable[Event]:
    """Of several words on the same absence the surest counts, once."""
    reading, person = turn.reading, turn.sender.person
    said = [fact for fact in reading.facts if fact.kind is Kind.UNAVAILABLE] if reading else []
    if reading is None or turn.inbox_id is None or heard.fact is not min(said, key=lambda fact: not fact.sure):
        return
    today, fields = turn.today, heard.fact.fields
    first, last = fields.period_from or (today if fields.period_to else None), fields.period_to
    by_machine = reading.machine is not None
    days = _days(turn, first, last, sure=heard.fact.sure, by_machine=by_machine)
    until = last if last and last >= today else today + _AHEAD
    ahead = person is not None and bool(planned_between(turn.conn, person.id, today, until))
    matches = turn.roll.matches_of(person)
    yield AwaySaid(
        pack=pack_name(turn, matches[0] if matches else None),
        days=days,
        by_machine=by_machine,
        visits_ahead=ahead,
        on_roll=person is not None,
        trust=turn.records_trust,
        message_id=turn.inbox_id,
        person_id=person.id if person else None,
        fact_id=heard.id,
        _first=first,
        _last=last,
    )


def note_absence(turn: Turn, event: AwaySaid, _: NoParams) -> Iterable[Event]:
    """Write it down; what it changes of an earlier notice is replaced, and whoever covers is asked."""
    if event.person_id is None or event._first is None or event._last is None:
        raise LookupError("a rule noted an absence without its person or days: its condition must ask for both")
    new = Away(0, event.person_id, max(event._first, turn.today), event._last, event.by_machine, False)
    before = [old for old in _running(turn, new.person_id) if old.meets(new.first, new.last)]
    for old in before:
        _end(turn, old, max(old.first, turn.today))
    number = absences.note(turn.conn, new, event.fact_id, turn.now)
    turn.change("absence.noted", ("absence", number), event.fact_id)
    turn.start_timer(OVER, ("absence", number), _over_at(turn, new.last))
    wanted = list(_to_cover(turn, new, number, before))
    freed = any(
        not new.holds(visit.day)
        for old in before
        for visit in planned_between(turn.conn, new.person_id, old.first, old.last)
    )
    yield AwayNoted(
        pack=event.pack,
        by_machine=event.by_machine,
        freed=freed,
        left_over=len(wanted) > MOST,
        absence_id=number,
        person_id=new.person_id,
    )
    yield from wanted[:MOST]


def absence_over(turn: Turn, timer: Timer) -> Iterable[Event]:
    """The last day is over, unless a later word has ended or moved it."""
    if not absences.get(turn.conn, timer.subject[1]).ended:
        yield AwayOver(absence_id=timer.subject[1])


def end_absence(turn: Turn, event: AwayOver, _: NoParams) -> Iterable[Event]:
    """It is over."""
    _end(turn, absences.get(turn.conn, event.absence_id))
    return ()


def end_all(turn: Turn, person_id: int) -> None:
    """Somebody is back: what they told us of their absence is over."""
    for away in begun(turn, person_id):
        _end(turn, away, turn.today)


def begun(turn: Turn, person_id: int) -> list[Away]:
    """The absences that have begun and are not over."""
    return [away for away in _running(turn, person_id) if away.first <= turn.today]


def visits_in(turn: Turn, away: Away) -> list[PlannedVisit]:
    """The planned visits of whoever is away that fall in it."""
    return planned_between(turn.conn, away.person_id, away.first, away.last)


def _days(turn: Turn, first: date | None, last: date | None, *, sure: bool, by_machine: bool) -> Days:
    person, today = turn.sender.person, turn.today
    period = find_period(turn.reading.text.newest if turn.reading else "", today)
    if (first and last and last < first) or (first is None and period.turned):
        return Days.BACKWARDS
    if last is not None and last < today:
        return Days.PAST
    if first is not None and last is not None and last - first > LONGEST:
        return Days.TOO_LONG
    if last is None and period.open:
        return Days.OPEN
    if not sure or first is None or last is None:
        return Days.UNSURE
    known = _running(turn, person.id) if person else []
    same = any(_is_same(old, first, last, today) or (by_machine and old.meets(first, last)) for old in known)
    return Days.KNOWN if same else Days.CLEAR


def _is_same(old: Away, first: date, last: date, today: date) -> bool:
    return old.last == last and (old.first == first or max(old.first, first) <= today)


def _to_cover(turn: Turn, new: Away, number: int, before: list[Away]) -> Iterable[Event]:
    """A question for each planned visit that was not asked about before; a word where no visit is planned."""
    visits = visits_in(turn, new)
    for visit in visits:
        match = next(m for m in turn.roll.matches if m.id == visit.match_id)
        if not any(old.holds(visit.day) for old in before) and not is_paused(turn, match):
            yield CoverNeeded(
                pack=pack_name(turn, match),
                has_backup=match.backup_id is not None,
                backup_away=match.backup_id is not None and is_away(turn.conn, match.backup_id, visit.day),
                visit_id=visit.id,
                match_id=match.id,
                absence_id=number,
            )
    planned = {visit.match_id for visit in visits}
    for match in _visited_by(turn, new.person_id):
        if match.backup_id is not None and match.id not in planned and not before and not is_paused(turn, match):
            yield BackupToKnow(pack=pack_name(turn, match), match_id=match.id, absence_id=number)


def _visited_by(turn: Turn, person_id: int) -> list[Match]:
    return [match for match in turn.roll.matches if match.visitor_id == person_id]


def _running(turn: Turn, person_id: int) -> list[Away]:
    return absences.running(turn.conn, person_id, turn.today)


def _end(turn: Turn, away: Away, back_on: date | None = None) -> None:
    absences.end(turn.conn, away.id, turn.now, back_on)
    turn.stop_timer(OVER, ("absence", away.id))
    turn.change("absence.ended", ("absence", away.id))


def _over_at(turn: Turn, last: date) -> datetime:
    office = turn.scheme.office
    return office.at(last + timedelta(days=1), office.opens)
