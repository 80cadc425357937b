"""How far a match has begun: what its pack wants, what is recorded, what is missing (S3 to S6, B2, B3, L9, L10)."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mailbot.letters.values import day as in_words
from mailbot.roll import CLEARANCES, Clearance, Match, Person
from mailbot.workflows.beginnings.tables import row_of, ticked
from mailbot.workflows.contract import Turn
from mailbot.workflows.published import count_kept

CLEARANCE_WORDS = {
    "dbs": "the DBS check",
    "references": "the references",
    "training": "the training",
    "induction": "the induction",
    "insurance": "the insurer's letter for their own car",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the pack switches on, under `[pack.values]`. A text of several things has semicolons between them."""

    clearances: tuple[str, ...] = ()
    refreshers: tuple[str, ...] = ()
    refresher_every_days: int = 0
    introduction: bool = False
    checklist: tuple[str, ...] = ()
    accompanied_first_visit: bool = False
    with_backup_until_confident: bool = False
    mentored_visits: int = 0
    call_after_first_visit: bool = False
    trial_visits: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a match is. `missing` is in words for a coordinator, and empty where the visitor may visit.

    A match that `begins` no more misses nothing but a clearance that has run out.
    """

    begins: bool
    has_backup: bool
    clearances_in_date: bool
    introduced: bool
    handover_done: bool
    accompanied: bool
    confident: bool
    called: bool
    reviewed: bool
    visits_that_took_place: int
    wanted: Wanted
    missing: tuple[str, ...]

    @property
    def first_visit(self) -> bool:
        """Whether the next visit is the first."""
        return self.visits_that_took_place == 0

    @property
    def goes_with_backup(self) -> bool:
        """Whether the visitor sees the client together with the backup for now (S3, S6)."""
        return self.begins and self.wanted.with_backup_until_confident and not self.confident

    @property
    def may_be_booked(self) -> bool:
        """Whether a visit stands once it is planned: nothing is missing, and whoever has to go along is there."""
        return not self.missing and (self.has_backup or not self.goes_with_backup)


def standing(turn: Turn, match: Match, person_id: int | None = None) -> Standing:
    """Where that match is now. `person_id`: somebody stands in for its visitor, and begins nothing."""
    stands_in = person_id not in (None, match.visitor_id)
    wants, row = wanted(turn, match), None if stands_in else row_of(turn.conn, match.id)
    kept = count_kept(turn.conn, match.id, match.visitor_id) if row else 0
    lacking = _lacking(turn, turn.roll.person(person_id or match.visitor_id), wants, begins=row is not None)
    missing = (*lacking, *_not_done(row, wants, kept)) if row else lacking
    return Standing(
        begins=row is not None,
        has_backup=match.backup_id is not None,
        clearances_in_date=not lacking,
        introduced=bool(row and row.introduced_on),
        handover_done=bool(row and row.handover_done),
        accompanied=bool(row and row.companion_id),
        confident=bool(row and row.confident_at) and kept >= wants.mentored_visits,
        called=bool(row and row.called_at),
        reviewed=bool(row and row.reviewed_at),
        visits_that_took_place=kept,
        wanted=wants,
        missing=missing,
    )


def wanted(turn: Turn, match: Match) -> Wanted:
    """What the pack that serves this client wants of a beginning."""
    pack = turn.scheme.pack_of(turn.roll.client(match.client_id).setting)
    values = pack.values if pack else {}
    return Wanted(
        clearances=tuple(name for name in _several(values.get("clearances")) if name in CLEARANCES),
        refreshers=tuple(name for name in _several(values.get("refreshers")) if name in CLEARANCES),
        refresher_every_days=int(values.get("refresher_every_days") or 0),
        introduction=values.get("introduction") is True,
        checklist=_several(values.get("checklist")),
        accompanied_first_visit=values.get("accompanied_first_visit") is True,
        with_backup_until_confident=values.get("with_backup_until_confident") is True,
        mentored_visits=int(values.get("mentored_visits") or 0),
        call_after_first_visit=values.get("call_after_first_visit") is True,
        trial_visits=int(values.get("trial_visits") or 0),
    )


def clearances_of(
    person: Person, by_mail: Iterable[Clearance], refreshers: Container[str] = ()
) -> dict[str, Clearance]:
    """By name, the one of each that is good for longest: of the roll, or ticked by mail.

    Of `refreshers`, which have to be done again from time to time (C9), one with a last day goes before one without.
    """
    found: dict[str, Clearance] = {}
    for each in (*person.clearances, *by_mail):
        without_end = date.min if each.name in refreshers else date.max
        known = found.get(each.name)
        if each.is_known and (known is None or (each.until or without_end) > (known.until or without_end)):
            found[each.name] = each
    return found


def seen_today(turn: Turn, wants: Wanted, name: str) -> Clearance:
    """A clearance that a coordinator has seen today: one that is to be refreshed is good for the pack's interval."""
    if name not in wants.refreshers or not wants.refresher_every_days:
        return Clearance(name)
    return Clearance(name, turn.today + timedelta(days=wants.refresher_every_days))


def _lacking(turn: Turn, person: Person, wants: Wanted, *, begins: bool) -> tuple[str, ...]:
    """Clearances that were never recorded, asked of whoever begins only, and those that have run out."""
    today = turn.today
    seen = clearances_of(person, ticked(turn.conn, person.id), wants.refreshers) if wants.clearances else {}
    never = [f"{CLEARANCE_WORDS[name]}: not recorded" for name in wants.clearances if begins and name not in seen]
    held = [seen[name] for name in wants.clearances if name in seen]
    return (*never, *(ran_out(each) for each in held if not each.is_good(today)))


def ran_out(clearance: Clearance) -> str:
    """In words for a coordinator: until when it was good."""
    words = CLEARANCE_WORDS[clearance.name]
    return f"{words}: good until {in_words(clearance.until)}" if clearance.until else words


def _not_done(row: Any, wants: Wanted, kept: int) -> tuple[str, ...]:
    found = []
    if wants.introduction and row.introduced_on is None:
        found.append("visitor and backup have not met yet, as far as we know")
    if wants.checklist and not row.handover_done:
        found.append(f"the checklist is not ticked: {', '.join(wants.checklist)}")
    if wants.accompanied_first_visit and kept == 0 and row.companion_id is None:
        found.append("nobody is named who goes along on the first visit")
    return tuple(found)


def _several(text: object) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(";") if each.strip()) if isinstance(text, str) else ()
